"""Each piece of evidence: two statements on which it speaks, and two on which it must not."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from small_articles import articles

from compare.claims.reading import read
from compare.matching.evidence import NAMES, TABLE
from compare.matching.reader import Reading
from compare.matching.scene import Scene

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases" / "evidence.toml").read_text("utf-8"))[
    "case"
]
MEASURES = {row.name: row.measure for row in TABLE}


def scene_of(case: dict[str, Any]) -> tuple[Scene, int, int]:
    reading = read(articles({"a": case["left"], "b": case["right"]}), lambda _stage, _share: None)
    first = next(n for n, s in enumerate(reading.statements) if s.source == "b.txt")
    left, right = case.get("statements", (0, 0))
    return Scene(reading), left, first + right


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['name']} {'over' if 'over' in c else 'under'}")
def test_a_piece_of_evidence_speaks_or_is_silent(case: dict[str, Any]) -> None:
    scene, left, right = scene_of(case)
    assert (left, right) in scene.pairs
    value = MEASURES[case["name"]](left, right, scene)
    if "over" in case:
        assert value is not None
        assert value > case["over"]
    else:
        assert value is None or value < case["under"]


def test_the_reader_adds_its_odds() -> None:
    scene, left, right = scene_of({"left": "The bridge in Halden closed.", "right": "The Halden bridge was closed."})
    for same, sign in ((0.9, 1), (0.1, -1)):
        scene.reads = {(left, right): Reading(same, 0.5, 0.3, 0.2, 0.1)}
        value = MEASURES["reader"](left, right, scene)
        assert value is not None
        assert value * sign > 3


def test_every_piece_has_cases_of_both_sorts() -> None:
    over = Counter(c["name"] for c in CASES if "over" in c)
    under = Counter(c["name"] for c in CASES if "under" in c)
    assert set(over) | {"reader"} == set(under) == set(NAMES)
