"""The words of dates and times: a grammar from text to readings; what day is meant is settled in ``resolution``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from compare.language.en.calendar import (
    BEFORE_BARE_DATE,
    LAST_WORDS,
    MONTHS,
    NEXT_WORDS,
    ORDINALS,
    PARTS,
    SEASONS,
    SMALL_NUMBERS,
    UNITS,
    WEEKDAYS,
    ZONE_SHORT_NAMES,
)
from compare.language.en.zones import place_zones

if TYPE_CHECKING:
    from collections.abc import Callable

Shape = Literal["date", "day", "month", "year", "span", "shift", "now", "weekend", "later", "clock", "vague"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of one date or time say, before anyone asks which day that was."""

    start: int  # place in the text that was read
    end: int
    shape: Shape
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None
    part: str | None = None  # row of PARTS
    edge: Literal["early", "late"] | None = None
    unit: str | None = None  # 'day', 'week', 'month', 'year' …
    shift: int | None = None  # how many units from the day of publication; None where not said
    ago: bool = False  # '3 days ago', an exact count backwards
    years: int | None = None  # length of a span of years that starts in ``year`` (decades)
    quarter: int | None = None
    half: int | None = None
    direction: Literal["last", "next", "this"] | None = None
    bare: bool = False  # needs support from its surroundings: 'May', '2018'
    fiscal: bool = False


def _either(words: object) -> str:
    return "|".join(sorted((re.escape(str(w)) for w in words), key=len, reverse=True))  # type: ignore[attr-defined]


_MONTH = rf"(?P<month>{_either(w.capitalize() for w in MONTHS)})\b\.?"
_FULL_MONTH = rf"(?P<month>{_either(w.capitalize() for w in MONTHS if len(w) > 4 or w in ('may', 'june', 'july'))})\b"
_FULL_WEEKDAYS = [w for w in WEEKDAYS if w.endswith("day")]
_WEEKDAY = rf"(?P<weekday>(?i:{_either(_FULL_WEEKDAYS)})|{_either(w.capitalize() for w in WEEKDAYS)}\b\.?)"
_FULL_WEEKDAY = rf"(?P<weekday>(?i:{_either(_FULL_WEEKDAYS)}))(?P<plural>s)?\b"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_NO_AMOUNT = r"(?![\d]|[.,:/]\d|-\d|\s*(?:%|per\s?cent|percent|million|billion|trillion|people|km|hours?|minutes?)\b)"
_PART = rf"(?P<part>{_either(PARTS)})"
_COUNT = rf"(?P<count>\d{{1,3}}|{_either(SMALL_NUMBERS)}|a\s+couple\s+of|several|few|a\s+few)"
_UNIT = rf"(?P<unit>{_either(UNITS)})"
_LAST = _either(LAST_WORDS)
_NEXT = _either(NEXT_WORDS)
_CLOCK_ZONE = (
    r"(?P<zone>(?:\s*\(?(?:[A-Z]{2,4}\b(?:[+-]\d{1,2})?)|\s+[Ll]ocal\s+time|(?:\s+[A-Z][\w.'’-]+){1,3}\s+[Tt]ime)?)"
)
_NUMERALS = r"(?<![\d.,:/$€£-])"


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    first = " ".join(words.lower().split())
    if first.isdigit():
        return int(first)
    return SMALL_NUMBERS.get(first, 2 if first == "a couple of" else None)


def _month(words: str) -> int:
    return MONTHS[words.lower().rstrip(".")]


def _weekday(words: str | None) -> int | None:
    return WEEKDAYS[words.lower().rstrip(".")] if words else None


