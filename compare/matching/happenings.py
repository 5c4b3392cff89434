"""What is known of the happening each claim speaks of: its days, its reach, whether it is a part of a whole.

What a claim leaves open – the day, the reach – is taken to be that of the set's main happening.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from compare.claims.reading import Reading
from compare.language.en.happenings import ADDING, REPORTING, STRUGGLES
from compare.matching.elsewhere import tolls_elsewhere
from compare.model import Claim, Moment, Quantity
from compare.sources.publication import day_of
from compare.statements.clauses import governor
from compare.statements.splitting import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

DAYS = frozenset({"day", "part", "hour", "minute"})  # grains that name a day
LONG = frozenset({"year", "quarter", "vague"})  # 'since 2011', 'for years'
OUTLIER = 20  # a toll so many times the set's usual one belongs to something larger …
BEYOND = 5  # … where it is also so many times the highest of the usual ones: a toll that grows leaves no gap


@dataclass(frozen=True, slots=True)
class Happening:
    """What is known of the happening a claim speaks of."""

    days: tuple[Moment, ...] = ()  # the days that date it, the reporting day left out
    dates: tuple[Moment, ...] = ()  # whatever dates it, coarse dates too; 'since June' does not
    since: tuple[Moment, ...] = ()  # since when a figure is counted
    background: bool = False  # a whole war, a year, a history
    part: bool = False  # a part of a whole that the same article gives
    elsewhere: bool = False  # another event, told for comparison
    share: bool = False  # one of several parts that add up: '15 in the town, six more in a village'


@dataclass(frozen=True, slots=True)
class Scene:
    """The happenings of a set of articles."""

    of_claim: Mapping[str, Happening]
    main_days: Mapping[str, tuple[Moment, ...]]  # slot → the days most claims of it name
    published: Mapping[str, date | None]  # source → day of publication


def scene_of(reading: Reading) -> Scene:
    """Return the happenings that the claims of a set of articles speak of."""
    parsed = {p.statement.id: p for p in reading.parsed}
    limits = _out_of_scale(reading.claims)
    shares = _shares(reading)
    parts = _parts(reading.claims) | shares
    dates = {c.id: tuple(m for m in c.days if not _since(m, parsed[c.statement])) for c in reading.claims}
    others = tolls_elsewhere(reading, dates)
    found = {
        c.id: Happening(
            days=_days(c, parsed[c.statement]),
            dates=dates[c.id],
            since=tuple(m for m in c.days if m not in dates[c.id]),
            elsewhere=c.id in others,
            background=_background(c, parsed[c.statement], limits),
            part=c.id in parts,
            share=c.id in shares,
        )
        for c in reading.claims
    }
    published = {s.id: day_of(s.published.when) if s.published else None for s in reading.sources}
    return Scene(found, _main_days(reading.claims, found), published)


def _days(claim: Claim, parsed: Parsed) -> tuple[Moment, ...]:
    """Return the days on which what is claimed happened."""
    found = []
    for moment in claim.days:
        if moment.grain not in DAYS:
            continue
        token = parsed.token_at(moment.start)
        if token is not None and not _reporting_day(token, parsed):
            found.append(moment)
    own = [m for m in found if claim.start <= m.start < claim.end]
    if own or not found:
        return tuple(own)
    return (min(found, key=lambda m: (abs(m.start - claim.start), m.start)),)  # 'on Monday, when 15 were killed'


def _since(moment: Moment, parsed: Parsed) -> bool:
    """Tell whether a date only says since when: 'their first talks since the summit in June'."""
    here = parsed.token_at(moment.start)
    while here is not None and here.pos_ not in {"VERB", "AUX"} and here.head.i != here.i:
        if here.lower_ == "since":
            return True
        here = here.head
    return False


def _reporting_day(token: Token, parsed: Parsed) -> bool:
    """Tell whether a day is the day of the report: 'said on Sunday'.

    At the head of a sentence it may belong to what was said: 'On Monday they said 21 had been killed' dates the
    killing, because the past perfect looks back from that day.
    """
    verb = governor(token)
    if verb.lemma_.lower() not in REPORTING:
        return False
    fronted = token.i <= parsed.span.start + 2
    told = [c for c in verb.children if c.dep_ == "ccomp"]
    claimed = any(c.dep_ == "dobj" for c in verb.children)
    if verb.lemma_.lower() == "claim" and (claimed or not told):
        return False  # 'claimed responsibility for a bombing on Tuesday': the day of the bombing
    perfect = any(g.lower_ == "had" and g.dep_ == "aux" for c in told for g in c.children)
    return not (fronted and perfect)


def _background(claim: Claim, parsed: Parsed, limits: Mapping[str, float]) -> bool:
    if claim.scope == "other":
        return True
    if not isinstance(claim.value, Quantity) or claim.value.dimension != "count":
        return False
    if STRUGGLES & set(claim.subject):
        return True
    lemmas = {t.lemma_.lower() for t in parsed.span}
    tokens = list(parsed.span)
    since = any(t.lower_ == "since" and any(m.grain in LONG or m.grain == "month" for m in claim.days) for t in tokens)
    size = float(claim.value.low or claim.value.high or 0)
    outlying = size >= limits.get(claim.attribute or "", math.inf)
    return since or (outlying and (bool(lemmas & STRUGGLES) or size >= 1000))


def _out_of_scale(claims: Iterable[Claim]) -> dict[str, float]:
    """Return for each slot the figure from which on a toll is out of the scale of the set's own event.

    The scale is the lower quartile of the slot's figures.
    """
    figures: dict[str, list[float]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Quantity) and claim.attribute and not claim.value.vague:
            size = claim.value.low if claim.value.low is not None else claim.value.high
            if size is not None and size > 0:
                figures[claim.attribute].append(float(size))
    found = {}
    for slot, sizes in figures.items():
        limit = OUTLIER * sorted(sizes)[(len(sizes) - 1) // 4]
        found[slot] = max(limit, BEYOND * max(size for size in sizes if size < limit))
    return found


def _main_days(claims: Iterable[Claim], found: Mapping[str, Happening]) -> dict[str, tuple[Moment, ...]]:
    """Return for each slot the days that most of its claims name, one vote a statement."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    moments: dict[str, dict[str, Moment]] = defaultdict(dict)
    voted: set[tuple[str, str, str]] = set()
    for claim in claims:
        slot = claim.attribute or claim.kind
        for moment in found[claim.id].days:
            day = _day_key(moment)
            if found[claim.id].background or (slot, claim.statement, day) in voted:
                continue
            voted.add((slot, claim.statement, day))
            votes[slot][day] += 1
            moments[slot].setdefault(day, moment)
    return {
        slot: (moments[slot][min(counted, key=lambda d: (-counted[d], d))],)
        for slot, counted in votes.items()
        if max(counted.values()) >= 2
    }


