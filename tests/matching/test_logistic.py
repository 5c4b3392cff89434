"""The regression under all weights: what is not measured counts as usual, and a prior holds where rows are few."""

from __future__ import annotations

import numpy as np
import pytest

from compare.matching.logistic import coefficients, standardised


def test_what_is_not_measured_is_as_usual() -> None:
    raw = np.array([[1.0, 5.0, np.nan], [np.nan, 5.0, np.nan], [3.0, 5.0, np.nan]])
    columns, usual, spread = standardised(raw)
    assert columns.tolist() == [[-1.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.0, 0.0, 0.0]]
    assert usual.tolist() == [2.0, 5.0, 0.0]
    assert spread.tolist() == [1.0, 1.0, 1.0]  # a column that never differs is left as it is


def test_a_strong_ridge_holds_a_slope_to_its_prior() -> None:
    columns = np.array([[-1.0], [1.0], [-1.0], [1.0]])
    wanted, share = np.array([0.0, 1.0, 0.0, 1.0]), np.ones(4)
    start, slope = coefficients(columns, wanted, share, 1e9, 0.5)
    assert start == pytest.approx(0.0, abs=1e-6)
    assert slope == pytest.approx(0.5, abs=1e-6)
    assert coefficients(columns, wanted, share, 0.1, 0.5)[1] > 1.0


def test_a_row_that_weighs_twice_is_as_two_rows() -> None:
    columns, wanted = np.array([[0.0], [1.0], [2.0], [2.0]]), np.array([0.0, 1.0, 0.0, 0.0])
    once = coefficients(columns, wanted, np.ones(4), 1.0)
    twice = coefficients(columns[:3], wanted[:3], np.array([1.0, 1.0, 2.0]), 1.0)
    assert once == pytest.approx(twice)
