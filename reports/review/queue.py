"""Pages of findings in order, by keyset: the hundredth page costs what the first does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import sqlalchemy as sa

from compare.errors import StoreError
from compare.facts.decisions import STATES, UNSETTLED
from compare.facts.labels import RELATIONS as KINDS
from compare.facts.labels import SEVERITIES
from reports.review import opinions as op
from reports.review.schema import event, finding, finding_source, person, source, tally
from reports.review.store import Store

AGREEMENT = KINDS.index("agreement")
RANKS = tuple(s * 10 + k for s in range(len(SEVERITIES)) for k in range(AGREEMENT))
AGREEMENTS = len(SEVERITIES) * 10 + AGREEMENT
MOST_COUNTED = 2_000  # findings that pass a filter and are counted on its page
_COLUMNS = ("key", "fact", "kind", "severity", "rank", "question", "state", "decision", "assignee", "present")


@dataclass(frozen=True, slots=True)
class Filter:
    """What the queue is narrowed to; None everywhere: every finding of the newest run but agreements."""

    kind: str | None = None
    severity: str | None = None
    source: str | None = None
    state: str | None = None  # a state, or 'to do' for every state that still wants a person
    assignee: str | None = None
    text: str | None = None  # words that the heading, a statement or what stands around it must hold

    @property
    def ranks(self) -> tuple[int, ...]:
        """Return the places in the queue where such findings stand."""
        if self.kind == "agreement":
            return (AGREEMENTS,)
        severities = range(len(SEVERITIES)) if self.severity is None else [SEVERITIES.index(self.severity)]
        kinds = range(AGREEMENT) if self.kind is None else [KINDS.index(self.kind)]
        return tuple(s * 10 + k for s in severities for k in kinds)

    @property
    def states(self) -> tuple[str, ...]:
        """Return the states that pass."""
        if self.state is None:
            return tuple(state for state in STATES if state != "not found again")
        return tuple(s for s in STATES if s in UNSETTLED) if self.state == "to do" else (self.state,)


def page(
    connection: sa.Connection,
    wanted: Filter,
    viewer: str | None,
    *,
    after: tuple[int, str] | None = None,
    before: tuple[int, str] | None = None,
    limit: int = 50,
) -> list[op.Row]:
    """Return up to ``limit`` findings after (or, in reading order, before) a place ``(rank, key)``."""
    blind = op.latest_blind(connection)
    hidden = blind if blind is not None and blind.running else None
    back, edge = before is not None, before or after
    rows: list[op.Row] = []
    for rank in sorted(wanted.ranks, reverse=back):
        if edge and (rank > edge[0] if back else rank < edge[0]):
            continue
        key = edge[1] if edge and rank == edge[0] else None
        query = _query(wanted, rank, key, back=back, hidden=hidden, viewer=viewer)
        found = [dict(row) for row in connection.execute(_firsts(query, limit - len(rows))).mappings()]
        rows += sorted(found, key=lambda row: str(row["key"]), reverse=back)[: limit - len(rows)]
        if len(rows) >= limit:
            break
    shown = [_as_seen(connection, row, hidden, viewer) for row in rows]
    return shown[::-1] if back else shown


def _firsts(queries: Sequence[sa.Select[Any]], limit: int) -> sa.Select[Any] | sa.CompoundSelect[Any]:
    """Return one query for the first rows of each: each walks one index, so none has to sort."""
    if len(queries) == 1:
        return queries[0].limit(limit)
    return sa.union_all(*(sa.select(query.limit(limit).subquery()) for query in queries))


def _query(
    wanted: Filter, rank: int, key: str | None, *, back: bool, hidden: op.Blind | None, viewer: str | None
) -> list[sa.Select[Any]]:
    """Return a query for each state that passes, over findings of one rank, in order of their keys."""
    query = sa.select(*(finding.c[name] for name in _COLUMNS)).where(finding.c.rank == rank)
    states, order = finding.c.state, finding.c.key
    if wanted.source is not None and wanted.assignee is not None:  # few are on one desk: walk those
        spoken = sa.exists().where(finding_source.c.finding == finding.c.key, finding_source.c.source == wanted.source)
        query = query.where(spoken)
    elif wanted.source is not None:
        query = query.join(finding_source, finding_source.c.finding == finding.c.key)
        query = query.where(finding_source.c.source == wanted.source, finding_source.c.rank == rank)
        states, order = finding_source.c.state, finding_source.c.finding
    if wanted.assignee is not None and hidden is None:  # who gave what to whom is hidden, too
        query = query.where(finding.c.assignee == wanted.assignee)
    if wanted.text:
        query = query.where(sa.or_(*(_holds(column, words) for column, words in _written(wanted.text))))
    if key is not None:
        query = query.where(order < key if back else order > key)
    query = query.order_by(order.desc() if back else order)
    if hidden is not None:
        return [_blindly(query.where(states != "not found again"), wanted, hidden, viewer)]
    if wanted.state is None:
        return [query.where(finding.c.present > 0)]
    return [query.where(states == state) for state in wanted.states]


def _written(text: str) -> list[tuple[sa.Column[Any], str]]:
    """Return where words are looked for, as they are written there: the payload is JSON."""
    return [(finding.c.question, text), (finding.c.payload, json.dumps(text)[1:-1])]


def _holds(column: sa.Column[Any], words: str) -> sa.ColumnElement[bool]:
    return sa.func.lower(column).contains(words.lower(), autoescape=True)


def _blindly(query: sa.Select[Any], wanted: Filter, blind: op.Blind, viewer: str | None) -> sa.Select[Any]:
    """Narrow by what the viewer alone did since the blind review began."""
    if wanted.state is None:
        return query
    mine = sa.exists().where(
        event.c.finding == finding.c.key, event.c.actor == viewer, event.c.seq > blind.since, event.c.action == "decide"
    )
    return query.where(~mine if wanted.state in ("to do", "open") else mine)


def _as_seen(connection: sa.Connection, row: op.Row, hidden: op.Blind | None, viewer: str | None) -> op.Row:
    """Return the row as the viewer may see it."""
    if hidden is None:
        return row
    evidence = connection.scalar(sa.select(finding.c.evidence).where(finding.c.key == row["key"]))
    events = op.visible(op.events_of(connection, row["key"]), hidden, viewer)
    since = [e for e in events if e["seq"] > hidden.since]
    told = op.decision_of(row["key"], since, evidence or "", bool(row["present"]))
    return {**row, "state": told.state, "decision": told.decision, "assignee": told.assignee}


def everything(connection: sa.Connection, wanted: Filter, viewer: str | None) -> Iterator[op.Row]:
    """Give every finding that passes, page by page."""
    edge: tuple[int, str] | None = None
    while rows := page(connection, wanted, viewer, after=edge, limit=500):
        yield from rows
        edge = (rows[-1]["rank"], rows[-1]["key"])


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings of the newest run there are, agreements left out."""

    total: int
    decided: int
    states: dict[str, int]
    kinds: dict[str, int]
    severities: dict[str, int]


