"""How likely two statements of different sources speak about one fact, with the evidence for it.

Evidence adds up as in record linkage (Fellegi & Sunter, 1969): a start and a signed weight in log2 odds for each
piece.  The weights are read from ``weights.json``, which ``fitting.py`` learns from labelled articles.  The start is
not learned but estimated anew in every set and for every pair of sources by expectation maximisation (Winkler,
1988): two articles on one event share many facts, an article on a later event shares few, and one threshold for
all sets fits none of them.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from compare.claims.reading import Reading
from compare.errors import SettingsError
from compare.matching.blocking import candidates
from compare.matching.overlap import Close, overlap, reach_of, turned
from compare.matching.profiles import Profile, cosine, profiles
from compare.model import Evidence, Statement
from compare.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLOSE = 0.45  # cosine from which two words count as close in meaning
NEIGHBOURS = 8  # close words kept a term
BORROWED = 200.0  # pseudo-pairs by which a pair of sources borrows the rate of the whole set
ROUNDS = 40  # of expectation maximisation; the estimate settles within ten
FEATURES = ("shared", "spelling", "meaning", "alone", "headline")
SHIPPED = Path(__file__).parent / "weights.json"
REACHES = 4096  # statements whose reach is kept: long articles would fill the memory
MOST_ALONE = 4  # words that count; more of them are copied text


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the evidence in log2 odds: ``intercept`` + Σ ``slope`` × value, for one pair against chance."""

    intercept: float
    slopes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What was measured on one pair of statements."""

    left: int
    right: int
    shared: float  # log2(1 + rarity of the words shared or close), in bits
    spelling: float  # cosine of character n-grams, 0 to 1
    meaning: float  # cosine of the word vectors, the set's own mean taken away, −1 to 1
    alone: float  # shared words that each article uses in this one statement only, at most ``MOST_ALONE``
    headline: float  # 1 where one of them is a headline, which repeats its article; else 0
    words: tuple[str, ...]  # the rarest shared words


@cache
def weights(path: Path = SHIPPED) -> Weights:
    """Return the weights that ship with the package, or those of a file of the same form.

    Raises ``SettingsError`` where the file cannot be read or does not hold a number for every piece of evidence.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        table = Weights(float(data["intercept"]), {name: float(data["slopes"][name]) for name in FEATURES})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"{path}: these are no weights ({error!r}); write them with 'crosscheck review refit'."
        ) from error
    if not all(map(math.isfinite, (table.intercept, *table.slopes.values()))):
        raise SettingsError(f"{path}: a weight is not a finite number; write them with 'crosscheck review refit'.")
    return table


def close_words(terms: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return for each term the terms close to it in meaning, with a likeness over 0 and under 1."""
    import numpy as np

    from compare.language.vectors import vector

    known = [(t, v) for t in terms if (v := vector(t)) is not None]
    if not known:
        return {}
    matrix = np.stack([v for _, v in known])
    found: dict[str, dict[str, float]] = {}
    for start in range(0, len(known), 512):  # in slices: the full square of 50,000 terms would fill the memory
        block = matrix[start : start + 512] @ matrix.T
        for row, values in enumerate(block):
            here = start + row
            near = np.flatnonzero(values >= CLOSE)
            ranked = sorted(near.tolist(), key=lambda n, v=values: (-v[n], n))[: NEIGHBOURS + 1]  # type: ignore[misc]
            close = {known[n][0]: round((float(values[n]) - CLOSE) / (1 - CLOSE), 4) for n in ranked if n != here}
            if close:
                found[known[here][0]] = close
    return found


def measure(
    pairs: Sequence[tuple[int, int]],
    profiled: Sequence[Profile],
    neighbours: Close,
    statements: Sequence[Statement],
) -> list[Likeness]:
    """Return the likeness of each pair of statements, given by number."""
    vectors = _centred(profiled)
    places = tuple(zip(*pairs, strict=True)) or ((), ())
    meanings = (vectors[list(places[0])] * vectors[list(places[1])]).sum(axis=1).tolist()
    uses = Counter((s.source, term) for s, p in zip(statements, profiled, strict=True) for term in p.terms)
    met_by = turned(neighbours)
    reach = lru_cache(maxsize=REACHES)(lambda number: reach_of(profiled[number].terms, met_by))
    found = []
    for (left, right), meaning in zip(pairs, meanings, strict=True):
        a, b = profiled[left], profiled[right]
        shared = (overlap(a.terms, reach(right)) + overlap(b.terms, reach(left))) / 2
        both = sorted((t for t in a.terms if t in b.terms), key=lambda t: (-a.terms[t], t))
        one, other = statements[left], statements[right]
        alone = sum(uses[one.source, t] == 1 == uses[other.source, t] for t in both)
        found.append(
            Likeness(
                left,
                right,
                shared=math.log2(1 + shared),
                spelling=cosine(a.grams, b.grams),
                meaning=meaning,
                alone=float(min(alone, MOST_ALONE)),
                headline=float("headline" in (one.kind, other.kind)),
                words=tuple(both[:5]),
            )
        )
    return found


def _centred(profiled: Sequence[Profile]) -> NDArray[np.float32]:
    """Return the statements' vectors without what all of them share (Arora et al., 2017), unit length."""
    import numpy as np

    zero = np.zeros(256, dtype=np.float32)
    matrix = np.stack([zero if p.vector is None else p.vector for p in profiled]).astype(np.float32)
    matrix = matrix - matrix.mean(axis=0)
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(length, 1e-9), dtype=np.float32)


