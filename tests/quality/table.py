"""Prints all figures of the dev sets beside the baselines: ``cd tests && python -m quality.table [--pin]``.

``--pin`` writes what was measured as the new floors; look at the difference before you commit it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from quality import measures

SHARED = Path(__file__).parents[3] / "shared"
SETS: dict[str, Callable[[Path], measures.Figures]] = {
    "geneva": lambda shared: measures.alignment(shared, "geneva"),
    "geneva, undated": lambda shared: measures.alignment(shared, "geneva", dated=False),
    "lauten-resigns": lambda shared: measures.alignment(shared, "lauten-resigns"),
    "incidents": measures.incidents,
    "newsquant": measures.quantities,
    "pairs": lambda shared: measures.pairs(shared, "pairs-dev"),
    "rte3": lambda shared: measures.pairs(shared, "rte3-dev"),
    "newsnli": lambda shared: measures.pairs(shared, "newsnli"),
}
SHOWN = {
    "geneva": ("alignment_f1", "relation_accuracy", "discrepancy_f1"),
    "geneva, undated": ("alignment_f1", "relation_accuracy", "discrepancy_f1"),
    "lauten-resigns": ("alignment_f1", "relation_accuracy", "discrepancy_f1"),
    "incidents": ("discrepancy_f1", "discrepancy_precision", "discrepancy_recall"),
    "newsquant": ("value_f1", "value_and_unit_f1", "value_and_change_f1"),
    "pairs": ("accuracy", "conflict_precision", "conflict_recall"),
    "rte3": ("accuracy", "conflict_precision", "conflicts_found"),
    "newsnli": ("accuracy",),
}
NEVER_MORE = ("traps_hit", "statements_not_in_article")
BASELINES = {
    "token_sort_ratio": measures.fuzzy("token_sort_ratio"),
    "token_set_ratio": measures.fuzzy("token_set_ratio"),
    "character TF-IDF": measures.character_tfidf,
}


def files_of(shared: Path, name: str) -> list[Path]:
    """Return the files that a set's figures depend on."""
    if name.startswith("geneva") or name == "lauten-resigns":
        return sorted((shared / "corpora" / name.split(",", maxsplit=1)[0]).iterdir())
    if name == "incidents":
        return sorted(p for i in measures.INCIDENTS for p in (shared / "corpora" / i).iterdir())
    data = {"newsquant": "newsquant-dev.json", "pairs": "pairs-dev.jsonl", "rte3": "rte3-dev.jsonl"}
    return [shared / "data" / data.get(name, f"{name}.jsonl")]


def main(pin: bool) -> None:
    """Measure everything, print it, and pin it where asked."""
    floors = {}
    for name, measure in SETS.items():
        figures = measure(SHARED)
        shown = "  ".join(f"{key} {figures[key]:.3f}" for key in SHOWN[name])
        worst = "  ".join(f"{key} {figures[key]:.0f}" for key in NEVER_MORE if key in figures)
        print(f"{name:18} {shown}  {worst}".rstrip(), flush=True)
        floors[name] = {
            "at_least": {k: int(figures[k] * 1000) / 1000 for k in SHOWN[name]},
            "at_most": {k: int(figures[k]) for k in NEVER_MORE if k in figures},
            "digest": measures.digest(files_of(SHARED, name)),
        }
    for label, likeness in BASELINES.items():
        rows = [measures.baseline(SHARED, name, likeness)["alignment_f1"] for name in measures.ALIGNED]
        print(f"{label:18} " + "  ".join(f"{n} {f:.3f}" for n, f in zip(measures.ALIGNED, rows, strict=True)))
    print(f"{'quantulum3':18} {measures.quantulum(SHARED)}")
    if pin:
        path = Path(__file__).with_name("floors.json")
        path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main("--pin" in sys.argv[1:])
