"""Hands decisions over from one project to another, as one JSON file.  Taking the same file twice adds nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from compare.errors import StoreError
from compare.facts.decisions import LABELS, Identity, match_findings
from compare.facts.labels import RELATIONS as KINDS
from compare.facts.labels import SEVERITIES
from reports.review import opinions as op
from reports.review.events import NAME_LIMIT, NOTE_LIMIT, chain, refresh
from reports.review.schema import alias, event, finding
from reports.review.store import Store

SCHEMA = "crosscheck-handover/1"
_TEXT = ("id", "origin", "finding", "action", "note", "evidence", "supersedes", "actor", "at")
_MAYBE = ("decision", "follow", "assignee", "undoes")
_FINDING = ("key", "fact", "kind", "severity", "slot", "question", "marks", "evidence")


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import brought."""

    events: int  # new here
    known: int  # already here
    differing: int  # findings that now bear two opinions
    unknown: int  # findings that this project's newest run does not have
    note: str  # of the person who handed over

    def __str__(self) -> str:
        """Say it in one sentence."""
        told = f"{self.events} events taken over, {self.known} were already here"
        if self.differing:
            told += f"; {self.differing} findings now bear two opinions"
        return told + (f"; {self.unknown} findings are not in this project's comparison" if self.unknown else "")


def export(store: Store, *, since: int = 0, note: str = "") -> dict[str, Any]:
    """Return every event after ``since`` (``event.seq``) and the findings they are about, as JSON values.

    Raises ``StoreError`` while a blind review runs: the file would tell what nobody may see yet.
    """
    with store.reading() as connection:
        blind = op.latest_blind(connection)
        if blind is not None and blind.running:
            raise StoreError("A blind review is running; reveal the decisions before you hand over")
        query = sa.select(event).where(event.c.seq > since, event.c.finding != "").order_by(event.c.seq)
        events = [dict(row) for row in connection.execute(query).mappings()]
        names = {key: op.names_of(connection, key) for key in {row["finding"] for row in events}}
        held = {row["key"]: row for row in connection.execute(sa.select(finding)).mappings()}
    return {
        "schema": SCHEMA,
        "origin": store.origin,
        "note": note,
        "through": events[-1]["seq"] if events else since,
        "findings": [
            {
                **{name: held[own][name] for name in _FINDING},
                "marks": json.loads(held[own]["marks"]),
                "names": sorted({*known, held[own]["fact"]}),
            }
            for own, known in sorted(names.items())
        ],
        "events": [{name: row[name] for name in (*_TEXT, *_MAYBE, "version")} for row in events],
    }


def take(store: Store, told: object) -> Taken:
    """Take over what another project exported, in one transaction.

    Raises ``StoreError`` where it is no such file or contradicts an event that is here.
    """
    findings, events, note = _read(told)
    with store.writing() as connection:
        here = {row["id"]: dict(row) for row in connection.execute(sa.select(event)).mappings()}
        keys, unknown = _place(connection, findings)
        seen = _same_evidence(connection, findings, keys)
        touched, new = set(), 0
        for row in events:
            if row["id"] in here:
                _same(here[row["id"]], row)
                continue
            if row["finding"] not in keys:
                raise StoreError(f"The file has a decision on {row['finding']} but does not say what that is")
            if row["undoes"] is not None and row["undoes"] not in here:
                raise StoreError("The file undoes a decision that is neither in it nor here; export it whole")
            placed = {**row, "finding": keys[row["finding"]]}
            placed["evidence"] = seen.get((placed["finding"], row["evidence"]), row["evidence"])
            placed["origin"] = _origin(connection, placed)
            chain(connection, placed)
            here[row["id"]] = placed
            touched.add(keys[row["finding"]])
            new += 1
        for key in sorted(touched):
            refresh(connection, key)
        differing = [
            connection.scalar(sa.select(finding.c.state).where(finding.c.key == key)) == "two opinions"
            for key in sorted(touched)
        ]
    return Taken(new, len(events) - new, sum(differing), unknown, note)


def _place(connection: sa.Connection, findings: Sequence[dict[str, Any]]) -> tuple[dict[str, str], int]:
    """Return this project's key for each finding of the file, and how many it did not have."""
    own = {row["key"]: _known(connection, row) for row in findings}
    strange = [row for row in findings if own[row["key"]] is None]
    if strange:
        known = [_identity(dict(row), "key") for row in connection.execute(sa.select(finding)).mappings()]
        free = [identity for identity in known if identity.key not in own.values()]
        matched = match_findings(free, [_identity(row, "key") for row in strange])
        for row in strange:
            own[row["key"]] = matched.get(row["key"]) or _add(connection, row)
    placed: dict[str, str] = {}
    for row in findings:
        for name in (row["key"], *row["names"]):
            key = own[row["key"]] or row["key"]
            if op.resolve(connection, name) is None:
                connection.execute(sa.insert(alias).values(key=name, finding=key))
            placed[name] = key
    absent = set(connection.scalars(sa.select(finding.c.key).where(finding.c.present == 0)))
    return placed, len(absent.intersection(placed.values()))


def _known(connection: sa.Connection, row: Mapping[str, Any]) -> str | None:
    """Return this project's key of a finding of the file, where it goes by one of its names here."""
    return next((key for name in (row["key"], *row["names"]) if (key := op.resolve(connection, name))), None)


