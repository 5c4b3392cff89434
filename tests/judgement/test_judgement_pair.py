"""The public ``judge`` on bare pairs: relation, reason, symmetry, and dates of publication."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import compare
from compare.judgement import judge

CASES = Path(__file__).parents[1] / "cases" / "judgement"
RELATIONS = {"agreement", "difference", "update", "conflict", "unrelated"}


def rows() -> list[list[str]]:
    lines = [line for name in ("pairs", "went_on") for line in (CASES / f"{name}.tsv").read_text("utf-8").splitlines()]
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize(("relation", "left", "right"), rows())
def test_pairs(relation: str, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        found = judge(one, other)
        shown = "agreement" if found.relation == "difference" else found.relation
        assert shown == relation, found.reason
        assert found.reason.endswith((".", "?", "!"))
        assert found.rule


def test_the_package_offers_judge() -> None:
    assert compare.judge is judge


def test_a_statement_agrees_with_itself() -> None:
    for _, left, right in rows():
        assert judge(left, left).relation == "agreement"
        assert judge(right, right).relation == "agreement"


def test_the_reason_names_the_values_and_the_gap() -> None:
    found = judge("The railway runs 9,000 trains a day.", "The railway runs 12,000 trains a day.")
    assert "9,000" in found.reason
    assert "12,000" in found.reason
    (clash,) = [v.verdict for v in found.verdicts if v.verdict.relation == "conflict"]
    assert clash.gap == "3,000 trains per day more"
    assert (clash.left_words, clash.right_words) == (("9,000",), ("12,000",))


def test_a_later_higher_toll_is_an_update_where_the_days_are_known() -> None:
    texts = "The quake killed 47 people.", "The quake killed 75 people."
    assert judge(*texts).relation == "conflict"
    early, late = date(2021, 6, 1), date(2021, 6, 2)
    assert judge(*texts, left_published=early, right_published=late).relation == "update"
    assert judge(*texts, left_published=late, right_published=early).relation == "conflict"  # a toll does not fall


def test_two_givers_on_one_day_contradict_each_other() -> None:
    left = "At least 56 people were killed, the army said."
    right = "At least 85 people were killed, the rebels said."
    day = date(2021, 6, 1)
    assert judge(left, right).relation == "update"
    assert judge(left, right, left_published=day, right_published=day).relation == "conflict"


@pytest.mark.parametrize("text", ["", " ", "\n", "???", "<script>alert(1)</script>", "\x00", "7", "a" * 5000])
def test_odd_texts_are_judged_without_failing(text: str) -> None:
    assert judge(text, "The mayor opened the bridge.").relation in RELATIONS
    assert judge("The mayor opened the bridge.", text).relation in RELATIONS


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 900), st.integers(2, 900))
def test_exact_counts_of_one_thing_agree_only_where_they_are_the_same(one: int, other: int) -> None:
    found = judge(f"The museum owns {one} paintings.", f"The museum owns {other} paintings.")
    assert (found.relation == "agreement") is (one == other)
    assert (found.relation == "conflict") is (one != other)
