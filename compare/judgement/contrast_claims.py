"""A contrast of two statements → the claims of theirs that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash
from compare.judgement.contrast import ALIKE, likeness
from compare.judgement.order import judge_claims
from compare.judgement.statements import ClaimVerdict
from compare.model import Claim, Moment, Quantity, Verdict

LEADS = frozenset({"on", "in", "at", "for", "by"})  # 'opens on 8 April', 'opens this Monday'


def contrast_clash(left: Analysed, right: Analysed, verdict: Verdict) -> Clash:
    """Return the clash that a contrast is; the more of their words two statements share, the surer it fits."""
    return Clash("contrast", *claims_of_contrast(left, right, verdict), verdict, likeness(left, right))


def explains(contrast: Verdict, clash: Clash) -> bool:
    """Tell whether two statements only look apart where a contrast says that they tell the same.

    'not safe' beside 'unsafe', 'all but one of the 12' beside 'eleven'.
    """
    if contrast.relation != "agreement":
        return False
    if clash.kind == "proposition" or clash.kind.startswith("state."):
        return True
    sides = ((clash.left, contrast.left_words), (clash.right, contrast.right_words))
    return any(c.value is not None and c.value.text in " ".join(words) for c, words in sides)


def one_value(left: Analysed, right: Analysed, verdicts: Sequence[ClaimVerdict]) -> Iterator[Clash]:
    """Yield the figures and times that exclude each other in two sentences that are the same words but for these.

    Not in headlines: of two with two figures each may round, or be of another hour.
    """
    if any(p.statement.kind == "headline" for side in (left, right) for p in side.parsed):
        return
    ours, theirs = _values(left), _values(right)
    if not ours or len(ours) != len(theirs) or _without(left, ours) != _without(right, theirs):
        return
    known = {(v.left.id, v.right.id): v.verdict for v in verdicts}
    for a, b in zip(ours, theirs, strict=True):
        verdict = known.get((a.id, b.id)) or judge_claims(a, b)
        if verdict.relation in {"conflict", "update"}:
            yield Clash("contrast", a, b, verdict, 1.0)


def old_value(left: Analysed, right: Analysed, verdicts: Sequence[ClaimVerdict]) -> Iterator[Clash]:
    """Yield the figure that one side says is no longer: 'the fee was raised from $5 to $8', 'the fee is $5'."""
    for found in verdicts:
        if found.verdict.rule != "quantity.no-longer" or not of_one_thing(found.left, found.right):
            continue
        alike = likeness(left, right)
        if alike >= ALIKE:
            claims = _present(left, found.left), _present(right, found.right)
            yield Clash("contrast", *claims, found.verdict, alike)


def _present(side: Analysed, claim: Claim) -> Claim:
    """Return what a figure that is no longer was changed to; the claim itself where it still stands."""
    if claim.cues.status != "superseded":
        return claim
    others = [c for c in side.claims if isinstance(c.value, Quantity) and c.predicate == claim.predicate]
    return next((c for c in others if c.cues.status != "superseded"), claim)


def of_one_thing(left: Claim, right: Claim) -> bool:
    """Tell whether what was changed is what has the value."""
    return bool({*left.subject, *left.object} & {*right.subject, *right.object})


def _values(side: Analysed) -> list[Claim]:
    """Return the figures and times of a side in their order, one for each place."""
    found: dict[int, Claim] = {}
    for claim in side.claims:
        if isinstance(claim.value, Quantity | Moment):
            known = found.get(claim.value.start)
            if known is None or known.value is None or claim.value.end > known.value.end:
                found[claim.value.start] = claim  # 'three days ago' rather than its 'three days'
    times = [(c.value.start, c.value.end) for c in found.values() if isinstance(c.value, Moment)]
    # the 'three days' of 'three days from now' are no figure of their own
    return [
        found[place]
        for place in sorted(found)
        if isinstance(found[place].value, Moment) or not any(start <= place < end for start, end in times)
    ]


def _without(side: Analysed, valued: Sequence[Claim]) -> list[str]:
    """Return the words of a side, each of its values as one blank word."""
    spans = [(c.value.start, c.value.end) for c in valued if c.value is not None]
    found: list[str] = []
    for parsed in side.parsed:
        for token in parsed.span:
            place = parsed.offset + token.idx
            if any(place == start for start, _ in spans):
                found.append("")
            elif token.is_alpha and token.lower_ not in LEADS and not any(start < place < end for start, end in spans):
                found.append(token.lower_)
    return found


def claims_of_contrast(left: Analysed, right: Analysed, verdict: Verdict) -> tuple[Claim, Claim]:
    """Return the claim of each side that holds the words set against each other."""
    return _claim(left, verdict.left_words), _claim(right, verdict.right_words)


def _claim(side: Analysed, words: tuple[str, ...]) -> Claim:
    """Return the figure or the time that the words are, else the shortest bare claim around them, else the longest."""
    valued = [c for c in side.claims if isinstance(c.value, Quantity | Moment) and c.value.text in words]
    if valued:
        return valued[0]
    bare = [c for c in side.claims if c.kind == "proposition"] or list(side.claims)
    places = [place for word in words for place in _places(side, word)]
    around = [c for c in bare if any(c.start <= place < c.end for place in places)]
    if around:
        return min(around, key=lambda c: (c.end - c.start, c.start))
    return max(bare, key=lambda c: (c.end - c.start, -c.start))


def _places(side: Analysed, word: str) -> list[int]:
    """Return where a word stands in the article of a side."""
    return [
        parsed.statement.start + match.start()
        for parsed in side.parsed
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", parsed.statement.text)
    ]