def _same_evidence(
    connection: sa.Connection, findings: Sequence[dict[str, Any]], keys: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """Return (key, evidence there) → evidence here, where both projects show the same statements.

    The two may name one evidence differently, because one of them saw an earlier layout of the articles.
    """
    same = {}
    for row in findings:
        key = keys[row["key"]]
        here = connection.execute(sa.select(finding.c.marks, finding.c.evidence).where(finding.c.key == key)).one()
        if set(json.loads(here.marks)["statements"]) == set(row["marks"]["statements"]):
            same[key, row["evidence"]] = here.evidence
    return same


def _identity(row: Mapping[str, Any], name: str) -> Identity:
    marks = json.loads(row["marks"]) if isinstance(row["marks"], str) else row["marks"]
    return Identity(row[name], row["slot"], frozenset(marks["statements"]), frozenset(marks["items"]), row["evidence"])


def _add(connection: sa.Connection, row: Mapping[str, Any]) -> str:
    """Keep a finding that only the other project has: its decisions must not be lost."""
    page = {"question": row["question"], "relation": row["kind"], "severity": row["severity"], "kind": row["slot"]}
    empty: dict[str, Any] = {
        "summary": "",
        "supported": None,
        "caveat": None,
        "dissent": None,
        "answers": [],
        "pairs": [],
    }
    empty |= dict.fromkeys(("supported", "caveat", "dissent"))
    values = {
        **{name: row[name] for name in ("key", "fact", "kind", "severity", "slot", "question", "evidence")},
        "rank": SEVERITIES.index(row["severity"]) * 10 + KINDS.index(row["kind"]),
        "payload": json.dumps({**page, **empty}, ensure_ascii=False, sort_keys=True),
        "marks": json.dumps({name: sorted(row["marks"][name]) for name in ("statements", "items")}),
        "present": 0,
        "state": "not found again",
        "events": 0,
    }
    connection.execute(sa.insert(finding).values(values))
    return str(row["key"])


def _origin(connection: sa.Connection, row: Mapping[str, Any]) -> str:
    """Return the event's origin; a copied file writes under the same one, so tell the copies apart."""
    taken = sa.select(event.c.id).where(
        event.c.finding == row["finding"], event.c.origin == row["origin"], event.c.version == row["version"]
    )
    return f"{row['origin']}/{row['id']}" if connection.scalar(taken) else str(row["origin"])


def _same(held: Mapping[str, Any], row: Mapping[str, Any]) -> None:
    if any(held[name] != row[name] for name in (*_TEXT, *_MAYBE) if name not in {"origin", "finding", "evidence"}):
        raise StoreError(f"The file's event {row['id']} is not the one that is here: one of the two was changed")


# --- reading a file that anybody may have written ------------------------------------------------


def _read(told: object) -> tuple[list[dict[str, Any]], list[dict[str, Any]], str]:
    if not isinstance(told, dict) or told.get("schema") != SCHEMA:
        raise StoreError(f"This is not a handover file of Crosscheck ({SCHEMA})")
    findings, events, note = told.get("findings"), told.get("events"), told.get("note", "")
    if not isinstance(findings, list) or not isinstance(events, list) or not isinstance(note, str):
        raise StoreError("The handover file is damaged: findings or events are missing")
    try:
        return [_read_finding(row) for row in findings], [_read_event(row) for row in events], note
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError(f"The handover file is damaged: {error}") from error


def _read_finding(row: Mapping[str, Any]) -> dict[str, Any]:
    read = {name: row[name] for name in _FINDING}
    marks = [mark for name in ("statements", "items") for mark in read["marks"][name]]
    read["names"] = list(row.get("names", ()))
    marks += read["names"]
    if not all(isinstance(value, str) for value in [*marks, *(read[n] for n in _FINDING if n != "marks")]):
        raise ValueError(f"finding {read['key']!r} holds something that is not text")
    if read["kind"] not in KINDS or read["severity"] not in SEVERITIES or not read["key"]:
        raise ValueError(f"finding {read['key']!r} is of no known kind")
    return read


def _read_event(row: Mapping[str, Any]) -> dict[str, Any]:
    read = {name: row[name] for name in (*_TEXT, *_MAYBE, "version")}
    texts = [read[name] for name in _TEXT] + [read[name] for name in _MAYBE if read[name] is not None]
    if not all(isinstance(value, str) and "\0" not in value for value in texts) or type(read["version"]) is not int:
        raise ValueError(f"event {read['id']!r} holds something that is not text")
    if len(read["note"]) > NOTE_LIMIT or any(len(value) > NAME_LIMIT for value in (read["actor"], read["id"])):
        raise ValueError(f"event {read['id']!r} is too long")
    names = json.loads(read["supersedes"])
    known = read["action"] in {"decide", "note", "assign", "undo"}
    if not known or not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError(f"event {read['id']!r} is of no known kind")
    if read["decision"] not in {None, *LABELS}:
        raise ValueError(f"{read['decision']!r} is no decision")
    if (read["action"] == "decide") != (read["decision"] is not None) or read["version"] < 1:
        raise ValueError(f"event {read['id']!r} contradicts itself")
    if not read["finding"] or not read["id"] or not read["actor"]:
        raise ValueError("an event lacks its finding, its id or its person")
    return read
