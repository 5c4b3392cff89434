"""The grammar of dates and times: one row a pattern, in order; what a match says is read in ``datetext``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from compare.claims import datetext
from compare.claims.clocktext import read_clock, read_named_hour
from compare.claims.datetext import Reading
from compare.claims.monthparts import read_nth_weekday, read_week_of_month, read_worded_day
from compare.claims.periodtext import read_fiscal, read_half, read_part_of_year, read_quarter, read_season
from compare.language.en.calendar import (
    BEFORE_BARE_DATE,
    DAY_ORDINALS,
    LAST_WORDS,
    MONTHS,
    NEXT_WORDS,
    ORDINALS,
    SEASON_NAMES,
    SMALL_NUMBERS,
    UNITS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


_SHORT_MONTHS = [w for w in MONTHS if len(w) < 5 and w not in ("may", "june", "july")]
_LONG_MONTHS = [w for w in MONTHS if w not in _SHORT_MONTHS]
_LONG = _either(w.capitalize() for w in _LONG_MONTHS)
_MONTH = rf"(?P<month>(?:{_LONG})\b|(?:{_either(w.capitalize() for w in _SHORT_MONTHS)})\b\.?)"
_FULL_MONTH = rf"(?P<month>{_LONG})\b"
_FULL_WEEKDAYS = [w for w in WEEKDAYS if w.endswith("day")]
_WEEKDAY = rf"(?P<weekday>(?i:{_either(_FULL_WEEKDAYS)})|{_either(w.capitalize() for w in WEEKDAYS)}\b\.?)"
_FULL_WEEKDAY = rf"(?P<weekday>(?i:{_either(_FULL_WEEKDAYS)}))(?P<plural>s)?\b"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_NO_AMOUNT = r"(?![\d]|[.,:/]\d|-\d|\s*(?:%|per\s?cent|percent|million|billion|trillion|people|km|hours?|minutes?)\b)"
_WORDED = "|".join(sorted((w.replace(" ", r"[\s-]") for w in DAY_ORDINALS), key=len, reverse=True))
_NTH = "first|second|third|fourth|fifth|last"
_COUNT = rf"(?P<count>\d{{1,3}}|{_either(SMALL_NUMBERS)}|a\s+couple\s+of|several|few|a\s+few)"
_UNIT = rf"(?P<unit>{_either(UNITS)})"
_LAST = _either(LAST_WORDS)
_NEXT = _either(NEXT_WORDS)
_CLOCK_ZONE = (
    r"(?P<zone>(?:\s*\(?(?:[A-Z]{2,4}\b(?:[+-]\d{1,2})?)|\s+[Ll]ocal\s+time|(?:\s+[A-Z][\w.'’-]+){1,3}\s+[Tt]ime)?)"
)
_NUMERALS = r"(?<![\d.,:/$€£-])"


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Reading | None]], ...]:
    """Return the rows of the grammar in order: earlier rows win where two overlap and start together."""
    of_year = r"(?:,?\s+(?:of\s+)?(?P<of_year>last|this|next)\s+year\b)"
    edge = r"(?:(?P<edge>[Ee]arly|[Ll]ate|[Mm]id)(?:-|\s+|\s+in\s+|\s+on\s+))"
    end = r"(?:the\s+)?(?P<end>end|start|beginning|middle)\s+of\s+"
    weekday = (
        rf"\b(?:{edge})?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming|[Pp]revious)\s+)?{_FULL_WEEKDAY}"
        rf"(?:\s+(?:early\s+)?(?P<part>morning|afternoon|evening|night|lunchtime)s?\b)?"
        r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?"
    )
    near = (
        r"\b(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow"
        r"|yesterday(?:\s+(?:morning|afternoon|evening))?|tomorrow(?:\s+(?:morning|afternoon|evening|night))?"
        r"|(?:earlier\s+|later\s+)?today|tonight|last\s+night|this\s+(?:morning|afternoon|evening)|overnight)\b"
    )
    rows: list[tuple[str, Callable[[re.Match[str]], Reading | None]]] = [
        (
            rf"\b(?:{_WEEKDAY},?\s+)?(?:the\s+)?(?<![\d.,:/$€£-]){_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b(?!,\d)",
            datetext.read_date,
        ),
        (rf"\b(?:{_WEEKDAY},?\s+)?{_MONTH}\s+(?:the\s+)?{_DAY}\s*,?\s+{_YEAR}\b(?!,\d)", datetext.read_date),
        (
            rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_NUMERALS}{_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)",
            datetext.read_date,
        ),
        (rf"\b(?:{_WEEKDAY},?\s+)?{_MONTH}\s+(?:the\s+)?{_DAY}\b{_NO_AMOUNT}", datetext.read_date),
        (rf"\b(?:the\s+)?(?P<word>{_WORDED})\s+of\s+{_MONTH}(?:,?\s+{_YEAR}\b(?!,\d))?", read_worded_day),
        (rf"\b{_FULL_MONTH}\s+(?:the\s+)?(?P<word>{_WORDED})\b(?!\s+[a-z])(?:,?\s+{_YEAR}\b(?!,\d))?", read_worded_day),
        (rf"\bthe\s+(?P<nth>{_NTH})\s+week\s+(?:of|in)\s+{_MONTH}(?:,?\s+{_YEAR}\b)?", read_week_of_month),
        (
            (
                rf"\bthe\s+(?P<nth>{_NTH})\s+(?P<weekday>(?i:{_either(_FULL_WEEKDAYS)}))\s+(?:of|in)\s+"
                rf"(?:(?P<which>last|this|next)\s+month\b|{_MONTH}(?:,?\s+{_YEAR}\b)?)"
            ),
            read_nth_weekday,
        ),
        (
            rf"\b(?i:{_COUNT})\s+(?i:{_UNIT})\s+from\s+(?P<day>(?i:today|tomorrow|{_either(_FULL_WEEKDAYS)}))\b",
            datetext.read_weeks_from,
        ),
        (rf"\b(?i:{_COUNT})\s+(?i:{_UNIT})\s+from\s+now\b", datetext.read_from_now),
        (rf"\b(?i:in)\s+(?i:{_COUNT})\s+(?i:{_UNIT})['’]?s?\s+time\b", datetext.read_from_now),
        (r"(?<![\d-])(?P<y>1[89]\d\d|20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", datetext.read_iso),
        (
            r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/]|\.\d)",
            datetext.read_slashed,
        ),
        (rf"\b{end}{_MONTH}(?:{of_year}|,?\s+(?:of\s+)?{_YEAR}\b(?!,\d))?(?!\w)", datetext.read_month_only),
        (rf"\b(?:{edge})?{_MONTH}(?:{of_year}|,?\s+(?:of\s+)?{_YEAR}\b(?!,\d))", datetext.read_month_only),
        (rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\s+{_FULL_MONTH}", datetext.read_month_only),
        (rf"\b{edge}{_FULL_MONTH}", datetext.read_month_only),
        (rf"\b{_FULL_MONTH}", datetext.read_month_only),
        (weekday, datetext.read_weekday_only),
        (r"(?P<decade>\b(?:1[5-9]|20)\d0s|(?<!\w)['’‘][2-9]0s)\b", datetext.read_decade),
        (
            rf"\b(?:fiscal\s+)?(?P<nth>{_either(ORDINALS)})[\s-](?:fiscal\s+)?quarter\b(?:{of_year}|,?\s+(?:of\s+)?(?:fiscal\s+)?{_YEAR}\b)?",
            read_quarter,
        ),
        (rf"\bQ(?P<q>[1-4])\b(?:,?\s+(?:of\s+)?{_YEAR}\b)?", read_quarter),
        (rf"\b(?P<nth>first|second)\s+half\s+(?:of\s+)?(?:{_YEAR}\b|(?P<of_year>last|this|next)\s+year\b)", read_half),
        (rf"\b(?:fiscal|financial)\s+(?:year\s+)?{_YEAR}\b", read_fiscal),
        (rf"\b(?P<season>{_either(SEASON_NAMES)})\s+(?:of\s+)?{_YEAR}\b", read_season),
        (rf"\b(?:last|this|next|this\s+past)\s+(?P<season>{_either(SEASON_NAMES)})\b", read_season),
        (near, datetext.read_now),
        (
            rf"\b(?:(?P<edge>(?i:earlier|later|early|late))\s+)?(?P<the>(?i:the)\s+)?(?P<which>(?i:{_LAST}|{_NEXT}|this))\s+(?P<unit>week|month|year)\b(?!-)",
            datetext.read_shifted,
        ),
        (rf"\b(?i:{_COUNT})\s+(?i:{_UNIT})\s+ago\b", datetext.read_ago),
        (r"\b(?P<which>(?i:the|last|this|next|past|coming))\s+weekend\b", datetext.read_weekend),
        (rf"\b(?i:{_COUNT})\s+(?i:{_UNIT})\s+(?:later|earlier|afterwards|before|after)\b", datetext.read_later),
        (r"\b(?i:the)\s+(?:same|next|following|previous)\s+(?P<unit>day|week|month|year)\b", datetext.read_later),
        (r"\b(?i:the)\s+day\s+(?:before|after)\b", datetext.read_later),
        (
            rf"{_NUMERALS}\b(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d)(?::\d\d)?)?\s*(?P<ampm>(?:[ap]\.\s?m\.?|[AaPp][Mm]\b)){_CLOCK_ZONE}",
            read_clock,
        ),
        (rf"{_NUMERALS}\b(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::\d\d)?(?![\d:]){_CLOCK_ZONE}", read_clock),
        (
            r"(?<![\d.,:/$€£-])\b(?P<h>[01]\d|2[0-4])[:.]?(?P<min>[0-5]\d)(?P<zone>\s*\(?(?:GMT|UTC)(?:[+-]\d{1,2})?)\b",
            read_clock,
        ),
        (
            rf"{_NUMERALS}\b(?P<h>[01]\d|2[0-4])\.(?P<min>[0-5]\d)(?P<zone>(?:\s+[A-Z][\w'’-]+){{1,3}}\s+[Tt]ime)",
            read_clock,
        ),
        (rf"\b(?P<part>noon|midday|midnight)\b{_CLOCK_ZONE}", read_named_hour),
        (
            r"\b(?:at|before|after|since|until|around|from)\s+(?P<part>dawn|dusk|daybreak|sunrise|sunset|nightfall)\b",
            read_named_hour,
        ),
        (rf"\b(?:(?P<edge>(?i:early|late))(?:-|\s+|\s+in\s+)|{end}){_YEAR}\b(?!,\d|\.\d|-\d)", read_part_of_year),
        (rf"\b(?i:mid|early|late)-{_YEAR}\b", datetext.read_year_only),
        (rf"{_NUMERALS}\b{_YEAR}\b(?!,\d|\.\d|-\d\d\d\d)", datetext.read_year_only),
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
