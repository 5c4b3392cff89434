"""Grows the trees of the check from measured sentences, with scikit-learn; the product itself only walks them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from compare.checking.decision import CLASSES, Tree, Weights, probabilities
from compare.checking.verdicts import CheckVerdict
from compare.errors import ResourceError

# Chosen among eight, leave-one-event-out; 5 to 12 leaves and 50 to 120 rounds are within a point of each other.
SHAPE = {
    "max_iter": 80,
    "learning_rate": 0.06,
    "max_leaf_nodes": 8,
    "l2_regularization": 5.0,
    "max_features": 0.3,
    "max_bins": 64,
    "early_stopping": False,
}
# Models, each with its own draw of the measures that a tree may ask; their log odds are averaged.  Of one alone the
# draw moves right verdicts, and accusations of true sentences, by a point.
DRAWS = 3
NEVER = -30.0  # log odds of a verdict that no sentence was given
DIGITS = 5  # of what a tree adds, and of its bounds: measures have four
TRIED = 20  # sentences on which both are held against each other
ALLOWED = 1e-3  # by how much a probability may change where the trees are written with fewer digits


def fitted(
    measured: Sequence[Mapping[str, float]],
    wanted: Sequence[CheckVerdict],
    names: Sequence[str],
    counterparts: Mapping[str, float],
    counts: Sequence[float] | None = None,
) -> Weights:
    """Return weights learned from measured sentences and their verdicts; all offsets are still 0.

    ``counts`` is what each sentence weighs, 1 where it is not given.  Raises ``ResourceError`` where the trees that
    were taken from scikit-learn do not say what its own model says.
    """
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier
    from threadpoolctl import threadpool_limits

    rows = np.asarray([[m.get(n, 0.0) for n in names] for m in measured])
    known: list[CheckVerdict] = [c for c in CLASSES if c in set(wanted)]
    models = [HistGradientBoostingClassifier(**SHAPE, random_state=draw) for draw in range(DRAWS)]
    with threadpool_limits(1):  # small trees: more threads only wait for each other
        for model in models:
            model.fit(rows, [known.index(w) for w in wanted], sample_weight=counts)
    starts = np.ravel(models[0]._baseline_prediction)  # of the verdicts alone: no draw changes it
    rounds = [one for model in models for one in model._predictors]
    grown = [[_tree(one.nodes, 0) for one in column] for column in zip(*rounds, strict=True)]
    if len(known) == 2:  # one column, of the second
        starts, grown = np.array([0.0, starts[0]]), [[], grown[0]]
    place = {c: n for n, c in enumerate(known)}
    weights = Weights(
        tuple(names),
        tuple(round(float(starts[place[c]]), DIGITS) if c in place else NEVER for c in CLASSES),
        tuple(tuple(grown[place[c]]) if c in place else () for c in CLASSES),
        (0.0,) * len(CLASSES),
        counterparts,
    )
    shares = np.prod([model.predict_proba(rows[:TRIED]) for model in models], axis=0) ** (1 / DRAWS)
    _agrees(weights, measured[:TRIED], shares / shares.sum(axis=1, keepdims=True), known)
    return weights


def _tree(nodes: Any, at: int) -> Tree:
    """Return a tree of scikit-learn's, from one of its nodes down, with its part of the average of all draws."""
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]) / DRAWS, DIGITS)
    below, above = _tree(nodes, int(node["left"])), _tree(nodes, int(node["right"]))
    return int(node["feature_idx"]), round(float(node["num_threshold"]), DIGITS), below, above


def _agrees(
    weights: Weights, measured: Sequence[Mapping[str, float]], told: Any, known: Sequence[CheckVerdict]
) -> None:
    for row, chances in zip(measured, told, strict=True):
        own = probabilities(weights, row)
        if any(abs(own[c] - p) > ALLOWED for c, p in zip(known, chances, strict=True)):
            raise ResourceError("The trees do not say what scikit-learn's model says: its inner form has changed.")
