"""The other side of ``apart``: reads one file after the other until nobody asks any more."""

from __future__ import annotations

import signal
import sys

from compare.errors import SourceError
from compare.sources.apart import receive, send
from compare.sources.budgets import MEMORY


def main() -> None:
    """Answer each question with a sentence that says what went wrong, or None, and with what was read."""
    _limit_memory()
    while True:
        try:
            reader, given, seconds = receive(sys.stdin.buffer)
        except EOFError:
            return
        answer: tuple[str | None, object]
        try:
            _limit_time(seconds)
            answer = (None, reader(*given))
        except SourceError as error:
            answer = (str(error), None)
        except Exception as error:
            what = type(error).__name__
            answer = (f"the reader broke down on this file ({what}); save the file anew.", None)
        _limit_time(0)
        send(sys.stdout.buffer, answer)


def _limit_time(seconds: float) -> None:
    """Let the system end this process after so many seconds of the processor; 0 means never."""
    if hasattr(signal, "setitimer"):  # not on every system
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on every system
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
