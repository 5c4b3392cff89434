"""Source → segments: the stretches of a source that are parsed as one, each with its exact place.

A segment is a block, or what furniture leaves of it, or a line of a table, or a part of a block too long to parse.
Its ``words`` are as long as its place: line ends, odd spaces, control characters and markup are read as spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from compare.model import Block, BlockKind, Source

LONGEST = 20_000  # characters parsed as one; far more than a paragraph, far less than the parser's limit
UNBROKEN = re.compile(r"\S{600}")  # no word is so long; the tokenizer takes time by the square of it
CUT = re.compile(r"[.!?…][”\"’')\]]*\s")
SPACE = re.compile(r"\s|[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff]")
WIDTHLESS = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
PARTED = re.compile(r"\w+(?:[\u00ad\u200b-\u200d\u2060\ufeff]+[\w.,]+)+")
HYPHENS = {0x2010: "-", 0x2011: "-", 0x2012: "–", 0xFE63: "-", 0xFF0D: "-"}
TABLE_RULE = re.compile(r"[\s|:+=-]*")
# Marks of Markdown that carry no words.  A link keeps its words; its target is read as spaces.
MARKUP = (  # every repetition is bounded, since texts are hostile
    re.compile(r"!?\[(?=[^\]\n]{0,400}\]\([^)\s]{0,600}(?:\s+\"[^\"]{0,200}\")?\))"),
    re.compile(r"\]\([^)\s]{0,600}(?:\s+\"[^\"]{0,200}\")?\)"),
    re.compile(r"\[\^[^\]]{1,40}\]"),
    re.compile(r"\*{1,3}|`+|~~|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)"),
    re.compile(r"<!--.{0,600}?-->|</?[a-zA-Z][^<>]{0,300}>", re.DOTALL),
    re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE),
    re.compile(r"\\(?=[^\w\s])"),
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a source: ``len(words) == end - start``."""

    start: int
    end: int
    words: str  # what the parser reads
    kind: BlockKind
    block: int  # 0-based index into ``Source.blocks``


def segments(source: Source) -> list[Segment]:
    """Return the segments of a source in order of place."""
    found = []
    starts = [item.start for item in source.furniture]  # sorted and never overlapping, see ``mark_furniture``
    pieces = [
        (index, block, start, end)
        for index, block in enumerate(source.blocks)
        if block.kind != "code"
        for left, right in _rows(source.text, block)
        for start, end in _without_furniture(source, starts, left, right)
    ]
    for index, block, start, end in pieces:
        words = _readable(source.text[start:end], source.format == "markdown", block.kind)
        for left, right in _short(words):
            part = words[left:right]
            begin = left + len(part) - len(part.lstrip())
            stop = left + len(part.rstrip())
            if begin < stop:
                found.append(Segment(start + begin, start + stop, words[begin:stop], block.kind, index))
    return found


def _rows(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the lines of a table, and any other block whole."""
    if block.kind != "table":
        yield block.start, block.end
        return
    place = block.start
    for line in text[block.start : block.end].splitlines(keepends=True):
        if not TABLE_RULE.fullmatch(line):
            yield place, place + len(line)
        place += len(line)


def _without_furniture(source: Source, starts: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what furniture leaves of a span; ``starts`` are the starts of the furniture, sorted."""
    place = start
    for item in source.furniture[max(bisect_right(starts, start) - 1, 0) :]:
        if item.start >= end:
            break
        if item.end <= place:
            continue
        if item.start > place:
            yield place, item.start
        place = item.end
    if place < end:
        yield place, end


def _readable(words: str, markdown: bool, kind: BlockKind) -> str:
    """Return words of the same length in which only what is read is left."""
    if markdown:
        for mark in MARKUP:
            words = mark.sub(lambda m: " " * len(m.group()), words)
    if kind == "table":
        words = re.sub(r"^(\s*)\|", r"\1 ", words)
        words = re.sub(r"\|(?=\s*\S)", ",", words).replace("|", " ")
    return SPACE.sub(" ", rejoined(words))


def rejoined(words: str) -> str:
    """Return words of the same length in which no mark without width parts a word, and hyphens are plain.

    The marks are read as blanks behind the word: its end is then a few characters early, its beginning exact.
    """
    words = words.translate(HYPHENS)
    if not WIDTHLESS.search(words):
        return words
    return PARTED.sub(lambda m: (whole := WIDTHLESS.sub("", m.group())) + " " * (len(m.group()) - len(whole)), words)


def _short(words: str) -> Iterator[tuple[int, int]]:
    """Yield parts that the parser can take: cut after a sentence, else at a space, else anywhere."""
    start = 0
    for stop in (*(m.end() for m in UNBROKEN.finditer(words)), len(words)):
        while stop - start > LONGEST:
            half = start + LONGEST // 2
            ends = [m.end() for m in CUT.finditer(words, half, start + LONGEST)]
            end = ends[-1] if ends else words.rfind(" ", half, start + LONGEST) + 1 or start + LONGEST
            yield start, end
            start = end
        if start < stop:
            yield start, stop
        start = stop
