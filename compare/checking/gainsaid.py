"""Contradicted: a source gives what cannot be right together with the draft, and no source gives the draft's value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.checking.acts import is_negated, main_verb, same_negations
from compare.checking.case import Case, Meeting
from compare.checking.coverage import VALUES, Cover, met
from compare.checking.model import Assessment
from compare.judgement.analysed import Analysed
from compare.judgement.proposition import opposite
from compare.judgement.quantity import VAGUE_SLOTS
from compare.judgement.statements import ClaimVerdict
from compare.language.en.saying import DENYING
from compare.matching.closeness import alike
from compare.model import Claim, Moment, Quantity
from compare.sources.publication import day_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MODIFYING = frozenset({"amod", "advmod", "npadvmod", "acomp"})
SURE = 0.8  # probability that both speak about the same fact
FITTING = 0.6  # fit of the two figures to one slot
LOOSE = 0.75  # … of two figures that no slot is known for
SHOWN = 4


def contradicted(case: Case, held: list[Cover]) -> Assessment | None:
    """Return 'contradicted' where the evidence is strong for one claim and no source bears that claim out."""
    for claim in sorted(case.claims, key=lambda c: (c.kind not in VALUES, c.start)):
        against = [(m, v) for m, v in case.verdicts_on(claim) if is_against(case, m, v)]
        if not against or borne_out_elsewhere(case, claim, held):
            continue
        against.sort(key=lambda x: (-x[0].chance(x[1]), -x[1].fit, x[0].near.number))
        return _assessment(case, claim, against)
    return opposed_modifiers(case)


def opposed_modifiers(case: Case) -> Assessment | None:
    """'a joint press conference' in the draft, 'separate press conferences' in a source."""
    held = {pair for m in case.paired for pair in _modified(m.side)}
    for (word, noun), token in _modified(case.side).items():
        if (word, noun) in held:
            continue
        for meeting in case.paired:
            clash = next((w for w, n in _modified(meeting.side) if n == noun and opposite(word, w)), None)
            if clash is None or meeting.near.probability < SURE:
                continue
            place = token.idx + case.side.parsed[0].offset
            theirs = _modified(meeting.side)[clash, noun].text
            reason = f"{meeting.source} has '{theirs}', the draft '{token.text}'."
            return Assessment(
                "contradicted",
                reason,
                (case.witness(meeting, "contradicts", reason, rule="draft.opposed-modifiers"),),
                mark=case.relative(place, place + len(token)),
                suggestion=" ".join(meeting.statement.text.split()),
            )
    return None


def _modified(side: Analysed) -> dict[tuple[str, str], Token]:
    """Return (adjective, noun it stands with) → the adjective's token."""
    return {
        (t.lemma_.lower(), t.head.lemma_.lower()): t
        for t in side.tokens
        if t.dep_ in MODIFYING and t.pos_ in ("ADJ", "VERB", "ADV", "NOUN") and not t.is_stop
    }


def is_against(case: Case, meeting: Meeting, found: ClaimVerdict) -> bool:
    """Tell whether a verdict is strong evidence against the draft's claim."""
    if found.verdict.relation != "conflict" or found.left.kind == "quotation" or not case.same_event(found):
        return False
    if found.verdict.rule == "proposition.negation-differs" and same_negations(case, meeting):
        return False
    denied = [c.cues.status == "denied" for c in (found.left, found.right)]
    if found.left.kind == "proposition" and denied[0] != denied[1] and (main_denies(case, meeting)):
        return False
    if found.left.kind == "quantity":
        if _loose(case, meeting, found.left, found.right):
            return False
        telling = found.left.attribute not in VAGUE_SLOTS and found.right.attribute not in VAGUE_SLOTS
        return meeting.chance(found) >= SURE and found.fit >= (FITTING if telling else LOOSE)
    return meeting.near.probability >= SURE and not _is_dateline(found, case)


