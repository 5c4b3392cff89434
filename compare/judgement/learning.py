"""Learns from the clashes of annotated events which of them are discrepancies.

A logistic regression, as for statements, on the odds that the statements' own evidence gives; a kind of clash has a
weight of its own that few events cannot move far.  Figures are leave-one-event-out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.judgement.judging import Bench, settings_of
from compare.judgement.weighing import NAMES, TABLE, Weights, family_of
from compare.matching import fit as statements
from compare.matching.alignment import Aligned
from compare.matching.gold import Event
from compare.matching.logistic import coefficients, standardised

RIDGE = 3.0
KIND_RIDGE = 6.0  # a kind of clash that was seen a few times must not be learnt by heart
# What is held of a kind before any event is seen, in log2 odds for a perfect fit: two ages of one named person, two
# spellings of a name that no article has both of, a length foretold and told, a search that ended, two sentences of
# the same words but for the one that turns them, two kinds of thing in one place, are seldom else.
PRIOR = {"age": 4.0, "name": 4.0, "outcome": 6.0, "state.search": 3.0, "contrast": 4.0, "kind": 4.0}
DISCREPANT = frozenset({"conflict", "update"})
STATEMENTS = NAMES.index("statements")


@dataclass(frozen=True, slots=True)
class Clashes:
    """The clashes of one event, a row each."""

    name: str
    pairs: Any  # which candidate of the event's ``statements.Labelled`` each stands in
    values: Any  # what the evidence says; the column of the statements' odds is filled for every fold
    kinds: tuple[str, ...]
    wanted: Any  # 1 where gold calls the pair a discrepancy
    exact: Any  # 1 where gold gives it the very relation
    gold: int  # discrepant pairs that gold asks for, candidates or not
    counts: float = 1.0  # what the event teaches beside another one


def clashes_of(event: Event, bench: Bench, candidates: Sequence[tuple[int, int]]) -> Clashes:
    """Measure the clashes of an event's candidates."""
    import numpy as np

    rows, kinds, places, wanted, exact = [], [], [], [], []
    for place, (left, right) in enumerate(candidates):
        gold = event.relations.get(frozenset((left, right)), set())
        for setting in settings_of(Aligned(left, right, 1.0, 0.0, ()), bench):
            rows.append([_number(row.measure(setting)) for row in TABLE])
            kinds.append(family_of(setting.clash))
            places.append(place)
            wanted.append(float(bool(gold & DISCREPANT)))
            exact.append(float(setting.clash.verdict.relation in gold))
    values = np.array(rows, dtype=float).reshape(len(rows), len(NAMES))
    asked = sum(bool(relations & DISCREPANT) for relations in event.relations.values())
    return Clashes(
        event.name, np.array(places, dtype=int), values, tuple(kinds), np.array(wanted), np.array(exact), asked
    )


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def filled(clashes: Clashes, odds: Any) -> Any:
    """Return the values with the odds of the statements in their column."""
    import numpy as np

    values = clashes.values.copy()
    if len(values):
        values[:, STATEMENTS] = np.clip(odds[clashes.pairs], -8.0, 8.0)
    return values


def fit(events: Sequence[tuple[Clashes, Any]], names: Sequence[str] = NAMES, call_at: float = 0.5) -> Weights:
    """Return the weights learned from the clashes of events, each with its values filled."""
    import numpy as np

    chosen = [NAMES.index(n) for n in names]
    raw = np.concatenate([values[:, chosen] for _, values in events])
    wanted = np.concatenate([c.wanted for c, _ in events])
    share = np.concatenate([np.full(len(c.wanted), c.counts) for c, _ in events])
    kinds = [k for c, _ in events for k in c.kinds]
    known = sorted({*kinds, *PRIOR})
    dummies = np.array([[float(k == name) for name in known] for k in kinds])
    fits = np.concatenate([values[:, NAMES.index("slot")] for _, values in events])
    dummies = np.column_stack([dummies, dummies * fits[:, None]])
    columns, usual, spread = standardised(raw)
    ridge = [RIDGE] * len(names) + [KIND_RIDGE] * 2 * len(known)
    prior = [0.0] * (len(names) + len(known)) + [PRIOR.get(k, 0.0) * math.log(2) for k in known]
    start, *slopes = coefficients(np.column_stack([columns, dummies]), wanted, share, ridge, prior) / math.log(2)
    rows = {n: (float(slopes[i] / spread[i]), float(usual[i])) for i, n in enumerate(names)}
    own, fitting = slopes[len(names) : len(names) + len(known)], slopes[len(names) + len(known) :]
    by_kind = {k: (float(a), float(b)) for k, a, b in zip(known, own, fitting, strict=True)}
    return Weights(float(start), by_kind, rows, call_at)


