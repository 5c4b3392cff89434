"""'At least', 'nearly', 'or so': the words around a number that bound or blur it."""

from __future__ import annotations

from typing import Final

from compare.claims.lexemes import Lexemes
from compare.language.en.bounds import AFTER, BEFORE, Bound

LONGEST_BEFORE: Final = max(len(words.split()) for words in BEFORE) + 1
LONGEST_AFTER: Final = max(len(words.split()) for words in AFTER) + 1
# Passed over between the bound and the number: 'more than a combined 30'.
FILLERS: Final = frozenset(
    "a an the another whopping staggering combined total of further additional those these".split()
)
DEFINITE: Final = frozenset({"the", "those", "these"})
MOST_BOUNDS: Final = 3  # 'at least some about'


def bounds_before(lexemes: Lexemes, first: int) -> tuple[int, tuple[Bound, ...]]:
    """Return where the bounding words before lexeme ``first`` begin, and what they say, nearest first."""
    found: list[Bound] = []
    at = first
    while len(found) < MOST_BOUNDS:
        hit = _before(lexemes, at)
        if hit is None and lexemes[at - 1].lower in FILLERS and not found:
            hit = _before(lexemes, at - 1)
            if hit is not None and lexemes[at - 1].lower in DEFINITE and lexemes[at - 2].lower == "than":
                hit = None  # 'less than the four hours promised' compares with a figure and does not bound one
        if hit is None:
            break
        at, bound = hit
        found.append(bound)
    return at, tuple(found)


def _before(lexemes: Lexemes, past: int) -> tuple[int, Bound] | None:
    for length in range(LONGEST_BEFORE, 0, -1):
        words = lexemes.phrase(past - length, past).lower()
        if words in BEFORE:
            return past - length, BEFORE[words]
    return None


def bounds_after(lexemes: Lexemes, past: int) -> tuple[int, tuple[Bound, ...]]:
    """Return where the bounding words after lexeme ``past`` end, and what they say; ``past`` itself where none do."""
    for length in range(LONGEST_AFTER, 0, -1):
        words = " ".join(lexemes[past + step].lower for step in range(length))
        if words not in AFTER or lexemes[past + length].kind == "number":
            continue
        if lexemes[past].kind == "sign" and not lexemes[past].glued:
            continue  # '100 + 5', '100 - some'
        if words == "odd" and lexemes[past].lower == "odd" and lexemes[past + 1].kind != "word":
            continue
        return past + length, (AFTER[words],)
    return past, ()
