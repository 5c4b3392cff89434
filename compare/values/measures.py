"""Two amounts beside each other: may they be compared, do they meet, how far apart are they."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from compare.model import Quantity
from compare.values.intervals import blur_of, digits
from compare.values.wording import interval_of, overlaps, same_dimension

CLOSE = Fraction(1, 10)  # 'an estimated 60 percent' meets 63: the relative distance that an estimate covers
ROUNDED = Fraction(1, 4000)  # two sources that give the same reading a hair apart: 98.30 and 98.32
COARSE = frozenset({"fraction", "multiple"})  # 'one in seven' beside 15 percent


def plain(quantity: Quantity) -> Quantity:
    """Return an amount without its rate: '25 cents a share' as 25 cents, where the other side leaves the rate out."""
    if " per " not in (quantity.unit or ""):
        return quantity
    unit = (quantity.unit or "").split(" per ")[0]
    return replace(quantity, unit=unit, dimension=quantity.dimension.split(" per ")[0])


def paired(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return two amounts ready to be compared, or None where they measure different things."""
    if same_dimension(left, right):
        return left, right
    one, other = plain(left), plain(right)
    return (one, other) if same_dimension(one, other) else None


def middle(quantity: Quantity) -> Fraction | None:
    """Return the number that stands for an amount, in the base unit of its dimension."""
    interval = interval_of(quantity)
    if interval is None:
        return None
    ends = [x for x in (interval.low, interval.high) if x is not None]
    return sum(ends, Fraction(0)) / len(ends)


def same_figures(ours: Iterable[Quantity], theirs: Iterable[Quantity]) -> bool:
    """Tell whether two texts of the same letters give the same amounts: '−8C' and '8C', '$20' and '£20' do not."""
    one, other = (sorted((str(q.low), str(q.high), q.unit or "") for q in side) for side in (ours, theirs))
    return one == other


def is_bound(quantity: Quantity) -> bool:
    """Tell whether an amount is open to one side: 'at least 12', 'less than five'."""
    return (quantity.low is None) != (quantity.high is None)


def distance(left: Quantity, right: Quantity) -> Fraction:
    """Return how far apart two amounts are, as a share of the larger: 0 for the same, 1 where one is unknown."""
    a, b = middle(left), middle(right)
    if a is None or b is None:
        return Fraction(1)
    most = max(abs(a), abs(b))
    return abs(a - b) / most if most else Fraction(0)


def near(left: Quantity, right: Quantity) -> bool:
    """Tell whether two amounts are so close that rounding or estimating explains the rest."""
    gap = distance(left, right)
    if gap == 0:
        return True  # 'more than 2,000' beside 2,000
    if left.approximate or right.approximate or {left.dimension, right.dimension} & COARSE:
        return gap <= max((blur_of(q) for q in (left, right) if q.approximate), default=CLOSE)
    if _rounds_to(left, right) or _rounds_to(right, left):
        return True
    finely = min(digits(left), digits(right)) >= 3 or left.grain != right.grain
    return gap <= ROUNDED and finely


def _rounds_to(coarse: Quantity, fine: Quantity) -> bool:
    """Tell whether a whole number is the rounding of one with decimals: 6 points and 5.91."""
    if fine.grain >= 1 or coarse.grain < 1 or fine.low is None or coarse.low is None:
        return False
    return fine.low == fine.high and coarse.low == coarse.high and abs(fine.low - coarse.low) <= coarse.grain / 2


def _loose(left: Quantity, right: Quantity) -> bool:
    return (
        left.vague
        or right.vague
        or is_bound(left)
        or is_bound(right)
        or left.low != left.high
        or right.low != right.high
    )


def meets(left: Quantity, right: Quantity) -> bool:
    """Tell whether two amounts can both be true of one thing, with their bounds and their grain."""
    both = paired(left, right)
    if both is None:
        return False
    blur = max(blur_of(left), blur_of(right))
    if left.approximate and right.approximate and distance(*both) > blur and not _loose(*both):
        return False  # 'about 600' and 'about 700', 'around 26,700' and 'around 27,600': one of the two is off
    return overlaps(*both)
