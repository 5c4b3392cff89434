"""Rules for two places of one happening."""

from __future__ import annotations

from compare.judgement.rules import Row, say, say_values, values
from compare.language.en.places import PLAIN, excludes
from compare.matching.closeness import alike, context, meet, same_head
from compare.model import Claim, Name, Verdict


def same_place(left: Claim, right: Claim) -> Verdict | None:
    """The same place, by the same or a shorter name, of one act: a place named in passing is no value."""
    both = values(left, right, Name)
    if not one_place(both[0].key, both[1].key) or not _one_happening(left, right):
        return None
    return say_values(left, right, "agreement", f"Both name one place: {both[0].text}.")


def one_place(left: str, right: str) -> bool:
    """Tell whether two names are surely of one place: the same, or longer only by what it is ('the city of Osby').

    An inn and the road that it stands on, a town and a party in it are not: that one name holds the other says little.
    """
    a, b = set(left.split()), set(right.split())
    if len(a) == len(b) == 1:
        return alike(left, right, 0.95) and not excludes(left, right)
    return a == b or (bool(a & b - PLAIN) and (a ^ b) <= PLAIN)


def _one_happening(left: Claim, right: Claim) -> bool:
    """Tell whether two places are said of one act: the same doer and act, or the same done to the same."""
    acted = left.predicate is not None and right.predicate is not None and alike(left.predicate, right.predicate, 0.6)
    if meet(left.subject, right.subject):
        return acted or context(left, right) >= 0.5
    return acted and meet(left.object, right.object)


def other_happening(left: Claim, right: Claim) -> Verdict | None:
    """Two places of two happenings."""
    if meet(left.subject, right.subject) and context(left, right) >= 0.5:
        return None
    return say("unrelated", "The two places belong to different happenings.")


def to_and_from(left: Claim, right: Claim) -> Verdict | None:
    """'departed for Hawaii' beside 'left Hawaii': one and the same place as goal and as start of one journey."""
    both = values(left, right, Name)
    if {left.attribute, right.attribute} != {"destination", "origin"}:
        return None
    if (
        not same_head(left, right)
        or not alike(both[0].key, both[1].key, 0.95)
        or not (left.predicate and right.predicate and alike(left.predicate, right.predicate, 0.5))
    ):
        return None
    return say_values(left, right, "conflict", f"One goes to {both[0].text}, the other leaves it.")


TABLE: tuple[Row, ...] = (
    Row("place.to-and-from", to_and_from),
    Row("place.same", same_place),
    Row("place.other-happening", other_happening),
)
