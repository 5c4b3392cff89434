from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.quantity import quantities_in
from compare.language.en.unit import Unit
from compare.language.en.units import ALL, BY_NAME, BY_SIGN, BY_WORD
from compare.language.pipeline import english
from compare.model import Quantity
from compare.values.intervals import base_of
from compare.values.wording import describe, gap, interval_of, overlaps, same_dimension

FOLDER = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def the_quantity(text: str) -> Quantity:
    (quantity,) = quantities_in(english()(text), 0)
    return quantity


@pytest.mark.parametrize(("left", "right", "meet", "apart"), rows("meetings.tsv"))
def test_meetings(left: str, right: str, meet: str, apart: str) -> None:
    a, b = the_quantity(left), the_quantity(right)
    assert overlaps(a, b) is overlaps(b, a) is (meet == "yes")
    assert (gap(a, b) or "-") == apart


@pytest.mark.parametrize(("text", "words"), rows("described.tsv"))
def test_descriptions(text: str, words: str) -> None:
    assert describe(the_quantity(text)) == words


ends = st.decimals(min_value=-(10**13), max_value=10**13, allow_nan=False, places=3)
units = st.sampled_from([None, *(unit.name for unit in ALL)])


@st.composite
def amounts(draw: st.DrawFn) -> Quantity:
    first, second = sorted((draw(ends), draw(ends)))
    low, high = draw(st.sampled_from([(first, second), (first, first), (first, None), (None, second)]))
    unit = draw(units)
    dimension = BY_NAME[unit].dimension if unit else draw(st.sampled_from(["count", "multiple", "fraction", "ordinal"]))
    grain = draw(st.sampled_from([Decimal(1), Decimal("0.1"), Decimal(1000)]))
    text = draw(st.text(max_size=12))
    made = Quantity(0, len(text), text, low, high, grain, unit, dimension)
    made = replace(made, low_open=draw(st.booleans()), high_open=draw(st.booleans()))
    return replace(made, approximate=draw(st.booleans()), vague=draw(st.booleans()))


@settings(max_examples=300, deadline=None)
@given(amounts(), amounts())
def test_meeting_is_symmetric_and_gaps_are_for_those_apart(a: Quantity, b: Quantity) -> None:
    assert overlaps(a, b) is overlaps(b, a)
    assert same_dimension(a, b) is same_dimension(b, a)
    assert same_dimension(a, b) or not overlaps(a, b)
    assert (gap(a, b) is None) is (overlaps(a, b) or not same_dimension(a, b))


@settings(max_examples=200, deadline=None)
@given(amounts())
def test_describing_never_fails_and_a_closed_value_meets_itself(a: Quantity) -> None:
    assert describe(a).strip()
    if not a.low_open and not a.high_open:
        assert overlaps(a, a)


@settings(max_examples=200, deadline=None)
@given(amounts())
def test_conversion_can_be_undone(a: Quantity) -> None:
    interval, base = interval_of(a), base_of(a)
    assert interval is not None
    for end, turned in ((a.low, interval.low), (a.high, interval.high)):
        assert (end is None) is (turned is None)
        if end is not None and turned is not None:
            assert (turned - base.zero) / base.size == Fraction(end)


def test_a_quantity_without_a_number_has_no_interval() -> None:
    empty = Quantity(0, 4, "many", None, None, Decimal(1))
    assert interval_of(empty) is None
    assert not overlaps(empty, empty)
    assert describe(empty) == "many"


def test_units_are_named_once_and_written_forms_belong_to_one_unit() -> None:
    assert len(BY_NAME) == len(ALL)
    assert len(BY_WORD) == sum(len(unit.words) for unit in ALL)
    assert len(BY_SIGN) == sum(len(unit.signs) for unit in ALL)


@pytest.mark.parametrize("unit", ALL, ids=lambda unit: unit.name)
def test_every_unit_is_read(unit: Unit) -> None:
    """Each row of the table is read after a number, and not inside a longer word."""
    word = unit.words[0]
    found = quantities_in(english()(f"They measured 7 {word} there."), 0)
    assert [q.unit for q in found] == [unit.name]
    longer = quantities_in(english()(f"They measured 7 {word.replace(' ', '')}ology there."), 0)
    assert unit.name not in [q.unit for q in longer]
