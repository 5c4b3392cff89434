"""From expected to reported: the answers of the findings in the order of time.

What was expected stands on the day it was said, what was reported on the day that its own words give; where they give
none, on the day its article was published.  An agreement is listed where its own words give the day: it would else
only repeat when the articles appeared.  The event itself stands on the day that most heads of articles give it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from compare.claims.zones import zone_named
from compare.facts.basis import compared
from compare.facts.other_event import heads_of, other_events
from compare.model import Answer, Claim, Comparison, Fact, Moment
from compare.sources.publication import day_of
from reports.finding_view import Finding
from reports.statement_view import STATUS, Here, StatementView, statement_view

GRAINS = {"year": "year", "month": "month", "day": "day", "part": "day", "hour": "day", "minute": "day"}  # shown as
_ELSEWHERE = re.compile(r"\b(?:had|who|whom|whose|which|where)\b", re.IGNORECASE)  # begins a clause of another time
_ATTRIBUTE = re.compile(r"(?:^|\W)(?:[a-z]+['’]s|his|her|its|their|our|the|an?) $", re.IGNORECASE)
BEFORE = ("expected", "superseded")  # statuses of what was said beforehand


@dataclass(frozen=True, slots=True)
class Entry:
    """What sources said of one fact, as of one day, month or year."""

    when: str  # 'Wed 16 June 2021', 'June 2021', '2021'
    iso: str  # the same for machines: '2021-06-16', '2021-06', '2021'
    as_published: bool  # the day is that of the article, not one that the statement names
    status: str
    letters: tuple[str, ...]
    findings: tuple[Finding, ...]  # several where a statement answers several questions; none for the event itself
    statement: StatementView  # the first that says so


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries in order, and how many findings have no day to stand on."""

    entries: tuple[Entry, ...]
    undated: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    first: date  # the first day of the stretch named
    grain: str
    as_published: bool

    @property
    def when(self) -> str:
        year = f"{self.first.year:04}"
        return {"year": year, "month": f"{self.first:%B} {year}"}.get(
            self.grain, f"{self.first:%a} {self.first.day} {self.first:%B} {year}"
        )

    @property
    def iso(self) -> str:
        return self.first.isoformat()[: {"year": 4, "month": 7}.get(self.grain, 10)]


def timeline_of(comparison: Comparison, shown: Sequence[Finding], here: Here) -> Timeline:
    """Return the event and the answers of all facts in the order of time; ``shown`` is how reports show the facts."""
    facts = [fact for fact in comparison.facts if fact.relation != "agreement" or compared(fact)]
    left_out = other_events(comparison.sources, comparison.statements, comparison.pairs)
    by_key = {finding.key: finding for finding in shown}
    order = {finding.key: number for number, finding in enumerate(shown)}
    rows: dict[tuple[date, bool, int, str, str], Entry] = {}
    undated: list[Finding] = []
    for fact in facts:
        finding, found = by_key[fact.key], False
        for answer, statement in zip(fact.answers, finding.statements, strict=True):
            dated = _dated(fact, answer, here)
            beside = answer.source in left_out or statement not in finding.compared
            if dated is None or (fact.relation == "agreement" and beside):
                continue
            found = True
            status = _status(answer, dated, statement.status, here)
            key = (dated.first, answer.status not in BEFORE, order[fact.key], dated.iso, status)
            if (known := rows.get(key)) is None:
                letters = (statement.letter,)
                rows[key] = Entry(dated.when, dated.iso, dated.as_published, status, letters, (finding,), statement)
            elif statement.letter not in known.letters:
                rows[key] = replace(known, letters=(*known.letters, statement.letter))
        if not found and fact.relation != "agreement":
            undated.append(finding)
    event = _event(comparison, here, left_out)
    if event is not None and all(e.statement.id != event[1].statement.id for e in rows.values()):
        rows[event[0], True, -1, event[1].iso, event[1].status] = event[1]
    return Timeline(_told_once(rows[key] for key in sorted(rows)), tuple(sorted(undated, key=lambda f: order[f.key])))