def main_denies(case: Case, meeting: Meeting) -> bool:
    """Tell whether one side denies what the other says is not so: 'denied that it had promised', 'did not promise'."""
    verbs = [(main_verb(side), side.parsed[0].span.root) for side in (case.side, meeting.side)]
    denies = [root.lemma_.lower() in DENYING for _, root in verbs]
    return denies[0] != denies[1] and is_negated(verbs[1 if denies[0] else 0][0])


def _loose(case: Case, meeting: Meeting, left: Claim, right: Claim) -> bool:
    """Tell figures that prove nothing against each other: a vague one, or the ages of two people."""
    if any(isinstance(c.value, Quantity) and c.value.vague for c in (left, right)):
        return True
    if left.attribute != "age":
        return False
    ours, theirs = (_bearer(side, c) for side, c in ((case.side, left), (meeting.side, right)))
    return ours is None or theirs is None or not alike(ours, theirs, 0.95)


def _bearer(side: Analysed, claim: Claim) -> str | None:
    """Return the key of the name that stands last before an age."""
    value = claim.value
    before = [n for n in side.names if value is not None and n.end <= value.start]
    return max(before, key=lambda n: n.end).key if before else None


def _is_dateline(found: ClaimVerdict, case: Case) -> bool:
    """Tell whether one of two dates is only the day of its article's publication, written in full."""
    ours = case.side.published
    theirs = case.sources.published(found.right.source)
    for value, day in ((found.left.value, ours), (found.right.value, theirs)):
        written = value.earliest if isinstance(value, Moment) and value.year is not None else None
        if written is not None and day is not None and written.date() == day_of(day):
            return True
    return False


def borne_out_elsewhere(case: Case, claim: Claim, held: list[Cover]) -> bool:
    """Tell whether any source gives the claim as the draft has it."""
    if any(
        v.verdict.relation == "agreement" and not _only_planned(claim, v.right)
        for m, v in case.verdicts_on(claim)
        if m.chance(v) >= 0.35
    ):
        return True
    if claim.kind in VALUES:
        return any(met(claim, c.meetings) for c in held)
    return any(c.share >= 0.8 and not c.unmet and not _conflicts(c, claim) and not _plans(c, claim) for c in held)


def _only_planned(ours: Claim, theirs: Claim) -> bool:
    """Tell whether a source only expects what the draft reports as done: it bears no deed out."""
    return ours.cues.status == "reported" and ours.cues.past and theirs.cues.status == "expected"


def _plans(cover: Cover, claim: Claim) -> bool:
    """Tell whether what comes nearest in a source is only a plan of what the draft reports as done."""
    verdicts = [v for v in cover.meetings[0].verdicts if v.left.id == claim.id]
    return bool(verdicts) and all(_only_planned(claim, v.right) for v in verdicts)


def _conflicts(cover: Cover, claim: Claim) -> bool:
    return any(v.left.id == claim.id and v.verdict.relation == "conflict" for m in cover.meetings for v in m.verdicts)


def _assessment(case: Case, claim: Claim, against: list[tuple[Meeting, ClaimVerdict]]) -> Assessment:
    meeting, found = against[0]
    value, other = claim.value, found.right.value
    mark = case.relative(value.start, value.end) if value is not None else case.relative(claim.start, claim.end)
    replacement = " ".join(other.text.split()) if value is not None and other is not None else None
    text = case.statement.text
    suggestion = text[: mark[0]] + replacement + text[mark[1] :] if replacement is not None else meeting.statement.text
    said = f" ({', '.join(found.right.cues.said_by)})" if found.right.cues.said_by else ""
    if other is not None:
        lead = f"{meeting.source} has '{' '.join(other.text.split())}'{said}. "
    else:
        lead = f"{meeting.source} says otherwise{said}. "
    seen: dict[str, tuple[Meeting, ClaimVerdict]] = {}
    for m, v in against:
        seen.setdefault(m.statement.id, (m, v))
    return Assessment(
        "contradicted",
        lead + found.verdict.reason,
        tuple(case.witness(m, "contradicts", v.verdict.reason, v) for m, v in list(seen.values())[:SHOWN]),
        mark=mark,
        suggestion=" ".join(suggestion.split()),
        replacement=replacement,
    )
