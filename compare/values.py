"""Interval arithmetic on quantities: do two figures meet, and if not, by how much do they differ?

Everything is exact (``Fraction``): a value read from text is never a float.  A quantity is an interval with a
grain; a grain widens an interval by half a step on either side when two figures are compared, so that '5' and
'4.98' meet, and '1.2 billion' and '1.18 billion', but '$9.99' and '$9.95' do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from compare.language.en.units import BY_NAME, ZERO_OFFSET
from compare.model import Quantity

# 'About 30' is met by figures within a tenth of it.
ABOUT = Fraction(1, 10)
EXACT_COUNTS = frozenset({"count", "age"})


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity in the base unit of its dimension (seconds, metres, kilograms, dollars …)."""

    low: Fraction | None  # None: open downwards
    high: Fraction | None  # None: open upwards
    low_open: bool  # the lower end itself is excluded
    high_open: bool
    grain: Fraction  # in ``unit``
    unit: str | None  # name of the base; None for bare counts


def _base(unit: str | None) -> tuple[str | None, Fraction, Fraction]:
    """Return the base a unit is compared in, its size there, and its zero: 'mile per hour' → ('speed', …)."""
    if unit is None:
        return None, Fraction(1), Fraction(0)
    plain, _, per = unit.partition(" per ")
    known = BY_NAME.get(unit)
    if known is None and per and plain in BY_NAME:
        base, size, zero = _base(plain)
        return f"{base} per {per}", size, zero
    if known is None or known.size is None:
        return unit, Fraction(1), Fraction(0)
    zero = Fraction(ZERO_OFFSET[unit][0]) * -known.size if unit in ZERO_OFFSET else Fraction(0)
    base_name = "dollar" if known.dimension == "money" else known.dimension
    return base_name, known.size, zero


def interval_of(quantity: Quantity) -> Interval | None:
    """Return the quantity as an interval in the base unit of its dimension; None where it has no number at all."""
    if quantity.low is None and quantity.high is None:
        return None
    unit, size, zero = _base_of(quantity)

    def turned(value: Decimal | None) -> Fraction | None:
        return None if value is None else Fraction(value) * size + zero

    return Interval(
        turned(quantity.low),
        turned(quantity.high),
        quantity.low_open,
        quantity.high_open,
        Fraction(quantity.grain) * size,
        unit,
    )


def _base_of(quantity: Quantity) -> tuple[str | None, Fraction, Fraction]:
    if quantity.dimension == "fraction":
        return "percent", Fraction(100), Fraction(0)
    if quantity.dimension in {"count", "multiple", "ordinal"}:
        return (None if quantity.dimension == "count" else quantity.dimension), Fraction(1), Fraction(0)
    base, size, zero = _base(quantity.unit)
    return ("age" if quantity.dimension == "age" else base), size, zero


