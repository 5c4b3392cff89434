"""Numbers in figures: digits, fractions, scale words and letters: '1.2 billion', '$6m', '2½', '13,000'."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from compare.claims.lexemes import DASHES, Lexemes
from compare.language.en.numbers import DOZEN, FRACTION_GRAIN, FRACTION_SIGNS, FRACTIONS, GLUED_SCALES, SCALES

ROUND_FROM: Final = 1000
LARGEST: Final = 10**18  # no scale word multiplies beyond
CONTINENTAL: Final = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
DECIMAL_COMMA: Final = re.compile(r"\d{1,3},\d{1,2}")
GROUPING: Final = re.compile(r"[,'’ \u00a0\u2009\u202f]|(?<=\d)\.(?=\d{3}\.)|(?<=\.\d{3})\.(?=\d{3}$)")
COMMON_DIVISORS: Final = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64, 100})
OWNERS: Final = frozenset({"its", "their", "his", "her", "our", "the", "these", "those"})
# After 'm' these show it to be metres: '100m race', '5m above the road'.
NO_NOUNS: Final = frozenset(
    "and or but from above below away deep high long wide tall the to in on at of by for with before after per "
    "was were is are that than down up off into over across final race freestyle sprint hurdles relay".split()
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: lexemes ``first`` to ``past`` (exclusive)."""

    first: int
    past: int
    low: Decimal
    high: Decimal
    grain: Decimal
    vague: bool = False
    fraction: bool = False  # 'a third', 'two-thirds': a share of something
    digits: bool = False  # begins with digits
    bare: bool = False  # digits alone, without comma, point or scale: may be a year or a label
    scaled: bool = False  # 'million', 'bn', 'k' …


def integer_grain(value: Decimal) -> Decimal:
    """Return the step to which a whole number is given: 1; of round ones from 1,000 on, their last non-zero place."""
    whole = abs(int(value))
    if whole < ROUND_FROM:
        return Decimal(1)
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    return Decimal(step)


def plain_digits(text: str) -> str:
    """Return the digits with a point for decimals: of '1,234.5', '1.234,5', '3,5', '12 500' and '1.250.000'."""
    if DECIMAL_COMMA.fullmatch(text):
        return text.replace(",", ".")
    if CONTINENTAL.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return GROUPING.sub("", text)


def digits_at(lexemes: Lexemes, place: int, *, money: bool) -> Numeral:
    text = plain_digits(lexemes[place].text)
    value = Decimal(text)
    grain = Decimal(1).scaleb(-len(text.partition(".")[2])) if "." in text else integer_grain(value)
    if share := _slashed(lexemes, place):
        return share
    bare = lexemes[place].text.isdecimal()
    numeral = Numeral(place, place + 1, value, value, grain, digits=True, bare=bare)
    numeral = with_fraction(lexemes, numeral)
    return scaled(lexemes, numeral, money=money)


def _slashed(lexemes: Lexemes, place: int) -> Numeral | None:
    """Read '1/2 pound' and '1⁄32 of': a proper fraction before 'of' or a word, unlike '24/7' and '9/11'."""
    top, bar, bottom, after = (lexemes[place + step] for step in range(4))
    if bar.text not in {"/", "⁄"} or not bar.glued or not bottom.glued or not (top.text + bottom.text).isdecimal():
        return None
    above, below = int(top.text), int(bottom.text)
    if (
        not 0 < above < below
        or above > 15
        or (below not in COMMON_DIVISORS and bar.text == "/")
        or after.kind != "word"
    ):
        return None
    value = Decimal(above) / below
    return Numeral(place, place + 3, value, value, min(FRACTION_GRAIN, value), fraction=True)


def with_fraction(lexemes: Lexemes, numeral: Numeral) -> Numeral:
    """Read '2½', '2 1/2' and '2 and a half'."""
    past = numeral.past
    if lexemes[past].text in FRACTION_SIGNS:
        return _plus(numeral, FRACTION_SIGNS[lexemes[past].text], past + 1)
    top, bar, bottom = lexemes[past], lexemes[past + 1], lexemes[past + 2]
    if top.kind == bottom.kind == "number" and not top.glued and bar.text in {"/", "⁄"} and bar.glued and bottom.glued:
        above, below = Decimal(top.text.replace(",", "")), Decimal(bottom.text.replace(",", ""))
        if 0 < above < below <= 16:
            return _plus(numeral, above / below, past + 3)
    joint = 1 if lexemes[past].text in DASHES else 0
    if lexemes[past + joint].lower == "and":
        step = past + joint + 1
        step += lexemes[step].text in DASHES
        if lexemes[step].lower in {"a", "one"}:
            step += 1
            step += lexemes[step].text in DASHES
            if lexemes[step].lower in {"half", "quarter", "third"}:
                return _plus(numeral, Decimal(1) / FRACTIONS[lexemes[step].lower], step + 1)
    return numeral


def _plus(numeral: Numeral, part: Decimal, past: int) -> Numeral:
    value = numeral.low + part
    return replace(numeral, past=past, low=value, high=value, grain=Decimal("0.5"), bare=False)


def scaled(lexemes: Lexemes, numeral: Numeral, *, money: bool) -> Numeral:
    """Multiply by the scale words and letters that follow."""
    while True:
        joint = 1 if lexemes[numeral.past].text in DASHES else 0
        here = lexemes[numeral.past + joint]
        factor = SCALES.get(here.lower) or (DOZEN.get(here.lower) if numeral.grain == 1 else None)
        if factor is None and here.text == "dozens" and numeral.grain == 1 and numeral.low < 100:
            factor = 12
        if factor is None and here.lower in {"hundreds", "thousands", "millions", "billions"} and numeral.digits:
            factor = SCALES[here.lower[:-1]]
        if factor is None and here.glued and not joint and numeral.digits:
            factor = _letter_scale(lexemes, numeral.past, money=money)
        if factor is None and here.text in {"B", "M"} and lexemes[numeral.past + 1].text.islower() and numeral.digits:
            factor = GLUED_SCALES[here.lower]
        if factor is None or numeral.low > LARGEST:
            return numeral
        grain = numeral.grain * factor
        value = numeral.low * factor
        if value < ROUND_FROM:
            grain = Decimal(1)
        numeral = replace(
            numeral,
            past=numeral.past + joint + 1,
            low=value,
            high=numeral.high * factor,
            grain=grain,
            bare=False,
            scaled=True,
        )
        money = False


def _letter_scale(lexemes: Lexemes, place: int, *, money: bool) -> int | None:
    """Return the scale of a letter that touches the digits: '$6m', '40k', '1.2m tons'; None for '5m' (metres)."""
    letter, after = lexemes[place], lexemes[place + 1]
    factor = GLUED_SCALES.get(letter.lower)
    if factor is None or money:
        return factor
    if letter.text in {"k", "K"}:
        return factor
    counts = after.kind == "word" and not after.glued and len(after.text) > 2
    if after.lower == "of" and lexemes[place + 2].lower in OWNERS:
        return factor
    if letter.lower == "b" and not (after.glued and after.kind == "word"):
        return factor
    return factor if letter.text in {"m", "M"} and counts and after.lower not in NO_NOUNS else None
