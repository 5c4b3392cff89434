"""Judged pairs → facts: one question and the answers that the sources give.

Only pairs that were judged join answers; no pair is added by transitivity (it costs precision: A like B and
B like C does not make A like C).  Two groups of claims merge where most of the pairs between them exist.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.claims.reading import Reading
from compare.facts.answers import answer_of, marks_of, scale_of, spoken_words, summed
from compare.facts.basis import basis_of, lead_first, weighed
from compare.facts.copies import mirrored
from compare.facts.independence import independent, representatives, voice
from compare.facts.labels import contract_order, letter, reading_order
from compare.facts.merging import merged, spellings
from compare.facts.other_event import other_events
from compare.facts.parting import parted
from compare.facts.questions import question_of, told_apart
from compare.facts.room import leave_room
from compare.facts.rows import Row, days_of, rows_of
from compare.facts.said import spoken, value_words
from compare.facts.sentences import Naming, summary_of
from compare.facts.severity import severity_of
from compare.facts.supported import supported_wording
from compare.judgement.amounts import UNTELLING
from compare.model import Claim, Fact, Origin, Pair, Relation, State, Statement

MERGE_AT = 0.34  # share of the pairs between two groups that must exist before they become one fact


@dataclass(frozen=True, slots=True)
class Material:
    """What the facts are made from."""

    reading: Reading
    origins: Sequence[Origin]
    twins: Mapping[str, str]  # statement of a copy → the statement of the original with the same words
    other_event: frozenset[str] = frozenset()  # sources that are about another event: they corroborate nothing

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
    found = _groups([p for p in pairs if p.verdict.rule != "name.spelling"], material.claims)
    united = merged([*found, *spellings(pairs)], material.reading)
    for group in (own for whole in united for own in parted(whole)):
        whole = mirrored(group, material.twins, material.reading)
        groups.append([p for p in whole if (p.left_claim, p.right_claim) not in given])
        given |= {(p.left_claim, p.right_claim) for p in whole}
    order = {s.id: i for i, s in enumerate(material.reading.sources)}
    told = replace(material, other_event=other_events(material.reading.sources, material.reading.statements, pairs))
    facts = reading_order([_fact(group, told, order) for group in groups])
    texts = {s.id: s.text for s in material.reading.statements}
    return tuple(contract_order(told_apart(_own_keys(facts), texts)))


def _own_keys(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, each with a key of its own: two figures of the same two statements differ by their values."""
    seen: set[str] = set()
    found = []
    for fact in facts:
        own = fact if fact.key not in seen else replace(fact, key="f-" + _digest(fact.kind, _said(fact)))
        seen.add(own.key)
        found.append(own)
    return found


def _said(fact: Fact) -> list[str]:
    return [f"{a.statement} {a.value}" for a in fact.answers]


def _node(claim: Claim) -> str:
    """Return what stands for a claim when facts are gathered: a figure by itself, a state by what it is a state of.

    Whether a victim lives and whether a suspect is held are two questions.  Anything else stands by its statement.
    """
    if isinstance(claim.value, State):
        return f"{claim.statement} {claim.value.ladder}"
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
    surest = sorted(pairs, key=lead_first)
    told = [material.claims[c] for p in surest for c in (p.left_claim, p.right_claim)]
    claims = list({_node(c): c for c in reversed(told)}.values())  # of a statement the claim of its gravest pair
    claims.sort(key=lambda c: (order[c.source], c.start, c.id))
    gravest, lead, kind = surest[0].relation, surest[0], _kind(claims)
    marks = marks_of(pairs, material.reading)
    scale, named, reading = scale_of(claims), spoken_words(surest), material.reading
    values = {c.id: spoken(c, named[c.id], reading) if c.id in named else value_words(c, reading) for c in claims}
    answers = summed([answer_of(c, marks.get(c.id, ()), scale, values[c.id]) for c in claims], surest)
    speaking = {c.source for c in claims}
    basis = basis_of([p for p in pairs if p.relation == gravest])
    days = days_of(material.reading.sources)
    set_beside = weighed(surest, answers)
    told_by = [a for a in set_beside if a.source not in material.other_event]
    shown = told_by if len({a.source for a in told_by}) > 1 else set_beside
    rows = rows_of(shown, days, by_status=gravest != "agreement")
    compared = [material.claims[a.claim] for a in shown]
    foreign = any(material.statements[s].source in material.other_event for s in (lead.left, lead.right))
    return Fact(
        key="f-" + _digest(kind, (a.statement for a in answers if a.statement not in material.twins)),
        question=question_of(claims, gravest, lead, material.reading),
        kind=kind,
        relation=gravest,
        severity="low" if foreign else severity_of(gravest, kind, claims, lead),
        summary=_summary(gravest, lead, rows, material, room=leave_room(compared, (r.value for r in rows), surest[:1])),
        answers=answers,
        pairs=tuple(surest),
        sources=len({a.source for a in shown}) if gravest == "agreement" else len(speaking),
        independent=_independent(claims, {a.claim for a in told_by}, material),
        supported=supported_wording(gravest, pairs, told_by, material.statements, days),
        caveat=None,
        unit=scale.unit if scale else None,
        dissent=_dissent(pairs, speaking, material),
        basis=basis,
    )


def _independent(claims: Sequence[Claim], weighed: set[str], material: Material) -> int:
    """Return how many independent origins stand behind what was compared; articles on another event do not count."""
    beside = material.reading.claims_of_statement
    counted = [c for c in claims if c.id in weighed and c.source not in material.other_event]
    voices = [voice(c, material.statements[c.statement], beside[c.statement]) for c in counted]
    return independent(voices, representatives(material.origins))


def _summary(relation: Relation, lead: Pair, rows: Sequence[Row], material: Material, *, room: bool) -> str:
    sources = material.reading.sources
    letters = {s.id: letter(number) for number, s in enumerate(sources)}
    names = {s.id: s.publisher or letters[s.id] for s in sources}
    ends = tuple(material.statements[side].source for side in (lead.left, lead.right))
    naming = Naming(letters, names, days_of(sources))
    return summary_of(relation, lead, rows, (ends[0], ends[1]), naming, room=room)


def _kind(claims: Sequence[Claim]) -> str:
    kinds: dict[str, int] = defaultdict(int)
    for claim in claims:
        kinds[claim.attribute or claim.kind] += 1
    return max(sorted(kinds), key=lambda k: kinds[k])


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
        elif pair.relation == "agreement":
            agreeing |= {left, right}
    lone = [s for s in sorted(against) if len(against[s] & agreeing) >= 2 and s not in agreeing]
    if len(lone) != 1:
        return None
    return f"{letter([s.id for s in material.reading.sources].index(lone[0]))} alone says otherwise."


def _digest(kind: str, statements: Iterable[str]) -> str:
    return hashlib.sha256("\n".join((kind, *sorted(set(statements)))).encode()).hexdigest()[:16]
