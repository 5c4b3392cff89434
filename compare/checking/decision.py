"""The verdict on a sentence from what was measured of it: a small model whose weights were learned from drafts.

A multinomial logistic over standardised measures; ``fit.py`` writes the weights and says how they were chosen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, fsum, log
from pathlib import Path

from compare.checking.verdicts import CheckVerdict
from compare.errors import ResourceError

DATA = Path(__file__).with_name("weights.json")
DATA_UNREAD = Path(__file__).with_name("weights_unread.json")  # learned without the reader
CLASSES: tuple[CheckVerdict, ...] = (
    "supported", "one-source", "not-found", "contradicted", "misquoted", "overtaken", "too-strong",
)  # fmt: skip
BORNE_OUT: frozenset[CheckVerdict] = frozenset({"supported", "one-source"})
LEAST = 1e-6  # a probability below it counts as this much
ACCUSING: frozenset[CheckVerdict] = frozenset({"contradicted", "misquoted", "overtaken", "too-strong"})


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned model."""

    features: tuple[str, ...]
    mean: tuple[float, ...]  # of each feature over the drafts it was learned from
    scale: tuple[float, ...]  # its standard deviation
    slopes: tuple[tuple[float, ...], ...]  # a row a verdict, in the order of ``CLASSES``
    intercepts: tuple[float, ...]
    offsets: tuple[
        float, ...
    ]  # added to the log probabilities before the likeliest is taken: the price of each verdict
    counterparts: Mapping[str, float]  # 'start' and a slope a field of ``Likeness``, natural-log odds


def odds_of(weights: Weights, measured: Mapping[str, float]) -> float:
    """Return the natural-log odds that a statement speaks of what a sentence says."""
    slopes = weights.counterparts
    return round(fsum([slopes["start"], *(slopes[name] * value for name, value in measured.items())]), 4)


def probabilities(weights: Weights, measured: Mapping[str, float]) -> dict[CheckVerdict, float]:
    """Return the probability of each verdict, before its price; what was not measured tells nothing."""
    row = [
        (measured.get(name, mean) - mean) / scale
        for name, mean, scale in zip(weights.features, weights.mean, weights.scale, strict=True)
    ]
    scores = [
        start + fsum(x * s for x, s in zip(row, slopes, strict=True))
        for start, slopes in zip(weights.intercepts, weights.slopes, strict=True)
    ]
    most = max(scores)
    total = fsum(exp(s - most) for s in scores)
    return {verdict: exp(s - most) / total for verdict, s in zip(CLASSES, scores, strict=True)}


def ranked(weights: Weights, found: Mapping[CheckVerdict, float]) -> tuple[CheckVerdict, ...]:
    """Return the verdicts, the likeliest first at their price; probabilities count to four digits.

    That a sentence is borne out at all weighs as much as both verdicts that say so together.
    """
    own = {v: round(log(max(p, LEAST)), 4) + o for (v, p), o in zip(found.items(), weights.offsets, strict=True)}
    out = round(log(max(sum(found[v] for v in BORNE_OUT), LEAST)), 4)
    worth = {v: out if v in BORNE_OUT else own[v] for v in own}
    return tuple(sorted(own, key=lambda v: (-worth[v], -own[v], CLASSES.index(v))))


@cache
def shipped(*, read: bool = True) -> Weights:
    """Return the weights that ship with Crosscheck, with a reader's columns or, where there is no reader, without.

    Raises ``ResourceError`` where they cannot be read.
    """
    try:
        return read_weights((DATA if read else DATA_UNREAD).read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"The weights of the check cannot be read ({error}): install Crosscheck again.") from error


def read_weights(text: str) -> Weights:
    """Return weights from their JSON."""
    found = json.loads(text)
    rows = found["features"]
    return Weights(
        tuple(rows),
        tuple(rows[n]["mean"] for n in rows),
        tuple(rows[n]["scale"] for n in rows),
        tuple(tuple(rows[n]["slopes"][v] for n in rows) for v in CLASSES),
        tuple(found["intercepts"][v] for v in CLASSES),
        tuple(found["offsets"][v] for v in CLASSES),
        dict(found["counterparts"]),
    )


def written(weights: Weights) -> str:
    """Return weights as JSON, a row a feature."""
    features = {
        name: {
            "mean": weights.mean[n],
            "scale": weights.scale[n],
            "slopes": {v: weights.slopes[k][n] for k, v in enumerate(CLASSES)},
        }
        for n, name in enumerate(weights.features)
    }
    head = {
        "counterparts": dict(weights.counterparts),
        "intercepts": dict(zip(CLASSES, weights.intercepts, strict=True)),
        "offsets": dict(zip(CLASSES, weights.offsets, strict=True)),
    }
    rows = ",\n".join(f"    {json.dumps(name)}: {json.dumps(row)}" for name, row in features.items())
    top = json.dumps(head, indent=2)[:-2]
    return f'{top},\n  "features": {{\n{rows}\n  }}\n}}\n'
