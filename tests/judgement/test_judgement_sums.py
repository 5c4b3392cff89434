"""Parts that add up to the other side's figure."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.judgement.analysed import analyse
from compare.judgement.statements import all_verdicts


def rules(left: str, right: str) -> list[str]:
    return [v.verdict.rule for v in all_verdicts(*analyse((left, right), (None, None)))]


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 400), st.integers(2, 400))
def test_two_parts_and_their_sum_agree(one: int, other: int) -> None:
    left = f"The flood killed {one} people in the north and {other} people in the south."
    right = f"The flood killed {one + other} people."
    assert "quantity.sum" in rules(left, right)
    assert "quantity.sum" in rules(right, left)
    assert "quantity.values-exclude" not in rules(left, right)


def test_what_does_not_add_up_is_no_sum() -> None:
    left = "The flood killed 16 people in the north and five people in the south."
    assert "quantity.sum" not in rules(left, "The flood killed 24 people.")
    assert "quantity.sum" not in rules(left, "The flood wounded 21 people.")


def test_some_of_a_figure_are_not_added_to_it() -> None:
    for some in ("including five children", "among them five children", "five of them children"):
        assert "quantity.sum" not in rules(f"The flood killed 16 people, {some}.", "The flood killed 21 people.")
    assert "quantity.sum" in rules("The flood killed 16 people and five more.", "The flood killed 21 people.")


def test_three_parts_make_up_a_bound() -> None:
    left = "The raid killed 15 civilians, 27 fighters and 10 guards."
    assert "quantity.sum" in rules(left, "The raid killed more than 50 people.")
    assert "quantity.sum" not in rules(left, "The raid killed more than 20 soldiers of the guard.")
