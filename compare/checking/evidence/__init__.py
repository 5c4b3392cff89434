"""What is measured of a draft's sentence beside its counterparts, for the learned verdict: one number a row, by name.

In comes a sentence beside its counterparts, out go numbers; no verdict is known here.
"""

from __future__ import annotations

from collections.abc import Callable

from compare.checking.beside import Beside
from compare.checking.evidence.coverage import coverage
from compare.checking.evidence.manner import manner
from compare.checking.evidence.opposition import opposition
from compare.checking.evidence.quotations import quotations
from compare.checking.evidence.readings import readings
from compare.checking.evidence.rivals import rivals
from compare.checking.material import Material

TABLE: tuple[Callable[[Beside, Material], dict[str, float]], ...] = (
    coverage,
    rivals,
    opposition,
    manner,
    quotations,
    readings,
)


def evidence(beside: Beside, material: Material) -> dict[str, float]:
    """Return all that is measured of one sentence."""
    return {name: round(value, 4) for measure in TABLE for name, value in measure(beside, material).items()}
