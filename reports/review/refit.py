"""Fits the weights of the evidence to what reviewers decided.  Only on request, and never into the package.

Each labelled pair keeps the evidence it was matched by, in log2 odds.  The fit stretches the weights that ship
with Crosscheck: one factor a piece of evidence and one shift of the start, found as the maximum a posteriori of a
logistic regression (Newton's method; Hosmer & Lemeshow, 2000, ch. 1) with a Gaussian prior on 'as shipped'.  A few
decisions therefore move little, many move more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from compare.errors import StoreError
from compare.matching.alignment import SECOND, Weight, Weights, weights
from compare.matching.collective import NAMES as AROUND
from compare.matching.evidence import NAMES as OWN
from compare.matching.second_reader.opinion import bounded

PRIOR = 8.0  # decisions that 'as shipped' counts for, in each factor
STEPS = 50
NAMES = (*OWN, *AROUND)
LEARNED = (*NAMES, SECOND)


@dataclass(frozen=True, slots=True)
class Refit:
    """The weights before and after, and what they were fitted on."""

    before: Weights
    after: Weights
    matches: int  # pairs that reviewers confirmed
    mismatches: int  # wrong matches
    ambiguous: int  # pairs left out: a wrong match of a finding of several pairs does not say which is wrong
    loss_before: float  # mean −log2 likelihood of the labels, in bits
    loss_after: float
    second: tuple[int, float, float] | None = None
    """Pairs of which a second reader said something, and the surprise at decisions, each finding left out in turn, \
without it and with it; None where no pair has its answer."""


def refit(pairs: Iterable[Mapping[str, Any]]) -> Refit:
    """Return weights fitted to labelled pairs, as ``labelled_pairs(store, confirmed=True)`` gives them.

    Raises ``StoreError`` where there is no wrong match or nothing but wrong matches.
    """
    import numpy as np

    shipped = weights()
    told = list(pairs)
    clear = [p for p in told if p["relation"] != "unrelated" or p["pairs_in_finding"] == 1]
    wanted = np.array([p["relation"] != "unrelated" for p in clear], dtype=float)
    if len(set(wanted.tolist())) < 2:
        raise StoreError(
            "A refit needs decisions of both sorts: wrong matches of two statements, and findings confirmed"
        )
    pieces = np.array([[p["evidence"].get(name, 0.0) for name in LEARNED] for p in clear])
    rest = np.array([sum(p["evidence"].values()) for p in clear]) - pieces.sum(axis=1)  # the start, and what values add
    offset = rest * math.log(2)
    theta = _fitted(pieces, offset, wanted)
    factors = dict(zip(LEARNED, theta[1:].tolist(), strict=True))
    seen = shipped.collective
    rows, around = (
        {name: Weight(round(row.slope * factors[name], 4), row.usual) for name, row in table.items()}
        for table in (shipped.rows, seen.rows)
    )
    second = round(bounded(shipped.second * factors[SECOND]), 4)
    last = replace(seen, start=round(seen.start + float(theta[0]), 4), rows=around)
    after = replace(shipped, rows=rows, collective=last, second=second)
    design = _design(pieces)
    losses = [_loss(_chance(offset + design @ t), wanted) for t in (_shipped(pieces), theta)]
    matched = int(wanted.sum())
    return Refit(
        shipped, after, matched, len(clear) - matched, len(told) - len(clear), losses[0], losses[1],
        _second(pieces, offset, wanted, clear),
    )  # fmt: skip


def _design(pieces: Any) -> Any:
    import numpy as np

    return np.column_stack([np.ones(len(pieces)), pieces]) * math.log(2)


def _shipped(pieces: Any) -> Any:
    """Return the factors that change nothing."""
    import numpy as np

    return np.array([0.0] + [1.0] * pieces.shape[1])


def _fitted(pieces: Any, offset: Any, wanted: Any) -> Any:
    """Return the shift of the start and a factor a piece of evidence."""
    import numpy as np

    design, prior = _design(pieces), _shipped(pieces)
    theta = prior.copy()
    ridge = PRIOR * np.eye(len(prior))
    for _ in range(STEPS):
        chance = _chance(offset + design @ theta)
        slope = design.T @ (wanted - chance) - ridge @ (theta - prior)
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + ridge
        theta = theta + _damped(np.linalg.solve(curve, slope))
    return theta


def _second(
    pieces: Any, offset: Any, wanted: Any, pairs: Sequence[Mapping[str, Any]]
) -> tuple[int, float, float] | None:
    """Return what a second reader adds: the surprise at each finding's decisions by weights fitted on the others."""
    import numpy as np

    answered = int((pieces[:, LEARNED.index(SECOND)] != 0).sum())
    if not answered:
        return None
    names = np.array([str(p["id"]).rpartition("-")[0] for p in pairs])
    losses = []
    for columns in (pieces[:, : len(NAMES)], pieces):
        chances = np.zeros(len(wanted))
        for finding in sorted(set(names.tolist())):
            held = names == finding
            theta = _fitted(columns[~held], offset[~held], wanted[~held])
            chances[held] = _chance(offset[held] + _design(columns[held]) @ theta)
        losses.append(_loss(chances, wanted))
    return answered, losses[0], losses[1]


def _chance(odds: Any) -> Any:
    import numpy as np

    return 1 / (1 + np.exp(-np.clip(odds, -40, 40)))


def _damped(step: Any) -> Any:
    """Return a Newton step of at most one in each direction."""
    import numpy as np

    return step / max(1.0, float(np.abs(step).max()))


def _loss(chance: Any, wanted: Any) -> float:
    import numpy as np

    likely = np.where(wanted > 0, chance, 1 - chance)
    return round(float(-np.log2(np.maximum(likely, 1e-12)).mean()), 4)


def told(found: Refit) -> str:
    """Return the fit as a small table for people."""
    lines = [
        f"Fitted on {found.matches} confirmed pairs and {found.mismatches} wrong matches"
        + (f"; {found.ambiguous} pairs left out, because their finding has several." if found.ambiguous else "."),
        f"Mean surprise at a decision: {found.loss_before:.3f} bits as shipped, {found.loss_after:.3f} refitted.",
        f"{'evidence':<12}{'shipped':>10}{'refitted':>10}",
        f"{'start':<12}{found.before.outset:>10.3f}{found.after.outset:>10.3f}",
    ]
    before, after = ({**table.rows, **table.collective.rows} for table in (found.before, found.after))
    lines += [f"{n:<12}{before[n].slope:>10.3f}{after[n].slope:>10.3f}" for n in before]
    if found.second is not None:
        answered, without, beside = found.second
        worth = "helps" if beside < without else "does not help"
        lines.append(f"{'second':<12}{found.before.second:>10.3f}{found.after.second:>10.3f}")
        lines.append(
            f"Second reader: an answer for {answered} of the pairs; it {worth}. Each finding left out in turn,"
        )
        lines.append(f"the mean surprise is {without:.3f} bits without it and {beside:.3f} with it.")
    return "\n".join(lines)
