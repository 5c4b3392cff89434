"""Which days a date means: a reading, the day of publication and the tense of the clause → an interval of time.

News convention: 'on Wednesday' in a report of what happened is the last Wednesday up to the day of publication, in an
announcement the next one; a day without a year lies in the nearest year that fits the tense.  Where two readings
remain ('last Friday' said on a Sunday), none is chosen.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

from compare.claims.monthparts import narrowed, nth_weekday
from compare.language.en.calendar import PARTS

if TYPE_CHECKING:
    from compare.claims.datetext import Reading

Leaning = Literal["past", "future", "either"]
Interval = tuple[datetime, datetime]

_DAY = timedelta(days=1)


def absolute(reading: Reading) -> bool:
    """Tell whether the words name a time that needs no day of publication."""
    if reading.shape == "date":
        return reading.year is not None
    if reading.shape in ("month", "year", "span"):
        return reading.year is not None and not reading.fiscal
    return False


def resolve(reading: Reading, published: date | None, leaning: Leaning) -> Interval | None:
    """Return [earliest, latest) in naive local time, or None where the words and what is known leave it open.

    None, too, where the time lies outside the years 1 to 9999.
    """
    try:
        return _resolved(reading, published, leaning)
    except (OverflowError, ValueError):
        return None


def _resolved(reading: Reading, published: date | None, leaning: Leaning) -> Interval | None:
    if published is None and not absolute(reading):
        return None
    if reading.fiscal or reading.shape in ("vague", "later"):
        return None
    if reading.shape == "clock":
        return None
    if reading.shape in ("date", "day", "now"):
        day = _day(reading, published, leaning)
        return None if day is None else _within_day(day + reading.plus * _DAY, reading)
    if reading.shape == "month":
        return narrowed(_month(reading, published, leaning), reading)
    if reading.shape == "year" and reading.year is not None:
        return _months(reading.year, 1, 12)
    if reading.shape == "span":
        return _span(reading, published)
    if published is None:
        return None
    if reading.shape == "stretch":
        return _stretch(reading, published)
    return _weekend(reading, published, leaning) if reading.shape == "weekend" else _shift(reading, published)


def _day(reading: Reading, published: date | None, leaning: Leaning) -> date | None:
    if reading.shape == "date":
        return _calendar_day(reading, published, leaning)
    if published is None:
        return None
    if reading.nth is not None:
        return nth_weekday(_month_meant(reading, published, leaning), reading)
    if reading.shape == "now":
        return published + timedelta(days=reading.shift or 0)
    return _weekday(reading, published, leaning)


def _month_meant(reading: Reading, published: date, leaning: Leaning) -> Interval | None:
    if reading.month is not None:
        return _month(reading, published, leaning)
    index = published.year * 12 + published.month - 1 + (reading.shift or 0)
    return _months(index // 12, index % 12 + 1, 1)


def _calendar_day(reading: Reading, published: date | None, leaning: Leaning) -> date | None:
    month, day = reading.month or 1, reading.day or 1
    if reading.year is not None:
        return _made(reading.year, month, day)
    if published is None:
        return None
    near = [d for y in range(published.year - 2, published.year + 3) if (d := _made(y, month, day))]
    if reading.weekday is not None:
        near = [d for d in near if d.weekday() == reading.weekday] or near
    return _nearest(near, published, leaning)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(days: list[date], published: date, leaning: Leaning) -> date | None:
    fitting = days
    if leaning == "past":
        fitting = [d for d in days if d <= published + _DAY]
    elif leaning == "future":
        fitting = [d for d in days if d >= published - _DAY]
    return min(fitting, key=lambda d: (abs((d - published).days), d), default=None)


def _weekday(reading: Reading, published: date, leaning: Leaning) -> date | None:
    if reading.weekday is None:
        return None
    monday = published - timedelta(days=published.weekday())
    if reading.unit == "week":
        return monday + timedelta(days=reading.weekday + 7 * (reading.shift or 0))
    back = (published.weekday() - reading.weekday) % 7
    if reading.direction == "last":
        day = published - timedelta(days=back or 7)
        return day if day < monday else None
    if reading.direction == "next":
        day = published + timedelta(days=(7 - back) % 7 or 7)
        return day if day >= monday + timedelta(days=7) else None
    if reading.direction == "this":
        return monday + timedelta(days=reading.weekday)
    if leaning == "future":
        return published + timedelta(days=(7 - back) % 7)
    if leaning == "either" and back > 3:
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back)


def _within_day(day: date, reading: Reading) -> Interval:
    start = datetime.combine(day, time())
    if reading.hour is not None:
        start += timedelta(hours=reading.hour, minutes=reading.minute or 0)
        return start, start + (timedelta(minutes=1) if reading.minute is not None else timedelta(hours=1))
    if reading.part is not None:
        low, high = PARTS[reading.part]
        return start + timedelta(hours=low), start + timedelta(hours=high)
    if reading.edge == "early":
        return start, start + timedelta(hours=12)
    if reading.edge == "late":
        return start + timedelta(hours=14), start + timedelta(hours=27)
    return start, start + _DAY


def _months(year: int, month: int, count: int) -> Interval:
    end = year * 12 + month - 1 + count
    return datetime(year, month, 1), datetime(end // 12, end % 12 + 1, 1)  # noqa: DTZ001  (local time, zone unknown)


def _month(reading: Reading, published: date | None, leaning: Leaning) -> Interval | None:
    month = reading.month or 1
    if reading.year is not None:
        return _months(reading.year, month, 1)
    if published is None:
        return None
    if reading.unit == "year":
        return _months(published.year + (reading.shift or 0), month, 1)
    this = published.year * 12 + published.month - 1
    firsts = [y * 12 + month - 1 for y in range(published.year - 1, published.year + 2)]
    if reading.direction == "last" or (reading.direction is None and leaning == "past"):
        best = max(f for f in firsts if f < this + (reading.direction is None))
    elif reading.direction == "next" or leaning == "future":
        best = min(f for f in firsts if f > this - (reading.direction != "next"))
    elif reading.direction == "this":
        best = published.year * 12 + month - 1
    else:
        best = min(firsts, key=lambda f: (abs(f - this), f))
    return _months(best // 12, best % 12 + 1, 1)


def _span(reading: Reading, published: date | None) -> Interval | None:
    if reading.part is not None and reading.year is not None:  # a season: the hemisphere is not known
        return _months(reading.year, 1, 15 if reading.part == "winter" else 12)
    if reading.years and reading.year is not None:
        return _months(reading.year, 1, 12 * reading.years)
    year = reading.year
    if year is None and published is not None and reading.shift is not None:
        year = published.year + reading.shift
    if year is None:
        return None  # 'the third quarter' may be a fiscal one, of this year or the last
    if reading.quarter:
        return _months(year, 3 * reading.quarter - 2, 3)
    return _months(year, 6 * (reading.half or 1) - 5, 6)


def _weekend(reading: Reading, published: date, leaning: Leaning) -> Interval | None:
    saturday = published + timedelta(days=5 - published.weekday())  # of this week
    if published.weekday() < 5 and (leaning == "past" or reading.direction == "last"):
        saturday -= timedelta(days=7)
    elif published.weekday() >= 5 and reading.direction in ("last", "next"):
        return None
    if reading.direction == "this" and leaning == "either":
        return None
    start = datetime.combine(saturday, time())
    return start, start + 2 * _DAY


def _shift(reading: Reading, published: date) -> Interval | None:
    count = reading.shift or 0
    start = datetime.combine(published, time())
    if reading.unit == "day":
        return start + count * _DAY, start + (count + 1) * _DAY
    if reading.unit == "week":
        if reading.ago:
            middle = start + timedelta(days=7 * count)
            return middle - timedelta(days=4), middle + timedelta(days=5)
        sunday = start - timedelta(days=published.weekday() + 1)  # weeks begin on Sunday or Monday: hold both
        low, high = sunday + timedelta(days=7 * count), sunday + timedelta(days=7 * count + 8)
        return _halved(low, high, start, reading)
    if reading.unit == "month":
        index = published.year * 12 + published.month - 1 + count
        low, high = _months(index // 12, index % 12 + 1, 1)
        if reading.ago:
            return low - timedelta(days=15), high + timedelta(days=15)
        return _halved(low, high, start, reading)
    if reading.unit == "year":
        if published.year + count < 1:
            return None
        low, high = _months(published.year + count, 1, 12)
        if reading.ago:
            return low - timedelta(days=183), high + timedelta(days=183)
        return _halved(low, high, start, reading)
    return None


def _stretch(reading: Reading, published: date) -> Interval:
    """Return 'the past week' or 'the coming month': so many days up to, or from, the day of publication."""
    days = {"week": 7, "month": 31, "year": 366}.get(reading.unit or "", 1)
    start = datetime.combine(published, time())
    return (start - days * _DAY, start + _DAY) if reading.shift == -1 else (start, start + (days + 1) * _DAY)


def _halved(low: datetime, high: datetime, published: datetime, reading: Reading) -> Interval:
    """Cut 'earlier this year' and 'later this week' at the day of publication."""
    if reading.shift == 0 and reading.edge == "early":
        return low, min(high, published + _DAY)
    if reading.shift == 0 and reading.edge == "late":
        return max(low, published), high
    return low, high
