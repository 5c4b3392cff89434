"""Amounts in a text: numerals with their unit, range, bounds, direction and the thing they count."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from compare.extraction.bounds import bounds_after, bounds_before
from compare.extraction.change import direction_of
from compare.extraction.counted import Counted, counted_by
from compare.extraction.lexemes import DASHES, Lexemes, lexemes_of
from compare.extraction.lookalike import (
    is_date_or_time,
    is_glued,
    is_label,
    is_pronoun_one,
    is_score,
    is_year,
    masked,
)
from compare.extraction.measure import Measured, currency_before, rate_after, unit_after
from compare.extraction.numeral import Numeral, numeral_at
from compare.language.en.numbers import MULTIPLES
from compare.language.en.units import Unit
from compare.language.pipeline import english
from compare.model import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount under construction: a numeral, its unit and how the reading came about."""

    first: int  # lexeme of its sign, if any
    past: int
    numeral: Numeral
    low: Decimal
    high: Decimal
    grain: Decimal
    unit: str | None = None
    dimension: str = "count"
    counted: Counted | None = None
    partitive: bool = False  # 'one of the …'
    origin: bool = False  # the first of 'from A to B'
    ordinal: bool = False
    article: bool = False  # 'an hour'


class Reader:
    """Reads one sentence; holds what every step needs: the lexemes, the tokens and the masked places."""

    def __init__(self, span: Span | Doc) -> None:
        self.span: Span = span[:]
        self.base = self.span.start_char
        self.lexemes: Lexemes = lexemes_of(self.span.text)
        self.starts = [token.idx for token in self.span]
        self.masks = masked(self.span.text)

    def token(self, place: int) -> Token:
        """Return the parser's token that holds the start of lexeme ``place``."""
        at = bisect_right(self.starts, self.base + self.lexemes[place].start) - 1
        return self.span[max(at, 0)]

    def is_masked(self, place: int) -> bool:
        start = self.lexemes[place].start
        return any(a <= start < b for a, b in self.masks)

    # --- one amount ------------------------------------------------------------------------------

    def amount_at(self, place: int) -> Amount | None:
        """Return the amount whose numeral begins at lexeme ``place``."""
        lexemes = self.lexemes
        sign = currency_before(lexemes, place)
        numeral = numeral_at(lexemes, place, money=sign is not None)
        if numeral is None or self.is_masked(place):
            return None
        if sign is None and is_date_or_time(lexemes, numeral):
            return None
        measured = self._measured(numeral, sign)
        if measured is not None:
            name, dimension = measured.name, measured.dimension
            first = sign[0] if sign else place
            amount = Amount(first, measured.past, numeral, numeral.low, numeral.high, numeral.grain, name, dimension)
            return self._signed(self._aged(amount))
        if is_glued(lexemes, numeral):
            return None
        token = self.token(numeral.past - 1)
        partitive = lexemes[place].lower == "one" and lexemes[numeral.past].lower == "of"
        counted = counted_by(token, self.span)
        direct = counted is not None and not partitive
        counts = direct and counted is not None and (counted.plural or numeral.low == 1)
        bounded = bool(bounds_before(lexemes, place)[1])
        if is_year(lexemes, numeral, token, bounded=bounded, counts=counts):
            return None
        if is_label(lexemes, numeral, self.token(place), counts=counts) or is_pronoun_one(lexemes, numeral, token):
            return None
        return self._count(numeral, counted, partitive=partitive)

    def _measured(self, numeral: Numeral, sign: tuple[int, Unit] | None) -> Measured | None:
        if sign is not None:
            unit = sign[1]
            rate = rate_after(self.lexemes, numeral.past)
            if rate:
                return Measured(rate[0], f"{unit.name} per {rate[1]}", f"money per {rate[1]}", unit)
            past = numeral.past
            again = unit_after(self.lexemes, past)
            if again and again.unit is not None and again.unit.dimension == "money":
                return again
            return Measured(past, unit.name, "money", unit)
        past = numeral.past
        if numeral.vague and self.lexemes[past].lower == "of":
            past += 1
        found = unit_after(self.lexemes, past, digits=numeral.digits)
        if found is None and not numeral.vague and self.lexemes[past].lower in {"more", "additional", "full", "straight", "consecutive", "whole"}:
            found = unit_after(self.lexemes, past + 1, digits=False)
        return found

    def _aged(self, amount: Amount) -> Amount:
        """'15-year-old', '15 years old', '42 years of age' are ages, not durations."""
        if amount.unit not in {"year", "month", "week", "day"}:
            return amount
        past = amount.past
        past += self.lexemes[past].text in DASHES
        if self.lexemes[past].lower in {"old", "olds"}:
            return replace(amount, past=past + 1, dimension="age")
        if self.lexemes.phrase(past, past + 2).lower() == "of age":
            return replace(amount, past=past + 2, dimension="age")
        return amount

    def _signed(self, amount: Amount) -> Amount:
        """Read a minus sign that touches the digits: '-10C'."""
        sign = self.lexemes[amount.first - 1]
        touching = self.lexemes[amount.first].glued and not sign.glued and sign.text in {"-", "−", "–"}
        if touching or (sign.lower == "minus" and amount.dimension == "temperature"):
            return replace(amount, first=amount.first - 1, low=-amount.low, high=-amount.high)
        return amount

    def _count(self, numeral: Numeral, counted: Counted | None, *, partitive: bool) -> Amount:
        place, past = numeral.first, numeral.past
        unit: str | None = counted.unit if counted else None
        dimension = "count"
        after = self.lexemes[past]
        if after.text in DASHES and after.glued:
            after = self.lexemes[past + 1]
        if numeral.fraction:
            dimension, unit = "fraction", None
        elif after.lower in {"times", "fold", "x"}:
            dimension, unit, counted, past = "multiple", None, None, past + 1
            rate = rate_after(self.lexemes, past)
            if rate:
                past, unit, dimension = rate[0], f"count per {rate[1]}", "frequency"
        return Amount(place, past, numeral, numeral.low, numeral.high, numeral.grain, unit, dimension, counted, partitive)

    # --- ranges and sums -------------------------------------------------------------------------

    def amounts(self) -> list[Amount]:
        """Return every amount of the sentence in order, ranges and sums joined."""
        found: list[Amount] = []
        place = 0
        while place < len(self.lexemes):
            amount = self._range_at(place) or self.amount_at(place)
            if amount is None:
                place += 1
                skipped = numeral_at(self.lexemes, place - 1)
                if skipped is not None and not skipped.digits:
                    place = max(place, skipped.past)
                continue
            found.append(amount)
            place = max(amount.past, amount.numeral.past)
        return found

    def _range_at(self, place: int) -> Amount | None:
        lexemes = self.lexemes
        sign = currency_before(lexemes, place)
        first = numeral_at(lexemes, place, money=sign is not None)
        if first is None or first.vague or first.fraction or self.is_masked(place):
            return None
        unit = unit_after(lexemes, first.past, digits=first.digits) if sign is None else None
        past = unit.past if unit else first.past
        start = sign[0] if sign else place
        joined = self._joint(past, start)
        if joined is None:
            return None
        second = self.amount_at_or_number(joined)
        if second is None or second.numeral.vague or second.numeral.fraction:
            return None
        own = sign[1].name if sign else (unit.name if unit else None)
        if own is not None and second.unit != own and not (second.unit or "").startswith(own + " per"):
            return None
        if own is None and sign is None and lexemes[second.first].kind == "sign" and second.dimension.startswith("money"):
            return None
        dashed = lexemes[joined - 1].text in DASHES
        tight = dashed and lexemes[joined].glued
        counts = second.counted is not None and second.counted.plural
        if tight and own is None and second.dimension == "count" and is_score(lexemes, first, second.numeral, counts=counts):
            return None
        if is_glued(lexemes, replace(first, past=first.past)) and not tight and unit is None and sign is None:
            return None
        before = lexemes[start - 1]
        if lexemes[start].glued and (before.kind != "sign" or before.text in DASHES | {":", "/"}):
            return None
        low, grain = self._shared_scale(first, second.numeral)
        if low > second.high or (second.unit is None and self._both_years(first, second.numeral)):
            return None
        if not dashed and lexemes[joined - 1].lower == "to" and direction_of(lexemes, start, second.dimension) and own is None:
            pass
        return replace(second, first=start, low=low, grain=max(grain, second.grain))

    def _both_years(self, first: Numeral, second: Numeral) -> bool:
        return first.bare and second.bare and first.low >= 1500 and len(self.lexemes[first.first].text) == 4

    def _shared_scale(self, first: Numeral, second: Numeral) -> tuple[Decimal, Decimal]:
        """'1.5–2 billion': the first number takes the scale of the second."""
        if second.scaled and not first.scaled and first.low < 1000:
            bare = numeral_at(lexemes_of(self.lexemes[second.first].text), 0)
            if bare is not None and bare.low and first.low <= bare.low:
                factor = second.low / bare.low
                return first.low * factor, first.grain * factor
        return first.low, first.grain

    def _joint(self, past: int, start: int) -> int | None:
        """Return the lexeme after the joining word or dash, or None: '–', 'to', '- to', 'between … and'."""
        lexemes = self.lexemes
        step = past
        if lexemes[step].text in DASHES:
            if lexemes[step + 1].lower == "to":
                return self._past_bound(step + 2)
            sign = lexemes[step + 1]
            return step + (2 if sign.kind == "sign" and sign.text in "$€£" else 1)
        if lexemes[step].lower == "to":
            return self._past_bound(step + 1)
        if lexemes[step].lower in {"and", "to"}:
            words = {lexemes[start - k].lower for k in (1, 2)}
            if "between" in words:
                return self._past_bound(step + 1)
        return None

    def _past_bound(self, place: int) -> int:
        if self.lexemes[place].lower in {"about", "around", "nearly", "roughly", "almost"}:
            place += 1
        while self.lexemes[place].kind == "sign" and self.lexemes[place].text in "$€£":
            place += 1
        return place

    def amount_at_or_number(self, place: int) -> Amount | None:
        return self.amount_at(place) or self._tight(place)

    def _tight(self, place: int) -> Amount | None:
        numeral = numeral_at(self.lexemes, place)
        if numeral is None or self.is_masked(place) or is_date_or_time(self.lexemes, numeral):
            return None
        after = self.lexemes[numeral.past]
        if after.glued and after.kind == "word":
            return None
        return self._count(numeral, counted_by(self.token(numeral.past - 1), self.span), partitive=False)

    # --- finish ----------------------------------------------------------------------------------

    def finish(self, amount: Amount, offset: int) -> Quantity:
        """Turn an amount into a Quantity: bounds, direction and place."""
        lexemes = self.lexemes
        begin, bounds = bounds_before(lexemes, amount.first)
        end, later = bounds_after(lexemes, amount.past)
        if not later and amount.counted is None:
            end = amount.past
        low: Decimal | None = amount.low
        high: Decimal | None = amount.high
        low_open = high_open = False
        approximate = amount.numeral.vague
        for bound in bounds + later:
            if bound == "about":
                approximate = True
            elif bound in {"above", "least"}:
                high, low_open = None, bound == "above"
            else:
                low, high_open = None, bound == "below"
        if low is None and high is None:
            low, high = amount.low, amount.high
        direction = direction_of(lexemes, amount.first, amount.dimension)
        start, stop = self.base + lexemes[begin].start, self.base + lexemes[max(end, amount.past) - 1].end
        text = self.span.doc.text[start:stop]
        counted = amount.counted
        return Quantity(
            start=offset + start,
            end=offset + stop,
            text=text,
            low=low,
            high=high,
            grain=amount.grain,
            unit=amount.unit,
            dimension=amount.dimension,
            counted=counted.words if counted else None,
            head=counted.head if counted else None,
            low_open=low_open,
            high_open=high_open,
            approximate=approximate,
            vague=amount.numeral.vague,
            direction=direction,
        )


def quantities_in(span: Span | Doc, offset: int) -> tuple[Quantity, ...]:
    """Return the amounts of a parsed sentence (or text), in order of place.

    ``offset`` is the place in the source of the first character of ``span.doc``.
    """
    reader = Reader(span)
    return tuple(reader.finish(a, offset) for a in reader.amounts() if not a.partitive)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the amounts of ``text``, in order of place; offsets are code points into ``text``."""
    doc = english()(text)
    reader = Reader(doc)
    return tuple(reader.finish(a, 0) for a in reader.amounts() if a.dimension != "ordinal" and not (a.numeral.vague and not a.numeral.scaled))


_ = MULTIPLES
