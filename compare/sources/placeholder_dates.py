"""Dates of publication that no newsroom set: zero points of calendars and clocks, the end of time, days to come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from compare.model import Published
from compare.sources.publication import day_of

FIRST = 1605  # the year of the first newspaper
LAST = 2100  # a program's 'never'
ZEROS = frozenset({  # where databases and programs begin to count; with a time zone, the day before or after shows
    date(1753, 1, 1), date(1899, 12, 30), date(1900, 1, 1), date(1904, 1, 1), date(1970, 1, 1), date(1980, 1, 1),
})  # fmt: skip
EVE = date(1969, 12, 31)  # 1970-01-01T00:00Z as it reads west of Greenwich
WRITTEN = date(2026, 1, 1)  # a clock that shows an earlier day is wrong
EMBARGO = timedelta(days=7)  # an article may be handed out some days before it may appear


def doubt_of(published: Published) -> str | None:
    """Return a note where a date cannot be the day of publication; None where it can.

    A day to come is believed of a manifest only, which a person wrote for these very files.
    """
    day = day_of(published.when)
    if not FIRST <= day.year < LAST or day in ZEROS or (day == EVE and _zero(published.when)):
        return f"The date of publication {day.isoformat()} is a placeholder; the date is not known."
    if published.basis != "manifest" and day > max(datetime.now(UTC).date(), WRITTEN) + EMBARGO:
        return f"The date of publication {day.isoformat()} has not come yet; the date is not known."
    return None


def _zero(when: date | datetime) -> bool:
    return isinstance(when, datetime) and when.tzinfo is not None and when.timestamp() == 0
