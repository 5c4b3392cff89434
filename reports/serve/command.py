"""``crosscheck serve``: the HTTP endpoint, on this machine unless told otherwise."""

from __future__ import annotations

import contextlib
import math
import signal
import sys
from pathlib import Path

import click

from compare.errors import SettingsError
from reports.wording import port_fault

KEEP = Path("crosscheck-serve.sources")
LONGEST = 86_400  # seconds that a check may be given


def _finite(_context: click.Context, _parameter: click.Parameter, value: float) -> float:
    """Refuse what is no number: 'nan' lies in every range."""
    if math.isnan(value):
        raise click.BadParameter("give a number of seconds.")
    return value


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; there is no log-in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8377, show_default=True, help="0 takes a free one.")
@click.option("--allow-host", "hosts", multiple=True, help="Further name by which the server is reached; repeatable.")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="Settings of the gate; else default.")
@click.option("--allow-fetch", is_flag=True, help="Fetch sources that are given by 'url' alone. Off by default.")
@click.option("--keep", type=click.Path(path_type=Path), default=KEEP, show_default=True, help="Folder for the copies.")
@click.option("--max-body", type=click.IntRange(1), default=4 * 1024 * 1024, show_default=True, help="Bytes.")
@click.option("--max-sources", type=click.IntRange(1), default=50, show_default=True)
@click.option(
    "--max-seconds",
    type=click.FloatRange(0, LONGEST, min_open=True),
    default=60.0,
    show_default=True,
    callback=_finite,
)
def serve(  # noqa: PLR0917 - click passes every argument by name
    host: str,
    port: int,
    hosts: tuple[str, ...],
    config: Path | None,
    allow_fetch: bool,
    keep: Path,
    max_body: int,
    max_sources: int,
    max_seconds: float,
) -> int:
    """Check drafts for a content system over HTTP.

    POST /check takes a draft and its sources as JSON, POST /compare takes articles; /openapi.json describes both.
    """
    import socket

    import uvicorn

    from compare.checking.gate_settings import GateSettings, read_settings
    from reports.serve.answering import House
    from reports.serve.app import Limits, make_app
    from reports.serve.worker import Worker

    limits = Limits(max_body, max_sources, max_seconds)
    house = House(read_settings(config) if config else GateSettings(), keep.resolve() if allow_fetch else None)
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        raise SettingsError(f"{host}:{port} cannot be used ({port_fault(error)}); choose another --port.") from error
    worker = Worker(house, limits.seconds)
    try:
        with listening:
            worker.warm()
            shown = f"[{host}]" if ":" in host else host
            if host not in ("127.0.0.1", "::1", "localhost"):
                click.echo("There is no log-in: whoever reaches this address may use it.", err=True)
            click.echo(f"Crosscheck at http://{shown}:{listening.getsockname()[1]}/ ; Ctrl+C stops it.")
            settings = uvicorn.Config(
                make_app(worker, limits, fetch=allow_fetch, hosts=hosts), log_level="warning", access_log=False,
                server_header=False, lifespan="off", limit_concurrency=200, timeout_keep_alive=10,
                h11_max_incomplete_event_size=16 * 1024,
            )  # fmt: skip
            # uvicorn passes a signal on when it has stopped: then the worker is to be ended, too
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
            with contextlib.suppress(KeyboardInterrupt):
                uvicorn.Server(settings).run(sockets=[listening])
    finally:
        worker.close()
    return 0
