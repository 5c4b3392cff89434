"""A sentence of the draft laid against one of a source: which item meets which, and which faces another in its place.

Lexical and contextual likeness decide together, the surest pair first, one to one (after Sultan, Bethard and Sumner
2014, 'Back to basics for monolingual alignment').
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.checking.items import TYPED, Item
from compare.checking.values import alike, comparable

MET = 0.45  # likeness from which two items may be laid together
CONTEXT = 0.35  # how much their context adds to it
BESIDE = 0.3  # … of two numbers that measure the same, or two times of one grain, whatever they hang on
SLOT = 0.15  # context from which two unlike items stand in one place


@dataclass(frozen=True, slots=True)
class Facing:
    """An item of the draft that no item meets, and the one that stands in its place."""

    ours: int
    theirs: int
    slot: float  # how surely they fill one place, 0 to 1


@dataclass(frozen=True)
class Alignment:
    """The items of two sentences laid together."""

    met: dict[int, tuple[int, float]]  # item of the draft → item of the source, likeness
    facing: tuple[Facing, ...]


def aligned(ours: Sequence[Item], theirs: Sequence[Item]) -> Alignment:
    """Return the items of two sentences laid together one to one."""
    scores = {(i, j): s for i, a in enumerate(ours) for j, b in enumerate(theirs) if (s := alike(a, b)) >= MET}
    reach = [{j: s for (k, j), s in scores.items() if k == i} for i in range(len(ours))]
    ranked = sorted(
        ((s + CONTEXT * _context(ours[i], theirs[j], reach), s, i, j) for (i, j), s in scores.items()),
        key=lambda x: (-x[0], abs(x[2] - x[3]), x[2], x[3]),
    )
    met: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for _, likeness, i, j in ranked:
        if i not in met and j not in used:
            met[i] = (j, likeness)
            used.add(j)
    return Alignment(met, _faced(ours, theirs, met, used))


def _context(left: Item, right: Item, reach: Sequence[dict[int, float]]) -> float:
    """Return how much the neighbours of two items meet, 0 to 1."""
    hung = _share([n for n, _ in left.neighbours], {n for n, _ in right.neighbours}, reach)
    near = _share(left.around, set(right.around), reach)
    return max(hung, (hung + near) / 2)


def _share(ours: Sequence[int], theirs: set[int], reach: Sequence[dict[int, float]]) -> float:
    if not ours or not theirs:
        return 0.0
    best = [max((s for j, s in reach[i].items() if j in theirs), default=0.0) for i in ours]
    return sum(best) / min(len(ours), max(len(theirs), 1)) if len(ours) > len(theirs) else sum(best) / len(ours)


def _faced(
    ours: Sequence[Item], theirs: Sequence[Item], met: dict[int, tuple[int, float]], used: set[int]
) -> tuple[Facing, ...]:
    reach = [{met[i][0]: met[i][1]} if i in met else {} for i in range(len(ours))]
    found = []
    for i, a in enumerate(ours):
        if i in met and met[i][1] >= 0.7:
            continue
        best: tuple[float, int] | None = None
        for j, b in enumerate(theirs):
            if j in used and not (i in met and met[i][0] == j):
                continue
            kind = comparable(a, b)
            if kind == 0:
                continue
            slot = kind * max(_slot(a, b, reach), BESIDE if kind >= 0.9 and a.sort in ("number", "time") else 0.0)
            if slot >= SLOT and (best is None or slot > best[0]):
                best = (slot, j)
        if best is not None:
            found.append(Facing(i, best[1], round(min(best[0], 1.0), 4)))
    return tuple(found)


def _slot(left: Item, right: Item, reach: Sequence[dict[int, float]]) -> float:
    """Return how surely two items fill one place: what they hang on and what stands beside them meets."""
    ours, theirs = dict(left.neighbours), dict(right.neighbours)
    score = 0.0
    for number, relation in ours.items():
        for other, likeness in reach[number].items():
            if other in theirs:
                same = theirs[other] == relation
                up = not relation.startswith("<")
                score = max(score, likeness * (1.0 if same else 0.7) * (1.0 if up else 0.8))
    near = _share(left.around, set(right.around), reach)
    if left.sort in TYPED or right.sort in TYPED:
        return 0.65 * score + 0.35 * near
    return 0.7 * score + 0.3 * near