def same_dimension(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities measure the same kind of thing in convertible units.

    Currencies are never converted: dollars and euros differ in dimension here.  What is counted is not looked at.
    """
    return _base_of(a)[0] == _base_of(b)[0] or _weights(a, b)


def _weights(a: Quantity, b: Quantity) -> bool:
    """'260 pounds' and '117kg': a pound beside a kilogram is a weight and no money."""
    return _as_weight(a, b) is not a or _as_weight(b, a) is not b


def _as_weight(one: Quantity, other: Quantity) -> Quantity:
    if one.unit == "pound sterling" and other.dimension == "mass" and "£" not in one.text:
        from dataclasses import replace

        return replace(one, unit="pound-mass", dimension="mass")
    return one


def _widened(interval: Interval, approximate: bool, *, round_counts: bool) -> Interval:
    """Widen by half a grain (not for whole counts), and by a tenth for 'about'."""
    low, high = interval.low, interval.high
    half = interval.grain / 2 if round_counts else Fraction(0)

    def margin(value: Fraction) -> Fraction:
        return max(half, abs(value) * ABOUT if approximate else Fraction(0))

    return Interval(
        None if low is None else low - margin(low),
        None if high is None else high + margin(high),
        interval.low_open,
        interval.high_open,
        interval.grain,
        interval.unit,
    )


def overlaps(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities can both be true of one thing: symmetric; False for different dimensions."""
    a, b = _as_weight(a, b), _as_weight(b, a)
    left, right = interval_of(a), interval_of(b)
    if left is None or right is None or left.unit != right.unit:
        return False
    left, right = _widened(left, a.approximate and not a.vague, round_counts=_rounds(a, b)), _widened(
        right, b.approximate and not b.vague, round_counts=_rounds(b, a)
    )
    return _reach(left, right) and _reach(right, left)


def _rounds(quantity: Quantity, other: Quantity) -> bool:
    """Tell whether the grain of ``quantity`` blurs it beside ``other``: only a figure given more finely is within it."""
    mine, theirs = interval_of(quantity), interval_of(other)
    if mine is None or theirs is None:
        return False
    if quantity.dimension in EXACT_COUNTS and mine.grain <= 1:
        return False
    converted = quantity.unit != other.unit
    return converted or mine.grain > theirs.grain


def _reach(left: Interval, right: Interval) -> bool:
    """Tell whether ``left`` begins at or before the end of ``right``."""
    if left.low is None or right.high is None:
        return True
    if left.low == right.high:
        return not (left.low_open or right.high_open)
    return left.low < right.high


def gap(a: Quantity, b: Quantity) -> str | None:
    """Return how ``b`` differs from ``a`` in plain words ('39 minutes less'); None where they meet or are not comparable."""
    if not same_dimension(a, b) or overlaps(a, b):
        return None
    left, right = interval_of(_as_weight(a, b)), interval_of(_as_weight(b, a))
    if left is None or right is None:
        return None
    if left.low is not None and right.high is not None and right.high < left.low:
        return f"{_plain(left.low - right.high, a)} less"
    if left.high is not None and right.low is not None and right.low > left.high:
        return f"{_plain(right.low - left.high, a)} more"
    return f"{describe(a)} against {describe(b)}"


def _plain(size: Fraction, like: Quantity) -> str:
    """Write a difference given in base units in words, in units that suit it."""
    base, step, _ = _base_of(like)
    if base == "duration":
        return _duration(size)
    return _with_unit(_number(size / step), like, size / step)


def _number(value: Fraction) -> str:
    """Write a number for reading: thousands parted by commas, millions and billions in words, two decimals at most."""
    for scale, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= scale and (value * 1000 / scale).denominator == 1:
            return f"{_decimal(value / scale)} {word}"
    return _decimal(value)


def _decimal(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    hundredths = round(value * 100) if value >= 0 else -round(-value * 100)
    whole, rest = divmod(abs(hundredths), 100)
    text = f"{whole:,}" + (f".{rest:02d}".rstrip("0") if rest else "")
    return ("-" if value < 0 else "") + text


_PARTS = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


def _duration(seconds: Fraction) -> str:
    """Write seconds as days, hours, minutes: the two largest parts that are there."""
    if seconds >= 86400 * 365:
        return _counted(seconds / 31556952, "year")
    left, parts = seconds, []
    for size, name in _PARTS:
        whole = left // size
        if whole and len(parts) < 3:
            parts.append(_counted(Fraction(whole), name))
            left -= whole * size
    return " ".join(parts) if parts else f"{_decimal(seconds)} seconds"


def _counted(value: Fraction, noun: str) -> str:
    return f"{_decimal(value)} {noun}" if value == 1 else f"{_decimal(value)} {_plural(noun)}"


IRREGULAR = {"foot": "feet", "inch": "inches", "penny": "pence", "celsius": "°C", "fahrenheit": "°F", "percent": "per cent",
             "century": "centuries", "hertz": "hertz", "stone": "stone", "pound sterling": "pounds", "japanese yen": "yen"}


def _plural(noun: str) -> str:
    head, per, rest = noun.partition(" per ")
    return IRREGULAR.get(head, head if head.endswith("s") else head + "s") + per + rest


_SIGNS = {"dollar": "$", "euro": "€", "pound sterling": "£"}


def _with_unit(number: str, like: Quantity, value: Fraction | None) -> str:
    unit = like.unit
    if like.dimension == "money" and unit in _SIGNS:
        return f"{_SIGNS[unit]}{number}"
    if like.dimension == "fraction":
        return number
    if like.dimension == "multiple":
        return f"{number} times"
    if like.dimension == "count":
        noun = like.counted or ""
        return f"{number} {noun}".rstrip()
    if unit is None:
        return number
    return f"{number} {unit if value == 1 and unit not in {'percent', 'celsius'} else _plural(unit)}"


def describe(quantity: Quantity) -> str:
    """Return the quantity in plain words: '3 hours 21 minutes', '4 to 5 hours', 'more than 100 dead'."""
    low, high = quantity.low, quantity.high
    if quantity.vague:
        return " ".join(quantity.text.split()) or "an unknown number"
    if low is None and high is None:
        return " ".join(quantity.text.split()) or "no figure"
    if low is None or high is None:
        value = high if low is None else low
        assert value is not None
        words = ("less than" if quantity.high_open else "at most") if low is None else ("more than" if quantity.low_open else "at least")
        return f"{words} {_single(value, quantity)}"
    if low != high:
        text = f"{_number(Fraction(low))} to {_number(Fraction(high))}"
        return ("about " if quantity.approximate else "") + _with_unit(text, quantity, None)
    return ("about " if quantity.approximate else "") + _single(low, quantity)


def _single(value: Decimal, quantity: Quantity) -> str:
    exact = Fraction(value)
    if quantity.dimension == "duration" and quantity.unit in {"hour", "minute", "second"} and exact >= 0:
        _, size, _ = _base_of(quantity)
        return _duration(exact * size)
    return _with_unit(_number(exact), quantity, exact)
