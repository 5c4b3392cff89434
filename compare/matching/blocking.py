"""Which pairs of statements are worth comparing: those that share a rare word, or a word close to one.

Nothing is all-pairs by design: an inverted index over terms proposes candidates, common terms propose nothing,
and each statement keeps only its best few (Papadakis et al., 2020, 'Blocking and filtering techniques').
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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
    import numpy as np

    index = _index(terms, max(ALWAYS, int(COMMON * len(terms))))
    numbers = {source: number for number, source in enumerate(dict.fromkeys(sources))}
    source = np.array([numbers[name] for name in sources], dtype=np.int64)
    found: list[NDArray[np.int64]] = []
    for number, own in enumerate(terms):
        met = [
            (index[other], rarity * likeness)
            for term, rarity in own.items()
            for other, likeness in ((term, 1.0), *neighbours.get(term, {}).items())
            if other in index
        ]
        if not met:
            continue
        places = np.concatenate([row for row, _ in met])
        weights = np.repeat([weight for _, weight in met], [len(row) for row, _ in met])
        # each statement's weights added in the order of the terms
        total: NDArray[np.float64] = np.bincount(places, weights).astype(np.float64)
        total[source[: len(total)] == source[number]] = 0
        best = _best(total, keep)
        found.append(np.minimum(best, number) * len(terms) + np.maximum(best, number))
    codes = np.unique(np.concatenate([np.zeros(0, np.int64), *found]))
    return [divmod(code, len(terms)) for code in codes.tolist()]


def _index(terms: Sequence[Mapping[str, float]], limit: int) -> dict[str, NDArray[np.int64]]:
    """Return the statements of each term that stands in no more than ``limit`` of them."""
    import numpy as np

    index: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(terms):
        for term in own:
            index[term].append(number)
    return {term: np.array(places, dtype=np.int64) for term, places in index.items() if len(places) <= limit}


def _best(total: NDArray[np.float64], keep: int) -> NDArray[np.int64]:
    """Return the places of the greatest weights over 0; of equal ones the first."""
    import numpy as np

    met = np.flatnonzero(total)
    if len(met) <= keep:
        return met
    own = total[met]
    least = np.partition(own, len(own) - keep)[len(own) - keep]
    sure = met[own > least]
    return np.concatenate([sure, met[own == least][: keep - len(sure)]])
