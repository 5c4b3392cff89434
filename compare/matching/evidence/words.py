"""The words that two statements share: how rare they are, how they are spelled."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.matching.scene import Scene


def shared_words(left: int, right: int, scene: Scene) -> float | None:
    """Return log2(1 + rarity, in bits, of the words shared or close)."""
    return math.log2(1 + scene.likeness[left, right].shared)


def spelling(left: int, right: int, scene: Scene) -> float | None:
    """Return the cosine of the character n-grams, 0 to 1."""
    return scene.likeness[left, right].spelling