def _status(answer: Answer, dated: _Dated, words: str, here: Here) -> str:
    """Return the status in words; what lies after the day its article appeared is a plan, however it is worded."""
    published = here.sources[answer.source].published
    planned = published is not None and not dated.as_published and dated.first > day_of(published.when)
    return STATUS["expected"] if planned and answer.status == "reported" else words


def _event(comparison: Comparison, here: Here, left_out: frozenset[str]) -> tuple[date, Entry] | None:
    """Return the day that the heads of most articles give to what they tell, and the first of them that reports it."""
    heads = heads_of(comparison.statements)
    found: dict[_Dated, dict[str, Claim]] = {}
    for claim in comparison.claims:
        day = _own_day(claim, here) if claim.statement in heads and claim.source not in left_out else None
        if day is not None and day.grain == "day":
            known = found.setdefault(day, {}).get(claim.source)
            if known is None or (known.cues.status in BEFORE and claim.cues.status not in BEFORE):
                found[day][claim.source] = claim
    shared = [d for d, claims in found.items() if len(claims) > 1]
    if not shared:
        return None
    best = min(shared, key=lambda d: (-len(found[d]), d.first))
    claims = sorted(found[best].values(), key=lambda c: (c.cues.status in BEFORE, list(here.letters).index(c.source)))
    letters = tuple(here.letters[s] for s in here.letters if s in found[best])
    statement = statement_view(here.statements[claims[0].statement], here)
    status = STATUS["expected" if claims[0].cues.status in BEFORE else "reported"]
    return best.first, Entry(best.when, best.iso, False, status, letters, (), statement)


def _told_once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries, those of one statement on one day joined: it is shown once, with all that it answers."""
    found: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        key = (entry.iso, entry.status, entry.statement.id)
        if (known := found.setdefault(key, entry)) is not entry:
            letters = tuple(dict.fromkeys((*known.letters, *entry.letters)))
            found[key] = replace(known, letters=letters, findings=(*known.findings, *entry.findings))
    return tuple(found.values())


def _dated(fact: Fact, answer: Answer, here: Here) -> _Dated | None:
    own = None if answer.status in BEFORE else _own_day(here.claims.get(answer.claim), here)
    if own is not None:
        return own
    published = here.sources[answer.source].published
    if published is None or fact.relation == "agreement":
        return None
    return _Dated(day_of(published.when), "day", as_published=True)


def _own_day(claim: Claim | None, here: Here) -> _Dated | None:
    """Return the one day, month or year that a claim's own words give; None where they name several, or none known."""
    if claim is None or claim.source not in here.sources:
        return None
    text = here.sources[claim.source].text
    moments: Iterable[Moment] = (claim.value,) if isinstance(claim.value, Moment) else claim.days
    moments = [m for m in moments if _dates(m, claim, text)]
    found = {_named(m, m.earliest) for m in moments if m.earliest is not None and m.grain in GRAINS}
    return found.pop() if len(found) == 1 else None


def _dates(moment: Moment, claim: Claim, text: str) -> bool:
    """Tell whether a moment says when a claim was so, and not when something else in its sentence was.

    'her 2016 rival' says nothing of when; 'a lawsuit that an aide had filed in 2014' dates the filing.
    """
    before = text[max(moment.start - 24, 0) : moment.start]
    if moment.grain == "year" and _ATTRIBUTE.search(before):
        return False
    said = claim.value or claim  # a clause may hold the clause that another time belongs to
    between = text[said.end : moment.start] if moment.start > said.end else text[moment.end : said.start]
    return _ELSEWHERE.search(between) is None


def _named(moment: Moment, earliest: datetime) -> _Dated:
    # as the place named counts it: one o'clock in Tokyo is still the day before in UTC
    local = earliest.astimezone(zone_named(moment.zone)) if moment.zone else earliest
    return _Dated(local.date(), GRAINS[moment.grain], as_published=False)
