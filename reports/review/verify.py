"""Checks a whole project: the chain of events, and that the pages show what the events say."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from compare.errors import StoreError
from reports.review import opinions as op
from reports.review.chain import Checked, walk
from reports.review.runs import content_digest
from reports.review.schema import event, finding, run
from reports.review.store import Store


def verify(store: Store) -> Checked:
    """Walk the chain and work out every decided finding again."""
    with store.reading() as connection:
        checked = walk(connection)
        faults = [*checked.faults, *_damage(connection), *_changed(connection)]
        if not faults:  # events that were tampered with say nothing about the pages
            faults = _stale(connection)
    return replace(checked, faults=tuple(faults))


def _damage(connection: sa.Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    told = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [f"the file is damaged: {line}" for line in told if line != "ok"]


def _changed(connection: sa.Connection) -> list[str]:
    newest = connection.execute(sa.select(run).order_by(run.c.number.desc()).limit(1)).first()
    if newest is None or newest.digest == content_digest(connection, newest.comparison, newest.words):
        return []
    return ["the findings are not those that the newest comparison wrote; compare the sources again"]


def _stale(connection: sa.Connection) -> list[str]:
    faults = []
    held = {row["key"]: dict(row) for row in connection.execute(sa.select(finding)).mappings()}
    named = set(connection.scalars(sa.select(event.c.finding).where(event.c.finding != "")))
    faults += [f"events speak of {name}, which is not in the project" for name in sorted(named - held.keys())]
    for key, row in held.items():
        if not row["events"] and row["decision"] is None and key not in named:
            continue
        told = op.decision_of(key, op.events_of(connection, key), row["evidence"], bool(row["present"]))
        if (told.state, told.decision, told.assignee) != (row["state"], row["decision"], row["assignee"]):
            faults.append(f"finding {key} is shown as {row['state']!r} but its events say {told.state!r}")
    return faults


def require(store: Store) -> Checked:
    """Verify, and raise ``StoreError`` with every fault where there is one."""
    checked = verify(store)
    if checked.faults:
        raise StoreError(f"{store.name} does not hold: " + "; ".join(checked.faults))
    return checked
