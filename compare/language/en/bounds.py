"""Words that bound, blur or turn a number, longest first where they overlap."""

from __future__ import annotations

from typing import Final, Literal, cast

Bound = Literal["above", "least", "below", "most", "about"]


def _by_words(**groups: str) -> dict[str, Bound]:
    """Return the table with a row for each of the words, given with commas between them."""
    return {words: cast(Bound, bound) for bound, row in groups.items() for words in row.split(", ")}


# Before the number.  'above': the number itself is excluded; 'least': it is included; and so below/most.
BEFORE: Final[dict[str, Bound]] = _by_words(
    above=(
        "more than, over than, more then, greater than, higher than, larger than, bigger than, longer than, "
        "well over, well above, just over, just above, a little over, slightly more than, in excess of, "
        "upwards of, upward of, north of, better than, over, above, exceeding, exceeded, exceeds, exceed, "
        "surpassed, surpassing, topped, topping, >, over the age of"
    ),
    least=(
        "at least, at least at, at the very least, no fewer than, no less than, not less than, not fewer than, "
        "a minimum of, minimum of, as low as, as few as, as little as"
    ),
    below=(
        "less than, fewer than, lower than, smaller than, shorter than, just under, well under, just below, "
        "just shy of, slightly less than, a little under, under, below, south of, <, under the age of, sub-"
    ),
    most=(
        "up to, upto, at most, as many as, as much as, as high as, no more than, not more than, a maximum of, "
        "maximum of"
    ),
    about=(
        "about, around, approximately, approx, approx., roughly, nearly, almost, some, circa, close to, near, "
        "nearing, an estimated, estimated, averaged, averaging, in the region of, in the neighbourhood of, "
        "somewhere around, just about, barely, virtually, ~, ≈"
    ),
)
# Of these that blur a number, the ones that put it below: shown as written, for 'about' would say another thing.
SHORT_OF: Final = ("almost", "nearly", "close to", "nearing", "near", "virtually")
# After the number (and its unit).
AFTER: Final[dict[str, Bound]] = _by_words(
    least=(
        "or more, or above, or over, or greater, or higher, or older, and older, and over, and above, and up, "
        "and counting, at least, at the least, +, - plus"
    ),
    most="or younger, and under, or less, or fewer, or under, or below, at most, at the most, tops",
    about="or so, or thereabouts, - odd, odd, - some, - ish",
)

UP: Final = frozenset(
    "rise rose risen rises rising increase increased increases increasing gain gained gains gaining grow grew grown "
    "grows growing climb climbed climbs climbing jump jumped jumps jumping surge surged surges surging soar soared "
    "soars soaring advance advanced advances advancing add added rally rallied rallies up higher spike spiked "
    "accelerate accelerated expand expanded leap leapt leaped rocketed skyrocketed edged raised raise raises "
    "swelled widened strengthened appreciated upward upwards".split()
)
DOWN: Final = frozenset(
    "fall fell fallen falls falling drop dropped drops dropping decline declined declines declining decrease decreased "
    "decreases decreasing lose lost loses losing slip slipped slips slipping sink sank sunk sinks sinking slide slid "
    "slides sliding tumble tumbled tumbles tumbling plunge plunged plunges plunging plummet plummeted plummets shed "
    "sheds down shrink shrank shrunk shrinks dip dipped dips contract contracted slump slumped cut cuts reduced reduce "
    "lowered retreated crashed eased narrowed weakened depreciated lower downward downwards".split()
)
# With these the amount is an object and no size of a change, unless it is a share: 'added ten users', 'lost 12 men'.
OBJECT_VERBS: Final = frozenset(
    "gain gained gains gaining add added lose lost loses losing cut cuts raise raised raises reduced reduce shed sheds "
    "contract contracted expand expanded lowered edged slide slides slip".split()
)
# Nouns of change: 'an increase of 60,600 jobs', 'a 4.2 per cent drop', '5 per cent more'.
UP_NOUNS: Final = frozenset("increase rise gain jump surge growth hike improvement upturn climb more higher".split())
DOWN_NOUNS: Final = frozenset(
    "drop fall decline decrease cut reduction dip slump loss plunge slide less lower fewer".split()
)
# Words that may stand between the verb of change and its size.
BETWEEN_CHANGE: Final = frozenset(
    "by a an another further just only some about around nearly almost over under more less than roughly "
    "approximately at least as much many up to whopping staggering massive modest slight mere additional well "
    "sharply slightly steeply significantly dramatically respectively estimated average of in excess".split()
)
# A verb before 'up' that makes it no rise: 'gave up 517 yards'.
RISING_AUXILIARIES: Final = frozenset("be trend close finish end trade open stay remain move go head settle".split())
