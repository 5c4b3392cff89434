"""Plain text: the first line is the headline where it looks like one; blocks lie between blank lines."""

from __future__ import annotations

from compare.sources.article import Article
from compare.sources.blocks import plain_blocks
from compare.sources.decoding import decode


def read_plain(data: bytes, name: str) -> tuple[Article, ...]:
    """Read one article; its text is the file's, character by character."""
    text, notes = decode(data, name)
    blocks = plain_blocks(text)
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), None)
    return (Article(text, blocks, title=title, notes=notes),)
