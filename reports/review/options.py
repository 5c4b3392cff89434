"""What the subcommands of ``crosscheck review`` share: their options, and opening the project."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reports.review.store import Store

PROJECT = click.option("--project", required=True, metavar="FILE", help="The project: a file, or postgresql://… .")
BY = click.option("--by", metavar="NAME", help="Who you are; without it, your name on this computer.")
OUTPUT = click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")


@contextmanager
def opened(project: str) -> Iterator[Store]:
    from reports.review.store import open_store

    store = open_store(project)
    try:
        yield store
    finally:
        store.close()


def me() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        return "editor"
