"""Overtaken: the draft uses an expectation, or an early figure, although a later report replaced it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.checking.bounds import taken_back
from compare.checking.case import PAIRED, Case, Meeting
from compare.checking.coverage import Cover
from compare.checking.gainsaid import FITTING, SURE
from compare.checking.model import Assessment
from compare.judgement.quantity import RUNNING, VAGUE_SLOTS
from compare.judgement.statements import ClaimVerdict
from compare.language.en.calendar import WEEKDAYS
from compare.language.en.outcomes import EVENT_TIME_VERBS
from compare.language.en.saying import SPEAKING
from compare.matching.closeness import meet
from compare.model import Claim, Quantity
from compare.values.measures import is_bound, meets

if TYPE_CHECKING:
    from spacy.tokens import Token

SHOWN = 4
GIVING = frozenset("file make hold give take launch lodge bring issue publish deliver sign start begin open".split())
REVISING = frozenset("correct revise amend update adjust upgrade downgrade".split())
RISING = frozenset("rise climb grow increase jump mount soar swell".split())
Bearing = tuple[Meeting, ClaimVerdict]


def overtaken(case: Case, held: list[Cover]) -> Assessment | None:
    """Return 'overtaken' for the first claim that a later report replaced."""
    for claim in case.claims:
        later = _replaced_expectation(case, claim, held) or _old_value(case, claim)
        if later:
            return _assessment(case, claim, later, _bearers(case, claim, held))
    return None


def _bearers(case: Case, claim: Claim, held: list[Cover]) -> list[Meeting]:
    """Return the source statements from which the draft may have what was overtaken."""
    own = [c.meetings[0] for c in held if c.bears_out]
    same = [m for m, v in _all_verdicts(case, claim) if _equal(v) and _sure(m, v)]
    return list({m.statement.id: m for m in (*own, *same)}.values())


def _all_verdicts(case: Case, claim: Claim) -> list[Bearing]:
    """Return the verdicts on a claim; of a figure, those beside every figure of its slot."""
    if claim.kind == "quantity" and claim.attribute not in VAGUE_SLOTS:
        return case.readings(claim)
    if claim.kind == "proposition":
        return case.acts(claim)
    return list(case.verdicts_on(claim))


def _sure(meeting: Meeting, found: ClaimVerdict) -> bool:
    if found.left.kind == "quantity":
        telling = found.left.attribute not in VAGUE_SLOTS and found.right.attribute not in VAGUE_SLOTS
        return meeting.chance(found) >= PAIRED and (found.fit >= FITTING or not telling)
    if _nominal(found.left, found.right):
        return meeting.near.probability >= PAIRED
    both = {EVENT_TIME_VERBS.get(c.predicate or "") for c in (found.left, found.right)}
    return meeting.near.probability >= (PAIRED if len(both) == 1 and None not in both else SURE)


def _replaced_expectation(case: Case, claim: Claim, held: list[Cover]) -> list[Bearing]:
    """'will last five hours' in the draft, 'lasted 3 hours 21 minutes' in a source."""
    if claim.cues.status != "expected" or is_history(case, claim) or claim.kind not in ("quantity", "proposition"):
        return []
    if isinstance(claim.value, Quantity) and claim.value.dimension == "ordinal":
        return []
    return [
        (m, v)
        for m, v in _all_verdicts(case, claim)
        if (_is_done(v.right) or _called_off(case, claim, m, v, held))
        and not _only_announced(m, v)
        and (claim.kind == "proposition" or v.verdict.relation != "unrelated")
        and _sure(m, v)
        and (claim.kind == "quantity" or _same_act(v))
        and case.same_event(v)
        and _not_before(case, m, held)
    ]


def _is_done(claim: Claim) -> bool:
    return claim.cues.status == "reported" and claim.cues.past


def _only_announced(meeting: Meeting, found: ClaimVerdict) -> bool:
    """'Chipmaker cuts 1,200 jobs': a headline tells plans in the present tense; the same figure there replaces none."""
    return meeting.statement.kind == "headline" and (found.left.value is None or _equal(found))


def _called_off(case: Case, claim: Claim, meeting: Meeting, found: ClaimVerdict, held: list[Cover]) -> bool:
    """'is expected to run' in the draft and in earlier reports, 'would not run' in a later one."""
    if found.right.cues.negated == claim.cues.negated:
        return False
    day = case.sources.published(meeting.source)
    bearing = [case.sources.published(c.source) for c in held if c.bears_out and c.source != meeting.source]
    known = [d for d in bearing if d is not None]
    return day is not None and bool(known) and len(known) == len(bearing) and day > max(known)


def _same_act(found: ClaimVerdict) -> bool:
    """Tell whether a deed is the one that was expected: the same verb, done to the same thing, by no one else."""
    a, b = found.left, found.right
    happens = [EVENT_TIME_VERBS.get(c.predicate or "") for c in (a, b)]
    if (
        happens[0] is not None and happens[0] == happens[1] and a.predicate != b.predicate
    ):  # 'will be opened' and 'began'
        return a.cues.negated == b.cues.negated and _thing(a) is not None and _thing(a) == _thing(b)
    if _nominal(a, b):
        return True
    if a.predicate != b.predicate or not a.object or not meet(a.object[:1], b.object[:1]):
        return False
    named = bool(a.names & set(a.subject)) and bool(b.names & set(b.subject))
    return not named or meet(a.subject, b.subject, 0.9)


def _thing(claim: Claim) -> str | None:
    """Return the noun of what begins or ends: 'inquiry'; of 'workers at the plant' the workers."""
    named = {w for key in claim.names for w in (key, *key.split())}
    return next((w for w in (*claim.object, *claim.subject) if w not in named and w not in WEEKDAYS), None)


def _nominal(ours: Claim, theirs: Claim) -> bool:
    """'will appeal' beside 'filed her appeal', by the same doer."""
    named = theirs.predicate in GIVING and ours.predicate in theirs.object
    return named and bool(ours.subject) and meet(ours.subject, theirs.subject, 0.8)


def _not_before(case: Case, meeting: Meeting, held: list[Cover]) -> bool:
    """Tell whether a report is no older than what bears the expectation out."""
    day = case.sources.published(meeting.source)
    bearing = [case.sources.published(c.source) for c in held if c.bears_out and c.source != meeting.source]
    known = [d for d in bearing if d is not None]
    return day is None or not known or day >= min(known)


def is_history(case: Case, claim: Claim) -> bool:
    """Tell 'had been expected to last five hours' – which stays true – from 'is expected to'.

    Under 'officials said' a past tense is only backshifted ('it was likely to take five hours'), under 'officials had
    said' it is history.
    """
    value = claim.value or claim
    here = [t for p in case.side.parsed for t in p.span if value.start <= t.idx + p.offset < value.end]
    if not here:
        return False
    verbs = [w for w in (here[-1], *here[-1].ancestors) if w.pos_ in ("VERB", "AUX")]
    finite = [(w, tense) for w in verbs if (tense := _tense(w)) is not None]
    if not finite or finite[0][1] == "present":
        return False
    above = [(w, tense) for w, tense in finite[1:] if w.lemma_.lower() in SPEAKING]
    return finite[0][1] == "before" or not above or above[0][1] == "before"


def _tense(verb: Token) -> str | None:
    """Return 'present', 'past' or 'before' (had …) for a finite verb; None for one without tense of its own."""
    words = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    if any(w.lower_ in ("had", "'d", "’d") and w.tag_ == "VBD" and w.i != verb.i for w in words):
        return "before"
    if any(w.tag_ in ("MD", "VBZ", "VBP") for w in words):
        return "present"
    return "past" if any(w.tag_ == "VBD" for w in words) else None


def is_pluperfect(case: Case, claim: Claim) -> bool:
    """Tell 'had announced five hours': what was said before something else is no news."""
    tokens = [t for p in case.side.parsed for t in p.span if claim.start <= t.idx + p.offset < claim.end]
    return any(t.lower_ == "had" and t.dep_ in ("aux", "auxpass") for t in tokens)


def _old_value(case: Case, claim: Claim) -> list[Bearing]:
    """The draft's figure is one that a source only expected, or gave earlier, and another report differs."""
    if not isinstance(claim.value, Quantity) or claim.cues.status == "superseded":
        return []
    if is_pluperfect(case, claim) or (claim.cues.status == "expected" and is_history(case, claim)):
        return []
    bearings = [(m, v) for m, v in _all_verdicts(case, claim) if _sure(m, v)]
    same = [(m, v) for m, v in bearings if _equal(v)]
    corrected = [(m, v) for m, v in bearings if not _equal(v) and _takes_back(claim, m)]
    if corrected:
        return corrected
    other = [
        (m, v)
        for m, v in bearings
        if (v.verdict.relation in ("conflict", "update") or (_is_floor(claim.value) and _higher(v)))
        and not _equal(v)
        and v.right.cues.status == "reported"
        and v.fit >= FITTING
        and case.same_event(v)
        and not _gives_it_too(claim, m)
    ]
    if not same or not other:
        return []
    if all(v.right.cues.status in ("expected", "superseded") for _, v in same):
        return other
    if claim.attribute in RUNNING and _all_later(case, same, other):
        return other
    return [(m, v) for m, v in other if (claim.attribute in RUNNING and _risen(v)) or v.right.predicate in REVISING]


