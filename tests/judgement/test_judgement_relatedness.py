"""The coverage model: symmetric, within bounds, readable, and above its floor on the shared pairs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.judgement import fitting, relatedness
from compare.judgement.analysed import analyse

PAIRS = [
    ("The mayor opened the new bridge on Monday.", "On Monday the mayor opened a bridge."),
    ("The mayor opened the new bridge on Monday.", "Snow closed the mountain pass."),
    ("The flood killed 16 people.", "The flood killed 21 people in the valley, officials said."),
]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_features_do_not_know_left_from_right(left: str, right: str) -> None:
    one = relatedness.features(*analyse((left, right), (None, None)))
    other = relatedness.features(*analyse((right, left), (None, None)))
    assert one == pytest.approx(other)
    assert 0 <= relatedness.probability(one) <= 1


def test_what_is_covered_is_likelier_than_what_is_not() -> None:
    near, far = (
        relatedness.probability(relatedness.features(*analyse(pair, (None, None)))) for pair in (PAIRS[0], PAIRS[1])
    )
    assert near > 0.7
    assert far < 0.3


def test_every_feature_has_a_weight_and_no_weight_is_idle() -> None:
    found = relatedness.features(*analyse(PAIRS[0], (None, None)))
    assert set(relatedness.weights()) == {*found, "intercept"}


def test_the_signs_of_the_weights_make_sense() -> None:
    weights = relatedness.weights()
    assert weights["short covered"] > weights["long covered"] > 0
    assert weights["short figures missing"] < weights["long figures missing"] < 0


def test_the_halves_are_reported_beside_the_weights() -> None:
    path = Path(relatedness.__file__).with_name("relatedness.json")
    report = json.loads(path.read_text("utf-8"))["accuracy"]
    assert {f"{name}, {half} half" for name in fitting.SETS for half in ("fitted", "held out")} == set(report)


def test_a_fit_finds_the_line_between_two_heaps() -> None:
    import numpy as np

    x = np.array([[0.0], [1.0], [2.0], [10.0], [11.0], [12.0]])
    y = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
    slope, start = fitting.fit(x, y, np.ones(6))
    assert slope > 0
    assert [bool(v * slope + start > 0) for v in x[:, 0]] == [bool(v) for v in y]


def test_labels_of_the_shared_rows() -> None:
    assert fitting.label({"kind": "quantity", "relation": "agreement"}) is True
    assert fitting.label({"kind": "place", "relation": "unrelated"}) is False
    assert fitting.label({"kind": "contradiction", "relation": "either", "accept": ["conflict"]}) is None
    assert fitting.label({"kind": "money", "relation": "either", "accept": ["update", "conflict"]}) is None


def test_rows_are_read_from_the_shared_folder(shared: Path) -> None:
    lines = (shared / "data" / "pairs-dev.jsonl").read_text("utf-8").splitlines()
    known = [fitting.label(json.loads(line)) for line in lines]
    assert known.count(False) >= 20
    assert known.count(True) >= 100
