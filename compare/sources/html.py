"""Web pages: main text, title, site and date through trafilatura and htmldate."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.errors import SourceError
from compare.model import Block, BlockKind, Published
from compare.sources.article import Article
from compare.sources.front_matter import moment_of

if TYPE_CHECKING:
    from lxml.etree import _Element

KINDS: dict[str, BlockKind] = {  # trafilatura's element → kind of block
    "head": "heading",
    "p": "paragraph",
    "item": "list",
    "quote": "quote",
    "code": "code",
    "row": "table",
    "lb": "paragraph",
}


def read_html(data: bytes, name: str) -> tuple[Article, ...]:
    """Read the main text of one page; ``Source.text`` is that text, a block a paragraph.

    Raises ``SourceError`` where the page holds no article.
    """
    import trafilatura
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = data
    found = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, include_images=False, with_metadata=True, deduplicate=False
    )
    if not isinstance(found, Document) or found.body is None:
        raise SourceError(f"{name}: no article was found on this page; save the page again or give its text.")
    title = _squeezed(found.title)
    parts: list[tuple[str, BlockKind]] = [(words, kind) for words, kind in _parts(found.body) if words]
    if title:
        if parts and parts[0][1] == "heading" and parts[0][0].casefold() == title.casefold():
            parts = parts[1:]
        parts.insert(0, (title, "title"))
    text, blocks = assemble(parts)
    published = _published(data)
    return (
        Article(
            text,
            blocks,
            title=title,
            publisher=_squeezed(found.sitename),
            author=_squeezed(found.author),
            url=_squeezed(found.url),
            published=published,
        ),
    )


def assemble(parts: list[tuple[str, BlockKind]]) -> tuple[str, tuple[Block, ...]]:
    """Join blocks of words with blank lines; for formats whose file is not itself the text."""
    text, blocks = "", []
    pieces: list[str] = []
    length = 0
    for words, kind in parts:
        if pieces:
            pieces.append("\n\n")
            length += 2
        blocks.append(Block(length, length + len(words), kind))
        pieces.append(words)
        length += len(words)
    text = "".join(pieces)
    return text, tuple(blocks)


def _parts(body: _Element) -> Iterator[tuple[str, BlockKind]]:
    """Walk trafilatura's tree; each element that holds words becomes one part."""
    for child in body:
        tag = str(child.tag)
        if tag in ("list", "table", "div", "body", "main"):
            yield from _parts(child)
        elif tag == "quote" and any(str(c.tag) == "p" for c in child):
            for inner in child:
                yield _squeezed("".join(inner.itertext())) or "", "quote"
        else:
            separator = " | " if tag == "row" else ""
            words = separator.join("".join(c.itertext()).strip() for c in child) if tag == "row" else None
            yield _squeezed(words if words is not None else _text(child)) or "", KINDS.get(tag, "paragraph")
        if child.tail and child.tail.strip():
            yield _squeezed(child.tail) or "", "paragraph"


def _text(element: _Element) -> str:
    for line_break in element.iter("lb"):
        line_break.tail = " " + (line_break.tail or "")
    return "".join(element.itertext())


def _published(data: bytes) -> Published | None:
    """Return the date that the page's metadata state; a copyright line or the newest date seen is never taken."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(data)
    except (etree.ParserError, ValueError):
        return None
    for xpath, words in STATED:
        for value in tree.xpath(xpath):
            when = moment_of(str(value).strip())
            if when is not None:
                return Published(when, "metadata", f"{words}: {str(value).strip()}")
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        match = re.search(r'"datePublished"\s*:\s*"([^"]{4,40})"', str(script))
        when = moment_of(match[1]) if match else None
        if match and when is not None:
            return Published(when, "metadata", f"datePublished: {match[1]}")
    import htmldate

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    day = htmldate.find_date(data.decode("utf-8", "replace"), extensive_search=False, original_date=True)
    when = moment_of(day) if day else None
    return Published(when, "metadata", f"the page's date: {day}") if when is not None else None


STATED = (  # where pages state their date of publication, most trustworthy first
    ("//meta[@property='article:published_time']/@content", "article:published_time"),
    ("//meta[@itemprop='datePublished']/@content", "datePublished"),
    ("//meta[@name='pubdate' or @name='publishdate' or @name='publish-date']/@content", "pubdate"),
    ("//meta[@name='date' or @name='dc.date' or @name='DC.date.issued' or @name='dcterms.created']/@content", "date"),
    ("//time[@itemprop='datePublished']/@datetime", "datePublished"),
    ("//time[@pubdate]/@datetime", "time"),
)


def _squeezed(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None
