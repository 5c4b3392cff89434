"""Quantities as exact intervals: do two figures meet?

Everything is exact (``Fraction``): a value read from text is never a float.  Each dimension has one base unit
(seconds, metres, kilograms, degrees Celsius, dollars …); currencies are never converted into each other.

Two figures meet when their intervals do.  Where one is given more coarsely than the other, the coarser is widened by
half of its step, as rounding makes '5' of 4.98 and '1.2 billion' of 1.18 billion; where both are given to the same
step, as '$9.99' and '$9.95' or 14 and 15 dead, nothing is widened.  The widening never exceeds a tenth of the value
(a twentieth for counts), so that '100,000' does not cover 140,000.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from compare.language.en.units import BY_NAME, SUBUNITS, ZERO_OFFSET
from compare.model import Quantity

ABOUT: Final = Fraction(1, 10)  # 'about 30' is met by figures within a tenth of it
COUNTED_FROM: Final = 30  # a smaller number may be round, whatever its last digit: a dozen, two dozen
ABOUT_COUNTED: Final = Fraction(1, 100)  # … 'about 139 passengers' by those within a hundredth: they were counted
ABOUT_FINELY: Final = Fraction(1, 40)  # … 'about 23,500' by those within a fortieth: who gives three digits knows more
FINELY: Final = 3  # digits
ROUND_TENS: Final = 100  # from here a figure of two digits is round: 160, 1,300
FEW: Final = 3  # the most that 'a couple' can be
MOST_ROUNDING: Final = Fraction(1, 10)
MOST_ROUNDING_OF_COUNTS: Final = Fraction(1, 20)
COUNTED: Final = frozenset({"count", "ordinal", "age"})


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity in the base unit of its dimension; exact."""

    low: Fraction | None  # None: open downwards
    high: Fraction | None  # None: open upwards
    low_open: bool  # the lower end itself is excluded
    high_open: bool
    grain: Fraction  # the step to which the figure is given, in ``unit``
    unit: str | None  # the base: 'duration' stands for seconds …; a currency for itself; None for bare counts


@dataclass(frozen=True, slots=True)
class Base:
    """How a unit turns into the base of its dimension: ``value * size + zero``."""

    name: str | None
    size: Fraction = Fraction(1)
    zero: Fraction = Fraction(0)


def base_of(quantity: Quantity) -> Base:
    """Return the base that a quantity is compared in; fractions are compared as percentages."""
    if quantity.dimension == "fraction":
        return Base("percent", Fraction(100))
    if quantity.dimension == "count":
        return Base(None)
    if quantity.dimension in {"multiple", "ordinal", "frequency"}:
        return Base(quantity.unit or quantity.dimension)
    if quantity.dimension == "age":
        return Base("age", _unit_base(quantity.unit).size)
    return _unit_base(quantity.unit)


def _unit_base(unit: str | None) -> Base:
    if unit is None:
        return Base(None)
    if unit in SUBUNITS:
        whole, size = SUBUNITS[unit]
        return Base(whole, size)
    plain, per, rest = unit.partition(" per ")
    known = BY_NAME.get(unit)
    if known is None and per and plain in BY_NAME:
        inner = _unit_base(plain)
        return Base(f"{inner.name} per {rest}", inner.size)
    if known is None or known.size is None or known.dimension == "money":
        return Base(unit)
    zero = -Fraction(ZERO_OFFSET[unit]) * known.size if unit in ZERO_OFFSET else Fraction(0)
    return Base(known.dimension, known.size, zero)


@lru_cache(maxsize=1 << 15)  # each figure is held against many others
def interval_of(quantity: Quantity) -> Interval | None:
    """Return the quantity in the base unit of its dimension; None where it gives no number at all."""
    if quantity.low is None and quantity.high is None:
        return None
    base = base_of(quantity)

    def turned(value: Decimal | None) -> Fraction | None:
        return None if value is None else Fraction(value) * base.size + base.zero

    low, high, grain = turned(quantity.low), turned(quantity.high), Fraction(quantity.grain) * base.size
    return Interval(low, high, quantity.low_open, quantity.high_open, grain, base.name)


