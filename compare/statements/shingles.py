"""Runs of words by which republished text is known.

(Broder, 1997, 'On the resemblance and containment of documents'.)
"""

from __future__ import annotations

import re

SHINGLE = 3  # words a shingle
SAME_STATEMENT = 0.75  # share of the shorter statement's shingles from which two statements are the same words
FEWEST_WORDS = 8  # a shorter statement may be said alike by chance


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of three words, punctuation and case set aside."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def same_words(left: str, right: str) -> bool:
    """Tell whether two statements are the same copy: long enough, and nearly word for word."""
    if min(len(left.split()), len(right.split())) < FEWEST_WORDS:
        return False
    a, b = shingles(left), shingles(right)
    return len(a & b) >= SAME_STATEMENT * min(len(a), len(b)) and len(a & b) >= 0.5 * max(len(a), len(b))
