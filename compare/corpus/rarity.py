"""How rare a word is: what the articles show, and what English shows where the articles are few.

Among five articles on one event every word of the event is common.  So each word is also counted in a thousand
articles that are only supposed: by Zipf's law the word of rank r stands in a share 1 − exp(−30 / r) of articles of some
three hundred words.  The ranks are those of the word vectors' vocabulary, which is in order of frequency.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

SUPPOSED = 1_000  # articles that are supposed beside those that are there
ZIPF = 30.0  # words of the most frequent kind in an article
RANKS = Path(__file__).parents[1] / "language" / "data" / "vectors-words.txt"


@cache
def ranks() -> dict[str, int]:
    """Return the rank of each known word, from 1."""
    return {word: rank for rank, word in enumerate(RANKS.read_text("utf-8").split("\n"), start=1) if word}


def usual_share(word: str) -> float:
    """Return the share of articles in which a word is supposed to stand, 0 to 1."""
    if word.isdigit():
        return 1 - math.exp(-1 / max(len(word), 1) ** 2)
    known = ranks()
    return 1 - math.exp(-ZIPF / known.get(word, len(known)))


def rarity(word: str, articles: int, standing: int) -> float:
    """Return the rarity of a word, in nats, at least 0: ``standing`` of ``articles`` articles hold it."""
    return math.log((articles + SUPPOSED) / (standing + SUPPOSED * usual_share(word)))
