"""What follows an article in its last block: links, tags, forms, the outlet about itself; and where such runs end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from compare.language.en import furniture as words
from compare.model import Block, Source

Found = tuple[int, int, str]  # start, end, reason
PROSE = 40  # words; a longer tail must look like a page's, not like prose
LONGEST_TAIL = 6000  # characters
CAPITALS = 0.3  # share of capitalised words above which a run of words is a list of headlines and links


@cache
def table(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the compiled patterns of a table of furniture, each with its reason."""
    return tuple((re.compile(pattern, re.IGNORECASE), reason) for pattern, reason in rows)


def tails(source: Source, block: Block, *, last: bool) -> Iterator[Found]:
    """Yield what follows the article in its last block, and tags or links that interrupt a block."""
    part = source.text[block.start : block.end]
    late = len(part) * 0.5
    for pattern, reason in table(words.TAILS):
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
    pattern, _ = table(((words.DESCRIPTION, words.OUTLET),))[0]
    for match in pattern.finditer(part):
        before = part[max(0, match.start() - 40) : match.start()].rstrip()
        if match.start() < max(len(part) * 0.6, len(part) - LONGEST_TAIL) or not before.endswith(
            (".", "!", "?", '"', "”", ")")
        ):
            continue
        if re.search(words.BOASTS, part[match.start() :], re.IGNORECASE):
            yield block.start + match.start(), block.end, words.OUTLET
            return


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
