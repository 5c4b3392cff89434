"""A fact in words: the question, the value of each answer, what all sources bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_articles import compared

from compare.facts.questions import told_apart

CASES = """
The meeting in Larn lasted five hours.   | The meeting in Larn lasted three hours.      | How long did the meeting last?
The fire in Dorna killed seven workers.  | Seven workers died in the fire in Dorna.     | How many workers were killed?
There were 186 people on board the Alma. | The Alma was carrying 168 people.            | How many people were on board?
The storm in Lask injured 12 people.     | In Lask 12 people were injured by the storm. | How many people were wounded?
"""
VALUES = ({"5 hours", "3 hours"}, {"7 workers"}, {"186 people", "168 people"}, {"12 people"})


@pytest.mark.parametrize(("case", "values"), list(zip(CASES.strip().splitlines(), VALUES, strict=True)))
def test_the_question_and_the_answers(case: str, values: set[str]) -> None:
    left, right, question = (" ".join(part.split()) for part in case.split("|"))
    found = compared({"a": f"{left} Snow fell on the lake.", "b": f"{right} Bread costs more."})
    (fact,) = [f for f in found.facts if f.question == question] or [None]
    assert fact is not None, [f.question for f in found.facts]
    assert {a.value for a in fact.answers} == values


NO_QUESTION = """
The parcel in Lask weighed two tons.    | The parcel in Lask weighed three tons.
The lorry in Dorna was 24 years old.    | The lorry in Dorna was 26 years old.
"""


@pytest.mark.parametrize("case", NO_QUESTION.strip().splitlines())
def test_where_no_good_question_can_be_built_the_disputed_words_stand(case: str) -> None:
    left, right = (" ".join(part.split()) for part in case.split("|"))
    for fact in compared({"a": f"{left} Snow fell on the lake.", "b": f"{right} Bread costs more."}).facts:
        if fact.relation != "agreement":
            assert "“" in fact.question
            assert " / " in fact.question
        assert not fact.question.endswith(("…", "?")) or fact.question.startswith(("How many", "How long", "What"))


def test_no_heading_stands_twice_and_none_is_cut() -> None:
    found = compared(
        {
            "a": "The fire in Dorna killed seven workers. The flood in Lask killed 30 people. Rain fell in Larn.",
            "b": "The fire in Dorna killed nine workers. The flood in Lask killed 40 people. Rain fell in May.",
        }
    )
    titles = [f.question.casefold() for f in found.facts]
    assert len(titles) == len(set(titles))
    assert not any("…" in t for t in titles)


def test_equal_headings_are_told_apart_by_their_values_and_then_by_number() -> None:
    (fact,) = [f for f in compared({"a": FIRE, "b": FIRE.replace("seven", "nine")}).facts if f.supported is None]
    told = [
        f.question for f in told_apart([fact, replace(fact, key="f-2"), replace(fact, key="f-3", question="Other")])
    ]
    assert told == [
        "How many workers were killed? “7 workers” / “9 workers”",
        "How many workers were killed? “7 workers” / “9 workers” (2)",
        "Other",
    ]


FIRE = "The fire in Dorna killed seven workers. Snow fell on the lake."
