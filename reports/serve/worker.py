"""A process that does the jobs one after the other and is ended when one takes too long.

Work on a text cannot be interrupted from within; a process can.  A job that breaks its process costs its own answer
only: the next one gets a new process.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from reports.serve.answering import House, answer
from reports.serve.job import Job, RequestError

READY = "ready"
JOBS = 500  # done by one process: the language model keeps every new word it has seen
START_WITHIN = 120.0  # seconds to load the language model


class TimeUpError(Exception):
    """A job took longer than it may."""


class BrokeOffError(Exception):
    """A job ended without an answer."""


class Worker:
    """Runs jobs in turn; safe to call from several threads."""

    def __init__(self, house: House, seconds: float, jobs: int = JOBS) -> None:
        """Run jobs of at most ``seconds``, ``jobs`` of them in one process."""
        self._house, self._seconds, self._jobs = house, seconds, jobs
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._left = 0  # jobs that the process may still do
        self.started = 0  # processes started so far

    def warm(self) -> None:
        """Start the process, so that the first job need not wait for it."""
        with self._lock:
            self._running()

    def run(self, job: Job) -> dict[str, Any]:
        """Return a job's answer.  Raises ``RequestError``, ``TimeUpError`` or ``BrokeOffError``."""
        with self._lock:
            try:
                pipe = self._running()
                pipe.send(job)
                if not pipe.poll(self._seconds):
                    self._end()
                    raise TimeUpError
                kind, value = pipe.recv()
                self._left -= 1
            except (EOFError, OSError) as error:
                self._end()
                raise BrokeOffError from error
        if kind == "refused":
            raise RequestError(*value)
        if kind == "broke":
            raise BrokeOffError(value)
        return dict(value)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _running(self) -> Connection:
        if self._process is not None and self._pipe is not None and self._process.is_alive() and self._left > 0:
            return self._pipe
        self._end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, self._house), daemon=True)
        self._process.start()
        self.started += 1
        self._left = self._jobs
        theirs.close()
        self._pipe = ours
        if not ours.poll(START_WITHIN) or ours.recv() != READY:
            self._end()
            raise BrokeOffError
        return ours

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None


def work(pipe: Connection, house: House) -> None:
    """Do jobs until the other end closes: this is all that the process runs."""
    from compare.statements.splitting import parse_text

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which ends this process
    parse_text("The language model is loaded.")
    pipe.send(READY)
    with contextlib.suppress(EOFError, OSError):
        while True:
            job = pipe.recv()
            try:
                pipe.send(("done", answer(job, house)))
            except RequestError as error:
                pipe.send(("refused", (error.detail, error.pointer, error.status)))
            except OSError:
                raise
            except Exception as error:  # one odd text must not end the server; its words may stand in the message
                pipe.send(("broke", type(error).__name__))
