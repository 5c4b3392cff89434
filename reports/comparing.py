"""Read and compare for a command, with progress on a terminal and one sentence where something is missing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.errors import SourceError
from compare.model import Comparison, Source, Unread
from reports.wording import counted, squeezed, why_unread

if TYPE_CHECKING:
    from compare.matching.second_reader import SecondReader

EXIT_DONE, EXIT_INCOMPLETE = 0, 3
Progress = Callable[[str, float], None]  # called with a stage's name and the share done, 0 to 1


def compare_paths(
    paths: Sequence[str],
    manifest: Path | None,
    *,
    allow_fetch: bool = False,
    output: Path | None = None,
    weights: Path | None = None,
    reader: str = "",
    second: SecondReader | None = None,
) -> Comparison:
    """Read the sources and compare them; raises ``SourceError`` where there is nothing at all to read.

    ``weights`` is a file of weights fitted to a newsroom's own decisions; None: those that ship with Crosscheck.
    ``reader`` is the folder of its own reader, ``second`` its second reader.
    """
    from reports.given_sources import read_given

    if not paths and manifest is None:
        raise SourceError("no source is given: name the articles, a folder, '-' for standard input, or --manifest.")
    sources, unread = read_given(paths, manifest, allow_fetch=allow_fetch, output=output)
    if not sources and (not unread or all(_nothing_there(u.path) for u in unread)):
        why = "; ".join(f"{squeezed(u.path)}: {why_unread(u)}" for u in unread)
        raise SourceError(f"{why}." if why else f"{', '.join(paths) or manifest}: there is no article here.")
    for name in _given_twice(paths):
        click.echo(f"crosscheck: {squeezed(name)} was given twice and is read once.", err=True)
    return compare_all(sources, unread, weights, reader=reader, second=second)


def _nothing_there(path: str) -> bool:
    """Tell whether what was named is no file at all: then the call was wrong, and nothing is incomplete."""
    return not Path(path).is_file()


def _given_twice(paths: Sequence[str]) -> list[str]:
    """Return the files that were named more than once, whatever the spelling of their path."""
    seen: set[Path] = set()
    found = []
    for path in paths:
        whole = Path(path).resolve()
        if path != "-" and whole in seen:
            found.append(path)
        seen.add(whole)
    return list(dict.fromkeys(found))


def compare_all(
    sources: Sequence[Source],
    unread: Sequence[Unread] = (),
    weights: Path | None = None,
    *,
    reader: str = "",
    second: SecondReader | None = None,
) -> Comparison:
    """Compare sources that were read; without any, return a comparison that lists only what could not be read."""
    if not sources:
        return Comparison((), (), (), (), (), (), (), tuple(unread))
    with progress_bar() as progress:
        from compare.pipeline import compare_sources
        from compare.settings import Settings

        settings = Settings(weights=str(weights) if weights else "", reader_folder=reader)
        return compare_sources(sources, unread=tuple(unread), progress=progress, settings=settings, second=second)


def closing(comparison: Comparison, second: SecondReader | None = None) -> int:
    """Say in one sentence on stderr what is missing, and return the exit code."""
    missing = []
    if comparison.unread:
        rows = "; ".join(f"{squeezed(u.path)} ({why_unread(u)})" for u in comparison.unread[:3])
        more = f"; and {len(comparison.unread) - 3} more" if len(comparison.unread) > 3 else ""
        missing.append(f"{counted(len(comparison.unread), 'source')} could not be read: {rows}{more}")
    if len(comparison.sources) < 2:
        have = counted(len(comparison.sources), "article")
        missing.append(
            f"only {have} could be read, so nothing was compared" if comparison.sources else "nothing was compared"
        )
    if second is not None and second.incomplete:
        missing.append(f"second reader: {comparison.settings['second_reader']}")
    if not missing:
        return EXIT_DONE
    click.echo(f"crosscheck: incomplete: {'; '.join(missing)}.", err=True)
    return EXIT_INCOMPLETE


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """Show progress on stderr while the block runs; None where stderr is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=30), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=1.0)

        def advance(stage: str, share: float) -> None:
            bar.update(task, description=squeezed(stage), completed=share)

        yield advance
