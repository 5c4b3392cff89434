"""Two statements → the verdicts of their claims, best matched first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from compare.judgement.analysed import Analysed
from compare.judgement.closeness import context, meet, same_counted
from compare.judgement.measures import distance, is_bound, meets, paired
from compare.judgement.order import judge_claims
from compare.judgement.proposition import opposite, same_act
from compare.judgement.quantity import RUNNING, VAGUE_SLOTS
from compare.model import Claim, Quantity, Verdict

GRAVITY = {"conflict": 0, "update": 1, "difference": 2, "agreement": 3, "unrelated": 4}
FIT = 0.45  # how well two claims must fit one slot to be compared


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """What the rules say of one claim of each statement."""

    left: Claim
    right: Claim
    verdict: Verdict
    fit: float  # how surely both fill one slot, 0 to 1


def fit_of(left: Claim, right: Claim) -> float:
    """Return how surely two claims fill one slot, 0 to 1, from what they are about, not from their values."""
    if left.kind != right.kind:
        return 0.0
    if left.kind == "quantity":
        return _quantity_fit(left, right)
    return _proposition_fit(left, right)


def _proposition_fit(left: Claim, right: Claim) -> float:
    """One act of one doer: shared words, each role filled alike, the same or the opposite verb."""
    score = 0.4 * context(left, right)
    for ours, theirs in ((left.subject, right.subject), (left.object, right.object)):
        score += 0.25 if meet(ours, theirs) else 0.1 if not ours or not theirs else -0.1
    act = same_act(left, right) or opposite(left.predicate, right.predicate)
    return max(0.0, min(1.0, score + (0.2 if act else 0.0)))


def _quantity_fit(left: Claim, right: Claim) -> float:
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or paired(a, b) is None:
        return 0.0
    score = 0.3
    if left.attribute == right.attribute:
        score += 0.1 if left.attribute in VAGUE_SLOTS else 0.3
    elif left.attribute in VAGUE_SLOTS or right.attribute in VAGUE_SLOTS:
        score -= 0.05
    else:
        return 0.0
    if a.dimension == "count":
        thing = same_counted(a.head, b.head)
        outcome = left.attribute == right.attribute and left.attribute not in VAGUE_SLOTS
        score += 0.3 * thing if thing else (0.05 if outcome else -0.3)
    if left.scope != right.scope and "running" not in {left.scope, right.scope}:
        score -= 0.15
    if (left.cues.status == "superseded") != (right.cues.status == "superseded"):
        score -= 0.1
    if a.direction != b.direction and a.direction and b.direction:
        score -= 0.2
    return max(0.0, min(1.0, score + 0.3 * context(left, right)))


def judge_statements(left: Analysed, right: Analysed) -> tuple[ClaimVerdict, ...]:
    """Return the verdicts of all claim pairs that fill one slot, best fit first, gravest first among equals.

    Figures are matched one to one: a figure that meets its counterpart is not held against another figure.
    """
    found = [*_matched_quantities(left, right)]
    for a in left.claims:
        for b in right.claims:
            if a.kind != b.kind or a.kind == "quantity":
                continue
            verdict = judge_claims(a, b)
            if verdict.relation != "unrelated":
                found.append(ClaimVerdict(a, b, verdict, round(fit_of(a, b), 4)))
    dated = [replace(v, verdict=overtaken(v, left, right)) for v in found]
    return tuple(sorted(dated, key=lambda v: (-v.fit, GRAVITY[v.verdict.relation], v.left.start, v.right.start)))


def _matched_quantities(left: Analysed, right: Analysed) -> list[ClaimVerdict]:
    ours = [c for c in left.claims if isinstance(c.value, Quantity)]
    theirs = [c for c in right.claims if isinstance(c.value, Quantity)]
    options = []
    for a in ours:
        for b in theirs:
            assert isinstance(a.value, Quantity) and isinstance(b.value, Quantity)
            fit = _quantity_fit(a, b)
            if fit < FIT:
                continue
            exact = a.value.low == b.value.low and a.value.high == b.value.high
            bonus = 0.4 if exact else 0.25 if meets(a.value, b.value) else 0.0
            options.append((-(fit + bonus), a.start, b.start, a.value.start, b.value.start, a, b, fit))
    options.sort(key=lambda o: o[:5])
    used: set[str] = set()
    found = []
    for *_, a, b, fit in options:
        if a.id in used or b.id in used:
            continue
        used |= {a.id, b.id}
        found.append(ClaimVerdict(a, b, judge_claims(a, b), round(fit, 4)))
    return [v for v in found if v.verdict.relation != "unrelated"]


def overtaken(found: ClaimVerdict, left: Analysed, right: Analysed) -> Verdict:
    """Return the verdict, turned to 'update' where the later article gives the higher count of one giver."""
    verdict, a, b = found.verdict, found.left, found.right
    if (
        verdict.relation != "conflict"
        or left.published is None
        or right.published is None
        or a.attribute not in RUNNING
    ):
        return verdict
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return verdict
    days = [str(p)[:10] for p in (left.published, right.published)]
    early, late = (a, b) if days[0] < days[1] else (b, a)
    givers = [{w.lower() for g in c.cues.said_by for w in g.split()} for c in (early, late)]
    same_giver = not givers[0] or not givers[1] or bool(givers[0] & givers[1])
    assert isinstance(early.value, Quantity) and isinstance(late.value, Quantity)
    grew = (late.value.low or 0) > (early.value.low or 0)
    if days[0] == days[1] or not same_giver or not grew or is_bound(early.value) and distance(a.value, b.value) == 0:
        return verdict
    return replace(
        verdict,
        relation="update",
        rule="quantity.later-count",
        reason=verdict.reason.replace("exclude each other", "are counts of different days"),
    )
