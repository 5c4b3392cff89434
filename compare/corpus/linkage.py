"""Pairs with probabilities → groups, by average linkage on a sparse graph.

Two groups become one while the mean probability of the pairs between them is high enough; the likeliest first (UPGMA:
Sokal & Michener, 1958).  One bridge between two events, which single linkage would cross, is outvoted by the rest.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence


def average_linkage(
    sizes: Sequence[int], edges: Iterable[tuple[int, int, float]], join_at: float, apart: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """Return the groups of nodes 0 … n−1, each in order, ordered by their first node.

    ``sizes`` gives the articles in each node, ``edges`` (i, j, mean probability of the pairs between them).  A pair of
    nodes without an edge counts as 0; nodes of a pair in ``apart`` never come into one group.
    """
    number = len(sizes)
    size = list(sizes)
    members: list[list[int] | None] = [[node] for node in range(number)]
    between: list[dict[int, float]] = [{} for _ in range(number)]
    barred: dict[int, set[int]] = {}
    for one, other in apart:
        barred.setdefault(one, set()).add(other)
        barred.setdefault(other, set()).add(one)
    heap: list[tuple[float, int, int]] = []
    for one, other, mean in edges:
        between[one][other] = between[other][one] = mean * size[one] * size[other]
        if (now := _mean(between, size, one, other)) >= join_at:
            heap.append((-now, one, other))
    heapq.heapify(heap)
    while heap:
        mean, one, other = heapq.heappop(heap)
        left, right = members[one], members[other]
        if left is None or right is None or -_mean(between, size, one, other) != mean:
            continue  # one of them was joined to a third since
        if other in barred.get(one, ()):
            continue
        if len(between[one]) < len(between[other]):
            one, other, left, right = other, one, right, left
        left += right
        members[other] = None
        size[one] += size[other]
        del between[one][other]
        for third, total in between[other].items():
            if third != one:
                del between[third][other]
                between[one][third] = between[third][one] = between[one].get(third, 0.0) + total
        between[other] = {}
        for third in barred.pop(other, set()):
            barred.setdefault(one, set()).add(third)
            barred[third].add(one)
        for third in between[one]:
            now = _mean(between, size, one, third)
            if now >= join_at:
                heapq.heappush(heap, (-now, min(one, third), max(one, third)))
    return sorted(sorted(group) for group in members if group is not None)


def _mean(between: Sequence[dict[int, float]], size: Sequence[int], one: int, other: int) -> float:
    # the same digits whichever way the sums were made
    return round(between[one].get(other, 0.0) / (size[one] * size[other]), 9)
