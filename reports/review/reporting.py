"""The report of a project's newest comparison, with the decisions as they stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import sqlalchemy as sa

from compare.errors import StoreError, WireError
from compare.wire.report import from_json
from reports.review.schema import run
from reports.review.standings import for_reports, standings
from reports.review.store import Store

if TYPE_CHECKING:
    from compare.model import Comparison
    from reports.formats import Options


def newest(store: Store) -> Comparison:
    """Return the newest comparison; raises ``StoreError`` where the project holds none that can be read."""
    with store.reading() as connection:
        told = connection.scalar(sa.select(run.c.comparison).order_by(run.c.number.desc()).limit(1))
    if not told:
        raise StoreError("This project holds no comparison to report on. Compare the sources again.")
    try:
        return from_json(json.loads(told))
    except (ValueError, WireError) as error:
        raise StoreError(
            "The comparison was made by another release of Crosscheck. Compare the sources again."
        ) from error


def report(store: Store, name: str, options: Options | None = None) -> str:
    """Return the report in a format of ``reports.formats.FORMATS``."""
    from reports.formats import render

    return render(newest(store), name, decisions=for_reports(standings(store)), options=options)
