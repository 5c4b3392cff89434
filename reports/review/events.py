"""Writing events: a decision, a note, an assignment, an undo.  One transaction each."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from compare.errors import StoreError
from compare.facts.decisions import LABELS
from reports.review import opinions as op
from reports.review.chain import link
from reports.review.schema import event, finding, finding_source, meta, opinion, person, tally
from reports.review.store import Store
from reports.wording import SENTENCES
from reports.wording import shown as visible

NOTE_LIMIT = 20_000  # characters
NAME_LIMIT = 200


class MovedError(StoreError):
    """Somebody else recorded something since the form was served; nothing was written."""

    def __init__(self, key: str, events: Sequence[op.Row]) -> None:
        """Keep what stands now, so that both decisions can be shown side by side."""
        stands = [f"{row['actor']}: {LABELS[row['decision']]}" for row in op.standing(events)]
        now = "; ".join(stands) or "no decision, but a note or another event"
        super().__init__(
            f"{key} moved on in the meantime. What stands now – {now}. Yours was not saved; look and choose"
        )
        self.key = key
        self.events = tuple(events)


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody wants to record."""

    finding: str  # any key the finding goes by
    action: Literal["decide", "note", "assign"]
    actor: str
    decision: str | None = None
    follow: str | None = None
    note: str = ""
    assignee: str | None = None  # None keeps who has it; '' takes it from everybody
    id: str = ""  # made when the form was served; '' makes one now
    seen: int | None = None  # how many events the person saw; None: whatever there is
    second: bool = False  # stand beside what others decided, instead of taking its place


def new_id() -> str:
    """Return a fresh event id."""
    return uuid.uuid4().hex


def record(store: Store, entry: Entry) -> str:
    """Write the entry and return the event's id; the same id again writes nothing.

    Raises ``MovedError`` where ``seen`` is no longer all there is, ``StoreError`` where the finding or the
    decision is unknown.
    """
    _check(entry)
    with store.writing() as connection:
        if entry.id and (held := _held(connection, entry.id)):
            if held["actor"] != entry.actor or held["action"] != entry.action:
                raise StoreError("This form was already used by somebody else; reload the page")
            return entry.id
        key = op.resolve(connection, entry.finding)
        if key is None:
            raise StoreError(f"There is no finding {entry.finding} in this project")
        blind = op.latest_blind(connection)
        events = op.events_of(connection, key)
        seen = op.visible(events, blind, entry.actor)
        if entry.seen is not None and entry.seen != len(seen):
            raise MovedError(key, seen)
        if entry.second and any(row["actor"] == entry.actor for row in op.standing(seen)):
            raise StoreError(SENTENCES["twice"])
        mine = [row for row in op.standing(seen) if not entry.second or row["actor"] == entry.actor]
        row = {
            "id": entry.id or new_id(),
            "action": entry.action,
            "decision": entry.decision,
            "follow": entry.follow or None,
            "note": entry.note,
            "assignee": op.assignee_of(seen) if entry.assignee is None else entry.assignee or None,
            "supersedes": json.dumps([r["id"] for r in mine] if entry.action == "decide" else []),
            "undoes": None,
            "actor": entry.actor,
        }
        _append(store, connection, key, len(events), row)
        return str(row["id"])


def undo(store: Store, key: str, actor: str, *, id: str = "", seen: int | None = None) -> str:  # noqa: A002 - the event's id
    """Undo the actor's last event on a finding, by an event; only while nobody else wrote after it.

    Raises ``MovedError`` as ``record`` does, ``StoreError`` where there is nothing to undo.
    """
    with store.writing() as connection:
        if id and _held(connection, id):
            return id
        own = op.resolve(connection, key)
        if own is None:
            raise StoreError(f"There is no finding {key} in this project")
        events = op.events_of(connection, own)
        shown = op.visible(events, op.latest_blind(connection), actor)
        if seen is not None and seen != len(shown):
            raise MovedError(own, shown)
        target = undoable(shown, actor)
        if target is None:
            raise StoreError("There is nothing of yours to undo here, or somebody else wrote after you")
        row = {
            "id": id or new_id(), "action": "undo", "decision": None, "follow": None, "note": "",
            "assignee": None, "supersedes": "[]", "undoes": target["id"], "actor": actor,
        }  # fmt: skip
        _append(store, connection, own, len(events), row)
        return str(row["id"])


def undoable(events: Sequence[op.Row], actor: str) -> op.Row | None:
    """Return the actor's last event that stands, where nobody else wrote after it."""
    undone = {row["undoes"] for row in events if row["action"] == "undo"}
    for row in reversed(events):
        if row["id"] in undone or row["action"] == "undo":
            continue
        return row if row["actor"] == actor else None
    return None


