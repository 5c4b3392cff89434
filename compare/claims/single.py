"""One amount: a numeral with its unit or the thing it counts, before ranges and bounds."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from compare.claims.ages import aged, bare_age
from compare.claims.amount import Amount, amount_of
from compare.claims.bounds import bounds_after, bounds_before
from compare.claims.counted import DEAD, Counted, counted_by
from compare.claims.lexemes import DASHES, Lexemes
from compare.claims.lookalike import is_compound, is_date_or_time, is_glued, is_label, is_model, is_pronoun_one, is_year
from compare.claims.measure import Measured, currency_before, rate_after, unit_after
from compare.claims.numeral import Numeral, integer_grain, numeral_at
from compare.claims.quantity_sentence import Sentence
from compare.claims.roads import is_route
from compare.language.en.unit import Unit
from compare.language.en.units import BY_WORD

POINTED: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")
PLURALS_ALIKE: Final = frozenset("sheep fish deer cattle aircraft spacecraft hovercraft salmon trout swine".split())
TOLL_REACH: Final = 10  # words back to 'toll' in 'the death toll from the blast, initially 47, rose to 85'
RATE_REACH: Final = 5  # lexemes from a number to the noun of '300 new cases a day'
TEMPERATURES: Final = frozenset({"temperature", "angle", "temperature difference"})
BELOW_ZERO: Final = frozenset({"below zero", "below freezing"})
ABOVE_ZERO: Final = frozenset({"above zero", "above freezing"})
# Words before 'minus' as a sign: 'fell to minus 12', 'was minus 4', 'at minus 3'.
LEADS_TO_SIGN: Final = frozenset(
    "to of at was is were are be been reached reach hit hits from a an the than and or by about around nearly almost "
    "below above under over between low high as some only just stood fell felt like measured recorded registered "
    "showed read touched averaged dropped dipped sank slid plunged plummeted stands stood came rose".split()
)
TOLLS: Final = frozenset({"number of dead", "number of deaths", "number of fatalities", "number of victims"})
BETWEEN_UNIT: Final = frozenset(
    {"more", "additional", "full", "straight", "consecutive", "whole", "further", "extra", "long"}
)
# Words that make 'an hour' an amount: 'lasted an hour', not '$5 an hour'.
ARTICLE_LEADS: Final = frozenset(
    "for lasted last lasting lasts took takes take taken taking within spent than after".split()
)


def amount_at(sentence: Sentence, place: int) -> Amount | None:
    """Return the amount whose numeral begins at lexeme ``place``; None for dates, names and other look-alikes."""
    lexemes = sentence.lexemes
    sign = currency_before(lexemes, place)
    numeral = numeral_at(lexemes, place, money=sign is not None)
    if numeral is None or sentence.is_masked(place):
        return None
    if sign is None and (is_date_or_time(lexemes, numeral) or is_route(lexemes, numeral)):
        return None
    measured = _measured(lexemes, numeral, sign)
    if measured and not _is_named(sentence, numeral, measured, signed=sign is not None):
        if measured.dimension == "money":
            numeral = _pointed(lexemes, numeral)
        first = sign[0] if sign else place
        amount = amount_of(numeral, first, measured.past, measured.name, measured.dimension)
        return _signed(lexemes, aged(lexemes, amount))
    if is_glued(lexemes, numeral):
        return None
    if age := bare_age(sentence, numeral):
        return age
    if is_suspended(lexemes, numeral.past):
        return replace(amount_of(numeral, place, numeral.past, None, "count"), pending=True)
    if is_compound(lexemes, numeral):
        return None
    if lexemes[place - 1].lower == "magnitude":
        return amount_of(numeral, place, numeral.past, "magnitude", "magnitude")
    return _signed_count(lexemes, count_at(sentence, numeral, strict=True))


def _signed_count(lexemes: Lexemes, amount: Amount | None) -> Amount | None:
    """Read the sign of a bare number: 'sank to minus 23', 'stood at -9,000'; never '2019-20' or 'COVID-19'."""
    if amount is None or amount.counted is not None or amount.dimension != "count":
        return amount
    sign, lead = lexemes[amount.first - 1], lexemes[amount.first - 2].lower
    touching = lexemes[amount.first].glued and not sign.glued and sign.text in {"-", "−", "–"}
    if (touching or sign.lower in {"minus", "negative"}) and lead in LEADS_TO_SIGN:
        return replace(amount, first=amount.first - 1, low=-amount.high, high=-amount.low)
    return amount


def count_at(sentence: Sentence, numeral: Numeral, *, strict: bool) -> Amount | None:
    """Return a numeral without a unit as a count, share or multiple; ``strict``: None for years, labels, pronouns."""
    lexemes, place = sentence.lexemes, numeral.first
    partitive = lexemes[place].lower == "one" and lexemes[numeral.past].lower == "of"
    blurred, _ = bounds_after(lexemes, numeral.past)
    ending = sentence.base + lexemes[max(blurred, numeral.past) - 1].end
    counted = counted_by(sentence.token(numeral.past - 1), sentence.span, ending)
    if strict:
        counts = counted is not None and not partitive and (counted.plural or numeral.low == 1)
        bounded = bool(bounds_before(lexemes, place)[1])
        if is_year(lexemes, numeral, sentence.token(place), bounded=bounded, counts=counts):
            return None
        if is_label(sentence, numeral, counts=counts and counted is not None and _near(sentence, numeral, counted)):
            return None
        if is_pronoun_one(lexemes, numeral, sentence.token(place)):
            return None
        if not counts and not bounded and is_model(lexemes, numeral, sentence.token(place)):
            return None
        if lexemes[place].lower == "zero" and not counts:
            return None  # 'below zero', 'zero tolerance'
    if counted is not None and (counted.plural or counted.head in PLURALS_ALIKE):
        numeral = _pointed(lexemes, numeral)
    return _as_count(lexemes, numeral, counted or _toll(lexemes, place), partitive=partitive)


def _pointed(lexemes: Lexemes, numeral: Numeral) -> Numeral:
    """Read '8.400 marchers' and '325.000 €' as thousands: nobody counts thousandths of a marcher or of a euro."""
    if not POINTED.fullmatch(lexemes[numeral.first].text) or numeral.past != numeral.first + 1:
        return numeral
    value = numeral.low * 1000
    return replace(numeral, low=value, high=value, grain=integer_grain(value))


def _near(sentence: Sentence, numeral: Numeral, counted: Counted) -> bool:
    """Tell whether the noun stands close enough for the number to count it and not to be a label before it."""
    return counted.token is not None and counted.token.i - sentence.token(numeral.past - 1).i <= 5


def _as_count(lexemes: Lexemes, numeral: Numeral, counted: Counted | None, *, partitive: bool) -> Amount:
    unit = counted.unit if counted else None
    amount = replace(amount_of(numeral, numeral.first, numeral.past, unit, "count"), counted=counted)
    joint = lexemes[numeral.past].text in DASHES and lexemes[numeral.past].glued
    at = numeral.past + joint
    if lexemes[at].lower in {"times", "fold", "x"} and (not joint or lexemes[at].lower == "fold"):
        if rate := rate_after(lexemes, at + 1):
            return replace(amount, past=rate[0], unit=f"count per {rate[1]}", dimension="frequency", counted=None)
        return replace(amount, past=at + 1, unit=None, dimension="multiple", counted=None)
    if numeral.fraction:
        return replace(amount, unit=None, dimension="fraction")
    if lexemes[at].lower in {"quake", "earthquake", "tremor", "aftershock"} and numeral.grain < 1:
        return replace(amount, past=numeral.past, unit="magnitude", dimension="magnitude", counted=None)
    if lexemes[at].lower == "magnitude":
        return replace(amount, past=at + 1, unit="magnitude", dimension="magnitude", counted=None)
    if counted is not None and (per := _rate_of(lexemes, numeral.past, counted)):
        return replace(amount, unit=f"{counted.head} per {per}", dimension="frequency")
    if partitive:
        return replace(amount, kind="partitive")
    return amount


def _rate_of(lexemes: Lexemes, past: int, counted: Counted) -> str | None:
    """Return what 'per day' or 'a week' after the thing counted names: '3,000 tests per day'."""
    for place in range(past, past + RATE_REACH):
        if counted.token is not None and lexemes[place].lower == counted.token.lower_:
            rate = rate_after(lexemes, place + 1)
            return rate[1] if rate else None
    return None


def _toll(lexemes: Lexemes, place: int) -> Counted | None:
    """Return the dead for the number of 'the death toll rose to 85'."""
    for step in range(1, TOLL_REACH + 1):
        word = lexemes[place - step]
        if word.lower in {"toll", "tolls"} or lexemes.phrase(place - step - 2, place - step + 1).lower() in TOLLS:
            return DEAD
        if word.text in {".", ";", ":", ""}:
            return None
    return None


def _measured(lexemes: Lexemes, numeral: Numeral, sign: tuple[int, Unit] | None) -> Measured | None:
    past = numeral.past
    if sign is not None:
        again = unit_after(lexemes, past)
        if again and again.unit is not None and again.unit.dimension == "money":
            return again
        unit = sign[1]
        if rate := rate_after(lexemes, past):
            return Measured(rate[0], f"{unit.name} per {rate[1]}", f"money per {rate[1]}", unit)
        return Measured(past, unit.name, "money", unit)
    if numeral.fraction:
        an = lexemes[past].lower == "of" and lexemes[past + 1].lower in {"a", "an"}
        return unit_after(lexemes, past + 2, digits=False) if an else unit_after(lexemes, past, digits=False)
    if numeral.vague and lexemes[past].lower == "of":
        return unit_after(lexemes, past + 1, digits=False)
    past, _ = bounds_after(lexemes, past)
    if found := unit_after(lexemes, past, digits=numeral.digits):
        return found if not _is_noun_adjunct(lexemes, found) else None
    if lexemes[past].lower in BETWEEN_UNIT:
        return unit_after(lexemes, past + 1, digits=False)
    return None


def _is_noun_adjunct(lexemes: Lexemes, found: Measured) -> bool:
    """'Second' and 'stone' after a number may be an ordinal or a material: '30 second homes'."""
    return lexemes[found.past - 1].lower == "stone" and lexemes[found.past].kind == "word"


def _is_named(sentence: Sentence, numeral: Numeral, measured: Measured, *, signed: bool) -> bool:
    """Tell whether the unit is a letter of a name: 'SCP-173C', 'Boeing 777F', 'S23 mm'."""
    lexemes, here, before = sentence.lexemes, sentence.lexemes[numeral.first], sentence.lexemes[numeral.first - 1]
    if signed or not numeral.digits:
        return False
    letters = before if before.text not in DASHES or not before.glued else lexemes[numeral.first - 2]
    if here.glued and letters.kind == "word" and letters.lower not in {"sub", "to"}:
        return True
    left = sentence.before(numeral.first)
    letter = lexemes[measured.past - 1]
    return letter.text in {"F", "C"} and letter.glued and left is not None and left.pos_ == "PROPN"


def _signed(lexemes: Lexemes, amount: Amount) -> Amount:
    """Read a minus sign that touches the digits: '-10C', '-0.3%'."""
    sign = lexemes[amount.first - 1]
    touching = lexemes[amount.first].glued and not sign.glued and sign.text in {"-", "−", "–"}
    touching = touching and (amount.dimension == "percent" or lexemes[amount.first - 2].kind != "number")
    if touching or (sign.lower in {"minus", "negative"} and not _taken_off(lexemes, amount.first - 2)):
        return replace(amount, first=amount.first - 1, low=-amount.high, high=-amount.low)
    if amount.dimension in TEMPERATURES and lexemes.phrase(amount.past, amount.past + 2).lower() in BELOW_ZERO:
        return replace(amount, past=amount.past + 2, low=-amount.high, high=-amount.low)
    if amount.dimension in TEMPERATURES and lexemes.phrase(amount.past, amount.past + 2).lower() in ABOVE_ZERO:
        return replace(amount, past=amount.past + 2)
    return amount


def _taken_off(lexemes: Lexemes, place: int) -> bool:
    """Tell whether something stands before 'minus' that the amount is taken off: 'the price minus $5'."""
    before = lexemes[place]
    return before.kind == "number" or (before.kind == "word" and before.lower not in LEADS_TO_SIGN)


def is_suspended(lexemes: Lexemes, past: int) -> bool:
    """Tell whether a hyphen stands for a unit that follows later: '7- or 8-inch', 'four-, five- and six-day'."""
    dash, after = lexemes[past], lexemes[past + 1]
    return dash.text in DASHES and dash.glued and (after.lower in {"or", "and"} or after.text == ",")


def article_at(sentence: Sentence, place: int) -> Amount | None:
    """Read 'an hour', 'a mile' as one of the unit, and 'an hour and a half'."""
    lexemes = sentence.lexemes
    unit = BY_WORD.get(lexemes[place + 1].lower)
    if lexemes[place].lower not in {"a", "an"} or unit is None or unit.dimension not in {"duration", "length"}:
        return None
    if unit.name in {"second", "foot", "yard", "quarter"} or lexemes[place + 1].lower.endswith("s"):
        return None
    one = Decimal(1)
    numeral = Numeral(place, place + 2, one, one, one)
    half = lexemes.phrase(place + 2, place + 5).lower() == "and a half"
    if half:
        value = Decimal("1.5")
        numeral = replace(numeral, past=place + 5, low=value, high=value, grain=Decimal("0.5"))
        return amount_of(numeral, place, place + 5, unit.name, unit.dimension)
    if lexemes[place - 1].lower not in ARTICLE_LEADS and not bounds_before(lexemes, place)[1]:
        return None
    return replace(amount_of(numeral, place, place + 2, unit.name, unit.dimension), kind="article")
