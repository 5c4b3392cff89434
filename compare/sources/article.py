"""What a format's reader hands over: an article's text and what the file says about itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from compare.model import Block, Published


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its file gives it, before furniture and dates in the text are looked for."""

    text: str  # what ``Source.text`` will be
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None  # only where metadata say so
    notes: tuple[str, ...] = ()
    record: int | None = None  # 1-based number of the record in a file of several articles
    sha256: str | None = None  # of the record; None where the file is one article


Reader = Callable[[bytes, str], tuple[Article, ...]]
"""Bytes of a file and its name → its articles.  Raises ``SourceError`` with the place and the mend."""
