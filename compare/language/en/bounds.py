"""Words that bound, blur or turn a number, longest first where they overlap."""

from __future__ import annotations

from typing import Final, Literal

Bound = Literal["above", "least", "below", "most", "about"]

# Before the number.  'above': the number itself is excluded; 'least': it is included; and so below/most.
BEFORE: Final[dict[str, Bound]] = {
    "more than": "above",
    "over than": "above",
    "more then": "above",
    "greater than": "above",
    "higher than": "above",
    "larger than": "above",
    "bigger than": "above",
    "longer than": "above",
    "well over": "above",
    "well above": "above",
    "just over": "above",
    "just above": "above",
    "a little over": "above",
    "slightly more than": "above",
    "in excess of": "above",
    "upwards of": "above",
    "upward of": "above",
    "north of": "above",
    "better than": "above",
    "over": "above",
    "above": "above",
    "exceeding": "above",
    "exceeded": "above",
    "exceeds": "above",
    "exceed": "above",
    "surpassed": "above",
    "surpassing": "above",
    "topped": "above",
    "topping": "above",
    ">": "above",
    "over the age of": "above",
    "at least": "least",
    "at least at": "least",
    "at the very least": "least",
    "no fewer than": "least",
    "no less than": "least",
    "not less than": "least",
    "not fewer than": "least",
    "a minimum of": "least",
    "minimum of": "least",
    "less than": "below",
    "fewer than": "below",
    "lower than": "below",
    "smaller than": "below",
    "shorter than": "below",
    "just under": "below",
    "well under": "below",
    "just below": "below",
    "just shy of": "below",
    "slightly less than": "below",
    "a little under": "below",
    "under": "below",
    "below": "below",
    "south of": "below",
    "<": "below",
    "under the age of": "below",
    "sub-": "below",
    "up to": "most",
    "upto": "most",
    "at most": "most",
    "as many as": "most",
    "as much as": "most",
    "as high as": "most",
    "as low as": "least",
    "as few as": "least",
    "as little as": "least",
    "no more than": "most",
    "not more than": "most",
    "a maximum of": "most",
    "maximum of": "most",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx": "about",
    "approx.": "about",
    "roughly": "about",
    "nearly": "about",
    "almost": "about",
    "some": "about",
    "circa": "about",
    "close to": "about",
    "near": "about",
    "nearing": "about",
    "an estimated": "about",
    "estimated": "about",
    "averaged": "about",
    "averaging": "about",
    "in the region of": "about",
    "in the neighbourhood of": "about",
    "somewhere around": "about",
    "just about": "about",
    "barely": "about",
    "virtually": "about",
    "~": "about",
    "≈": "about",
}
# Of these that blur a number, the ones that put it below: shown as written, for 'about' would say another thing.
SHORT_OF: Final = ("almost", "nearly", "close to", "nearing", "near", "virtually")
# After the number (and its unit).
AFTER: Final[dict[str, Bound]] = {
    "or more": "least",
    "or above": "least",
    "or over": "least",
    "or greater": "least",
    "or higher": "least",
    "or older": "least",
    "and older": "least",
    "or younger": "most",
    "and under": "most",
    "and over": "least",
    "and above": "least",
    "and up": "least",
    "and counting": "least",
    "at least": "least",
    "at the least": "least",
    "+": "least",
    "or less": "most",
    "or fewer": "most",
    "or under": "most",
    "or below": "most",
    "at most": "most",
    "at the most": "most",
    "tops": "most",
    "or so": "about",
    "or thereabouts": "about",
    "- odd": "about",
    "odd": "about",
    "- some": "about",
    "- ish": "about",
    "- plus": "least",
}

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
