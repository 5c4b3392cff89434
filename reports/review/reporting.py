"""The report of a project's newest comparison, with the decisions as they stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import sqlalchemy as sa

from compare.errors import StoreError, WireError
from compare.wire.report import from_json
from reports.review import opinions as op
from reports.review.leaving import left_out, without
from reports.review.schema import finding, run
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


def _thrown(store: Store) -> dict[str, frozenset[str]]:
    """Return fact key → the statements that people left out of it."""
    with store.reading() as connection:
        blind = op.latest_blind(connection)
        rows = connection.execute(sa.select(finding.c.key, finding.c.fact).where(finding.c.events > 0)).all()
        return {r.fact: left_out(op.visible(op.events_of(connection, r.key), blind, None)) for r in rows}


def report(store: Store, name: str, options: Options | None = None) -> str:
    """Return the report in a format of ``reports.formats.FORMATS``."""
    from reports.formats import render

    comparison = without(newest(store), _thrown(store))
    return render(comparison, name, decisions=for_reports(standings(store)), options=options)
