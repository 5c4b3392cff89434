"""Marks the words of the page that are not the article's: forms, links, credits, datelines, repeated headlines.

Marked words stay in ``Source.text`` and are listed with their reason; no statement is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from compare.language.en import furniture as words
from compare.model import Block, Furniture, Source
from compare.sources.budgets import unended
from compare.sources.heads import head_furniture, repeated_headline, split_standfirst, titles_of

Found = tuple[int, int, str]  # start, end, reason
LINE_LENGTH = 450  # characters; a longer block is prose
HEADLINE_WORDS = 22  # a headline of another story is not longer
PROSE = 40  # words; a longer tail must look like a page's, not like prose
LONGEST_TAIL = 6000  # characters
CAPITALS = 0.3  # share of capitalised words above which a run of words is a list of headlines and links


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
    found += head_furniture(source, rest, titles)
    for block in rest:
        found += _spans(source.text, block)
        found += _tails(source, block, last=bool(rest) and block is rest[-1])
        found += _embedded(source.text, block, found)
        found += [(start, end, words.UNENDED) for start, end in unended(source.text, block)]
    found += _outlet_in_title(source)
    head = [f for f in found if not rest or f[0] < rest[0].end]
    parted = {rest[0]: tuple(split_standfirst(source.text, rest[0], head))} if rest else {}
    blocks = tuple(part for block in source.blocks for part in parted.get(block, (block,)))
    return replace(source, blocks=blocks, furniture=tuple(_merged(source.text, found)))


@cache
def _table(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), reason) for pattern, reason in rows)


def line_reason(line: str) -> str | None:
    """Return why a whole line is furniture; None where it is none.  White space is squeezed."""
    squeezed = " ".join(line.split()).strip("*_#>• ")
    if not squeezed or len(squeezed) > LINE_LENGTH:
        return None
    bare = squeezed.rstrip(".:!" if squeezed.count(" ") < 4 else ":!")
    for pattern, reason in _table(words.LINES):
        if pattern.fullmatch(squeezed) or pattern.fullmatch(bare):
            return reason
    return None


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
    for pattern, reason in _table(words.SPANS):
        for match in pattern.finditer(part):
            if match.end() > match.start():
                yield block.start + match.start(), block.start + match.end(), reason


def _tails(source: Source, block: Block, *, last: bool) -> Iterator[Found]:
    """Yield what follows the article in its last block, and tags or links that interrupt a block."""
    part = source.text[block.start : block.end]
    late = len(part) * 0.5
    for pattern, reason in _table(words.TAILS):
        for match in pattern.finditer(part):
            at = match.start()
            before = part[max(0, at - 600) : at]
            if (
                at
                and not re.search(r"(?:[.!?…][\"”’)]?|[\"”)\d]|this (?:report|story|article))\s{0,9}$", before[-24:])
                and not _lists_before(before)
            ):
                continue
            tail = part[at : at + LONGEST_TAIL]
            if (
                last
                and at + LONGEST_TAIL > len(part)
                and at >= late
                and (len(tail.split()) <= PROSE or _capitals(tail) > CAPITALS)
            ):
                lead = re.search(r"(?:\s*\.\.\.)?(?:\s+\d{1,5})+\s*$", before[-30:])
                yield block.start + (at - len(before[-30:]) + lead.start() if lead else at), block.end, reason
                break
            if reason == words.TAGS and " " in tail:
                yield block.start + at, block.start + at + tags_end(tail[:400]), reason
    if last:
        yield from _description(part, block)


def _lists_before(before: str) -> bool:
    """Say whether what precedes is itself a list of headlines: mostly capitalised words since the last full stop."""
    since = re.split(r"[.!?]\s", before)[-1]
    return len(since.split()) >= 3 and _capitals(since) > 0.5


def _description(part: str, block: Block) -> Iterator[Found]:
    pattern, _ = _table(((words.DESCRIPTION, words.OUTLET),))[0]
    for match in pattern.finditer(part):
        before = part[max(0, match.start() - 40) : match.start()].rstrip()
        if match.start() < max(len(part) * 0.6, len(part) - LONGEST_TAIL) or not before.endswith(
            (".", "!", "?", '"', "”", ")")
        ):
            continue
        if re.search(words.BOASTS, part[match.start() :], re.IGNORECASE):
            yield block.start + match.start(), block.end, words.OUTLET
            return


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


def title_run(part: str, start: int, stop: int) -> int:
    """Return where a run of words in headline capitals ends and running text begins."""
    tokens = [(m.start() + start, m.group()) for m in re.finditer(r"\S+", part[start:stop])]
    for i, (_, token) in enumerate(tokens):
        if token.endswith((".", "!", "?")) and len(token) > 3:
            return tokens[i][0] + len(token)
        if token[:1].islower() and token not in words.SMALL:
            for j in range(i - 1, max(i - 5, 0), -1):
                if tokens[j][1] in words.STARTERS:
                    return tokens[j][0]
            for j in range(i - 1, 0, -1):
                if tokens[j][1][:1].isupper():
                    return tokens[j][0]
            return start
    return stop


def tags_end(part: str) -> int:
    """Return where a list of tags ends: at the last capital before the first words of running text."""
    tokens = [(m.start(), m.group()) for m in re.finditer(r"\S+", part)]
    for i, (place, token) in enumerate(tokens[1:40], start=1):
        if token.casefold() in words.GRAMMAR:
            if token[:1].isupper():
                return place
            for j in range(i - 1, 0, -1):
                if tokens[j][1][:1].isupper():
                    if i - j > 4:
                        break
                    return tokens[j][0]
            return tokens[1][0]
    return len(tokens[0][1])


def _capitals(part: str) -> float:
    tokens = [t for t in part.split() if t[:1].isalpha() and t not in words.SMALL]
    return sum(t[:1].isupper() for t in tokens) / len(tokens) if tokens else 1.0


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
