from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.language.en.places import _around, _table, excludes, part_of, place_key

CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "cases" / "places.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
NAMES = st.sampled_from([first for _, first, _, _ in CASES])


@pytest.mark.parametrize(("question", "first", "second", "expected"), CASES)
def test_places(question: str, first: str, second: str, expected: str) -> None:
    if question == "key":
        assert (place_key(first) or "none") == expected
    elif question == "excludes":
        assert excludes(first, second) is (expected == "yes")
    else:
        assert part_of(first, second) is (expected == "yes")


@given(NAMES, NAMES)
def test_exclusion_is_mutual_and_never_within(first: str, second: str) -> None:
    assert excludes(first, second) is excludes(second, first)
    assert not (excludes(first, second) and (part_of(first, second) or part_of(second, first)))
    assert not excludes(first, first)


@given(st.text(max_size=20))
def test_any_text_can_be_asked_about(name: str) -> None:
    key = place_key(name)
    assert key is None or key in _table()[0]
    assert not excludes(name, name)


def test_every_row_has_its_place_in_the_world() -> None:
    places, names = _table()
    continents = {"africa", "asia", "europe", "north america", "south america", "oceania"}
    for place in places.values():
        assert place.kind == "region" or _around(place.key) & continents, place
        assert place.capital is None or place.capital in places, place
    assert sum(p.kind == "country" for p in places.values()) > 200
    assert sum("united states" in p.parents and p.kind == "part" for p in places.values()) >= 49
    assert all(key in places for keys in names.values() for key in keys)


def test_the_union_has_twenty_seven_members() -> None:
    assert sum("european union" in p.parents for p in _table()[0].values()) == 27
