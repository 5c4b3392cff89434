"""Which pairs of statements are worth comparing: those that share a rare word, or a word close to one.

Nothing is all-pairs by design: an inverted index over terms proposes candidates, common terms propose nothing,
and each statement keeps only its best few (Papadakis et al., 2020, 'Blocking and filtering techniques').
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

COMMON = 0.25  # a term in more than this share of the statements proposes no pair …
ALWAYS = 12  # … unless it stands in no more than this many statements
KEEP = 60  # candidates a statement, of all other sources together


def candidates(
    terms: Sequence[Mapping[str, float]],
    sources: Sequence[str],
    neighbours: Mapping[str, Mapping[str, float]],
    keep: int = KEEP,
) -> list[tuple[int, int]]:
    """Return the pairs (i, j), i < j, of statements of different sources that share weight, in order.

    ``terms`` gives each statement's terms with their rarity, ``neighbours`` the terms close to a term with their
    likeness from 0 to 1, ``keep`` how many partners each statement may propose.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(terms):
        for term in own:
            index[term].append(number)
    limit = max(ALWAYS, int(COMMON * len(terms)))
    found: set[tuple[int, int]] = set()
    for number, own in enumerate(terms):
        weights: dict[int, float] = defaultdict(float)
        for term, rarity in own.items():
            for other, likeness in ((term, 1.0), *neighbours.get(term, {}).items()):
                places = index.get(other, ())
                if len(places) > limit:
                    continue
                for place in places:
                    if sources[place] != sources[number]:
                        weights[place] += rarity * likeness
        best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:keep]
        found.update((min(number, place), max(number, place)) for place, _ in best)
    return sorted(found)
