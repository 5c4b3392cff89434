"""Print what the out-of-fold scores are worth: ``python -m compare.matching.reader.training.evaluate``.

Every figure is of scores by models that never saw the event.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score

from compare.matching.reader.training.event_rows import BORNE_OUT, DISCREPANT
from compare.matching.reader.training.events import Event, fold_of, kept_events
from compare.matching.reader.training.out_of_fold import SHIPPED, OutOfFold, out_of_fold

UNREAD = (0.0, 0.0, 1.0, 0.0, 0.0)


def pairing(events: Sequence[Event], found: OutOfFold) -> dict[str, float]:
    """Return figures of pairing by the same-fact score alone, and by the engine's five pieces of evidence alone."""
    figures: dict[str, float] = {}
    tables: dict[str, list[tuple[Any, Any, int]]] = {"reader": [], "engine": []}
    for event in events:
        firm = {(i, j) for i, j, r in event.gold if r != "optional"}
        optional = {(i, j) for i, j, r in event.gold if r == "optional"}
        pairs = [(i, j, odds) for i, j, odds in event.near if (i, j) not in optional]
        truth = np.array([(i, j) in firm for i, j, _ in pairs])
        same = np.array([(found.find(event.texts[i], event.texts[j]) or UNREAD)[0] for i, j, _ in pairs])
        tables["reader"].append((truth, same, len(firm)))
        tables["engine"].append((truth, np.array([odds for *_, odds in pairs]), len(firm)))
    for name, rows in tables.items():
        each = [average_precision_score(t, s) * t.sum() / n for t, s, n in rows]
        pooled_truth, pooled = np.concatenate([r[0] for r in rows]), np.concatenate([r[1] for r in rows])
        figures[f"{name} average precision, mean of events"] = float(np.mean(each))
        figures[f"{name} average precision, pooled"] = float(average_precision_score(pooled_truth, pooled))
        best = max(np.unique(np.round(pooled, 2)), key=lambda at: _f1(rows, at))
        figures[f"{name} best F1, mean of events"] = _f1(rows, best)
        figures[f"{name} at"] = float(best)
    return figures


def _f1(rows: Sequence[tuple[Any, Any, int]], at: float) -> float:
    values = []
    for truth, score, firm in rows:
        said = score >= at
        right = (truth & said).sum()
        values.append(2 * right / max(1, said.sum() + firm))
    return float(np.mean(values))


def discrepancies(events: Sequence[Event], found: OutOfFold) -> dict[str, float]:
    """Return how well discrepancies are told from agreeing pairs, and found among all candidates."""
    truth, columns, relations = [], [], []
    everywhere, product, contra = [], [], []
    for event in events:
        relation = {(i, j): r for i, j, r in event.gold}
        for i, j, r in event.gold:
            row = found.find(event.texts[i], event.texts[j])
            if r != "optional" and row:
                truth.append(r in DISCREPANT)
                columns.append(row)
                relations.append(r)
        for i, j, _ in event.near:
            if relation.get((i, j)) != "optional":
                row = found.find(event.texts[i], event.texts[j]) or UNREAD
                everywhere.append(relation.get((i, j)) in DISCREPANT)
                product.append(row[0] * row[4])
                contra.append(row[0] * row[3])
    table, kinds = np.array(columns), np.array(relations)
    figures = {}
    for name, column in (("differs", 4), ("contradicts", 3)):
        figures[f"AUC of {name}, discrepancies against agreeing"] = float(roc_auc_score(truth, table[:, column]))
        for kind in ("conflict", "update"):
            chosen = (kinds == kind) | ~np.isin(kinds, list(DISCREPANT))
            figures[f"AUC of {name}, {kind}"] = float(roc_auc_score(kinds[chosen] == kind, table[chosen, column]))
    for name, values in (("same x differs", product), ("same x contradicts", contra)):
        order = np.argsort(-np.array(values), kind="stable")[:60]
        figures[f"{name}: average precision among candidates"] = float(average_precision_score(everywhere, values))
        figures[f"{name}: right of the best 60"] = float(np.mean(np.array(everywhere)[order]))
    figures["discrepancies"], figures["candidates"] = float(sum(everywhere)), float(len(everywhere))
    return figures


def sentence_features(event: Event, quote: str, found: OutOfFold) -> list[float]:
    """Return twelve figures of a draft sentence against the statements it was read with."""
    rows = [row for text in event.texts if (row := found.find(text, quote))] or [UNREAD]
    table = np.array(rows)
    same, entails, neither, contradicts, differs = table.T
    best = int(np.argmax(same))
    strongest = int(np.argmax(entails))
    ranked = np.sort(contradicts)[::-1]
    return [
        *(same.max(), entails.max(), contradicts.max(), neither.min(), differs[best], entails[best]),
        *(contradicts[best], (same * entails).max(), (same * contradicts).max(), (same * differs).max()),
        *(contradicts[strongest], float(ranked[1]) if len(ranked) > 1 else 0.0),
    ]


def drafts(events: Sequence[Event], found: OutOfFold) -> tuple[dict[str, float], dict[str, tuple[float, int]]]:
    """Return the accuracy of borne out, contradicted, not found, and the share right by kind."""
    fold = fold_of([e.name for e in events])
    rows, goals, folds, kinds = [], [], [], []
    for event in events:
        for sentence in event.draft:
            accept = set(sentence["accept"])
            rows.append(sentence_features(event, sentence["quote"], found))
            goals.append(0 if accept & BORNE_OUT and "too-strong" not in accept else 2 if "not-found" in accept else 1)
            folds.append(fold[event.name])
            kinds.append(sentence["kind"])
    table, goal, where = np.array(rows), np.array(goals), np.array(folds)
    said = np.zeros_like(goal)
    chance = np.zeros(len(goal))
    for number in sorted(set(folds)):
        mine = where == number
        model = LogisticRegression(C=1.0, max_iter=2000).fit(table[~mine], goal[~mine])
        said[mine] = model.predict(table[mine])
        chance[mine] = model.predict_proba(table[mine])[:, 1]
    accused_at = np.quantile(chance[goal == 0], 0.97)
    figures = {
        "three-way accuracy": float((said == goal).mean()),
        "majority": max(Counter(goals).values()) / len(goals),
        "AUC contradicted or borne out": float(roc_auc_score(goal[goal < 2] == 1, chance[goal < 2])),
        "true sentences borne out": float((said[goal == 0] == 0).mean()),
        "contradictions found": float((said[goal == 1] == 1).mean()),
        "contradictions found where 3 % of the true are accused": float((chance[goal == 1] > accused_at).mean()),
    }
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for kind, right in zip(kinds, (said == goal).tolist(), strict=True):
        by_kind[kind].append(right)
    return figures, {kind: (sum(v) / len(v), len(v)) for kind, v in sorted(by_kind.items())}


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("build/reader/data"))
    parser.add_argument("--scores", type=Path, default=SHIPPED)
    parser.add_argument("--measured", type=Path, default=Path("../shared/corpora"), help="the events to measure on")
    options = parser.parse_args()
    wanted = {folder.name for folder in options.measured.iterdir()}
    events = [event for event in kept_events(options.data / "events") if event.name in wanted]
    full = [e for e in events if e.full]
    found = out_of_fold(options.scores)
    total, by_kind = drafts(events, found)
    for figures in (pairing(full, found), discrepancies(full, found), total):
        for name, value in figures.items():
            print(f"{name:60} {value:.3f}")  # noqa: T201
    for kind, (share, count) in by_kind.items():
        print(f"  {kind:20} {share:.2f} of {count}")  # noqa: T201


if __name__ == "__main__":
    main()
