"""Likeness of wording, to choose which pairs are worth a look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MOST = 6000  # pairs scored an event
LEAST = 0.1  # likeness under which a pair is not scored
COUNTERPARTS = 40  # statements scored a draft sentence


def nearness(left: Sequence[str], right: Sequence[str]) -> Any:
    """Return the cosine of character n-grams plus half that of words, of each left text with each right one."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    total: Any = 0.0
    for share, options in ((1.0, {"analyzer": "char_wb", "ngram_range": (3, 5)}), (0.5, {"stop_words": "english"})):
        made = TfidfVectorizer(sublinear_tf=True, **options)
        made.fit([*left, *right])
        total = total + share * (made.transform(left) @ made.transform(right).T).toarray()
    return total


def worth(texts: Sequence[str], pairs: Sequence[tuple[int, int]], most: int = MOST) -> list[tuple[int, int]]:
    """Return the pairs that share wording, the nearest ``most``, the nearest first."""
    if not pairs:
        return []
    near = nearness(texts, texts)
    ranked = sorted(pairs, key=lambda p: (-near[p], p))
    return [p for p in ranked[:most] if near[p] > LEAST]
