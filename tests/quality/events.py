"""How the engine does on annotated events, each measured with weights and a reader that saw nothing of it.

``python -m compare.judgement.fit ../shared/corpora`` prints the same figures with what each piece of evidence is worth.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from compare.judgement.fit import CALL_AT, Measured, measure
from compare.judgement.learning import figures, left_out, odds_without
from compare.matching.fit import left_out as pairing_left_out


@cache
def measured(shared: Path) -> Measured:
    """Read all annotated events once."""
    return measure(sorted(p.parent for p in (shared / "corpora").glob("*/gold.json")))


def pairing(shared: Path) -> dict[str, float]:
    """Return how statements are paired on the events annotated in full: means over the events."""
    found = measured(shared)
    own, _ = pairing_left_out([found.statements[n] for n in found.numbers(full=True)])
    return {"f1": own.f1, "precision": own.precision, "recall": own.recall}


@cache
def _scores(shared: Path) -> dict[int, object]:
    found = measured(shared)
    return left_out(found.clashes, odds_without(found.statements, found.full, range(len(found.full))))[0]


def discrepancies(shared: Path, *, full: bool) -> dict[str, float]:
    """Return how conflicts and updates are called, added up over the events, or over the incidents."""
    found = measured(shared)
    own = figures(found.clashes, _scores(shared), lambda _others: CALL_AT, found.numbers(full=full))
    exact = own.exact / own.right if own.right else 0.0
    return {"precision": own.precision, "recall": own.recall, "f1": own.f1, "relation_right": exact}
