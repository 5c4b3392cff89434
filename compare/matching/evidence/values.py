"""The typed values that two statements share or do not: figures, days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.same_time import same_time
from compare.values.measures import meets, paired

if TYPE_CHECKING:
    from compare.matching.scene import Scene

MOST_UNLIKE = 2


def unlike_figures(left: int, right: int, scene: Scene) -> float | None:
    """Return how many figures of one slot and thing differ, at most ``MOST_UNLIKE``; None without figures."""
    ours, theirs = scene.figures[left], scene.figures[right]
    if not ours or not theirs:
        return None
    unlike = sum(
        paired(a, b) is not None and x.attribute == y.attribute and a.head == b.head and not meets(a, b)
        for x, a in ours
        for y, b in theirs
    )
    return float(min(unlike, MOST_UNLIKE))


def same_day(left: int, right: int, scene: Scene) -> float | None:
    """Return 1 where a time of each is or may be one, −1 where none can be; None where it cannot be told."""
    ours, theirs = scene.moments[left], scene.moments[right]
    told = [same_time(a, b) for a in ours for b in theirs]
    if True in told:
        return 1.0
    return -1.0 if told and None not in told else None
