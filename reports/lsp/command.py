"""``crosscheck lsp``: the language server on standard input and output."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click

from compare.checking.verdicts import FINDINGS

MORE = ("not-found", "one-source")  # findings that are not underlined unless asked for


@click.command()
@click.option(
    "--against",
    "sources",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="SOURCE",
    help="File or folder; repeatable. Else the editor's settings, else 'sources' in [tool.crosscheck].",
)
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    help="TOML file with titles, publishers and dates of the sources.",
)
@click.option("--also", multiple=True, type=click.Choice(MORE), help="Underline these, too; repeatable.")
@click.option("--stdio", is_flag=True, hidden=True, help="Accepted because editors add it; there is no other way.")
def lsp(sources: tuple[Path, ...], manifest: Path | None, also: tuple[str, ...], stdio: bool) -> int:  # noqa: ARG001
    """Underline in an editor what the sources contradict, while a draft is written.

    Speaks the Language Server Protocol on standard input and output; an editor starts it. Markdown, plain text and
    HTML drafts are checked.
    """
    from reports.lsp.desk import Setup, setup_from
    from reports.lsp.server import make_server

    def settle(told: object, root: Path) -> Setup:
        return setup_from(sources, manifest, told, root, frozenset(also) & FINDINGS)

    if sys.stdin.isatty():
        click.echo("crosscheck: this speaks to an editor on standard input; set it up there. Ctrl+C ends it.", err=True)
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # an editor's log is no place for tracebacks
    make_server(settle).run()
    return 0
