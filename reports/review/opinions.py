"""From the events of a finding to where it stands: who decided what, and whether that still holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa

from compare.facts.decisions import Decision, DecisionName, Opinion, State
from reports.review.schema import alias, event, finding

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Blind:
    """A blind double review: while it runs, nobody sees what another decides."""

    since: int  # ``event.seq`` of its start
    until: int | None  # ``event.seq`` of its end; None: it runs
    reviewers: tuple[str, ...]

    @property
    def running(self) -> bool:
        """True until somebody reveals the decisions."""
        return self.until is None


def names_of(connection: sa.Connection, key: str) -> list[str]:
    """Return every key a finding goes by, its own first."""
    others = sa.select(alias.c.key).where(alias.c.finding == key).order_by(alias.c.key)
    return [key, *connection.scalars(others)]


def resolve(connection: sa.Connection, key: str) -> str | None:
    """Return the project's own key of a finding that may be named by any of its keys."""
    for query in (
        sa.select(finding.c.key).where(finding.c.fact == key, finding.c.present == 1),
        sa.select(finding.c.key).where(finding.c.key == key),
        sa.select(alias.c.finding).where(alias.c.key == key),
    ):
        if found := connection.scalar(query):
            return str(found)
    return None


def events_of(connection: sa.Connection, key: str) -> list[Row]:
    """Return all events of a finding, oldest first."""
    query = sa.select(event).where(event.c.finding == key).order_by(event.c.seq)
    return [dict(row) for row in connection.execute(query).mappings()]


def latest_blind(connection: sa.Connection) -> Blind | None:
    """Return the newest blind double review, running or over."""
    rows = connection.execute(
        sa.select(event.c.seq, event.c.action, event.c.note)
        .where(event.c.finding == "", event.c.action.in_(("blind", "reveal")))
        .order_by(event.c.seq.desc())
        .limit(2)
    ).all()
    if not rows:
        return None
    if rows[0].action == "blind":
        return Blind(rows[0].seq, None, tuple(json.loads(rows[0].note)))
    return Blind(rows[1].seq, rows[0].seq, tuple(json.loads(rows[1].note)))


def visible(events: Iterable[Row], blind: Blind | None, viewer: str | None) -> list[Row]:
    """Return the events that ``viewer`` may see; None may see only what came before a running blind review."""
    if blind is None or not blind.running:
        return list(events)
    return [row for row in events if row["seq"] < blind.since or row["actor"] == viewer]


def standing(events: Sequence[Row]) -> list[Row]:
    """Return the decisions that are neither undone nor superseded by one that stands, oldest first."""
    undone = {row["undoes"] for row in events if row["action"] == "undo"}
    made = [row for row in events if row["action"] == "decide" and row["id"] not in undone]
    replaced = {name for row in made for name in json.loads(row["supersedes"])}
    return [row for row in made if row["id"] not in replaced]


def assignee_of(events: Sequence[Row]) -> str | None:
    """Return who has the finding on the desk."""
    undone = {row["undoes"] for row in events if row["action"] == "undo"}
    for row in reversed(events):
        if row["action"] in ("decide", "assign") and row["id"] not in undone:
            return cast("str | None", row["assignee"])
    return None


def state_of(opinions: Sequence[Row], evidence: str, present: bool) -> State:
    """Return the state of a finding with these standing opinions, on this evidence."""
    if not present:
        return "not found again"
    if not opinions:
        return "open"
    followed = {row["follow"] for row in opinions if row["follow"]}
    if len({row["decision"] for row in opinions}) > 1 or len(followed) > 1:
        return "two opinions"
    if all(row["evidence"] != evidence for row in opinions):
        return "decided, new evidence"
    return "needs a call" if opinions[-1]["decision"] == "needs-call" else "decided"


def decision_of(key: str, events: Sequence[Row], evidence: str, present: bool) -> Decision:
    """Return where the finding stands, from the events that may be seen."""
    opinions = standing(events)
    newest = opinions[-1] if opinions else None
    return Decision(
        finding=key,
        state=state_of(opinions, evidence, present),
        decision=newest["decision"] if newest else None,
        by=newest["actor"] if newest else None,
        at=newest["at"] if newest else None,
        follow=newest["follow"] if newest else None,
        note=_note(events, newest),
        assignee=assignee_of(events),
        opinions=tuple(
            Opinion(
                row["id"], cast("DecisionName", row["decision"]), row["actor"], row["at"], row["follow"], row["note"]
            )
            for row in opinions
        ),
    )


def _note(events: Sequence[Row], newest: Row | None) -> str:
    """Return the newest note: of the decision that stands, or written on its own after it."""
    undone = {row["undoes"] for row in events if row["action"] == "undo"}
    for row in reversed(events):
        alone = row["action"] == "note" and row["id"] not in undone and not row["note"].startswith("left out: ")
        if row["note"] and (alone or row is newest):
            return str(row["note"])
    return ""
