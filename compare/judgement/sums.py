"""Parts that add up: '15 civilians, 27 fighters and 10 others' beside 'more than 50'."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from compare.judgement.analysed import Analysed
from compare.judgement.quantity import VAGUE_SLOTS
from compare.judgement.rules import say
from compare.model import Claim, Quantity, Verdict
from compare.values.measures import meets, paired
from compare.values.wording import describe

MOST = 4  # parts that are added up
_WITHIN = re.compile(r"\b(?:including|among)\W+(?:\w+\W+){0,4}$")
_OF_THEM = re.compile(r"\W*(?:\w+\W+)?of (?:them|those|whom|these|the)\b")
_MORE = re.compile(r"\W*(?:\w+\W+)?(?:more(?! than)|others?|additional)\b")
MANY = 10  # figures of one statement that are tried; a list of more is no sum of a few


def _exact(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, Quantity)
        and value.low is not None
        and not value.vague
        and value.dimension.split(" per ")[0] in {"count", "money"}
        and (value.high is None or value.high == value.low)
    )


def _added(parts: Sequence[Claim]) -> Quantity:
    values = [p.value for p in parts if isinstance(p.value, Quantity)]
    total = sum((v.low for v in values if v.low is not None), Decimal(0))
    closed = all(v.high is not None for v in values)
    rough = any(v.approximate for v in values)
    return replace(values[0], low=total, high=total if closed else None, approximate=rough, head=None, counted=None)


def _fits(part: Claim, whole: Claim) -> bool:
    a, b = part.attribute, whole.attribute
    if isinstance(part.value, Quantity) and part.value.dimension.startswith("money"):
        return True  # 'pay and bonus': unlike sums of money are added where the total is exact
    return a == b or a in VAGUE_SLOTS or b in VAGUE_SLOTS or {a, b} == {"destroyed", "damaged"}


def _around(claim: Claim, side: Analysed) -> tuple[str, str]:
    """Return what stands before and behind a claim's value in its statement."""
    value = claim.value
    statement = next((p.statement for p in side.parsed if p.statement.id == claim.statement), None)
    if value is None or statement is None:
        return "", ""
    text, start = statement.text.lower(), statement.start
    return text[: value.start - start], text[value.end - start :]


def inside(claim: Claim, side: Analysed) -> bool:
    """Tell whether a figure is of some whom another one counts too: 'including four children', 'two of them'."""
    before, after = _around(claim, side)
    return _WITHIN.search(before) is not None or _OF_THEM.match(after) is not None


def further(claim: Claim, side: Analysed) -> bool:
    """Tell whether a figure is of some whom no other one counts: 'two more', 'two others', 'another two'."""
    before, after = _around(claim, side)
    return _MORE.match(after) is not None or before.rstrip().endswith(("another", "additional"))


def sums(
    wholes: Sequence[Claim], parts: Sequence[Claim], within: Collection[str] = ()
) -> Iterator[tuple[Claim, tuple[Claim, ...], Verdict]]:
    """Yield (whole, its parts, the verdict) where two to four figures of one side add up to one of the other.

    Those of ``within`` (ids) are added to nothing: another figure of their side counts the same people.
    """
    usable = [p for p in parts if _exact(p) and p.scope != "other" and p.id not in within]
    for whole in wholes:
        if not _exact(whole) or not isinstance(whole.value, Quantity):
            continue
        fitting = [p for p in usable if _fits(p, whole) and _comparable(p, whole)]
        for chosen in _smallest(whole, fitting):
            texts = [p.value.text for p in chosen if p.value]
            reason = f"{', '.join(texts[:-1])} and {texts[-1]} add up to {describe(whole.value)}."
            yield whole, chosen, say("agreement", reason, (whole.value.text,), texts)
            break


def _comparable(part: Claim, whole: Claim) -> bool:
    a, b = part.value, whole.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and paired(a, b) is not None


def _smallest(whole: Claim, parts: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    goal = whole.value
    if not isinstance(goal, Quantity):
        return
    less = [p for p in parts if isinstance(p.value, Quantity) and (p.value.low or 0) < (goal.low or 0)][:MANY]
    for count in range(2, min(MOST, len(less)) + 1):
        for chosen in combinations(less, count):
            total = _added(chosen)
            if meets(total, goal) and (total.low == goal.low or (goal.high is None and _close(total, goal))):
                yield chosen


def _close(total: Quantity, goal: Quantity) -> bool:
    """'more than 50' is made up by 52, not by 500."""
    if goal.dimension.startswith("money") or goal.low is None or total.low is None:
        return False
    return total.low <= goal.low * 12 / 10
