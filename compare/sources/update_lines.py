"""Lines in which a page says when it was put up: 'Updated: 4:15 p.m. Tuesday, March 3'."""

from __future__ import annotations

import re

from compare.model import Published
from compare.sources.publication import DATE, date_in

LONGEST = 90  # characters of such a line
_CLOCK = r"(?:\d{1,2}[:.]\s?\d\d(?:[:.]\s?\d\d)?|\d{1,2}(?=\s?[ap]))\s?(?:[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,4})\b)?"
LINE = re.compile(
    r"\(?(?:(?:first|last|originally)\s)?(?:published|posted|updated)\b(?:\s(?:on|at))?\s?:?\s?"
    rf"(?:{_CLOCK},?\s(?:on\s)?)?(?:(?P<date>{re.sub(r'[(][?]P<[a-z]+>', '(?:', DATE)}))"
    rf"(?:[,\s|–—-]{{1,4}}(?:at\s)?{_CLOCK})?\W*",
    re.IGNORECASE,
)


def put_up(text: str, start: int) -> Published | None:
    """Return the date of the first line behind ``start`` that says when the page was put up; None without one.

    A line without a year tells none.
    """
    for line in text[start:].splitlines():
        words = " ".join(line.split())
        found = LINE.fullmatch(words) if len(words) <= LONGEST else None
        written = date_in(found["date"]) if found is not None else None
        if written:
            return Published(written[0], "text", words.strip("()"))
    return None