def evidence(likeness: Likeness, table: Weights) -> tuple[Evidence, ...]:
    """Return the pieces of evidence for one pair; the intercept is part of the first."""
    shared = ", ".join(likeness.words[:3]) or "none"
    pieces = [
        Evidence(
            "shared", f"Shared or close rare words: {shared}", _weight(table, likeness, "shared", table.intercept)
        ),
        Evidence("spelling", "Likeness of the wording", _weight(table, likeness, "spelling")),
        Evidence("meaning", "Closeness of meaning", _weight(table, likeness, "meaning")),
    ]
    if likeness.alone:
        words = "Words that each article uses only here"
        pieces.append(Evidence("alone", words, _weight(table, likeness, "alone")))
    if likeness.headline:
        pieces.append(Evidence("headline", "One is a headline", _weight(table, likeness, "headline")))
    return tuple(pieces)


def _weight(table: Weights, likeness: Likeness, name: str, more: float = 0.0) -> float:
    value: float = getattr(likeness, name)
    return round(table.slopes[name] * value + more, 4)


def start_odds(
    odds: Sequence[float], groups: Sequence[tuple[str, str]], sizes: Mapping[tuple[str, str], int]
) -> dict[tuple[str, str], float]:
    """Return for each pair of sources the estimated share of statement pairs that match.

    ``odds`` are the likelihood ratios in log2 of the candidates, ``groups`` their pairs of sources, ``sizes`` how
    many pairs of statements two sources make in all (what is no candidate counts as no match).  A small group
    leans on the rate of the whole set.
    """
    if not odds:
        return {}
    import numpy as np

    ratios = np.asarray([math.exp2(max(-40.0, min(40.0, o))) for o in odds])
    number = {group: place for place, group in enumerate(sizes)}
    places = np.asarray([number[group] for group in groups])
    size = np.asarray(list(sizes.values()), dtype=np.float64)
    rate = np.full(len(size), 0.02)
    for _ in range(ROUNDS):
        for_match = rate[places] * ratios
        expected = np.bincount(places, for_match / (for_match + 1 - rate[places]), minlength=len(size))
        whole = max(expected.sum() / size.sum(), 1e-6)
        rate = np.minimum((expected + BORROWED * whole) / (size + BORROWED), 0.5)
    return dict(zip(sizes, rate.tolist(), strict=True))


def probability(log2_odds: float) -> float:
    """Return the probability that log2 odds stand for, to four digits."""
    bounded: float = max(-60.0, min(60.0, log2_odds))
    return round(1 / (1 + math.exp2(-bounded)), 4)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two statements, by number, with the probability that they speak about one fact and the evidence."""

    left: int
    right: int
    probability: float
    evidence: tuple[Evidence, ...]


def likenesses(reading: Reading) -> list[Likeness]:
    """Return what was measured on every candidate pair of statements."""
    if len(reading.parsed) < 2:
        return []
    profiled = profiles(reading.parsed, reading.names)
    neighbours = close_words(sorted({t for p in profiled for t in p.terms}))
    pairs = candidates([p.terms for p in profiled], [s.source for s in reading.statements], neighbours)
    return measure(pairs, profiled, neighbours, reading.statements)


def align(reading: Reading, settings: Settings) -> tuple[Aligned, ...]:
    """Return the pairs of statements at or above ``settings.near_at``, the likeliest first."""
    measured = likenesses(reading)
    sources = [s.source for s in reading.statements]
    table = weights(Path(settings.weights)) if settings.weights else weights()
    odds = [table.intercept + math.fsum(table.slopes[f] * getattr(m, f) for f in FEATURES) for m in measured]
    groups = [(sources[m.left], sources[m.right]) for m in measured]
    count = Counter(sources)
    rates = start_odds(odds, groups, {(a, b): count[a] * count[b] for a, b in set(groups)})
    found = []
    for likeness, odd, group in zip(measured, odds, groups, strict=True):
        start = math.log2(rates[group] / (1 - rates[group]))
        chance = probability(odd + start)
        if chance >= settings.near_at:
            opening = Evidence("start", _start_words(rates[group]), round(start, 4))
            found.append(Aligned(likeness.left, likeness.right, chance, (opening, *evidence(likeness, table))))
    return tuple(sorted(found, key=lambda a: (-a.probability, a.left, a.right)))


def _start_words(rate: float) -> str:
    return f"Start: about 1 in {max(round(1 / rate), 2):,} pairs of statements from these two sources match"
