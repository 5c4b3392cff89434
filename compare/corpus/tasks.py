"""The work of the stages as functions of modules: rows in, rows out, nothing read from or written to a disk.

A row is plain JSON values and bytes, so that it can be sent to a worker on another machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from compare.corpus.traits import Traits, day_of, traits_of
from compare.errors import SourceError
from compare.model import Source
from compare.sources.collecting import sources_of_bytes
from compare.sources.records import source_of_line
from compare.statements.parses import packed_parses
from compare.statements.splitting import parses_of_all
from compare.wire.codec import decode, encode

Read = tuple[str, int | None, Any, Any]  # SHA-256, day, source, traits


def read_files(files: Sequence[tuple[str, int | None, bytes]]) -> list[str | list[Read]]:
    """Read files or rows, given by name, number of the line (None: a file) and bytes.

    Returns for each its articles, or the sentence that says why there are none.
    """
    found: list[str | list[Read]] = []
    for name, line, data in files:
        try:
            sources = sources_of_bytes(data, name) if line is None else [source_of_line(data, name, line)]
        except SourceError as error:
            found.append(str(error))
        else:
            found.append([(s.sha256, day_of(s), encode(s), asdict(traits_of(s))) for s in sources])
    return found


def parse_sources(sources: Sequence[Mapping[str, Any]]) -> list[tuple[str, bytes]]:
    """Parse articles; returns the SHA-256 and the packed parses of each."""
    articles = [source_from(row) for row in sources]
    found = {article.sha256: packed_parses(()) for article in articles}  # what has nothing to parse keeps this
    for sha, parses in groupby(parses_of_all(articles), key=lambda pair: pair[1].sha256):
        found[sha] = packed_parses(doc for doc, _ in parses)
    return list(found.items())


def source_from(row: Mapping[str, Any], *, name: str | None = None, path: str | None = None) -> Source:
    """Return the source of a row, under the name that it has in this run."""
    known = {"id": name or row["id"], "path": path or row["path"]}
    source: Source = decode(Source, {**row, **known}, "source")
    return source


def traits_from(row: Mapping[str, Any]) -> Traits:
    """Return the traits of a row."""
    return Traits(**{**row, "ages": tuple(row["ages"])})
