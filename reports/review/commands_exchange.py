"""``crosscheck review export``, ``import``, ``verify``, ``double``, ``report`` and ``refit``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.errors import StoreError
from reports.review.options import BY, OUTPUT, PROJECT, me, opened

if TYPE_CHECKING:
    from reports.review.store import Store

EXIT_FAULT = 1
MOST_EVENTS = 2**63 - 1  # the largest number that the store can hold


@click.command("export")
@PROJECT
@OUTPUT
@click.option("--note", default="", help="A word to whoever takes over.")
@click.option(
    "--since",
    type=click.IntRange(0, MOST_EVENTS),
    default=0,
    help="Only events after this number ('through' of a file).",
)
@click.option(
    "--labels", is_flag=True, help="Instead: labelled pairs (JSON Lines) from wrong matches and no conflicts."
)
@click.option("--confirmed", is_flag=True, help="With --labels: also what was found right.")
@click.option("--annotations", is_flag=True, help="Instead: W3C Web Annotations (JSON-LD).")
@click.option("--claimreview", type=click.Path(path_type=Path, file_okay=False), help="Instead: ClaimReview into DIR.")
@click.option("--url", default="", help="With --claimreview: where your reviews are published.")
@click.option("--author", default="", help="With --claimreview: the name of your newsroom.")
def export_project(  # noqa: PLR0917 - click passes every argument by name
    project: str,
    output: Path | None,
    note: str,
    since: int,
    labels: bool,
    confirmed: bool,
    annotations: bool,
    claimreview: Path | None,
    url: str,
    author: str,
) -> None:
    """Write the decisions as one JSON file to hand over, or in another form."""
    from reports.review.annotations import annotation_page
    from reports.review.handover import export
    from reports.review.labels import labelled_pairs

    if sum((labels, annotations, claimreview is not None)) > 1:
        raise click.UsageError("choose one of --labels, --annotations and --claimreview.")
    with opened(project) as store:
        if claimreview is not None:
            click.echo(_write_reviews(store, claimreview, url, author))
            return
        if labels:
            pairs = labelled_pairs(store, confirmed=confirmed)
            told = "".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs)
        else:
            told = _pretty(annotation_page(store) if annotations else export(store, since=since, note=note))
    _write(told, output)


def _write_reviews(store: Store, folder: Path, url: str, author: str) -> str:
    from reports.output import write_file
    from reports.review.claimreview import claim_reviews

    reviews = list(claim_reviews(store, url=url, author=author))
    folder.mkdir(parents=True, exist_ok=True)
    for key, told in reviews:
        write_file(folder / f"{key}.jsonld", _pretty(told))
    return f"{folder}: {len(reviews)} reviews of settled findings"


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


@click.command("report")
@PROJECT
@OUTPUT
@click.option("-f", "--format", "name", help="html, markdown, json or text; overrules the suffix.")
def write_report(project: str, output: Path | None, name: str | None) -> None:
    """Write the report of the newest comparison with the decisions as they stand."""
    from reports.formats import FORMATS, Options, format_of
    from reports.output import screen
    from reports.review.reporting import report

    to_stdout = output is None or str(output) == "-"
    chosen = name or ("text" if to_stdout or output is None else format_of(output))
    if chosen not in FORMATS:
        raise click.UsageError(f"{chosen} is no format; use one of {', '.join(FORMATS)}.")
    with opened(project) as store:
        text = report(store, chosen, screen("auto") if to_stdout else Options())
    _write(text, output)


@click.command("refit")
@PROJECT
@OUTPUT
@click.option(
    "--labels",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Also the labelled pairs of a file that 'review export --labels --confirmed' wrote; may be repeated.",
)
def refit_weights(project: str, output: Path | None, files: tuple[Path, ...]) -> None:
    """Fit the matcher's weights to the decisions, and show what would change; -o writes them to a file.

    What Crosscheck uses stays as it is.
    """
    from compare.matching.alignment import as_json
    from reports.review.labels import labelled_pairs, labels_of
    from reports.review.refit import refit, told

    with opened(project) as store:
        own = list(labelled_pairs(store, confirmed=True))
    known = {pair["id"]: pair for pair in (*own, *(pair for file in files for pair in labels_of(file)))}
    found = refit(known.values())
    click.echo(told(found))
    if output is not None:
        _write(_pretty(as_json(found.after)), output)


def _pretty(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _write(text: str, output: Path | None) -> None:
    from reports.output import write_file, write_stdout

    if output is None or str(output) == "-":
        write_stdout(text)
    else:
        write_file(output, text)


COMMANDS = (export_project, import_file, verify, double, write_report, refit_weights)
