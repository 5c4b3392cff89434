"""Between which bounds currencies were changed since 2000: whether two sums can be one."""

from __future__ import annotations

from typing import Final

from compare.model import Quantity

# units of the currency for a U.S. dollar, lowest and highest yearly rates 2000-2024 (central banks), rounded outwards
PER_DOLLAR: Final[dict[str, tuple[float, float]]] = {
    "dollar": (1, 1), "euro": (0.6, 1.25), "pound sterling": (0.47, 0.95), "japanese yen": (75, 162),
    "swiss franc": (0.72, 1.85), "australian dollar": (0.9, 2.1), "canadian dollar": (0.9, 1.65),
    "new zealand dollar": (1.1, 2.6), "hong kong dollar": (7.7, 7.9), "singapore dollar": (1.2, 1.9),
    "chinese yuan": (6, 8.4), "indian rupee": (39, 90), "russian ruble": (23, 120), "swedish krona": (5.8, 11.5),
    "norwegian krone": (4.9, 12),
}  # fmt: skip


def may_meet(left: Quantity, right: Quantity) -> bool:
    """Tell whether two sums in two currencies can be one sum at a rate of the last decades; unknown ones cannot."""
    a, b = PER_DOLLAR.get(left.unit or ""), PER_DOLLAR.get(right.unit or "")
    if a is None or b is None or not left.low or not right.low:
        return False
    ratio = float(right.low) / float(left.low)
    return b[0] / a[1] <= ratio <= b[1] / a[0]
