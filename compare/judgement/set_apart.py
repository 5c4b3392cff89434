"""Rules for two amounts that are not about one thing: another measure, slot, thing, reach, part, day or place."""

from __future__ import annotations

from compare.judgement.amounts import RUNNING, amounts, kindred, meets_exactly, say_of
from compare.judgement.rules import quote, texts
from compare.language.en.places import abroad, excludes, finest, listed
from compare.matching.closeness import same_counted
from compare.model import Claim, Verdict


def other_measure(left: Claim, right: Claim) -> Verdict | None:
    """'five hours' beside 'five people': nothing to compare."""
    if amounts(left, right) is not None:
        return None
    a, b = texts(left, right)
    return say_of(left, right, "unrelated", f"{quote(a)} and {quote(b)} do not measure the same kind of thing.")


def other_slot(left: Claim, right: Claim) -> Verdict | None:
    """The dead are not the wounded, the profit is not the price."""
    a, b = left.attribute, right.attribute
    if kindred(a, b):
        return None
    return say_of(
        left, right, "unrelated", f"The two figures answer different questions: {quote(a or '')} and {quote(b or '')}."
    )


def other_thing(left: Claim, right: Claim) -> Verdict | None:
    """Soldiers are not children: two counts of different things."""
    both = amounts(left, right)
    if both is None or both[0].dimension != "count" or both[1].dimension != "count":
        return None
    a, b = both[0].head, both[1].head
    if a is None or b is None or same_counted(a, b) > 0:
        return None
    return say_of(left, right, "unrelated", f"One counts {both[0].counted or a}, the other {both[1].counted or b}.")


def part_and_whole(left: Claim, right: Claim) -> Verdict | None:
    """'including 11 children' beside '56 dead': a part of the whole."""
    if (left.scope == "part") == (right.scope == "part"):
        return None
    if meets_exactly(left, right):
        return None
    return say_of(left, right, "unrelated", "One figure is a part of the other.")


def other_place(left: Claim, right: Claim) -> Verdict | None:
    """A toll in Damascus beside one in Baghdad: no place of the one can be in a place of the other.

    A village that no table lists may lie in any of the places; only the toll of one is never that of a place abroad.
    """
    known = [finest(c.places) for c in (left, right)]
    if not all(known) or not all(excludes(a, b) for a in known[0] for b in known[1]):
        return None
    unlisted = not all(listed(place) for place in left.places | right.places)
    if unlisted and not (left.attribute in RUNNING and all(abroad(a, b) for a in known[0] for b in known[1])):
        return None
    one, other = known[0][0], known[1][0]
    return say_of(left, right, "unrelated", f"One figure is for {one.title()}, the other for {other.title()}.")


def other_reach(left: Claim, right: Claim) -> Verdict | None:
    """A figure for the whole war or for last year beside one for the event."""
    if (left.scope == "other") == (right.scope == "other"):
        return None
    return say_of(left, right, "unrelated", "One figure reaches further back than the event itself.")
