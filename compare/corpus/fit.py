"""Learns how to group articles: ``python -m compare.corpus.fit SHARED [-o FILE]``.

A logistic regression over the measures of candidate pairs, each measure a line broken at a few places, each set of
articles weighing the same.  No line turns back: what is more alike never counts for less (isotonic constraints as
bounds of L-BFGS-B; Byrd et al., 1995).  Without them the two gold sets teach that copies of one text are of two events,
since pages that failed to load are all alike there.  Figures are B³ (Bagga & Baldwin, 1998) of the whole set
grouped with what was learned without a fifth of the events, counted over the articles of that fifth; the threshold is
chosen on the other four fifths as well.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from compare.corpus.grouping import Weighed, grouped, weighed
from compare.corpus.likeness import MEASURES, Weights, Worth, as_json
from compare.corpus.matrices import matrices_of
from compare.corpus.traits import Traits, traits_of
from compare.sources.records import source_of_record

FOLDS = 5
RIDGE = 1.0  # on the rise of each stretch, in pairs
STEPS = {"maxiter": 500, "ftol": 1e-9}
FALLING = {"other_ages": -1.0, "days": -1.0}  # measures of unlikeness
SHARES = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98)  # of the pairs of one event, below which a line is broken
THRESHOLDS = tuple(round(0.05 * n, 2) for n in range(5, 14))
SETS = ("gunviolence", "ecbplus")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Articles whose events are known, with what was measured on their candidate pairs."""

    name: str
    events: tuple[str, ...]
    pairs: Weighed
    wanted: Any  # 1.0 where a pair is of one event
    fold: Any  # an article → 0 to 4, the same for all articles of an event


def records(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the event and the record of each article of a gold file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row.get("content") or " ".join(row.get("sentences", ())) or row["title"]  # some are a title alone
            yield row["event"], {"title": row.get("title"), "published": row.get("date"), "text": text}


def labelled(name: str, rows: Sequence[tuple[str, Traits]]) -> Labelled:
    """Measure the candidate pairs of articles, given with their events."""
    import numpy as np

    events = tuple(event for event, _ in rows)
    pairs = weighed(matrices_of(traits for _, traits in rows))
    distinct = sorted(set(events))
    random.Random(0).shuffle(distinct)
    folds = {event: n % FOLDS for n, event in enumerate(distinct)}
    wanted = [float(events[i] == events[j]) for i, j in zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)]
    return Labelled(name, events, pairs, np.array(wanted), np.array([folds[e] for e in events]))


def read_gold(shared: Path) -> list[Labelled]:
    """Read the gold sets under a folder like ../shared."""
    return [
        labelled(name, [(event, _traits(record, n)) for n, (event, record) in enumerate(records(path))])
        for name in SETS
        for path in [shared / "data" / "documents" / f"{name}_articles.jsonl.xz"]
    ]


def _traits(record: Mapping[str, Any], number: int) -> Traits:
    return traits_of(source_of_record(record, "gold", number, ""))


def fit(sets: Sequence[Labelled], without: int | None = None) -> Weights:
    """Return the weights learned from all pairs that touch no event of the fold ``without``."""
    import numpy as np

    kept = [
        np.ones(len(s.wanted), bool)
        if without is None
        else (s.fold[s.pairs.one] != without) & (s.fold[s.pairs.other] != without)
        for s in sets
    ]
    table = np.concatenate([s.pairs.table[k] for s, k in zip(sets, kept, strict=True)])
    wanted = np.concatenate([s.wanted[k] for s, k in zip(sets, kept, strict=True)])
    share = np.concatenate([np.full(k.sum(), 1 / max(k.sum(), 1)) for k in kept])
    share *= len(wanted) / share.sum()
    breaks = [_breaks(table[:, c], wanted) for c in range(len(MEASURES))]
    signs = [FALLING.get(name, 1.0) for name in MEASURES]
    design = np.column_stack(
        [sign * _ramps(table[:, c], at) for c, (at, sign) in enumerate(zip(breaks, signs, strict=True))]
    )
    start, rises = _bounded(design, wanted, share)
    rows, column = {}, 0
    for name, at, sign in zip(MEASURES, breaks, signs, strict=True):
        own = rises[column : column + len(at) - 1]
        column += len(at) - 1
        bits = np.concatenate([[0.0], np.cumsum(own)]) * sign
        rows[name] = Worth(tuple(at), tuple(round(float(b), 4) + 0.0 for b in bits))
    return Weights(round(start, 4), rows)


def _breaks(values: Any, wanted: Any) -> list[float]:
    """Return where the line of a measure is broken: shares of the pairs of one event, and the ends."""
    import numpy as np

    inner = np.quantile(values[wanted == 1], SHARES)
    return sorted({0.0, *(round(float(x), 3) for x in inner), round(float(values.max()), 3)})


