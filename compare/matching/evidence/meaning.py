"""Closeness of meaning beyond shared words: static word vectors, and the reader."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.matching.scene import Scene

SUREST = 0.98  # the reader's probability is cut here, so that one number never outweighs all others


def meaning(left: int, right: int, scene: Scene) -> float | None:
    """Return the cosine of the statements' vectors, −1 to 1."""
    return scene.likeness[left, right].meaning


def reader(left: int, right: int, scene: Scene) -> float | None:
    """Return the log odds that the reader gives for one fact; None without a reader."""
    read = scene.reads.get((left, right))
    if read is None:
        return None
    chance = min(max(read.same, 1 - SUREST), SUREST)
    return math.log2(chance / (1 - chance))
