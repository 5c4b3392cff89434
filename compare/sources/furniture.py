"""Marks the words of the page that are not the article's: forms, links, credits, datelines, repeated headlines.

Marked words stay in ``Source.text`` and are listed with their reason; no statement is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from compare.language.en import furniture as words
from compare.language.en.furniture_lines import LINES
from compare.model import Block, Furniture, Source
from compare.sources.apart import read_apart
from compare.sources.budgets import unended
from compare.sources.furniture_address import to_the_reader
from compare.sources.furniture_tails import Found, table, tails, title_run
from compare.sources.heads import head_furniture, repeated_headline, split_standfirst, titles_of

LONG = 50_000  # characters; longer than nearly all articles, and quickly read even where it is hostile
LINE_LENGTH = 450  # characters; a longer block is prose
HEADLINE_WORDS = 22  # a headline of another story is not longer


def marked(source: Source) -> Source:
    """Return the source with its furniture; of a long article within a budget of seconds, or raise ``SourceError``."""
    if len(source.text) < LONG:
        return mark_furniture(source)
    return read_apart(mark_furniture, source, name=source.path)


def mark_furniture(source: Source) -> Source:
    """Return the source with its furniture: sorted, never overlapping, never empty."""
    found: list[Found] = []
    body = [b for b in source.blocks if b.kind not in ("title", "code")]
    titles = titles_of(source)
    whole = dict(_lines(source, body, titles))
    found += [(b.start, b.end, reason) for b, reason in whole.items()]
    found += _author_boxes(source, body, whole)
    taken = {(start, end) for start, end, _ in found}
    rest = [b for b in body if (b.start, b.end) not in taken]
    unread = {block: unended(source.text, block) for block in rest}
    found += [(start, end, words.UNENDED) for places in unread.values() for start, end in places]
    parts = [part for block, places in unread.items() for part in _beside(block, places)]
    found += head_furniture(source, parts, titles)
    for block in parts:
        found += _spans(source.text, block)
        found += tails(source, block, last=block is parts[-1])
        found += _embedded(source.text, block, found)
    found += _outlet_in_title(source)
    head = [f for f in found if not rest or f[0] < rest[0].end]
    parted = {rest[0]: tuple(split_standfirst(source.text, rest[0], head))} if rest else {}
    blocks = tuple(part for block in source.blocks for part in parted.get(block, (block,)))
    return replace(source, blocks=blocks, furniture=tuple(_merged(source.text, found)))


def _beside(block: Block, places: list[tuple[int, int]]) -> list[Block]:
    """Return what a block holds beside the places that are left out: patterns take long on what has no end."""
    starts, ends = [block.start, *(end for _, end in places)], [*(start for start, _ in places), block.end]
    return [Block(start, end, block.kind) for start, end in zip(starts, ends, strict=True) if start < end]


def line_reason(line: str) -> str | None:
    """Return why a whole line is furniture; None where it is none.  White space is squeezed."""
    squeezed = " ".join(line.split()).strip("*_#>• ")
    if not squeezed or len(squeezed) > LINE_LENGTH:
        return None
    bare = squeezed.rstrip(".:!" if squeezed.count(" ") < 4 else ":!")
    for pattern, reason in table(LINES):
        if pattern.fullmatch(squeezed) or pattern.fullmatch(bare):
            return reason
    return words.SITE if to_the_reader(squeezed) else None


def _lines(source: Source, body: list[Block], titles: list[str]) -> Iterator[tuple[Block, str]]:
    """Yield the blocks that are furniture as a whole."""
    middle = body[len(body) // 2].start if body else 0
    closed: str | None = None
    listing = False
    for block in body:
        line = source.text[block.start : block.end]
        reason = closed or line_reason(line) or repeated_headline(titles, line)
        if reason is None and listing and _like_headline(line):
            reason = words.OTHER_STORY
        if reason is None:
            listing = False
            continue
        if reason in words.CLOSING_REASONS and block.start >= middle and len(body) > 2:
            closed = reason
        listing = reason in words.LISTING_REASONS and (listing or len(line.split()) <= 4)
        yield block, reason


def _like_headline(line: str) -> bool:
    count = len(line.split())
    return 3 <= count <= HEADLINE_WORDS and not line.rstrip().endswith((".", ",", ":", ";", "”", '"'))


def _author_boxes(source: Source, body: list[Block], whole: dict[Block, str]) -> Iterator[Found]:
    """Yield a name and the lines about its bearer that stand last in an article."""
    rest = [b for b in body if b not in whole]
    if len(rest) < 4:
        return
    name, about = rest[-2], rest[-1]
    title = source.text[name.start : name.end].strip()
    note = source.text[about.start : about.end].strip()
    parts = [p for p in re.split(r"[.!?]\s*", note.strip("\"“”'")) if p.strip()]
    if not re.fullmatch(r"(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w.'’-]*", title) or not parts or len(note) > 400:
        return
    quoted = note[:1] in '"“' and note[-1:] in '"”' and len(parts) > 1
    introduces = re.match(re.escape(title) + r" (?:is|was|has been|covers|writes|reports)\b", note)
    short = len(parts) > 1 and sum(len(p.split()) for p in parts) <= 6 * len(parts)
    if introduces or (quoted and short):
        yield name.start, name.end, words.AUTHOR_BOX
        yield about.start, about.end, words.AUTHOR_BOX


def _spans(text: str, block: Block) -> Iterator[Found]:
    part = text[block.start : block.end]
    rows = words.SPANS + words.CONTRIBUTORS if words.CONTRIBUTED in part.lower() else words.SPANS
    begins = [match.start() for match in re.finditer(words.AFTER_SENTENCE, part)]
    for pattern, reason in table(rows):
        opens = pattern.pattern.startswith(words.AFTER_SENTENCE)
        for match in _matches(pattern, part, begins) if opens else pattern.finditer(part):
            if match.end() > match.start():
                yield block.start + match.start(), block.start + match.end(), reason


def _matches(pattern: re.Pattern[str], part: str, places: list[int]) -> Iterator[re.Match[str]]:
    """Yield what ``finditer`` would, of a pattern that matches at these places only."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(part, place)):
            yield match
            end = match.end()


