"""How surely a clash is a discrepancy: the same model as for statements, over pairs of claims.

Whether two values may be held against each other – one slot of one event, whole against whole, the same bearer – is no
rule but evidence with a learned weight.  A conflict or an update is called from ``call_at``, which was chosen for
precision on events that the weights were not fitted on (``compare.judgement.fit``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from compare.judgement.clash import Clash

SHIPPED = Path(__file__).parent / "weights.json"
# kinds that are learned by themselves; all others are measures, or states
FAMILIES = frozenset(
    "toll count time hour age name unknown plan outcome proposition quotation place address contrast kind".split()
)
FARTHEST = 8.0  # log2 odds beyond which a pair of statements is no surer


@dataclass(frozen=True, slots=True)
class Setting:
    """A clash with what is known of the two statements it stands in."""

    clash: Clash
    odds: float  # log2, that the statements speak of one fact
    headlines: int  # how many of the two are headlines


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of evidence about a pair of claims."""

    name: str
    unit: str
    text: str  # plain words for the report
    measure: Callable[[Setting], float | None]


TABLE: tuple[Row, ...] = (
    Row(
        "statements",
        "log2 odds",
        "The two statements speak of one fact",
        lambda s: max(-FARTHEST, min(FARTHEST, s.odds)),
    ),
    Row("slot", "share", "Both values fill one slot", lambda s: s.clash.fit),
    Row("order", "−1 to 1", "The later article gives the later state", lambda s: float(s.clash.order)),
    Row("known", "0 or 1", "The article gives the other value itself", lambda s: s.clash.known),
    Row(
        "headlines",
        "count",
        "A headline says less than its article",
        lambda s: float(s.headlines) if "apart" in s.clash.traits else None,
    ),
    Row("part", "0 or 1", "One figure is a part of a whole", lambda s: s.clash.traits.get("part")),
    Row("longer", "0 or 1", "One figure reaches farther back", lambda s: s.clash.traits.get("longer")),
    Row("apart", "share", "How far the figures lie apart", lambda s: s.clash.traits.get("apart")),
    Row("doers", "0 or 1", "Two doers are named", lambda s: s.clash.traits.get("doers")),
)
NAMES = tuple(row.name for row in TABLE)


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned weights, in log2 odds."""

    start: float
    kinds: Mapping[str, tuple[float, float]]  # what a kind of clash adds by itself, and for a perfect fit besides
    rows: Mapping[str, tuple[float, float]]  # piece of evidence → weight a unit, the value that is usual
    call_at: float  # probability from which a discrepancy is called

    def odds(self, setting: Setting) -> float:
        """Return the log2 odds that a clash is a discrepancy."""
        own, fitting = self.kinds.get(family_of(setting.clash), (0.0, 0.0))
        total = self.start + own + fitting * setting.clash.fit
        for row in TABLE:
            value = row.measure(setting)
            if value is not None and row.name in self.rows:
                slope, usual = self.rows[row.name]
                total += slope * (value - usual)
        return round(total, 4)


def family_of(clash: Clash) -> str:
    """Return the kind under which a clash is learned; of states that wait for nothing ('was arrested') its own."""
    return family(clash.kind) + ("" if clash.traits.get("waits", 1.0) else ".past")


def family(kind: str) -> str:
    """Return the kind under which clashes are learned: measures of all dimensions are one, so are rarer ladders."""
    if kind.startswith("state."):
        return kind if kind in {"state.custody", "state.search", "state.condition"} else "state"
    return kind if kind in FAMILIES else "measure"


@cache
def weights(path: Path = SHIPPED) -> Weights:
    """Return the weights that ship with the package, or those of a file of the same form."""
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = {n: (float(r["weight"]), float(r["usual"])) for n, r in data["evidence"].items()}
    return Weights(
        float(data["start"]),
        {k: (float(a), float(b)) for k, (a, b) in data["kinds"].items()},
        rows,
        float(data["call_at"]),
    )
