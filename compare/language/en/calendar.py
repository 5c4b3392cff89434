"""Words of the calendar and the clock."""

from __future__ import annotations

from compare.language.en.numbers import ONES
from compare.language.en.numbers import ORDINALS as NUMBERS_IN_ORDER

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,october oct,"
        "november nov,december dec".split(","),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        "monday mon,tuesday tues tue,wednesday weds wed,thursday thurs thur thu,friday fri,saturday sat,"
        "sunday sun".split(",")
    )
    for name in names.split()
}
SMALL_NUMBERS: dict[str, int] = {word: n for word, n in ONES.items() if n <= 12} | {"a": 1, "an": 1, "couple": 2}
ORDINALS: dict[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

# Part of a day → hours [from, to) that people mean by it, generously; past 24 is the next day.
PARTS: dict[str, tuple[int, int]] = {
    "morning": (3, 13), "forenoon": (6, 13), "afternoon": (12, 19), "evening": (16, 25), "night": (17, 31),
    "dawn": (3, 9), "daybreak": (3, 9), "sunrise": (3, 9), "dusk": (15, 23), "sunset": (15, 23), "nightfall": (15, 25),
    "lunchtime": (11, 15), "noon": (12, 13), "midday": (11, 14), "midnight": (23, 25),
}  # fmt: skip

# The hemisphere is not known: a season is some part of its year (and of the turn of it).
SEASON_NAMES = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}

# Days of the month in words.
DAY_ORDINALS: dict[str, int] = {
    **NUMBERS_IN_ORDER,
    **{f"twenty {word}": 20 + n for word, n in NUMBERS_IN_ORDER.items() if n < 10},
    "thirtieth": 30,
    "thirty first": 31,
}

# Prepositions and adjectives that make a bare month or year a date: 'in May', 'since 2014'.
BEFORE_BARE_DATE = frozenset(
    """
    in since by until till from during of before after through to between late early mid last next this past and
    mid- around for throughout following
    """.split()
)

UNITS = {
    name: unit for unit in "day week month year hour minute decade fortnight".split() for name in (unit, f"{unit}s")
}

LAST_WORDS = frozenset({"last", "past", "previous"})
NEXT_WORDS = frozenset({"next", "coming"})

# A zone's short name → its zone. Short names that two parts of the world share (CST, IST, AST) are left out.
ZONE_SHORT_NAMES: dict[str, str] = {
    "GMT": "UTC+00:00", "UTC": "UTC+00:00", "BST": "UTC+01:00", "WEST": "UTC+01:00", "CET": "UTC+01:00",
    "CEST": "UTC+02:00", "EET": "UTC+02:00", "EEST": "UTC+03:00", "MSK": "UTC+03:00", "EST": "UTC-05:00",
    "EDT": "UTC-04:00", "CDT": "UTC-05:00", "MDT": "UTC-06:00", "PST": "UTC-08:00", "PDT": "UTC-07:00",
    "ET": "America/New_York", "PT": "America/Los_Angeles", "JST": "UTC+09:00", "KST": "UTC+09:00", "HKT": "UTC+08:00",
    "SGT": "UTC+08:00", "PKT": "UTC+05:00", "AEST": "UTC+10:00", "AEDT": "UTC+11:00", "NZST": "UTC+12:00",
    "NZDT": "UTC+13:00", "SAST": "UTC+02:00",
}  # fmt: skip

# Weekdays that are names of feasts, sales and massacres, and of newspapers.
NAMED_DAYS = frozenset("good black bloody super ash palm easter holy cyber maundy whit shrove fat ruby".split())
PAPERS_AFTER_WEEKDAY = frozenset(
    "Times Mirror Telegraph Express Mail Post Herald People Review Independent World Mass".split()
)

SHORTLY = frozenset("just shortly soon little bit moments minutes right slightly".split())  # '… after 9 a.m.'
