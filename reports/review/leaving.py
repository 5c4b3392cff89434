"""One intruding statement left out of a finding, the finding itself kept: an event like any other, and undone like one.

It is kept as a note of a fixed form, so that projects, their chain and their handover files stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from starlette.responses import Response

from compare.errors import StoreError
from compare.facts.basis import basis_of, lead_first, weighed
from compare.facts.labels import letter
from compare.facts.rows import days_of, rows_of
from compare.facts.sentences import Naming, summary_of
from compare.model import Comparison, Fact
from reports.review.call import Call, see
from reports.review.events import Entry, record

_FORM = re.compile(r"left out: (\S{1,80})")


def note_for(statement: str) -> str:
    """Return the note that leaves a statement out."""
    return f"left out: {statement}"


def statement_of(note: str) -> str | None:
    """Return the statement that a note leaves out; None for any other note."""
    found = _FORM.fullmatch(note)
    return found.group(1) if found else None


def left_out(events: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Return the ids of the statements that stand left out."""
    rows = list(events)
    undone = {row["undoes"] for row in rows if row["action"] == "undo"}
    told = (statement_of(row["note"]) for row in rows if row["action"] == "note" and row["id"] not in undone)
    return frozenset(statement for statement in told if statement)


def leave_out(call: Call) -> Response:
    """Record that a statement does not belong to the finding; it takes two others to be left."""
    call.require_trust()
    key, statement = call.parts["key"], call.text("statement")
    if statement_of(note_for(statement)) != statement:
        raise StoreError("The form names no statement; reload the page")
    record(call.store, Entry(key, "note", call.user, note=note_for(statement)))
    return see(f"/f/{key}")


def without(comparison: Comparison, thrown: Mapping[str, frozenset[str]]) -> Comparison:
    """Return a comparison for its report, each fact (by key) without the statements left out of it."""
    if not any(thrown.values()):
        return comparison
    days = days_of(comparison.sources)
    letters = {s.id: letter(number) for number, s in enumerate(comparison.sources)}
    naming = Naming(letters, {s.id: s.publisher or letters[s.id] for s in comparison.sources}, days)
    source_of = {s.id: s.source for s in comparison.statements}
    facts = [_fact(fact, thrown.get(fact.key, frozenset()), naming, source_of) for fact in comparison.facts]
    return replace(comparison, facts=tuple(fact for fact in facts if fact is not None))


def _fact(fact: Fact, thrown: frozenset[str], naming: Naming, source_of: Mapping[str, str]) -> Fact | None:
    """Return a fact without some statements; None where fewer than two sources are left to speak.

    What it is and its answer follow from the pairs that are left; no wording is offered that was made with the others.
    """
    if not thrown:
        return fact
    answers = tuple(a for a in fact.answers if a.statement not in thrown)
    pairs = tuple(sorted((p for p in fact.pairs if not {p.left, p.right} & thrown), key=lead_first))
    sources = len({a.source for a in answers})
    if sources < 2 or not pairs:
        return None
    relation = pairs[0].relation
    rows = rows_of(weighed(pairs, answers), naming.days, by_status=relation != "agreement")
    ends = source_of[pairs[0].left], source_of[pairs[0].right]
    return replace(
        fact,
        relation=relation,
        basis=basis_of([p for p in pairs if p.relation == relation]),
        summary=summary_of(relation, pairs[0], rows, ends, naming),
        answers=answers,
        pairs=pairs,
        sources=sources,
        independent=min(fact.independent, sources),
        supported=None,
        dissent=None,
    )


def kept(told: Mapping[str, Any], thrown: frozenset[str]) -> tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]:
    """Return what a finding's page shows without the statements left out, and those."""
    gone = [a for a in told["answers"] if a["statement"] in thrown]
    answers = [a for a in told["answers"] if a["statement"] not in thrown]
    pairs = [p for p in told["pairs"] if not {p["left"], p["right"]} & thrown]
    if not gone:
        return told, gone
    rows: dict[str, list[str]] = {}
    for a in answers:
        rows.setdefault(a["value"], []).append(a["label"])
    values = "; ".join(f"{value} ({', '.join(dict.fromkeys(labels))})" for value, labels in rows.items())
    own = {"answers": answers, "pairs": pairs, "summary": f"{values}.", "supported": None, "dissent": None}
    return {**told, **own}, gone
