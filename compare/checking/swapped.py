"""Contradicted by substitution: a source's statement says all that the draft's says but for one value or one verb.

This is how a slip of the pen looks: every other word of the sentence stands in the source, and in the one place where
the draft has '1998' the source has '1988'.  It needs no rule for the kind of value, only the same verb beside it.
"""

from __future__ import annotations

from compare.checking.acts import opposed
from compare.checking.case import Case, Meeting
from compare.checking.coverage import Cover
from compare.checking.model import Assessment
from compare.checking.naming import in_its_place
from compare.claims.moment import same_time
from compare.judgement.statements import fit_of
from compare.matching.closeness import alike, same_counted
from compare.model import Claim, Moment, Quantity
from compare.values.measures import meets, paired

REST_OF_NAME = 0.4  # … where a name differs: a strange name is rare, and weighs as much as many words
SURE = 0.8  # probability that both statements speak about the same fact, where a name is all that tells them apart
REST = 0.75  # share of the other words that must stand in the source
REST_OF_ACT = 0.6  # … where it is the verb that differs
LIKELY = 0.7  # probability that both statements speak about the same fact


def substituted(case: Case, held: list[Cover]) -> Assessment | None:
    """Return 'contradicted' where one value, or the main verb, is all that sets the draft apart from a source."""
    if any(c.bears_out for c in held):
        return None
    for cover in held:
        meeting = cover.meetings[0]
        if meeting.near.probability < LIKELY:
            continue
        value = (_value(case, cover, meeting) or _name(case, cover, meeting)) if cover.share >= REST_OF_NAME else None
        found = value or (_verb(case, cover, meeting) if cover.rest >= REST_OF_ACT else None)
        if found is not None:
            return found
    return None


def _value(case: Case, cover: Cover, meeting: Meeting) -> Assessment | None:
    """One value of the draft that no source gives, beside another value of the source in its place."""
    if len(cover.unmet) != 1 or cover.turned or cover.share < REST or cover.strangers:
        return None
    claim = cover.unmet[0]
    others = [c for c in meeting.side.claims if _in_its_place(claim, c)]
    others.sort(key=lambda c: (-_same_thing(claim, c), -fit_of(claim, c), c.start))
    if not others or claim.value is None or others[0].value is None:
        return None
    mark = case.relative(claim.value.start, claim.value.end)
    return _put_for(case, meeting, mark, others[0].value.text, "draft.substituted-value")


def _name(case: Case, cover: Cover, meeting: Meeting) -> Assessment | None:
    """One name of the draft that the source does not have, beside another in the same part of the sentence."""
    values = [c for c in cover.unmet if c.kind != "place"]
    if len(cover.strangers) != 1 or values or cover.turned or cover.words < REST or meeting.near.probability < SURE:
        return None
    stranger = cover.strangers[0]
    other = in_its_place(case, stranger, meeting)
    if other is None:
        return None
    mark = case.relative(stranger.start, stranger.end)
    return _put_for(case, meeting, mark, other.text, "draft.substituted-name")


def _put_for(case: Case, meeting: Meeting, mark: tuple[int, int], words: str, rule: str) -> Assessment:
    """Return that the draft has something else at ``mark`` than a source's ``words``, which would replace it."""
    text, theirs = case.statement.text, " ".join(words.split())
    ours = " ".join(text[mark[0] : mark[1]].split())
    reason = f"{meeting.source} has '{theirs}' where the draft has '{ours}'."
    return Assessment(
        "contradicted",
        reason,
        (case.witness(meeting, "contradicts", reason, rule=rule),),
        mark=mark,
        suggestion=" ".join((text[: mark[0]] + theirs + text[mark[1] :]).split()),
        replacement=theirs,
    )


def _same_thing(ours: Claim, theirs: Claim) -> float:
    """Return how surely two figures count the same thing: of soldiers and hospitals, the soldiers."""
    if isinstance(ours.value, Quantity) and isinstance(theirs.value, Quantity):
        return same_counted(ours.value.head, theirs.value.head)
    return 0.0


def _in_its_place(ours: Claim, theirs: Claim) -> bool:
    """Tell whether two values of one kind stand with the same verb and exclude each other."""
    a, b = ours.value, theirs.value
    if ours.kind != theirs.kind or not ours.predicate or not theirs.predicate:
        return False
    if not alike(ours.predicate, theirs.predicate):
        return False
    if isinstance(a, Moment) and isinstance(b, Moment):
        return same_time(a, b) is False or (a.weekday is not None and b.weekday is not None and a.weekday != b.weekday)
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return paired(a, b) is not None and not meets(a, b) and not a.vague and not b.vague
    return False


def _verb(case: Case, cover: Cover, meeting: Meeting) -> Assessment | None:
    """'shares rose 6 percent' beside 'shares fell by 6 percent'."""
    both = opposed(case, meeting)
    if both is None or cover.unmet:
        return None
    ours, theirs = both
    place = ours.idx + case.side.parsed[0].offset
    reason = f"{meeting.source} has '{theirs.text}' where the draft has '{ours.text}'."
    return Assessment(
        "contradicted",
        reason,
        (case.witness(meeting, "contradicts", reason, rule="draft.opposite-verb"),),
        mark=case.relative(place, place + len(ours)),
        suggestion=" ".join(meeting.statement.text.split()),
    )
