"""Fetched sources, each from a copy that is kept: what was compared can be looked at again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from compare.errors import SourceError
from compare.model import Source, Unread
from compare.sources.collecting import read_source
from compare.sources.fetching import Fetched, Fetcher
from compare.sources.manifest import ManifestEntry

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
INDEX = "index.json"  # of a folder of copies: address, final address, SHA-256 and file of each


def is_address(given: str) -> bool:
    """Tell a web address ('https://…') from the name of a file."""
    return ADDRESS.match(given) is not None


def fetch_sources(
    urls: Sequence[str], folder: Path, fetcher: Fetcher | None = None, *, entries: Sequence[ManifestEntry] = ()
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Fetch each address once, keep what it gave in ``folder``, and read the copies.

    A manifest entry with the same ``url`` tells title, publisher and date.  What cannot be fetched or read comes back
    as ``Unread``.  Raises ``OSError`` where a copy cannot be kept.
    """
    fetcher = fetcher or Fetcher()
    sources: list[Source] = []
    unread: list[Unread] = []
    rows: list[dict[str, str]] = []
    told = {entry.url: entry for entry in entries if entry.url}
    for url in dict.fromkeys(urls):
        try:
            found = fetcher.fetch(url)
            path = _keep(found, folder)
            rows.append({"url": url, "final": found.final, "sha256": found.sha256, "file": path.name})
            entry = replace(told.get(url, ManifestEntry(path)), path=path.resolve(), url=found.final)
            source = read_source(path, entry=entry)
        except SourceError as error:
            unread.append(Unread(url, str(error)))
            continue
        sources.append(replace(source, notes=(*source.notes, f"Fetched from {url}; its copy is kept as {path}.")))
    if rows:
        _write_index(folder, rows)
    return tuple(sources), tuple(unread)


def _keep(found: Fetched, folder: Path) -> Path:
    """Write the copy; its name tells the host, and an address has one name only."""
    folder.mkdir(parents=True, exist_ok=True)
    host = re.sub(r"[^a-z0-9.-]+", "-", (urlsplit(found.url).hostname or "page").lower()).strip(".-") or "page"
    path = folder / f"{host[:80]}-{hashlib.sha256(found.url.encode()).hexdigest()[:12]}{found.suffix}"
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(found.data)
    part.replace(path)
    return path


def _write_index(folder: Path, rows: Sequence[dict[str, str]]) -> None:
    """Add to the folder's list what was fetched now."""
    path = folder / INDEX
    known: dict[str, dict[str, str]] = {}
    if path.is_file():
        try:
            known = {str(row["url"]): row for row in json.loads(path.read_text("utf-8"))}
        except (ValueError, TypeError, KeyError):
            known = {}  # damaged: the copies are still there, and what was fetched now is listed
    known.update({row["url"]: row for row in rows})
    text = json.dumps([known[url] for url in sorted(known)], indent=1, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", "utf-8")