def append_project(store: Store, connection: sa.Connection, action: str, actor: str, note: str) -> None:
    """Write an event about the project as a whole: the start or the end of a blind review."""
    count = connection.scalar(sa.select(sa.func.count()).where(event.c.finding == "")) or 0
    row = {
        "id": new_id(), "action": action, "decision": None, "follow": None, "note": note, "assignee": None,
        "supersedes": "[]", "undoes": None, "actor": actor, "finding": "", "version": count + 1,
        "evidence": "", "origin": store.origin, "at": store.clock(),
    }  # fmt: skip
    chain(connection, row)


def chain(connection: sa.Connection, row: dict[str, Any]) -> None:
    """Add a row to the chain and note the new head; needs the writer's lock."""
    noted = connection.scalar(sa.select(meta.c.value).where(meta.c.name == "head")) or "0 "
    seq, _, before = noted.partition(" ")
    full = {**row, "seq": int(seq) + 1, "prev": before}
    full["hash"] = link(full)
    connection.execute(sa.insert(event).values(full))
    for name in {row["actor"], row["assignee"]} - {None}:
        if connection.scalar(sa.select(person.c.name).where(person.c.name == name)) is None:
            connection.execute(sa.insert(person).values(name=name))
    connection.execute(sa.update(meta).where(meta.c.name == "head").values(value=f"{full['seq']} {full['hash']}"))


def refresh(connection: sa.Connection, key: str, *, count: bool = True) -> None:
    """Work out again what the pages show of a finding; ``count`` keeps the tally in step."""
    held = dict(connection.execute(sa.select(finding).where(finding.c.key == key)).mappings().one())
    events = op.events_of(connection, key)
    stands = op.standing(events)
    told = op.decision_of(key, events, held["evidence"], bool(held["present"]))
    connection.execute(sa.delete(opinion).where(opinion.c.finding == key))
    if stands:
        rows = [{"event": row["id"], "finding": key, "actor": row["actor"]} for row in stands]
        connection.execute(sa.insert(opinion), rows)
    connection.execute(
        sa.update(finding)
        .where(finding.c.key == key)
        .values(state=told.state, decision=told.decision, assignee=told.assignee, events=len(events))
    )
    if told.state != held["state"]:
        connection.execute(sa.update(finding_source).where(finding_source.c.finding == key).values(state=told.state))
        if count:
            _count(connection, held, held["state"], -1)
            _count(connection, held, told.state, 1)


def _append(store: Store, connection: sa.Connection, key: str, count: int, row: dict[str, Any]) -> None:
    evidence = connection.scalar(sa.select(finding.c.evidence).where(finding.c.key == key))
    placed = {"finding": key, "version": count + 1, "evidence": evidence, "origin": store.origin, "at": store.clock()}
    chain(connection, {**row, **placed})
    refresh(connection, key)


def _count(connection: sa.Connection, held: op.Row, state: str, change: int) -> None:
    where = {"kind": held["kind"], "severity": held["severity"], "state": state}
    matches = sa.and_(*(tally.c[name] == value for name, value in where.items()))
    if not connection.execute(sa.update(tally).where(matches).values(number=tally.c.number + change)).rowcount:
        connection.execute(sa.insert(tally).values(**where, number=change))


def _held(connection: sa.Connection, name: str) -> op.Row | None:
    row = connection.execute(sa.select(event).where(event.c.id == name)).mappings().one_or_none()
    return dict(row) if row else None


def _check(entry: Entry) -> None:
    if (entry.action == "decide") != (entry.decision is not None):
        raise StoreError("A decision is missing: choose one of " + ", ".join(LABELS))
    if entry.decision is not None and entry.decision not in LABELS:
        raise StoreError(f"{entry.decision!r} is not a decision; choose one of " + ", ".join(LABELS))
    if len(entry.note) > NOTE_LIMIT:
        raise StoreError(f"The note is longer than {NOTE_LIMIT:,} characters")
    if not entry.actor or max(map(len, (entry.actor, entry.assignee or "", entry.follow or ""))) > NAME_LIMIT:
        raise StoreError(f"A name is missing or longer than {NAME_LIMIT} characters")
    if entry.action == "note" and not entry.note.strip():
        raise StoreError("The note is empty")
    if "\0" in entry.note + (entry.follow or ""):
        raise StoreError("The note holds a NUL character, which cannot be stored")
    if any(visible(name) != name for name in (entry.actor, entry.assignee or "")):
        raise StoreError("A name holds a character that cannot be seen or that turns the text around")
