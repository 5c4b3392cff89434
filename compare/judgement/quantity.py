"""Rules for two amounts: counts, durations, money, shares."""

from __future__ import annotations

from compare.judgement.closeness import alike, same_counted
from compare.judgement.measures import is_bound, meets, near, paired
from compare.judgement.proposition import opposite
from compare.judgement.rules import Row, say
from compare.language.en.outcomes import CLOSES
from compare.model import Claim, Quantity, Verdict
from compare.values import describe, gap

# slots whose figures grow or move while the story is told
RUNNING = frozenset(
    "killed wounded missing arrested infected displaced rescued burnt destroyed casualties victims trapped".split()
)
VAGUE_SLOTS = frozenset({None, "count", "amount", "share"})


def _amounts(left: Claim, right: Claim) -> tuple[Quantity, Quantity] | None:
    if not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return None
    return paired(left.value, right.value)


def _texts(left: Claim, right: Claim) -> tuple[str, str]:
    a, b = left.value, right.value
    return (a.text if a else ""), (b.text if b else "")


def _between(left: Claim, right: Claim) -> str:
    both = _amounts(left, right)
    return f"{describe(both[0])} and {describe(both[1])}" if both else "these"


def other_measure(left: Claim, right: Claim) -> Verdict | None:
    """'five hours' beside 'five people': nothing to compare."""
    if _amounts(left, right) is not None:
        return None
    a, b = _texts(left, right)
    return say("unrelated", f"'{a}' and '{b}' do not measure the same kind of thing.", (a,), (b,))


def other_slot(left: Claim, right: Claim) -> Verdict | None:
    """The dead are not the wounded, the profit is not the price."""
    a, b = left.attribute, right.attribute
    if a == b or a in VAGUE_SLOTS or b in VAGUE_SLOTS or {a, b} == {"killed", "victims"}:
        return None
    return say(
        "unrelated", f"One figure says how many or how much is '{a}', the other '{b}'.", *map(_one, _texts(left, right))
    )


def _one(text: str) -> tuple[str, ...]:
    return (text,)


def other_thing(left: Claim, right: Claim) -> Verdict | None:
    """Soldiers are not children: two counts of different things."""
    both = _amounts(left, right)
    if both is None or both[0].dimension != "count" or both[1].dimension != "count":
        return None
    a, b = both[0].head, both[1].head
    if a is None or b is None or same_counted(a, b) > 0:
        return None
    return say(
        "unrelated",
        f"One counts {both[0].counted or a}, the other {both[1].counted or b}.",
        *map(_one, _texts(left, right)),
    )


def part_and_whole(left: Claim, right: Claim) -> Verdict | None:
    """'including 11 children' beside '56 dead': a part of the whole."""
    if (left.scope == "part") == (right.scope == "part"):
        return None
    if meets_exactly(left, right):
        return None
    return say("unrelated", "One figure is a part of the other.", *map(_one, _texts(left, right)))


def other_reach(left: Claim, right: Claim) -> Verdict | None:
    """A figure for the whole war or for last year beside one for the event."""
    if (left.scope == "other") == (right.scope == "other"):
        return None
    return say("unrelated", "One figure reaches further back than the event itself.", *map(_one, _texts(left, right)))


def meets_exactly(left: Claim, right: Claim) -> bool:
    both = _amounts(left, right)
    return both is not None and both[0].low == both[1].low and both[0].high == both[1].high


def overtaken_figure(left: Claim, right: Claim) -> Verdict | None:
    """'an earlier toll of 15' beside 'rose to 27': the figure that one source itself calls overtaken."""
    old = [c.cues.status == "superseded" for c in (left, right)]
    if old[0] == old[1] or _amounts(left, right) is None or meets(*_amounts(left, right)):  # type: ignore[misc]
        return None
    return say(
        "update",
        f"Of {_between(left, right)}, one is given as the earlier figure.",
        *map(_one, _texts(left, right)),
        _gap(left, right),
    )


def no_longer(left: Claim, right: Claim) -> Verdict | None:
    """'trains are 20 minutes late' beside 'after earlier delays of 20 minutes': what held no longer holds."""
    old = [c.cues.status == "superseded" for c in (left, right)]
    if old[0] == old[1] or left.attribute in RUNNING or _amounts(left, right) is None or not meets_exactly(left, right):
        return None
    if left.attribute != "duration":
        return None
    return say(
        "update",
        f"{_upper(_texts(left, right)[0])} is given as what holds on one side, as past on the other.",
        *map(_one, _texts(left, right)),
    )


def _gap(left: Claim, right: Claim) -> str | None:
    both = _amounts(left, right)
    return gap(*both) if both else None


def bound_holds(left: Claim, right: Claim) -> Verdict | None:
    """'At least 58' includes 58."""
    both = _amounts(left, right)
    if both is None or not meets(*both):
        return None
    for one, other in (both, both[::-1]):
        if is_bound(one) and not is_bound(other):
            return say(
                "agreement", f"{_upper(describe(one))} includes {describe(other)}.", *map(_one, _texts(left, right))
            )
    return None


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def same_value(left: Claim, right: Claim) -> Verdict | None:
    """The same number, or the same within the rounding."""
    both = _amounts(left, right)
    if both is None or not meets(*both):
        return None
    if is_bound(both[0]) and is_bound(both[1]) and not meets_exactly(left, right):
        return None
    a, b = describe(both[0]), describe(both[1])
    if a == b:
        return say("agreement", f"Both say {a}.", *map(_one, _texts(left, right)))
    return say(
        "agreement",
        f"{_upper(a)} and {b} are the same within what their wording allows.",
        *map(_one, _texts(left, right)),
    )


