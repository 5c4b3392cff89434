"""Takes a comparison into a project: findings known before keep their decisions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from compare.facts.decisions import Identity, identify, match_findings
from compare.model import Comparison
from reports.review import payload, schema
from reports.review.events import refresh
from reports.review.evidence import Texts, changed, remember, stands, texts_of
from reports.review.schema import alias, finding, finding_source, run, tally
from reports.review.store import Store

_FIELDS = (
    "key", "fact", "kind", "severity", "rank", "slot", "question", "payload", "marks", "evidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Updated:
    """What a run changed, for the one line that is printed."""

    findings: int  # in this run
    new: int
    carried: int  # findings with a person's decision that were found again
    reopened: int  # … of which the evidence changed
    gone: int  # decided ones that were not found again

    def __str__(self) -> str:
        """Say it in one sentence."""
        told = f"{self.findings} findings, {self.new} of them new; {self.carried} decisions carried over"
        if self.reopened:
            told += f", {self.reopened} reopened by new evidence"
        return told + (f"; {self.gone} decided findings were not found again" if self.gone else "")


def update(store: Store, comparison: Comparison, told: str = "") -> Updated:
    """Take a comparison into the project, in one transaction; ``told`` is the comparison as JSON for reports."""
    statements = {statement.id: statement for statement in comparison.statements}
    found = {fact.key: identify(fact, statements) for fact in comparison.facts}
    pages = {fact.key: (payload.rank(fact), page) for fact, page in payload.payloads(comparison)}
    with store.writing() as connection:
        held = {row["key"]: dict(row) for row in connection.execute(sa.select(finding)).mappings()}
        matched = match_findings([_identity(row) for row in held.values()], list(found.values()))
        names = {r.key: r.finding for r in connection.execute(sa.select(alias))}
        keys = _keys(found, matched, held, names)
        rows = [_row(keys[fact], found[fact], *pages[fact]) for fact in found]
        texts = texts_of(comparison)
        _keep_evidence(connection, rows, held, texts)
        remember(rows, held)
        rows += _kept(rows, held, texts)
        _write(connection, rows, held)
        _name(connection, keys, held, names)
        _sources(connection, rows, comparison)
        before = {key: row["state"] for key, row in held.items()}
        _settle(connection, rows, held)
        _note_run(store, connection, told, texts)
        return _updated(connection, rows, before)


def _identity(row: Mapping[str, Any]) -> Identity:
    marks = json.loads(row["marks"])
    return Identity(
        row["fact"], row["slot"], frozenset(marks["statements"]), frozenset(marks["items"]), row["evidence"]
    )


def _keys(
    found: Mapping[str, Identity],
    matched: Mapping[str, str],
    held: Mapping[str, Mapping[str, Any]],
    names: Mapping[str, str],
) -> dict[str, str]:
    """Return the project's key of each fact: the one it had, else its own, else one made from both."""
    by_fact = {row["fact"]: key for key, row in held.items()}
    keys: dict[str, str] = {}
    taken = {*held, *names}
    for fact, identity in found.items():
        if fact in matched:
            keys[fact] = by_fact[matched[fact]]
            continue
        own, turn = fact, 0
        while own in taken:
            turn += 1
            own = "f-" + hashlib.sha256(f"{fact}\n{identity.evidence}\n{turn}".encode()).hexdigest()[:16]
        keys[fact] = own
        taken.add(own)
    return keys


def _row(key: str, identity: Identity, rank: int, page: Mapping[str, Any]) -> dict[str, Any]:
    marks = {"statements": sorted(identity.statements), "items": sorted(identity.items)}
    return {
        "key": key,
        "fact": identity.key,
        "kind": page["relation"],
        "severity": page["severity"],
        "rank": rank,
        "slot": identity.slot,
        "question": payload.storable(page["question"]),
        "payload": json.dumps(page, sort_keys=True),
        "marks": json.dumps(marks),
        "evidence": identity.evidence,
        "present": 1,
    }


def _write(connection: sa.Connection, rows: Iterable[dict[str, Any]], held: Mapping[str, Mapping[str, Any]]) -> None:
    added = [{**row, "state": "open", "events": 0} for row in rows if row["key"] not in held]
    changed = [row for row in rows if row["key"] in held and any(held[row["key"]][n] != v for n, v in row.items())]
    if added:
        connection.execute(sa.insert(finding), added)
    if changed:
        named: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in changed[0] if name != "key"}
        query = sa.update(finding).where(finding.c.key == sa.bindparam("new_key")).values(**named)
        connection.execute(query, [{f"new_{name}": value for name, value in row.items()} for row in changed])


def _name(
    connection: sa.Connection,
    keys: Mapping[str, str],
    held: Mapping[str, Mapping[str, Any]],
    names: Mapping[str, str],
) -> None:
    """Remember the other keys that a finding went by, so that an old report's key still leads to it."""
    taken = {*names, *held, *keys.values()}
    new = [{"key": fact, "finding": key} for fact, key in keys.items() if fact != key and fact not in taken]
    if new:
        connection.execute(sa.insert(alias), new)


