"""A multinomial logistic regression in plain numpy, and the price of each verdict: deterministic, no random start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from compare.checking.decision import ACCUSING, BORNE_OUT, CLASSES, LEAST, Weights
from compare.checking.verdicts import CheckVerdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ROUNDS = 400  # steps of Nesterov's accelerated gradient (1983); the loss then changes in its sixth digit
PRIOR = 0.02  # inverse strength of the L2 penalty on the slopes: the best of .003 to .04, leave-one-event-out
STEPS = (-2.0, -1.0, -0.5, -0.25, -0.1, -0.04, 0.04, 0.1, 0.25, 0.5, 1.0, 2.0)
CALLED = 0.6  # what a contradiction that is called so counts beside a right verdict
PASSED = 0.3  # … and a wrong sentence that is not borne out
CONTRADICTED = CLASSES.index("contradicted")
NOT_BORNE_OUT = 1 + max(CLASSES.index(c) for c in BORNE_OUT)  # the first of the others


def multinomial(
    rows: Floats, targets: Floats, prior: float = PRIOR, counts: Floats | None = None
) -> tuple[Floats, Floats]:
    """Return slopes, shape (classes, features), and intercepts of standardised rows.

    Targets are shares a class; ``counts`` is what each row weighs, 1 where it is not given.
    """
    import numpy as np

    weighed = (np.ones(len(rows)) if counts is None else counts)[:, None]
    x = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = np.full(x.shape[1], 1 / prior)
    penalty[-1] = 0.0
    step = 1 / (0.5 * float(np.linalg.eigvalsh(x.T @ (weighed * x))[-1]) + 1 / prior)
    weights = np.zeros((targets.shape[1], x.shape[1]))
    ahead = weights
    for number in range(ROUNDS):
        slope = (weighed * (softmax(x @ ahead.T) - targets)).T @ x + ahead * penalty
        moved = ahead - step * slope
        ahead = moved + (number / (number + 3)) * (moved - weights)
        weights = moved
    return weights[:, :-1], weights[:, -1]


def softmax(scores: Floats) -> Floats:
    """Return each row of scores as probabilities."""
    import numpy as np

    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Floats = raised / raised.sum(axis=1, keepdims=True)
    return found


def fitted(
    measured: Sequence[Mapping[str, float]],
    wanted: Sequence[str],
    names: Sequence[str],
    counterparts: Mapping[str, float],
    counts: Sequence[float] | None = None,
) -> Weights:
    """Return weights learned from measured sentences and their verdicts; all offsets are still 0.

    ``counts`` is what each sentence weighs, 1 where it is not given.
    """
    import numpy as np

    rows = np.asarray([[m.get(n, 0.0) for n in names] for m in measured])
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale < 1e-6] = 1.0
    targets = np.asarray([[float(c == w) for c in CLASSES] for w in wanted])
    slopes, starts = multinomial((rows - mean) / scale, targets, counts=None if counts is None else np.asarray(counts))
    return Weights(
        tuple(names),
        tuple(round(float(v), 5) for v in mean),
        tuple(round(float(v), 5) for v in scale),
        tuple(tuple(round(float(v), 5) for v in row) for row in slopes),
        tuple(round(float(v), 5) for v in starts),
        (0.0,) * len(CLASSES),
        counterparts,
    )


def priced(
    found: Sequence[Mapping[CheckVerdict, float]],
    accept: Sequence[Sequence[str]],
    error: Sequence[bool],
    most: float,
    counts: Sequence[float] | None = None,
) -> tuple[float, ...]:
    """Return what is added to each verdict's log probability so that most verdicts are right.

    ``most`` is the share of true sentences that may be accused; ``counts`` is what each sentence weighs.
    """
    import numpy as np

    shares = np.asarray([[f[c] for c in CLASSES] for f in found])
    logs = np.log(np.maximum(shares, LEAST))
    out = np.asarray([c in BORNE_OUT for c in CLASSES])
    borne_out = np.log(np.maximum(shares[:, out].sum(axis=1), LEAST))
    right = np.asarray([[c in a for c in CLASSES] for a in accept], dtype=float)
    wrong = np.asarray(error)
    called = np.asarray([a[0] == "contradicted" for a in accept])
    every = np.ones(len(found), dtype=bool)
    accusing = np.asarray([c in ACCUSING for c in CLASSES])
    weighed = np.ones(len(found)) if counts is None else np.asarray(counts)

    def share(held: NDArray[np.bool_] | Floats, of: NDArray[np.bool_]) -> float:
        return float((held * weighed)[of].sum() / weighed[of].sum())

    def worth(offsets: Floats) -> float:
        own = logs + offsets
        chosen = np.where(out, own, -np.inf).argmax(axis=1)
        other = np.where(out, -np.inf, own).argmax(axis=1)
        chosen = np.where(own[np.arange(len(own)), other] > borne_out, other, chosen)
        accused = share(accusing[chosen], ~wrong)
        score = share(right[np.arange(len(chosen)), chosen], every) + CALLED * share(chosen == CONTRADICTED, called)
        return score + PASSED * share(chosen >= NOT_BORNE_OUT, wrong) - 20 * max(0.0, accused - most)

    best = np.where(accusing, -1.0, 0.0)
    reached = worth(best)
    groups = [np.eye(len(CLASSES))[n] for n in range(len(CLASSES))] + [accusing.astype(float)]
    for _ in range(4):
        for group in groups:
            for step in STEPS:
                tried = best + step * group
                score = worth(tried)
                if score > reached + 1e-9:
                    best, reached = tried, score
    return tuple(round(float(v), 4) for v in best)
