"""``crosscheck demo``: compare the example articles of the package, write the HTML, print the findings."""

from __future__ import annotations

from pathlib import Path

import click

from reports.comparing import closing, compare_all
from reports.examples import example_sources
from reports.formats import Options, format_of, render
from reports.output import screen, write_file, write_stdout


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="crosscheck-report.html",
    show_default=True,
    help="The file to write.",
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
def demo(output: Path, color: str) -> int:
    """Compare the example articles that come with Crosscheck, write the HTML report and print the findings."""
    chosen = format_of(output)
    sources, unread = example_sources()
    comparison = compare_all(sources, unread)
    write_file(output, render(comparison, chosen, options=Options()))
    write_stdout(render(comparison, "text", options=screen(color)))  # type: ignore[arg-type]
    write_stdout(f"The whole report is in {output}; open it in a browser.\n")
    return closing(comparison)
