"""Quoted words: both quote the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.matching.scene import Scene

FEWEST = 12  # letters of quoted words that tell one speech from another
CHANCE = 50.0  # likeness, 0 to 100, that two unlike quotations reach by chance


def same_quotation(left: int, right: int, scene: Scene) -> float | None:
    """Return how alike the quoted words are, 0 by chance to 1; None unless both quote."""
    from rapidfuzz.fuzz import partial_ratio

    ours, theirs = scene.quoted[left], scene.quoted[right]
    if min(len(ours), len(theirs)) < FEWEST:
        return None
    return max(partial_ratio(ours, theirs) - CHANCE, 0.0) / (100.0 - CHANCE)
