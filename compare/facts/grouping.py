"""Judged pairs → facts: one question and the answers that the sources give.

Only pairs that were judged join answers; no pair is added by transitivity (it costs precision: A like B and
B like C does not make A like C).  Two groups of claims merge where most of the pairs between them exist.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from compare.claims.reading import Reading
from compare.facts.copies import mirrored
from compare.facts.independence import independent, representatives, voice
from compare.facts.questions import question_of, supported_wording, value_words
from compare.judgement.amounts import UNTELLING
from compare.model import Answer, Claim, Fact, Origin, Pair, Quantity, Relation, Statement
from compare.values.intervals import base_of, interval_of, same_dimension
from compare.values.wording import describe

MERGE_AT = 0.34  # share of the pairs between two groups that must exist before they become one fact
GRAVITY: tuple[Relation, ...] = ("conflict", "update", "difference", "agreement")
HIGH_KINDS = frozenset({"killed", "wounded", "missing", "arrested", "duration", "quotation"})


@dataclass(frozen=True, slots=True)
class Material:
    """What the facts are made from."""

    reading: Reading
    origins: Sequence[Origin]
    twins: Mapping[str, str]  # statement of a copy → the statement of the original with the same words

    @property
    def statements(self) -> Mapping[str, Statement]:
        """Statement id → statement."""
        return self.reading.by_id

    @property
    def claims(self) -> Mapping[str, Claim]:
        """Claim id → claim."""
        return self.reading.claims_by_id


def gather(pairs: Sequence[Pair], material: Material) -> tuple[Fact, ...]:
    """Return the facts, gravest first; every pair belongs to exactly one.

    The pairs are gathered first and the copies' pairs added to each fact then, so that a copy makes no fact and
    parts none.
    """
    groups: list[list[Pair]] = []
    given: set[tuple[str, str]] = set()  # one claim may stand in two facts; it and its copy are paired in the first
    for group in _groups(pairs, material.claims):
        whole = mirrored(group, material.twins, material.reading)
        groups.append([p for p in whole if (p.left_claim, p.right_claim) not in given])
        given |= {(p.left_claim, p.right_claim) for p in whole}
    order = {s.id: i for i, s in enumerate(material.reading.sources)}
    facts = [_fact(group, material, order) for group in groups]
    rank = {"high": 0, "medium": 1, "low": 2}
    return tuple(sorted(facts, key=lambda f: (GRAVITY.index(f.relation), rank[f.severity], -f.sources, f.key)))


def _node(claim: Claim) -> str:
    """Return what stands for a claim when facts are gathered: a figure by itself, anything else by its statement."""
    return claim.id if claim.kind in ("quantity", "quotation") else claim.statement


def _one_slot(left: Claim, right: Claim) -> bool:
    """Tell whether two figures answer one question in so many words: then they belong to one fact."""
    return left.kind == right.kind == "quantity" and left.attribute == right.attribute not in UNTELLING


def _groups(pairs: Sequence[Pair], claims: Mapping[str, Claim]) -> list[list[Pair]]:
    """Return the pairs in groups: figures for one slot together, all else by average link, the surest pairs first.

    (Sokal & Michener, 1958.)
    """
    ordered = sorted(pairs, key=lambda p: (-p.score, p.left_claim, p.right_claim))
    ends = [(_node(claims[p.left_claim]), _node(claims[p.right_claim])) for p in ordered]
    links = {frozenset(e) for e in ends}
    tied = {e for p, e in zip(ordered, ends, strict=True) if _one_slot(claims[p.left_claim], claims[p.right_claim])}
    member = {node: node for e in ends for node in e}
    groups = {node: {node} for node in member}
    for a, b in ends:
        left, right = member[a], member[b]
        if left == right:
            continue
        if (a, b) in tied or _linked(groups[left], groups[right], links) >= MERGE_AT:
            for node in groups[right]:
                member[node] = left
            groups[left] |= groups.pop(right)
    found: dict[str, list[Pair]] = defaultdict(list)
    loose: list[list[Pair]] = []
    for pair, (a, b) in zip(ordered, ends, strict=True):
        if member[a] == member[b]:
            found[member[a]].append(pair)
        else:  # a pair between two facts stands alone: nothing is dropped
            loose.append([pair])
    return [*found.values(), *loose]


def _linked(ours: Collection[str], theirs: Collection[str], links: Collection[frozenset[str]]) -> float:
    """Return the share of the pairs between two groups that exist, 0 to 1."""
    between = sum(frozenset((x, y)) in links for x in ours for y in theirs)
    return between / (len(ours) * len(theirs))


def _fact(pairs: Sequence[Pair], material: Material, order: Mapping[str, int]) -> Fact:
    surest = sorted(pairs, key=lambda p: (GRAVITY.index(p.relation), -p.score, p.left, p.right))
    told = [material.claims[c] for p in surest for c in (p.left_claim, p.right_claim)]
    claims = list({_node(c): c for c in reversed(told)}.values())  # of a statement the claim of its gravest pair
    claims.sort(key=lambda c: (order[c.source], c.start, c.id))
    gravest = min((p.relation for p in pairs), key=GRAVITY.index)
    lead = surest[0]
    marks = _marks(pairs, material)
    scale = _scale(claims)
    answers = tuple(_answer(c, marks.get(c.id, ()), scale) for c in claims)
    speaking = {c.source for c in claims}
    stand = representatives(material.origins)
    beside = material.reading.claims_of_statement
    voices = [voice(c, material.statements[c.statement], beside[c.statement]) for c in claims]
    kind = _kind(claims)
    return Fact(
        key="f-" + _digest(kind, (a.statement for a in answers if a.statement not in material.twins)),
        question=question_of(claims, _central(pairs, material)),
        kind=kind,
        relation=gravest,
        severity=_severity(gravest, kind, lead),
        summary=_summary(gravest, lead, claims),
        answers=answers,
        pairs=tuple(surest),
        sources=len(speaking),
        independent=independent(voices, stand),
        supported=supported_wording(gravest, answers, material.statements),
        caveat=None,
        unit=scale.unit if scale else None,
        dissent=_dissent(pairs, speaking, material),
    )


def _central(pairs: Sequence[Pair], material: Material) -> Statement:
    """Return the statement that the pairs tie most closely to the others; the shorter of equals, never a copy."""
    ties: dict[str, float] = defaultdict(float)
    for pair in pairs:
        if pair.left not in material.twins and pair.right not in material.twins:
            ties[pair.left] += pair.score
            ties[pair.right] += pair.score
    return material.statements[min(ties, key=lambda i: (-round(ties[i], 4), len(material.statements[i].text), i))]


def _summary(relation: Relation, lead: Pair, claims: Sequence[Claim]) -> str:
    """Return the answer in a sentence: of figures all that were given, else the lead pair's reason."""
    figures = [c for c in claims if isinstance(c.value, Quantity)]
    reported = _values(c for c in figures if c.cues.status == "reported")
    expected = _values(c for c in figures if c.cues.status == "expected")
    if relation == "update" and len(reported) == 1 and len(expected) >= 2:
        return f"{reported[0]} is reported; beforehand {_listed(expected)} were expected."
    if relation in ("conflict", "update") and len(figures) == len(claims) and len(reported + expected) >= 3:
        return f"The figures given are {_listed(reported + expected)}."
    return lead.verdict.reason


