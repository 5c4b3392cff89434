"""From expected to reported: the answers of the findings in the order of time.

What was expected stands on the day it was said, what was reported on the day that its own words give; where they give
none, on the day its article was published.  An agreement is listed where its own words give the day: it would else
only repeat when the articles appeared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from compare.claims.resolution import zone_named
from compare.model import Answer, Claim, Fact, Moment
from compare.sources.publication import day_of
from reports.finding_view import Finding
from reports.statement_view import Here, StatementView

GRAINS = {"year": "year", "month": "month", "day": "day", "part": "day", "hour": "day", "minute": "day"}  # shown as
BEFORE = ("expected", "superseded")  # statuses of what was said beforehand


@dataclass(frozen=True, slots=True)
class Entry:
    """What sources said of one fact, as of one day, month or year."""

    when: str  # 'Wed 16 June 2021', 'June 2021', '2021'
    iso: str  # the same for machines: '2021-06-16', '2021-06', '2021'
    as_published: bool  # the day is that of the article, not one that the statement names
    status: str
    letters: tuple[str, ...]
    findings: tuple[Finding, ...]  # more than one where a statement answers several questions
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


def timeline_of(facts: Iterable[Fact], shown: Sequence[Finding], here: Here) -> Timeline:
    """Return the answers of ``facts`` in the order of time; ``shown`` are the same facts as the reports show them."""
    by_key = {finding.key: finding for finding in shown}
    order = {finding.key: number for number, finding in enumerate(shown)}
    rows: dict[tuple[date, bool, int, str, str], Entry] = {}
    undated: list[Finding] = []
    for fact in facts:
        finding, found = by_key[fact.key], False
        for answer, statement in zip(fact.answers, finding.statements, strict=True):
            dated = _dated(fact, answer, here)
            if dated is None:
                continue
            found = True
            key = (dated.first, answer.status not in BEFORE, order[fact.key], dated.iso, statement.status)
            if (known := rows.get(key)) is None:
                letters = (statement.letter,)
                rows[key] = Entry(
                    dated.when, dated.iso, dated.as_published, statement.status, letters, (finding,), statement
                )
            elif statement.letter not in known.letters:
                rows[key] = replace(known, letters=(*known.letters, statement.letter))
        if not found and fact.relation != "agreement":
            undated.append(finding)
    return Timeline(_told_once(rows[key] for key in sorted(rows)), tuple(sorted(undated, key=lambda f: order[f.key])))


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
    own = None if answer.status in BEFORE else _own_day(here.claims.get(answer.claim))
    if own is not None:
        return own
    published = here.sources[answer.source].published
    if published is None or fact.relation == "agreement":
        return None
    return _Dated(day_of(published.when), "day", as_published=True)


def _own_day(claim: Claim | None) -> _Dated | None:
    """Return the one day, month or year that a claim's own words give; None where they name several, or none known."""
    if claim is None:
        return None
    moments: tuple[Moment, ...] = (claim.value,) if isinstance(claim.value, Moment) else claim.days
    found = {_named(m, m.earliest) for m in moments if m.earliest is not None and m.grain in GRAINS}
    return found.pop() if len(found) == 1 else None


def _named(moment: Moment, earliest: datetime) -> _Dated:
    # as the place named counts it: one o'clock in Tokyo is still the day before in UTC
    local = earliest.astimezone(zone_named(moment.zone)) if moment.zone else earliest
    return _Dated(local.date(), GRAINS[moment.grain], as_published=False)
