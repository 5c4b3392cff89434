"""All that may be a discrepancy between two statements, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from compare.claims.same_time import same_time
from compare.judgement import address, age, kind, name, plan, state, unknown
from compare.judgement.amounts import FALLING, RUNNING, VAGUE_SLOTS
from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told, order_of, over_before
from compare.judgement.contrast import contrasted
from compare.judgement.contrast_claims import contrast_clash, explains, old_value, one_value
from compare.judgement.exclusion import other_reach
from compare.judgement.order import judge_claims
from compare.judgement.quantity import judge_exclusive
from compare.judgement.rules import quote
from compare.judgement.statements import ClaimVerdict, all_verdicts, overtaken
from compare.judgement.sums import further, inside, sums
from compare.judgement.unnamed import surely_two
from compare.language.en.periods import DEFINED, PARTS_OF_PEOPLE, PEOPLE, REACHES
from compare.language.en.saying import SAYING
from compare.matching.closeness import context, meet, same_counted
from compare.model import Claim, Moment, Quantity, Verdict
from compare.values.measures import distance, is_bound, meets, near, paired, same_figures

CLASHING = frozenset({"conflict", "update"})
LEAST_FIT = 0.25  # two figures that fit one slot less are of different things
LEFT_BEHIND = Fraction(1, 10)  # 'at least 56' beside 85 dead
SHARES = frozenset({"percent", "per", "cent", "%"})  # of a share's subject what is no whole
FARTHEST = 3.0  # shares of the larger figure; two that are farther apart are no farther


def clashes(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:
    """Yield every clash of two statements, of whatever kind."""
    if left.letters == right.letters and same_figures(_amounts(left), _amounts(right)):
        return
    verdicts = all_verdicts(left, right)
    contrast = contrasted(left, right)
    for found in _clashes(left, right, told, verdicts):
        if contrast is None or not explains(contrast, found):
            yield found
    whole = [contrast_clash(left, right, contrast)] if contrast is not None and contrast.relation in CLASHING else []
    for found in (*whole, *one_value(left, right, verdicts)):
        if not age.of_two(found, left, right, told):
            yield found
    yield from old_value(left, right, verdicts)


def _clashes(left: Analysed, right: Analysed, told: Told, verdicts: tuple[ClaimVerdict, ...]) -> Iterator[Clash]:
    for find in KINDS:
        yield from find(left, right, told)
    if not of_other_kind(left, right):
        yield from _figures(left, right, told, verdicts)
    for found in verdicts:
        if found.verdict.rule == "proposition.expected-and-done":
            continue  # ``plan`` looks closer
        if found.left.kind == "proposition" and surely_two(left, found.left, right, found.right):
            continue
        if found.verdict.relation in CLASHING and found.left.kind in {"proposition", "quotation", "place"}:
            yield Clash(found.left.kind, found.left, found.right, found.verdict, found.fit)


def of_other_kind(left: Analysed, right: Analysed) -> bool:
    """Tell whether two statements speak of two things measured: gross and net, men and women, urban and rural."""
    return other_reach(left, right, DEFINED) is not None or other_reach(left, right, REACHES) is not None


def _amounts(side: Analysed) -> list[Quantity]:
    return [c.value for c in side.claims if isinstance(c.value, Quantity)]


def _figures(left: Analysed, right: Analysed, told: Told, verdicts: tuple[ClaimVerdict, ...]) -> Iterator[Clash]:
    """Yield the figures that differ: every one of a statement, wherever it stands in it, whatever else agrees."""
    summed = {*_summed(left, right), *_summed(right, left)}
    by_rule = {(v.left.id, v.right.id): v.verdict for v in verdicts if v.left.kind == "quantity"}
    ours, theirs = ([c for c in s.claims if isinstance(c.value, Quantity)] for s in (left, right))
    for a in ours:
        for b in theirs:
            both = _comparable(a, b)
            if both is None or _one_value(*both) or _part_of_people(*both) or {a.id, b.id} & summed:
                continue
            fit = _slot_fit(a, b, *both)
            # a report that recalls what had been expected has not met the expectation
            # one that tells what was before and what is now has the new value: 'rose from 12 to 19', 'is 19'
            beside = (
                [c for c in theirs if b.cues.status in {c.cues.status, "superseded"}],
                [c for c in ours if a.cues.status in {c.cues.status, "superseded"}],
            )
            if fit < LEAST_FIT or _met_elsewhere(a, beside[0]) or _met_elsewhere(b, beside[1]):
                continue
            verdict = by_rule.get((a.id, b.id)) or judge_claims(a, b)
            if verdict.relation not in CLASHING:
                plain = replace(judge_exclusive(a, b), rule="quantity.values-exclude")
                verdict = overtaken(ClaimVerdict(a, b, plain, fit), left, right)
            if meets(*both):
                verdict = replace(verdict, relation="update", rule="quantity.count-went-on")
            rule = verdict.rule
            known = _given(a, b.source, told) or _given(b, a.source, told)
            kind = _kind(a, verdict, both[0])
            if kind == "outcome" and any(
                c.cues.status == "reported" and over_before(c, side) for c, side in ((a, right), (b, left))
            ):
                continue
            named = Verdict(
                verdict.relation, rule, verdict.reason, verdict.left_words, verdict.right_words, verdict.gap
            )
            grows = (both[0].low or 0) < (both[1].low or 0)
            order = order_of(left, right) * (1 if grows else -1)
            if a.attribute in FALLING and verdict.rule == "quantity.later-count":
                order = 1  # fewer are missing later
            yield Clash(kind, a, b, named, fit, order, float(known), _traits(a, b, *both))


def _summed(wholes: Analysed, parts: Analysed) -> Iterator[str]:
    """Yield the ids of figures that add up and of their sum: 'three died, two more' beside 'five died'.

    Not where one of them is an earlier count: the sum has overtaken it.
    """
    within = {c.id for c in parts.claims if inside(c, parts)}
    for whole, chosen, _ in sums(wholes.claims, parts.claims, within):
        early = any(c.cues.status == "superseded" or c.scope == "running" for c in (*chosen, whole))
        if not early and any(further(c, parts) for c in chosen):
            yield from (whole.id, *(c.id for c in chosen))


def _kind(claim: Claim, verdict: Verdict, amount: Quantity) -> str:
    """Return the kind of a clash of figures: a plan and its outcome, a toll, else what is measured."""
    if verdict.rule == "quantity.planned-and-done" and amount.dimension != "count":
        return "outcome"
    return "toll" if claim.attribute in RUNNING else amount.dimension.split(" per ")[0]


def _one_value(a: Quantity, b: Quantity) -> bool:
    """Tell whether two amounts may be one; 'at least 56' is an older count where the other leaves it far behind."""
    left_behind = is_bound(a) != is_bound(b) and None in {a.high, b.high} and distance(a, b) > LEFT_BEHIND
    return near(a, b) or (meets(a, b) and not left_behind)


def _comparable(left: Claim, right: Claim) -> tuple[Quantity, Quantity] | None:
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.vague or b.vague:
        return None
    if "age" in {left.attribute, right.attribute, a.dimension, b.dimension} or a.dimension == "ordinal":
        return None
    return paired(a, b)


def _slot_fit(left: Claim, right: Claim, a: Quantity, b: Quantity) -> float:
    """Return how well two figures fill one slot, 0 to 1: the thing counted, what became of it, the clause around."""
    thing = same_counted(a.head, b.head) if a.dimension == "count" else 0.5
    bare = a.dimension == "count" and (a.head is None or b.head is None)
    outcome = left.attribute == right.attribute and left.attribute not in VAGUE_SLOTS
    if not outcome and (not thing or bare or left.attribute != right.attribute):
        return 0.0
    if left.attribute == right.attribute == "share" and two_wholes(left, right):
        return 0.0
    score = 0.25 * thing + (0.3 if outcome else 0.0) + 0.25 * context(left, right)
    score += 0.1 * (left.predicate is not None and left.predicate == right.predicate)
    score += 0.1 * meet(left.subject, right.subject)
    return score - (0.2 if left.scope != right.scope else 0.0)


def two_wholes(left: Claim, right: Claim) -> bool:
    """Tell whether two shares are of two things: '91 % of the tram crews', '78 % of the teachers'."""
    ours, theirs = (set(c.subject) - SHARES for c in (left, right))
    return bool(ours and theirs) and not meet(ours, theirs)


def _traits(left: Claim, right: Claim, a: Quantity, b: Quantity) -> dict[str, float]:
    """Return what tells two figures of one slot from a part and its whole, a longer count, another doer’s."""
    return {
        "part": float((left.scope == "part") != (right.scope == "part")),
        "longer": float((left.scope == "other") != (right.scope == "other")),
        "apart": min(float(distance(a, b)), FARTHEST),
        "doers": float(bool(left.subject and right.subject) and not meet(left.subject, right.subject)),
    }


def _part_of_people(a: Quantity, b: Quantity) -> bool:
    """Tell whether the smaller figure is of children or women, the larger of people."""
    small, large = (a, b) if (a.low or 0) < (b.low or 0) else (b, a)
    return small.head in PARTS_OF_PEOPLE and large.head in PEOPLE


def _met_elsewhere(claim: Claim, others: list[Claim]) -> bool:
    """Tell whether a figure has its like on the other side, so that it clashes with nothing there."""
    for other in others:
        both = _comparable(claim, other)
        if both is not None and _one_value(*both):
            return True
    return False


def _given(claim: Claim, source: str, told: Told) -> bool:
    value = claim.value
    return isinstance(value, Quantity) and (value.low, value.high) in told.figures.get((source, claim.attribute), ())


def _times(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:  # noqa: ARG001  # one form for all kinds
    """Yield times that exclude each other, given for one act; when somebody spoke is no time of what they tell."""
    ours, theirs = (
        [
            c
            for c in s.claims
            if isinstance(c.value, Moment) and c.attribute not in {"bound", "named"} and c.predicate not in SAYING
        ]
        for s in (left, right)
    )
    for a in ours:
        for b in theirs:
            if (
                not isinstance(a.value, Moment)
                or not isinstance(b.value, Moment)
                or same_time(a.value, b.value) is not False
            ):
                continue
            if (
                a.value.text == b.value.text
                or any(_at_once(a, other) for other in theirs)
                or any(_at_once(b, other) for other in ours)
            ):
                continue
            fit = 0.5 * context(a, b) + 0.25 * (a.predicate == b.predicate) + 0.25 * meet(a.subject, b.subject)
            reason = f"One says {quote(a.value.text)}, the other {quote(b.value.text)}."
            kind = "hour" if a.value.hour is not None and b.value.hour is not None else "time"
            yield Clash(
                kind, a, b, Verdict("conflict", "moment.exclude", reason, (a.value.text,), (b.value.text,)), fit
            )


def _at_once(left: Claim, right: Claim) -> bool:
    a, b = left.value, right.value
    return isinstance(a, Moment) and isinstance(b, Moment) and same_time(a, b) is True


KINDS: tuple[Callable[[Analysed, Analysed, Told], Iterator[Clash]], ...] = (
    state.clashes,
    unknown.clashes,
    name.clashes,
    age.clashes,
    kind.clashes,
    address.clashes,
    plan.clashes,
    _times,
)
