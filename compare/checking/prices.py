"""The price of each verdict: what is added to its log probability, so that few true sentences are accused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from compare.checking.decision import ACCUSING, BORNE_OUT, CLASSES, LEAST
from compare.checking.verdicts import CheckVerdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEPS = (-2.0, -1.0, -0.5, -0.25, -0.1, -0.04, 0.04, 0.1, 0.25, 0.5, 1.0, 2.0)
CALLED = 0.6  # what a contradiction that is called so counts beside a right verdict
CONTRADICTED = CLASSES.index("contradicted")


def priced(
    found: Sequence[Mapping[CheckVerdict, float]],
    accept: Sequence[Sequence[str]],
    error: Sequence[bool],
    most: float,
    *,
    counts: Sequence[float] | None = None,
    apart: Sequence[bool] | None = None,
) -> tuple[float, ...]:
    """Return what is added to each verdict's log probability so that most verdicts are right.

    ``most`` is the share of true sentences that may be accused, of those ``apart`` and of the others; ``counts`` is
    what each sentence weighs.
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

    aside = np.zeros(len(found), dtype=bool) if apart is None else np.asarray(apart)
    sorts = [~wrong & ~aside, ~wrong & aside]

    def share(held: NDArray[np.bool_] | Floats, of: NDArray[np.bool_]) -> float:
        return float((held * weighed)[of].sum() / weighed[of].sum()) if of.any() else 0.0

    def worth(offsets: Floats) -> float:
        own = logs + offsets
        chosen = np.where(out, own, -np.inf).argmax(axis=1)
        other = np.where(out, -np.inf, own).argmax(axis=1)
        chosen = np.where(own[np.arange(len(own)), other] > borne_out, other, chosen)
        accused = max(share(accusing[chosen], sort) for sort in sorts)
        score = share(right[np.arange(len(chosen)), chosen], every) + CALLED * share(chosen == CONTRADICTED, called)
        return score - 20 * max(0.0, accused - most)

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
