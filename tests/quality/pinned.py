"""The pinned figures, and how a measured set is held against them.

``cd tests && python -m quality.table`` prints all figures side by side; ``floors.json`` pins them together with
the digest of the data.
"""

from __future__ import annotations

import json
from pathlib import Path

from quality.measures import digest
from quality.table import SETS, files_of

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
SLACK = 0.0005  # figures are pinned to three digits


def hold(name: str, shared: Path) -> None:
    """Measure a set and hold its figures against their floors.  Raises ``AssertionError`` where one has fallen."""
    pinned = FLOORS[name]
    assert digest(files_of(shared, name)) == pinned["digest"], "the data changed: measure again and pin it anew"
    figures = SETS[name](shared)
    fallen = {k: (figures[k], floor) for k, floor in pinned["at_least"].items() if figures[k] < floor - SLACK}
    risen = {k: (figures[k], most) for k, most in pinned["at_most"].items() if figures[k] > most}
    assert not fallen
    assert not risen
