"""Plain text → blocks: title, headings, list items, paragraphs, each with its place."""

from __future__ import annotations

import re
from itertools import pairwise

from compare.model import Block, BlockKind
from compare.sources.furniture import line_reason

LINE = re.compile(r"[^\r\n\u2028\u2029\v\f\x1c-\x1e\x85]+")
BULLET = re.compile(r"\s*(?:[-*•‣◦–]\s+|\(?\d{1,2}[.)]\s+)\S")
LABEL = re.compile(r"(?:title|headline)\s*:\s+", re.IGNORECASE)
WRAP_WIDTH = 120  # longer lines are paragraphs, not wrapped lines
WRAP_SLACK = 10  # ragged wrapping by hand or by bytes
TITLE_LENGTH = 250  # characters
HEADING_WORDS = 12
STOPS = (".", "!", "?", ":", ";", ",", "…", "”", '"')
CONTROLS = "".join(map(chr, (*range(32), 127)))

Span = tuple[int, int]


def plain_blocks(text: str, start: int = 0, *, titled: bool = True) -> tuple[Block, ...]:
    """Return the blocks of ``text`` from ``start`` on; the first line is the title where it looks like one."""
    groups = [part for group in _groups(text, start) for part in _unwrapped(text, group)]
    blocks: list[Block] = []
    above = True  # nothing but furniture so far
    for i, (first, end) in enumerate(groups):
        begin = first
        words = text[begin:end]
        kind: BlockKind = "paragraph"
        if titled and above and looks_like_title(words, text[end : end + 400]):
            kind = "title"
            label = LABEL.match(words)
            begin += label.end() if label else 0
        elif bullet := BULLET.match(words):
            kind = "list"
            begin += bullet.end() - 1
        elif looks_like_heading(words) and i + 1 < len(groups):
            kind = "heading"
        above = above and i < 3 and line_reason(words) is not None
        if above and kind == "title":
            kind = "paragraph"
        blocks.append(Block(begin, end, kind))
    return tuple(blocks)


def looks_like_title(line: str, after: str) -> bool:
    """Say whether the first line of a text is its headline: short, one line, no running sentence, text follows."""
    if not after.strip() or len(line) > TITLE_LENGTH or "\n" in line or not any(c.isalpha() for c in line):
        return False
    if line.rstrip("\"”’')").endswith((".", "!")) and not line.endswith(("...", "U.S.", "U.N.")):
        repeated = " ".join(line.split()).casefold() in " ".join(after.split()).casefold()
        return repeated or len(line.split()) <= 9
    return not line.endswith((":", ";", ","))


def looks_like_heading(words: str) -> bool:
    """Say whether a line within a text is a subhead: a few words and no full stop."""
    words = words.rstrip(CONTROLS)
    return (
        len(words.split()) <= HEADING_WORDS
        and len(words) <= 100
        and "\n" not in words
        and not words.endswith(STOPS)
        and any(c.isalpha() for c in words)
    )


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def _groups(text: str, start: int) -> list[list[Span]]:
    """Return runs of lines that no blank line parts, each line trimmed."""
    groups: list[list[Span]] = []
    last = start
    for match in LINE.finditer(text, start):
        begin, end = trimmed(text, *match.span())
        if begin >= end:
            continue
        breaks = text[last:begin].replace("\r\n", "\n")
        if not groups or sum(breaks.count(c) for c in "\n\r\u2029\x85") > 1:
            groups.append([])
        groups[-1].append((begin, end))
        last = match.end()
    return groups


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join wrapped lines; a line that had room for the next one's first word ended a paragraph."""
    width = max(end - begin for begin, end in lines)
    joined = [lines[0]]
    for (begin, end), (after, after_end) in pairwise(lines):
        words = text[after:after_end]
        first = len(words.split(maxsplit=1)[0])
        full = end - begin + 1 + first > width - WRAP_SLACK and end - begin > 40
        going_on = words[0].islower() and not text[begin:end].endswith((".", "!", "?"))
        if width <= WRAP_WIDTH and (full or going_on) and not BULLET.match(words):
            joined[-1] = (joined[-1][0], after_end)
        else:
            joined.append((after, after_end))
    return joined
