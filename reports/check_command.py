"""``crosscheck check``: check a draft against its sources, and gate publication.

Exit codes: 0 the gate passed, 1 the gate failed, 2 usage or input error, 3 incomplete: a source could not be read, the
draft is empty, nothing in it can be checked, or the check itself broke off.  Nothing but 0 is a pass.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from compare.errors import CrosscheckError, SettingsError, SourceError
from reports.check.formats import FORMATS, format_of
from reports.formats import Options
from reports.given_sources import allow_fetch_option, read_given
from reports.many_sources import ManySources
from reports.output import Color, screen, write_file, write_stdout
from reports.second_reader import Models, model_options

if TYPE_CHECKING:
    from compare.checking.drafts import Draft
    from compare.checking.gate import GateResult
    from compare.checking.gate_settings import GateSettings
    from compare.checking.model import DraftCheck
    from compare.model import Source, Unread

FILE = click.Path(path_type=Path, dir_okay=False)
BROKE_OFF = 3


@click.command(cls=ManySources)
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.option("--against", "sources", multiple=True, required=True, metavar="SOURCE...", help="Files or folders.")
@click.option("--manifest", type=FILE, help="TOML file with titles, publishers and dates of the sources.")
@click.option("-f", "--format", "name", type=click.Choice(list(FORMATS)), help="Overrules the suffix of -o.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file; its suffix is the format.")
@click.option("--config", type=FILE, help="Settings; else the nearest crosscheck.toml or pyproject.toml.")
@click.option("--must-state", type=FILE, help="Fact sheet: one fact a line that the draft must state.")
@click.option("--baseline", type=FILE, help="JSON of an earlier check: fail on new findings only.")
@click.option("--changed-lines", type=click.Path(path_type=Path), help="Unified diff ('-': stdin): gate touched lines.")
@click.option("--project", type=click.Path(path_type=Path), help="Review project whose decisions count.")
@allow_fetch_option
@model_options
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
def check(  # noqa: PLR0917 - click passes every argument by name
    draft: Path,
    sources: tuple[str, ...],
    manifest: Path | None,
    name: str | None,
    output: Path | None,
    config: Path | None,
    must_state: Path | None,
    baseline: Path | None,
    changed_lines: Path | None,
    project: Path | None,
    allow_fetch: bool,
    color: str,
    models: Models,
) -> int:
    """Check DRAFT (Markdown, DOCX, HTML, plain text) against its sources, line by line.

    Exit codes: 0 gate passed; 1 gate failed; 2 usage or input error; 3 incomplete (a source could not be read, the
    draft is empty, nothing can be checked).
    """
    from compare.checking.draft import check_draft
    from compare.checking.gate_settings import find_settings, read_facts

    to_stdout = output is None or str(output) == "-"
    chosen = name or ("text" if to_stdout or output is None else format_of(output))
    if (
        output is not None
        and not to_stdout
        and output.resolve() in {draft.resolve(), *(Path(p).resolve() for p in sources)}
    ):
        raise SettingsError(f"{output} is the draft or one of its sources; the report must go to another file.")
    settings = find_settings(draft.parent, config)
    second = models.second_reader(draft.parent, config, project=str(project) if project else None)
    facts = (*settings.must_state, *(read_facts(must_state) if must_state else ()))
    try:
        given = partial(
            read_given, [p for p in sources if p], manifest, allow_fetch=allow_fetch, output=output or draft
        )
        checker = partial(check_draft, must_state=facts, reader=models.reader_folder, second=second)
        checked, result = _checked(draft, given, manifest, settings, checker, baseline, changed_lines, project)
        options = screen(cast(Color, color)) if to_stdout else Options(color=color == "always")
        text = FORMATS[chosen].render(checked, result, options)
    except UncheckableDraftError as error:
        click.echo(f"crosscheck: {error} Nothing was checked; this is no pass.", err=True)
        return BROKE_OFF
    except (CrosscheckError, OSError, click.ClickException, click.Abort):
        raise
    except Exception as error:  # whatever broke: a gate that broke off must not look like one that passed
        click.echo(f"crosscheck: the check broke off ({type(error).__name__}: {error}); this is no pass.", err=True)
        return BROKE_OFF
    if to_stdout or output is None:
        write_stdout(text)
    else:
        write_file(output, text)
    if chosen != "text" or not to_stdout:
        click.echo(f"crosscheck: {result.sentence}", err=True)
    return result.exit_code


def _checked(  # noqa: PLR0917
    draft: Path,
    given: Callable[[], tuple[tuple[Source, ...], tuple[Unread, ...]]],
    manifest: Path | None,
    settings: GateSettings,
    check_draft: Callable[..., DraftCheck],
    baseline: Path | None,
    changed_lines: Path | None,
    project: Path | None,
) -> tuple[DraftCheck, GateResult]:
    from compare.checking.changed_lines import only_touched, touched_lines
    from compare.checking.gate import gate
    from compare.wire.check import known_findings, read_baseline
    from reports.comparing import progress_bar

    known = read_baseline(baseline) if baseline else frozenset()
    diff = _diff(changed_lines) if changed_lines is not None else None
    read = _read(draft)
    sources, unread = given()
    if manifest is not None:
        unread = tuple(u for u in unread if Path(u.path).resolve() != manifest.resolve())
    with progress_bar() as progress:
        checked = check_draft(read, sources, unread=unread, progress=progress)
    if project is not None:
        from reports.check.decided import with_decisions

        checked = with_decisions(checked, project)
    if baseline is not None:
        checked = known_findings(checked, known)
    if diff is not None:
        checked = only_touched(checked, touched_lines(diff, str(draft)))
    return checked, gate(checked, settings.rules)


class UncheckableDraftError(SourceError):
    """A draft that is there but holds nothing to check."""


def _read(path: Path) -> Draft:
    from compare.checking.draft import read_draft

    try:
        return read_draft(path)
    except SourceError as error:
        if path.is_file():
            raise UncheckableDraftError(str(error)) from error
        raise


def _diff(path: Path) -> str:
    data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    if not data.strip():
        raise SourceError(f"{path}: the diff is empty; it must name the draft.")
    return data.decode("utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8", "replace")
