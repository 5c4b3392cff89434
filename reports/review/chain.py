"""The hash chain over the events: each row carries the hash of the one before, so a changed bit shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from reports.review.schema import event, meta

FIELDS = tuple(column.name for column in event.columns if column.name != "hash")


@dataclass(frozen=True, slots=True)
class Checked:
    """What ``verify`` found."""

    events: int  # how many rows were walked
    faults: tuple[str, ...]  # in plain words; empty where the chain holds


def link(row: Mapping[str, Any]) -> str:
    """Return the hash of an event: SHA-256 over the canonical JSON of all its fields but the hash itself."""
    told = json.dumps({name: row[name] for name in FIELDS}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def walk(connection: sa.Connection) -> Checked:
    """Walk every event in order and compare with its hash, its neighbour and the head that was noted."""
    before, count, faults = "", 0, []
    for row in _rows(connection):
        count += 1
        if row["seq"] != count:
            faults.append(f"event {row['seq']} stands where event {count} should: rows are missing or were added")
            count = row["seq"]
        if row["prev"] != before:
            faults.append(f"event {row['seq']} does not follow the event before it")
        if row["hash"] != link(row):
            faults.append(f"event {row['seq']} was changed after it was written")
        before = row["hash"]
    noted = connection.scalar(sa.select(meta.c.value).where(meta.c.name == "head"))
    if noted != f"{count} {before}":
        faults.append(
            "the newest event is not the one that was noted last: events at the end are missing or were added"
        )
    return Checked(count, tuple(faults))


def _rows(connection: sa.Connection) -> Iterator[Mapping[str, Any]]:
    result = connection.execution_options(yield_per=1000).execute(sa.select(event).order_by(event.c.seq))
    for row in result.mappings():
        yield dict(row)
