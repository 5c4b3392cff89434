"""Markdown with optional YAML front matter: the text stays the raw file, the blocks point into it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from compare.errors import SourceError
from compare.model import Block, BlockKind
from compare.sources import front_matter
from compare.sources.article import Article
from compare.sources.blocks import TITLE_LENGTH, Span, plain_blocks, trimmed
from compare.sources.decoding import decode

LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
QUOTE = re.compile(r" {0,3}>[ \t]?")
CAPTION = re.compile(r"!\[(?P<words>[^\]]*)\]\([^)]*\)\s*$")
DEFINITION = re.compile(r" {0,3}\[[^\]^][^\]]*\]:\s+\S+")  # the target of a link
FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,60}\]:[ \t]*")


def read_markdown(data: bytes, name: str) -> tuple[Article, ...]:
    """Read one article.  Raises ``SourceError`` with the line where the front matter is no valid YAML."""
    text, notes = decode(data, name)
    fields, start = _front_matter(text, name)
    blocks = markdown_blocks(text, start)
    published, doubts = front_matter.published_of(fields)
    title = front_matter.text_of(fields, front_matter.TITLE)
    if title is None:
        title = next((plain(text[b.start : b.end]) for b in blocks if b.kind == "title"), None)
    return (
        Article(
            text,
            blocks,
            title=title,
            publisher=front_matter.text_of(fields, front_matter.PUBLISHER),
            author=front_matter.text_of(fields, front_matter.AUTHOR),
            url=front_matter.text_of(fields, front_matter.URL),
            published=published,
            notes=notes + doubts,
        ),
    )


def plain(words: str) -> str:
    """Return Markdown words without emphasis marks, link targets and escapes, for a title to show."""
    words = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", words)
    return re.sub(r"\\([^\w\s])", r"\1", re.sub(r"(\*\*|__|\*|`)", "", words)).strip()


def markdown_blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """Return the blocks of Markdown: headings, list items, quotes, tables, code, captions, paragraphs."""
    scan = _Scan(text)
    for begin, end in _lines(text, start):
        scan.line(begin, end)
    scan.close()
    return _titled(text, [b for b in scan.blocks if b.end > b.start])


class _Scan:
    """Gathers lines into blocks: ``run`` are the lines of the block that is open, ``kind`` is what it will be."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.run: list[Span] = []
        self.kind: BlockKind = "paragraph"
        self.fence = ""
        self.blank = True

    def close(self, kind: BlockKind = "paragraph") -> None:
        """End the open block; the next one is of ``kind`` unless its first line says otherwise."""
        if self.run:
            self.blocks.append(_block(self.text, self.run[0][0], self.run[-1][1], self.kind))
        self.run.clear()
        self.kind = kind

    def line(self, begin: int, end: int) -> None:
        """Take one line."""
        line = self.text[begin:end]
        mark = FENCE.match(line)
        if self.fence:
            self.run.append((begin, end))
            if mark and mark[1].startswith(self.fence):
                self.fence = ""
                self.close()
        elif mark:
            self.close("code")
            self.fence = mark[1][:3]
            self.run.append((begin, end))
        elif not line.strip():
            self.close()
            self.blank = True
        else:
            self._words(line, begin, end)
            self.blank = False

    def _words(self, line: str, begin: int, end: int) -> None:
        indented = (
            self.blank and line.startswith(("    ", "\t")) and not (self.blocks and self.blocks[-1].kind == "list")
        )
        opened = _opening(line)
        if self.run and self.kind == "paragraph" and UNDERLINE.match(line):
            self.kind = "heading"
            self.close()
        elif RULE.match(line) or DEFINITION.match(line):
            self.close()
        elif indented or self.kind == "code":
            if indented:
                self.close("code")
            self.run.append((begin, end))
        elif opened is None:
            self.run.append((begin, end))
        else:
            found, width = opened
            if found != self.kind or found not in ("table", "quote"):
                self.close(found)
            self.run.append((begin + width, end))
            if found == "heading":
                self.close()


def _opening(line: str) -> tuple[BlockKind, int] | None:
    """Return the kind of block that a line opens, and the width of its mark; None for plain words."""
    if heading := HEADING.match(line):
        return "heading", heading.end()
    if item := ITEM.match(line):
        return "list", item.end()
    if note := FOOTNOTE.match(line):
        return "paragraph", note.end()  # its words are printed below the article
    if quote := QUOTE.match(line):
        return "quote", quote.end()
    if line.lstrip().startswith("|"):
        return "table", 0
    return None


def _block(text: str, start: int, end: int, kind: BlockKind) -> Block:
    start, end = trimmed(text, start, end)
    if kind == "paragraph" and (caption := CAPTION.fullmatch(text, start, end)):
        return Block(*caption.span("words"), "caption")
    if kind == "heading":
        closing = re.search(r"[ \t]+#+$", text[start:end])
        end -= len(closing.group()) if closing else 0
    return Block(start, end, kind)


def _titled(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Make the first heading of level one, or the first line of a text without headings, the title."""
    if blocks and blocks[0].kind == "heading":
        return (Block(blocks[0].start, blocks[0].end, "title"), *blocks[1:])
    for i, block in enumerate(blocks):
        line = text.rfind("\n", 0, block.start) + 1
        if block.kind == "heading" and re.match(r" {0,3}# ?$", text[line : block.start]):
            return (*blocks[:i], Block(block.start, block.end, "title"), *blocks[i + 1 :])
    if blocks and blocks[0].kind == "paragraph" and blocks[0].end - blocks[0].start <= TITLE_LENGTH:
        first = plain_blocks(text[: blocks[-1].end], blocks[0].start)[:1]
        if first and first[0].kind == "title" and first[0].end == blocks[0].end:
            return (first[0], *blocks[1:])
    return tuple(blocks)


def _lines(text: str, start: int) -> Iterator[Span]:
    """Yield the lines from ``start`` on without their ends; HTML comments are left out."""
    for left, right in _outside_comments(text, start):
        for match in LINES.finditer(text, left, right):
            yield match.start(), match.start() + len(match.group().rstrip("\r\n"))


def _outside_comments(text: str, start: int) -> Iterator[Span]:
    place = start
    while (opened := text.find("<!--", place)) >= 0 and (closed := text.find("-->", opened + 4)) >= 0:
        if opened > place:
            yield place, opened
        place = closed + 3
    yield place, len(text)


def _front_matter(text: str, name: str) -> tuple[Mapping[str, object], int]:
    """Return the fields between two '---' lines at the head, and where the article begins."""
    match = re.match(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if match is None:
        return {}, 0
    try:
        fields = front_matter.fields_of(match["yaml"])
    except front_matter.FieldsError as error:
        place = f"line {error.line + 1}: " if error.line is not None else ""
        raise SourceError(f"{name}: {place}the front matter cannot be read: {error.problem}.") from error
    if not isinstance(fields, dict):
        return {}, 0  # a rule, not front matter
    return {str(k).strip().casefold(): v for k, v in fields.items()}, match.end()
