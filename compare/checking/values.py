"""Two values of one type beside each other: do they meet, or does one exclude the other."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from compare.checking.items import Item
from compare.checking.likeness import likeness, name_likeness
from compare.claims.same_time import same_time
from compare.language.en.calendar import SMALL_NUMBERS
from compare.language.en.numbers import ONES, ORDINALS, TENS
from compare.matching.closeness import same_counted
from compare.model import Moment, Name, Quantity
from compare.values.measures import distance, is_bound, near, paired
from compare.values.wording import overlaps

ROUND = 0.1  # relative distance of a figure and what is said 'nearly' or 'about' for it
SPELLED_ALIKE = 0.85  # likeness from which two names as written are one, whatever they were resolved to
MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43800, "year": 525600}
_NUMBERS = {**ONES, **TENS}
_FILLERS = frozenset("the a an last next of in on at this that early late".split())


def _written(name: Name) -> str:
    return name.text.lower().replace(".", "").removesuffix("'s").removesuffix("’s").removeprefix("the ")


def alike(left: Item, right: Item) -> float:
    """Return how surely two items say the same, 0 to 1."""
    ours, theirs = left.value, right.value
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return same_amount(ours, theirs)
    if isinstance(ours, Moment) and isinstance(theirs, Moment):
        return same_moment(ours, theirs)
    if isinstance(ours, Name) and isinstance(theirs, Name):
        written = name_likeness(_written(ours), _written(theirs))
        return max(name_likeness(ours.key, theirs.key), written if written >= SPELLED_ALIKE else 0.0)
    if left.sort == right.sort == "number":
        return 1.0 if number_of(left) is not None and number_of(left) == number_of(right) else 0.0
    if "number" in (left.sort, right.sort):
        return 0.0
    if "time" in (left.sort, right.sort):
        if left.sort == right.sort:
            return 0.9 if (set(left.key.split()) & set(right.key.split())) - _FILLERS else 0.0
        time, other = (left, right) if left.sort == "time" else (right, left)
        return 0.8 if other.key in time.key.split() else 0.0
    if isinstance(ours, Name) or isinstance(theirs, Name):
        name, word = (left, right) if isinstance(ours, Name) else (right, left)
        parts = name.key.split()
        if word.key in parts:
            return 0.9
        return max((likeness(word.key, p) for p in parts), default=0.0) * 0.9
    return likeness(left.key, right.key)


def number_of(item: Item) -> Decimal | None:
    """Return the number that an item's words give, None where they give none or a range."""
    value = item.value
    if isinstance(value, Quantity):
        return value.low if value.low == value.high else None
    word = item.key.replace(",", "")
    if word.isdecimal():
        return Decimal(word)
    if word in _NUMBERS:
        return Decimal(int(_NUMBERS[word]))
    return Decimal(int(ORDINALS[word])) if word in ORDINALS else None


def same_amount(left: Quantity, right: Quantity) -> float:
    """Return how surely two amounts are one, 0 to 1; less for a rounding, a bound that holds, a vague count."""
    both = paired(left, right)
    if both is None:
        exact = left.low is not None and left.low == left.high == right.low == right.high
        return 0.7 if exact and "count" in (left.dimension, right.dimension) else 0.0
    a, b = both
    if a.direction and b.direction and a.direction != b.direction:
        return 0.0  # 'rose 6 percent' and 'fell 6 percent'
    if a.low == b.low and a.high == b.high and a.low is not None and a.unit == b.unit:
        return 1.0
    if near(a, b):
        return 0.95
    if a.vague or b.vague:
        return 0.6
    if is_bound(a) and is_bound(b) and a.high is None and b.high is None:
        return 0.75  # 'over 3,000' beside 'over 3,500': both may hold; which says more is asked of ``loosened``
    gap = distance(a, b)
    if gap <= ROUND and (
        a.approximate or b.approximate or a.grain != b.grain or None in (a.low, a.high, b.low, b.high)
    ):
        return 0.9
    return 0.75 if (a.low == a.high) != (b.low == b.high) and overlaps(a, b) else 0.0


def same_moment(left: Moment, right: Moment) -> float:
    """Return how surely two times are one, 0 to 1; half for two that may be."""
    if left.text.lower() == right.text.lower():
        return 1.0
    if left.weekday is not None and left.weekday == right.weekday and left.day == right.day:
        return 0.95
    same = same_time(left, right)
    if same is None:
        lengths = [_length(m.text) for m in (left, right)]
        if all(lengths):
            return 0.95 if lengths[0] == lengths[1] else 0.0
        return 0.4 if (set(left.text.lower().split()) & set(right.text.lower().split())) - _FILLERS else 0.0
    if not same:
        return 0.0
    if left.grain == right.grain:
        return 0.95
    return 0.3 if "year" in (left.grain, right.grain) else 0.7


_NAMES = frozenset({"person", "place", "organisation", "name"})


def _length(text: str) -> float:
    """Return the length of time that a date's words give, in minutes: 'two hours before' → 120; 0 for none."""
    words = text.lower().replace("-", " ").split()
    for number, unit in pairwise(words):
        size = MINUTES.get(unit.removesuffix("s"))
        count = SMALL_NUMBERS.get(number) or (int(number) if number.isdecimal() else 1 if number in ("a", "an") else 0)
        if size and count:
            return count * size
    return 0.0


def comparable(left: Item, right: Item) -> float:
    """Return how surely two items that differ are answers to one question, by their types alone, 0 to 1."""
    ours, theirs = left.value, right.value
    if left.sort == right.sort == "number":
        return _same_measure(left, right)
    if left.sort == right.sort == "time":
        return _same_grain(ours, theirs)
    if left.sort in _NAMES and right.sort in _NAMES:
        if left.value is None or right.value is None:
            return 0.5
        return 1.0 if left.sort == right.sort else 0.4
    if left.sort == right.sort:
        return 0.8
    return 0.3 if {left.sort, right.sort} <= {"noun", "quality", "name"} else 0.0


def _same_measure(left: Item, right: Item) -> float:
    """Return how surely two numbers measure one thing."""
    ours, theirs = left.value, right.value
    if not (isinstance(ours, Quantity) and isinstance(theirs, Quantity)):
        return 0.5 if number_of(left) is not None and number_of(right) is not None else 0.0
    if ours.vague or theirs.vague:
        return 0.0
    if paired(ours, theirs) is None:
        bare = [q for q in (ours, theirs) if q.dimension == "count" and q.head is None]
        return 0.6 if bare and "age" in (ours.dimension, theirs.dimension) else 0.0
    return same_counted(ours.head, theirs.head) if ours.dimension == "count" else 1.0


def _same_grain(ours: object, theirs: object) -> float:
    """Return how surely two times answer one question: a day and a day, an hour and an hour."""
    if not (isinstance(ours, Moment) and isinstance(theirs, Moment)):
        return 0.7
    if (ours.hour is None) != (theirs.hour is None):
        return 0.4
    if ours.hour is not None:
        return 1.0
    if ours.grain == theirs.grain:
        return 0.6 if ours.grain == "vague" else 1.0
    return 0.7 if "vague" not in (ours.grain, theirs.grain) else 0.3
