"""Values that agree: the same, or does one only leave room for the other (“Friday” beside “Friday evening”)?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.model import Claim, Moment, Pair, Quantity

ROOMY = frozenset({"quantity", "moment", "place"})  # kinds of values of which one may leave room for another


SUMMED = "quantity.sum"  # the parts that one gives add up to what the other gives


def leave_room(claims: Sequence[Claim], values: Iterable[str], lead: Sequence[Pair] = ()) -> bool:
    """Tell whether values that agree, of these claims and in these words, are not the same; ``lead``: the first pair.

    'Wednesday' and 'June 16' of one week are, and so are two wordings of one place in an order ('the fourth man').
    """
    if any(p.verdict.rule == SUMMED for p in lead):
        return False
    kinds, told = {c.kind for c in claims}, {v.casefold().strip("“”\"'.,") for v in values}
    if not kinds or not kinds <= ROOMY or len(told) < 2:
        return False
    times = {(c.value.earliest, c.value.latest) if isinstance(c.value, Moment) else None for c in claims}
    if len(times) == 1 and not times & {None, (None, None)}:
        return False
    orders = {c.value.low if _in_order(c) and isinstance(c.value, Quantity) else None for c in claims}
    return len(orders) > 1 or None in orders


def _in_order(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.dimension == "ordinal"
