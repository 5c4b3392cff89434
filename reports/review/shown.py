"""What the pages show, worked out before any template sees it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import sqlalchemy as sa

from compare.facts.decisions import LABELS, STATES, Decision, called
from compare.facts.labels import RELATIONS as KINDS
from compare.facts.labels import SEVERITIES
from reports.review import opinions as op
from reports.review import queue
from reports.review.events import undoable
from reports.review.leaving import kept, left_out, statement_of
from reports.review.schema import finding
from reports.review.standings import in_words
from reports.wording import confidence

BEHIND, AHEAD = 4, 12  # findings shown around the one that is open

FILTERS = ("kind", "severity", "source", "state", "assignee", "text")


@dataclass(frozen=True, slots=True)
class Page:
    """One finding with everything around it."""

    row: op.Row
    told: Mapping[str, Any]  # the payload
    decision: Decision
    version: int  # how many events the viewer saw
    history: tuple[Mapping[str, Any], ...]  # newest first
    may_undo: str | None  # what would be undone, in words
    around: tuple[op.Row, ...]  # the finding and its neighbours in the queue
    previous: op.Row | None
    next: op.Row | None
    blind: bool  # a blind review runs
    out: Sequence[Mapping[str, Any]]  # answers that somebody left out of the finding


def read_filter(told: Mapping[str, str]) -> queue.Filter:
    """Return the filter that a query string asks for; what is unknown is ignored."""
    kept = {name: told.get(name) or None for name in FILTERS}
    if kept["kind"] not in KINDS:
        kept["kind"] = None
    if kept["severity"] not in SEVERITIES:
        kept["severity"] = None
    if kept["state"] not in {*STATES, "to do"}:
        kept["state"] = None
    return queue.Filter(**kept)


def as_query(wanted: queue.Filter, **more: str) -> str:
    """Return a filter as a query string, with its question mark; '' for none."""
    told = {name: value for name in FILTERS if (value := getattr(wanted, name))}
    told.update(more)
    return "?" + urlencode(told) if told else ""


def finding_page(connection: sa.Connection, key: str, wanted: queue.Filter, viewer: str) -> Page | None:
    """Return the page of a finding as this viewer may see it; None where there is no such finding."""
    own = op.resolve(connection, key)
    if own is None:
        return None
    held = dict(connection.execute(sa.select(finding).where(finding.c.key == own)).mappings().one())
    blind = op.latest_blind(connection)
    events = op.visible(op.events_of(connection, own), blind, viewer)
    edge = (held["rank"], own)
    behind = queue.page(connection, wanted, viewer, before=edge, limit=BEHIND)
    ahead = queue.page(connection, wanted, viewer, after=edge, limit=AHEAD)
    decision = op.decision_of(own, events, held["evidence"], bool(held["present"]))
    row = {**held, "state": decision.state, "decision": decision.decision, "assignee": decision.assignee}
    target = undoable(events, viewer)
    told, out = kept(json.loads(held["payload"]), left_out(events))
    return Page(
        row=row,
        told=told,
        out=out,
        decision=decision,
        version=len(events),
        history=tuple(_lines(events, held["evidence"], held["kind"])),
        may_undo=in_short(target) if target else None,
        around=(*behind, row, *ahead),
        previous=behind[-1] if behind else None,
        next=ahead[0] if ahead else None,
        blind=blind is not None and blind.running,
    )


def _lines(events: Sequence[op.Row], evidence: str, kind: str) -> list[dict[str, Any]]:
    by_id = {row["id"]: row for row in events}
    undone = {row["undoes"] for row in events if row["action"] == "undo"}
    lines = []
    for number, row in enumerate(events, 1):
        what = in_short(row)
        if row["action"] == "undo":
            what = f"undo of “{in_short(by_id[row['undoes']])}”" if row["undoes"] in by_id else "undo"
        lines.append({
            "by": row["actor"],
            "what": what.replace(LABELS["no-conflict"], called(kind, "no-conflict")),
            "at": in_words(row["at"]),
            "version": number,
            "note": "" if statement_of(row["note"]) else row["note"],
            "undone": row["id"] in undone,
            "same": row["evidence"] == evidence,
        })  # fmt: skip
    return lines[::-1]


def in_short(row: op.Row) -> str:
    """Return an event in a few words."""
    if row["action"] == "decide":
        return LABELS[row["decision"]] + (f", follow {row['follow']}" if row["follow"] else "")
    if row["action"] == "assign":
        return f"assigned to {row['assignee']}" if row["assignee"] else "assigned to nobody"
    if row["action"] == "note" and statement_of(row["note"]):
        return "left a statement out"
    return "note" if row["action"] == "note" else str(row["action"])


def pieces(answer: Mapping[str, Any]) -> list[tuple[str, bool]]:
    """Cut a statement into (words, marked or not)."""
    text, at, cut = answer["text"], 0, []
    for start, end in answer["marks"]:
        if start < at:  # an overlap belongs to the mark before it
            continue
        cut += [(text[at:start], False), (text[start:end], True)]
        at = end
    cut.append((text[at:], False))
    return [(words, marked) for words, marked in cut if words]


def reasons(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return why each pair of the finding was matched and judged so, best evidence first."""
    return [
        {
            **pair,
            "confidence": f"{confidence(pair['score'])} the same fact ({pair['score']:.2f})",
            "evidence": [{**piece, "words": f"{piece['weight']:+.1f}".replace("-", "−")} for piece in pair["evidence"]],
            "total": f"{sum(piece['weight'] for piece in pair['evidence']):+.1f}".replace("-", "−"),
        }
        for pair in told["pairs"]
    ]


def place_of(connection: sa.Connection, key: str) -> tuple[int, str] | None:
    """Return where a finding stands in the queue."""
    own = op.resolve(connection, key)
    rank = connection.scalar(sa.select(finding.c.rank).where(finding.c.key == own))
    return None if own is None or rank is None else (rank, own)


def blind_of(connection: sa.Connection) -> op.Blind | None:
    """Return the blind review that runs, if one does."""
    blind = op.latest_blind(connection)
    return blind if blind is not None and blind.running else None
