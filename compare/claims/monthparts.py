"""Days within a month: 'the fifth of May', 'the first week of May', 'early May', 'the first Friday of next month'."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from compare.claims.datetext import SHIFTS, Reading, said
from compare.language.en.calendar import DAY_ORDINALS, SEASON_NAMES
from compare.model import Moment

Interval = tuple[datetime, datetime]
SLACK = 2  # days by which 'the first week' may begin or end otherwise: weeks begin on Sunday, Monday or the 1st
LAST = -1
# Months that people on either half of the globe count to a season, generously.
SEASON_MONTHS = {
    "spring": frozenset({3, 4, 5, 6, 9, 10, 11, 12}),
    "summer": frozenset({6, 7, 8, 9, 12, 1, 2, 3}),
    "autumn": frozenset({9, 10, 11, 12, 3, 4, 5, 6}),
    "winter": frozenset({12, 1, 2, 3, 6, 7, 8, 9}),
}
_SEASON = re.compile(r"\b(" + "|".join(SEASON_NAMES) + r")\b", re.IGNORECASE)


def read_worded_day(m: re.Match[str]) -> Reading | None:
    """Read 'the fifth of May', 'May the twenty-first'."""
    day = DAY_ORDINALS.get(" ".join(m["word"].lower().replace("-", " ").split()))
    return said(m, "date", day=day) if day is not None else None


def read_week_of_month(m: re.Match[str]) -> Reading | None:
    """Read 'the first week of May', 'the last week of June 2021'."""
    number = DAY_ORDINALS.get(m["nth"].lower(), 0)
    days = (max(7 * number - 6 - SLACK, 1), 7 * number + SLACK) if number else (23, 31)
    return said(m, "month", days=days)


def read_nth_weekday(m: re.Match[str]) -> Reading | None:
    """Read 'the first Friday of next month', 'the last Monday in May 2021'."""
    reading = said(m, "day", nth=DAY_ORDINALS.get(m["nth"].lower(), LAST))
    return replace(reading, unit="month", shift=SHIFTS[m["which"].lower()]) if m["which"] else reading


def narrowed(interval: Interval | None, reading: Reading) -> Interval | None:
    """Return the days of a month that a reading means."""
    if interval is None or reading.days is None:
        return interval
    first, last = reading.days
    low = interval[0] + timedelta(days=first - 1)
    return low, min(interval[1], interval[0] + timedelta(days=last))


def nth_weekday(month: Interval | None, reading: Reading) -> date | None:
    """Return the first, second … or last of a weekday within a month."""
    if month is None or reading.weekday is None or reading.nth is None:
        return None
    first, end = month[0].date(), month[1].date()
    days = [first + timedelta(days=n) for n in range((end - first).days)]
    fitting = [d for d in days if d.weekday() == reading.weekday]
    place = reading.nth if reading.nth == LAST else reading.nth - 1
    return fitting[place] if place < len(fitting) else None


def season_holds(words: str, other: Moment) -> bool:
    """Tell whether a time may lie in the season that words name, on either half of the globe: no July in spring."""
    named = {SEASON_NAMES[s.lower()] for s in _SEASON.findall(words)}
    month = other.month
    if month is None and other.earliest is not None and other.latest is not None:
        short = other.latest - other.earliest <= timedelta(days=31)
        month = other.earliest.month if short else None
    return len(named) != 1 or month is None or month in SEASON_MONTHS[next(iter(named))]


def other_season(one: str, other: str) -> bool:
    """Tell whether two times name one season each, and not the same."""
    a, b = ({SEASON_NAMES[s.lower()] for s in _SEASON.findall(words)} for words in (one, other))
    return len(a) == len(b) == 1 and a != b