def _date(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    year, day = got.get("year"), int(m["day"])
    return Reading(
        m.start(),
        m.end(),
        "date",
        year=int(year) if year else None,
        month=_month(m["month"]),
        day=day,
        weekday=_weekday(got.get("weekday")),
        direction=_direction(got.get("which")),
    )


def _direction(word: str | None) -> Literal["last", "next", "this"] | None:
    if not word:
        return None
    lower = word.lower()
    if lower in LAST_WORDS:
        return "last"
    return "next" if lower in NEXT_WORDS else "this"


def _iso(m: re.Match[str]) -> Reading | None:
    month, day = int(m["m"]), int(m["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Reading(m.start(), m.end(), "date", year=int(m["y"]), month=month, day=day)


def _slashed(m: re.Match[str]) -> Reading | None:
    """Read 15/06/2021; where day and month could change places, only the year is certain."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if a > 31 or b > 31 or (a > 12 and b > 12) or not a or not b:
        return None
    if a > 12 or a == b or m["sep"] == ".":
        return Reading(m.start(), m.end(), "date", year=year, month=b, day=a) if b <= 12 else None
    if b > 12:
        return Reading(m.start(), m.end(), "date", year=year, month=a, day=b)
    return Reading(m.start(), m.end(), "vague", year=year, unit="day")


def _month_only(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    year = got.get("year")
    which = got.get("which")
    edge = (got.get("edge") or "").lower().rstrip("-")
    reading = Reading(m.start(), m.end(), "month", month=_month(m["month"]), direction=_direction(which))
    if edge in ("early", "late"):
        reading = replace(reading, edge="early" if edge == "early" else "late")
    relative = got.get("of_year")
    if relative:
        return replace(reading, shift={"last": -1, "this": 0, "next": 1}[relative.lower()], unit="year")
    if year:
        return replace(reading, year=int(year))
    return replace(reading, bare=which is None and not edge)


def _weekday_only(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    edge = (got.get("edge") or "").lower()
    week = got.get("week")
    return Reading(
        m.start(),
        m.end(),
        "day",
        weekday=_weekday(m["weekday"]),
        direction=_direction(got.get("which")),
        part=(got.get("part") or "").lower() or None,
        edge="early" if edge == "early" else "late" if edge == "late" else None,
        unit="week" if week else None,
        shift={"last": -1, "this": 0, "next": 1}[week.lower()] if week else None,
        bare=bool(got.get("plural")),
    )


def _year_only(m: re.Match[str]) -> Reading | None:
    return Reading(m.start("year"), m.end("year"), "year", year=int(m["year"]), bare=True)


def _decade(m: re.Match[str]) -> Reading | None:
    text = m["decade"].lstrip("'’‘")
    year = int(text[:-1]) if len(text) == 5 else 1900 + int(text[:2])
    return Reading(m.start(), m.end(), "span", year=year, years=10)


def _quarter(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    number = ORDINALS.get((got.get("nth") or "").lower()) or int(got.get("q") or 0)
    year = got.get("year")
    fiscal = "fiscal" in m.group().lower()
    shift = {"last": -1, "this": 0, "next": 1}.get((got.get("of_year") or "").lower())
    return Reading(
        m.start(), m.end(), "span", year=int(year) if year else None, quarter=number, shift=shift, fiscal=fiscal
    )


def _half(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    shift = {"last": -1, "this": 0, "next": 1}.get((got.get("of_year") or "").lower())
    year = got.get("year")
    half = 1 if m["nth"].lower() == "first" else 2
    return Reading(m.start(), m.end(), "span", year=int(year) if year else None, half=half, shift=shift)


def _fiscal(m: re.Match[str]) -> Reading | None:
    return Reading(m.start(), m.end(), "vague", year=int(m["year"]), unit="year", fiscal=True)


def _season(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    year = got.get("year")
    if year:
        return Reading(m.start(), m.end(), "span", year=int(year), years=1, part=m["season"].lower())
    return Reading(m.start(), m.end(), "vague", unit="season")


def _now(m: re.Match[str]) -> Reading | None:
    """Read 'today', 'yesterday', 'this morning', 'last night', 'overnight'."""
    words = " ".join(m.group().lower().split())
    part = next((p for p in PARTS if words.endswith(p)), None)
    shift = 0
    if "before yesterday" in words:
        shift = -2
    elif "after tomorrow" in words:
        shift = 2
    elif "yesterday" in words or words.startswith("last"):
        shift = -1
    elif "tomorrow" in words:
        shift = 1
    if words == "tonight":
        part = "night"
    if words == "overnight":
        return Reading(m.start(), m.end(), "vague", unit="night")
    return Reading(m.start(), m.end(), "now", unit="day", shift=shift, part=part)


def _shifted(m: re.Match[str]) -> Reading | None:
    """Read 'last week', 'next month', 'this year', with 'earlier' or 'later' before them."""
    shift = {"last": -1, "next": 1, "this": 0}[_direction(m["which"]) or "this"]
    edge = (m["edge"] or "").lower()
    return Reading(
        m.start(),
        m.end(),
        "shift",
        unit=UNITS[m["unit"].lower()],
        shift=shift,
        edge="early" if edge.startswith("earl") else "late" if edge.startswith("late") else None,
        ago=False,
    )


def _ago(m: re.Match[str]) -> Reading | None:
    count = _number(m["count"])
    unit = UNITS[m["unit"].lower()]
    if unit == "fortnight":
        unit, count = "week", (count or 0) * 2
    if count is None or unit in ("hour", "minute", "decade"):
        return Reading(m.start(), m.end(), "vague", unit=unit)
    return Reading(m.start(), m.end(), "shift", unit=unit, shift=-count, ago=True)


def _weekend(m: re.Match[str]) -> Reading | None:
    return Reading(m.start(), m.end(), "weekend", direction=_direction(m["which"]) if m["which"] != "the" else None)


def _later(m: re.Match[str]) -> Reading | None:
    unit = m.groupdict().get("unit")
    return Reading(m.start(), m.end(), "later", unit=UNITS[unit.lower()] if unit else "day")


def _clock(m: re.Match[str]) -> Reading | None:
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


def _named_hour(m: re.Match[str]) -> Reading | None:
    word = m["part"].lower()
    if word in ("noon", "midday"):
        zone, end = _zone(m["zone"] or "", m)
        return Reading(m.start(), end, "clock", hour=12, minute=0 if word == "noon" else None, zone=zone, part=word)
    if word == "midnight":
        zone, end = _zone(m["zone"] or "", m)
        return Reading(m.start(), end, "clock", hour=0, minute=0, zone=zone, part=word)
    return Reading(m.start(), m.end("part"), "clock", part=word)


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Reading | None]], ...]:
    """Return the rows of the grammar in order: earlier rows win where two overlap and start together."""
    of_year = r"(?:,?\s+(?:of\s+)?(?P<of_year>last|this|next)\s+year\b)"
    edge = r"(?:(?P<edge>[Ee]arly|[Ll]ate|[Mm]id)(?:-|\s+|\s+in\s+|\s+on\s+))"
    rows: list[tuple[str, Callable[[re.Match[str]], Reading | None]]] = [
        (rf"\b(?:{_WEEKDAY},?\s+)?(?:the\s+)?(?<![\d.,:/$€£-]){_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b(?!,\d)", _date),
        (rf"\b(?:{_WEEKDAY},?\s+)?{_MONTH}\s+(?:the\s+)?{_DAY}\s*,?\s+{_YEAR}\b(?!,\d)", _date),
        (
            rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_NUMERALS}{_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)",
            _date,
        ),
        (rf"\b(?:{_WEEKDAY},?\s+)?{_MONTH}\s+(?:the\s+)?{_DAY}\b{_NO_AMOUNT}", _date),
        (r"(?<![\d-])(?P<y>1[89]\d\d|20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso),
        (r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/]|\.\d)", _slashed),
        (rf"\b(?:{edge})?{_MONTH}(?:{of_year}|,?\s+(?:of\s+)?{_YEAR}\b(?!,\d))", _month_only),
        (rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\s+{_FULL_MONTH}", _month_only),
        (rf"\b{edge}{_FULL_MONTH}", _month_only),
        (rf"\b{_FULL_MONTH}", _month_only),
        (
            rf"\b(?:{edge})?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming|[Pp]revious)\s+)?{_FULL_WEEKDAY}"
            rf"(?:\s+(?:early\s+)?(?P<part>morning|afternoon|evening|night|lunchtime)s?\b)?"
            r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?",
            _weekday_only,
        ),
        (r"(?P<decade>\b(?:1[5-9]|20)\d0s|(?<!\w)['’‘][2-9]0s)\b", _decade),
        (
            rf"\b(?:fiscal\s+)?(?P<nth>{_either(ORDINALS)})[\s-](?:fiscal\s+)?quarter\b(?:{of_year}|,?\s+(?:of\s+)?(?:fiscal\s+)?{_YEAR}\b)?",
            _quarter,
        ),
        (rf"\bQ(?P<q>[1-4])\b(?:,?\s+(?:of\s+)?{_YEAR}\b)?", _quarter),
        (rf"\b(?P<nth>first|second)\s+half\s+(?:of\s+)?(?:{_YEAR}\b|(?P<of_year>last|this|next)\s+year\b)", _half),
        (rf"\b(?:fiscal|financial)\s+(?:year\s+)?{_YEAR}\b", _fiscal),
        (rf"\b(?P<season>{_either(SEASONS)})\s+(?:of\s+)?{_YEAR}\b", _season),
        (rf"\b(?:last|this|next|this\s+past)\s+(?P<season>{_either(SEASONS)})\b", _season),
        (
            r"\b(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday(?:\s+(?:morning|afternoon|evening))?"
            r"|tomorrow(?:\s+(?:morning|afternoon|evening|night))?|(?:earlier\s+|later\s+)?today|tonight|last\s+night"
            r"|this\s+(?:morning|afternoon|evening)|overnight)\b",
            _now,
        ),
        (
            rf"\b(?:(?P<edge>(?i:earlier|later|early|late))\s+)?(?P<which>(?i:{_LAST}|{_NEXT}|this))\s+(?P<unit>week|month|year)\b(?!-)",
            _shifted,
        ),
        (rf"\b(?i:{_COUNT})\s+(?i:{_UNIT})\s+ago\b", _ago),
        (r"\b(?P<which>(?i:the|last|this|next|past|coming))\s+weekend\b", _weekend),
        (rf"\b(?i:{_COUNT})\s+(?i:{_UNIT})\s+(?:later|earlier|afterwards|before|after)\b", _later),
        (r"\b(?i:the)\s+(?:same|next|following|previous)\s+(?P<unit>day|week|month|year)\b", _later),
        (r"\b(?i:the)\s+day\s+(?:before|after)\b", _later),
        (
            rf"{_NUMERALS}\b(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))?\s*(?P<ampm>(?:[ap]\.\s?m\.?|[AaPp][Mm]\b)){_CLOCK_ZONE}",
            _clock,
        ),
        (rf"{_NUMERALS}\b(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::\d\d)?(?![\d:]){_CLOCK_ZONE}", _clock),
        (
            r"(?<![\d.,:/$€£-])\b(?P<h>[01]\d|2[0-4])[:.]?(?P<min>[0-5]\d)(?P<zone>\s*\(?(?:GMT|UTC)(?:[+-]\d{1,2})?)\b",
            _clock,
        ),
        (
            rf"{_NUMERALS}\b(?P<h>[01]\d|2[0-4])\.(?P<min>[0-5]\d)(?P<zone>(?:\s+[A-Z][\w'’-]+){{1,3}}\s+[Tt]ime)",
            _clock,
        ),
        (rf"\b(?P<part>noon|midday|midnight)\b{_CLOCK_ZONE}", _named_hour),
        (
            r"\b(?:at|before|after|since|until|around|from)\s+(?P<part>dawn|dusk|daybreak|sunrise|sunset|nightfall)\b",
            _named_hour,
        ),
        (rf"\b{_YEAR}\b(?!,\d|\.\d|-\d\d\d\d)", _year_only),
    ]
    return tuple((re.compile(pattern), maker) for pattern, maker in rows)


def read_dates(text: str) -> list[Reading]:
    """Return what the words of ``text`` read as dates and times, in order of place, without overlaps.

    Look-alikes that only their grammar tells apart ('may', 'march', a bare year) are marked ``bare``.
    """
    taken: list[Reading] = []
    for pattern, maker in patterns():
        for match in pattern.finditer(text):
            reading = maker(match)
            if reading is None or any(reading.start < t.end and t.start < reading.end for t in taken):
                continue
            taken.append(reading)
    return sorted(taken, key=lambda r: r.start)


def supported(text: str, reading: Reading) -> bool:
    """Tell whether the word before a bare month or year makes it a date: 'in May', 'the 2018 summit'."""
    before = re.search(r"([\w-]+)['’]?\s*$", text[: reading.start])
    word = before.group(1).lower() if before else ""
    if reading.shape == "year":
        return word in BEFORE_BARE_DATE or word in ("the", "its", "their", "his", "her", "a", "year", "early", "late")
    return word in BEFORE_BARE_DATE