def same_dimension(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities measure the same kind of thing in convertible units.

    Dollars and euros differ here, per cent and percentage points too; what is counted is not looked at.
    """
    a, b = as_weights(a, b)
    return base_of(a).name == base_of(b).name


def as_weights(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Read 'pounds' as a weight where the other figure is one: '260 pounds' beside '117kg'."""
    return _as_weight(a, b), _as_weight(b, a)


def _as_weight(one: Quantity, other: Quantity) -> Quantity:
    if one.unit == "pound sterling" and other.dimension == "mass" and "£" not in one.text:
        return replace(one, unit="pound-mass", dimension="mass")
    return one


def overlaps(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities may both be true of one thing; symmetric, and False for different dimensions."""
    a, b = as_weights(a, b)
    left, right = interval_of(a), interval_of(b)
    if left is None or right is None or left.unit != right.unit:
        return False
    wide, other = _widened(left, a, right, b), _widened(right, b, left, a)
    return _reaches(wide, other) and _reaches(other, wide)


def _widened(interval: Interval, quantity: Quantity, other: Interval, beside: Quantity) -> Interval:
    """Widen an interval for rounding beside another figure, and for 'about' and vague words."""

    def margin(value: Fraction) -> Fraction:
        rounding = _rounding(value, interval, quantity, other, beside)
        blur = Fraction(0)
        if (quantity.approximate or quantity.vague) and not _few(quantity):
            counted = not quantity.vague and was_counted(quantity)
            share = ABOUT_COUNTED if counted else blur_of(quantity)
            blur = max(abs(value) * share, interval.grain if quantity.grain <= 1 else Fraction(0))
        return max(rounding, blur)

    low = None if interval.low is None else interval.low - margin(interval.low)
    high = None if interval.high is None else interval.high + margin(interval.high)
    # 'More than 100' and '100' differ, but rounding and blur may lift a bound
    loose = low != interval.low or high != interval.high
    return replace(
        interval,
        low=low,
        high=high,
        low_open=interval.low_open and not loose,
        high_open=interval.high_open and not loose,
    )


def _few(quantity: Quantity) -> bool:
    """Tell 'a couple' and 'a pair': two, or three at most, and never four."""
    return quantity.vague and quantity.high is not None and quantity.high <= FEW


def blur_of(quantity: Quantity) -> Fraction:
    """Return the relative distance that 'about' covers: less for a figure that is given to more digits."""
    return ABOUT_FINELY if digits(quantity) >= FINELY and not quantity.vague else ABOUT


def was_counted(quantity: Quantity) -> bool:
    """Tell whether a figure was counted to the last one, whatever 'about' before it says: 139 or 47, not 140 or 135."""
    number = quantity.low if quantity.low is not None else quantity.high
    if number is None or abs(number) < COUNTED_FROM:
        return False
    if quantity.dimension == "count":
        return number == int(number) and int(number) % 5 != 0
    exact = digits(quantity) >= FINELY or (abs(number) < ROUND_TENS and digits(quantity) == FINELY - 1)
    return exact and f"{number:f}".replace(".", "").rstrip("0")[-1:] != "5"  # 127 metres, 47 minutes, $1.37m; not 160


def digits(quantity: Quantity) -> int:
    """Return how many digits an amount is given to: 4,000 has one, 4,156 four."""
    number = quantity.low if quantity.low is not None else quantity.high
    return 0 if number is None else len(f"{number:f}".replace(".", "").strip("0-"))


def _rounding(value: Fraction, interval: Interval, quantity: Quantity, other: Interval, beside: Quantity) -> Fraction:
    cap = abs(value - base_of(quantity).zero)
    if quantity.unit != beside.unit and quantity.dimension not in COUNTED and quantity.dimension != "fraction":
        # A figure turned into another unit is cut off as often as rounded, and round: '60 miles' for 100 kilometres.
        size = base_of(quantity).size
        step = max(interval.grain, _last_place((value - base_of(quantity).zero) / size) * size)
        return min(step, cap * MOST_ROUNDING)
    if interval.grain <= other.grain:
        return Fraction(0)
    return min(interval.grain / 2, cap * (MOST_ROUNDING_OF_COUNTS if quantity.dimension in COUNTED else MOST_ROUNDING))


def _last_place(value: Fraction) -> Fraction:
    """Return the place of the last non-zero digit of a whole number: 10 for 260; 0 for others."""
    if value.denominator != 1 or not value:
        return Fraction(0)
    step = 1
    while value.numerator % (step * 10) == 0:
        step *= 10
    return Fraction(step)


def _reaches(left: Interval, right: Interval) -> bool:
    """Tell whether ``left`` begins at or before the end of ``right``."""
    if left.low is None or right.high is None:
        return True
    if left.low == right.high:
        return not (left.low_open or right.high_open)
    return left.low < right.high
