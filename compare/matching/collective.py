"""A second look at a pair of statements, among all pairs of its set: do they bear out that both tell one fact?

Collective evidence, as in entity resolution (Bhattacharya & Getoor, 2007): what each pair is by itself comes first,
then what that makes of the pairs around it.  In: the log2 odds of every candidate by itself.  Out: three numbers a
candidate, whose weights are learned like those of all evidence.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

LEAST = 0.02  # probability from which two statements are partners: all that are less likely tell next to nothing


class Around(NamedTuple):
    """What the other pairs of a set say of one pair."""

    backed: float  # other articles that tell what both tell, each by its likeliest statement
    taken: float  # other partners that one of the two has in the article of the other: of the two sides, the more
    beside: float  # probability of the likeliest pair among those next to them


NAMES = Around._fields
TEXTS = {  # plain words for the report
    "backed": "Other articles tell what both tell",
    "taken": "Another statement there may tell it",
    "beside": "What stands next to them is one fact too",
}


def around(odds: Mapping[tuple[int, int], float], sources: Sequence[str]) -> dict[tuple[int, int], Around]:
    """Return what the others say of each pair; ``odds`` are log2, ``sources`` names the article of each statement."""
    likely = {pair: chance for pair, own in odds.items() if (chance := _chance(own)) >= LEAST}
    partners: dict[int, dict[int, float]] = defaultdict(dict)
    crowds: dict[tuple[int, str], float] = defaultdict(float)
    for (left, right), chance in likely.items():
        partners[left][right] = partners[right][left] = chance
        crowds[left, sources[right]] += chance
        crowds[right, sources[left]] += chance
    beside = _beside(likely, sources)
    found = {}
    for pair in odds:
        left, right = pair
        crowd = max(crowds.get((left, sources[right]), 0.0), crowds.get((right, sources[left]), 0.0))
        backed = _backed(partners[left], partners[right], sources) if left in partners and right in partners else 0.0
        found[pair] = Around(backed, crowd - likely.get(pair, 0.0), beside.get(pair, 0.0))
    return found


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp2(-max(min(odds, 60.0), -60.0)))


def _backed(ours: Mapping[int, float], theirs: Mapping[int, float], sources: Sequence[str]) -> float:
    """Return in how many other articles a statement is the partner of both, each article by its likeliest."""
    best: dict[str, float] = {}
    for third in ours.keys() & theirs.keys():
        source = sources[third]
        best[source] = max(best.get(source, 0.0), ours[third] * theirs[third])
    return math.fsum(best.values())


def _beside(likely: Mapping[tuple[int, int], float], sources: Sequence[str]) -> dict[tuple[int, int], float]:
    """Return for each pair of statements the likeliest pair of which each stands on, before or after one of the two."""
    found: dict[tuple[int, int], float] = {}
    for (left, right), chance in likely.items():
        ones, others = (
            [n for n in range(max(place - 1, 0), min(place + 2, len(sources))) if sources[n] == sources[place]]
            for place in (left, right)
        )
        for pair in product(ones, others):
            if pair != (left, right) and found.get(pair, 0.0) < chance:
                found[pair] = chance
    return found
