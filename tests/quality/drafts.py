"""How the check does on annotated drafts, each judged by weights that saw nothing of its event.

``cd tests && python -m quality.drafts`` prints the figures by kind of sentence.  The reader's part comes from scores of
models that never saw the event either; where its training left none, the check is measured without a reader.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from compare.checking import fit
from compare.checking.annotated import Example
from compare.checking.decision import shipped
from compare.checking.fit import by_kind, figures
from compare.checking.verdicts import CheckVerdict

SHARED = Path(__file__).parents[3] / "shared"


@cache
def judged(shared: Path) -> tuple[tuple[Example, CheckVerdict], ...]:
    """Return every annotated sentence with the verdict that the command gives, by weights learned on other events."""
    counterparts = shipped().counterparts
    return tuple(fit.judged(fit.read(fit.given(shared), counterparts), counterparts))


def drafts(shared: Path) -> dict[str, float]:
    """Return the shares that count, 0 to 1, by name."""
    return {name.replace(" ", "_"): value for name, value in figures(judged(shared)).items()}


if __name__ == "__main__":
    sys.stdout.write(f"{by_kind(judged(SHARED))}\n\n{figures(judged(SHARED))}\n")
