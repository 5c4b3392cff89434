"""An amount under construction: what the steps of the quantity grammar hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from compare.claims.counted import Counted
from compare.claims.numeral import Numeral

# How an amount came about, where not every reader wants it.
Kind = Literal["plain", "partitive", "ordinal", "article", "bare age", "multiple", "change"]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount under construction; ``first`` and ``past`` are lexemes of the sentence, the sign included."""

    first: int
    past: int
    numeral: Numeral
    low: Decimal
    high: Decimal
    grain: Decimal
    unit: str | None = None
    dimension: str = "count"
    counted: Counted | None = None
    kind: Kind = "plain"
    pending: bool = False  # '7-' of '7- or 8-inch': the unit is still to come


def amount_of(numeral: Numeral, first: int, past: int, unit: str | None, dimension: str) -> Amount:
    """Return a numeral with a unit (or None) as an amount that begins at lexeme ``first``."""
    return Amount(first, past, numeral, numeral.low, numeral.high, numeral.grain, unit, dimension)
