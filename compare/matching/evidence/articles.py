"""Where the statements stand: how long the articles are, how far down, beside what else."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.matching.scene import Scene


def sizes(left: int, right: int, scene: Scene) -> float | None:
    """Return log2 of how many pairs of statements the two articles make: the more, the rarer a match."""
    return math.log2(scene.sizes[scene.sources[left]] * scene.sizes[scene.sources[right]])


def depth(left: int, right: int, scene: Scene) -> float | None:
    """Return how far down its article the lower of the two stands, 0 to 1: what is news stands high."""
    return max(scene.depth[left], scene.depth[right])


def neighbours(left: int, right: int, scene: Scene) -> float | None:
    """Return the likeness of the better pair of neighbours, both before or both after; 0 without one."""
    best = 0.0
    for step in (-1, 1):
        a, b = left + step, right + step
        if scene.sources[left] != _source(a, scene) or scene.sources[right] != _source(b, scene):
            continue
        beside = scene.likeness.get((a, b))
        best = max(best, beside.sum if beside else 0.0)
    return best


def _source(number: int, scene: Scene) -> str | None:
    return scene.sources[number] if 0 <= number < len(scene.sources) else None
