"""Reading in a process of its own, which can be stopped: parsers written in C neither hear an alarm nor know a limit.

One process serves all files of a run, one after the other; it is started when the first file needs it, and again after
it had to be stopped.  Its seconds are those of the processor: a busy machine makes no file a bad one.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, TypeVar

from compare.errors import SourceError
from compare.sources.budgets import SECONDS

T = TypeVar("T")
PATIENCE = 5  # times as many seconds of the clock, for a reader that waits, and where no clock of the processor is
WIDTH = 8  # bytes in front of each message: its length

OUT_OF_TIME = -getattr(signal, "SIGPROF", 0) or None  # how a process ends that has used up its seconds

_lock = threading.Lock()
_running: subprocess.Popen[bytes] | None = None


def read_apart(reader: Callable[..., T], *given: object, name: str, seconds: float = SECONDS) -> T:
    """Call a reader, which must be a function of a module, in the other process.

    Raises ``SourceError`` where the reader does, where it takes longer than ``seconds``, and where it breaks down.
    """
    with _lock:
        process = _process()
        answer: list[tuple[str | None, T]] = []
        asking = threading.Thread(target=_ask, args=(process, (reader, given, seconds), answer), daemon=True)
        asking.start()
        asking.join(seconds * PATIENCE)
        slow = asking.is_alive()
        if slow or not answer:
            with suppress(subprocess.TimeoutExpired):
                slow = slow or process.wait(1) == OUT_OF_TIME  # it closed its side a moment ago
            _stop()
            asking.join()
    if slow:
        raise SourceError(f"{name}: reading took longer than {seconds:g} seconds and was stopped; save the file anew.")
    if not answer:
        raise SourceError(f"{name}: the reader broke down on this file, or ran out of memory; save the file anew.")
    error, found = answer[0]
    if error is not None:
        raise SourceError(error if error.startswith(name) else f"{name}: {error}")
    return found


def send(stream: IO[bytes], message: object) -> None:
    """Write a message with its length in front."""
    packed = pickle.dumps(message)
    stream.write(len(packed).to_bytes(WIDTH, "big") + packed)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Return the next message.  Raises ``EOFError`` where the other side has gone."""
    head = stream.read(WIDTH)
    if len(head) < WIDTH:
        raise EOFError
    packed = stream.read(int.from_bytes(head, "big"))
    return pickle.loads(packed)  # noqa: S301 - both sides are this program


def _ask(process: subprocess.Popen[bytes], question: object, answer: list[Any]) -> None:
    if process.stdin is None or process.stdout is None:
        return
    try:
        send(process.stdin, question)
        answer.append(receive(process.stdout))
    except (OSError, EOFError, ValueError, pickle.UnpicklingError):
        return  # stopped, or broken down: no answer says so


def _process() -> subprocess.Popen[bytes]:
    global _running  # noqa: PLW0603 - one process for all files of a run
    if _running is None or _running.poll() is not None:
        paths = os.pathsep.join(path for path in sys.path if path)  # the other side must find this very program
        _running = subprocess.Popen(
            [sys.executable, "-m", "compare.sources.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
    return _running


@atexit.register
def _stop() -> None:
    global _running  # noqa: PLW0603 - see above
    if _running is not None:
        _running.kill()
        _running.wait()
        for stream in (_running.stdin, _running.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        _running = None
