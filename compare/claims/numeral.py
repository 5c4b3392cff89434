"""Numerals of every kind, as exact values with a grain: in figures, in words, shares and vague numbers."""

from __future__ import annotations

from compare.claims.figures import Numeral, digits_at, integer_grain, plain_digits
from compare.claims.lexemes import Lexemes
from compare.claims.numberwords import words_at
from compare.claims.shares import share_at, vague_at
from compare.language.en.numbers import FRACTION_GRAIN, FRACTION_SIGNS, ONES, TENS, VAGUE_PLURALS, VAGUE_WORDS

__all__ = ["Numeral", "integer_grain", "numeral_at", "plain_digits"]

MOST_DIGITS = 24  # a longer run of digits is a code
FIRST_WORDS = frozenset({*ONES, *TENS, *VAGUE_PLURALS, *VAGUE_WORDS, "a", "an", "the", "half"})


def numeral_at(lexemes: Lexemes, place: int, *, money: bool = False) -> Numeral | None:
    """Return the longest numeral that begins at lexeme ``place``, or None.

    ``money`` says that a currency sign stands before it, which makes 'm' and 'b' scales.
    """
    here = lexemes[place]
    if here.kind == "number" and len(here.text) > MOST_DIGITS:
        return None
    if here.kind == "number":
        return digits_at(lexemes, place, money=money)
    if here.text in FRACTION_SIGNS:
        value = FRACTION_SIGNS[here.text]
        return Numeral(place, place + 1, value, value, FRACTION_GRAIN, fraction=True)
    if here.lower not in FIRST_WORDS:
        return None
    return vague_at(lexemes, place) or share_at(lexemes, place) or words_at(lexemes, place)
