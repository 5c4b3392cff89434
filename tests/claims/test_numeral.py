from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.lexemes import lexemes_of
from compare.claims.numeral import integer_grain, numeral_at
from compare.language.en.numbers import ONES, TENS

CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "cases" / "numerals.tsv").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "value", "grain", "rest"), CASES)
def test_numerals(text: str, value: str, grain: str, rest: str) -> None:
    lexemes = lexemes_of(text)
    numeral = numeral_at(lexemes, 0)
    if value == "none":
        assert numeral is None
        return
    assert numeral is not None
    low, _, high = value.partition("..")
    assert round(numeral.low, 6) == Decimal(low)
    assert round(numeral.high, 6) == Decimal(high or low)
    assert numeral.grain == Decimal(grain)
    assert lexemes.phrase(numeral.past, len(lexemes)) == ("" if rest == "-" else rest)


def in_words(number: int) -> str:
    """Write a number below a billion in English words: the test's own, slow way."""
    ones = {value: word for word, value in ONES.items()}
    tens = {value: word for word, value in TENS.items() if word != "fourty"}
    for size, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = "" if not rest else (" and " if rest < 100 else " ")
            return f"{in_words(number // size)} {word}{joint}{in_words(rest) if rest else ''}"
    if number < 20:
        return ones[number]
    return tens[number - number % 10] + (f"-{ones[number % 10]}" if number % 10 else "")


@given(st.integers(0, 10**9 - 1))
def test_numbers_in_words_are_read_back(number: int) -> None:
    numeral = numeral_at(lexemes_of(in_words(number)), 0)
    assert numeral is not None
    assert numeral.low == numeral.high == number


@given(st.integers(0, 10**12))
def test_grain_divides_the_number(number: int) -> None:
    grain = integer_grain(Decimal(number))
    assert number % grain == 0
    assert grain == 1 or number >= 1000


@given(st.text(max_size=40))
def test_lexemes_cover_the_text(text: str) -> None:
    lexemes = lexemes_of(text)
    assert all(text[one.start : one.end] == one.text for one in lexemes.items)
    assert "".join(one.text for one in lexemes.items) == "".join(c for c in text if not c.isspace())
