"""Articles → groups: each an event as far as can be told.

Candidates within a window, their probabilities by learned weights, average linkage.  An article proposes only its
nearest few, so that a great event is first found in pieces; pieces that hang together are then weighed by a sample of
all the pairs between them, until none joins any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.corpus.likeness import Weights, learned, measured, probabilities, related
from compare.corpus.linkage import average_linkage
from compare.corpus.neighbours import neighbours

if TYPE_CHECKING:
    from compare.corpus.likeness import Floats, Places
    from compare.corpus.matrices import Matrices

JOIN_AT = 0.5  # mean probability between two groups from which they are one event (chosen by ``compare.corpus.fit``)
HANGS = 0.5  # probability of one pair from which two pieces are weighed against each other
SAMPLE = 25  # pairs of articles that stand for all the pairs between two pieces
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Grouped:
    """Which articles tell of one event."""

    groups: tuple[tuple[int, ...], ...]  # numbers of articles, in order; groups in the order of their first
    chance: tuple[float | None, ...]  # an article → mean probability with the others of its group; None: alone


@dataclass(frozen=True, slots=True)
class Weighed:
    """Candidate pairs with their measures: what grouping decides on, and what a fit learns from."""

    found: Matrices
    one: Places
    other: Places
    table: Floats  # shape (pairs, measures)


def weighed(found: Matrices) -> Weighed:
    """Measure every candidate pair."""
    one, other = neighbours(found)
    return Weighed(found, one, other, measured(found, one, other))


def grouped(
    pairs: Weighed,
    weights: Weights | None = None,
    *,
    join_at: float = JOIN_AT,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> Grouped:
    """Return the groups; ``together`` and ``apart`` are pairs of articles that somebody decided on."""
    table = weights or learned()
    chances = probabilities(pairs.table, table)
    known = {(i, j): p for i, j, p in zip(pairs.one.tolist(), pairs.other.tolist(), chances.tolist(), strict=True) if p}
    number = len(pairs.found.ages)
    groups = average_linkage([1] * number, ((i, j, 1.0) for i, j in together), 1e-9)  # those forced, and each alone
    kept_apart = list(apart)
    sampled: dict[tuple[int, int], float] = {}
    for turn in range(ROUNDS):
        joined = _joined(groups, known, sampled, join_at, kept_apart)
        if len(joined) == len(groups) and turn:
            break
        groups = joined
        sampled = _sampled(pairs, groups, known, table)
        if not sampled:
            break
    return Grouped(tuple(map(tuple, groups)), _chances(groups, known, number))


Pairs = dict[tuple[int, int], float]


def _joined(
    groups: Sequence[Sequence[int]], known: Pairs, sampled: Pairs, join_at: float, apart: list[tuple[int, int]]
) -> list[list[int]]:
    place = {article: number for number, group in enumerate(groups) for article in group}
    sums: Pairs = {}
    for (i, j), chance in known.items():
        one, other = sorted((place[i], place[j]))
        if one != other:
            sums[one, other] = sums.get((one, other), 0.0) + chance
    sizes = [len(group) for group in groups]
    edges = {(one, other): total / (sizes[one] * sizes[other]) for (one, other), total in sums.items()} | sampled
    barred = [(place[i], place[j]) for i, j in apart]
    merged = average_linkage(sizes, ((*pair, mean) for pair, mean in sorted(edges.items())), join_at, barred)
    return sorted(sorted(article for node in group for article in groups[node]) for group in merged)


def _sampled(pairs: Weighed, groups: Sequence[Sequence[int]], known: Pairs, weights: Weights) -> Pairs:
    """Return the mean probability between groups of several articles that hang together, weighed by a sample."""
    import numpy as np

    place = {article: number for number, group in enumerate(groups) for article in group}
    hanging = set()
    for (i, j), chance in known.items():
        one, other = sorted((place[i], place[j]))
        if chance >= HANGS and one != other and len(groups[one]) * len(groups[other]) > 1:
            hanging.add((one, other))
    asked: list[tuple[int, int]] = []
    spans = []
    for one, other in sorted(hanging):
        chosen = [(i, j) for i in _spread(groups[one]) for j in _spread(groups[other])]
        spans.append((one, other, len(asked), len(asked) + len(chosen)))
        asked += chosen
    if not asked:
        return {}
    left, right = np.array([min(p) for p in asked], "i8"), np.array([max(p) for p in asked], "i8")
    nearest = np.zeros(len(pairs.found.ages))
    np.maximum.at(nearest, pairs.one, pairs.table[:, 0])
    np.maximum.at(nearest, pairs.other, pairs.table[:, 0])
    chances = probabilities(related(measured(pairs.found, left, right), nearest, left, right), weights)
    return {(one, other): round(float(chances[start:end].mean()), 4) for one, other, start, end in spans}


def _spread(group: Sequence[int]) -> list[int]:
    """Return up to five articles, spread evenly over a group."""
    most = int(SAMPLE**0.5)
    return [group[n * len(group) // most] for n in range(most)] if len(group) > most else list(group)


def _chances(groups: Sequence[Sequence[int]], known: Pairs, number: int) -> tuple[float | None, ...]:
    place = {article: n for n, group in enumerate(groups) for article in group}
    total, times = [0.0] * number, [0] * number
    for (i, j), chance in known.items():
        if place[i] == place[j]:
            for article in (i, j):
                total[article] += chance
                times[article] += 1
    return tuple(
        None if len(groups[place[n]]) == 1 else round(total[n] / times[n], 4) if times[n] else 0.0
        for n in range(number)
    )
