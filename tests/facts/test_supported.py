"""What an editor may print: the latest report that later ones bear out, nothing where sources differ."""

from __future__ import annotations

from datetime import date

import pytest
from small_articles import compared

from compare.facts.supported import is_whole

FIRST = "The flood in Lask killed 47 people, the governor said. Snow fell on the hills."
LATER = "The flood in Lask killed 82 people, the governor said. Bread costs more in Larn."
DAYS = {"a": date(2021, 6, 14), "b": date(2021, 6, 15)}


def test_an_overtaken_toll_is_never_printed() -> None:
    (fact,) = [f for f in compared({"a": FIRST, "b": LATER}, DAYS).facts if f.kind == "killed"]
    assert fact.relation == "update"
    assert fact.supported == "The flood in Lask killed 82 people, the governor said."
    assert "47" not in fact.supported
    assert fact.summary.startswith("Overtaken: 47 people (")
    assert "→ 82 people (" in fact.summary


def test_sources_that_differ_support_nothing() -> None:
    same_day = dict.fromkeys(DAYS, DAYS["a"])
    other = "The talks in Larn lasted three hours. Snow fell."
    for texts in ({"a": other, "b": other.replace("three", "five")}, {"a": FIRST, "b": LATER}):
        found = [f for f in compared(texts, same_day).facts if f.relation in ("conflict", "difference")]
        assert all(f.supported is None for f in found)


OTHER = "Seven workers died in the fire in Dorna, the mayor said. Snow fell on the hills above."


def test_an_agreement_is_borne_out_by_a_sentence_whose_value_was_compared() -> None:
    text = "The fire in Dorna killed seven workers. Rain fell."
    (fact,) = [f for f in compared({"a": text, "b": OTHER}).facts if f.kind == "killed"]
    assert fact.supported == "The fire in Dorna killed seven workers."
    assert fact.basis == "value"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The talks lasted three hours.", True),
        ("“Nothing happened to her.", False),
        ("He died on Monday.", False),
        ("(The talks", False),
        ("...", False),
    ],
)
def test_a_sentence_that_can_stand_by_itself(text: str, whole: bool) -> None:
    assert is_whole(text) is whole
