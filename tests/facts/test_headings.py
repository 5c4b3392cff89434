"""Headings that were the same, and titles of sets whose articles share no name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.facts.headline_words import shared_noun
from compare.facts.twins import twins_told_apart
from compare.model import Answer, Fact


@pytest.mark.parametrize(
    ("titles", "noun"),
    [
        (["Town bans plastic bags", "Plastic bags banned in town"], "the plastic bags"),
        (["Three killed in school bus crash", "School bus crash kills three"], "the school bus crash"),
        (["Ferry sinks", "Ferry toll rises to 85"], "the ferry"),
        (["Fire at mill", "Mill fire hurts two", "Two hurt in fire at mill"], "the fire"),
        (["Police arrest man", "Man held after breaking in"], ""),  # anybody, and no thing
        (["Active shooter at mall", "Active shooting at mall"], "the mall"),  # 'active' is no thing
        (["Mayor about to step down", "Mayor to step aside"], "the mayor"),
        (["He won", "She lost"], ""),
        (["Two killed", "Two killed on Monday"], ""),
        (["Only one headline"], ""),
        ([], ""),
    ],
)
def test_a_set_without_a_name_is_headed_by_the_noun_its_headlines_share(titles: list[str], noun: str) -> None:
    assert shared_noun(titles) == noun


def fact(key: str, *statements: str) -> Fact:
    answers = tuple(Answer(s, f"c-{s}", "a", "said", "reported", (), (), (), None, None) for s in statements)
    return Fact(key, "“It rained”", "act", "agreement", "low", "", answers, (), 2, 2, None, None, None, None, "words")


TEXTS = {
    "s1": "It rained.",
    "s2": "It rained, and the river rose over the road.",
    "s3": "Snow fell in the hills (again).",
}


def test_twins_are_told_apart_by_words_of_their_own() -> None:
    facts = [fact("1", "s1"), fact("2", "s1", "s2"), fact("3", "s1", "s3")]
    assert [f.question for f in twins_told_apart(facts, TEXTS)] == [
        "“It rained”",
        "“It rained” / “and the river rose over the road”",
        "“It rained” / “Snow fell in the hills”",
    ]


def test_what_words_somebody_used_is_told_apart_by_quoted_words_alone() -> None:
    quoted = replace(fact("2", "s1", "s2"), question="What words did Lund use? “rain”")
    answers = (quoted.answers[0], replace(quoted.answers[1], value="“rain, and more of it in the hills”"))
    facts = [replace(quoted, key="1"), replace(quoted, answers=answers)]
    assert twins_told_apart(facts, TEXTS)[1].question.endswith("“rain” / “and more of it in the hills”")


def test_a_number_stands_only_where_all_words_are_the_same() -> None:
    facts = [fact("1", "s1"), fact("2", "s1"), replace(fact("3", "s1"), question="Other")]
    assert [f.question for f in twins_told_apart(facts, TEXTS)] == ["“It rained”", "“It rained” (2)", "Other"]
