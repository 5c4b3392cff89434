"""Values and words that no source has, and those that stand in their place, by sort."""

from __future__ import annotations

from compare.checking.beside import Beside
from compare.checking.comparison import exclusive
from compare.checking.evidence.coverage import UNMET
from compare.checking.items import SORTS
from compare.checking.material import Material


def rivals(beside: Beside, material: Material) -> dict[str, float]:
    """Return counts of items by sort, and how surely one of the sort faces another, 0 to 1."""
    found: dict[str, float] = {}
    best = beside.best
    for sort in SORTS:
        own = [i for i, item in enumerate(beside.items) if item.sort == sort]
        found[f"{sort} count"] = min(len(own), 3)
        found[f"{sort} unmet"] = min(sum(beside.met[i] < UNMET for i in own), 3)
        found[f"{sort} unmet, best"] = min(sum(best.shares[i] < UNMET for i in own), 3) if best else min(len(own), 3)
        found[f"{sort} faced"] = max((r.strength for r in beside.rivals if r.ours in own), default=0.0)
        facing = best.alignment.facing if best else ()
        found[f"{sort} faced, best"] = max(
            (f.slot * (1 - beside.met[f.ours]) for f in facing if f.ours in own), default=0.0
        )
    items = material.counterparts.items
    kinds = [
        c.relevance * f.slot for c in beside.likely for f in c.alignment.facing
        if exclusive(beside.items[f.ours], items[c.number][f.theirs])
    ]  # fmt: skip
    return found | {"siblings": max(kinds, default=0.0)}
