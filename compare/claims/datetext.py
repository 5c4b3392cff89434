"""What the words of one date or time say: from a match of the grammar to a reading; see ``dategrammar``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Literal

from compare.language.en.calendar import LAST_WORDS, MONTHS, NEXT_WORDS, PARTS, SMALL_NUMBERS, UNITS, WEEKDAYS

Shape = Literal["stretch", "date", "day", "month", "year", "span", "shift", "now", "weekend", "later", "clock", "vague"]


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
    days: tuple[int, int] | None = None  # of a month: first and last day that are meant ('early May')
    plus: int = 0  # days after the day that is named: 'a week from Friday'
    nth: int | None = None  # which of its weekdays of a month; -1: the last


SHIFTS = {"last": -1, "this": 0, "next": 1}
# Days that people mean, generously.
MONTH_EDGES = {
    "early": (1, 12), "start": (1, 11), "beginning": (1, 11), "mid": (9, 22), "middle": (9, 22), "late": (19, 31),
    "end": (20, 31),
}  # fmt: skip
# 'the first Friday of July', 'Friday the 15th': another day than the nearest Friday.
_NTH = re.compile(r"\b(?:first|second|third|fourth|fifth|last|every|each)\s+$", re.IGNORECASE)
_THE_NTH = re.compile(r",?\s+the\s+\w*(?:\dth|\dst|\dnd|\drd|teen\w*|tieth)\b")


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    first = " ".join(words.lower().split())
    if first.isdecimal():
        return int(first)
    return SMALL_NUMBERS.get(first, 2 if first == "a couple of" else None)


def said(m: re.Match[str], shape: Shape, **fields: Any) -> Reading:
    """Return a match as a reading, with the year, the month and the weekday that its words name."""
    got = m.groupdict()
    named: dict[str, int] = {}
    if year := got.get("year"):
        named["year"] = int(year)
    if month := got.get("month"):
        named["month"] = MONTHS[month.lower().rstrip(".")]
    if weekday := got.get("weekday"):
        named["weekday"] = WEEKDAYS[weekday.lower().rstrip(".")]
    return Reading(m.start(), m.end(), shape, **{**named, **fields})


def read_date(m: re.Match[str]) -> Reading | None:
    return said(m, "date", day=int(m["day"]), direction=_direction(m.groupdict().get("which")))


def _direction(word: str | None) -> Literal["last", "next", "this"] | None:
    if not word:
        return None
    lower = word.lower()
    if lower in LAST_WORDS:
        return "last"
    return "next" if lower in NEXT_WORDS else "this"


def read_iso(m: re.Match[str]) -> Reading | None:
    month, day = int(m["m"]), int(m["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return said(m, "date", year=int(m["y"]), month=month, day=day)


def read_slashed(m: re.Match[str]) -> Reading | None:
    """Read 15/06/2021; where day and month could change places, only the year is certain."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if a > 31 or b > 31 or (a > 12 and b > 12) or not a or not b:
        return None
    if a > 12 or a == b or m["sep"] == ".":
        return said(m, "date", year=year, month=b, day=a) if b <= 12 else None
    if b > 12:
        return said(m, "date", year=year, month=a, day=b)
    return said(m, "vague", year=year, unit="day")


def read_month_only(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    which = got.get("which")
    edge = (got.get("edge") or got.get("end") or "").lower().rstrip("-")
    reading = said(m, "month", direction=_direction(which), days=MONTH_EDGES.get(edge))
    if edge in ("early", "late"):
        reading = replace(reading, edge="early" if edge == "early" else "late")
    relative = got.get("of_year")
    if relative:
        return replace(reading, shift=SHIFTS[relative.lower()], unit="year")
    return replace(reading, bare=reading.year is None and which is None and not edge)


def read_weekday_only(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    edge = (got.get("edge") or "").lower()
    week = got.get("week")
    if _NTH.search(m.string[: m.start()]) or _THE_NTH.match(m.string[m.end() :]):
        return said(m, "vague", unit="day")
    return said(
        m,
        "day",
        direction=_direction(got.get("which")),
        part=(got.get("part") or "").lower() or None,
        edge=edge if edge in ("early", "late") else None,
        unit="week" if week else None,
        shift=SHIFTS[week.lower()] if week else None,
        bare=bool(got.get("plural")),
    )


def read_year_only(m: re.Match[str]) -> Reading | None:
    return Reading(m.start("year"), m.end("year"), "year", year=int(m["year"]), bare=m.start("year") == m.start())


def read_weeks_from(m: re.Match[str]) -> Reading | None:
    """Read 'a week from Friday', 'two weeks from tomorrow'."""
    count, unit = _number(m["count"]), UNITS[m["unit"].lower()]
    if count is None or unit not in ("day", "week", "fortnight"):
        return None
    days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
    if m["day"].lower() in ("today", "tomorrow"):
        return said(m, "now", shift=days + (m["day"].lower() == "tomorrow"))
    return said(m, "day", weekday=WEEKDAYS[m["day"].lower()], plus=days)


def read_decade(m: re.Match[str]) -> Reading | None:
    text = m["decade"].lstrip("'’‘")
    year = int(text[:-1]) if len(text) == 5 else 1900 + int(text[:2])
    return said(m, "span", year=year, years=10)


def read_now(m: re.Match[str]) -> Reading | None:
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
        return said(m, "vague", unit="night")
    return said(m, "now", unit="day", shift=shift, part=part)


def read_shifted(m: re.Match[str]) -> Reading | None:
    """Read 'last week', 'next month', 'this year', with 'earlier' or 'later' before them."""
    which, unit = m["which"].lower(), UNITS[m["unit"].lower()]
    if which == "previous":  # seen from another time than the day of publication
        return said(m, "later", unit=unit)
    direction = _direction(which) or "this"
    if which in ("past", "coming") or m["the"]:  # a stretch that ends, or begins, today
        return said(m, "stretch", unit=unit, shift=1 if direction == "next" else -1)
    edge = next((e for e in ("early", "late") if (m["edge"] or "").lower().startswith(e[:4])), None)
    return said(m, "shift", unit=unit, shift=SHIFTS[direction], edge=edge)


def read_ago(m: re.Match[str]) -> Reading | None:
    count = _number(m["count"])
    unit = UNITS[m["unit"].lower()]
    if unit == "fortnight":
        unit, count = "week", (count or 0) * 2
    if count is None or unit in ("hour", "minute", "decade"):
        return said(m, "vague", unit=unit)
    return said(m, "shift", unit=unit, shift=-count, ago=True)


def read_weekend(m: re.Match[str]) -> Reading | None:
    return said(m, "weekend", direction=_direction(m["which"]) if m["which"] != "the" else None)


def read_later(m: re.Match[str]) -> Reading | None:
    unit = m.groupdict().get("unit")
    return said(m, "later", unit=UNITS[unit.lower()] if unit else "day")


def read_from_now(m: re.Match[str]) -> Reading | None:
    """Read 'two days from now', 'in three weeks' time'."""
    count, unit = _number(m["count"]), UNITS[m["unit"].lower()]
    if count is None or unit not in ("day", "week", "month", "year"):
        return None
    return said(m, "shift", unit=unit, shift=count, ago=unit != "day")
