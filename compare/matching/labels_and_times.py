"""Two finer looks at a likely pair: one act at two times, and one label quoted in two wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.claims.moment import same_time
from compare.judgement.analysed import Analysed
from compare.judgement.rules import quote
from compare.judgement.statements import ClaimVerdict
from compare.language.vectors import similarity
from compare.model import Claim, Moment, Quotation, Verdict

SAME_ACT = frozenset({"proposition.same", "proposition.as-expected"})
CLOCK = frozenset({"day", "part", "hour", "minute"})  # grains fine enough to gainsay each other
LONGEST_LABEL = 3  # words of a quotation that names or characterises somebody
CLOSE_LABELS = 0.5  # cosine from which two quoted words are two wordings of one


def timed(found: ClaimVerdict, left: Analysed, right: Analysed) -> ClaimVerdict:
    """Return the verdict on one act, turned to conflict where the two clauses give it times that exclude each other."""
    if found.verdict.rule not in SAME_ACT:
        return found
    ours, theirs = _times(found.left, left), _times(found.right, right)
    if not ours or not theirs or any(same_time(a, b) is not False for a in ours for b in theirs):
        return found
    reason = f"They give different times for one act: {quote(ours[0].text)} and {quote(theirs[0].text)}."
    verdict = Verdict("conflict", "moment.same-act-other-time", reason, (ours[0].text,), (theirs[0].text,))
    return replace(found, verdict=verdict)


def _times(claim: Claim, side: Analysed) -> list[Moment]:
    return [
        c.value
        for c in side.claims
        if isinstance(c.value, Moment) and c.value.grain in CLOCK and claim.start <= c.value.start < claim.end
    ]


def is_label(claim: Claim) -> bool:
    """Tell whether a claim quotes a word or two that somebody used of somebody: a “killer”."""
    value = claim.value
    return isinstance(value, Quotation) and not value.scare and 0 < len(value.words.split()) <= LONGEST_LABEL


def quoted(left: Analysed, right: Analysed) -> list[ClaimVerdict]:
    """Return the verdicts on labels that both statements quote for the same person or thing.

    Quoted words must be the same to the letter; two wordings of one label are a conflict that an editor has to
    settle at the source.
    """
    found = []
    for ours in filter(is_label, left.claims):
        for theirs in filter(is_label, right.claims):
            verdict = _compared(ours, theirs) if _same_target(ours, theirs, left, right) else None
            if verdict is not None:
                found.append(ClaimVerdict(ours, theirs, verdict, 1.0))
    return found


def _same_target(ours: Claim, theirs: Claim, left: Analysed, right: Analysed) -> bool:
    """The one spoken of is named in the clause on one side, and at least in the statement on the other."""
    named = [{n.key for n in side.names if n.kind in ("person", "organisation", "place")} for side in (left, right)]
    return bool(
        (ours.names | frozenset(ours.subject)) & named[1] or (theirs.names | frozenset(theirs.subject)) & named[0]
    )


def _compared(ours: Claim, theirs: Claim) -> Verdict | None:
    a, b = (_plain(c) for c in (ours, theirs))
    texts = [c.value.text for c in (ours, theirs) if c.value is not None]
    if a == b:
        return Verdict("agreement", "quotation.same-label", f"Both quote {quote(texts[0])}.", (texts[0],), (texts[1],))
    if len(a) != len(b) or not all(similarity(x, y) >= CLOSE_LABELS for x, y in zip(a, b, strict=True)):
        return None
    reason = (
        f"One quotes {quote(texts[0])}, the other {quote(texts[1])}: words inside quotation marks must be identical."
    )
    return Verdict("conflict", "quotation.other-label", reason, (texts[0],), (texts[1],))


def _plain(claim: Claim) -> Sequence[str]:
    words = claim.value.words if isinstance(claim.value, Quotation) else ""
    return ["".join(c for c in w.lower() if c.isalnum()) for w in words.split()]
