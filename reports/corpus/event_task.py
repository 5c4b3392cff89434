"""One event: its articles compared, its report rendered, its findings as rows.  Runs in any worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compare.corpus.tasks import source_from
from compare.facts.labels import likelihood
from compare.matching.second_reader import SecondReader
from compare.model import Comparison, Fact
from compare.pipeline import compare_sources
from compare.settings import DEFAULT, Settings
from reports.html import render_html
from reports.view import build_view
from reports.wording import shortened, squeezed

TITLE = 140  # characters of an event's title on the index


@dataclass(frozen=True, slots=True)
class EventTask:
    """What a worker needs to compare an event; nothing on its disk is read."""

    articles: tuple[tuple[str, str, Any], ...]  # id, path, source as plain JSON values
    parses: dict[str, bytes]  # SHA-256 → packed parse


@dataclass(frozen=True, slots=True)
class EventResult:
    """What a worker hands back."""

    page: str  # HTML
    found: dict[str, Any]  # plain JSON values: see `compare_event`


def compare_event(task: EventTask, settings: Settings = DEFAULT, second: SecondReader | None = None) -> EventResult:
    """Compare the articles of an event; ``second`` is a desk's own model, asked about the pairs that are doubtful.

    ``found`` holds 'title', 'counts' (conflict, update, difference, agreement, alike), 'gravest' (the first finding or
    None) and 'findings' (a row each: see `_row`).
    """
    sources = [source_from(row, name=name, path=path) for name, path, row in task.articles]
    comparison = compare_sources(sources, parses=task.parses, settings=settings, second=second)
    view = build_view(comparison)
    facts = {fact.key: fact for fact in comparison.facts}
    rows = [_row(comparison, facts[f.key], f.label, f.answer) for f in view.findings]
    return EventResult(
        render_html(view),
        {
            "title": shortened(view.title, TITLE),
            "counts": {count.kind.key: count.number for count in view.counts},
            "gravest": {name: rows[0][name] for name in ("relation", "severity", "chance", "question", "answer")}
            if rows
            else None,
            "findings": rows,
        },
    )


def _row(comparison: Comparison, fact: Fact, label: str, answer: str) -> dict[str, Any]:
    """Return a finding as a row: what it says, and the exact place of every statement it rests on."""
    statements = {s.id: s for s in comparison.statements}
    digests = {s.id: s.sha256 for s in comparison.sources}
    told = [(a, statements[a.statement]) for a in fact.answers]
    return {
        "finding": fact.key,
        "label": label,
        "relation": fact.relation,
        "severity": fact.severity,
        "chance": round(likelihood(fact), 4),
        "question": squeezed(fact.question),
        "answer": squeezed(answer),
        "statements": [
            {
                "article": s.source,
                "sha256": digests[s.source],
                "start": s.start,
                "end": s.end,
                "text": s.text,
                "value": a.value,
            }
            for a, s in told
        ],
    }


def outlets_of(publishers: Sequence[str | None], addresses: Sequence[str | None]) -> int:
    """Return how many outlets stand behind articles: publishers, else the hosts of their addresses."""
    return len({_outlet(*pair) for pair in zip(publishers, addresses, strict=True)} - {""})


def _outlet(publisher: str | None, address: str | None) -> str:
    from urllib.parse import urlsplit

    if publisher:
        return squeezed(publisher).casefold()
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
