"""Why two statements were paired and judged: the evidence as a waterfall, and each pair with its rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from compare.facts.basis import is_compared
from compare.model import Pair, Statement
from reports.wording import KINDS, Kind, confidence, squeezed

# rules whose two values agree without being the same
ROOMY = frozenset({"quantity.bound-holds", "quantity.open-bounds", "quantity.nearly-same"})


@dataclass(frozen=True, slots=True)
class Weight:
    """One row of the evidence; places of its bar from 0 to 1."""

    text: str
    words: str  # '+4.1'
    start: float
    width: float
    style: Literal["pos", "neg", "tot"]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two statements of a fact as they were judged."""

    left: str
    right: str
    kind: Kind
    reason: str
    rule: str
    probability: str  # 'very likely the same fact (0.98)'
    gap: str | None
    copy: bool


def pair_view(pair: Pair, statements: Mapping[str, Statement], letters: Mapping[str, str]) -> PairView:
    left, right = (letters[statements[key].source] for key in (pair.left, pair.right))
    verdict = pair.verdict
    return PairView(
        left,
        right,
        KINDS[_kind(pair)],
        squeezed(verdict.reason),
        squeezed(verdict.rule),
        probability(pair),
        distance(squeezed(verdict.gap)) if verdict.gap else None,
        pair.copy,
    )


def _kind(pair: Pair) -> str:
    """Return what a pair is called: 'at least 9' leaves room for 11 and is not the same value."""
    if pair.relation != "agreement":
        return pair.relation
    if not is_compared(pair):
        return "alike"
    return "room" if pair.verdict.rule in ROOMY else pair.relation


def probability(pair: Pair) -> str:
    return f"{confidence(pair.score)} the same fact ({pair.score:.2f})"


def weights(pair: Pair | None) -> tuple[tuple[Weight, ...], float]:
    """Return the evidence as a waterfall: each bar starts where the one before ended; the last is the total."""
    if pair is None:
        return (), 0.0
    ends = [0.0]
    for item in pair.evidence:
        ends.append(ends[-1] + item.weight)
    low, span = min(ends), (max(ends) - min(ends)) or 1.0
    rows = [
        Weight(
            squeezed(e.text), _signed(e.weight), (min(a, b) - low) / span, abs(b - a) / span, "pos" if b >= a else "neg"
        )
        for e, a, b in zip(pair.evidence, ends, ends[1:], strict=False)
    ]
    total = ends[-1]
    rows.append(Weight("Total", _signed(total), (min(0.0, total) - low) / span, abs(total) / span, "tot"))
    return tuple(rows), (0.0 - low) / span


def _signed(weight: float) -> str:
    return f"{weight:+.1f}".replace("-", "−")


def distance(words: str) -> str:
    """Return '39 minutes' of '39 minutes less'; other words as they are."""
    size, _, last = words.rpartition(" ")
    return size if last in ("less", "fewer", "more") else words