def _sources(connection: sa.Connection, rows: Iterable[dict[str, Any]], comparison: Comparison) -> None:
    connection.execute(sa.delete(schema.source))
    told = [{**row, "about": json.dumps(row["about"], sort_keys=True)} for row in payload.sources_of(comparison)]
    if told:
        connection.execute(sa.insert(schema.source), told)
    connection.execute(sa.delete(finding_source))
    links = [
        {"finding": row["key"], "source": source, "rank": row["rank"], "state": "open"}
        for row in rows
        for source in sorted({answer["source"] for answer in json.loads(row["payload"])["answers"]})
    ]
    if links:
        connection.execute(sa.insert(finding_source), links)


def _settle(connection: sa.Connection, rows: list[dict[str, Any]], held: Mapping[str, Mapping[str, Any]]) -> None:
    """Bring states up to date: of findings whose evidence changed, and of those that came back or went."""
    present = {row["key"] for row in rows}
    lost = [key for key, row in held.items() if key not in present and row["present"]]
    if lost:
        gone = sa.update(finding).where(finding.c.key == sa.bindparam("lost"))
        connection.execute(gone.values(present=0, state="not found again"), [{"lost": key} for key in lost])
    back = [key for key in sorted(present) if key in held and not held[key]["present"]]
    if back:
        again = sa.update(finding).where(finding.c.key == sa.bindparam("back"))
        connection.execute(again.values(state="open"), [{"back": key} for key in back])
    seen = {row["key"]: row["evidence"] for row in rows}
    moved = {key for key, row in held.items() if row["events"] and seen.get(key) != row["evidence"]}
    for key in sorted(moved.union(back)):
        refresh(connection, key, count=False)
    state = sa.select(finding.c.state).where(finding.c.key == finding_source.c.finding).scalar_subquery()
    connection.execute(sa.update(finding_source).values(state=state))
    recount(connection)


def recount(connection: sa.Connection) -> None:
    """Count again how many findings of each sort there are."""
    connection.execute(sa.delete(tally))
    columns = (finding.c.kind, finding.c.severity, finding.c.state)
    counted = sa.select(*columns, sa.func.count()).group_by(*columns)
    connection.execute(sa.insert(tally).from_select(["kind", "severity", "state", "number"], counted))


def _keep_evidence(
    connection: sa.Connection, rows: Iterable[dict[str, Any]], held: Mapping[str, Mapping[str, Any]], now: Texts
) -> None:
    """Leave the evidence of a finding as it was where no word of it is new and none is gone."""
    told = connection.scalar(sa.select(run.c.words).order_by(run.c.number.desc()).limit(1))
    before = json.loads(told or "{}")
    for row in rows:
        old = held.get(row["key"])
        if old is None or old["evidence"] == row["evidence"] or not old["present"]:
            continue
        if not changed(json.loads(old["payload"]), json.loads(row["payload"]), before, now):
            row["evidence"] = old["evidence"]


def _kept(
    rows: Iterable[Mapping[str, Any]], held: Mapping[str, Mapping[str, Any]], texts: Texts
) -> list[dict[str, Any]]:
    """Return decided findings that this run does not have, though every word of them still stands.

    The comparison may put statements together otherwise when the layout of an article changes; what a person
    decided about words that nobody changed stays.
    """
    found = {row["key"] for row in rows}
    lost = [row for key, row in held.items() if key not in found and row["decision"] is not None]
    return [
        {name: row[name] for name in _FIELDS} | {"present": 2}
        for row in lost
        if stands(json.loads(row["payload"]), texts)
    ]


def content_digest(connection: sa.Connection, comparison: str, words: str) -> str:
    """Return a digest of all that a run wrote, so that ``verify`` finds what was changed since."""
    digest = hashlib.sha256(f"{comparison}\n{words}\n".encode("utf-8", "surrogatepass"))
    columns = [finding.c[name] for name in _FIELDS]
    query = sa.select(*columns).where(finding.c.present > 0).order_by(finding.c.key)
    for row in connection.execute(query):
        digest.update(json.dumps(list(row), separators=(",", ":")).encode())
    return digest.hexdigest()


def _note_run(store: Store, connection: sa.Connection, told: str, texts: Texts) -> None:
    """Keep the newest comparison; the same one again leaves no trace."""
    words = json.dumps(texts, sort_keys=True)
    digest = content_digest(connection, told, words)
    newest = connection.execute(sa.select(run).order_by(run.c.number.desc()).limit(1)).first()
    if newest is None or (newest.digest, newest.comparison, newest.words) != (digest, told, words):
        number = newest.number + 1 if newest else 1
        row = {"number": number, "at": store.clock(), "digest": digest, "comparison": told, "words": words}
        connection.execute(sa.update(run).values(comparison="", words="{}"))  # only the newest is of use
        connection.execute(sa.insert(run).values(row))


def _updated(connection: sa.Connection, rows: list[dict[str, Any]], before: Mapping[str, str]) -> Updated:
    states = connection.execute(sa.select(finding.c.key, finding.c.state, finding.c.present, finding.c.decision)).all()
    decided = [row for row in states if row.decision is not None]
    return Updated(
        findings=sum(row["present"] == 1 for row in rows),
        new=sum(row["key"] not in before for row in rows),
        carried=sum(bool(row.present) for row in decided),
        reopened=sum(r.state == "decided, new evidence" and before.get(r.key) != r.state for r in decided),
        gone=sum(not row.present for row in decided),
    )
