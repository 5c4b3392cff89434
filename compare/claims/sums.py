"""Amounts written in parts, as one: '3 hours and 21 minutes', '1h30', '5 feet 10 inches'."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from compare.claims.amount import Amount
from compare.claims.bounds import bounds_before
from compare.claims.numeral import numeral_at
from compare.claims.quantity_sentence import Sentence

# Unit → how many of the next smaller unit of its chain it holds.  Months and days have no common measure.
CHAINS: Final = (
    (("week", 7), ("day", 24), ("hour", 60), ("minute", 60), ("second", 1)),
    (("year", 12), ("month", 1)),
    (("foot", 12), ("inch", 1)),
)
_CHAIN_OF: Final = {unit: chain for chain in CHAINS for unit, _ in chain}


def joined_parts(sentence: Sentence, amounts: list[Amount]) -> list[Amount]:
    """Join neighbouring parts of one amount; a list that mixes months and days stays as it is."""
    found: list[Amount] = []
    place = 0
    while place < len(amounts):
        run = [amounts[place]]
        while place + len(run) < len(amounts) and _continues(sentence, run[-1], amounts[place + len(run)]):
            run.append(amounts[place + len(run)])
        one_chain = len({_CHAIN_OF[a.unit] for a in run if a.unit in _CHAIN_OF}) == 1
        found.extend([_sum(run)] if len(run) > 1 and one_chain else run)
        place += len(run)
    return found


def _continues(sentence: Sentence, first: Amount, second: Amount) -> bool:
    if first.unit not in _CHAIN_OF or second.unit not in _CHAIN_OF or first.dimension != second.dimension:
        return False
    if first.low != first.high or second.low != second.high or first.kind != "plain" or second.kind != "plain":
        return False
    between = [sentence.lexemes[place].lower for place in range(first.past, second.first)]
    if between not in ([], ["and"], [","], [",", "and"]) or bounds_before(sentence.lexemes, second.first)[1]:
        return False
    return _rank(second.unit) > _rank(first.unit)


def _rank(unit: str) -> int:
    """Return a number that grows as units get smaller, over all chains."""
    order = ("year", "month", "week", "day", "hour", "minute", "second", "foot", "inch")
    return order.index(unit)


def _sum(run: list[Amount]) -> Amount:
    smallest = run[-1].unit
    total = Decimal(0)
    for amount in run:
        total += amount.low * _times(amount.unit, smallest)
    return replace(run[0], past=run[-1].past, low=total, high=total, grain=run[-1].grain, unit=smallest)


def _times(unit: str | None, smaller: str | None) -> int:
    """Return how many of ``smaller`` make one of ``unit``."""
    chain = _CHAIN_OF[unit or ""]
    factor, inside = 1, False
    for name, size in chain:
        if name == smaller:
            return factor
        inside = inside or name == unit
        if inside:
            factor *= size
    return factor


def clock_duration(sentence: Sentence, amount: Amount) -> Amount:
    """Read the minutes of '1h30' and '3h05' where digits touch the letter."""
    lexemes = sentence.lexemes
    minutes = numeral_at(lexemes, amount.past)
    touching = lexemes[amount.past].glued and lexemes[amount.past - 1].lower == "h"
    if amount.unit != "hour" or minutes is None or not touching or not minutes.bare or minutes.low > 59:
        return amount
    after = lexemes[minutes.past]
    past = minutes.past + (after.glued and after.lower in {"m", "min", "mn"})
    total = amount.low * 60 + minutes.low
    return replace(amount, past=past, low=total, high=total, grain=Decimal(1), unit="minute")
