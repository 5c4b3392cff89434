"""Likely pairs and the values they give → judged pairs, and the near misses with the reason they were set aside.

Two statements meet in one of two ways: their words make it likely that they speak about one fact, or they fill the
same slot (the number killed, the length of the meeting) – then words only weigh, for two papers may report a toll
in wholly different words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from compare.claims.reading import Reading
from compare.facts.independence import same_words
from compare.judgement.analysed import Analysed
from compare.judgement.called_off import called_off
from compare.judgement.case_stages import case_decided
from compare.judgement.quantity import RUNNING
from compare.judgement.statements import GRAVITY, ClaimVerdict, judge_statements
from compare.matching.alignment import Aligned, probability
from compare.matching.events import apart
from compare.matching.happenings import Scene, scene_of
from compare.matching.headlines import loosened
from compare.matching.labels_and_times import quoted, timed
from compare.matching.objections import denied, names_alone, unlike_counts, unlike_figures
from compare.matching.offices_left import office_left
from compare.matching.slot_mates import UNTELLING, same_slots
from compare.model import Claim, Evidence, Pair, Quantity, SetAside, Verdict
from compare.settings import Settings
from compare.values.measures import distance
from compare.values.wording import describe, gap

SLOT_FIT = 0.6  # how well two figures must fit one slot to count as evidence
WELL_FITTING = 0.75  # how well two claims must fit one slot for their verdict to come before an agreement
GRAVE_AT = 0.8  # probability from which words alone carry a conflict; below, two things are likelier
SURE_AT = 0.95  # … and a conflict of bare propositions or of times, which a parse easily gets wrong
LEFT_BEHIND = Fraction(1, 10)  # 'at least 56' beside 85 dead: the older count, not a bound that still tells something
TOLL_BITS = 11.0  # log2 odds of a perfect fit of two tolls of one event …
QUOTE_BITS = 9.0  # … of two quoted words for one person or thing …
SLOT_BITS = 8.0  # … and of two other figures for one slot
NO_WORDS = Evidence("start", "Start: no telling word is shared", -7.0)
TOO_COMMON = "The words they share are too few or too common."
SAME_FACT = Verdict("agreement", "statement.same-fact", "Both statements tell this; nothing compared in them differs.")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements, by number, with what speaks for their being about one fact before their values are judged."""

    left: int
    right: int
    evidence: tuple[Evidence, ...]

    @property
    def odds(self) -> float:
        """Sum of the evidence, log2 odds."""
        return sum(e.weight for e in self.evidence)


def judged_pairs(
    reading: Reading, aligned: Sequence[Aligned], settings: Settings
) -> tuple[tuple[Pair, ...], tuple[SetAside, ...]]:
    """Return the pairs at or above ``settings.pair_at``, judged, and the nearest below it."""
    bench = Bench(reading, scene_of(reading), _sides(reading), settings)
    known = {(a.left, a.right): Candidate(a.left, a.right, a.evidence) for a in aligned}
    for key in same_slots(reading):
        known.setdefault(key, Candidate(*key, (NO_WORDS,)))
    pairs: list[Pair] = []
    near: list[SetAside] = []
    for key in sorted(known):
        found, chance, why = _judge(known[key], bench)
        pairs.extend(found)
        if not found and chance >= settings.near_at:
            left, right = (reading.statements[n].id for n in key)
            near.append(SetAside(left, right, chance, why))
    near.sort(key=lambda s: (-s.score, s.left, s.right))
    return tuple(pairs), tuple(near[: settings.most_set_aside])


@dataclass(frozen=True, slots=True)
class Bench:
    """What every pair is judged with."""

    reading: Reading
    scene: Scene
    sides: Sequence[Analysed]
    settings: Settings


def _sides(reading: Reading) -> list[Analysed]:
    published = {s.id: s.published.when if s.published else None for s in reading.sources}
    headlines = loosened(reading)
    return [
        Analysed(
            (p,),
            _current([headlines.get(c.id, c) for c in reading.claims_of_statement[p.statement.id]]),
            reading.names.get(p.statement.id, ()),
            published[p.statement.source],
        )
        for p in reading.parsed
    ]


