"""Written dates, and the places in an article's text where it states its own date of publication."""

from __future__ import annotations

import re
from datetime import date, datetime

from compare.model import Published

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)(?!\d)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
DATE = (
    rf"{WEEKDAY}(?:"
    + "|".join(
        (
            _DAY.format("a") + r"(?:\s+of)?[\s-]+" + _MONTH.format("a") + r",?[\s-]+" + _YEAR.format("a"),
            _MONTH.format("b") + r"\s+" + _DAY.format("b") + r"(?:,\s*|\s+)" + _YEAR.format("b"),
            _YEAR.format("c") + r"-(?P<monthc>[01]\d)-" + _DAY.format("c"),
            _DAY.format("d") + r"\.(?P<monthd>[01]?\d)\." + _YEAR.format("d"),
            _DAY.format("e") + r"[-/](?P<monthe>[01]?\d)[-/]" + _YEAR.format("e"),
        )
    )
    + r")"
)
_DATE = re.compile(rf"(?<![\w./-]){DATE}", re.IGNORECASE)
# Words that say that the date after them is the article's own.
STATED = re.compile(
    r"\b(?:(?:first\s+)?published(?:\s+on)?|posted(?:\s+on)?|date\s+of\s+publication|publication\s+date|"
    r"last\s+updated(?:\s+on)?|date)\s*:?\s*(?P<date>" + re.sub(r"\(\?P<\w+>", "(?:", DATE) + ")",
    re.IGNORECASE,
)
# A block that is one sentence in the present and ends in a place, a comma and a date ('A tram is passing the hall in
# Vienna, Austria, on March 4, 2020.') is the caption of a picture; a sentence about a coming day has no such comma.
CAPTION = re.compile(
    r"^[^.!?]*\b(?:is|are)\s+\w+ing\b[^.!?]*,\s+on\s+(?P<date>" + re.sub(r"\(\?P<\w+>", "(?:", DATE) + r")\.?$",
    re.IGNORECASE,
)
TOP = 400  # characters after the headline within which a dateline stands


def date_in(words: str) -> tuple[date, int, int] | None:
    """Return the first full date written in ``words`` with its place; None where there is none.

    Day-month-year is read with '.' and where the first number cannot be a month; an ambiguous slash date is no date.
    """
    for match in _DATE.finditer(words):
        when = _date(match)
        if when is not None:
            return when, match.start(), match.end()
    return None


def published_in(text: str, start: int, blocks: list[tuple[int, int]]) -> Published | None:
    """Return the date that the text itself gives as its own; None where it gives none.

    ``start`` is the end of the headline, ``blocks`` the places of the blocks after it.
    """
    for match in STATED.finditer(text, blocks[0][0] if blocks else start):
        opens = _opens_line(text, match.start())
        if not opens and (match.start() - start > TOP or text[match.start()].islower()):
            continue  # 'a letter published March 4': the date of something else
        found = date_in(match["date"])
        if found:
            return Published(found[0], "text", match.group(0).strip())
    dateline = _dateline(text, start, blocks)
    if dateline is not None:
        return dateline
    for begin, end in blocks:
        if end - begin < TOP and (caption := CAPTION.search(text[begin:end].strip())):
            found = date_in(caption["date"])
            if found:
                return Published(found[0], "text", "caption: on " + caption["date"])
    return None


def _dateline(text: str, start: int, blocks: list[tuple[int, int]]) -> Published | None:
    """Find a bare date at the head of the text: nothing before it but the headline again or an agency's name."""
    for begin, end in blocks[:3]:
        found = date_in(text[begin : min(end, begin + TOP)])
        if found is None:
            continue
        when, at, to = found
        before, after = text[begin : begin + at], text[begin + to : end]
        repeated = " ".join(text[:start].split()).casefold()
        squeezed = " ".join(before.split()).casefold()
        if squeezed.startswith(repeated) and repeated:
            squeezed = squeezed[len(repeated) :].strip()
        opens = not after.strip() or re.match(r"\W*(?:\(updated|[A-Z0-9“\"'‘])", after)
        if (
            opens
            and re.fullmatch(r"(?:[a-z]{2,8})?[\s,–—-]*", squeezed)
            and not squeezed.startswith(("on", "in", "by"))
        ):
            return Published(when, "text", text[begin + at : begin + to])
    return None


def _opens_line(text: str, place: int) -> bool:
    return place == 0 or text[:place].rstrip(" \t").endswith(("\n", "\r"))


def _date(match: re.Match[str]) -> date | None:
    for form in "abcde":
        if match["year" + form] is None:
            continue
        written, day = match["month" + form], int(match["day" + form])
        month = MONTHS[written.casefold()] if written.isalpha() else int(written)
        if form == "e" and day <= 12 and month <= 12 and day != month:
            return None  # 4/7/2021: April or July, nobody can know
        if form == "e" and month > 12:
            day, month = month, day
        try:
            return date(int(match["year" + form]), month, day)
        except ValueError:
            return None
    return None


def day_of(when: date | datetime) -> date:
    """Return the day of a date of publication, which may give the time of day too."""
    return when.date() if isinstance(when, datetime) else when