def _gives_it_too(claim: Claim, meeting: Meeting) -> bool:
    """'82 people, among them 58 civilians': a statement that reports the draft's figure too replaces none."""
    ours = claim.value
    return isinstance(ours, Quantity) and any(
        isinstance(c.value, Quantity)
        and meets(c.value, ours)
        and c.value.low == ours.low
        and c.cues.status not in ("expected", "superseded")
        for c in meeting.side.claims
    )


def _takes_back(claim: Claim, meeting: Meeting) -> bool:
    """'three people, not two': the same source statement names the draft's figure only to deny it."""
    ours = claim.value
    figures = [c.value for c in meeting.side.claims if isinstance(c.value, Quantity)]
    return isinstance(ours, Quantity) and any(q.low == ours.low and taken_back(q, meeting) for q in figures)


def _risen(found: ClaimVerdict) -> bool:
    """'has risen to 17': a figure that itself says that lower ones no longer hold."""
    return found.right.predicate in RISING and _higher(found)


def _equal(found: ClaimVerdict) -> bool:
    a, b = found.left.value, found.right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    return a.low == b.low if _is_floor(a) else meets(a, b)


def _is_floor(quantity: Quantity) -> bool:
    """Tell 'at least 23': it includes every later toll and is overtaken by it all the same."""
    return is_bound(quantity) and quantity.high is None


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


