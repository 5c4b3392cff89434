"""``crosscheck hook``: each of several drafts, with the sources read once; what pre-commit and other hooks call.

Exit codes are those of ``check``, the gravest of all drafts: 1 before 3 before 0 (2 is a usage or input error).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.errors import SettingsError, SourceError
from reports.output import write_stdout
from reports.wording import squeezed

if TYPE_CHECKING:
    from compare.checking.draft import Checker
    from compare.checking.gate_settings import GateSettings

FILE = click.Path(path_type=Path, dir_okay=False)
FAILED, INCOMPLETE = 1, 3


@click.command()
@click.argument("drafts", nargs=-1, metavar="DRAFT...", type=click.Path(path_type=Path))
@click.option(
    "--against",
    "sources",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="SOURCE",
    help="File or folder; repeatable. Else 'sources' in the settings.",
)
@click.option("--manifest", type=FILE, help="TOML file with titles, publishers and dates of the sources.")
@click.option("--config", type=FILE, help="Settings; else the nearest crosscheck.toml or pyproject.toml.")
def hook(drafts: tuple[Path, ...], sources: tuple[Path, ...], manifest: Path | None, config: Path | None) -> int:
    """Check each DRAFT against the same sources, one line a finding; for pre-commit.

    A DRAFT that is itself one of the sources is left out. Exit codes: 0 every draft passed; 1 the gate failed;
    2 usage or input error; 3 incomplete.
    """
    from compare.checking.gate_settings import find_settings

    settings = find_settings(Path(), config)
    against = sources or settings.sources
    if not against:
        raise SettingsError("no sources are named: give --against, or write 'sources' in [tool.crosscheck].")
    if not drafts:
        return 0
    checker = _checker(against, manifest or (None if sources else settings.manifest))
    taken = {Path(s.path).resolve() for s in checker.sources} | {Path(u.path).resolve() for u in checker.unread}
    codes = [_check(draft, checker, settings) for draft in drafts if draft.resolve() not in taken]
    left = [draft for draft in drafts if draft.resolve() in taken]
    for draft in left:
        click.echo(f"{squeezed(str(draft))}: one of the sources; not checked.", err=True)
    return FAILED if FAILED in codes else INCOMPLETE if INCOMPLETE in codes else 0


def _checker(against: tuple[Path, ...], manifest: Path | None) -> Checker:
    from compare.checking.draft import checker_for
    from compare.sources import read_sources

    sources, unread = read_sources(list(against), manifest=manifest)
    if manifest is not None:
        unread = tuple(u for u in unread if Path(u.path).resolve() != manifest.resolve())
    return checker_for(sources, unread=unread)


def _check(path: Path, checker: Checker, settings: GateSettings) -> int:
    from compare.checking.draft import finish, read_draft
    from compare.checking.gate import gate
    from reports.check.line import render_line

    try:
        checked = finish(read_draft(path), checker, settings.must_state)
        result = gate(checked, settings.rules)
        lines = render_line(checked, result)
    except SourceError as error:
        if not path.is_file():
            raise
        click.echo(f"crosscheck: {squeezed(str(error))} Nothing was checked; this is no pass.", err=True)
        return INCOMPLETE
    except SettingsError:
        raise
    except Exception as error:  # whatever broke: a hook that broke off must not look like one that passed
        click.echo(
            f"crosscheck: {squeezed(str(path))}: the check broke off ({type(error).__name__}); this is no pass.",
            err=True,
        )
        return INCOMPLETE
    write_stdout(lines)
    return result.exit_code
