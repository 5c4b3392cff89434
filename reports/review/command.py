"""``crosscheck review``: compare and serve, or the same work from the shell."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.decisions import LABELS, STATES
from compare.errors import StoreError

if TYPE_CHECKING:
    from reports.review.store import Store

PLAIN = "SOURCE..."  # the work that is done where the first word is no subcommand
EXIT_FAULT = 1


class ReviewGroup(click.Group):
    """A group whose first word may also be a source: a file named 'list' is given as ./list."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the plain work's name first where no subcommand is named."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [PLAIN, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Return the subcommands in the order they were defined; the plain work is none of them."""
        return [name for name in self.commands if name != PLAIN]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show both ways to call it."""
        formatter.write_usage(ctx.command_path, "SOURCE... --project FILE [OPTIONS]")
        formatter.write_usage(ctx.command_path, "COMMAND --project FILE [ARGS]...", prefix="   or: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of the plain work, then the subcommands."""
        rows = [record for p in self.commands[PLAIN].params if (record := p.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl(rows)
        self.format_commands(ctx, formatter)


PROJECT = click.option("--project", required=True, metavar="FILE", help="The project: a file, or postgresql://… .")
BY = click.option("--by", metavar="NAME", help="Who you are; without it, your name on this computer.")
OUTPUT = click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")


@click.group(cls=ReviewGroup, context_settings={"help_option_names": ["-h", "--help"]})
def review() -> None:
    """Compare SOURCES, then review the findings in a browser; a re-run keeps what people decided."""


@review.command(PLAIN, hidden=True)
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@PROJECT
@click.option("--manifest", type=click.Path(path_type=Path, dir_okay=False), help="TOML file about the sources.")
@click.option("--no-serve", is_flag=True, help="Only compare and update the project.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes a free one.")
@BY
@click.option("--user-header", metavar="NAME", help="Header in which your reverse proxy names the user.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="Another host name under which it is reached.")
def compare_and_serve(  # noqa: PLR0917 - click passes every argument by name
    sources: tuple[str, ...],
    project: str,
    manifest: Path | None,
    no_serve: bool,
    port: int,
    by: str | None,
    user_header: str | None,
    allow_host: tuple[str, ...],
) -> int:
    """Compare the sources into the project and serve it; without sources, serve what is there."""
    from compare.wire import dumps, to_json
    from reports.comparing import closing, compare_paths
    from reports.review.runs import update
    from reports.review.store import open_store

    code = 0
    comparison = compare_paths(sources, manifest) if sources or manifest is not None else None
    if comparison is None and no_serve:
        raise StoreError("There is nothing to do: name the sources to compare, or leave --no-serve out")
    store = open_store(project, create=comparison is not None)
    try:
        if comparison is not None:
            code = closing(comparison)
            if not comparison.sources:
                return code
            click.echo(f"{store.name}: {update(store, comparison, dumps(to_json(comparison)))}")
        if not no_serve:
            from reports.review.serve import serve

            serve(store, port=port, user=by or _me(), user_header=user_header, hosts=allow_host)
    finally:
        store.close()
    return code


@review.command("list")
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

    with _opened(project) as store:
        rows = listed(store, Filter(kind=kind, state=state, assignee=assignee), by or _me())
    write_stdout(json.dumps(rows, ensure_ascii=False, indent=1) + "\n" if name == "json" else table(rows))


@review.command()
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

    with _opened(project) as store:
        followed = source_named(store, follow) if follow else None
        actor = by or _me()
        record(store, Entry(key, "decide", actor, decision, followed, note, assign, seen=version, second=second))
        click.echo(f"{key}: {LABELS[decision]}, decided by {actor}")


@review.command()
@click.argument("key")
@click.argument("text")
@PROJECT
@BY
def note(key: str, text: str, project: str, by: str | None) -> None:
    """Write a note on the finding KEY without deciding it."""
    from reports.review.events import Entry, record

    with _opened(project) as store:
        record(store, Entry(key, "note", by or _me(), note=text))


@review.command()
@click.argument("key")
@click.argument("person")
@PROJECT
@BY
def assign(key: str, person: str, project: str, by: str | None) -> None:
    """Give the finding KEY to PERSON ('' takes it from everybody)."""
    from reports.review.events import Entry, record

    with _opened(project) as store:
        record(store, Entry(key, "assign", by or _me(), assignee=person))


@review.command("undo")
@click.argument("key")
@PROJECT
@BY
def undo_last(key: str, project: str, by: str | None) -> None:
    """Undo what you last did on the finding KEY."""
    from reports.review.events import undo

    with _opened(project) as store:
        undo(store, key, by or _me())


@review.command("export")
@PROJECT
@OUTPUT
@click.option("--note", default="", help="A word to whoever takes over.")
@click.option("--since", type=click.IntRange(0), default=0, help="Only events after this number ('through' of a file).")
@click.option(
    "--labels", is_flag=True, help="Instead: labelled pairs (JSON Lines) from wrong matches and no conflicts."
)
@click.option("--confirmed", is_flag=True, help="With --labels: also what was found right.")
def export_project(project: str, output: Path | None, note: str, since: int, labels: bool, confirmed: bool) -> None:  # noqa: PLR0917
    """Write the decisions as one JSON file to hand over."""
    from reports.review.handover import export
    from reports.review.labels import labelled_pairs

    with _opened(project) as store:
        if labels:
            pairs = labelled_pairs(store, confirmed=confirmed)
            told = "".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs)
        else:
            told = _pretty(export(store, since=since, note=note))
    _write(told, output)


@review.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True, allow_dash=True))
@PROJECT
def import_file(file: Path, project: str) -> None:
    """Take over the decisions in FILE; the same file twice adds nothing."""
    from reports.review.handover import take

    try:
        raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        told = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise StoreError(f"{file} is not a handover file: it is not JSON ({error})") from error
    with _opened(project) as store:
        taken = take(store, told)
    click.echo(str(taken) + (f"\nNote: {taken.note}" if taken.note else ""))


@review.command()
@PROJECT
def verify(project: str) -> int:
    """Walk the chain of events and say whether anything was changed."""
    from reports.review.verify import verify as check

    with _opened(project) as store:
        checked = check(store)
    for fault in checked.faults:
        click.echo(f"{project}: {fault}", err=True)
    if checked.faults:
        return EXIT_FAULT
    click.echo(f"{project}: {checked.events} events, the chain holds")
    return 0


@review.command()
@click.argument("reviewers", nargs=-1, metavar="[NAME NAME]")
@PROJECT
@BY
@click.option("--reveal", "over", is_flag=True, help="End it: show both and how far they agree.")
@click.option("-f", "--format", "name", type=click.Choice(["text", "json"]), default="text", show_default=True)
def double(reviewers: tuple[str, ...], project: str, by: str | None, over: bool, name: str) -> None:
    """Blind double review: with two names, begin one; with --reveal, end it; else show how it stands."""
    from reports.review.double import agreement, as_json, reveal, start, told

    if reviewers and (over or len(reviewers) != 2):
        raise StoreError("A blind review needs the names of two different people")
    with _opened(project) as store:
        if reviewers:
            start(store, reviewers[0], reviewers[1], by or _me())
        if over:
            reveal(store, by or _me())
        found = agreement(store)
    click.echo(_pretty(as_json(found)) if name == "json" else told(found), nl=name != "json")


@contextmanager
def _opened(project: str) -> Iterator[Store]:
    from reports.review.store import open_store

    store = open_store(project)
    try:
        yield store
    finally:
        store.close()


def _me() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        return "editor"


def _pretty(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _write(text: str, output: Path | None) -> None:
    from reports.output import write_file, write_stdout

    if output is None or str(output) == "-":
        write_stdout(text)
    else:
        write_file(output, text)
