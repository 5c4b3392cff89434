"""A draft as it is read for checking: its source, its comments, and where each place stands in the draft's own file.

Lines and columns are those of the file for plain text, Markdown and HTML.  A DOCX file has no lines: there the line is
the number of the paragraph.  In a draft only bylines, datelines and the like are left out; no prose ever is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from compare.checking.html_draft import read_html_text
from compare.errors import SourceError
from compare.language.en.furniture import HEADLINE
from compare.model import Block, Furniture, Source
from compare.sources import read_source
from compare.sources.apart import read_apart
from compare.sources.blocks import plain_blocks
from compare.sources.budgets import (
    DRAFT_CHARACTERS,
    within_attributes,
    within_bytes,
    within_characters,
    within_sentences,
)
from compare.sources.decoding import decode
from compare.sources.formats import format_of
from compare.sources.furniture import marked
from compare.sources.markdown import markdown_blocks
from compare.sources.positions import Places

UNCLOSED = re.compile(r"<!--\s{0,50}crosscheck", re.IGNORECASE)
FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
SPOKEN_FIELDS = re.compile(
    r"^(?P<name>title|headline|subtitle|description|summary|standfirst|excerpt|lead|dek):"
    r"[ \t]+(?P<words>\S.*?)[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
HEADLINES = frozenset({"title", "headline"})
OWN_COMMENT = "a comment in the draft"
LONGEST_HEAD = 60  # characters of a byline or dateline; in a draft nothing longer is left out
FILL = "x"  # stands for a comment where blocks are told apart; the draft's text itself is never changed
APART_FROM = 30_000  # characters of an HTML or Markdown draft; some marks take time by the square of their number
Place = tuple[int, int]  # line and column, from 1


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the draft, with the place in the text where it stands."""

    start: int
    end: int
    words: str
    line: int
    column: int


@dataclass(frozen=True)
class Draft:
    """A draft ready to be checked."""

    source: Source
    place: Callable[[int], Place]  # offset into ``source.text`` → line and column in the file
    unit: Literal["line", "paragraph"] = "line"
    comments: tuple[Comment, ...] = ()


def read_draft(draft: Source | Draft | str | Path) -> Draft:
    """Return a draft from a path, or from an article that was read already.

    Raises ``SourceError`` where the file cannot be read or holds no text.
    """
    if isinstance(draft, Draft):
        return draft
    if isinstance(draft, Source):
        return _ready(draft)
    path = Path(draft)
    found = format_of(path.suffix)
    if found is None or found.name not in ("html", "json", "pdf"):
        return _ready(_read_one(path))
    if found.name == "html":
        return html_draft(_bytes(path), str(path))
    raise SourceError(f"{path}: a draft must be Markdown, DOCX, HTML or plain text, not {found.name.upper()}.")


def draft_from_text(text: str, name: str = "draft.md") -> Draft:
    """Return a draft from its words; the end of ``name`` tells Markdown, HTML and plain text apart."""
    found = format_of(Path(name).suffix)
    kind = found.name if found else "text"
    if kind == "html":
        return html_draft(text.encode("utf-8", "surrogatepass"), name)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    blocks = () if kind == "markdown" else plain_blocks(text)
    return _ready(Source(name, name, text, "markdown" if kind == "markdown" else "text", digest, blocks=blocks))


def html_draft(data: bytes, name: str) -> Draft:
    """Return an HTML draft: every paragraph, heading, item, caption and row; scripts and styles are left out.

    Raises ``SourceError`` for a page beyond the budgets of a reader.
    """
    within_bytes(len(data), name, "html")
    within_attributes(data, name)
    raw, notes = decode(data, name)
    page = read_html_text(raw) if len(raw) < APART_FROM else read_apart(read_html_text, raw, name=name)
    lines = Places(raw, as_git=True)  # a diff of the page must find its lines
    digest = hashlib.sha256(data).hexdigest()
    source = Source(name, name, page.text, "html", digest, title=page.title, blocks=page.blocks, notes=notes)
    comments = tuple(Comment(c.at, c.at, c.words, *lines.line_column(c.raw)) for c in page.comments)
    return Draft(_with_furniture(source, ()), lambda offset: lines.line_column(page.raw(offset)), "line", comments)


def _read_one(path: Path) -> Source:
    source = read_source(path)
    return replace(source, id=str(path))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: the draft cannot be read: {error.strerror or error}.") from error


