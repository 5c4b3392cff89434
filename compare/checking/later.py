"""Overtaken: the draft uses an expectation, or an early figure, although a later report replaced it."""

from __future__ import annotations

from compare.checking.case import PAIRED, Case, Meeting
from compare.checking.coverage import Cover
from compare.checking.gainsaid import FITTING
from compare.checking.model import Assessment
from compare.judgement.quantity import RUNNING, VAGUE_SLOTS
from compare.judgement.statements import ClaimVerdict
from compare.model import Claim, Quantity

SHOWN = 4
Bearing = tuple[Meeting, ClaimVerdict]


def overtaken(case: Case, held: list[Cover]) -> Assessment | None:  # noqa: ARG001 - every question has one signature
    """Return 'overtaken' for the first claim that a later report replaced."""
    for claim in case.claims:
        later = _replaced_expectation(case, claim) or _old_value(case, claim)
        if later:
            return _assessment(case, claim, later)
    return None


def _sure(meeting: Meeting, found: ClaimVerdict) -> bool:
    if found.left.kind == "quantity":
        telling = found.left.attribute not in VAGUE_SLOTS and found.right.attribute not in VAGUE_SLOTS
        return meeting.chance(found) >= PAIRED and (found.fit >= FITTING or not telling)
    return meeting.near.probability >= PAIRED


def _replaced_expectation(case: Case, claim: Claim) -> list[Bearing]:
    """'will last five hours' in the draft, 'lasted 3 hours 21 minutes' in a source."""
    if claim.cues.status != "expected" or is_history(case, claim):
        return []
    return [
        (m, v)
        for m, v in case.verdicts_on(claim)
        if v.verdict.relation == "update" and v.right.cues.status == "reported" and v.right.cues.past and _sure(m, v)
    ]


def is_history(case: Case, claim: Claim) -> bool:
    """Tell 'had been expected to last five hours' – which stays true – from 'is expected to'."""
    tokens = [t for p in case.side.parsed for t in p.span if claim.start <= t.idx + p.offset < claim.end]
    tensed = [t for t in tokens if t.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    return bool(tensed) and tensed[0].tag_ == "VBD"


def _old_value(case: Case, claim: Claim) -> list[Bearing]:
    """The draft's figure is one that a source only expected, or gave earlier, and another report differs."""
    if not isinstance(claim.value, Quantity) or claim.cues.status == "superseded" or is_expecting(case, claim):
        return []
    bearings = [(m, v) for m, v in case.verdicts_on(claim) if _sure(m, v)]
    same = [(m, v) for m, v in bearings if v.verdict.relation in ("agreement", "update") and _equal(v)]
    other = [
        (m, v)
        for m, v in bearings
        if v.verdict.relation in ("conflict", "update")
        and not _equal(v)
        and v.right.cues.status == "reported"
        and v.fit >= FITTING
    ]
    if not same or not other:
        return []
    if all(v.right.cues.status in ("expected", "superseded") for _, v in same):
        return other
    if claim.attribute in RUNNING and _all_later(case, same, other):
        return other
    return []


def is_expecting(case: Case, claim: Claim) -> bool:
    """Tell whether the draft itself gives the value as an expectation of the past."""
    return claim.cues.status == "expected" and is_history(case, claim)


def _equal(found: ClaimVerdict) -> bool:
    a, b = found.left.value, found.right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    from compare.judgement.measures import meets

    return meets(a, b)


def _all_later(case: Case, same: list[Bearing], other: list[Bearing]) -> bool:
    """Tell whether every source of the draft's figure was published before a source of a higher one."""
    early = [case.sources.published(m.source) for m, _ in same]
    late = [case.sources.published(m.source) for m, v in other if _higher(v)]
    known = [d for d in early if d is not None]
    after = [d for d in late if d is not None]
    return len(known) == len(early) and bool(after) and max(known) < max(after)


def _higher(found: ClaimVerdict) -> bool:
    a, b = found.left.value, found.right.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and (b.low or 0) > (a.low or 0)


def _assessment(case: Case, claim: Claim, later: list[Bearing]) -> Assessment:
    later = sorted(later, key=lambda x: (-x[0].chance(x[1]), -x[1].fit, x[0].near.number))
    meeting, found = later[0]
    value, other = claim.value, found.right.value
    said = f" ({', '.join(found.right.cues.said_by)})" if found.right.cues.said_by else ""
    told = f"reports {' '.join(other.text.split())}" if other is not None else "reports what happened"
    mark = case.relative(value.start, value.end) if value is not None else case.relative(claim.start, claim.end)
    return Assessment(
        "overtaken",
        f"{meeting.source} {told}{said}. {found.verdict.reason}",
        tuple(case.witness(m, "overtakes", v.verdict.reason, v) for m, v in later[:SHOWN]),
        mark=mark,
        suggestion=" ".join(meeting.statement.text.split()),
        replacement=None if claim.cues.status == "expected" or other is None else " ".join(other.text.split()),
    )
