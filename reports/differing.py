"""The words that differ between two statements that are otherwise alike, on both sides."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from compare.model import Statement

ALIKE = 0.5  # share of words in common from which two statements are set against each other word by word
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+(?:[’'][^\W_]+)?|[%$€£¥]")
Spans = tuple[tuple[int, int], ...]


def differing(left: Statement, right: Statement) -> tuple[Spans, Spans] | None:
    """Return the places in their sources of the words that only one of two statements has; None where few are shared.

    Words one after the other are one stretch.  Ratcliff and Obershelp (1988), as Python's difflib has it.
    """
    sides = [
        [(m.start() + s.start, m.end() + s.start, m.group().casefold()) for m in _WORD.finditer(s.text)]
        for s in (left, right)
    ]
    words = [[word for _, _, word in side] for side in sides]
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    if matcher.ratio() < ALIKE:
        return None
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            for found, side, (start, end) in ((spans[0], sides[0], (a, b)), (spans[1], sides[1], (c, d))):
                if start < end:
                    found.append((side[start][0], side[end - 1][1]))
    return tuple(spans[0]), tuple(spans[1])