def chances(clashes: Clashes, values: Any, table: Weights) -> Any:
    """Return the probability that each clash is a discrepancy."""
    import numpy as np

    fits = clashes.values[:, NAMES.index("slot")]
    own = np.array([table.kinds.get(k, (0.0, 0.0)) for k in clashes.kinds], dtype=float).reshape(-1, 2)
    total = table.start + own[:, 0] + own[:, 1] * fits
    for name, (slope, usual) in table.rows.items():
        column = values[:, NAMES.index(name)]
        total += np.where(np.isnan(column), 0.0, slope * (column - usual))
    return 1 / (1 + np.exp2(-total))


def called(clashes: Clashes, scores: Any, call_at: float) -> tuple[int, int, int]:
    """Return (pairs called, right among them, of these with the very relation); a pair counts once, by its surest."""
    best: dict[int, tuple[float, float, float]] = {}
    for place, score, wanted, exact in zip(clashes.pairs.tolist(), scores, clashes.wanted, clashes.exact, strict=True):
        if score >= call_at and (place not in best or score > best[place][0]):
            best[place] = (score, wanted, exact)
    return len(best), int(sum(w for _, w, _ in best.values())), int(sum(e for *_, e in best.values()))


@dataclass(frozen=True, slots=True)
class Figures:
    """Discrepancies on held-out events, added up over them."""

    said: int
    right: int
    exact: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of those called that are right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Share of those that gold asks for that were called."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / (self.said + self.gold) if self.said + self.gold else 0.0

    def __str__(self) -> str:
        found = f"called {self.said}, right {self.right} of {self.gold}, relation right {self.exact}"
        return f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}  ({found})"


def odds_without(
    labelled: Sequence[statements.Labelled], paired: Sequence[bool], of: Sequence[int]
) -> dict[int, list[Any]]:
    """Return for each event of ``of`` the odds of every event's candidates, learned without it.

    ``paired`` says on which events the pairing of statements is annotated in full: only those teach.
    """
    found = {}
    for number in of:
        table = statements.fit([e for i, e in enumerate(labelled) if i != number and paired[i]])
        found[number] = [statements.odds(e, table) for e in labelled]
    return found


def left_out(
    clashes: Sequence[Clashes], odds: Mapping[int, Sequence[Any]], names: Sequence[str] = NAMES
) -> tuple[dict[int, Any], list[Weights]]:
    """Return for each event of ``odds`` the chances of its clashes, and the weights, learned without it."""
    scores, tables = {}, []
    for number, own in odds.items():
        ready = [(c, filled(c, of)) for c, of in zip(clashes, own, strict=True)]
        learned = fit([r for i, r in enumerate(ready) if i != number], names)
        scores[number] = chances(*ready[number], learned)
        tables.append(learned)
    return scores, tables


def figures(
    clashes: Sequence[Clashes], scores: Mapping[int, Any], choose: Callable[[Sequence[int]], float], of: Sequence[int]
) -> Figures:
    """Return the figures over the events ``of``; the threshold is chosen on the others of them each time."""
    total = [0, 0, 0, 0]
    for number in of:
        call_at = choose([i for i in of if i != number])
        said, right, exact = called(clashes[number], scores[number], call_at)
        total = [a + b for a, b in zip(total, (said, right, exact, clashes[number].gold), strict=True)]
    return Figures(*total)


def as_file(table: Weights) -> Mapping[str, object]:
    """Return weights as ``weights.json`` holds them."""
    return {
        "start": round(table.start, 4),
        "call_at": table.call_at,
        "kinds": {k: [round(a, 4), round(b, 4)] for k, (a, b) in sorted(table.kinds.items())},
        "evidence": {n: {"weight": round(s, 4), "usual": round(u, 4)} for n, (s, u) in table.rows.items()},
    }
