"""Do two moments tell of one time: by what both say, by clocks of two zones, by what was resolved."""

from __future__ import annotations

from datetime import datetime, timedelta

from compare.claims.monthparts import other_season, season_holds
from compare.claims.zones import in_zone
from compare.model import Moment


def same_time(a: Moment, b: Moment) -> bool | None:
    """Tell whether two moments can be one: True (compatible, and that says something), False (they exclude each
    other), None (not known).

    Resolved moments are compared as intervals (a day inside a month is compatible); a moment without a zone may be
    up to 14 hours off against one with a zone.  Otherwise the parts that both texts give are compared.
    """
    if other_season(a.text, b.text) and (a.year or 0) == (b.year or 0):
        return False
    if not season_holds(a.text, b) or not season_holds(b.text, a):
        return False
    if a.earliest and a.latest and b.earliest and b.latest:
        low_a, high_a, low_b, high_b = a.earliest, a.latest, b.earliest, b.latest
        slack = timedelta(0)
        if (low_a.tzinfo is None) != (low_b.tzinfo is None):
            slack = timedelta(hours=14)
            low_a, high_a, low_b, high_b = (m.replace(tzinfo=None) for m in (low_a, high_a, low_b, high_b))
        try:
            return low_a < high_b + slack and low_b < high_a + slack
        except OverflowError:  # on the last day of the calendar
            return None
    return _same_parts(a, b)


def _same_parts(a: Moment, b: Moment) -> bool | None:
    shared = False
    for name in ("year", "month", "day"):
        left, right = _part(a, name), _part(b, name)
        if left is not None and right is not None:
            if left != right:
                return False
            shared = shared or name != "year" or "year" in (a.grain, b.grain)
    if a.weekday is not None and b.weekday is not None:
        if a.weekday != b.weekday:
            return False
        shared = True
    clocks = _same_clock(a, b)
    return False if clocks is False else (True if shared or clocks else None)


def _part(moment: Moment, name: str) -> int | None:
    """Return the year, month or day that a moment's words give, else that of the day it was resolved to."""
    given: int | None = getattr(moment, name)
    resolved = moment.earliest is not None and moment.earliest.tzinfo is None and moment.grain in ("day", "part")
    if given is None and resolved:
        given = getattr(moment.earliest, name)
    return given


def _same_clock(a: Moment, b: Moment) -> bool | None:
    """Compare times of day where both are given in one zone or in none."""
    if a.hour is None or b.hour is None:
        return False if _outside_part(a, b) or _outside_part(b, a) else None
    if a.zone != b.zone:
        return _same_hour_anywhere(a, b)
    if a.hour != b.hour:
        return False
    return a.minute is None or b.minute is None or a.minute == b.minute


def _outside_part(clock: Moment, part: Moment) -> bool:
    """Tell whether a time of day lies outside a part of a day: '4 p.m.' and 'Friday night'."""
    if clock.hour is None or part.grain != "part" or clock.zone or part.zone or not part.earliest or not part.latest:
        return False
    hours = (clock.hour + (clock.minute or 0) / 60 - part.earliest.hour) % 24
    return hours >= (part.latest - part.earliest) / timedelta(hours=1)


def _same_hour_anywhere(a: Moment, b: Moment) -> bool | None:
    """Compare two clocks of known zones on an unknown day: False where neither winter nor summer makes them one."""
    if a.zone is None or b.zone is None:
        return None
    for month in (1, 7):  # offsets change with the season; the year hardly matters
        there = []
        for m in (a, b):
            clock = datetime(2021, month, 15, m.hour or 0, m.minute or 0)  # noqa: DTZ001 - in_zone gives it its zone
            there.append(in_zone((clock, clock), m.zone)[0])
        if there[0] == there[1]:
            return None
    return False
