"""Values and words that no source has, and the values that stand in their place, by sort."""

from __future__ import annotations

from compare.checking.beside import Beside
from compare.checking.evidence.coverage import UNMET
from compare.checking.items import SORTS, TYPED
from compare.checking.material import Material


def rivals(beside: Beside, material: Material) -> dict[str, float]:
    """Return counts of items by sort, and how surely a value faces another of its type, 0 to 1."""
    del material
    found: dict[str, float] = {}
    facing = beside.best.alignment.facing if beside.best else ()
    for sort in SORTS:
        own = [i for i, item in enumerate(beside.items) if item.sort == sort]
        if sort not in TYPED:
            found[f"{sort} unmet"] = min(sum(beside.met[i] < UNMET for i in own), 3)
            continue
        found[f"{sort} count"] = min(len(own), 3)
        found[f"{sort} faced"] = max((r.strength for r in beside.rivals if r.ours in own), default=0.0)
        strength = (f.slot * (1 - beside.met[f.ours]) for f in facing if f.ours in own)
        found[f"{sort} faced, best"] = max(strength, default=0.0)
    return found