def _ready(source: Source) -> Draft:
    """Return the draft of a source whose text is the file (text, Markdown) or its paragraphs (DOCX)."""
    place, unit = _places(source)
    comments = tuple(_comments(source.text, place))
    open_comment = UNCLOSED.search(source.text, source.text.rfind("-->") + 1)
    if open_comment:
        line, column = place(open_comment.start())
        raise SourceError(f"{source.path}:{line}:{column}: this comment is not closed; end it with '-->'.")
    if source.format == "markdown":
        source = replace(source, blocks=_blocks_of(source, comments))
    return Draft(_with_furniture(source, comments), place, unit, comments)


def _comments(text: str, place: Callable[[int], Place]) -> Iterator[Comment]:
    """Yield the comments in order; one search for each mark, since a pattern would take time by the square of them."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (stop := text.find("-->", start + 4)) >= 0:
        end = stop + 3
        yield Comment(start, end, text[start + 4 : stop], *place(start))


def _places(source: Source) -> tuple[Callable[[int], Place], Literal["line", "paragraph"]]:
    if source.format != "docx":
        return Places(source.text).line_column, "line"

    def paragraph(offset: int) -> Place:
        number = next((i for i, b in enumerate(source.blocks) if offset <= b.end), max(len(source.blocks) - 1, 0))
        return number + 1, max(offset - source.blocks[number].start, 0) + 1

    return paragraph, "paragraph"


def _blocks_of(source: Source, comments: tuple[Comment, ...]) -> tuple[Block, ...]:
    if len(source.text) < APART_FROM:
        return _markdown_blocks(source.text, comments)
    return read_apart(_markdown_blocks, source.text, comments, name=source.path)


def _markdown_blocks(text: str, comments: tuple[Comment, ...]) -> tuple[Block, ...]:
    """Return the blocks of Markdown with comments read as spaces, and the headline and summary of the front matter."""
    for comment in comments:
        # where words follow, the gap must not look like the indent of a code block: then nobody would check them
        line = text[text.rfind("\n", 0, comment.start) + 1 : comment.start]
        inside = text[comment.start : comment.end]
        begins = not line.strip() or "\n" in inside or "\r" in inside
        followed = bool(re.match(r"[ \t]*[^\s]", text[comment.end : comment.end + 200]))
        gap = re.sub(r"[^\r\n]", " ", inside)
        if begins and followed:
            last = max(gap.rfind("\n"), gap.rfind("\r")) + 1
            gap = gap[:last] + FILL * (len(gap) - last)
        text = text[: comment.start] + gap + text[comment.end :]
    front = FRONT.match(text)
    body = markdown_blocks(text, front.end() if front else 0)
    if front is None:
        return body
    head = []
    for field in SPOKEN_FIELDS.finditer(text, front.start("yaml"), front.end("yaml")):
        start, end = field.span("words")
        if text[start] in "\"'" and end - start > 1 and text[end - 1] == text[start]:
            start, end = start + 1, end - 1
        if text[start] not in "|>&*[{":
            head.append(Block(start, end, "title" if field["name"].lower() in HEADLINES else "paragraph"))
    return (*head, *body)


def _with_furniture(source: Source, comments: tuple[Comment, ...]) -> Source:
    """Return the draft with bylines, datelines and its comments marked, and no prose left out.

    Raises ``SourceError`` for a draft beyond the budgets of a reader: what cannot be read cannot be passed either.
    """
    within_characters(source.text, source.path, DRAFT_CHARACTERS)
    within_sentences(source.text, source.blocks, source.path)
    found = [
        (c.start, c.end, OWN_COMMENT)
        for c in comments
        if c.start < c.end and (source.format != "markdown" or "\n" in c.words or "\r" in c.words)
    ]
    starts = {b.start: b.end for b in source.blocks}
    for item in marked(replace(source, furniture=())).furniture:
        short = item.start in starts and item.end - item.start <= LONGEST_HEAD
        if short and item.reason != HEADLINE:
            found.append((item.start, item.end, item.reason))
    rows: list[Furniture] = []
    for start, end, reason in sorted(found):
        begin = max(start, rows[-1].end) if rows else start
        if begin < end:
            rows.append(Furniture(begin, end, reason))
    return replace(source, furniture=tuple(rows))
