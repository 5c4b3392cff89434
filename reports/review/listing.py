"""The findings of a project as rows for the shell."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from reports.review import opinions as op
from reports.review import queue
from reports.review.schema import finding
from reports.review.standings import as_json
from reports.review.store import Store

CHUNK = 500  # findings read at once


def listed(store: Store, wanted: queue.Filter, viewer: str) -> list[dict[str, Any]]:
    """Return findings in the order of the queue; without a filter also those that were decided and are gone."""
    with store.reading() as connection:
        blind = op.latest_blind(connection)
        keys = [row["key"] for row in queue.everything(connection, wanted, viewer)]
        if wanted == queue.Filter():
            worked = sa.select(finding.c.key).where(finding.c.events > 0).order_by(finding.c.rank, finding.c.key)
            known = set(keys)
            keys += [key for key in connection.scalars(worked) if key not in known]
        rows = []
        for start in range(0, len(keys), CHUNK):
            some = keys[start : start + CHUNK]
            found = connection.execute(sa.select(finding).where(finding.c.key.in_(some))).mappings()
            held = {row["key"]: dict(row) for row in found}
            rows += [_row(connection, held[key], blind, viewer) for key in some]
        return rows


def _row(connection: sa.Connection, held: op.Row, blind: op.Blind | None, viewer: str) -> dict[str, Any]:
    key = held["key"]
    events = op.visible(op.events_of(connection, key), blind, viewer) if held["events"] else []
    told = op.decision_of(key, events, held["evidence"], bool(held["present"]))
    page = json.loads(held["payload"])
    return {
        "key": key,
        "fact": held["fact"],
        "kind": held["kind"],
        "severity": held["severity"],
        "question": held["question"],
        "version": len(events),
        "sources": sorted({answer["source"] for answer in page["answers"]}),
        **as_json(told),
    }


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Return the rows as aligned text, one finding a line."""
    cells = [
        (row["key"], row["kind"], row["severity"], _standing(row), " ".join(row["question"].split())) for row in rows
    ]
    head = ("KEY", "KIND", "SEVERITY", "STATE", "QUESTION")
    widths = [max(len(row[place]) for row in [head, *cells]) for place in range(4)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row[:4], widths, strict=True)) + "  " + row[4]
        for row in [head, *cells]
    ]
    return "\n".join(lines) + "\n"


def _standing(row: dict[str, Any]) -> str:
    told = str(row["state"])
    if row["label"] and row["state"] != "needs a call":
        told += f": {row['label']}"
    if row["by"]:
        told += f" ({row['by']})"
    return told + (f" → {row['assignee']}" if row["assignee"] else "")
