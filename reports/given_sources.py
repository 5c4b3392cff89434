"""The sources that a command is given: files, folders, standard input and, where allowed, web addresses."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from compare.errors import SettingsError
from compare.model import Source, Unread
from compare.sources.fetched import fetch_sources, is_address
from compare.sources.manifest import read_manifest
from reports.wording import squeezed

BESIDE_STDOUT = Path("crosscheck-report")  # what copies lie beside when the report goes to standard output

allow_fetch_option = click.option(
    "--allow-fetch",
    is_flag=True,
    help="Fetch sources given as web addresses; copies are kept beside the report. Off by default.",
)


def read_given(
    given: Sequence[str], manifest: Path | None, *, allow_fetch: bool = False, output: Path | None = None
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Read what was given; copies of what is fetched are kept in ``<output>.sources/``.

    The manifest describes files by their path and web addresses by their ``url``.

    Raises ``SettingsError`` for a web address where fetching was not allowed: nothing is fetched by default.
    """
    from compare.sources import read_sources

    addresses = [g for g in given if is_address(g)]
    if addresses and not allow_fetch:
        raise SettingsError(
            f"{squeezed(addresses[0])[:200]} is a web address and nothing is fetched unless --allow-fetch is given; "
            "save the page and give the file."
        )
    paths = [g for g in given if not is_address(g)]
    sources: tuple[Source, ...] = ()
    unread: tuple[Unread, ...] = ()
    if paths or not addresses:
        sources, unread = read_sources(list(paths), manifest=manifest, stdin=getattr(sys.stdin, "buffer", None))
    if not addresses:
        return sources, unread
    beside = BESIDE_STDOUT if output is None or str(output) == "-" else output
    entries = read_manifest(manifest) if manifest is not None else ()
    fetched, missing = fetch_sources(addresses, beside.with_name(f"{beside.name}.sources"), entries=entries)
    return (*sources, *_apart(fetched, sources)), (*unread, *missing)


def _apart(fetched: Sequence[Source], read: Sequence[Source]) -> list[Source]:
    """Return the fetched sources with ids that no source read from a file has."""
    taken = {s.id for s in read}
    return [replace(s, id=f"fetched/{s.id}") if s.id in taken else s for s in fetched]
