"""Rules for two dates or times of day."""

from __future__ import annotations

from compare.claims.same_time import same_time
from compare.judgement.rules import Row, quote, say_values, values
from compare.matching.closeness import alike, context, meet, same_head
from compare.model import Claim, Moment, Verdict


def other_happening(left: Claim, right: Claim) -> Verdict | None:
    """The landing is not the take-off: two times of two happenings."""
    if left.predicate and right.predicate and alike(left.predicate, right.predicate, 0.5):
        return None
    if left.attribute == right.attribute and left.attribute != "when":
        return None
    both = values(left, right, Moment)
    if same_time(*both):
        return None
    reason = f"{quote(both[0].text)} and {quote(both[1].text)} date different happenings."
    return say_values(left, right, "unrelated", reason)


def same_moment(left: Claim, right: Claim) -> Verdict | None:
    """'on Wednesday' beside 'June 16', '1 pm' beside 'the early afternoon'."""
    both = values(left, right, Moment)
    if _reprinted(left, right):
        return say_values(left, right, "agreement", f"Both say {quote(both[0].text)} in the same words.")
    if same_time(*both) is not True:
        return None
    told = dict.fromkeys(quote(m.text) for m in both)
    reason = f"{' and '.join(told)} can be one and the same time." if len(told) > 1 else f"Both say {min(told)}."
    return say_values(left, right, "agreement", reason)


def _reprinted(left: Claim, right: Claim) -> bool:
    """Tell whether one sentence stands under two datelines: its 'Tuesday' is that of the first print."""
    both = values(left, right, Moment)
    if both[0].text.casefold() != both[1].text.casefold() or both[0].basis == "written":
        return False
    return left.words == right.words and left.wording == right.wording and len(left.words) > 2


def put_off(left: Claim, right: Claim) -> Verdict | None:
    """Planned for one day, done on another."""
    both = values(left, right, Moment)
    expected = [c.cues.status == "expected" for c in (left, right)]
    if same_time(*both) is not False or expected[0] == expected[1]:
        return None
    if not meet(left.subject, right.subject) and context(left, right) < 0.5:
        return None
    plan, done = both if expected[0] else both[::-1]
    return say_values(left, right, "update", f"Expected for {quote(plan.text)}, reported for {quote(done.text)}.")


def moments_exclude(left: Claim, right: Claim) -> Verdict | None:
    """The same happening on two different days."""
    both = values(left, right, Moment)
    if same_time(*both) is not False or (left.attribute == "bound") != (right.attribute == "bound"):
        return None
    if not (left.predicate and right.predicate and alike(left.predicate, right.predicate, 0.5)):
        return None
    doers = left.subject and right.subject
    if not (same_head(left, right) if doers else same_head(left, right, "object")) or context(left, right) < 0.5:
        return None
    reason = f"One says {quote(both[0].text)}, the other {quote(both[1].text)}: the two times exclude each other."
    return say_values(left, right, "conflict", reason)


TABLE: tuple[Row, ...] = (
    Row("moment.other-happening", other_happening),
    Row("moment.same", same_moment),
    Row("moment.put-off", put_off),
    Row("moment.exclude", moments_exclude),
)
