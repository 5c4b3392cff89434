"""``crosscheck review export``, ``import``, ``verify`` and ``double``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from compare.errors import StoreError
from reports.review.options import BY, OUTPUT, PROJECT, me, opened

EXIT_FAULT = 1


@click.command("export")
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

    with opened(project) as store:
        if labels:
            pairs = labelled_pairs(store, confirmed=confirmed)
            told = "".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs)
        else:
            told = _pretty(export(store, since=since, note=note))
    _write(told, output)


@click.command("import")
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
    with opened(project) as store:
        taken = take(store, told)
    click.echo(str(taken) + (f"\nNote: {taken.note}" if taken.note else ""))


@click.command()
@PROJECT
def verify(project: str) -> int:
    """Walk the chain of events and say whether anything was changed."""
    from reports.review.verify import verify as check

    with opened(project) as store:
        checked = check(store)
    for fault in checked.faults:
        click.echo(f"{project}: {fault}", err=True)
    if checked.faults:
        return EXIT_FAULT
    click.echo(f"{project}: {checked.events} events, the chain holds")
    return 0


@click.command()
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
    with opened(project) as store:
        if reviewers:
            start(store, reviewers[0], reviewers[1], by or me())
        if over:
            reveal(store, by or me())
        found = agreement(store)
    click.echo(_pretty(as_json(found)) if name == "json" else told(found), nl=name != "json")


def _pretty(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _write(text: str, output: Path | None) -> None:
    from reports.output import write_file, write_stdout

    if output is None or str(output) == "-":
        write_stdout(text)
    else:
        write_file(output, text)


COMMANDS = (export_project, import_file, verify, double)
