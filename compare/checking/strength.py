"""Too strong: the draft says more surely what the sources hedge, bound, or put down to one giver."""

from __future__ import annotations

from compare.checking.acts import is_negated, main_verb
from compare.checking.bounds import unbounded
from compare.checking.case import PAIRED, Case, Meeting
from compare.checking.coverage import ENOUGH, Cover, is_pair
from compare.checking.model import Assessment
from compare.judgement.statements import ClaimVerdict
from compare.language.en.cues import APPROXIMATING
from compare.language.en.saying import ACCORDING, DENYING, SPEAKING
from compare.model import Claim

SHOWN = 4
PRONOUNS = frozenset({"he", "she", "they", "it"})
ACT = 0.7  # fit from which two propositions with different verbs tell of one act
Bearing = tuple[Meeting, ClaimVerdict]


def too_strong(case: Case, held: list[Cover]) -> Assessment | None:
    """Return 'too strong' for the first claim whose every bearer says it more weakly."""
    good = {m.statement.id for c in held if c.bears_out for m in c.meetings}
    for claim in case.claims:
        told = unbounded(case, claim, held)
        if told is not None:
            return told
        bearers = [(m, v) for m, v in _best(case, claim) if m.statement.id in good and _near(m, v)]
        if not bearers:
            continue
        told = _unhedged(case, claim, bearers)
        if told is not None:
            return told
    return _unattributed(case, held)


def _best(case: Case, claim: Claim) -> list[Bearing]:
    """Return for each source statement the verdict on the claim that fits best, where it bears the claim out."""
    best: dict[str, Bearing] = {}
    for meeting, found in case.verdicts_on(claim):
        known = best.get(meeting.statement.id)
        if known is None or found.fit > known[1].fit:
            best[meeting.statement.id] = (meeting, found)
    relations = ("agreement", "update", "difference")
    return [(m, v) for m, v in best.values() if v.verdict.relation in relations]


def _near(meeting: Meeting, found: ClaimVerdict) -> bool:
    same = found.left.kind != "proposition" or found.left.predicate == found.right.predicate or found.fit >= ACT
    return meeting.chance(found) >= PAIRED and same


def _unhedged(case: Case, claim: Claim, bearers: list[Bearing]) -> Assessment | None:
    """'will sign' or 'signed' in the draft, 'may sign' in every source."""
    if hedges(claim) or claim.kind not in ("quantity", "proposition") or case.statement.kind == "headline":
        return None
    done = _reported(case)
    weaker = [(m, v) for m, v in bearers if hedges(v.right) or (not done and _only_expected(claim, v.right))]
    if len(weaker) < len(bearers):
        return None
    meeting, found = weaker[0]
    words = hedges(found.right)
    told = f"with '{words[0]}'" if words else "as expected, not as done"
    return Assessment(
        "too-strong",
        f"{meeting.source} says it {told}; the draft says it outright.",
        tuple(case.witness(m, "tempers", "It says it less surely.", v) for m, v in weaker[:SHOWN]),
        mark=case.relative(claim.start, claim.end),
        suggestion=" ".join(meeting.statement.text.split()),
    )


def _reported(case: Case) -> bool:
    """Tell whether a source, however it words it, reports as done what the draft's statement is about."""
    near = [m for m in case.paired if m.near.probability >= PAIRED]
    main = [c for m in near for c in m.side.claims if c.kind == "proposition" and c.predicate == _root(m)]
    return any(c.cues.status == "reported" and c.cues.past and not c.cues.negated for c in main)


def _root(meeting: Meeting) -> str:
    return str(meeting.side.parsed[0].span.root.lemma_.lower())


def _of_themselves(meeting: Meeting, claim: Claim) -> bool:
    """Tell whether speakers say what they did themselves: 'he said he had handed over a list'; not what they deny."""
    if claim.cues.negated or claim.cues.status == "denied":
        return False
    offset = meeting.side.parsed[0].offset
    doers = [t for t in meeting.side.tokens if t.dep_ == "nsubj" and claim.start <= t.idx + offset < claim.end]
    if any(t.lower_ in PRONOUNS for t in doers):
        return True
    doer = {w for key in claim.subject for w in key.lower().split()}
    giver = {w for s in claim.cues.said_by for w in s.lower().split()}
    return bool(doer & giver)


def hedges(claim: Claim) -> tuple[str, ...]:
    """Return the words of doubt of a claim; 'about' and 'nearly' belong to a figure, not to the claim."""
    return tuple(h for h in claim.cues.hedges if h.lower() not in APPROXIMATING)


def _only_expected(ours: Claim, theirs: Claim) -> bool:
    return theirs.cues.status == "expected" and ours.cues.status == "reported" and ours.cues.past


def _unattributed(case: Case, held: list[Cover]) -> Assessment | None:
    """A figure or a judgement that every source puts down to one giver, stated in the draft as fact."""
    main = main_verb(case.side).lemma_.lower()
    root = case.side.parsed[0].span.root.lemma_.lower()
    named = any(c.cues.said_by for c in case.claims) or any(t.lower_ in ACCORDING for t in case.side.tokens)
    if {main, root} & SPEAKING or named:
        return None  # the draft itself says whose word it is: 'the minister warned of …'
    kinds = {c.kind for c in case.claims if not is_pair(case, c)}
    if "quantity" not in kinds and kinds & {"moment", "quotation"}:
        return None  # a date is what the sentence is for, and dates are seldom anybody's opinion
    near = [c.meetings[0] for c in held if c.bears_out]
    givers = [(m, _giver(m, main, counted="quantity" in kinds)) for m in near]
    if not givers or not all(said for _, said in givers):
        return None
    meeting, giver = givers[0]
    reason = f"{meeting.source} puts this down to {giver}; the draft states it as fact."
    return Assessment(
        "too-strong",
        reason,
        tuple(case.witness(m, "tempers", f"Said by {said}.", rule="draft.attribution") for m, said in givers[:SHOWN]),
        suggestion=" ".join(meeting.statement.text.split()),
    )


def _giver(meeting: Meeting, main: str, *, counted: bool) -> str:
    """Return who is named as the source of what a statement says of an act; '' where the article says it itself."""
    acts = [c for c in meeting.side.claims if c.kind == "proposition"]
    told = [c for c in acts if c.predicate == main] or [c for c in acts if c.predicate not in SPEAKING]
    if not told or not all(c.cues.said_by for c in told):
        return ""
    if counted and all(_of_themselves(meeting, c) for c in told):
        return ""
    return ", ".join(told[0].cues.said_by)


def denied(case: Case, held: list[Cover]) -> Assessment | None:
    """'The vessel was not overloaded' in the draft, 'the operator denied that it was' in every source."""
    ours = main_verb(case.side)
    if ours.lemma_.lower() in SPEAKING or not is_negated(ours) or any(c.cues.said_by for c in case.claims):
        return None
    near = [c.meetings[0] for c in held if c.share >= ENOUGH and not c.unmet]
    denials = [m for m in near if main_verb(m.side).lemma_.lower() in DENYING]
    if not near or len(denials) < len(near):
        return None
    meeting = denials[0]
    return Assessment(
        "too-strong",
        f"{meeting.source} has a denial; the draft states it as fact.",
        tuple(case.witness(m, "tempers", "It is somebody's denial.", rule="draft.denial") for m in denials[:SHOWN]),
        suggestion=" ".join(meeting.statement.text.split()),
    )
