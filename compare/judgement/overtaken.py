"""Rules for two amounts of which one overtakes the other: plan and outcome, running counts, market readings."""

from __future__ import annotations

from compare.claims.scope import CHANGES
from compare.judgement.acts import opposite_acts
from compare.judgement.amounts import RUNNING, VAGUE_SLOTS, amounts, between, meets_exactly, say_of, upper
from compare.judgement.proposition import other_days
from compare.judgement.rules import quote, texts
from compare.language.en.cues import MOVING_VERBS
from compare.language.en.outcomes import CLOSES, RISING, TOLL_NOUNS
from compare.matching.closeness import alike, same_giver
from compare.model import Claim, Judged, Verdict
from compare.values.measures import is_bound, meets, middle, near
from compare.values.wording import describe, gap


def overtaken_figure(left: Claim, right: Claim) -> Verdict | None:
    """'an earlier toll of 15' beside 'rose to 27': the figure that one source itself calls overtaken."""
    old = [c.cues.status == "superseded" for c in (left, right)]
    both = amounts(left, right)
    if old[0] == old[1] or both is None or meets(*both):
        return None
    past, now = both if old[0] else both[::-1]
    return say_of(left, right, "update", f"One gives {describe(past)} as an earlier figure, the other {describe(now)}.")


def no_longer(left: Claim, right: Claim) -> Verdict | None:
    """'trains are 20 minutes late' beside 'after earlier delays of 20 minutes': what held no longer holds."""
    old = [c.cues.status == "superseded" for c in (left, right)]
    if old[0] == old[1] or amounts(left, right) is None or not meets_exactly(left, right):
        return None
    moved = left if old[0] else right  # 'rose from 12 to 19'
    if left.attribute in RUNNING | VAGUE_SLOTS and moved.predicate not in MOVING_VERBS | CHANGES:
        return None
    return say_of(left, right, "update", f"One gives {quote(texts(left, right)[0])} as what holds, the other as past.")


def planned_and_done(left: Claim, right: Claim) -> Verdict | None:
    """'may last five hours' beside 'took 3 hours 21 minutes'."""
    expected = [c.cues.status == "expected" for c in (left, right)]
    if expected[0] == expected[1]:
        return None
    early, late = (left, right) if expected[0] else (right, left)
    if not late.cues.past or not _one_act(early, late):
        return None
    both = amounts(early, late)
    if both is None:
        return None
    difference = gap(*both)
    tail = f": {difference}" if difference else ""
    was, now = ("were", "are") if both[0].dimension == both[1].dimension == "count" else ("was", "is")
    reason = f"{upper(describe(both[0]))} {was} expected; {describe(both[1])} {now} reported{tail}."
    return say_of(left, right, "update", reason)


def _one_act(left: Claim, right: Claim) -> bool:
    """Tell whether a plan and a report speak of one act: a length of time, one outcome, or the same verb."""
    if left.attribute == right.attribute and left.attribute not in VAGUE_SLOTS:
        return True
    a, b = left.predicate, right.predicate
    return bool(a and b and alike(a, b))


def rising_bounds(left: Claim, right: Claim) -> Verdict | None:
    """'at least 10' beside 'at least 12': the count went on."""
    both = amounts(left, right)
    if both is None or not all(is_bound(q) and q.high is None for q in both) or both[0].low == both[1].low:
        return None
    if left.attribute not in RUNNING or right.attribute not in RUNNING:
        return None  # 'more than 1,000' and 'more than 1,200' of a thing that does not grow: see ``open_bounds``
    low, high = sorted(both, key=lambda q: q.low or 0)
    return say_of(left, right, "update", f"The count rose from {describe(low)} to {describe(high)}.")


def grown_count(left: Claim, right: Claim) -> Verdict | None:
    """'at least 56' beside 160 killed: the count went on, or a second giver counts otherwise."""
    both = amounts(left, right)
    if both is None or left.attribute not in RUNNING or not meets(*both) or is_bound(both[0]) == is_bound(both[1]):
        return None
    if near(*both) or both[0].vague or both[1].vague:
        return None
    a, b = describe(both[0]), describe(both[1])
    relation: Judged = "update" if same_giver(left, right) else "conflict"
    return say_of(left, right, relation, f"One says {a}, the other {b}: two counts of one toll.")


def running_count(left: Claim, right: Claim) -> Verdict | None:
    """'so far 11,400' beside 12,400: a count given as of its hour."""
    both = amounts(left, right)
    if both is None:
        return None
    if both[0].dimension in {"duration", "age"}:
        return None
    running = "running" in {left.scope, right.scope} or left.attribute == "counted"
    if not running and not _risen(left, right):
        return None
    return say_of(left, right, "update", f"{upper(between(left, right))} are two states of a running count.")


def _risen(left: Claim, right: Claim) -> bool:
    """Tell whether the higher toll is said to have risen: 'climbs to 580' beside 362."""
    both = amounts(left, right)
    if both is None or left.attribute not in RUNNING or right.attribute not in RUNNING:
        return False
    higher = right if (middle(both[1]) or 0) > (middle(both[0]) or 0) else left
    return higher.predicate in RISING and bool(TOLL_NOUNS & set(higher.subject))


def market_reading(left: Claim, right: Claim) -> Verdict | None:
    """Two readings of one price or index within a session."""
    both = amounts(left, right)
    if both is None or {left.attribute, right.attribute} != {"market"}:
        return None
    if opposite_acts(left, right) or (
        both[0].direction and both[1].direction and both[0].direction != both[1].direction
    ):
        return say_of(left, right, "unrelated", "A rise and a fall of one market are of two sessions.")
    if left.predicate in CLOSES and right.predicate in CLOSES:
        return say_of(left, right, "unrelated", "Two closing figures are of two sessions.")
    if other_days(left, right):
        return say_of(left, right, "unrelated", "The two readings are of different days.")
    return say_of(left, right, "update", f"Two readings of one market: {between(left, right)}.")
