"""Connections to an address that was checked, cut off when their time is up."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from dataclasses import dataclass
from types import TracebackType

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError


class Deadline:
    """Closes the connections made within it once the seconds are over: no server can hold it up byte by byte."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self.cut)
        self._timer.daemon = True

    def watch(self, connection: socket.socket) -> None:
        """Have a connection closed when the time is up."""
        with self._lock:
            self._open.append(connection)
            late = self.passed
        if late:
            _close(connection)

    def cut(self) -> None:
        """Close the connections now: the time is up, or nobody waits any longer."""
        with self._lock:
            self.passed = True
            held = list(self._open)
        for connection in held:
            _close(connection)

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()


def _close(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a connection goes: the host is what is asked for, the address is what is connected to."""

    scheme: str
    host: str
    port: int
    address: str  # numeric, checked


def checked_pool(
    goal: Goal, deadline: Deadline, context: ssl.SSLContext | None, wait: float, read: float | None = None
) -> urllib3.HTTPConnectionPool:
    """Return a pool whose connections go to the goal's address and to no other; certificates are those of its host.

    The name is not looked up again, so that an answer of the name server that changes in between changes nothing.
    ``wait`` are the seconds to connect and, unless ``read`` says otherwise, the seconds without a byte.
    """

    def connect() -> socket.socket:
        try:
            made = socket.create_connection((goal.address, goal.port), wait)
        except OSError as error:
            raise NewConnectionError(HTTPConnection(goal.host, goal.port), error.strerror or str(error)) from error
        # a duplicate: wrapping a socket in TLS takes the first one's descriptor away
        watched = made.dup()
        deadline.watch(watched)
        return made

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connect()

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return connect()

    timeout = urllib3.Timeout(connect=wait, read=wait if read is None else read)
    if goal.scheme == "https":
        secure = urllib3.HTTPSConnectionPool(goal.host, goal.port, timeout=timeout, ssl_context=context, retries=False)
        secure.ConnectionCls = Secure
        return secure
    pool = urllib3.HTTPConnectionPool(goal.host, goal.port, timeout=timeout, retries=False)
    pool.ConnectionCls = Plain
    return pool
