"""The other side of ``apart``: reads one file after the other until nobody asks any more."""

from __future__ import annotations

import sys

from compare.errors import SourceError
from compare.sources.apart import receive, send
from compare.sources.budgets import MEMORY


def main() -> None:
    """Answer each question with a sentence that says what went wrong, or None, and with what was read."""
    _limit_memory()
    while True:
        try:
            reader, given = receive(sys.stdin.buffer)
        except EOFError:
            return
        answer: tuple[str | None, object]
        try:
            answer = (None, reader(*given))
        except SourceError as error:
            answer = (str(error), None)
        except Exception as error:
            what = type(error).__name__
            answer = (f"the reader broke down on this file ({what}); save the file anew.", None)
        send(sys.stdout.buffer, answer)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on every system
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
