"""Amounts in a text: numerals with their unit, range, bounds, direction and the thing they count.

The grammar reads a sentence from left to right (``_amounts``): special words, ranges, single amounts.  Then parts
of one amount are summed, what was left unsaid is filled in from the neighbours, and each amount is finished with
its bounds and direction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from compare.claims.amount import Amount, Kind
from compare.claims.bounds import bounds_after, bounds_before
from compare.claims.change import direction_of
from compare.claims.ellipsis import filled
from compare.claims.lexemes import Lexemes
from compare.claims.numeral import numeral_at
from compare.claims.quantity_sentence import Sentence
from compare.claims.ranges import is_change, range_at
from compare.claims.single import amount_at, article_at
from compare.claims.special import special_at
from compare.claims.sums import clock_duration, joined_parts
from compare.language.en.bounds import Bound
from compare.language.en.numbers import GROUPS
from compare.language.pipeline import english
from compare.model import Quantity
from compare.sources.segments import rejoined

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# 'One of the leaders' is no amount to compare; an ordinal, 'an hour' and a bare age are.
NOT_IN_CLAIMS: Final[frozenset[Kind]] = frozenset({"partitive"})
# What ``quantities`` leaves out: ordinals, 'an hour', 'doubled', 'Smith, 42,'.
NOT_IN_LISTS: Final[frozenset[Kind]] = frozenset({"ordinal", "article", "bare age", "multiple"})
NOUN_REACH: Final = 6  # lexemes from an amount to the end of the noun it counts


def quantities_in(span: Span | Doc, offset: int) -> tuple[Quantity, ...]:
    """Return the amounts of a parsed sentence (or text) for comparison, in order of place.

    ``offset`` is the place in the source of the first character of ``span.doc``.  A change 'from A to B' gives its
    two levels; 'three or four' gives one range; ordinals have the dimension 'ordinal'.
    """
    sentence = Sentence(span)
    found = _alternatives(sentence, _amounts(sentence, split=True))
    return tuple(_finished(sentence, found, offset, nouns=True, without=NOT_IN_CLAIMS))


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the amounts of ``text``, in order of place; offsets are code points into ``text``.

    A change 'from A to B' gives one range.  Left out are ordinals, vague words without a scale ('several'), 'doubled',
    ages without a unit and 'one of' a thing that is not described further.
    """
    sentence = Sentence(english()(rejoined(text)))
    found = [a for a in _amounts(sentence, split=False) if not (a.numeral.vague and not a.numeral.scaled)]
    found = [a for a in found if sentence.lexemes[a.numeral.first + 1].lower not in GROUPS]  # 'a pair of companies'
    found = [a for a in found if a.kind != "partitive" or (a.counted is not None and a.counted.modified)]
    return tuple(_finished(sentence, found, 0, nouns=False, without=NOT_IN_LISTS))


def _amounts(sentence: Sentence, *, split: bool) -> list[Amount]:
    """Return every amount of the sentence in order; ``split``: a change from A to B gives both levels."""
    found = list(_scanned(sentence, split=split))
    return filled(sentence, joined_parts(sentence, found))


def _scanned(sentence: Sentence, *, split: bool) -> Iterator[Amount]:
    place, lexemes = 0, sentence.lexemes
    while place < len(lexemes):
        ranged = range_at(sentence, place)
        if ranged is not None and split and is_change(sentence, ranged[0].first):
            ranged = None
        amount = special_at(sentence, place) or (ranged[0] if ranged else None)
        amount = amount or amount_at(sentence, place) or article_at(sentence, place)
        if amount is None:
            place = _past_numeral(lexemes, place)
            continue
        amount = clock_duration(sentence, amount)
        yield amount
        place = max(amount.past, amount.numeral.past, place + 1)


def _past_numeral(lexemes: Lexemes, place: int) -> int:
    """Return the lexeme after a rejected numeral: 'hundred' of a rejected 'one hundred' is not read again."""
    numeral = numeral_at(lexemes, place)
    return max(place + 1, numeral.past if numeral is not None else 0)


def _alternatives(sentence: Sentence, amounts: list[Amount]) -> list[Amount]:
    """'Three or four people' is a range from three to four."""
    found: list[Amount] = []
    for amount in amounts:
        last = found[-1] if found else None
        if (
            last is not None
            and last.unit == amount.unit
            and last.dimension == amount.dimension
            and last.low <= amount.low
        ):
            between = [sentence.lexemes[p].lower for p in range(last.past, amount.first)]
            if between in (["or"], ["-", "or"]):
                found[-1] = replace(amount, first=last.first, low=last.low, grain=max(last.grain, amount.grain))
                continue
        found.append(amount)
    return found


