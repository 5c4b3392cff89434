"""What an editor may print: the latest report that later ones bear out, nothing where sources differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from small_articles import compared

from compare.facts.supported import is_whole, supported_wording
from compare.model import Answer, Pair, Relation, Statement, Status, Verdict

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


def said(source: str, value: str, status: Status = "reported") -> Answer:
    return Answer(f"s-{source}", f"c-{source}", source, value, status, (), (), ())


def toll(source: str, text: str) -> Statement:
    return Statement(f"s-{source}", source, 0, len(text), text, 0)


def judged(left: str, right: str, relation: Relation, rule: str = "quantity.grown-count") -> Pair:
    return Pair(f"s-{left}", f"s-{right}", relation, 0.99, Verdict(relation, rule, ""), (), f"c-{left}", f"c-{right}")


TOLLS = {
    s.id: s for s in (toll("a", "The flood killed 47."), toll("b", "The flood killed 82."), toll("c", "Killed: 82."))
}
ANSWERS = [said("a", "47"), said("b", "82"), said("c", "82")]
WHEN = {"a": date(2021, 6, 14), "b": date(2021, 6, 15), "c": date(2021, 6, 16)}
GROWN = [judged("a", "b", "update"), judged("a", "c", "update"), judged("b", "c", "agreement", "quantity.same-value")]


def test_of_a_toll_that_grew_the_latest_report_is_printed() -> None:
    assert supported_wording("update", GROWN, ANSWERS, TOLLS, WHEN) == "Killed: 82."
    assert supported_wording("update", GROWN[:1], ANSWERS[:2], TOLLS, WHEN) == "The flood killed 82."


def test_nothing_is_printed_where_nothing_tells_which_came_later() -> None:
    assert supported_wording("update", GROWN[:1], ANSWERS[:2], TOLLS, {}) is None
    assert supported_wording("update", GROWN[:1], ANSWERS[:2], TOLLS, {"a": WHEN["a"], "b": WHEN["a"]}) is None
    plan = [said("a", "47", "expected"), said("b", "82")]
    assert supported_wording("update", GROWN[:1], plan, TOLLS, {}) == "The flood killed 82."


def test_one_difference_beside_an_update_silences_it() -> None:
    parted = [*GROWN[:2], judged("b", "c", "difference", "quantity.nearly-same")]
    assert supported_wording("update", parted, ANSWERS, TOLLS, WHEN) is None
    assert supported_wording("conflict", GROWN, ANSWERS, TOLLS, WHEN) is None


def test_words_that_were_not_compared_support_nothing() -> None:
    told = [judged("b", "c", "agreement", "statement.same-fact")]
    assert supported_wording("agreement", told, ANSWERS[1:], TOLLS, WHEN) is None


def test_of_several_later_reports_the_one_that_surely_speaks_of_the_same_is_printed() -> None:
    told = {**TOLLS, "s-d": toll("d", "Dead: 9.")}
    pairs = [judged("a", "b", "update"), replace(judged("a", "d", "update"), score=0.4)]
    same_day = {**WHEN, "d": WHEN["b"]}
    answers = [*ANSWERS[:2], said("d", "9")]
    assert supported_wording("update", pairs, answers, told, same_day) == "The flood killed 82."