def vague_holds(left: Claim, right: Claim) -> Verdict | None:
    """'dozens' beside 60: a loose count and an exact one."""
    both = _amounts(left, right)
    if both is None or both[0].vague == both[1].vague:
        return None
    loose, exact = both if both[0].vague else both[::-1]
    if loose.high is None or exact.low is None or (loose.low or 0) <= exact.low <= loose.high * 2:
        return say("agreement", f"'{loose.text}' leaves room for {describe(exact)}.", *map(_one, _texts(left, right)))
    return None


def nearly_same(left: Claim, right: Claim) -> Verdict | None:
    """An estimate and a figure close to it."""
    both = _amounts(left, right)
    if both is None or not near(*both):
        return None
    return say(
        "difference",
        f"{_upper(describe(both[0]))} and {describe(both[1])} differ by little; one of them is rounded or estimated.",
        *map(_one, _texts(left, right)),
        _gap(left, right),
    )


def planned_and_done(left: Claim, right: Claim) -> Verdict | None:
    """'may last five hours' beside 'took 3 hours 21 minutes'."""
    expected = [c.cues.status == "expected" for c in (left, right)]
    if expected[0] == expected[1] or _amounts(left, right) is None:
        return None
    early, late = (left, right) if expected[0] else (right, left)
    if not late.cues.past or not _one_act(early, late):
        return None
    both = _amounts(early, late)
    assert both is not None
    apart = gap(*both)
    tail = f": {apart}" if apart else ""
    return say(
        "update",
        f"{_upper(describe(both[0]))} was expected; {describe(both[1])} is reported{tail}.",
        *map(_one, _texts(left, right)),
        _gap(left, right),
    )


def _one_act(left: Claim, right: Claim) -> bool:
    """Tell whether a plan and a report speak of one act: a length of time, one outcome, or the same verb."""
    if left.attribute == right.attribute and left.attribute not in VAGUE_SLOTS:
        return True
    a, b = left.predicate, right.predicate
    return bool(a and b and alike(a, b))


def rising_bounds(left: Claim, right: Claim) -> Verdict | None:
    """'at least 10' beside 'at least 12': the count went on."""
    both = _amounts(left, right)
    if both is None or not all(is_bound(q) and q.high is None for q in both) or both[0].low == both[1].low:
        return None
    if both[0].dimension not in {"count", "money"}:
        return None
    low, high = sorted(both, key=lambda q: q.low or 0)
    return say(
        "update",
        f"The count went on from {describe(low)} to {describe(high)}.",
        *map(_one, _texts(left, right)),
        _gap(left, right),
    )


def running_count(left: Claim, right: Claim) -> Verdict | None:
    """'so far 11,400' beside 12,400: a count given as of its hour."""
    both = _amounts(left, right)
    if both is None or ("running" not in {left.scope, right.scope} and left.attribute != "counted"):
        return None
    return say(
        "update", f"A running count: {_between(left, right)}.", *map(_one, _texts(left, right)), _gap(left, right)
    )


def market_reading(left: Claim, right: Claim) -> Verdict | None:
    """Two readings of one price or index within a session."""
    both = _amounts(left, right)
    if both is None or {left.attribute, right.attribute} != {"market"}:
        return None
    if opposite(left.predicate, right.predicate) or (
        both[0].direction and both[1].direction and both[0].direction != both[1].direction
    ):
        return say("unrelated", "A rise and a fall of one market are of two sessions.", *map(_one, _texts(left, right)))
    if left.predicate in CLOSES and right.predicate in CLOSES:
        return say("unrelated", "Two closing figures are of two sessions.", *map(_one, _texts(left, right)))
    return say(
        "update",
        f"Two readings of one market: {_between(left, right)}.",
        *map(_one, _texts(left, right)),
        _gap(left, right),
    )


def values_exclude(left: Claim, right: Claim) -> Verdict | None:
    """Two figures for one thing that cannot both be right."""
    both = _amounts(left, right)
    if both is None or meets(*both):
        return None
    by = [", ".join(c.cues.said_by) for c in (left, right)]
    a = describe(both[0]) + (f" ({by[0]})" if by[0] else "")
    b = describe(both[1]) + (f" ({by[1]})" if by[1] else "")
    apart = gap(*both)
    return say(
        "conflict",
        f"{_upper(a)} and {b} exclude each other" + (f": {apart}." if apart else "."),
        *map(_one, _texts(left, right)),
        apart,
    )


TABLE: tuple[Row, ...] = (
    Row("quantity.other-measure", other_measure),
    Row("quantity.other-slot", other_slot),
    Row("quantity.other-thing", other_thing),
    Row("quantity.other-reach", other_reach),
    Row("quantity.part-and-whole", part_and_whole),
    Row("quantity.no-longer", no_longer),
    Row("quantity.bound-holds", bound_holds),
    Row("quantity.same-value", same_value),
    Row("quantity.vague-holds", vague_holds),
    Row("quantity.nearly-same", nearly_same),
    Row("quantity.planned-and-done", planned_and_done),
    Row("quantity.overtaken-figure", overtaken_figure),
    Row("quantity.rising-bounds", rising_bounds),
    Row("quantity.running-count", running_count),
    Row("quantity.market-reading", market_reading),
    Row("quantity.values-exclude", values_exclude),
)
