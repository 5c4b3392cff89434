"""The verdict on a sentence from what was measured of it: a small model whose weights were learned from drafts.

Gradient-boosted trees (Friedman 2001), a row of small ones a verdict; ``fit.py`` writes them and says how they were
chosen.  Leave-one-event-out they give more right verdicts than a logistic over the same measures does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, fsum, log
from pathlib import Path
from typing import Any, TypeAlias

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


# A tree: the value at its end, or the place of a feature, a bound, and the trees up to the bound and above it.
Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned model."""

    features: tuple[str, ...]
    starts: tuple[float, ...]  # log odds of each verdict before anything is measured, in the order of ``CLASSES``
    trees: tuple[tuple[Tree, ...], ...]  # … and what each adds, a row a verdict
    offsets: tuple[
        float, ...
    ]  # added to the log probabilities before the likeliest is taken: the price of each verdict
    counterparts: Mapping[str, float]  # 'start' and a slope a field of ``Likeness``, natural-log odds


def odds_of(weights: Weights, measured: Mapping[str, float]) -> float:
    """Return the natural-log odds that a statement speaks of what a sentence says."""
    slopes = weights.counterparts
    return round(fsum([slopes["start"], *(slopes[name] * value for name, value in measured.items())]), 4)


def probabilities(weights: Weights, measured: Mapping[str, float]) -> dict[CheckVerdict, float]:
    """Return the probability of each verdict, before its price; what was not measured counts as 0."""
    row = [measured.get(name, 0.0) for name in weights.features]
    scores = [
        start + fsum(value_of(tree, row) for tree in trees)
        for start, trees in zip(weights.starts, weights.trees, strict=True)
    ]
    most = max(scores)
    total = fsum(exp(s - most) for s in scores)
    return {verdict: exp(s - most) / total for verdict, s in zip(CLASSES, scores, strict=True)}


def value_of(tree: Tree, row: Sequence[float]) -> float:
    """Return what a tree adds for a row of measures."""
    while isinstance(tree, tuple):
        place, bound, below, above = tree
        tree = below if row[place] <= bound else above
    return tree


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
    return Weights(
        tuple(found["features"]),
        tuple(found["starts"][v] for v in CLASSES),
        tuple(tuple(_tree(tree) for tree in found["trees"][v]) for v in CLASSES),
        tuple(found["offsets"][v] for v in CLASSES),
        dict(found["counterparts"]),
    )


def _tree(read: float | Sequence[Any]) -> Tree:
    if isinstance(read, float | int):
        return float(read)
    place, bound, below, above = read
    return int(place), float(bound), _tree(below), _tree(above)


def written(weights: Weights) -> str:
    """Return weights as JSON, a line a tree."""
    head = {
        "counterparts": dict(weights.counterparts),
        "starts": dict(zip(CLASSES, weights.starts, strict=True)),
        "offsets": dict(zip(CLASSES, weights.offsets, strict=True)),
        "features": weights.features,
    }
    own = (
        f'    "{verdict}": [\n'
        + ",\n".join(f"      {json.dumps(tree, separators=(',', ':'))}" for tree in trees)
        + "\n    ]"
        for verdict, trees in zip(CLASSES, weights.trees, strict=True)
    )
    top = json.dumps(head, indent=2)[:-2]
    rows = ",\n".join(own)
    return f'{top},\n  "trees": {{\n{rows}\n  }}\n}}\n'