def _values(claims: Iterable[Claim]) -> list[str]:
    """Return the figures in words, the smallest first, each once: loose counts and what is counted left out."""
    exact = [c.value for c in claims if isinstance(c.value, Quantity) and not c.value.vague]
    bare = [replace(q, counted=None, head=None, unit=None) if q.dimension == "count" else q for q in exact]
    sized = {describe(q): q.low or q.high or 0 for q in bare}
    return sorted(sized, key=lambda words: (sized[words], words))


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _kind(claims: Sequence[Claim]) -> str:
    kinds: dict[str, int] = defaultdict(int)
    for claim in claims:
        kinds[claim.attribute or claim.kind] += 1
    return max(sorted(kinds), key=lambda k: kinds[k])


def _severity(relation: Relation, kind: str, lead: Pair) -> Literal["high", "medium", "low"]:
    if relation == "agreement":
        return "low"
    if relation == "difference":
        return "medium" if lead.score >= 0.8 else "low"
    return "high" if kind in HIGH_KINDS or lead.score >= 0.9 else "medium"


def _scale(claims: Sequence[Claim]) -> Quantity | None:
    """Return the quantity whose unit serves as the scale of a fact: that of most answers, the first of equals."""
    found = [c.value for c in claims if isinstance(c.value, Quantity)]
    return max(found, key=lambda q: sum(q.unit == other.unit for other in found), default=None)


def _on(scale: Quantity | None, value: Quantity) -> tuple[float | None, float | None]:
    """Return the ends of a quantity in the unit of the scale; None where they have none, or no place on it."""
    interval = interval_of(value)
    if scale is None or interval is None or not same_dimension(scale, value):
        return None, None
    base = base_of(scale)
    low, high = (None if end is None else float((end - base.zero) / base.size) for end in (interval.low, interval.high))
    return low, high


def _answer(claim: Claim, marks: tuple[tuple[int, int], ...], scale: Quantity | None) -> Answer:
    low, high = _on(scale, claim.value) if isinstance(claim.value, Quantity) else (None, None)
    return Answer(
        statement=claim.statement,
        claim=claim.id,
        source=claim.source,
        value=value_words(claim),
        status=claim.cues.status,
        said_by=claim.cues.said_by,
        hedges=claim.cues.hedges,
        marks=marks,
        low=low,
        high=high,
    )


def _marks(pairs: Iterable[Pair], material: Material) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each claim the places of the words that its verdicts name."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for pair in pairs:
        for claim_id, words in (
            (pair.left_claim, pair.verdict.left_words),
            (pair.right_claim, pair.verdict.right_words),
        ):
            claim = material.claims[claim_id]
            statement = material.statements[claim.statement]
            if claim.value is not None and claim.value.text in words:
                found[claim_id].add((claim.value.start, claim.value.end))
                continue
            for word in words:
                at = statement.text.find(word)
                if at >= 0:
                    found[claim_id].add((statement.start + at, statement.start + at + len(word)))
    return {claim: tuple(sorted(places)) for claim, places in found.items()}


def _dissent(pairs: Sequence[Pair], speaking: set[str], material: Material) -> str | None:
    """Name the one source that stands against at least two others which agree among themselves; copies are one."""
    stand = representatives(material.origins)
    if len({stand.get(s, s) for s in speaking}) < 3:
        return None
    against: dict[str, set[str]] = defaultdict(set)
    agreeing: set[str] = set()
    for pair in pairs:
        told = [material.claims[c].source for c in (pair.left_claim, pair.right_claim)]
        left, right = (stand.get(s, s) for s in told)
        if pair.relation == "conflict":
            against[left].add(right)
            against[right].add(left)
        elif pair.relation in ("agreement", "difference"):
            agreeing |= {left, right}
    lone = [s for s in sorted(against) if len(against[s]) >= 2 and s not in agreeing]
    return f"{lone[0]} alone says otherwise." if len(lone) == 1 else None


def _digest(kind: str, statements: Iterable[str]) -> str:
    return hashlib.sha256("\n".join((kind, *sorted(set(statements)))).encode()).hexdigest()[:16]
