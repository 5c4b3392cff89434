"""Numbers in words: 'two hundred and fifty thousand', 'a dozen', 'half a million', 'two and a half'."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from compare.claims.figures import ROUND_FROM, Numeral, integer_grain, scaled, with_fraction
from compare.claims.lexemes import DASHES, Lexemes
from compare.language.en.numbers import ONES, SCALES, TENS


def words_at(lexemes: Lexemes, place: int) -> Numeral | None:
    """Read a number in words: 'two hundred and fifty thousand', 'a dozen', 'half a million', 'two and a half'."""
    here = lexemes[place]
    if (
        here.lower == "half"
        and lexemes[place + 1].text in DASHES
        and lexemes[place + 2].lower in {"hour", "mile", "day"}
    ):
        part = Decimal("0.5")
        return Numeral(place, place + 1, part, part, part)
    if here.lower == "half" and (lexemes[place + 1].lower in {"a", "an"} or scale_at(lexemes, place + 1)):
        past = place + (2 if lexemes[place + 1].lower in {"a", "an"} else 1)
        half = Numeral(place, past, Decimal("0.5"), Decimal("0.5"), Decimal("0.1"))
        if factor := scale_at(lexemes, past):
            value = half.low * factor
            return Numeral(place, past + 1, value, value, max(Decimal(1), value / 5), scaled=True)
        return replace(half, grain=Decimal("0.5"))
    if here.lower in {"a", "an"}:
        factor = scale_at(lexemes, place + 1)
        if not factor:
            return None
        value = Decimal(factor)
        grain = value if factor >= ROUND_FROM else Decimal(1)
        found = Numeral(place, place + 2, value, value, grain, scaled=True)
        after = with_fraction(lexemes, replace(found, low=Decimal(1), high=Decimal(1)))
        if after.past > found.past:
            return replace(found, past=after.past, low=after.low * factor, high=after.low * factor, grain=value / 2)
        return found
    return _cardinal(lexemes, place)


def scale_at(lexemes: Lexemes, place: int) -> int | None:
    """Return the size of the scale word at lexeme ``place``: hundred, thousand … or dozen; None for other words."""
    word = lexemes[place].lower
    factor = SCALES.get(word) if word in {"hundred", "thousand", "million", "billion", "trillion"} else None
    return factor or (12 if word == "dozen" else None)


def _cardinal(lexemes: Lexemes, place: int) -> Numeral | None:
    total, current, scale, at = 0, 0, 10**18, place
    last = ""  # what kind of word came last
    while True:
        step = at + (at > place and _joins(lexemes, at, last))
        word = lexemes[step].lower
        if (
            word in ONES
            and last in {"", "tens", "hundred", "scale"}
            and not (last == "tens" and not 0 < ONES[word] < 10)
        ):
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
        added = with_fraction(lexemes, numeral)
        if added.past > at:
            return scaled(lexemes, added, money=False)
    return numeral


def _joins(lexemes: Lexemes, at: int, last: str) -> bool:
    """Tell whether a hyphen or 'and' holds the number together; not in 'between four hundred and five hundred'."""
    if lexemes[at].text in DASHES:
        return lexemes[at].glued and lexemes[at + 1].glued
    if lexemes[at].lower != "and" or last not in {"hundred", "scale"}:
        return False
    further = lexemes[at + 2].lower
    return further != "hundred" if last == "hundred" else SCALES.get(further, 0) < ROUND_FROM


def _spoken_decimal(lexemes: Lexemes, place: int, at: int, whole: int) -> Numeral:
    """Read 'two point five million': the digits after the point are said one by one."""
    digits = ""
    while lexemes[at].lower in ONES and ONES[lexemes[at].lower] < 10:
        digits += str(ONES[lexemes[at].lower])
        at += 1
    value = Decimal(f"{whole}.{digits or '0'}")
    numeral = Numeral(place, max(at, place + 1), value, value, Decimal(1).scaleb(-len(digits)))
    return scaled(lexemes, numeral, money=False)
