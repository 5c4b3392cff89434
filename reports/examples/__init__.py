"""The example articles of ``crosscheck demo``: the text, Markdown and HTML files of this folder, written for it."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import as_file, files

from compare.errors import ResourceError
from compare.model import Source, Unread

MANIFEST = "manifest.toml"  # optional: titles and dates of files that cannot say so themselves


def example_sources() -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Return the example articles, their paths cut to the files' names so that every installation reports the same."""
    from compare.sources import read_sources

    with as_file(files(__name__)) as folder:
        paths = sorted(p for p in folder.iterdir() if p.suffix in {".html", ".md", ".txt"})
        if not paths:
            raise ResourceError("The example articles are missing from this installation; install Crosscheck again.")
        manifest = folder / MANIFEST
        sources, unread = read_sources(paths, manifest=manifest if manifest.exists() else None)
    return tuple(replace(source, path=source.id) for source in sources), unread
