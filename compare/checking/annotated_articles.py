"""Annotated articles read as drafts: the last of each event against the others, judged by the gold pairs.

Drafts that were written to be checked speak of what their sources tell, sentence by sentence.  An article does not:
most of it stands in no other, and calling that wrong is the false alarm that a desk meets first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from compare.checking.annotated import Event
from compare.checking.checker import Checker
from compare.checking.sentence import Sentence
from compare.matching import gold
from compare.model import Source, Statement
from compare.sources.publication import day_of
from compare.statements.splitting import read_statements

ARTICLE = "article"
UNTOLD = frozenset({"optional", "difference"})  # what two editors may see two ways teaches nothing


def articles(shared: Path) -> Iterator[Event]:
    """Yield the last article of each event that is annotated in full, as a draft against the event's others."""
    for folder in sorted(p.parent for p in (shared / "corpora").glob("*/gold.json")):
        event = gold.read_event(folder)
        if event.full and len(event.reading.sources) > 1:
            yield _article(folder, event)


def _article(folder: Path, event: gold.Event) -> Event:
    *others, draft = sorted(event.reading.sources, key=lambda s: s.id)
    checker = Checker(others)
    furniture = {
        (b["source"], " ".join(b["quote"].split()))
        for b in json.loads((folder / "gold.json").read_text("utf-8"))["boilerplate"]
    }
    found = checker.sentences(draft, read_statements(draft))
    told = _relations(event, draft)
    days = {s.id: _day(s) for s in event.reading.sources}
    sentences: list[Sentence] = []
    rows: list[Mapping[str, object]] = []
    for sentence in found:
        statement = sentence.statement
        if (draft.id, " ".join(statement.text.split())) in furniture:
            continue
        accept = _accepted(told.get((statement.start, statement.end), ()), days, days[draft.id])
        if accept:
            sentences.append(sentence)
            wrong = accept[0] in {"contradicted", "overtaken"}
            rows.append({"quote": statement.text, "kind": ARTICLE, "accept": accept, "error": wrong, "because": ""})
    return Event(folder.name, checker, tuple(sentences), tuple(rows), is_draft=False)


def _relations(event: gold.Event, draft: Source) -> dict[tuple[int, int], list[tuple[str, str]]]:
    """Return (relation, other source) of all gold pairs of each statement of the draft, by its place."""
    found: dict[tuple[int, int], list[tuple[str, str]]] = {}
    statements = event.reading.statements
    for pair, relations in event.relations.items():
        for here, other in _both_ways([statements[n] for n in sorted(pair)]):
            if here.source == draft.id:
                found.setdefault((here.start, here.end), []).extend((r, other.source) for r in sorted(relations))
    return found


def _both_ways(pair: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    left, right = pair
    yield left, right
    yield right, left


def _accepted(
    told: list[tuple[str, str]] | tuple[()], days: Mapping[str, date | None], day: date | None
) -> tuple[str, ...]:
    """Return the verdicts that are right for a statement, the wanted one first; none where gold does not say."""
    relations = {r for r, _ in told}
    if not relations:
        return ("not-found",)
    if "conflict" in relations:
        return ("contradicted",)
    if "update" in relations:
        later = [days[s] for r, s in told if r == "update"]
        overtaken = day is not None and all(other is not None and other > day for other in later)
        return ("overtaken", "contradicted") if overtaken else ()
    if relations & UNTOLD:
        return ()
    return ("supported", "one-source") if len({s for _, s in told}) > 1 else ("one-source", "supported")


def _day(source: Source) -> date | None:
    return day_of(source.published.when) if source.published else None
