"""``crosscheck review list``, ``decide``, ``note``, ``assign`` and ``undo``."""

from __future__ import annotations

import json

import click

from compare.facts.decisions import LABELS, STATES
from reports.review.options import BY, PROJECT, me, opened


@click.command("list")
@PROJECT
@BY
@click.option("-f", "--format", "name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--state", type=click.Choice([*STATES, "to do"]), help="Only findings that stand so.")
@click.option("--kind", type=click.Choice(["conflict", "update", "difference", "agreement"]))
@click.option("--assignee", metavar="NAME", help="Only what this person has on the desk.")
def list_findings(  # noqa: PLR0917 - click passes every argument by name
    project: str, by: str | None, name: str, state: str | None, kind: str | None, assignee: str | None
) -> None:
    """List the findings and where they stand."""
    from reports.output import write_stdout
    from reports.review.listing import listed, table
    from reports.review.queue import Filter

    with opened(project) as store:
        rows = listed(store, Filter(kind=kind, state=state, assignee=assignee), by or me())
    write_stdout(json.dumps(rows, ensure_ascii=False, indent=1) + "\n" if name == "json" else table(rows))


@click.command()
@click.argument("key")
@click.argument("decision", type=click.Choice(list(LABELS)))
@PROJECT
@BY
@click.option("--note", default="", help="In Markdown; shown in the report.")
@click.option("--follow", metavar="SOURCE", help="Source to follow, by its letter or its name.")
@click.option("--assign", metavar="NAME", help="Who has it next; '' for nobody.")
@click.option("--version", type=click.IntRange(0), help="Refuse if the finding has moved on from this version.")
@click.option("--second", is_flag=True, help="Stand beside what others decided instead of replacing it.")
def decide(  # noqa: PLR0917 - click passes every argument by name
    key: str,
    decision: str,
    project: str,
    by: str | None,
    note: str,
    follow: str | None,
    assign: str | None,
    version: int | None,
    second: bool,
) -> None:
    """Decide the finding KEY."""
    from reports.review.events import Entry, record
    from reports.review.queue import source_named

    with opened(project) as store:
        followed = source_named(store, follow) if follow else None
        actor = by or me()
        record(store, Entry(key, "decide", actor, decision, followed, note, assign, seen=version, second=second))
        click.echo(f"{key}: {LABELS[decision]}, decided by {actor}")


@click.command()
@click.argument("key")
@click.argument("text")
@PROJECT
@BY
def note(key: str, text: str, project: str, by: str | None) -> None:
    """Write a note on the finding KEY without deciding it."""
    from reports.review.events import Entry, record

    with opened(project) as store:
        record(store, Entry(key, "note", by or me(), note=text))


@click.command()
@click.argument("key")
@click.argument("person")
@PROJECT
@BY
def assign(key: str, person: str, project: str, by: str | None) -> None:
    """Give the finding KEY to PERSON ('' takes it from everybody)."""
    from reports.review.events import Entry, record

    with opened(project) as store:
        record(store, Entry(key, "assign", by or me(), assignee=person))


@click.command("undo")
@click.argument("key")
@PROJECT
@BY
def undo_last(key: str, project: str, by: str | None) -> None:
    """Undo what you last did on the finding KEY."""
    from reports.review.events import undo

    with opened(project) as store:
        undo(store, key, by or me())


COMMANDS = (list_findings, decide, note, assign, undo_last)
