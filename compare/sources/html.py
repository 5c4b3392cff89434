"""Web pages: main text, title, site and date through trafilatura and htmldate."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.errors import SourceError
from compare.language.en.furniture import TOLD, WALL
from compare.model import Block, BlockKind
from compare.sources.article import Article
from compare.sources.furniture import line_reason
from compare.sources.page_dates import page_date
from compare.sources.page_titles import page_title, script_articles
from compare.sources.segments import WIDTHLESS

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

FEW_WORDS = 60  # of text; a page with fewer may hold its text elsewhere
WALLED = "This page wants a subscription, a setting or consent; what was read of it may not be the article."
SENTENCE = 4  # words that a paragraph of an article has at least
LITTLE_SCRIPT = 300  # characters; too few to hold an article
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
    tree = _tree(data)
    title = _squeezed(found.title)
    if tree is not None:
        title = page_title(tree, title, _squeezed(found.sitename))
    parts: list[tuple[str, BlockKind]] = [(words, kind) for words, kind in _parts(found.body) if words]
    if title:
        if parts and parts[0][1] == "heading" and parts[0][0].casefold() == title.casefold():
            parts = parts[1:]
        parts.insert(0, (title, "title"))
    notes = _missing(tree, parts, name) if tree is not None else ()
    text, blocks = assemble(parts)
    url = _squeezed(found.url)
    published = page_date(tree, data.decode("utf-8", "replace"), url) if tree is not None else None
    return (
        Article(
            text,
            blocks,
            title=title,
            publisher=_squeezed(found.sitename),
            author=_squeezed(found.author),
            url=url,
            published=published,
            notes=notes,
        ),
    )


def _tree(data: bytes) -> HtmlElement | None:
    from lxml import etree, html

    try:
        return html.document_fromstring(data)
    except (etree.ParserError, ValueError):
        return None


def _missing(tree: HtmlElement, parts: list[tuple[str, BlockKind]], name: str) -> tuple[str, ...]:
    """Take the article from the page's linked data where it stands there only; else say that little was found.

    Raises ``SourceError`` where the page holds hardly more than a title.
    """
    words = sum(len(p.split()) for p, kind in parts if kind != "title")
    if words >= FEW_WORDS:
        return ()
    bodies = [i.get("articleBody") for i in script_articles(tree)]
    body = next((b for b in bodies if isinstance(b, str) and len(b.split()) > 2 * words), None)
    if body is not None:
        title = [p for p in parts if p[1] == "title"]
        parts[:] = [*title, *((line, "paragraph") for line in (_squeezed(b) for b in body.splitlines()) if line)]
        return ("The article's text was taken from the data of the page, where its reader's text is.",)
    scripts = sum(len(s) for s in tree.xpath("//script[not(@src)]/text()"))
    if scripts < max(LITTLE_SCRIPT, 3 * sum(len(p) for p, _ in parts)):
        return _without_article(tree, parts)
    if not any(len(p.split()) >= 12 and kind != "title" for p, kind in parts):
        raise SourceError(
            f"{name}: hardly more than a title was found on this page, its text stands in script data; "
            "save the page from a browser, or give its text."
        )
    return (f"Only {words} words were found on this page; its text may stand in script data, which is not read.",)


def _without_article(tree: HtmlElement, parts: list[tuple[str, BlockKind]]) -> tuple[str, ...]:
    """Return a note where hardly anything but a headline and captions was read, or a wall stands before the article."""
    seen = {_squeezed(e.text_content()) or "" for e in tree.xpath("//figcaption | //noscript")}
    seen |= {words for words, kind in parts if kind in ("title", "heading", "caption")}
    left = [_without(words, seen) for words, kind in parts if kind not in ("title", "heading", "caption")]
    own = [words for words in left if len(words.split()) >= SENTENCE and not line_reason(words)]
    if any(WALL.search(words) and not TOLD.search(words) for words in left):
        return (WALLED,)
    if own:
        return ()
    if tree.xpath("//figcaption") or any(kind == "caption" for _, kind in parts):
        return ("Only a headline and captions were found on this page; the article itself is missing.",)
    return ()


def _without(words: str, seen: set[str]) -> str:
    """Return words without the headline and captions that the reader of the main text ran into them."""
    for other in sorted(seen - {""}, key=len, reverse=True):
        words = words.replace(other, " ")
    return " ".join(words.split())


def assemble(parts: list[tuple[str, BlockKind]]) -> tuple[str, tuple[Block, ...]]:
    """Join blocks of words with blank lines; for formats whose file is not itself the text."""
    text, blocks = "", []
    pieces: list[str] = []
    length = 0
    for given, kind in parts:
        words = WIDTHLESS.sub("", given)  # marks where a line may break; they part words for every reader but the eye
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


def _squeezed(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None
