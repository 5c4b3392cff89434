"""Fits the weights of the evidence to what reviewers decided.  Only on request, and never into the package.

Each labelled pair keeps the evidence it was matched by, in log2 odds.  The fit stretches the weights that ship
with Crosscheck: one factor a piece of evidence and one shift of the start, found as the maximum a posteriori of a
logistic regression (Newton's method; Hosmer & Lemeshow, 2000, ch. 1) with a Gaussian prior on 'as shipped'.  A few
decisions therefore move little, many move more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from compare.errors import StoreError
from compare.matching.alignment import Weight, Weights, weights
from compare.matching.evidence import NAMES

PRIOR = 8.0  # decisions that 'as shipped' counts for, in each factor
STEPS = 50


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
    pieces = np.array([[p["evidence"].get(name, 0.0) for name in NAMES] for p in clear])
    rest = np.array([sum(p["evidence"].values()) for p in clear]) - pieces.sum(axis=1)  # the start, and what values add
    design = np.column_stack([np.ones(len(clear)), pieces]) * math.log(2)
    offset = rest * math.log(2)
    prior = np.array([0.0] + [1.0] * len(NAMES))
    theta = prior.copy()
    ridge = PRIOR * np.eye(len(prior))
    for _ in range(STEPS):
        chance = _chance(offset + design @ theta)
        slope = design.T @ (wanted - chance) - ridge @ (theta - prior)
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + ridge
        theta = theta + _damped(np.linalg.solve(curve, slope))
    factors = dict(zip(NAMES, theta[1:].tolist(), strict=True))
    rows = {name: Weight(round(row.slope * factors[name], 4), row.usual) for name, row in shipped.rows.items()}
    after = Weights(round(shipped.start + float(theta[0]), 4), rows)
    losses = [_loss(_chance(offset + design @ t), wanted) for t in (prior, theta)]
    matched = int(wanted.sum())
    return Refit(shipped, after, matched, len(clear) - matched, len(told) - len(clear), losses[0], losses[1])


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
        f"{'start':<12}{found.before.start:>10.3f}{found.after.start:>10.3f}",
    ]
    lines += [f"{n:<12}{found.before.rows[n].slope:>10.3f}{found.after.rows[n].slope:>10.3f}" for n in NAMES]
    return "\n".join(lines)
