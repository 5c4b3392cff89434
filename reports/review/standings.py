"""Where every finding of a project stands, for reports, the gate and the shell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from compare.facts.decisions import LABELS, Decision, Identity, identify, match_findings
from compare.model import Comparison
from reports.finding_view import Decision as Shown
from reports.review import opinions as op
from reports.review.schema import finding
from reports.review.store import Store, open_store


def decisions_for(project: str, comparison: Comparison | None = None) -> Mapping[str, Decision]:
    """Return, by ``Fact.key``, where each finding stands that somebody worked on.

    With a comparison the keys are those of its facts, known again by their words, and a decision made on other
    words comes back as 'decided, new evidence'.  Without one they are those of the project's newest run.
    Raises ``StoreError`` where there is no such project.
    """
    store = open_store(project)
    try:
        return standings(store, comparison)
    finally:
        store.close()


def standings(store: Store, comparison: Comparison | None = None) -> Mapping[str, Decision]:
    """Return what ``decisions_for`` returns, of an open project."""
    with store.reading() as connection:
        blind = op.latest_blind(connection)
        worked = {
            row["key"]: dict(row)
            for row in connection.execute(sa.select(finding).order_by(finding.c.rank, finding.c.key)).mappings()
            if row["events"] or comparison is not None
        }
        found = _found(worked, comparison)
        told = {}
        for fact, (key, evidence) in found.items():
            if worked[key]["events"]:
                events = op.visible(op.events_of(connection, key), blind, None)
                told[fact] = op.decision_of(key, events, evidence, True)
    return told


def _found(worked: Mapping[str, Mapping[str, Any]], comparison: Comparison | None) -> dict[str, tuple[str, str]]:
    """Return fact key → (the project's key, the evidence there is now)."""
    if comparison is None:
        return {row["fact"]: (key, row["evidence"]) for key, row in worked.items() if row["present"]}
    statements = {statement.id: statement for statement in comparison.statements}
    known = []
    for row in worked.values():
        marks = json.loads(row["marks"])
        sets = frozenset(marks["statements"]), frozenset(marks["items"])
        known.append(Identity(row["fact"], row["slot"], *sets, row["evidence"]))
    by_fact = {row["fact"]: key for key, row in worked.items()}
    facts = {fact.key: identify(fact, statements) for fact in comparison.facts}
    matched = match_findings(known, list(facts.values()))
    return {fact: (by_fact[old], facts[fact].evidence) for fact, old in matched.items()}


def as_json(decision: Decision) -> dict[str, Any]:
    """Return a decision as the reports and the list carry it."""
    return {
        "state": decision.state,
        "decision": decision.decision,
        "label": LABELS.get(decision.decision or ""),
        "by": decision.by,
        "at": decision.at,
        "follow": decision.follow,
        "note": decision.note,
        "assignee": decision.assignee,
        "settled": decision.settled,
        "opinions": [
            {"decision": o.decision, "by": o.by, "at": o.at, "follow": o.follow, "note": o.note}
            for o in decision.opinions
        ],
    }


def for_reports(told: Mapping[str, Decision]) -> dict[str, Shown]:
    """Return the decisions in the form that the report formats take; untouched and undone findings are left out."""
    return {key: _shown(decision) for key, decision in told.items() if decision.decision is not None}


def _shown(decision: Decision) -> Shown:
    words = LABELS[decision.decision or ""]
    if decision.state == "two opinions":
        words = "Two opinions: " + "; ".join(f"{LABELS[o.decision]} ({o.by})" for o in decision.opinions)
    if decision.follow:
        words += f", follow {decision.follow}"
    state: Literal["open", "decided", "new-evidence"] = "decided" if decision.settled else "open"
    if decision.state == "decided, new evidence":
        state = "new-evidence"
    return Shown(decision.decision or "", words, decision.by or "", in_words(decision.at or ""), decision.note, state)


def in_words(at: str) -> str:
    """Return a time of an event for people: '21 Nov 2026, 14:31 UTC'."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{when.day} {when:%b %Y, %H:%M} UTC"
