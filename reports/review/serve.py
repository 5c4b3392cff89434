"""Serves a project on this computer until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from contextlib import suppress

import click

from compare.errors import StoreError
from reports.review.app import make_app
from reports.review.guard import Guard
from reports.review.store import Store
from reports.wording import port_fault

HOST = "127.0.0.1"


def serve(
    store: Store, *, port: int, user: str, asks: bool = False, user_header: str | None = None, hosts: Sequence[str] = ()
) -> None:
    """Serve until interrupted; port 0 takes a free one.  The address is printed when it can be opened.

    Raises ``StoreError`` where the port is taken.
    """
    import uvicorn

    guard = Guard(user, user_header, tuple(hosts), asks and user_header is None, store.secret())
    try:
        listening = socket.create_server((HOST, port))
    except OSError as error:
        raise StoreError(f"Port {port} cannot be used ({port_fault(error)}); choose another with --port") from error
    with listening:
        who = "" if guard.asks else f" as {user}"
        click.echo(f"Review at http://{HOST}:{listening.getsockname()[1]}/{who}; Ctrl+C stops it.")
        config = uvicorn.Config(
            make_app(store, guard), log_level="warning", access_log=False, server_header=False, lifespan="off",
            limit_concurrency=200, timeout_keep_alive=10, h11_max_incomplete_event_size=16 * 1024,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):  # Ctrl+C is how one stops it
            uvicorn.Server(config).run(sockets=[listening])