def counts(connection: sa.Connection, viewer: str | None) -> Counts:
    """Return the counts for the head of the queue, from the tally."""
    sums: dict[str, dict[str, int]] = {"kind": {}, "severity": {}, "state": {}}
    for row in connection.execute(sa.select(tally).where(tally.c.kind != "agreement")).mappings():
        sums["state"][row["state"]] = sums["state"].get(row["state"], 0) + row["number"]
        if row["state"] != "not found again":
            for part in ("kind", "severity"):
                sums[part][row[part]] = sums[part].get(row[part], 0) + row["number"]
    total = sum(sums["severity"].values())
    blind = op.latest_blind(connection)
    if blind is not None and blind.running:
        mine = sa.select(sa.func.count(sa.distinct(event.c.finding))).where(
            event.c.actor == viewer, event.c.seq > blind.since, event.c.action == "decide", event.c.finding != ""
        )
        done = connection.scalar(mine) or 0
        sums["state"] = {"open": total - done, "decided": done}
    decided = sums["state"].get("decided", 0)
    return Counts(total, decided, sums["state"], sums["kind"], sums["severity"])


def narrowed(connection: sa.Connection, wanted: Filter, viewer: str | None) -> tuple[int, int] | None:
    """Return how many of the findings that pass are decided, and how many pass; None where all do."""
    if wanted == Filter():
        return None
    states = [row["state"] for row in islice(everything(connection, wanted, viewer), MOST_COUNTED)]
    return sum(state == "decided" for state in states), len(states)


def sources(connection: sa.Connection) -> Sequence[op.Row]:
    """Return the sources of the newest run in their order, with what is known about each."""
    rows = connection.execute(sa.select(source).order_by(source.c.place)).mappings()
    return [{**row, "about": json.loads(row["about"])} for row in rows]


def people(connection: sa.Connection) -> list[str]:
    """Return everybody who wrote an event or had a finding on the desk."""
    return list(connection.scalars(sa.select(person.c.name).order_by(person.c.name)))


def source_named(store: Store, name: str) -> str:
    """Return the id of the source with this letter or id; raises ``StoreError`` where there is none."""
    with store.reading() as connection:
        known = sources(connection)
    for part in ("id", "label"):
        for row in known:
            if row[part] == name:
                return str(row["id"])
    raise StoreError(f"There is no source {name}; there are " + ", ".join(f"{r['label']} ({r['id']})" for r in known))
