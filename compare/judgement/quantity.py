"""Rules for two amounts of one thing, and the order of all rules for amounts: counts, durations, money, shares."""

from __future__ import annotations

from compare.judgement.amounts import RUNNING, VAGUE_SLOTS, amounts, apart, meets_exactly, say_of, upper
from compare.judgement.overtaken import (
    grown_count,
    market_reading,
    no_longer,
    overtaken_figure,
    planned_and_done,
    rising_bounds,
    running_count,
)
from compare.judgement.rules import Row, midsentence, quote
from compare.judgement.set_apart import other_measure, other_place, other_reach, other_slot, other_thing, part_and_whole
from compare.language.en.questions import PRONOUNS
from compare.model import Claim, Quantity, Verdict
from compare.values.measures import is_bound, meets, near
from compare.values.wording import describe

FEW = 3  # ends of 'a couple'
__all__ = ["RUNNING", "TABLE", "VAGUE_SLOTS"]


def bound_holds(left: Claim, right: Claim) -> Verdict | None:
    """'At least 58' includes 58."""
    both = amounts(left, right)
    if both is None or not meets(*both):
        return None
    for one, other in (both, both[::-1]):
        if is_bound(one) and not is_bound(other) and not _far_above(one, other, {left.attribute, right.attribute}):
            return say_of(left, right, "agreement", f"{quote(upper(describe(one)))} leaves room for {describe(other)}.")
    return None


def _far_above(bound: Quantity, other: Quantity, slots: set[str | None]) -> bool:
    """'at least 56' beside 160 killed: true of both and still two tolls."""
    return bool(slots & RUNNING) and bound.low is not None and other.low is not None and other.low >= bound.low * 3 / 2


def same_value(left: Claim, right: Claim) -> Verdict | None:
    """The same number, or the same within the rounding."""
    both = amounts(left, right)
    if both is None or not meets(*both):
        return None
    if is_bound(both[0]) and is_bound(both[1]) and not meets_exactly(left, right):
        return None
    if any(is_bound(a) and _far_above(a, b, {left.attribute, right.attribute}) for a, b in (both, both[::-1])):
        return None
    a, b = describe(both[0]), describe(both[1])
    if a == b:
        return say_of(left, right, "agreement", f"Both say {a}.")
    if any(_spans(q) for q in both):
        return say_of(left, right, "agreement", f"{upper(a)} and {b} have room for each other.")
    bounds = is_bound(both[0]) or is_bound(both[1])
    loose = both[0].approximate or both[1].approximate or not meets_exactly(left, right)
    how = "do not exclude each other" if bounds else "differ only by rounding" if loose else "are the same figure"
    return say_of(left, right, "agreement", f"{upper(a)} and {b} {how}.")


def _spans(quantity: Quantity) -> bool:
    """Tell whether an amount is given from … to …."""
    return quantity.low is not None and quantity.high is not None and quantity.low < quantity.high


def vague_holds(left: Claim, right: Claim) -> Verdict | None:
    """'dozens' beside 60: a loose count and an exact one."""
    both = amounts(left, right)
    if both is None or both[0].vague == both[1].vague:
        return None
    loose, exact = both if both[0].vague else both[::-1]
    room = 1 if loose.high is not None and loose.high <= FEW else 2  # 'a couple' are not four
    if loose.high is None or exact.low is None or (loose.low or 0) <= exact.low <= loose.high * room:
        return say_of(left, right, "agreement", f"{quote(loose.text)} leaves room for {describe(exact)}.")
    return None


def nearly_same(left: Claim, right: Claim) -> Verdict | None:
    """An estimate and a figure close to it."""
    both = amounts(left, right)
    if both is None or not near(*both):
        return None
    return say_of(
        left,
        right,
        "difference",
        f"{upper(describe(both[0]))} and {describe(both[1])} differ by little; one of them is rounded or estimated.",
    )


def open_bounds(left: Claim, right: Claim) -> Verdict | None:
    """'more than 1,000' beside 'more than 1,200': both may hold, and one says more."""
    both = amounts(left, right)
    if both is None or not all(is_bound(q) for q in both) or (both[0].low is None) != (both[1].low is None):
        return None
    if meets_exactly(left, right):
        return None
    a, b = describe(both[0]), describe(both[1])
    return say_of(left, right, "difference", f"{upper(a)} and {b} are open to one side: both may hold, one says more.")


def values_exclude(left: Claim, right: Claim) -> Verdict | None:
    """Two figures for one thing that cannot both be right."""
    both = amounts(left, right)
    return None if both is None or meets(*both) else judge_exclusive(left, right)


def judge_exclusive(left: Claim, right: Claim) -> Verdict:
    """Return the conflict of two amounts of one thing, with who gives which."""
    both = amounts(left, right)
    if both is None:
        return say_of(left, right, "unrelated", "The two do not measure the same kind of thing.")
    by = [", ".join(midsentence(g) for g in c.cues.said_by if g.lower() not in PRONOUNS) for c in (left, right)]
    a = describe(both[0]) + (f" ({by[0]})" if by[0] else "")
    b = describe(both[1]) + (f" ({by[1]})" if by[1] else "")
    return say_of(left, right, "conflict", f"One says {a}, the other {b}{_by_how_much(left, right)}.")


def _by_how_much(left: Claim, right: Claim) -> str:
    """Return how far two amounts lie apart, without a direction: the reader sees which is larger."""
    size, _, direction = (apart(left, right) or "").rpartition(" ")
    return f": {size} apart" if direction in {"less", "fewer", "more"} else ""


TABLE: tuple[Row, ...] = (
    Row("quantity.other-measure", other_measure),
    Row("quantity.other-slot", other_slot),
    Row("quantity.part-and-whole", part_and_whole),
    Row("quantity.other-thing", other_thing),
    Row("quantity.other-reach", other_reach),
    Row("quantity.other-place", other_place),
    Row("quantity.no-longer", no_longer),
    Row("quantity.bound-holds", bound_holds),
    Row("quantity.vague-holds", vague_holds),
    Row("quantity.same-value", same_value),
    Row("quantity.nearly-same", nearly_same),
    Row("quantity.planned-and-done", planned_and_done),
    Row("quantity.overtaken-figure", overtaken_figure),
    Row("quantity.rising-bounds", rising_bounds),
    Row("quantity.open-bounds", open_bounds),
    Row("quantity.grown-count", grown_count),
    Row("quantity.running-count", running_count),
    Row("quantity.market-reading", market_reading),
    Row("quantity.values-exclude", values_exclude),
)
