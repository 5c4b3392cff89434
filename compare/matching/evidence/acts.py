"""Who does what: acts that both statements tell, a verb with one who does it or has it done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.matching.scene import Scene

MOST = 3


def same_acts(left: int, right: int, scene: Scene) -> float | None:
    """Return how many acts both tell, at most ``MOST``."""
    return float(min(len(scene.acts[left] & scene.acts[right]), MOST))
