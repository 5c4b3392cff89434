"""Times in a zone: from local time to an instant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

Interval = tuple[datetime, datetime]


def in_zone(interval: Interval, zone: str | None) -> Interval:
    """Return the interval in UTC where its zone is known, else as it is (naive, local)."""
    if zone is None:
        return interval
    try:
        low, high = (moment.replace(tzinfo=zone_named(zone)).astimezone(UTC) for moment in interval)
    except (OverflowError, ValueError):
        return interval  # on the first or the last day of the calendar
    return low, high


def zone_named(zone: str) -> timezone | ZoneInfo:
    """Return a zone by its IANA name or as 'UTC±hh:mm'."""
    if not zone.startswith("UTC"):
        return ZoneInfo(zone)
    sign = -1 if zone[3] == "-" else 1
    return timezone(sign * timedelta(hours=int(zone[4:6]), minutes=int(zone[7:9])))
