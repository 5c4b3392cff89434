"""How much of a sentence the sources bear out: by one statement, by one source, by several together."""

from __future__ import annotations

from compare.checking.beside import Beside
from compare.checking.comparison import chance
from compare.checking.items import TYPED
from compare.checking.material import Material

UNMET = 0.5  # share below which an item is met nowhere
RANKS = ("first", "second", "third")  # sources, the best one first
NO_ODDS = -6.0  # where there is no statement at all


def coverage(beside: Beside, material: Material) -> dict[str, float]:
    """Return shares from 0 to 1, odds, and small counts."""
    best = beside.best
    found = {
        "odds": best.odds if best else NO_ODDS,
        "covered by all": beside.covered(beside.met),
        "covered by one": max((beside.covered(c.shares) for c in beside.comparisons), default=0.0),
        "covered, best": beside.covered(best.shares) if best else 0.0,
        "length": min(len(beside.items), 25) / 25,
    }
    chances = sorted((chance(max(c.odds for c in own)) for own in beside.by_source.values()), reverse=True)
    shares = sorted(beside.covered_by.values(), reverse=True)
    for rank, name in enumerate(RANKS):
        found[f"covered by {name} source"] = shares[rank] if rank < len(shares) else 0.0
        if rank:
            found[f"chance {name}"] = chances[rank] if rank < len(chances) else 0.0
    for field in ("covered", "covering", "spelling", "meaning"):
        found[f"{field}, most"] = max((getattr(c.likeness, field) for c in beside.comparisons), default=0.0)
        found[f"{field}, nearest"] = getattr(best.likeness, field) if best else 0.0
    return found | _unmet(beside, material)


def _unmet(beside: Beside, material: Material) -> dict[str, float]:
    unmet = [i for i in range(len(beside.items)) if beside.met[i] < UNMET]
    held = material.counterparts.terms
    strangers = [
        i for i in unmet
        if beside.items[i].sort not in ("number", "time") and not set(beside.items[i].key.split()) & held
    ]  # fmt: skip
    total = sum(beside.weights) or 1.0
    return {
        "rarest unmet": max((beside.weights[i] for i in unmet), default=0.0) / 8,
        "unmet weight": min(sum(beside.weights[i] for i in unmet) / 30, 1.5),
        "unbound weight": sum(w for w, b in zip(beside.weights, beside.bound, strict=True) if b < 0.4) / total,
        "strangers": min(len(strangers), 4),
        "named strangers": min(sum(beside.items[i].sort in TYPED for i in strangers), 3),
    }
