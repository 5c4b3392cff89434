"""Out-of-fold scores: found by texts, whatever the line ends, in two places."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from compare.matching.reader.training.out_of_fold import SHIPPED, gather, key_of, out_of_fold, write_event

PAIRS = [("The bridge is shut.", "The bridge was closed."), ("Nine boats sailed.", "No boat sailed.")]
SCORES = [[0.914, 0.85, 0.1, 0.05, 0.02], [0.5, 0.02, 0.0849, 0.9, 0.97]]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return a compact file of two scored pairs."""
    write_event(tmp_path / "events" / "bridge.npz", PAIRS, SCORES)
    assert gather(tmp_path / "events", tmp_path / "all.npz") == 2
    return tmp_path / "all.npz"


def test_a_pair_is_found_by_its_texts(written: Path) -> None:
    assert out_of_fold(written).find(*PAIRS[0]) == (0.91, 0.85, 0.1, 0.05, 0.02)
    assert out_of_fold(written).find(PAIRS[1][0].replace(" ", "\n"), PAIRS[1][1]) == (0.5, 0.02, 0.08, 0.9, 0.97)


def test_the_other_way_round_is_another_pair(written: Path) -> None:
    assert out_of_fold(written).find(PAIRS[0][1], PAIRS[0][0]) is None
    assert key_of("a", "b") != key_of("b", "a")


def test_the_shipped_scores_are_small_and_hold_no_text() -> None:
    assert SHIPPED.stat().st_size <= 3_000_000
    with np.load(SHIPPED) as data:
        assert {name: data[name].dtype for name in data.files} == {"keys": np.uint64, "scores": np.uint8}
        assert data["scores"].max() <= 100