def _finished(
    sentence: Sentence, amounts: list[Amount], offset: int, *, nouns: bool, without: frozenset[Kind]
) -> Iterator[Quantity]:
    last: tuple[Amount, Quantity] | None = None
    for amount in amounts:
        quantity = _quantity(sentence, amount, offset, nouns=nouns)
        if last is not None and offset <= quantity.start < last[1].end:  # those words bound the amount before
            rest = quantity.text[last[1].end - quantity.start :].lstrip()
            quantity = replace(quantity, start=quantity.end - len(rest), text=rest)
        if last is not None:
            quantity = _inherited(sentence, last, amount, quantity)
        last = (amount, quantity)
        if amount.kind not in without:
            yield quantity


def _quantity(sentence: Sentence, amount: Amount, offset: int, *, nouns: bool) -> Quantity:
    """Turn an amount into a Quantity: bounds, direction and place."""
    begin, bounds = bounds_before(sentence.lexemes, amount.first)
    end, later = _later_bounds(sentence, amount)
    low, high, low_open, high_open = _bounded(amount, bounds + later)
    start = sentence.base + sentence.lexemes[begin].start
    stop = sentence.base + sentence.lexemes[max(end, amount.past) - 1].end
    counted = amount.counted
    return Quantity(
        start=offset + start,
        end=offset + stop,
        text=sentence.lexemes.text[start - sentence.base : stop - sentence.base],
        low=_tidy(low),
        high=_tidy(high),
        grain=_tidy(amount.grain) or Decimal(1),
        unit=amount.unit,
        dimension=amount.dimension,
        counted=counted.words if counted else None,
        head=counted.head if counted else None,
        low_open=low_open,
        high_open=high_open,
        approximate="about" in bounds + later,
        vague=amount.numeral.vague,
        direction=direction_of(sentence, amount, nouns=nouns),
    )


def _tidy(value: Decimal | None) -> Decimal | None:
    """Write whole numbers without an exponent or a point: 500000, not 5.0E+5."""
    return Decimal(int(value)) if value is not None and value == int(value) else value


def _later_bounds(sentence: Sentence, amount: Amount) -> tuple[int, tuple[Bound, ...]]:
    """Read 'or more' after the number, after its unit, or after the noun it counts."""
    lexemes = sentence.lexemes
    for place in (amount.numeral.past, amount.past, _past_noun(sentence, amount)):
        end, bounds = bounds_after(lexemes, place)
        if bounds:
            return end, bounds
    return amount.past, ()


def _bounded(amount: Amount, bounds: tuple[Bound, ...]) -> tuple[Decimal | None, Decimal | None, bool, bool]:
    """Apply bounds to the ends: 'more than 100' opens upwards, 'up to 10' downwards."""
    low: Decimal | None = amount.low
    high: Decimal | None = amount.high
    for bound in bounds:
        if bound in {"above", "least"}:
            return amount.low, None, bound == "above", False
        if bound in {"below", "most"}:
            return None, amount.high, False, bound == "below"
    return low, high, False, False


def _past_noun(sentence: Sentence, amount: Amount) -> int:
    """Return the lexeme after an amount and the noun it counts."""
    if amount.counted is None or amount.counted.token is None:
        return amount.past
    ending = amount.counted.token.idx + len(amount.counted.token) - sentence.base
    reach = range(amount.past, min(amount.past + NOUN_REACH, len(sentence.lexemes)))
    return next((place + 1 for place in reach if sentence.lexemes[place].end == ending), amount.past)


def _inherited(sentence: Sentence, last: tuple[Amount, Quantity], amount: Amount, quantity: Quantity) -> Quantity:
    """Take over bound and direction: 'over 100 kilometres (60 miles)', 'up 0.25 points, or 0.01%'."""
    before, known = last
    between = [sentence.lexemes[place].lower for place in range(_past_noun(sentence, before), amount.first)]
    bracketed = between in (["("], ["/"], [",", "or"], ["or"]) and before.dimension == amount.dimension != "count"
    if bracketed and quantity.low is not None and quantity.high is not None and not quantity.approximate:
        quantity = replace(
            quantity,
            low=None if known.low is None else quantity.low,
            high=None if known.high is None else quantity.high,
            low_open=known.low_open,
            high_open=known.high_open,
            approximate=known.approximate,
        )
    restated = bracketed or between in ([",", "or"], ["or"], ["("])
    if restated and quantity.direction is None and known.direction is not None:
        quantity = replace(quantity, direction=known.direction)
    return quantity
