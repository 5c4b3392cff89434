"""Progress on stderr while a corpus is worked on: the stage, how far, how fast, and how long still."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Told = Callable[[str, int, int | None], None]


@contextmanager
def progress(quiet: bool) -> Iterator[Told]:
    """Show a bar on a terminal; a line a stage where stderr is none; nothing with ``quiet``."""
    if quiet or sys.stderr is None:
        yield lambda _stage, _done, _of: None
        return
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Steps a second."""

        def render(self, task: Task) -> Text:
            """Return the rate in words."""
            return Text(f"{task.speed:,.1f}/s" if task.speed else "", style="progress.data.speed")

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def told(stage: str, done: int, of: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=of)
            bar.update(tasks[stage], completed=done, total=of)

        yield told


def _lines() -> Told:
    begun: set[str] = set()

    def told(stage: str, _done: int, of: int | None) -> None:
        if stage not in begun:
            begun.add(stage)
            sys.stderr.write(f"crosscheck: {stage}{f' {of:,}' if of and of > 1 else ''} …\n")

    return told
