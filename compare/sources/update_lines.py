"""Lines in which a page says when it was put up: 'Updated: 4:15 p.m. Tuesday, March 3'."""

from __future__ import annotations

import re
from datetime import date

from compare.model import Published
from compare.sources.publication import DATE, MONTHS, date_in

LONGEST = 90  # characters of such a line
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = r"(?:\d{1,2}[:.]\s?\d\d(?:[:.]\s?\d\d)?|\d{1,2}(?=\s?[ap]))\s?(?:[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,4})\b)?"
_WEEKDAY = r"(?P<weekday>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?)"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_BARE = rf"{_WEEKDAY},?\s(?P<month>{_MONTH})\.?\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"  # no year is given
LINE = re.compile(
    r"\(?(?:(?:first|last|originally)\s)?(?:published|posted|updated)\b(?:\s(?:on|at))?\s?:?\s?"
    rf"(?:{_CLOCK},?\s(?:on\s)?)?(?:(?P<date>{re.sub(r'[(][?]P<[a-z]+>', '(?:', DATE)})|{_BARE})"
    rf"(?:[,\s|–—-]{{1,4}}(?:at\s)?{_CLOCK})?\W*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,$£€])(?:19|20)\d\d(?![\d,]|\.\d)")


def put_up(text: str, start: int) -> Published | None:
    """Return the date of the first line behind ``start`` that says when the page was put up; None without one.

    A line without a year takes the latest year that the text names, where its day of the week fits that year.
    """
    for line in text[start:].splitlines():
        words = " ".join(line.split())
        found = LINE.fullmatch(words) if len(words) <= LONGEST else None
        if found is None:
            continue
        written = date_in(found["date"]) if found["date"] else None
        when = written[0] if written else _in_year(found, text)
        if when is not None:
            return Published(when, "text", words.strip("()"))
    return None


def _in_year(found: re.Match[str], text: str) -> date | None:
    years = [int(year) for year in _YEAR.findall(text)]
    if not years or not found["weekday"]:
        return None
    try:
        when = date(max(years), MONTHS[found["month"].casefold()], int(found["day"]))
    except ValueError:
        return None
    return when if WEEKDAYS[when.weekday()] == found["weekday"][:3].casefold() else None
