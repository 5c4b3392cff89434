"""The words that two statements share: how rare they are, how they are spelled, how long they run on together."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from compare.matching.overlap import overlap

if TYPE_CHECKING:
    from compare.matching.scene import Scene


def shared_words(left: int, right: int, scene: Scene) -> float | None:
    """Return log2(1 + rarity, in bits, of the words shared or close)."""
    return math.log2(1 + scene.likeness[left, right].shared)


def spelling(left: int, right: int, scene: Scene) -> float | None:
    """Return the cosine of the character n-grams, 0 to 1."""
    return scene.likeness[left, right].spelling


def covered(left: int, right: int, scene: Scene) -> float | None:
    """Return the larger share of one statement's rarity that the other's words cover, 0 to 1."""
    ours, theirs = scene.profiles[left], scene.profiles[right]
    return max(
        overlap(ours.terms, scene.reach[right]) / max(ours.total, 1.0),
        overlap(theirs.terms, scene.reach[left]) / max(theirs.total, 1.0),
    )


def common_run(left: int, right: int, scene: Scene) -> float | None:
    """Return log2(1 + length of the longest run of words that both have)."""
    ours, theirs = scene.words[left], scene.words[right]
    longest = 0
    before = [0] * (len(theirs) + 1)
    for word in ours:
        here = [0] * (len(theirs) + 1)
        for place, other in enumerate(theirs, 1):
            if word == other:
                here[place] = before[place - 1] + 1
                longest = max(longest, here[place])
        before = here
    return math.log2(1 + longest)


def length(left: int, right: int, scene: Scene) -> float | None:
    """Return log2(1 + words of the shorter statement): long ones share words more easily."""
    return math.log2(1 + min(len(scene.words[left]), len(scene.words[right])))
