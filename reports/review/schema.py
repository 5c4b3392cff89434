"""The tables of a review project, the same on SQLite and PostgreSQL.

``event`` is the truth: rows are added, never changed, each with the hash of the one before.  ``finding``,
``opinion`` and ``tally`` only make pages quick; they can be worked out from the events again.
"""

from __future__ import annotations

import sqlalchemy as sa

VERSION = "1"

metadata = sa.MetaData()

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),  # 'schema', 'origin', 'head', 'title'
    sa.Column("value", sa.Text, nullable=False),
)

run = sa.Table(
    "run",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),  # UTC, ISO 8601
    sa.Column("digest", sa.Text, nullable=False),  # of all the run wrote: the same again adds no run
    sa.Column("comparison", sa.Text, nullable=False),  # as JSON, for the report
    sa.Column("words", sa.Text, nullable=False),  # JSON: source id → its words without their layout
)

source = sa.Table(
    "source",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),  # 0-based order in the comparison
    sa.Column("label", sa.Text, nullable=False),  # 'A', 'B' … as in the report
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False),  # JSON: publisher, published, url, path, sha256
)

finding = sa.Table(
    "finding",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),  # ``Fact.key`` when it was first found
    sa.Column("fact", sa.Text, nullable=False),  # ``Fact.key`` in the newest run that has it
    sa.Column("kind", sa.Text, nullable=False),  # relation: 'conflict', 'update', 'difference', 'agreement'
    sa.Column("severity", sa.Text, nullable=False),
    sa.Column("rank", sa.Integer, nullable=False),  # order in the queue: severity, then kind
    sa.Column("slot", sa.Text, nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),  # the statement set of the newest run that has it
    sa.Column("present", sa.Integer, nullable=False),  # 1: in the newest run; 2: kept, its words still stand; 0: gone
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("decision", sa.Text),
    sa.Column("assignee", sa.Text),
    sa.Column("events", sa.Integer, nullable=False, server_default="0"),  # how many events it has
    # the long columns last, so that a queue of many findings need not read over them
    sa.Column("payload", sa.Text, nullable=False),  # JSON: everything the page shows
    sa.Column("marks", sa.Text, nullable=False),  # JSON: the fingerprints it is known again by
    sa.Index("finding_rank", "rank", "key"),
    sa.Index("finding_state", "state", "rank", "key"),
    sa.Index("finding_assignee", "assignee", "rank", "key"),
    sa.Index("finding_assignee_state", "assignee", "state", "rank", "key"),
    sa.Index("finding_fact", "fact"),
)

alias = sa.Table(  # other keys a finding goes by: in another run, or in another project
    "alias",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("finding", sa.Text, sa.ForeignKey("finding.key"), nullable=False),
    sa.Index("alias_finding", "finding"),
)

finding_source = sa.Table(
    "finding_source",
    metadata,
    sa.Column("finding", sa.Text, sa.ForeignKey("finding.key"), primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("rank", sa.Integer, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Index("finding_source_rank", "source", "rank", "finding"),
    sa.Index("finding_source_state", "source", "state", "rank", "finding"),
)

event = sa.Table(
    "event",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),  # 1, 2, 3 … without a gap
    sa.Column("id", sa.Text, nullable=False, unique=True),  # made when the form is served: a double click adds nothing
    sa.Column("origin", sa.Text, nullable=False),  # id of the project that wrote it first
    sa.Column("finding", sa.Text, nullable=False),  # ``finding.key``; '' for the project as a whole
    sa.Column("version", sa.Integer, sa.CheckConstraint("version > 0"), nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("decision", sa.Text),
    sa.Column("follow", sa.Text),  # source to follow
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("assignee", sa.Text),
    sa.Column("evidence", sa.Text, nullable=False),  # the statement set the person saw
    sa.Column("supersedes", sa.Text, nullable=False),  # JSON: ids of the decisions that it takes the place of
    sa.Column("undoes", sa.Text, sa.ForeignKey("event.id")),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),  # UTC, ISO 8601
    sa.Column("prev", sa.Text, nullable=False),  # hash of the event before; '' for the first
    sa.Column("hash", sa.Text, nullable=False),
    sa.UniqueConstraint("finding", "origin", "version", name="event_version"),
    sa.CheckConstraint("action IN ('decide','note','assign','undo','blind','reveal')", name="event_action"),
    sa.CheckConstraint(
        "decision IN ('conflict','update','no-conflict','wrong-match','needs-call')", name="event_decision"
    ),
    sa.CheckConstraint("(action = 'decide') = (decision IS NOT NULL)", name="event_decides"),
    sa.CheckConstraint("(action = 'undo') = (undoes IS NOT NULL)", name="event_undoes"),
    sa.Index("event_finding", "finding", "seq"),
)

opinion = sa.Table(  # decisions that stand: neither undone nor superseded
    "opinion",
    metadata,
    sa.Column("event", sa.Text, sa.ForeignKey("event.id"), primary_key=True),
    sa.Column("finding", sa.Text, sa.ForeignKey("finding.key"), nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Index("opinion_finding", "finding", "actor"),
    sa.Index("opinion_actor", "actor", "finding"),
)

tally = sa.Table(  # how many findings of the newest run there are of each sort, so that no page counts rows
    "tally",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("severity", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)

person = sa.Table("person", metadata, sa.Column("name", sa.Text, primary_key=True))  # everybody named in an event

_KEEP = {
    "sqlite": [
        f"CREATE TRIGGER IF NOT EXISTS event_keep_{verb.lower()} BEFORE {verb} ON event "
        "BEGIN SELECT RAISE(ABORT, 'events are append-only'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        """CREATE OR REPLACE FUNCTION event_keep() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
        """CREATE OR REPLACE TRIGGER event_keep BEFORE UPDATE OR DELETE ON event
        FOR EACH ROW EXECUTE FUNCTION event_keep()""",
        """CREATE OR REPLACE TRIGGER event_keep_all BEFORE TRUNCATE ON event
        FOR EACH STATEMENT EXECUTE FUNCTION event_keep()""",
    ],
}


def create(connection: sa.Connection) -> None:
    """Create what is missing: tables, indexes, and the triggers that keep events as they are."""
    metadata.create_all(connection)
    for statement in _KEEP[connection.dialect.name]:
        connection.execute(sa.text(statement))
