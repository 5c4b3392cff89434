"""Words beside a number that show it to be a name, a date or a time and no amount."""

from __future__ import annotations

from typing import Final

# Months that are other words in lower case: 'talks may end', 'a march of 5,000'.
AMBIGUOUS_MONTHS: Final = frozenset({"may", "march", "mar", "dec", "jan", "sep", "august"})
HALF_DAYS: Final = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "oclock", "noon", "hrs"})
ZONES: Final = frozenset(
    "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist et pt aest aedt".split()
)
YEAR_WORDS: Final = frozenset(
    {"in", "since", "by", "until", "circa", "from", "a.d.", "ad", "year", "of", "before", "after"}
)

# A number after one of these is a label: 'Section 427', 'Flight 370', 'No. 10', 'page 5'.
LABELS: Final = frozenset(
    "section sections article articles chapter chapters flight page pages room route highway number no nos item phase "
    "stage part season episode game week day round level model version grade tier type class channel gate platform act "
    "bill rule step group district precinct ward block line lane exit junction interstate figure fig table note volume "
    "vol issue apartment suite building terminal formula area unit boeing airbus resolution directive regulation form "
    "lot hall quarter heat race hole match set paragraph clause schedule appendix annex psalm verse studio radio "
    "brigade division battalion regiment squadron".split()
)
# Share indices and lists that carry a number in their name: 'S&P 500', 'FTSE 100', 'Fortune 500'.
INDICES: Final = frozenset(
    "s&p sp nasdaq dow ftse cac dax stoxx asx nikkei russell fortune forbes ibex mib topix kospi csi euronext sensex "
    "euro stoxx600 big group".split()
)
ABBREVIATED_LABELS: Final = frozenset({"no", "nos", "art", "sec", "fig", "vol", "p", "pp", "ch"})
# Words after a number that make it part of an address or code.
ADDRESSES: Final = frozenset(
    "street st avenue ave road rd lane drive boulevard blvd square terrace crescent highway parkway".split()
)
COMPASS_LETTERS: Final = frozenset("NSEW")
# Roads whose number a letter may follow: 'Interstate 95 S'.
ROUTES: Final = frozenset("interstate route highway hwy freeway turnpike road us bus line gate exit platform".split())
SCORES: Final = frozenset(
    "vote votes win victory defeat loss draw draws ruling decision majority lead record start aggregate advantage "
    "margin odds split verdict triumph scoreline tie".split()
)
# Nouns that a hyphen joins to a true count; others name a kind: 'four-door car', 'two-state solution'.
HYPHENED_COUNTS: Final = frozenset(
    "magnitude member strong point seat page storey story nation country person vehicle truck judge ship aircraft "
    "game match run goal vote room bedroom".split()
)
# 'One' before or after these stands for a thing or for anybody, or is an adverb of time.
ONE_AFTER: Final = frozenset(
    {"the", "this", "that", "each", "every", "any", "another", "no", "which", "good", "new", "first"}
)
ONE_BEFORE: Final = frozenset({"another", "day", "thing", "way", "time", "'s", "side"})
