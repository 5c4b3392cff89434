"""The words of a street address: what kind of street it is, and the points of the compass."""

from __future__ import annotations

# as written, lower case and without a full stop → the kind of street
STREETS: dict[str, str] = {
    **dict.fromkeys("street st".split(), "street"),
    **dict.fromkeys("avenue ave av".split(), "avenue"),
    **dict.fromkeys("road rd".split(), "road"),
    **dict.fromkeys("drive dr".split(), "drive"),
    **dict.fromkeys("boulevard blvd".split(), "boulevard"),
    **dict.fromkeys("lane ln".split(), "lane"),
    **dict.fromkeys("parkway pkwy".split(), "parkway"),
    **dict.fromkeys("highway hwy".split(), "highway"),
    **dict.fromkeys("court ct".split(), "court"),
    **dict.fromkeys("terrace ter".split(), "terrace"),
    **dict.fromkeys("place pl".split(), "place"),
    **dict.fromkeys("circle cir".split(), "circle"),
    "way": "way",
    "crescent": "crescent",
    "close": "close",
}
# kinds that are other words too: 'the Supreme Court', 'a Better Way'; only a house number makes streets of them
DOUBTFUL = frozenset({"court", "terrace", "place", "circle", "way", "close"})
COMPASS = frozenset("n s e w ne nw se sw north south east west northeast northwest southeast southwest".split())
# words with a capital at the start of a sentence that are no part of a street's name
NO_NAMES = frozenset("in at on the near of from to by and between off along a an this that his her their".split())
