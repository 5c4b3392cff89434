"""Quantities in plain words, and how two of them differ: 'more than 100 dead', '39 minutes less'."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from compare.language.en.bounds import SHORT_OF
from compare.language.en.plurals import AFTER_NUMBER, BEFORE_NUMBER, IRREGULAR, UNCHANGED
from compare.model import Quantity
from compare.values.intervals import Interval, as_weights, base_of, interval_of, overlaps, same_dimension

__all__ = ["Interval", "describe", "gap", "interval_of", "overlaps", "same_dimension"]

SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
PARTS_OF_TIME: Final = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))
YEAR: Final = 31_556_952
# Twelve of these make one of those: 30 months are 2 years 6 months, '6 feet 2 inches' stays so.
LARGER: Final = {"month": "year", "inch": "foot"}


def gap(a: Quantity, b: Quantity) -> str | None:
    """Return how ``b`` differs from ``a``: '39 minutes less'; None where they meet or cannot be compared."""
    a, b = as_weights(a, b)
    if not same_dimension(a, b) or overlaps(a, b):
        return None
    left, right = interval_of(a), interval_of(b)
    if left is None or right is None:
        return None
    if left.low is not None and right.high is not None and right.high < left.low:
        return f"{_distance(left.low - right.high, a)} {'fewer' if a.dimension == 'count' else 'less'}"
    if left.high is not None and right.low is not None and right.low > left.high:
        return f"{_distance(right.low - left.high, a)} more"
    return f"{describe(a)} against {describe(b)}"


def _distance(size: Fraction, like: Quantity) -> str:
    """Write a difference given in base units in a unit that suits it."""
    base = base_of(like)
    if like.dimension == "percent" or base.name == "percent":
        return _with_unit(_number(size), size, "percentage point")
    if base.name == "duration" and like.unit not in {"month", "year", "decade", "century"}:
        return _time(size)
    value = size / base.size
    return _number(value) if like.dimension == "count" else _measured(_number(value), value, like).removesuffix(" old")


def describe(quantity: Quantity) -> str:
    """Return the quantity in plain words: '3 hours 21 minutes', '4 to 5 hours', 'more than 100 dead'."""
    low, high = quantity.low, quantity.high
    as_written = " ".join(quantity.text.split())
    if quantity.vague or quantity.dimension == "fraction" or (low is None and high is None):
        return f"{as_written or 'no figure'}{_noun(quantity) if quantity.vague else ''}"
    about = f"{_blur(as_written.lower())} " if quantity.approximate else ""
    if low is None and high is not None:
        return f"{about}{'less than' if quantity.high_open else 'up to'} {_single(high, quantity)}"
    if high is None and low is not None:
        return f"{about}{'more than' if quantity.low_open else 'at least'} {_single(low, quantity)}"
    if low is not None and high is not None and low != high:
        return about + _span(low, high, quantity)
    return about + _single(low or Decimal(0), quantity)


def _blur(written: str) -> str:
    """Return 'almost' where the text says so, else 'about'."""
    said = next((word for word in SHORT_OF if written.startswith(f"{word} ")), "")
    return "almost" if said else "about"


def _noun(quantity: Quantity) -> str:
    if not quantity.counted or quantity.counted in quantity.text.lower():
        return ""
    of = (
        "" if quantity.text.lower().split()[-1] in {"of", "several", "few", "hundred", "thousand", "million"} else " of"
    )
    return f"{of} {quantity.counted}"


def _span(low: Decimal, high: Decimal, quantity: Quantity) -> str:
    sign = BEFORE_NUMBER.get(quantity.unit or "", "")
    text = f"{sign}{_number(Fraction(low))} to {sign}{_number(Fraction(high))}"
    return _measured(text, Fraction(high), quantity, signed=bool(sign))


def _single(value: Decimal, quantity: Quantity) -> str:
    exact = Fraction(value)
    if quantity.dimension == "duration" and exact > 0 and quantity.unit in {"hour", "minute", "second"}:
        return _time(exact * base_of(quantity).size)
    larger = LARGER.get(quantity.unit or "")
    if larger and exact > 12 and exact.denominator == 1 and (larger == "year" or "f" in quantity.text.lower()):
        whole, rest = divmod(exact.numerator, 12)
        parts = [_with_unit(str(whole), Fraction(whole), larger)]
        parts += [_with_unit(str(rest), Fraction(rest), quantity.unit or "")] if rest else []
        return " ".join(parts)
    return _measured(_number(exact), exact, quantity)


def _measured(number: str, value: Fraction, quantity: Quantity, *, signed: bool = False) -> str:
    """Put the unit, or the noun counted, beside a number."""
    unit = quantity.unit
    if quantity.dimension == "count":
        return f"{number} {quantity.counted or ''}".rstrip()
    if quantity.dimension == "ordinal":
        return f"number {number}"
    if quantity.dimension == "multiple":
        return f"{number} times"
    if quantity.dimension == "magnitude":
        return f"magnitude {number}"
    if unit is None:
        return number
    words = _with_unit(number, value, unit) if not signed else number
    return f"{words} old" if quantity.dimension == "age" else words


def _with_unit(number: str, value: Fraction, unit: str) -> str:
    plain, per, rest = unit.partition(" per ")
    if plain in BEFORE_NUMBER:
        minus = number.startswith("-")
        return f"{'-' if minus else ''}{BEFORE_NUMBER[plain]}{number.removeprefix('-')}{per}{rest}"
    if plain in AFTER_NUMBER:
        return f"{number}{AFTER_NUMBER[plain]}{per}{rest}"
    if value == 1 or plain in UNCHANGED:
        return f"{number} {unit}"
    return f"{number} {IRREGULAR.get(plain, plain + 's')}{per}{rest}"


def _number(value: Fraction) -> str:
    """Write a number for reading: thousands parted by commas, millions and billions in words, two decimals at most."""
    for scale, word in SCALES:
        if abs(value) >= scale and (value * 1000 / scale).denominator == 1:
            return f"{_decimal(value / scale, 3)} {word}"
    return _decimal(value, 2)


def _decimal(value: Fraction, places: int) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    step = 10**places
    while value and abs(value) * step < 1:
        places, step = places + 1, step * 10
    whole, rest = divmod(round(abs(value) * step), step)
    ending = f"{rest:0{places}d}".rstrip("0")
    return ("-" if value < 0 else "") + f"{whole:,}" + (f".{ending}" if ending else "")


def _time(seconds: Fraction) -> str:
    """Write seconds as days, hours and minutes; as years where they are that many."""
    if seconds >= YEAR:
        return _with_unit(_decimal(seconds / YEAR, 1), seconds / YEAR, "year")
    left, parts = seconds, []
    for size, name in PARTS_OF_TIME:
        whole = left // size
        if whole:
            parts.append(_with_unit(str(whole), Fraction(whole), name))
            left -= whole * size
    return " ".join(parts[:3]) if parts else _with_unit(_decimal(seconds, 2), seconds, "second")
