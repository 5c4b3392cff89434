"""Two statements → the verdicts of their claims, best matched first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from compare.judgement.acts import opposite_acts, same_act
from compare.judgement.amounts import FALLING, kindred
from compare.judgement.analysed import Analysed
from compare.judgement.order import judge_claims
from compare.judgement.quantity import RUNNING, VAGUE_SLOTS, judge_exclusive
from compare.judgement.sums import inside, sums
from compare.matching.closeness import context, meet, same_counted, same_giver, same_head
from compare.model import Claim, Quantity, Verdict
from compare.sources.publication import day_of
from compare.values.measures import distance, is_bound, meets, near, paired
from compare.values.wording import describe

# rules that look at who and what closely enough to need no shared words beside
TELLING = frozenset(
    {
        "proposition.roles-swapped",
        "proposition.other-holder",
        "proposition.none-exists",
        "place.to-and-from",
        "quotation.two-speakers",
    }
)
# rules whose "unrelated" says something of the whole pair
DECISIVE = frozenset({"quantity.market-reading", "quantity.other-place"})
GRAVITY = {"conflict": 0, "update": 1, "difference": 2, "agreement": 3, "unrelated": 4}
ANCHORED = 0.15  # added where another figure of the same two clauses is the same on both sides
FIT = 0.45  # how well two claims must fit one slot to be compared
DAYS_LATER = timedelta(days=2)  # after so long a higher toll has grown, whoever gives it


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """What the rules say of one claim of each statement."""

    left: Claim
    right: Claim
    verdict: Verdict
    fit: float  # how surely both fill one slot, 0 to 1


def _same_plan(left: Claim, right: Claim, verdict: Verdict) -> float:
    """A plan and its outcome differ in what is said beside them: the same doer and act are enough."""
    if verdict.rule != "proposition.expected-and-done" or not same_act(left, right) or not same_head(left, right):
        return 0.0
    return 0.65 if context(left, right) >= 0.3 else 0.0


def _other_time(left: Claim, right: Claim, verdict: Verdict) -> bool:
    """Tell 'the launch is on Friday' beside 'the launch is in a week': one thing, two times, and no words beside."""
    same = left.predicate == right.predicate and bool(left.subject and right.subject) and same_head(left, right)
    return verdict.rule == "moment.exclude" and same


def _proposition_fit(left: Claim, right: Claim) -> float:
    """Return how surely two claims tell one act of one doer: shared words, roles alike, one verb or its opposite."""
    score = 0.4 * context(left, right)
    for ours, theirs in ((left.subject, right.subject), (left.object, right.object)):
        score += 0.25 if meet(ours, theirs) else 0.1 if not ours or not theirs else -0.1
    act = same_act(left, right) or opposite_acts(left, right)
    return max(0.0, min(1.0, score + (0.2 if act else 0.0)))


def _quantity_fit(left: Claim, right: Claim) -> float:
    """Return how surely two figures fill one slot, 0 to 1, from what they are about, not from their values."""
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or paired(a, b) is None:
        return 0.0
    score = 0.3
    if left.attribute == right.attribute:
        score += 0.1 if left.attribute in VAGUE_SLOTS else 0.3
    elif left.attribute in VAGUE_SLOTS or right.attribute in VAGUE_SLOTS:
        score -= 0.05
    elif kindred(left.attribute, right.attribute):
        score += 0.15
    else:
        return 0.0
    if a.dimension == "count":
        thing = same_counted(a.head, b.head)
        outcome = left.attribute == right.attribute and left.attribute not in VAGUE_SLOTS
        if not outcome and (a.head is None) != (b.head is None):
            thing = 0.2  # a bare number may count anything
        score += 0.3 * thing if thing else (0.05 if outcome else -0.3)
    if left.scope != right.scope and "running" not in {left.scope, right.scope}:
        score -= 0.15
    if left.scope == right.scope == "other":
        score -= 0.15  # each may reach back to another day
    if (left.cues.status == "superseded") != (right.cues.status == "superseded"):
        score -= 0.1
    if a.direction != b.direction and a.direction and b.direction:
        score -= 0.2
    if left.subject and right.subject:
        if left.attribute in VAGUE_SLOTS and not meet(left.subject, right.subject):
            score -= 0.1
        if left.attribute == a.dimension and a.dimension != "duration" and not same_head(left, right):
            score -= 0.3  # the height of one thing is not that of another
    return max(0.0, min(1.0, score + 0.3 * context(left, right)))


def all_verdicts(left: Analysed, right: Analysed) -> tuple[ClaimVerdict, ...]:
    """Return the verdicts of all claim pairs that fill one slot, best fit first, gravest first among equals.

    Figures are matched one to one: a figure that meets its counterpart is not held against another figure.
    """
    found = [*_matched_quantities(left, right)]
    for a in left.claims:
        for b in right.claims:
            if a.kind != b.kind or a.kind in ("quantity", "state", "unknown"):
                continue
            verdict = judge_claims(a, b)
            if verdict.relation != "unrelated":
                told = 0.75 if verdict.rule in TELLING else 0.6 if _other_time(a, b, verdict) else 0.0
                fit = max(_proposition_fit(a, b), told, _same_plan(a, b, verdict))
                found.append(ClaimVerdict(a, b, verdict, round(fit, 4)))
    found = [v for v in found if not _matched_elsewhere(v, found)]
    dated = [replace(v, verdict=overtaken(v, left, right)) for v in found]
    return tuple(sorted(dated, key=lambda v: (-v.fit, GRAVITY[v.verdict.relation], v.left.start, v.right.start)))


def _matched_elsewhere(found: ClaimVerdict, others: list[ClaimVerdict]) -> bool:
    """Tell whether a clash of dates is idle because one of them has its counterpart: 'in 1976' beside '1979 … 1979'."""
    if found.verdict.relation != "conflict" or found.left.kind != "moment":
        return False
    return any(
        o.verdict.rule == "moment.same" and (o.left.id == found.left.id or o.right.id == found.right.id) for o in others
    )


def _matched_quantities(left: Analysed, right: Analysed) -> list[ClaimVerdict]:
    """Match figures one to one: those that meet first, then parts with their sum, then what is left by fit alone."""
    ours = [c for c in left.claims if isinstance(c.value, Quantity)]
    theirs = [c for c in right.claims if isinstance(c.value, Quantity)]
    meeting = _greedy(ours, theirs, _met_fit)
    used = {x.id for v in meeting for x in (v.left, v.right)}
    shared = {x.id for v in meeting for x, y in ((v.left, v.right), (v.right, v.left)) if y.scope == "part"}
    within = {c.id for side in (left, right) for c in side.claims if inside(c, side)}
    added = list(_sums(ours, theirs, used, shared, within))
    anchors = {(v.left.start, v.right.start) for v in meeting if v.verdict.relation in {"agreement", "difference"}}

    def rest_fit(a: Claim, b: Claim) -> float:
        return _quantity_fit(a, b) + (ANCHORED if (a.start, b.start) in anchors else 0.0)

    rest = _greedy([c for c in ours if c.id not in used], [c for c in theirs if c.id not in used], rest_fit)
    return [v for v in (*meeting, *added, *rest) if v.verdict.relation != "unrelated" or v.verdict.rule in DECISIVE]


def _met_fit(left: Claim, right: Claim) -> float:
    """Return the fit of two figures that meet, the same numeral first; 0 where they do not meet."""
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or not (meets(a, b) or near(a, b)):
        return 0.0
    if is_bound(a) and is_bound(b) and distance(a, b) > 0:
        return 0.0  # 'at least 10' and 'at least 12' can both be true and still are two counts
    same = a.low == b.low and a.high == b.high
    fit = _quantity_fit(left, right)
    return min(1.0, fit + (0.1 if same else 0.0)) if fit else 0.0


def _greedy(ours: list[Claim], theirs: list[Claim], fit_of_two: Callable[[Claim, Claim], float]) -> list[ClaimVerdict]:
    options = []
    for a in ours:
        for b in theirs:
            fit = min(1.0, fit_of_two(a, b))
            if fit >= FIT and a.value is not None and b.value is not None:
                options.append(((-fit, a.value.start, b.value.start), a, b, fit))
    options.sort(key=lambda o: o[0])
    used: set[str] = set()
    found = []
    for _, a, b, fit in options:
        if a.id in used or b.id in used:
            continue
        used |= {a.id, b.id}
        found.append(ClaimVerdict(a, b, judge_claims(a, b), round(fit, 4)))
    return found


def _sums(
    ours: list[Claim], theirs: list[Claim], used: set[str], shared: set[str], within: set[str]
) -> Iterator[ClaimVerdict]:
    """Yield the sums of figures that met no other (or only a part of the whole: ``shared``); ``used`` grows."""
    for turned, wholes, parts in ((False, ours, theirs), (True, theirs, ours)):
        free = [p for p in parts if p.id not in used or p.id in shared]
        for whole, chosen, verdict in sums([w for w in wholes if w.id not in used], free, within):
            if (used - shared) & {whole.id, *(p.id for p in chosen)}:
                continue
            used |= {whole.id, *(p.id for p in chosen)}
            named = replace(verdict, rule="quantity.sum")
            if turned:
                named = replace(named, left_words=named.right_words, right_words=named.left_words)
                yield ClaimVerdict(chosen[0], whole, named, 0.8)
            else:
                yield ClaimVerdict(whole, chosen[0], named, 0.8)


def _hours(left: date | datetime, right: date | datetime) -> tuple[str, str]:
    """Return when two articles appeared, to the hour where both give one in the same manner, else to the day."""
    if isinstance(left, datetime) and isinstance(right, datetime) and (left.tzinfo is None) == (right.tzinfo is None):
        one, other = ((w.astimezone(UTC) if w.tzinfo else w).isoformat()[:13] for w in (left, right))
        return one, other
    return str(left)[:10], str(right)[:10]


def _at_once(verdict: Verdict, left: Claim, right: Claim, hours: tuple[str, str], grew: bool) -> Verdict:
    """Return 'conflict' for two bounds that time does not explain: two givers at one time, or a later lower one."""
    if verdict.rule != "quantity.rising-bounds" or (hours[0] != hours[1] and grew):
        return verdict
    if hours[0] == hours[1] and same_giver(left, right):
        return verdict
    return replace(judge_exclusive(left, right), rule="quantity.values-exclude")


def overtaken(found: ClaimVerdict, left: Analysed, right: Analysed) -> Verdict:
    """Return the verdict, turned to 'update' where the later article gives the higher count of one giver.

    Of those who are missing it may be the lower: they are found as time goes by.
    """
    verdict, a, b = found.verdict, found.left, found.right
    if verdict.relation not in {"conflict", "update"} or left.published is None or right.published is None:
        return verdict
    if a.attribute not in RUNNING or not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return verdict
    hours = _hours(left.published, right.published)
    early, late = (a.value, b.value) if hours[0] < hours[1] else (b.value, a.value)
    grew = (late.low or 0) > (early.low or 0)
    if verdict.relation == "update":
        return _at_once(verdict, a, b, hours, grew)
    # 'at least 12' leaves room for 19 next day; after days no giver still stands by the first count
    passed = abs(day_of(left.published) - day_of(right.published)) >= DAYS_LATER
    explained = same_giver(a, b) or verdict.rule == "quantity.grown-count" or passed
    if hours[0] == hours[1] or not explained or not (grew or {a.attribute, b.attribute} <= FALLING):
        return verdict
    which = "higher" if grew else "lower"
    reason = f"The later article gives the {which} count: {describe(early)}, then {describe(late)}."
    return replace(verdict, relation="update", rule="quantity.later-count", reason=reason)
