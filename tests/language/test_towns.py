"""Towns: which of them exclude each other, and what stays open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.language.en.places import abroad, excludes, finest, listed
from compare.language.towns import _rows, kilometres, towns_apart, towns_named

NAMES = st.sampled_from(
    ["dallas", "baton rouge", "manbij", "aleppo", "ankara", "alexandria", "nice", "kunduz", "syria"]
)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("Dallas", "Baton Rouge", True),
        ("Ankara", "Baghdad", True),
        ("Nice", "Paris", True),
        ("Baton Rouge", "Louisiana", False),
        ("Baton Rouge", "Iraq", True),
        ("Manbij", "Aleppo", False),  # of one province, which bears the same name
        ("Manbij", "Homs", True),
        ("Manbij", "Syria", False),
        ("Manbij", "Middle East", False),
        ("Tervin", "Manbij", False),  # not listed
    ],
)
def test_two_towns(left: str, right: str, apart: bool) -> None:
    assert excludes(left, right) is apart
    assert excludes(right, left) is apart


@pytest.mark.parametrize(
    ("left", "right", "far"),
    [
        ("Ankara", "Baghdad", True),
        ("Baton Rouge", "Dallas", False),
        ("Manbij", "Turkey", True),
        ("Tervin", "Iraq", False),
    ],
)
def test_abroad(left: str, right: str, far: bool) -> None:
    assert abroad(left, right) is far
    assert abroad(right, left) is far


def test_the_finest_place_of_a_group() -> None:
    assert finest(["france", "nice", "bastille day"]) == ["nice"]
    assert finest(["iraq", "baghdad"]) == ["baghdad"]
    assert finest(["tervin"]) == []
    assert not listed("tervin")


def test_distance_and_table() -> None:
    dallas, baton_rouge = towns_named("dallas")[0], towns_named("baton rouge")[0]
    assert 550 < kilometres(dallas, baton_rouge) < 650
    assert kilometres(dallas, dallas) == 0
    assert len(_rows()) > 12_000
    assert _rows() == sorted(_rows())  # what the search by halves needs
    assert all(row == row.strip() and row.split("\t")[0].islower() and row.isascii() for row in _rows())


def test_every_row_is_found_by_its_name() -> None:
    names = [row.split("\t")[0] for row in _rows()]
    assert sum(len(towns_named(name)) for name in set(names)) == len(names)
    assert towns_named("") == ()
    assert towns_named("dalla") == ()


@given(NAMES, NAMES)
def test_exclusion_is_mutual(left: str, right: str) -> None:
    assert excludes(left, right) is excludes(right, left)
    assert not excludes(left, left)
    for a in towns_named(left):
        for b in towns_named(right):
            assert towns_apart(a, b) is towns_apart(b, a)
