"""Likely pairs and the values they give → judged pairs, and the near misses with the reason they were set aside.

Two statements meet in one of two ways: their words make it likely that they speak about one fact, or they fill the
same slot (the number killed, the length of the meeting) – then words only weigh, for two papers may report a toll
in wholly different words.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.alignment import Aligned, probability
from compare.independence import same_words
from compare.judgement.analysed import Analysed
from compare.judgement.quantity import VAGUE_SLOTS
from compare.judgement.statements import ClaimVerdict, judge_statements
from compare.model import Claim, Evidence, Pair, Quantity, SetAside, Verdict
from compare.reading import Reading
from compare.settings import Settings

SLOT_FIT = 0.6  # how well two figures must fit one slot to count as evidence
SLOT_BITS = 9.0  # log2 odds of a perfect fit
NO_WORDS = Evidence("start", "Start: no telling word is shared", -7.0)
SAME_FACT = Verdict("agreement", "statement.same-fact", "Both statements say this, and nothing in them disagrees.")


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
    sides = _sides(reading)
    known = {(a.left, a.right): Candidate(a.left, a.right, a.evidence) for a in aligned}
    for key in _same_slots(reading):
        known.setdefault(key, Candidate(*key, (NO_WORDS,)))
    pairs: list[Pair] = []
    near: list[SetAside] = []
    for key in sorted(known):
        candidate = known[key]
        verdicts = judge_statements(sides[candidate.left], sides[candidate.right])
        found, chance, why = _judge(candidate, verdicts, reading, settings)
        pairs.extend(found)
        if not found and chance >= settings.near_at:
            left, right = (reading.statements[n].id for n in key)
            near.append(SetAside(left, right, chance, why))
    near.sort(key=lambda s: (-s.score, s.left, s.right))
    return tuple(pairs), tuple(near[: settings.most_set_aside])


def _sides(reading: Reading) -> list[Analysed]:
    published = {s.id: s.published.when if s.published else None for s in reading.sources}
    return [
        Analysed(
            (p,),
            reading.claims_of_statement[p.statement.id],
            reading.names.get(p.statement.id, ()),
            published[p.statement.source],
        )
        for p in reading.parsed
    ]


def _same_slots(reading: Reading) -> Iterable[tuple[int, int]]:
    """Return the pairs of statements of different sources that hold figures for one telling slot."""
    number = {s.id: n for n, s in enumerate(reading.statements)}
    slots: dict[str, set[int]] = defaultdict(set)
    for claim in reading.claims:
        if isinstance(claim.value, Quantity) and claim.attribute not in VAGUE_SLOTS and not claim.value.vague:
            slots[str(claim.attribute)].add(number[claim.statement])
    found = {
        (a, b)
        for members in slots.values()
        for a in members
        for b in members
        if a < b and reading.statements[a].source != reading.statements[b].source
    }
    return sorted(found)


def _judge(
    candidate: Candidate, verdicts: Sequence[ClaimVerdict], reading: Reading, settings: Settings
) -> tuple[list[Pair], float, str]:
    """Return the judged pairs of a candidate, its probability, and why it was set aside if it was."""
    figures = [v for v in verdicts if v.left.kind == "quantity" and v.fit >= SLOT_FIT and _telling(v)]
    plain = probability(candidate.odds)
    best = max((probability(candidate.odds + _slot(v).weight) for v in figures), default=plain)
    if max(plain, best) < settings.pair_at:
        return [], max(plain, best), "The words they share are too few or too common."
    if figures:
        found = [_pair(candidate, v, reading, _slot(v)) for v in figures]
        return [p for p in found if p.score >= settings.pair_at], best, ""
    if plain < settings.pair_at:
        return [], plain, "The words they share are too few or too common."
    told = _telling_verdict(verdicts)
    if told is None:
        left, right = (_main_claim(reading, n) for n in (candidate.left, candidate.right))
        if left is None or right is None:
            return [], plain, "One of the statements makes no claim."
        told = ClaimVerdict(left, right, SAME_FACT, 0.0)
    return [_pair(candidate, told, reading, None)], plain, ""


def _telling(found: ClaimVerdict) -> bool:
    return found.left.attribute not in VAGUE_SLOTS and found.right.attribute not in VAGUE_SLOTS


def _slot(found: ClaimVerdict) -> Evidence:
    return Evidence("slot", f"Both give a figure for: {found.left.attribute}", round(SLOT_BITS * found.fit, 4))


def _telling_verdict(verdicts: Sequence[ClaimVerdict]) -> ClaimVerdict | None:
    return verdicts[0] if verdicts else None


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
