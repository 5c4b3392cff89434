"""What a unit of measurement or a currency is."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: its canonical name, what it measures, its size in the base unit of that dimension."""

    name: str
    dimension: str
    size: Fraction | None  # None: not convertible within its dimension (currencies, calendar units)
    words: tuple[str, ...]  # written forms, lower case, singular and plural; several words are parted by a blank
    signs: tuple[str, ...] = ()  # forms that are case-sensitive and follow digits: 'km', 'GB'


def _size(text: str) -> Fraction:
    return Fraction(text)


def row(name: str, dimension: str, size: str | None, words: str, signs: str = "") -> Unit:
    """Return a unit from a row of a table: words parted by '|', signs by blanks."""
    forms = tuple(word.strip() for word in words.split("|") if word.strip())
    return Unit(name, dimension, None if size is None else _size(size), forms, tuple(signs.split()))