def _assessment(case: Case, claim: Claim, later: list[Bearing], bearing: list[Meeting]) -> Assessment:
    early = [d for m in case.paired if (d := case.sources.published(m.source)) is not None]

    def wait(meeting: Meeting) -> int:
        """Return the days from the first report: of two later ones the next is likelier of the same event."""
        day = case.sources.published(meeting.source)
        return (day - min(early)).days if day is not None and early else 0

    later = sorted(later, key=lambda x: (max(wait(x[0]), 0), -x[0].near.odds, -x[1].fit, x[0].near.number))
    meeting, found = later[0]
    value, other = claim.value, found.right.value
    said = f" ({', '.join(found.right.cues.said_by)})" if found.right.cues.said_by else ""
    told = f"reports {' '.join(other.text.split())}" if other is not None else "reports it as done"
    mark = case.relative(value.start, value.end) if value is not None else case.relative(claim.start, claim.end)
    once = claim.cues.status == "expected"
    was = "that was expected" if once else "the draft's figure is an earlier one, or was only expected"
    seen: dict[str, Bearing] = {}
    for m, v in later:
        seen.setdefault(m.statement.id, (m, v))
    return Assessment(
        "overtaken",
        f"{meeting.source} {told}{said}; {was}.",
        (
            *(
                case.witness(m, "overtakes", "It reports what the draft still expects.", v)
                for m, v in list(seen.values())[:SHOWN]
            ),
            *(
                case.witness(m, "supports", "It has what was overtaken.", rule="draft.overtaken")
                for m in bearing[:SHOWN]
                if m.statement.id not in seen
            ),
        ),
        mark=mark,
        suggestion=" ".join(meeting.statement.text.split()),
        replacement=None if once or other is None else " ".join(other.text.split()),
    )
