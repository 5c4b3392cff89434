"""Too strong: the draft says more surely what the sources hedge, bound, or put down to one giver."""

from __future__ import annotations

from compare.checking.acts import is_negated, main_verb
from compare.checking.case import PAIRED, Case, Meeting
from compare.checking.coverage import ENOUGH, Cover
from compare.checking.model import Assessment
from compare.judgement.measures import is_bound
from compare.judgement.statements import ClaimVerdict
from compare.language.en.cues import APPROXIMATING
from compare.language.en.saying import DENYING, SPEAKING
from compare.model import Claim, Quantity

SHOWN = 4
PRONOUNS = frozenset({"he", "she", "they", "it"})
ACT = 0.7  # fit from which two propositions with different verbs tell of one act
Bearing = tuple[Meeting, ClaimVerdict]


def too_strong(case: Case, held: list[Cover]) -> Assessment | None:
    """Return 'too strong' for the first claim whose every bearer says it more weakly."""
    good = {m.statement.id for c in held if c.bears_out for m in c.meetings}
    for claim in case.claims:
        bearers = [(m, v) for m, v in _best(case, claim) if m.statement.id in good and _near(m, v)]
        if not bearers:
            continue
        told = (
            _unbounded(case, claim, bearers) or _unhedged(case, claim, bearers) or _unattributed(case, claim, bearers)
        )
        if told is not None:
            return told
    return None


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


def _unbounded(case: Case, claim: Claim, bearers: list[Bearing]) -> Assessment | None:
    """'12 people' in the draft, 'at least 12' or 'about 12' in every source."""
    ours = claim.value
    if not isinstance(ours, Quantity) or is_bound(ours) or ours.approximate or ours.vague:
        return None
    figures = [(m, v, v.right.value) for m, v in bearers if isinstance(v.right.value, Quantity)]
    same = [(m, v, q) for m, v, q in figures if v.verdict.relation == "agreement"]
    loose = [(m, v, q) for m, v, q in same if is_bound(q) or (q.approximate and not q.vague) or (q.low != q.high)]
    if not same or len(loose) < len(same) or ours.low != ours.high:
        return None
    meeting, _, quantity = loose[0]
    written = " ".join(quantity.text.split())
    text = case.statement.text
    mark = case.relative(ours.start, ours.end)
    return Assessment(
        "too-strong",
        f"{meeting.source} says '{written}'; the draft gives the bare figure.",
        tuple(case.witness(m, "tempers", v.verdict.reason, v) for m, v, _ in loose[:SHOWN]),
        mark=mark,
        suggestion=" ".join((text[: mark[0]] + written + text[mark[1] :]).split()),
        replacement=written,
    )


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


def _is_main(case: Case, claim: Claim) -> bool:
    """Tell whether a claim is what its sentence says, and not what a clause inside it adds."""
    if claim.kind != "proposition":
        return True
    root = case.side.parsed[0].span.root
    main = {t.lemma_.lower() for t in (root, *root.children) if t.i == root.i or t.dep_ in ("conj", "xcomp")}
    return claim.predicate in main


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


def _unattributed(case: Case, claim: Claim, bearers: list[Bearing]) -> Assessment | None:
    """A figure that every source puts down to one giver, stated in the draft as fact."""
    if claim.kind not in ("quantity", "proposition") or any(c.cues.said_by for c in case.claims):
        return None
    if claim.predicate in SPEAKING or not _is_main(case, claim):
        return None  # the draft itself says whose word it is: 'Biden warned of …'
    if claim.kind == "proposition" and any(c.kind in ("quantity", "moment", "quotation") for c in case.claims):
        return None  # a time or a number is what the sentence is for; it is judged as a figure
    said = [v.right.cues.said_by for _, v in bearers]
    if not all(said) or all(_of_themselves(m, v.right) for m, v in bearers):
        return None
    meeting, found = bearers[0]
    giver = ", ".join(found.right.cues.said_by)
    return Assessment(
        "too-strong",
        f"{meeting.source} puts this down to {giver}; the draft states it as fact.",
        tuple(case.witness(m, "tempers", f"Said by {', '.join(v.right.cues.said_by)}.", v) for m, v in bearers[:SHOWN]),
        mark=case.relative(claim.start, claim.end),
        suggestion=" ".join(meeting.statement.text.split()),
    )


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