def _current(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Leave out the figures that a statement itself sets against the one it reports: the promised, the earlier."""
    holding = {_slot_key(c) for c in claims if c.kind == "quantity" and c.cues.status == "reported"}
    return tuple(
        c for c in claims if c.kind != "quantity" or c.cues.status == "reported" or _slot_key(c) not in holding
    )


def _slot_key(claim: Claim) -> tuple[str | None, str | None]:
    value = claim.value
    return claim.attribute, value.dimension if isinstance(value, Quantity) else None


def _judge(candidate: Candidate, bench: Bench) -> tuple[list[Pair], float, str]:
    """Return the judged pairs of a candidate, its probability, and why it was set aside if it was."""
    plain = probability(candidate.odds)
    verdicts, why = _kept(candidate, bench, plain)
    figures = [v for v in verdicts if v.fit >= SLOT_FIT and _telling(v)]
    figures += quoted(*(bench.sides[n] for n in (candidate.left, candidate.right)))
    best = max((probability(candidate.odds + _slot(v).weight) for v in figures), default=plain)
    if best < bench.settings.pair_at:
        return [], best, why or TOO_COMMON
    if figures:
        found = [_pair(candidate, v, bench.reading, _slot(v)) for v in figures]
        return [p for p in found if p.score >= bench.settings.pair_at], best, why
    if plain < bench.settings.pair_at:
        return [], best, why or TOO_COMMON
    sides = bench.sides[candidate.left], bench.sides[candidate.right]
    gone = office_left(*sides) or called_off(*sides) or case_decided(*sides)
    thin = (names_alone(*sides) if plain < SURE_AT else None) or unlike_counts(*sides)
    if gone is not None or verdicts:
        chosen = gone or _weightiest(verdicts)
        why = unlike_figures(chosen, *sides) or (thin if _by_words_alone(chosen) else None) or ""
        return ([] if why else [_pair(candidate, chosen, bench.reading, None)]), plain, why
    left, right = (_main_claim(bench.reading, n) for n in (candidate.left, candidate.right))
    if left is None or right is None:
        return [], plain, "One of the statements makes no claim."
    why = why or apart(left, right, bench.scene) or denied(*sides) or _rival_figures(candidate, bench) or thin or ""
    if why:
        return [], plain, why
    return [_pair(candidate, ClaimVerdict(left, right, SAME_FACT, 0.0), bench.reading, None)], plain, ""


def _by_words_alone(found: ClaimVerdict) -> bool:
    """Tell whether an agreement rests on no figure and no quotation."""
    return found.verdict.relation == "agreement" and found.left.kind not in ("quantity", "quotation")


def _weightiest(verdicts: Sequence[ClaimVerdict]) -> ClaimVerdict:
    """Return the gravest of the verdicts that fit well, else the one that fits best.

    That both say 'on Thursday' must not hide that one says six years and the other seven.
    """
    fitting = [v for v in verdicts if v.fit >= WELL_FITTING]
    return min(fitting, key=lambda v: (GRAVITY[v.verdict.relation], -v.fit)) if fitting else verdicts[0]


def _kept(candidate: Candidate, bench: Bench, plain: float) -> tuple[list[ClaimVerdict], str]:
    """Return the verdicts that hold within this set of articles, and why the first of the others does not."""
    kept, why, other_figure = [], "", False
    for found in judge_statements(bench.sides[candidate.left], bench.sides[candidate.right]):
        reason = apart(found.left, found.right, bench.scene)
        settled = timed(_settled(found, bench.scene), *(bench.sides[n] for n in (candidate.left, candidate.right)))
        if reason is None and settled.verdict.relation == "conflict" and plain < _needed(settled):
            reason = "They would conflict, but are more likely about two things."
        if reason is None:
            kept.append(settled)
        elif found.left.kind == "quantity" or settled.verdict.relation != "agreement":
            why = why or reason
        other_figure |= reason is not None and _telling(found) and found.verdict.relation in ("conflict", "update")
    if other_figure:  # another toll on another day is another happening, and no clash of days
        kept = [v for v in kept if not (v.verdict.relation == "conflict" and v.verdict.rule.startswith("moment."))]
    return kept, why


def _settled(found: ClaimVerdict, scene: Scene) -> ClaimVerdict:
    """Return a verdict as it stands within one event: a plan that came true agrees, an overtaken bound is an update."""
    verdict, left, right = found.verdict, found.left, found.right
    if verdict.rule == "proposition.expected-and-done":
        return replace(found, verdict=replace(verdict, relation="agreement", rule="proposition.as-expected"))
    if left.kind == "quantity" and scene.of_claim[left.id].background:
        if verdict.relation in ("agreement", "difference"):
            return found
        return replace(found, verdict=replace(verdict, relation="difference", rule="quantity.long-history"))
    if verdict.relation in ("agreement", "difference") and left.attribute in RUNNING and right.attribute in RUNNING:
        a, b = left.value, right.value
        if isinstance(a, Quantity) and isinstance(b, Quantity) and not (a.vague or b.vague):
            bounds = [q for q in (a, b) if (q.low is None) != (q.high is None)]
            if bounds and distance(a, b) > LEFT_BEHIND:
                reason = f"One says {describe(a)}, the other {describe(b)}: the count went on."
                changed = replace(
                    verdict, relation="update", rule="quantity.count-went-on", reason=reason, gap=gap(a, b)
                )
                return replace(found, verdict=changed)
    return found


def _rival_figures(candidate: Candidate, bench: Bench) -> str | None:
    """Tell whether both give figures for one slot that cannot be compared: then they speak of different things."""
    slots = [
        {c.attribute for c in bench.sides[n].claims if c.kind == "quantity" and c.attribute not in UNTELLING}
        for n in (candidate.left, candidate.right)
    ]
    return "Their figures count different things." if slots[0] & slots[1] else None


def _needed(found: ClaimVerdict) -> float:
    """Return the probability, from words alone, that a conflict needs."""
    if _telling(found):
        return 0.0
    return SURE_AT if found.verdict.rule.startswith(("proposition.", "moment.")) else GRAVE_AT


def _telling(found: ClaimVerdict) -> bool:
    return (
        found.left.kind == "quantity"
        and found.right.kind == "quantity"
        and found.left.attribute not in UNTELLING
        and found.right.attribute not in UNTELLING
    )


def _slot(found: ClaimVerdict) -> Evidence:
    if found.left.kind == "quotation":
        return Evidence("slot", "Both put a word for the same one in quotation marks", round(QUOTE_BITS * found.fit, 4))
    bits = TOLL_BITS if found.left.attribute in RUNNING else SLOT_BITS
    return Evidence("slot", f"Both give a figure for: {found.left.attribute}", round(bits * found.fit, 4))


def _main_claim(reading: Reading, number: int) -> Claim | None:
    claims = reading.claims_of_statement[reading.statements[number].id]
    bare = [c for c in claims if c.kind == "proposition"]
    return max(bare or claims, key=lambda c: (c.end - c.start, -c.start), default=None)


def _pair(candidate: Candidate, found: ClaimVerdict, reading: Reading, slot: Evidence | None) -> Pair:
    left, right = reading.statements[candidate.left], reading.statements[candidate.right]
    pieces = (*candidate.evidence, *(() if slot is None else (slot,)))
    relation = found.verdict.relation
    if relation == "unrelated":  # judge_statements returns none of these; the type of Pair says so too
        raise ValueError(f"an unrelated verdict cannot make a pair: {found.verdict.rule}")
    return Pair(
        left=left.id,
        right=right.id,
        relation=relation,
        score=probability(math.fsum(e.weight for e in pieces)),
        verdict=found.verdict,
        evidence=pieces,
        left_claim=found.left.id,
        right_claim=found.right.id,
        copy=same_words(left.text, right.text),
    )
