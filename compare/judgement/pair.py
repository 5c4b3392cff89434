"""``judge``: two bare statements → agreement, difference, update, conflict or unrelated, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from compare.judgement import address
from compare.judgement.acts import opposite
from compare.judgement.amounts import RUNNING
from compare.judgement.analysed import Analysed, analyse
from compare.judgement.called_off import called_off
from compare.judgement.clash import Told
from compare.judgement.contrast import contrasted
from compare.judgement.contrast_claims import of_one_thing, one_value
from compare.judgement.contrast_kinds import kinds_apart, kinds_told
from compare.judgement.exclusion import excluded, other_happening
from compare.judgement.relatedness import features, probability
from compare.judgement.stages import stages
from compare.judgement.statements import TELLING, ClaimVerdict, all_verdicts
from compare.matching.closeness import same_head
from compare.model import Judged, Moment, Quantity, Quotation, Verdict
from compare.values.intervals import digits
from compare.values.measures import is_bound

RELATED = 0.5  # probability from which two statements that no rule sets apart count as agreeing
LEAST = 0.1  # the same for rules that look closely at who and what
ALIKE = 0.9  # probability from which two statements are one but for what differs
POSSIBLE = 0.22  # probability from which a clash of well-fitting claims counts
# differences of two figures that outweigh the same act told beside them
UNLIKE = frozenset({"quantity.open-bounds", "quantity.nearly-same", "quotation.two-speakers"})
SOME_DAYS = timedelta(days=9)  # 'a week from today'
SURE_PLACE = 1.0  # fit of two kinds of thing in one place, from which they decide
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
    only = next(one_value(left, right, verdicts), None)
    if only is not None and excluded(left, right, [v for v in verdicts if v.left.kind == "quantity"]) is None:
        # the same sentence but for a figure or a time
        return only.verdict
    strong = [v for v in verdicts if v.fit >= STRONG or _old_value(v)]
    met = _telling(strong)
    clashes = [v for v in strong if v.verdict.relation in {"conflict", "update"}]
    if met:  # the same closing level: two readings of one session are no news
        clashes = [v for v in clashes if v.verdict.rule != "quantity.market-reading"]
    decisive = next((v.verdict for v in strong if v.verdict.relation == "unrelated"), None)
    if decisive is not None and not any(
        v.left.kind == "quantity" and v.verdict.relation == "agreement" for v in strong
    ):
        return decisive
    gone = next((v for v in clashes if _old_value(v)), None)
    if gone is not None and related >= POSSIBLE:
        return gone.verdict  # 'from 7,700 a year earlier': the old figure is of another year by its own words
    measured = [v for v in clashes if v.left.kind == "quantity"]
    apart = excluded(left, right, measured)
    went_on = next(stages(left, right), None)
    # 'is missing since Saturday', 'was found on Monday': two happenings, the one in the other's place
    if went_on is not None and related >= POSSIBLE and (apart is None or apart == other_happening(left, right)):
        return went_on
    if apart is not None and (clashes or not any(_same_quotation(v) for v in verdicts)):
        return replace(apart, rule="pair.excluded")
    if clashes and clashes[0].verdict.rule == "moment.exclude" and (related < ALIKE or _otherwise_unlike(clashes[0])):
        return Verdict("unrelated", "pair.other-day", "The same kind of thing on two different days.")
    if clashes and related >= (LEAST if clashes[0].verdict.rule in TELLING else POSSIBLE):
        return clashes[0].verdict
    stopped = called_off(left, right)
    if stopped is not None and related >= POSSIBLE:
        return stopped.verdict
    if related >= POSSIBLE:
        unlike = next((v.verdict for v in strong if _unlike(v)), None)
        if unlike is not None:
            return unlike
        kinds = next((pair for pair in kinds_apart(left, right) if pair[0] >= SURE_PLACE), None)
        if kinds is not None:
            return kinds_told(*kinds[1:], left)
        elsewhere = next((c.verdict for c in address.clashes(left, right, Told()) if c.fit >= SURE_PLACE), None)
        if elsewhere is not None:
            return elsewhere
    borne_out = next((v.verdict for v in verdicts if v.verdict.relation in {"agreement", "difference"}), None)
    if related >= RELATED or (related >= POSSIBLE and (met or any(_same_slot(v) for v in verdicts))):
        return borne_out or say_covered()
    return Verdict("unrelated", "pair.not-covered", "Too little of one statement stands in the other.")


def _old_value(found: ClaimVerdict) -> bool:
    """Tell 'the fee was raised from $5 to $8' beside 'the fee is $5'."""
    return found.verdict.rule == "quantity.no-longer" and of_one_thing(found.left, found.right)


def _same_quotation(found: ClaimVerdict) -> bool:
    """Tell whether both sides quote the same words, and enough of them to be no common phrase."""
    values = [c.value for c in (found.left, found.right) if isinstance(c.value, Quotation)]
    return found.verdict.rule == "quotation.verbatim" and min((len(v.words.split()) for v in values), default=0) >= 5


def _same_slot(found: ClaimVerdict) -> bool:
    """Tell whether one thing is told of one subject at one time, or to one figure, in whatever words beside."""
    a, b = found.left, found.right
    if found.verdict.relation != "agreement" or not a.subject or not b.subject or not same_head(a, b):
        return False
    if isinstance(a.value, Moment) and isinstance(b.value, Moment):
        return a.predicate == b.predicate and _short(a.value) and _short(b.value)
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        exact = (a.value.low, a.value.high) == (b.value.low, b.value.high) and not a.value.vague
        return exact and a.attribute == b.attribute and a.attribute in RUNNING and found.fit >= STRONG
    return False


def _short(moment: Moment) -> bool:
    if moment.earliest is None or moment.latest is None:
        return False
    return moment.latest - moment.earliest <= SOME_DAYS


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
