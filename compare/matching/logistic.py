"""Ridge logistic regression by Newton's method (Hosmer & Lemeshow, 2000, ch. 1), for the weights of evidence."""

from __future__ import annotations

from typing import Any

STEPS = 30
SETTLED = 1e-9  # a step that moves no coefficient by more is the last


def standardised(raw: Any) -> tuple[Any, Any, Any]:
    """Return columns of mean 0 and spread 1, and the mean and the spread of each; what is NaN becomes its mean."""
    import numpy as np

    told = np.where(np.isnan(raw).all(axis=0), 0.0, raw)
    usual, spread = np.nan_to_num(np.nanmean(told, axis=0)), np.nan_to_num(np.nanstd(told, axis=0))
    spread[spread < 1e-9] = 1.0
    return np.nan_to_num((raw - usual) / spread), usual, spread


def coefficients(columns: Any, wanted: Any, share: Any, ridge: Any, prior: Any = 0.0) -> Any:
    """Return the intercept and a slope a column, in natural-log odds.

    ``wanted`` is 1 or 0 a row, ``share`` what the row weighs; ``ridge`` holds each slope to its ``prior``, by so many
    rows as it says.
    """
    import numpy as np

    design = np.column_stack([np.ones(len(columns)), columns])
    held = np.diag(np.concatenate([[0.0], np.broadcast_to(ridge, columns.shape[1])]))
    start = np.concatenate([[0.0], np.broadcast_to(prior, columns.shape[1])])
    theta = start.copy()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ theta, -40, 40)))
        slope = design.T @ (share * (wanted - chance)) - held @ (theta - start)
        curve = (design * (share * chance * (1 - chance))[:, None]).T @ design + held
        step = np.linalg.solve(curve, slope)
        theta = theta + step
        if float(np.abs(step).max()) < SETTLED:
            break
    return theta
