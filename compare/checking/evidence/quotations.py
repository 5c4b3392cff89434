"""Where the quotations of a sentence stand: word for word, nearly, nowhere, or with another speaker."""

from __future__ import annotations

from compare.checking.beside import Beside
from compare.checking.material import Material
from compare.checking.quotations import FEWEST


def quotations(beside: Beside, material: Material) -> dict[str, float]:
    """Return counts, marks of 0 or 1, and the likeness of words that nearly stand somewhere, 0 to 1."""
    del material
    found = beside.quotations
    long = [q for q in found if q.words >= FEWEST]
    return {
        "quoted long": min(len(long), 2),
        "quoted nearly": max((q.nearly[0].likeness / 100 for q in found if q.altered), default=0.0),
        "quoted short nowhere": float(any(not q.verbatim for q in found if q.words < FEWEST)),
        "quoted by another": float(any(q.others for q in found)),
    }
