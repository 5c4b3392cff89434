"""Words beside a number that show it to be a name, a date or a time and no amount."""

from __future__ import annotations

from typing import Final

MONTHS: Final = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split())
HALF_DAYS: Final = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "oclock", "noon"})
ZONES: Final = frozenset("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist et pt aest aedt".split())

# A number after one of these is a label: 'Section 427', 'Flight 370', 'No. 10', 'page 5'.
LABELS: Final = frozenset(
    "section article chapter flight page pages room route highway number no nos item phase stage part season episode "
    "game week day round level model version grade tier type class channel gate platform act bill rule step group "
    "district precinct ward block line lane exit junction interstate figure fig table note volume vol issue apartment "
    "suite building terminal formula area unit boeing airbus resolution directive regulation title form lot hall "
    "quarter heat race hole match set day paragraph clause schedule appendix annex psalm verse studio radio".split()
)
NOT_COUNTED: Final = frozenset("way time day thing another other".split())
SCORE_WORDS: Final = frozenset(
    "vote votes win victory defeat loss draw draws ruling decision majority lead record start aggregate advantage margin odds split verdict".split()
)
