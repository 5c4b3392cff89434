"""What the words of a time of day say: hours, minutes, zones, named hours."""

from __future__ import annotations

import re

from compare.claims.datetext import Reading
from compare.language.en.calendar import ZONE_SHORT_NAMES
from compare.language.en.zones import place_zones


def read_clock(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    hour, minute = int(m["h"]), int(got.get("min") or 0)
    half = (got.get("ampm") or "").lower().replace(".", "").replace(" ", "")
    if minute > 59 or hour > (12 if half else 24) or (half and not hour):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    zone, end = _zone(got.get("zone") or "", m)
    if not half and zone is None and not got.get("min"):
        return None
    return Reading(m.start(), end, "clock", hour=hour % 24, minute=minute if got.get("min") else None, zone=zone)


def _zone(words: str, m: re.Match[str]) -> tuple[str | None, int]:
    """Return the zone that follows a time of day and where its words end (before them when they name none)."""
    text = " ".join(words.split())
    if not text:
        return None, m.end("zone") - len(words) if words else m.end()
    if text.lower().endswith("time"):
        place = re.sub(r"\s*time$", "", text, flags=re.IGNORECASE).lower()
        return (place_zones().get(place) if place != "local" else None), m.end("zone")
    short = text.lstrip("(")
    base = re.match(r"(GMT|UTC)([+-]\d{1,2})$", short)
    if base:
        return f"UTC{int(base[2]):+03d}:00", m.end("zone")
    if short in ZONE_SHORT_NAMES:
        return ZONE_SHORT_NAMES[short], m.end("zone")
    return None, m.start("zone")


def read_named_hour(m: re.Match[str]) -> Reading | None:
    word = m["part"].lower()
    if word in ("noon", "midday"):
        zone, end = _zone(m["zone"] or "", m)
        return Reading(m.start(), end, "clock", hour=12, minute=0 if word == "noon" else None, zone=zone, part=word)
    if word == "midnight":
        zone, end = _zone(m["zone"] or "", m)
        return Reading(m.start(), end, "clock", hour=0, minute=0, zone=zone, part=word)
    return Reading(m.start(), m.end("part"), "clock", part=word)
