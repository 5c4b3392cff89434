"""How the check does on annotated drafts, each judged by weights that saw nothing of its event.

``cd tests && python -m quality.drafts`` prints the figures by kind of sentence.  The reader's part comes from scores of
models that never saw the event either; where its training left none, the check is measured without a reader.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from compare.checking.annotated import Example, events, examples, left_out_reader
from compare.checking.assessing import decided
from compare.checking.decision import shipped
from compare.checking.fit import SCORES, by_kind, figures, out_of_fold
from compare.checking.verdicts import CheckVerdict

SHARED = Path(__file__).parents[3] / "shared"


@cache
def judged(shared: Path) -> tuple[tuple[Example, CheckVerdict], ...]:
    """Return every annotated sentence with the verdict that the command gives, by weights learned on other events."""
    reader = left_out_reader(SCORES) if SCORES.exists() else None
    read = list(events(shared))
    rows = [example for event in read for example in examples(event, reader)]
    material = {event.name: event.checker.material for event in read}
    found = out_of_fold(rows, shipped().counterparts)
    return tuple((row, decided(order, row.laid, material[row.event]).verdict) for row, order in found)


def drafts(shared: Path) -> dict[str, float]:
    """Return the shares that count, 0 to 1, by name."""
    return {name.replace(" ", "_"): value for name, value in figures(judged(shared)).items()}


if __name__ == "__main__":
    sys.stdout.write(f"{by_kind(judged(SHARED))}\n\n{figures(judged(SHARED))}\n")