def _ramps(values: Any, at: Sequence[float]) -> Any:
    """Return for each stretch between two breaks how far a value has come through it, 0 to 1."""
    import numpy as np

    return np.column_stack([np.clip((values - a) / (b - a), 0.0, 1.0) for a, b in pairwise(at)])


def _bounded(design: Any, wanted: Any, share: Any) -> tuple[float, Any]:
    """Return the start and the rise of each ramp, in bits; no rise is below 0."""
    import numpy as np
    from scipy.optimize import minimize

    def loss(theta: Any) -> tuple[float, Any]:
        score = theta[0] + design @ theta[1:]
        off = 1 / (1 + np.exp(-np.clip(score, -40, 40))) - wanted
        value = share @ (np.logaddexp(0.0, score) - wanted * score) + 0.5 * RIDGE * float(theta[1:] @ theta[1:])
        slope = np.concatenate([[share @ off], design.T @ (share * off) + RIDGE * theta[1:]])
        return value / len(wanted), slope / len(wanted)

    bounds = [(None, None), *([(0.0, None)] * design.shape[1])]
    found = minimize(loss, np.zeros(design.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds, options=STEPS)
    bits = found.x / np.log(2)
    return float(bits[0]), bits[1:]


def b_cubed(groups: Sequence[Sequence[int]], events: Sequence[str], counted: Sequence[int]) -> tuple[float, float]:
    """Return B³ precision and recall over the articles ``counted``, all articles being grouped."""
    size = Counter(events)
    precision = recall = 0.0
    place = {article: group for group in groups for article in group}
    shares = {id(group): Counter(events[a] for a in group) for group in groups}
    for article in counted:
        group, event = place[article], events[article]
        both = shares[id(group)][event]
        precision += both / len(group)
        recall += both / size[event]
    return precision / len(counted), recall / len(counted)


def f_one(figures: Sequence[tuple[float, float]]) -> float:
    """Return the harmonic mean of the mean precision and the mean recall of several parts of one size."""
    p, r = (sum(column) / len(figures) for column in zip(*figures, strict=True))
    return float(2 * p * r / (p + r))


CrossValidated = dict[str, dict[float, list[tuple[float, float]]]]


def cross_validated(sets: Sequence[Labelled]) -> CrossValidated:
    """Return set → threshold → (precision, recall) of each fold, every fold with weights learned without it."""
    tables = [fit(sets, fold) for fold in range(FOLDS)]
    figures: CrossValidated = {s.name: {t: [] for t in THRESHOLDS} for s in sets}
    for number, table in enumerate(tables):
        for gold in sets:
            counted = [n for n, fold in enumerate(gold.fold.tolist()) if fold == number]
            for at in THRESHOLDS:
                groups = grouped(gold.pairs, table, join_at=at).groups
                figures[gold.name][at].append(b_cubed(groups, gold.events, counted))
    return figures


def chosen(figures: Mapping[str, Mapping[float, Sequence[tuple[float, float]]]], without: int | None = None) -> float:
    """Return the threshold with the greatest mean F1 over the sets, on all folds but one."""
    kept = [n for n in range(FOLDS) if n != without]
    return max(THRESHOLDS, key=lambda t: (sum(f_one([rows[t][n] for n in kept]) for rows in figures.values()), -t))


def held_out(sets: Sequence[Labelled], figures: CrossValidated | None = None) -> dict[str, float]:
    """Return set → B³ F1 with the weights and the threshold learned without the fold that is measured."""
    known = figures or cross_validated(sets)
    return {name: f_one([rows[chosen(known, n)][n] for n in range(FOLDS)]) for name, rows in known.items()}


def table_of(sets: Sequence[Labelled]) -> Iterator[str]:
    """Yield the table: B³ by threshold, and with the threshold chosen without the fold that is measured."""
    figures = cross_validated(sets)
    for name, rows in figures.items():
        for at in THRESHOLDS:
            p, r = (sum(c) / FOLDS for c in zip(*rows[at], strict=True))
            yield f"{name:12} join_at {at:.2f}  B³ F1 {f_one(rows[at]):.3f}  precision {p:.3f}  recall {r:.3f}"
    for name, figure in held_out(sets, figures).items():
        yield f"{name:12} threshold held out too: B³ F1 {figure:.4f}"
    yield f"join_at {chosen(figures):.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the gold under a folder, print the cross-validated table, and write (or print) the weights."""
    parser = argparse.ArgumentParser("python -m compare.corpus.fit", description="Learn how to group articles.")
    parser.add_argument("shared", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args(arguments)
    sets = read_gold(options.shared)
    for line in table_of(sets):
        sys.stderr.write(line + "\n")
    text = json.dumps(as_json(fit(sets)), indent=1) + "\n"
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
