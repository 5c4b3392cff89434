"""The rarity of the words that two statements share; a word close in meaning counts for its likeness.

What a statement's words meet is laid out once (its reach), so that a pair costs no more than the words it shares.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

Close = Mapping[str, Mapping[str, float]]  # term → the terms close to it, with a likeness over 0 and under 1
Reach = Mapping[str, tuple[float, float]]  # word → the likeness and the rarity, in bits, of the term that it meets


def turned(close: Close) -> Close:
    """Return the same likenesses the other way round: for each close term, the terms that it is close to."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for term, others in close.items():
        for other, likeness in others.items():
            found[other][term] = likeness
    return dict(found)


def reach_of(terms: Mapping[str, float], met_by: Close) -> Reach:
    """Return all words that meet a statement's terms: each term itself, and the words that it is close to.

    ``terms`` gives the rarity of each, ``met_by`` the words to which each is close.  Where a word meets several
    terms the likeliest counts, then the rarest.
    """
    found: dict[str, tuple[float, float]] = {}
    for term, rarity in terms.items():
        for word, likeness in met_by.get(term, {}).items():
            found[word] = max(found.get(word, (0.0, 0.0)), (likeness, rarity))
    found.update((term, (1.0, rarity)) for term, rarity in terms.items())
    return found


def overlap(terms: Mapping[str, float], reach: Reach) -> float:
    """Return the rarity, in bits, of the terms that another statement's ``reach`` holds.

    ``fsum`` makes the order of the shared words matter nothing.
    """
    shared = terms.keys() & reach.keys()
    return math.fsum(likeness * min(terms[term], rarity) for term in shared for likeness, rarity in (reach[term],))
