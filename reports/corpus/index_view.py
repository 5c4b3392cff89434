"""What the index shows, decided once for HTML, Markdown and JSON: the order of events, their words, their counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from compare.corpus.events import Event
from compare.facts.labels import RELATIONS, SEVERITIES
from reports.corpus.event_task import outlets_of
from reports.corpus.run import Corpus
from reports.wording import KINDS, SENTENCES, SEVERITY, Kind, counted, day, shortened, squeezed

SHOWN = 2_000  # events that a page lists; all are in index.json
TITLE = 140
ANSWER = 220


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event on the index."""

    key: str
    href: str  # of its report; '' where there is none
    title: str
    kind: Kind | None  # of its gravest finding
    severity: str
    severity_key: str
    answer: str  # of its gravest finding
    counts: tuple[tuple[Kind, int], ...]  # findings by kind, those that there are
    articles: int
    outlets: int
    when: str  # the days of publication, in words
    latest: str  # ISO, '' where no day is known
    why: str  # why it was not compared; '' where it was


@dataclass(frozen=True, slots=True)
class IndexView:
    """Everything the index shows, in order."""

    title: str
    summary: tuple[str, ...]
    rows: tuple[EventRow, ...]  # events of several articles, what to look at first
    alone: tuple[EventRow, ...]  # events of one article, the latest first
    letters: tuple[tuple[str, tuple[EventRow, ...]], ...]  # the same events by the first letter of their title
    unread: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    version: str


def index_view(corpus: Corpus, version: str) -> IndexView:
    """Return the view of a corpus."""
    several = sorted((_row(e, corpus) for e in corpus.events if len(e.members) > 1), key=_urgency)
    alone = sorted((_row(e, corpus) for e in corpus.events if len(e.members) == 1), key=_recency)
    return IndexView(
        title=SENTENCES["corpus"].format(
            events=counted(len(several), "event"), articles=counted(len(corpus.articles), "article")
        ),
        summary=_summary(corpus, several, alone),
        rows=tuple(several),
        alone=tuple(alone),
        letters=_letters(several[:SHOWN]),
        unread=tuple((squeezed(u.path), squeezed(u.reason.removeprefix(u.path).lstrip(":, "))) for u in corpus.unread),
        problems=tuple(map(squeezed, corpus.problems)),
        version=version,
    )


def _urgency(row: EventRow) -> tuple[int, int, int, str, str]:
    """Order: the gravest finding, how many outlets, how recent."""
    grave = SEVERITIES.index(row.severity_key) if row.severity_key else len(SEVERITIES)
    kind = RELATIONS.index(row.kind.key) if row.kind and row.kind.key in RELATIONS else len(RELATIONS)
    return (grave, kind, -row.outlets, _backwards(row.latest), row.key)


def _recency(row: EventRow) -> tuple[str, str]:
    return (_backwards(row.latest), row.key)


def _backwards(when: str) -> str:
    """Return a key by which later days come first, unknown ones last."""
    return "".join(chr(ord("9") - ord(c) + ord("0")) if c.isdigit() else c for c in when) if when else "~"


def _row(event: Event, corpus: Corpus) -> EventRow:
    articles = [corpus.articles[m.sha] for m in event.members]
    found: dict[str, Any] = corpus.found.get(event.key, {})
    gravest = found.get("gravest") or {}
    days = sorted(str(a["published"])[:10] for a in articles if a["published"])
    kinds = [(KINDS[key], number) for key, number in found.get("counts", {}).items() if number and key in RELATIONS]
    return EventRow(
        key=event.key,
        href=f"events/{event.key}.html" if found else "",
        title=found.get("title") or shortened(articles[0]["title"], TITLE) or event.key,
        kind=KINDS[gravest["relation"]] if gravest else None,
        severity=SEVERITY[gravest["severity"]] if gravest else "",
        severity_key=gravest.get("severity", ""),
        answer=shortened(f"{gravest['question']} {gravest['answer']}", ANSWER) if gravest else "",
        counts=tuple(sorted(kinds, key=lambda pair: RELATIONS.index(pair[0].key))),
        articles=len(articles),
        outlets=outlets_of([a["publisher"] for a in articles], [a["url"] for a in articles]),
        when=_span(days),
        latest=days[-1] if days else "",
        why=squeezed(corpus.uncompared.get(event.key, "")),
    )


def _span(days: Sequence[str]) -> str:
    if not days:
        return "Date not known"
    first, last = (day(date.fromisoformat(d)) for d in (days[0], days[-1]))
    return first if first == last else f"{first} to {last}"


def _summary(corpus: Corpus, several: Sequence[EventRow], alone: Sequence[EventRow]) -> tuple[str, ...]:
    grave = sum(1 for row in several if row.severity_key == "high")
    told = [
        SENTENCES["corpus events"].format(
            events=counted(len(several), "event"),
            grave=counted(grave, "event"),
            alone=counted(len(alone), "article"),
        )
    ]
    numbers = (
        ("corpus again", corpus.again),
        ("corpus early", corpus.early),
        ("corpus unread", len(corpus.unread)),
        ("corpus uncompared", len(corpus.uncompared)),
    )
    told += [SENTENCES[name].format(number=f"{number:,}") for name, number in numbers if number]
    return tuple(told)


def _letters(rows: Sequence[EventRow]) -> tuple[tuple[str, tuple[EventRow, ...]], ...]:
    found: dict[str, list[EventRow]] = {}
    for row in sorted(rows, key=lambda r: (_plain(r.title), r.key)):
        first = next((c for c in _plain(row.title) if c.isalnum()), "#")
        found.setdefault(first.upper() if "a" <= first <= "z" else "#", []).append(row)
    return tuple((letter, tuple(found[letter])) for letter in sorted(found))


def _plain(words: str) -> str:
    """Return words without accents and case, and without the marks before the first letter."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).casefold()
    return folded.lstrip("\"'“”‘’«»([… ")
