"""How alike two articles are, in ten measures, and what each says about their being on one event.

Each measure's worth is a line broken at a few fixed places: log2 odds, which add up.  They were learned on articles
whose events are known (``fit``) and stand in ``weights.json``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.errors import ResourceError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from compare.corpus.matrices import Matrices

    Floats = NDArray[np.float64]
    Places = NDArray[np.int64]

MEASURES = {
    "words": "cosine of all words",
    "names": "cosine of the words written with a capital",
    "rarest": "rarity of the rarest name that both have, 0 to 1",
    "title": "cosine of the titles",
    "lead": "cosine of the leads",
    "numbers": "cosine of the numbers",
    "ages": "share of the ages of one that the other has too",
    "other_ages": "1 where both give ages and share none",
    "days": "log2(1 + days apart); of unknown days 0",
    "nearest": "cosine of all words beside that with the nearest article of either",
}
AT_ONCE = 4_000  # pairs measured at once: bounds the memory
FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True)
class Worth:
    """What one measure says: log2 odds at some places, straight lines between them, level beyond them."""

    at: tuple[float, ...]
    bits: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned."""

    start: float  # log2 odds before any measure speaks
    rows: Mapping[str, Worth]  # measure → its worth


def measured(found: Matrices, one: Places, other: Places) -> Floats:
    """Return the measures of pairs, shape (pairs, measures), in the order of `MEASURES`."""
    import numpy as np

    parts = [
        _measured(found, one[start : start + AT_ONCE], other[start : start + AT_ONCE])
        for start in range(0, len(one), AT_ONCE)
    ]
    table = np.concatenate(parts) if parts else np.zeros((0, len(MEASURES)))
    nearest = np.zeros(len(found.ages))
    np.maximum.at(nearest, one, table[:, 0])
    np.maximum.at(nearest, other, table[:, 0])
    return related(table, nearest, one, other)


def related(table: Floats, nearest: Floats, one: Places, other: Places) -> Floats:
    """Return the table with its last measure: ``nearest`` gives each article's greatest cosine."""
    import numpy as np

    least = np.maximum(np.minimum(nearest[one], nearest[other]), 1e-6)
    table[:, -1] = np.minimum(table[:, 0] / least, 1.0)
    return table


def _measured(found: Matrices, one: Places, other: Places) -> Floats:
    import numpy as np

    cosine = {kind: _products(matrix, one, other) for kind, matrix in found.cosines.items()}
    shared = found.shown[one].minimum(
        found.shown[other]
    )  # a name has one rarity, so the lesser is it where both have it
    rarest = np.asarray(shared.max(axis=1).todense()).ravel() if shared.shape[0] else np.zeros(0)
    pairs = [(found.ages[i], found.ages[j]) for i, j in zip(one.tolist(), other.tolist(), strict=True)]
    ages = [len(a & b) / min(len(a), len(b)) if a and b else 0.0 for a, b in pairs]
    strange = [float(bool(a and b) and not a & b) for a, b in pairs]
    both = found.dated[one] & found.dated[other]
    days = np.where(both, np.log2(1 + np.abs(found.day[one] - found.day[other])), 0.0)
    columns = [cosine["words"], cosine["names"], rarest, cosine["title"], cosine["lead"], cosine["numbers"]]
    return np.column_stack([*columns, ages, strange, days, np.zeros(len(one))]).astype("f8")


def _products(matrix: Any, one: Places, other: Places) -> Floats:
    import numpy as np

    return np.asarray(matrix[one].multiply(matrix[other]).sum(axis=1), "f8").ravel()


def probabilities(table: Floats, weights: Weights) -> Floats:
    """Return for each row of measures the probability of one event, four digits."""
    import numpy as np

    bits = np.full(len(table), weights.start)
    for column, name in enumerate(MEASURES):
        worth = weights.rows[name]
        bits += np.interp(table[:, column], worth.at, worth.bits)
    found: Floats = np.round(1 / (1 + np.exp2(-np.clip(bits, -60, 60))), 4)
    return found


@cache
def learned() -> Weights:
    """Return the weights that ship with Crosscheck; raises ``ResourceError`` where they are damaged."""
    try:
        return from_json(json.loads(FILE.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"{FILE}: the weights of the grouping are damaged; install Crosscheck anew.") from error


def from_json(plain: Mapping[str, Any]) -> Weights:
    """Return weights from their JSON form; raises ``KeyError`` where a measure is missing."""
    rows = {name: Worth(tuple(plain["rows"][name]["at"]), tuple(plain["rows"][name]["bits"])) for name in MEASURES}
    if not all(math.isfinite(x) for row in rows.values() for x in row.bits):
        raise ValueError("a weight is not finite")
    return Weights(float(plain["start"]), rows)


def as_json(weights: Weights) -> dict[str, Any]:
    """Return weights as JSON can hold them."""
    return {
        "start": weights.start,
        "rows": {n: {"at": list(w.at), "bits": list(w.bits)} for n, w in weights.rows.items()},
    }
