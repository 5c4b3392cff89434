"""Prints all figures of the dev sets beside the baselines: ``cd tests && python -m quality.table [--pin]``.

``--pin`` writes what was measured as the new floors; look at the difference before you commit it.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable
from pathlib import Path

from quality import drafts, events, measures

SHARED = Path(__file__).parents[3] / "shared"
SETS: dict[str, Callable[[Path], measures.Figures]] = {
    "events, pairing": events.pairing,
    "events, discrepancies": lambda shared: events.discrepancies(shared, full=True),
    "incidents": lambda shared: events.discrepancies(shared, full=False),
    "drafts": drafts.drafts,
    "newsquant": measures.quantities,
    "pairs": lambda shared: measures.pairs(shared, "pairs-dev"),
    "rte3": lambda shared: measures.pairs(shared, "rte3-dev"),
    "newsnli": lambda shared: measures.pairs(shared, "newsnli"),
    "grouping": measures.grouping,
}
SHOWN = {
    "events, pairing": ("f1", "precision", "recall"),
    "events, discrepancies": ("precision", "recall", "f1"),
    "incidents": ("precision", "recall", "f1", "relation_right"),
    "drafts": ("right", "true_borne_out", "contradictions_called"),
    "newsquant": ("value_f1", "value_and_unit_f1", "value_and_change_f1"),
    "pairs": ("accuracy", "conflict_precision", "conflict_recall"),
    "rte3": ("accuracy", "conflict_precision", "conflicts_found"),
    "newsnli": ("accuracy",),
    "grouping": ("gunviolence_b3", "ecbplus_b3"),
}
NEVER_MORE = {"drafts": ("true_accused", "articles_accused")}
BASELINES = {
    "token_sort_ratio": measures.fuzzy("token_sort_ratio"),
    "token_set_ratio": measures.fuzzy("token_set_ratio"),
    "character TF-IDF": measures.character_tfidf,
}


def files_of(shared: Path, name: str) -> list[Path]:
    """Return the files that a set's figures depend on."""
    if name in ("events, pairing", "events, discrepancies", "incidents"):
        return sorted((shared / "corpora").glob("*/*.*"))
    if name == "drafts":
        return sorted((shared / "data" / "drafts-dev").glob("*/*.*"))
    if name == "grouping":
        return sorted((shared / "data" / "documents").glob("*_articles.jsonl.xz"))
    data = {"newsquant": "newsquant-dev.json", "pairs": "pairs-dev.jsonl", "rte3": "rte3-dev.jsonl"}
    return [shared / "data" / data.get(name, f"{name}.jsonl")]


def main(pin: bool) -> None:
    """Measure everything, print it, and pin it where asked."""
    floors = {}
    for name, measure in SETS.items():
        figures = measure(SHARED)
        shown = "  ".join(f"{key} {figures[key]:.3f}" for key in SHOWN[name])
        worst = "  ".join(f"{key} {figures[key]:.3f}" for key in NEVER_MORE.get(name, ()))
        print(f"{name:18} {shown}  {worst}".rstrip(), flush=True)
        floors[name] = {
            "at_least": {k: int(figures[k] * 1000) / 1000 for k in SHOWN[name]},
            "at_most": {k: math.ceil(figures[k] * 1000) / 1000 for k in NEVER_MORE.get(name, ())},
            "digest": measures.digest(files_of(SHARED, name)),
        }
    for label, likeness in BASELINES.items():
        rows = [measures.baseline(SHARED, name, likeness)["alignment_f1"] for name in measures.BASELINE_SETS]
        print(f"{label:18} " + "  ".join(f"{n} {f:.3f}" for n, f in zip(measures.BASELINE_SETS, rows, strict=True)))
    print(f"{'quantulum3':18} {measures.quantulum(SHARED)}")
    if pin:
        path = Path(__file__).with_name("floors.json")
        path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main("--pin" in sys.argv[1:])
