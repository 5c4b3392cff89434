"""``crosscheck report``: compare articles and write the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from compare.errors import SettingsError
from reports.comparing import closing, compare_paths
from reports.formats import FORMATS, Options, format_of, render
from reports.given_sources import allow_fetch_option
from reports.output import Color, screen, write_file, write_stdout
from reports.second_reader import Models, model_options
from reports.view import ARTICLES, Articles

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file; its suffix chooses the format."
)
@click.option(
    "-f", "--format", "name", type=click.Choice(list(FORMATS)), help="Overrules the suffix; 'text' without either."
)
@click.option("--manifest", type=FILE, help="TOML file with titles, publishers and dates of the sources.")
@click.option(
    "--articles", type=click.Choice(ARTICLES), default="full", show_default=True, help="How much of the texts to show."
)
@click.option("--title", help="Heading of the report.")
@click.option("--template", type=FILE, help="Your own Jinja2 page; may extend crosscheck/report.html.")
@click.option("--weights", type=FILE, help="Weights of the evidence, as 'crosscheck review refit' writes them.")
@click.option("--bom", is_flag=True, help="Begin a CSV with a byte order mark, for Excel.")
@click.option("--url", default="", help="With -f claimreview: where your reviews are published.")
@click.option("--author", default="", help="With -f claimreview: the name of your newsroom.")
@allow_fetch_option
@click.option("--config", type=FILE, help="Settings; else the nearest crosscheck.toml or pyproject.toml.")
@model_options
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
def report(  # noqa: PLR0917 - click passes every argument by name
    sources: tuple[str, ...],
    output: Path | None,
    name: str | None,
    manifest: Path | None,
    articles: str,
    title: str | None,
    template: Path | None,
    weights: Path | None,
    bom: bool,
    url: str,
    author: str,
    allow_fetch: bool,
    config: Path | None,
    color: str,
    models: Models,
) -> int:
    """Compare SOURCES (files, folders, '-' for standard input) and write the report.

    Text, Markdown, HTML, PDF, DOCX and JSON articles are read. Without -o the report goes to standard output.
    The JSON is described by compare/wire/schema/report-1.json of the package.
    """
    to_stdout = output is None or str(output) == "-"
    chosen = name or ("text" if to_stdout or output is None else format_of(output))
    if template is not None and chosen not in ("html", "markdown"):
        raise SettingsError("--template makes HTML or Markdown; say -f html or -f markdown, or give -o such a suffix.")
    if output is not None and not to_stdout:
        _spare_sources(output, sources)
    second = models.second_reader(Path(), config)
    comparison = compare_paths(
        sources, manifest, allow_fetch=allow_fetch, output=output, weights=weights, reader=models.reader_folder,
        second=second,
    )  # fmt: skip
    options = screen(cast(Color, color), template) if to_stdout else Options(template=template, color=color == "always")
    options = replace(options, bom=bom, url=url, author=author)
    text = render(comparison, chosen, articles=cast(Articles, articles), title=title, options=options)
    if to_stdout or output is None:
        write_stdout(text)
    else:
        write_file(output, text)
    return closing(comparison, second)


def _spare_sources(output: Path, sources: tuple[str, ...]) -> None:
    if any(source != "-" and Path(source).resolve() == output.resolve() for source in sources):
        raise SettingsError(f"{output} is one of the sources; the report must go to another file.")
