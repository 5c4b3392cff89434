"""``judge``: two bare statements → agreement, difference, update, conflict or unrelated, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from compare.judgement.acts import opposite
from compare.judgement.analysed import Analysed, analyse
from compare.judgement.called_off import called_off
from compare.judgement.contrast import contrasted
from compare.judgement.exclusion import excluded
from compare.judgement.relatedness import features, probability
from compare.judgement.statements import TELLING, ClaimVerdict, all_verdicts
from compare.model import Judged, Quantity, Verdict
from compare.values.intervals import digits
from compare.values.measures import is_bound

RELATED = 0.5  # probability from which two statements that no rule sets apart count as agreeing
LEAST = 0.1  # the same for rules that look closely at who and what
ALIKE = 0.9  # probability from which two statements are one but for what differs
POSSIBLE = 0.22  # probability from which a clash of well-fitting claims counts
# differences of two figures that outweigh the same act told beside them
UNLIKE = frozenset({"quantity.open-bounds", "quantity.nearly-same", "quotation.two-speakers"})
STRONG = 0.6  # fit from which a conflict or update of two claims decides for their statements


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a pair."""

    relation: Judged
    reason: str  # one sentence for an editor
    rule: str
    verdicts: tuple[ClaimVerdict, ...] = ()  # of their claims, best fit first
    related: float = 0.0  # probability that one bears out the other


def judge(
    left: str,
    right: str,
    *,
    left_published: date | datetime | None = None,
    right_published: date | datetime | None = None,
) -> Judgement:
    """Say how two bare statements relate.

    ``.relation`` is 'agreement', 'difference', 'update', 'conflict' or 'unrelated'; ``.reason`` one plain sentence.
    Dates of publication, where known, tell a later count from a contradiction.
    """
    one, other = analyse((left, right), (left_published, right_published))
    return judge_analysed(one, other)


def judge_analysed(left: Analysed, right: Analysed) -> Judgement:
    """Say how two analysed statements relate, without the context of an article."""
    if not left.tokens or not right.tokens:
        return Judgement("unrelated", "One side holds no words.", "pair.empty")
    verdicts = all_verdicts(left, right)
    related = probability(features(left, right))
    found = _decided(left, right, verdicts, related)
    verdicts = tuple(v for v in verdicts if v.verdict.relation != "unrelated")
    return Judgement(found.relation, found.reason, found.rule, verdicts, related)


def _decided(left: Analysed, right: Analysed, verdicts: tuple[ClaimVerdict, ...], related: float) -> Verdict:
    """Return the verdict of the first that speaks: exclusion, a clash of claims, coverage."""
    contrast = contrasted(left, right) if related >= LEAST else None
    if contrast is not None:
        return contrast
    strong = [v for v in verdicts if v.fit >= STRONG]
    met = _telling(strong)
    clashes = [v for v in strong if v.verdict.relation in {"conflict", "update"}]
    if met:  # the same closing level: two readings of one session are no news
        clashes = [v for v in clashes if v.verdict.rule != "quantity.market-reading"]
    decisive = next((v.verdict for v in strong if v.verdict.relation == "unrelated"), None)
    if decisive is not None and not any(
        v.left.kind == "quantity" and v.verdict.relation == "agreement" for v in strong
    ):
        return decisive
    measured = [v for v in clashes if v.left.kind == "quantity"]
    apart = excluded(left, right, measured)
    if apart is not None:
        return replace(apart, rule="pair.excluded")
    if clashes and clashes[0].verdict.rule == "moment.exclude" and (related < ALIKE or _otherwise_unlike(clashes[0])):
        return Verdict("unrelated", "pair.other-day", "The same kind of thing on two different days.")
    if clashes and related >= (LEAST if clashes[0].verdict.rule in TELLING else POSSIBLE):
        return clashes[0].verdict
    gone = called_off(left, right)
    if gone is not None and related >= POSSIBLE:
        return gone.verdict
    if related >= POSSIBLE:
        unlike = next((v.verdict for v in strong if _unlike(v)), None)
        if unlike is not None:
            return unlike
    borne_out = next((v.verdict for v in verdicts if v.verdict.relation in {"agreement", "difference"}), None)
    if related >= RELATED or (related >= POSSIBLE and met):
        return borne_out or say_covered()
    return Verdict("unrelated", "pair.not-covered", "Too little of one statement stands in the other.")


def _unlike(found: ClaimVerdict) -> bool:
    """Tell whether two figures differ by more than a bound: 'more than 2,000' beside 2,000 is no difference to tell."""
    values = [c.value for c in (found.left, found.right) if isinstance(c.value, Quantity)]
    if found.verdict.rule == "quantity.nearly-same" and any(is_bound(v) for v in values):
        return False
    return found.verdict.rule in UNLIKE


def _otherwise_unlike(found: ClaimVerdict) -> bool:
    """Tell whether more than the date differs: 'open lower on Friday' beside 'open higher on Thursday'."""
    a, b = found.left.words, found.right.words
    return any(opposite(x, y) for x in a - b for y in b - a)


def _telling(verdicts: list[ClaimVerdict]) -> bool:
    """Tell whether figures agree that hardly agree by chance: one of three digits or more, or two of them."""
    met = [v for v in verdicts if v.left.kind == "quantity" and v.verdict.relation == "agreement"]
    exact = [v for v in met if isinstance(v.left.value, Quantity) and not v.left.value.vague]
    return len(exact) >= 2 or any(isinstance(v.left.value, Quantity) and digits(v.left.value) >= 3 for v in exact)


def say_covered() -> Verdict:
    """Return the verdict where coverage alone speaks."""
    return Verdict("agreement", "pair.covered", "What one says is borne out by the other, and nothing contradicts it.")
