"""Is the number a rise or a fall ('fell by 3%') or a level ('fell to 3%')?"""

from __future__ import annotations

from typing import Literal

from compare.extraction.lexemes import Lexemes
from compare.language.en.bounds import DOWN, UP

# Words that may stand between the verb and the amount of the change.
BETWEEN = frozenset(
    "by a an another further just only some about around nearly almost over under more less than roughly "
    "approximately at least as much many up to whopping staggering massive modest slight mere additional well "
    "sharply slightly steeply significantly dramatically respectively estimated average of in excess".split()
)
# With these the amount is an object, not a change of something: 'added ten users', 'lost 12 men'.
ONLY_PERCENT = frozenset(
    "gain gained gains gaining add added lose lost loses losing cut cuts raise raised raises reduced reduce shed sheds "
    "contract contracted expand expanded lowered edged slide slides slip".split()
)
LEVEL = frozenset({"to", "at", "from"})


def direction_of(lexemes: Lexemes, first: int, dimension: str) -> Literal["up", "down"] | None:
    """Return 'up' or 'down' where the amount that begins at lexeme ``first`` is the size of a rise or a fall."""
    at, by = first - 1, False
    for _ in range(6):
        word = lexemes[at].lower
        if word in UP or word in DOWN:
            if word in ONLY_PERCENT and dimension not in {"percent", "percentage point"} and not by:
                return None
            if word == "up" and lexemes[at + 1].lower in LEVEL:
                return None
            return "up" if word in UP else "down"
        if word not in BETWEEN or (word == "to" and lexemes[at - 1].lower != "up"):
            return None
        by = by or word == "by"
        at -= 1
    return None
