"""The words of an HTML draft, each with its place in the file: nothing but scripts, styles and forms is left out.

A draft is often a fragment from a content system, without the frame of a page that finding a main text relies on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from compare.model import Block, BlockKind
from compare.sources.positions import Places

KINDS: dict[str, BlockKind] = {
    "p": "paragraph", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "li": "list", "dt": "list", "dd": "list", "figcaption": "caption", "caption": "caption",
    "tr": "table", "blockquote": "quote", "pre": "code",
}  # fmt: skip
BREAKS = frozenset(
    "div section article main header footer aside nav ul ol dl table thead tbody figure address hr body html".split()
)
UNREAD = frozenset("script style template noscript form select button textarea svg iframe object head".split())
CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class PageComment:
    """A comment of the page: where it stands in the text and in the file."""

    at: int
    raw: int
    words: str


@dataclass(slots=True)
class HtmlText:
    """The text of a page, its blocks, and the way back to the file."""

    text: str = ""
    title: str | None = None
    blocks: tuple[Block, ...] = ()
    comments: tuple[PageComment, ...] = ()
    origins: list[int] = field(default_factory=list)  # for each character of ``text``: its offset in the file

    def raw(self, offset: int) -> int:
        """Return the offset in the file of an offset in the text."""
        if not self.origins:
            return 0
        return self.origins[offset] if offset < len(self.origins) else self.origins[-1] + 1


class _Reader(HTMLParser):
    """Collects characters with their places; white space is squeezed as a browser does it."""

    def __init__(self, raw: str) -> None:
        super().__init__(convert_charrefs=False)
        self.lines = Places(raw)
        self.starts = [0]
        for number, char in enumerate(raw):
            if char == "\n":
                self.starts.append(number + 1)
        self.characters: list[str] = []
        self.origins: list[int] = []
        self.blocks: list[Block] = []
        self.comments: list[PageComment] = []
        self.kind: BlockKind = "paragraph"
        self.begun = 0
        self.hidden: list[str] = []
        self.first_heading: Block | None = None
        self.in_title = False
        self.title: list[str] = []

    def here(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "title":
            self.in_title = True
        if tag in UNREAD:
            self.close_block()
            self.hidden.append(tag)
        elif self.hidden:
            return
        elif tag in KINDS:
            self.close_block()
            self.kind = KINDS[tag]
        elif tag in BREAKS:
            self.close_block()
        elif tag in CELLS and len(self.characters) > self.begun:
            self.add(" | ", self.here())
        elif tag == "br":
            self.add(" ", self.here())

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.in_title = False
        if self.hidden:
            if tag in self.hidden:
                del self.hidden[self.hidden.index(tag) :]
            return
        if tag in KINDS or tag in BREAKS:
            self.close_block()

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.title.append(data)
        if not self.hidden:
            self.add_run(data, self.here())

    def handle_entityref(self, name: str) -> None:
        self.reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.reference(f"&#{name};")

    def reference(self, written: str) -> None:
        if self.in_title:
            self.title.append(unescape(written))
        if not self.hidden:
            self.add(unescape(written), self.here())

    def handle_comment(self, data: str) -> None:
        self.comments.append(PageComment(len(self.characters), self.here(), data))

    def add_run(self, words: str, place: int) -> None:
        for number, char in enumerate(words):
            self.add(char, place + number)

    def add(self, words: str, place: int) -> None:
        for char in words:
            blank = char.isspace() and self.kind != "code"
            if blank and (len(self.characters) == self.begun or self.characters[-1] == " "):
                continue
            self.characters.append(" " if blank else char)
            self.origins.append(place)

    def close_block(self) -> None:
        while len(self.characters) > self.begun and self.characters[-1].isspace():
            self.characters.pop()
            self.origins.pop()
        if len(self.characters) > self.begun:
            self.blocks.append(Block(self.begun, len(self.characters), self.kind))
            last = self.origins[-1]
            self.characters += ["\n", "\n"]
            self.origins += [last, last]
        self.begun = len(self.characters)
        self.kind = "paragraph"


def read_html_text(raw: str) -> HtmlText:
    """Return the words of a page or of a fragment of one."""
    reader = _Reader(raw)
    reader.feed(raw)
    reader.close()
    reader.close_block()
    blocks = reader.blocks
    if blocks and blocks[0].kind == "heading":
        blocks = [Block(blocks[0].start, blocks[0].end, "title"), *blocks[1:]]
    title = " ".join("".join(reader.title).split()) or None
    return HtmlText("".join(reader.characters), title, tuple(blocks), tuple(reader.comments), reader.origins)
