"""The unit of a number: currency signs before it, units and rates after it."""

from __future__ import annotations

from dataclasses import dataclass

from compare.claims.lexemes import DASHES, Lexemes
from compare.language.en.unit import Unit
from compare.language.en.units import BY_SIGN, BY_WORD, LEADING_SIGNS, LEADING_SIGNS_GLUED

LONGEST = 4  # lexemes in the longest unit: 'km', '/', 'h'; 'sq', '.', 'km'
# Words that are units only where they touch the digits, or that mean something else more often.
ONLY_GLUED = frozenset("s h m g l C F J T B b t".split())
# What a rate is counted by, beside the units themselves.
PER = frozenset(
    "share person head capita ounce vote day week month year hour minute second game barrel gallon tonne ton litre "
    "pound kilo kilogram kilometre mile night ticket annum gram household unit acre hectare cent user employee".split()
)
# '$5 million a year ago' is no rate.
DATED = frozenset("after ago ahead back before earlier later from since old of and".split())
ENDS_OF_SIGNS = frozenset(sign[-1] for sign in (*LEADING_SIGNS, *LEADING_SIGNS_GLUED))
RATE_DIMENSIONS = frozenset({"duration", "mass", "volume", "length", "area"})


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit as written: lexemes up to ``past`` (exclusive)."""

    past: int
    name: str
    dimension: str
    unit: Unit | None = None


def currency_before(lexemes: Lexemes, place: int) -> tuple[int, Unit] | None:
    """Return the currency sign that ends just before lexeme ``place`` and where it begins."""
    if lexemes[place - 1].text[-1:] not in ENDS_OF_SIGNS:
        return None
    for length in (3, 2, 1):
        first = place - length
        if first < 0:
            continue
        text = lexemes.phrase(first, place).replace(" ", "")
        unit = LEADING_SIGNS.get(text)
        if unit is None and lexemes[place].glued:
            unit = LEADING_SIGNS_GLUED.get(text)
        letters = text[-1].isalpha()
        if unit and (not letters or lexemes[place].glued or len(text) == 3 or text == "Rs"):
            return (first, unit) if not lexemes[first].glued or lexemes[first - 1].kind == "sign" else None
    return None


def unit_after(lexemes: Lexemes, place: int, *, digits: bool = True) -> Measured | None:
    """Return the unit that begins at lexeme ``place`` (a hyphen before it is passed over), with its rate."""
    joint = 1 if lexemes[place].text in DASHES and lexemes[place].glued else 0
    if joint and not lexemes[place + 1].glued:
        return None
    first = place + joint
    if lexemes[first].text == "s" and (joint or "." not in lexemes[place - 1].text):
        return None  # '1980s', '737s': a plural and no seconds
    for length in range(LONGEST, 0, -1):
        text = lexemes.phrase(first, first + length)
        if not text:
            continue
        unit = _known(text, glued=lexemes[first].glued and not joint, digits=digits)
        after = lexemes[first + length]
        if unit is None or (text[-1].isalpha() and after.glued and after.kind == "word"):
            continue
        if after.glued and after.kind == "number" and text != "h":
            continue
        if after.kind == "number" and text in LEADING_SIGNS:
            continue  # the sign of the next amount: '$3 million, Rs 500'
        return _with_rate(lexemes, first + length, unit)
    return None


def _known(text: str, *, glued: bool, digits: bool) -> Unit | None:
    if text in BY_SIGN and digits and (glued or text not in ONLY_GLUED) and text != "$":
        return BY_SIGN[text]
    lower = text.lower()
    return None if lower in ONLY_GLUED and not glued else BY_WORD.get(lower)


def _with_rate(lexemes: Lexemes, past: int, unit: Unit) -> Measured:
    rate = rate_after(lexemes, past)
    if rate is None or unit.dimension == "duration":
        return Measured(past, unit.name, unit.dimension, unit)
    end, per = rate
    return Measured(end, f"{unit.name} per {per}", f"{unit.dimension} per {per}", unit)


def rate_after(lexemes: Lexemes, past: int) -> tuple[int, str] | None:
    """Return 'per share', 'a year', 'an hour', '/month' after a unit: where it ends and what it is counted by."""
    word, after = lexemes[past], lexemes[past + 1]
    if word.text in DASHES and after.lower == "a" and lexemes[past + 2].text in DASHES:
        known = BY_WORD.get(lexemes[past + 3].lower)  # '$100-a-barrel'
        return (
            (past + 4, known.name if known else lexemes[past + 3].lower) if lexemes[past + 3].kind == "word" else None
        )
    if word.lower == "u.s." and after.lower == "per":
        past, word, after = past + 1, after, lexemes[past + 2]
    if word.lower in {"per", "a", "an", "each"} or (word.text == "/" and word.glued):
        length = next((n for n in (3, 2, 1) if lexemes.phrase(past + 1, past + 1 + n).lower() in BY_WORD), 1)
        known = BY_WORD.get(lexemes.phrase(past + 1, past + 1 + length).lower())
        name = known.name if known else after.lower
        counts_by = after.lower in PER or (known is not None and known.dimension in RATE_DIMENSIONS)
        dated = word.lower in {"a", "an"} and lexemes[past + 1 + length].lower in DATED
        if after.kind == "word" and not dated and (word.lower == "per" or counts_by):
            return past + 1 + length, name
    return None
