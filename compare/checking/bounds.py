"""Too strong: a bare figure or date in the draft where every source bounds it: 'at least 12', 'in May at the earliest'.

Also read here: a figure that a source takes back in the same breath ('three people, not two').
"""

from __future__ import annotations

import re

from compare.checking.case import Case, Meeting
from compare.checking.coverage import Cover
from compare.checking.model import Assessment
from compare.claims.moment import same_time
from compare.matching.closeness import same_counted
from compare.model import Claim, Moment, Quantity, Value
from compare.values.measures import is_bound, paired

SHOWN = 4
REACH = 24  # characters before and after a date in which its bound stands
BOUND = re.compile(r"\b(?:at the (?:very )?(?:earliest|latest)|(?:no|not) (?:earlier|later|sooner) than|not before)\b")
TAKEN_BACK = re.compile(r"(?:\bnot|\brather than|\binstead of)\s+(?:the\s+)?$")


def unbounded(case: Case, claim: Claim, held: list[Cover]) -> Assessment | None:
    """Return 'too strong' for a bare value that every source which gives it bounds."""
    value = claim.value
    if not isinstance(value, Quantity | Moment):
        return None
    meetings = [m for c in held if c.bears_out for m in c.meetings]
    if isinstance(value, Quantity):
        if is_loose(value) or value.vague:
            return None
        found = [(m, q) for m in meetings for q in _same_figures(claim, value, m)]
        weak = [(m, q) for m, q in found if is_loose(q)]
        words = [" ".join(q.text.split()) for _, q in weak]
    else:
        if _bound_at(case.statement.text, value, case.statement.start):
            return None
        dates = [(m, d) for m in meetings for d in _same_dates(value, m)]
        weak = [(m, d) for m, d in dates if _bound_at(m.statement.text, d, m.statement.start)]  # type: ignore[misc]
        found = dates  # type: ignore[assignment]
        words = [f"{d.text} {_bound_at(m.statement.text, d, m.statement.start)}" for m, d in weak]
    if not weak or len(weak) < len(found):
        return None
    return _assessment(case, value, weak[0][0], words[0], [m for m, _ in weak])


def is_loose(quantity: Quantity) -> bool:
    """Tell 'at least 12', 'about 12' and '10 to 12' from the bare figure."""
    return is_bound(quantity) or quantity.approximate or quantity.low != quantity.high


def _same_figures(claim: Claim, ours: Quantity, meeting: Meeting) -> list[Quantity]:
    """Return a source's figures that hold the draft's number, for the same thing where things are counted."""
    found = []
    for other in meeting.side.claims:
        theirs = other.value
        if not isinstance(theirs, Quantity) or theirs.vague or paired(ours, theirs) is None:
            continue
        counts = ours.dimension == "count"
        same = ours.low in (theirs.low, theirs.high) and (counts or ours.unit == theirs.unit)
        judged = any(v.left.id == claim.id and v.right.id == other.id for v in meeting.verdicts)
        thing = not counts or same_counted(ours.head, theirs.head) > 0 or claim.attribute == other.attribute
        if same and (judged or thing):
            found.append(theirs)
    return found


def _same_dates(ours: Moment, meeting: Meeting) -> list[Moment]:
    dates = [c.value for c in meeting.side.claims if isinstance(c.value, Moment)]
    return [d for d in dates if same_time(ours, d) is True or d.text.lower() == ours.text.lower()]


def _bound_at(text: str, value: Value, start: int) -> str:
    """Return the words that bound a date, '' where none do."""
    first, last = value.start - start, value.end - start
    found = BOUND.search(text, max(0, first - REACH), last + REACH)
    return found.group() if found else ""


def taken_back(value: Value | None, meeting: Meeting) -> bool:
    """Tell whether a source names a value only to deny it: 'three people, not two'."""
    if value is None:
        return False
    statement = meeting.statement
    return TAKEN_BACK.search(statement.text[: max(0, value.start - statement.start)].lower()) is not None


def _assessment(case: Case, value: Value, meeting: Meeting, words: str, weak: list[Meeting]) -> Assessment:
    text = case.statement.text
    mark = case.relative(value.start, value.end)
    reason = f"{meeting.source} says '{words}'; the draft gives it bare."
    seen = {m.statement.id: m for m in weak}
    return Assessment(
        "too-strong",
        reason,
        tuple(case.witness(m, "tempers", reason, rule="draft.unbounded") for m in list(seen.values())[:SHOWN]),
        mark=mark,
        suggestion=" ".join((text[: mark[0]] + words + text[mark[1] :]).split()),
        replacement=words,
    )
