"""May a replacement be offered: only where the same speaker, or nobody, gives another value for the same slot and day.

Anything else would put one giver's figure into another's mouth, or Tuesday's toll into Monday's sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from compare.checking.case import Case, Meeting
from compare.checking.model import Assessment
from compare.facts.independence import same_speaker
from compare.facts.labels import letter
from compare.model import Claim

VALUES = frozenset({"contradicted", "overtaken", "too-strong"})  # verdicts that may set one value for another


def only_safe(told: Assessment, case: Case) -> Assessment:
    """Return the assessment; where a fix would not be safe it offers none, and its reason lists what sources give."""
    if told.verdict not in VALUES or (told.replacement is None and told.suggestion is None):
        return told
    if may_replace(told, case):
        return told
    return replace(told, replacement=None, suggestion=None, reason=_listed(told, case))


def may_replace(told: Assessment, case: Case) -> bool:
    """Tell whether the first witness gives its value as the same speaker, for the same day, and none later differs."""
    claim = _at_mark(told, case)
    first = told.witnesses[0] if told.witnesses else None
    meeting = next((m for m in case.meetings if first is not None and m.statement.id == first.statement), None)
    if meeting is None or claim is None:
        return told.replacement is None and not any(w.said_by for w in told.witnesses)
    other = _given(meeting, told, claim)
    ours, theirs = _speaker(claim, case.claims), _speaker(other, meeting.side.claims) if other else ()
    if (ours or theirs) and not same_speaker(ours, theirs):
        return False
    return (other is None or _same_day(claim, other)) and not _earlier(told, case)


def _at_mark(told: Assessment, case: Case) -> Claim | None:
    if told.mark is None:
        return None
    start, end = (case.statement.start + place for place in told.mark)
    with_value = [c for c in case.claims if c.value is not None and c.value.start < end and start < c.value.end]
    inside = [c for c in case.claims if c.start <= start and end <= c.end]
    return next(iter((*with_value, *inside)), None)


def _given(meeting: Meeting, told: Assessment, ours: Claim) -> Claim | None:
    """Return the claim of the source's statement whose value would be put in."""
    marks = told.witnesses[0].marks
    alike = [c for c in meeting.side.claims if c.kind == ours.kind]
    marked = [c for c in alike if c.value is not None and (c.value.start, c.value.end) in marks]
    worded = [c for c in alike if c.value is not None and " ".join(c.value.text.split()) == told.replacement]
    return next(iter((*marked, *worded, *alike)), None)


def _speaker(claim: Claim, beside: Iterable[Claim]) -> tuple[str, ...]:
    """Return who is named as saying a claim: its own speaker, else the one of all the rest of its statement."""
    if claim.cues.said_by:
        return claim.cues.said_by
    said = {c.cues.said_by for c in beside if c.cues.said_by}
    return said.pop() if len(said) == 1 else ()


def _same_day(ours: Claim, theirs: Claim) -> bool:
    known = [{m.earliest.date() for m in c.days if m.earliest is not None} for c in (ours, theirs)]
    named = [{m.weekday for m in c.days if m.weekday is not None} for c in (ours, theirs)]
    return all(not a or not b or bool(a & b) for a, b in (known, named))


def _earlier(told: Assessment, case: Case) -> bool:
    """Tell whether another source, published later than the first witness's, bears on the same value."""
    days = [case.sources.published(w.source) for w in told.witnesses if w.bearing in ("contradicts", "overtakes")]
    return bool(days) and days[0] is not None and any(day is not None and day > days[0] for day in days[1:])


def _listed(told: Assessment, case: Case) -> str:
    """Return what the sources give, each with who says it."""
    order = list(case.sources.by_id)
    given = []
    for witness in told.witnesses:
        words = " and ".join(
            " ".join(case.sources.by_id[witness.source].text[start:end].split()) for start, end in witness.marks
        )
        if words and witness.bearing in ("contradicts", "overtakes", "tempers"):
            who = f", {witness.said_by[-1]}" if witness.said_by else ""
            given.append(f"‘{words}’ ({letter(order.index(witness.source))}{who})")
    return f"{told.reason} The sources give {', '.join(dict.fromkeys(given))}." if given else told.reason
