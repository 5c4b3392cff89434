"""Numerals: digits, number words, scales, fractions and vague numbers, as exact values with a grain."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from compare.extraction.lexemes import DASHES, Lexemes
from compare.language.en.numbers import (
    DOZEN,
    FRACTION_GRAIN,
    FRACTION_SIGNS,
    FRACTIONS,
    GLUED_SCALES,
    ONES,
    ORDINALS,
    SCALES,
    TENS,
    VAGUE_PLURALS,
    VAGUE_WORDS,
)

ROUND_FROM: Final = 1000
CONTINENTAL: Final = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
GROUPING: Final = re.compile(r"[,\u00a0\u2009\u202f]")


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


def numeral_at(lexemes: Lexemes, place: int, *, money: bool = False) -> Numeral | None:
    """Return the longest numeral that begins at lexeme ``place``, or None.

    ``money`` says that a currency sign stands before it, which makes 'm' and 'b' scales.
    """
    here = lexemes[place]
    if here.kind == "number":
        return _digits(lexemes, place, money=money)
    if here.text in FRACTION_SIGNS:
        value = FRACTION_SIGNS[here.text]
        return Numeral(place, place + 1, value, value, FRACTION_GRAIN, fraction=True)
    return _vague(lexemes, place) or _share(lexemes, place) or _words(lexemes, place)


def integer_grain(value: Decimal) -> Decimal:
    """Return the step to which a whole number is given: 1, or for round numbers from 1,000 on the last non-zero place."""
    whole = abs(int(value))
    if whole < ROUND_FROM:
        return Decimal(1)
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    return Decimal(step)


def plain_digits(text: str) -> str:
    """Return the digits with a point for decimals: of '1,234.5', '1.234,5' and numbers grouped by thin blanks."""
    if CONTINENTAL.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return GROUPING.sub("", text)


def _digits(lexemes: Lexemes, place: int, *, money: bool) -> Numeral:
    text = plain_digits(lexemes[place].text)
    value = Decimal(text)
    grain = Decimal(1).scaleb(-len(text.partition(".")[2])) if "." in text else integer_grain(value)
    if share := _slashed(lexemes, place):
        return share
    bare = lexemes[place].text.isdigit()
    numeral = Numeral(place, place + 1, value, value, grain, digits=True, bare=bare)
    numeral = _add_fraction(lexemes, numeral)
    return _scaled(lexemes, numeral, money=money)


def _slashed(lexemes: Lexemes, place: int) -> Numeral | None:
    """Read '1/2 pound' and '1⁄32 of': a proper fraction before 'of' or a word, unlike '24/7' and '9/11'."""
    top, bar, bottom, after = (lexemes[place + step] for step in range(4))
    if bar.text not in {"/", "⁄"} or not bar.glued or not bottom.glued or not (top.text + bottom.text).isdigit():
        return None
    above, below = int(top.text), int(bottom.text)
    if not 0 < above < below or above > 15 or (below not in COMMON_DIVISORS and bar.text == "/") or after.kind != "word":
        return None
    value = Decimal(above) / below
    return Numeral(place, place + 3, value, value, min(FRACTION_GRAIN, value), fraction=True)


COMMON_DIVISORS = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64, 100})


def _add_fraction(lexemes: Lexemes, numeral: Numeral) -> Numeral:
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


def _scaled(lexemes: Lexemes, numeral: Numeral, *, money: bool) -> Numeral:
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
        if factor is None:
            return numeral
        grain = numeral.grain * factor
        value = numeral.low * factor
        if value < ROUND_FROM:
            grain = Decimal(1)
        numeral = replace(
            numeral, past=numeral.past + joint + 1, low=value, high=numeral.high * factor, grain=grain, bare=False, scaled=True
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


OWNERS = frozenset({"its", "their", "his", "her", "our", "the", "these", "those"})
NO_NOUNS = frozenset(
    "and or but from above below away deep high long wide tall the to in on at of by for with before after per "
    "was were is are that than down up off into over across final race freestyle sprint hurdles relay".split()
)


def _words(lexemes: Lexemes, place: int) -> Numeral | None:
    """Read a number in words: 'two hundred and fifty thousand', 'a dozen', 'half a million', 'two and a half'."""
    here = lexemes[place]
    if here.lower == "half" and lexemes[place + 1].text in DASHES and lexemes[place + 2].lower in {"hour", "mile", "day"}:
        half = Decimal("0.5")
        return Numeral(place, place + 1, half, half, half)
    if here.lower == "half" and (lexemes[place + 1].lower in {"a", "an"} or _scale(lexemes, place + 1)):
        past = place + (2 if lexemes[place + 1].lower in {"a", "an"} else 1)
        half = Numeral(place, past, Decimal("0.5"), Decimal("0.5"), Decimal("0.1"))
        if factor := _scale(lexemes, past):
            value = half.low * factor
            return Numeral(place, past + 1, value, value, max(Decimal(1), value / 5), scaled=True)
        return replace(half, grain=Decimal("0.5"))
    if here.lower in {"a", "an"}:
        factor = _scale(lexemes, place + 1)
        if not factor:
            return None
        value = Decimal(factor)
        grain = value if factor >= ROUND_FROM else Decimal(1)
        found = Numeral(place, place + 2, value, value, grain, scaled=True)
        after = _add_fraction(lexemes, replace(found, low=Decimal(1), high=Decimal(1)))
        if after.past > found.past:
            return replace(found, past=after.past, low=after.low * factor, high=after.low * factor, grain=value / 2)
        return found
    return _cardinal(lexemes, place)


def _scale(lexemes: Lexemes, place: int) -> int | None:
    word = lexemes[place].lower
    factor = SCALES.get(word) if word in {"hundred", "thousand", "million", "billion", "trillion"} else None
    return factor or (12 if word == "dozen" else None)


def _cardinal(lexemes: Lexemes, place: int) -> Numeral | None:
    total, current, scale, at = 0, 0, 10**18, place
    last = ""  # what kind of word came last
    while True:
        step = at
        if at > place and lexemes[at].text in DASHES and lexemes[at].glued:
            step = at + 1
        elif at > place and lexemes[at].lower == "and" and last in {"hundred", "scale"}:
            step = at + 1
        word = lexemes[step].lower
        if word in ONES and last in {"", "tens", "hundred", "scale"} and not (last == "tens" and not 0 < ONES[word] < 10):
            current, last = current + ONES[word], "ones"
        elif word in TENS and last in {"", "hundred", "scale"}:
            current, last = current + TENS[word], "tens"
        elif word == "hundred" and 0 < current < 100 and last in {"ones", "tens"}:
            current, last = current * 100, "hundred"
        elif word in SCALES and len(word) > 3 and SCALES[word] >= ROUND_FROM and current and SCALES[word] < scale:
            scale = SCALES[word]
            total, current, last = total + current * scale, 0, "scale"
        elif word == "point" and last in {"ones", "tens", "hundred"} and lexemes[step + 1].lower in ONES:
            return _spoken_decimal(lexemes, place, step + 1, total + current)
        elif word in {"dozen", "dozens"} and last == "ones" and not total:
            current, last = current * 12, "dozen"
        else:
            break
        at = step + 1
    if at == place:
        return None
    value = Decimal(total + current)
    numeral = Numeral(place, at, value, value, integer_grain(value), scaled=last == "scale")
    if last == "ones" and value < 100:
        added = _add_fraction(lexemes, numeral)
        if added.past > at:
            return _scaled(lexemes, added, money=False)
    return numeral


# 'The first half of the year', 'the other half of the town': a part and no share.
HALVES_OF_TIME: Final = frozenset({*ORDINALS, "other", "latter", "top", "back", "upper", "last", "next", "this", "better"})


def _spoken_decimal(lexemes: Lexemes, place: int, at: int, whole: int) -> Numeral:
    """Read 'two point five million': the digits after the point are said one by one."""
    digits = ""
    while lexemes[at].lower in ONES and ONES[lexemes[at].lower] < 10:
        digits += str(ONES[lexemes[at].lower])
        at += 1
    value = Decimal(f"{whole}.{digits or '0'}")
    numeral = Numeral(place, max(at, place + 1), value, value, Decimal(1).scaleb(-len(digits)))
    return _scaled(lexemes, numeral, money=False)


def _share(lexemes: Lexemes, place: int) -> Numeral | None:
    """Read 'a third of', 'two-thirds', 'half of', 'three quarters'."""
    here, after = lexemes[place], lexemes[place + 1]
    if here.lower == "half" and lexemes[place - 1].lower in HALVES_OF_TIME:
        return None
    joint = 1 if after.text in DASHES else 0
    word = lexemes[place + 1 + joint].lower
    past = place + 2 + joint
    of = lexemes[past].lower == "of"
    if here.lower == "half" and (after.lower == "of" or after.lower in {"the", "their", "its", "his", "her", "our"}):
        value = Decimal("0.5")
        return Numeral(place, place + 1, value, value, FRACTION_GRAIN, fraction=True)
    many = ONES.get(here.lower, 0) if here.lower not in {"a", "an"} else 1
    if not many or lexemes[place].glued:
        return None
    singular = word.removesuffix("s") if word != "halves" else word
    below = FRACTIONS.get(singular)
    if below is None or many >= below or (many == 1) == word.endswith("s"):
        return None
    if many == 1 and not (of or (here.lower == "one" and (joint or lexemes[past].kind != "word"))):
        return None
    value = Decimal(many) / below
    whole = _scale(lexemes, past + 2) if of and lexemes[past + 1].lower == "a" else None
    if whole:  # 'a quarter of a million'
        return Numeral(place, past + 3, value * whole, value * whole, Decimal(whole) / 100, scaled=True)
    return Numeral(place, past, value, value, FRACTION_GRAIN, fraction=True)


def _vague(lexemes: Lexemes, place: int) -> Numeral | None:
    """Read 'dozens', 'tens of thousands', 'several hundred', 'a few thousand', 'a couple of'."""
    at = place + (lexemes[place].lower in {"a", "the"} and lexemes[place + 1].lower in {"few", "couple", "handful", "pair"})
    word = lexemes[at].lower
    if word in VAGUE_PLURALS:
        low, high = VAGUE_PLURALS[word]
        if word in {"tens", "scores"} and lexemes[at + 1].lower != "of":
            return None
        past = at + 1
        while lexemes[past].lower == "of" and lexemes[past + 1].lower in {"hundreds", "thousands", "millions", "billions"}:
            factor = SCALES[lexemes[past + 1].lower[:-1]]
            low, high, past = low * factor, high * factor, past + 2
        return Numeral(place, past, Decimal(low), Decimal(high), Decimal(1), vague=True, scaled=True)
    if word not in VAGUE_WORDS or (word in {"few", "pair"} and at == place):
        return None
    low, high = VAGUE_WORDS[word]
    past = at + 1
    if word in {"couple", "handful", "pair"} and lexemes[past].lower == "of":
        past += 1
    more = _scale(lexemes, past) or _scale_plural(lexemes, past)
    if more:
        low, high = low * more, high * more
        return Numeral(place, past + 1, Decimal(low), Decimal(high), Decimal(1), vague=True, scaled=True)
    if word in {"handful", "pair"} and lexemes[past - 1].lower != "of":
        return None
    return Numeral(place, past, Decimal(low), Decimal(high), Decimal(1), vague=True)


def _scale_plural(lexemes: Lexemes, place: int) -> int | None:
    word = lexemes[place].lower
    return SCALES.get(word[:-1]) if word.endswith("s") and word[:-1] in {"hundred", "thousand", "million", "dozen"} else None
