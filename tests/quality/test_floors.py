"""Holds every measured figure against its floor: a change may raise a figure, never lower it unnoticed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quality.pinned import FLOORS, hold
from quality.table import SETS


@pytest.mark.quality
@pytest.mark.parametrize("name", sorted(SETS.keys() - {"drafts"}))
def test_no_figure_falls_below_its_floor(name: str, shared: Path) -> None:
    hold(name, shared)


def test_every_set_has_floors() -> None:
    assert set(FLOORS) == set(SETS)
    assert all(row["at_least"] for row in FLOORS.values())


README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SHOWN = (
    ("statements paired", "events, pairing", ("f1", "precision", "recall")),
    ("conflicts and updates called", "events, discrepancies", ("precision", "recall")),
    ("the same, incidents", "incidents", ("precision", "recall")),
    ("articles grouped by event", "grouping", ("gunviolence_b3", "ecbplus_b3")),
    ("draft sentences judged", "drafts", ("right",)),
    ("quantities in news", "newsquant", ("value_f1", "value_and_unit_f1", "value_and_change_f1")),
    ("pairs of statements judged", "pairs", ("accuracy",)),
    ("conflicts called among them", "pairs", ("conflict_precision", "conflict_recall")),
    ("contradictions called", "rte3", ("conflict_precision", "conflicts_found")),
    ("NewsNLI", "newsnli", ("accuracy",)),
)


@pytest.mark.parametrize(("row", "name", "figures"), SHOWN)
def test_the_readme_shows_the_pinned_figures(row: str, name: str, figures: tuple[str, ...]) -> None:
    line = next(line for line in README.splitlines() if line.startswith("|") and row in line)
    shown = [float(number) for number in re.findall(r"\d\.\d\d", line.split("|")[2])]
    assert shown == pytest.approx([FLOORS[name]["at_least"][f] for f in figures], abs=0.0065)
