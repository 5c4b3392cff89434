"""The options by which a command takes a desk's own models: ``--second-reader``, ``--model``, ``--reader``.

A command adds them with `model_options`, which hands it one ``models``; what it was given and what the settings say is
put together by ``models.second_reader(…)``.  Whether an answer is missing that was said to be required,
the second reader knows itself: ``second.incomplete``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.errors import SettingsError
from compare.settings import settings_file, settings_table
from reports.wording import squeezed

if TYPE_CHECKING:
    from compare.matching.second_reader import SecondReader

TABLE = "second-reader"
OPTIONS = (
    click.option(
        "--second-reader",
        metavar="URL",
        help="Ask a language model of yours about what is doubtful; else as the settings say. Off by default.",
    ),
    click.option("--model", metavar="NAME", help="The model that --second-reader asks for."),
    click.option("--second-reader-required", is_flag=True, help="Exit code 3 where it gave no answer for a pair."),
    click.option("--no-second-reader", is_flag=True, help="Ask none, whatever the settings say."),
    click.option(
        "--reader",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        help="Folder of an ONNX pair model of yours, in the place of the reader that ships.",
    ),
)


@dataclass(frozen=True, slots=True)
class Models:
    """What a command was told of a desk's own models."""

    second_reader_url: str | None = None
    model: str | None = None
    second_reader_required: bool = False
    no_second_reader: bool = False
    reader: Path | None = None

    @property
    def reader_folder(self) -> str:
        """The folder of the desk's reader as settings hold it; '' for the one that ships."""
        return str(self.reader) if self.reader else ""

    def second_reader(
        self, start: Path, config: Path | None = None, *, project: str | None = None
    ) -> SecondReader | None:
        """Return the second reader that options and settings name; None where they name none.

        The settings are ``config``, else the nearest of the folder ``start``.  Answers are kept beside the review
        ``project``, else beside the settings, else in the folder where the command runs.  Raises ``SettingsError``.
        """
        if self.no_second_reader:
            return None
        path = settings_file(start, config)
        table = (settings_table(path) or {}).get(TABLE, {}) if path else {}
        if not isinstance(table, dict):
            raise SettingsError(f"{path}: '{TABLE}' must be a table: write [{TABLE}].")
        if self.second_reader_url is None and not table.get("url"):
            if self.model or self.second_reader_required:
                raise SettingsError("no second reader is named: give --second-reader URL, or 'url' in the settings.")
            if not table:
                return None
        from compare.matching.second_reader import SecondReader, read_second_settings
        from compare.matching.second_reader.second_settings import CACHE

        beside = Path(project).parent if project and "://" not in project else path.parent if path else Path()
        settings = read_second_settings(
            table,
            f"{path}: {TABLE}" if path and table else "--second-reader",
            os.environ,
            url=self.second_reader_url,
            model=self.model,
            required=self.second_reader_required,
            cache=beside / CACHE,
        )
        return None if settings is None else SecondReader(settings, say=_say)


def model_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command; it is called with ``models``, a `Models`."""

    @wraps(command)
    def with_models(**given: Any) -> Any:
        own = {name: given.pop(name) for name in ("model", "second_reader_required", "no_second_reader", "reader")}
        return command(models=Models(given.pop("second_reader"), **own), **given)

    found: Callable[..., Any] = with_models
    for option in reversed(OPTIONS):
        found = option(found)
    return found


def _say(words: str) -> None:
    click.echo(f"crosscheck: {squeezed(words)}", err=True)