def _day_key(moment: Moment) -> str:
    if moment.earliest is not None:
        return moment.earliest.date().isoformat()
    return f"{moment.year}-{moment.month}-{moment.day}-{moment.weekday}"


def _parts(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the claims that are parts, and those that repeat a part elsewhere in the same article."""
    known: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Quantity):
            value = claim.value
            known[claim.source, claim.attribute, value.head, value.low, value.high].append(claim)
    return frozenset(c.id for same in known.values() if any(c.scope == "part" for c in same) for c in same)


def _shares(reading: Reading) -> frozenset[str]:
    """Return additions ('six others') and figures that add up to a total of their article."""
    slots: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if isinstance(claim.value, Quantity) and claim.value.dimension == "count" and claim.attribute:
            slots[claim.source, claim.attribute].append(claim)
    parsed = {p.statement.id: p for p in reading.parsed}
    found: set[str] = set()
    for claims in slots.values():
        found |= {c.id for c in claims if _adds(c, parsed[c.statement], len({_size(c) for c in claims}) > 1)}
        found |= _summands(claims) | _enumerated(claims)
    return frozenset(found)


def _size(claim: Claim) -> object:
    return (claim.value.low, claim.value.high) if isinstance(claim.value, Quantity) else None


def _adds(claim: Claim, parsed: Parsed, among_more: bool) -> bool:
    """Tell whether a figure adds to one before it; ``among_more``: its article gives further figures of the slot.

    In 'killed ten and wounded 30 others' the others are not the dead: the 30 are all of the wounded.
    """
    value = claim.value
    if value is None or not among_more:
        return False
    near = [t for t in parsed.span if value.start - 9 <= parsed.offset + t.idx < value.end + 9]
    return any(t.lower_ in ADDING and (t.i + 1 == len(t.doc) or t.nbor().lower_ != "than") for t in near)


def _enumerated(claims: Sequence[Claim]) -> set[str]:
    """Return the ids of figures that one statement lists side by side: '15 civilians and 27 fighters'."""
    lists: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        current = claim.scope != "part" and claim.cues.status != "superseded"
        if isinstance(claim.value, Quantity) and not claim.value.vague and current:
            lists[claim.statement].append(claim)
    return {
        c.id
        for same in lists.values()
        if len({c.value.head for c in same if isinstance(c.value, Quantity) and c.value.head}) > 1
        for c in same
    }


def _summands(claims: Sequence[Claim]) -> set[str]:
    """Return the ids of two or three neighbouring figures that add up to another figure of the same article."""
    exact = [c for c in claims if isinstance(c.value, Quantity) and not c.value.vague and c.value.low is not None]
    sized = [(c, int(c.value.low)) for c in exact if isinstance(c.value, Quantity) and c.value.low is not None]
    totals = {size for _, size in sized}
    found: set[str] = set()
    for start in range(len(sized)):
        for length in (2, 3):
            group = sized[start : start + length]
            total = sum(size for _, size in group)
            if len(group) == length and total in totals and all(0 < size < total for _, size in group):
                found |= {c.id for c, _ in group}
    return found
