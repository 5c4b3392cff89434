"""Words that place a figure in a period other than the story's own: quarters, fiscal years, 'the past six weeks'."""

from __future__ import annotations

import re

NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
MONTHS = {
    m: n
    for n, m in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
}
SHORT_MONTHS = {m[:3]: n for m, n in MONTHS.items() if m != "may"} | {"sept": 9}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

QUARTER = re.compile(r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter\b|\bq([1-4])\b", re.IGNORECASE)
QUARTER_END = re.compile(r"\bquarter (?:that )?end(?:ed|ing) (?:on )?([a-z]{3})[a-z]*", re.IGNORECASE)
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
# 'the first five months', 'over the past 15 months', 'in the last six weeks'
STRETCH = re.compile(
    r"\b(?:first|past|last|previous|next)\s+(\w+)\s+(day|week|month|quarter|year|decade)s\b", re.IGNORECASE
)
# 'last year', 'the prior fiscal year', 'a year earlier': a period before the story's own
BEFORE = re.compile(
    r"\b(?:last|prior|previous|preceding)\s+(?:\w+\s+)?(year|quarter|season)\b"
    r"|\b(?:a|one)\s+(year|quarter|season)\s+(?:ago|earlier|before)\b|\bsame\s+\w+\s+last\s+(year)\b",
    re.IGNORECASE,
)
# how far a figure reaches: one excludes the other
REACHES = (
    frozenset({"nationwide", "worldwide", "statewide", "citywide"}),
    frozenset({"northern", "southern", "eastern", "western"}),
    frozenset({"north", "south", "east", "west"}),
    frozenset({"northeast", "northwest", "southeast", "southwest"}),
    # what a figure is defined as
    frozenset({"gross", "net", "take-home"}),
    frozenset({"urban", "rural"}),
    frozenset({"nominal", "real"}),
    frozenset({"pre-tax", "pretax", "before-tax", "after-tax"}),
)
# The same for words that may stand beside each other in one statement: they count only where figures clash.
DEFINED = (
    frozenset({"foreign", "domestic", "international"}),
    frozenset({"annual", "monthly", "weekly", "daily", "quarterly", "yearly"}),
    frozenset({"adult", "child"}),
    frozenset({"full-time", "part-time"}),
    frozenset({"first-half", "second-half", "half-year", "full-year", "first-quarter", "nine-month"}),
    frozenset({"adjusted", "unadjusted"}),
    frozenset({"peak", "average", "off-peak"}),
    frozenset({"low-water", "high-water", "low-tide", "high-tide"}),
    frozenset({"median", "average", "mean"}),
    frozenset({"core", "headline"}),
    frozenset({"male", "female"}),
    frozenset({"men", "women"}),
    frozenset({"minimum", "maximum"}),
    frozenset({"public", "private"}),
    frozenset({"indoor", "outdoor", "indoors", "outdoors"}),
    frozenset({"export", "domestic"}),
    frozenset({"exports", "imports"}),
    frozenset({"net", "operating", "gross"}),
    frozenset({"household", "corporate"}),
    frozenset({"primary", "secondary"}),
    frozenset({"in-the-year", "in-the-quarter", "in-the-month", "in-the-week"}),
)
# Groups of people that are a part of 'people'.
PARTS_OF_PEOPLE = frozenset(
    "woman man child girl boy baby infant minor teenager toddler pupil pensioner civilian soldier officer policeman "
    "firefighter nurse doctor medic teacher tourist foreigner journalist student".split()
)
PEOPLE = frozenset(
    "people person individual passenger victim survivor hostage resident villager inhabitant guest visitor".split()
)
