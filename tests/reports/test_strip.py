"""The value strip: scale, ticks, and answers as SVG and as characters."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.strip import Gap, Mark, Scale, axis_svg, axis_text, row_svg, row_text, scale_of, tick_label

HOURS = [Mark(5, 5, True), Mark(4, 5, True), Mark(3.35, 3.35, False)]


def test_hours() -> None:
    scale = scale_of(HOURS, "hour")
    assert scale is not None
    assert [label for _, label in scale.ticks] == ["3.5 h", "4 h", "4.5 h", "5 h"]
    rows = [row_text(scale, mark, 32) for mark in HOURS]
    assert rows[0].count("○") == 1
    assert rows[1].count("○") == 2
    assert "─" in rows[1]
    assert rows[2].count("●") == 1
    assert all(len(row) == 32 for row in rows)
    assert rows[2].index("●") < rows[1].index("○")


@pytest.mark.parametrize(
    "marks",
    [[], [Mark(5, 5, True)], [Mark(5, 5, True), Mark(5, 5, False)]],
    ids=["nothing", "one answer", "the same answer twice"],
)
def test_no_strip_where_it_would_say_nothing(marks: list[Mark]) -> None:
    assert scale_of(marks, "hour") is None


def test_many_minutes_are_labelled_in_hours() -> None:
    long = scale_of([Mark(121, 121, False), Mark(300, 300, True)], "minute")
    short = scale_of([Mark(20, 20, False), Mark(45, 45, True)], "minute")
    assert long is not None
    assert short is not None
    assert [label for _, label in long.ticks] == ["2 h", "3 h", "4 h", "5 h"]
    assert [label for _, label in short.ticks] == ["20 min", "30 min", "40 min"]
    assert 0.1 < long.at(121) < 0.2


def test_an_end_that_is_not_given_is_an_arrow() -> None:
    marks = [Mark(58, 58, False), Mark(58, None, False), Mark(None, 60, False)]
    scale = scale_of(marks, None)
    assert scale is not None
    assert row_text(scale, marks[1], 30).endswith("▶")
    assert row_text(scale, marks[2], 30).startswith("◀")
    assert 'class="ray"' in row_svg(scale, marks[1])
    assert 'class="ray"' not in row_svg(scale, marks[0])


def test_far_apart_values_get_a_logarithmic_scale() -> None:
    scale = scale_of([Mark(10, 10, False), Mark(100_000, 100_000, False)], None)
    assert scale is not None
    assert scale.logarithmic
    assert 2 <= len(scale.ticks) <= 6
    near = scale_of([Mark(10, 10, False), Mark(400, 400, False)], None)
    assert near is not None
    assert not near.logarithmic


@pytest.mark.parametrize(
    ("value", "unit", "label"),
    [
        (1200, None, "1,200"),
        (2_500_000, "dollar", "2.5 million"),
        (3.5, "percent", "3.5%"),
        (-4, "hour", "−4 h"),
        (0.25, None, "0.25"),
        (3, "men", "3"),
        (3, "kids", "3"),
    ],
)
def test_tick_labels(value: float, unit: str | None, label: str) -> None:
    assert tick_label(value, unit) == label


def test_words_in_the_drawing_are_escaped() -> None:
    scale = Scale(3.0, 6.0, False, ((4.0, "4 <b>&"),))
    assert "<b>" not in axis_svg(scale)
    assert "&lt;b&gt;&amp;" in axis_svg(scale)
    drawn = row_svg(scale, HOURS[2], Gap(3.35, 4.0, '</svg><script>"'))
    assert "<script>" not in drawn
    ET.fromstring(drawn)  # noqa: S314 - our own drawing, to see that it is well-formed


NUMBERS = st.floats(min_value=-1e9, max_value=1e12, allow_nan=False).map(lambda x: round(x, 3))


@given(st.lists(st.tuples(NUMBERS, NUMBERS, st.booleans()), min_size=2, max_size=8), st.integers(14, 60))
def test_everything_stays_inside(ends: list[tuple[float, float, bool]], width: int) -> None:
    marks = [Mark(min(a, b), max(a, b), c) for a, b, c in ends]
    scale = scale_of(marks, "hour")
    if scale is None:
        assert len({(m.low, m.high) for m in marks}) == 1
        return
    assert 1 <= len(scale.ticks) <= 6
    for mark in marks:
        low, high = scale.span(mark)
        assert -1e-9 <= low <= high <= 1 + 1e-9
        assert len(row_text(scale, mark, width)) == width
    assert len(axis_text(scale, width)) <= width + 4