def _embedded(text: str, block: Block, found: list[Found]) -> Iterator[Found]:
    """Yield a picture's credit with another story's headline behind it, run into the text: 'AFP Jo Doe Rebels …'."""
    part = text[block.start : block.end]
    pattern = re.compile(rf"(?<=[.!?\"”] ){words.AGENCY} (?=(?:[A-Z][\w'’-]* ){{4}})")
    for match in pattern.finditer(part):
        limit = min(len(part), match.end() + 400)
        stops = [start - block.start for start, _, _ in found if start - block.start > match.end()]
        stop = min([limit, *stops])
        end = title_run(part, match.start(), stop)
        if len(part[match.start() : end].split()) >= 7:
            yield block.start + match.start(), block.start + end, words.OTHER_STORY


def _outlet_in_title(source: Source) -> Iterator[Found]:
    for block in source.blocks:
        if block.kind == "title":
            match = re.search(r"\s+\|\s+[^|]{2,40}$", source.text[block.start : block.end])
            if match and match.start() > 15:
                yield block.start + match.start(), block.end, "name of the outlet"


def _merged(text: str, found: list[Found]) -> Iterator[Furniture]:
    """Yield the finds in order; where two overlap, the earlier one keeps its words and the later one the rest."""
    place = 0
    for start, end, reason in sorted(set(found), key=lambda f: (f[0], -f[1], f[2])):
        begin = max(start, place)
        piece = text[begin:end]
        begin += len(piece) - len(piece.lstrip())
        stop = end - (len(piece) - len(piece.rstrip())) if piece.strip() else begin
        if stop > begin:
            yield Furniture(begin, stop, reason)
            place = stop
