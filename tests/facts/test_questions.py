"""A fact in words: the question, the value of each answer, what all sources bear out."""

from __future__ import annotations

import pytest
from small_articles import compared

from compare.facts.questions import LONGEST, supported_wording
from compare.model import Answer, Statement

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


def test_a_bare_fact_is_named_by_a_statement_cut_where_it_is_long() -> None:
    long = (
        "The ferry Alma was towed into the harbour of Halden "
        + "past the old mill and the fish market " * 4
        + "on a rope."
    )
    found = compared({"a": f"{long} Snow fell.", "b": f"{long.replace('towed', 'pulled')} Bread costs more."})
    titles = [f.question for f in found.facts]
    assert titles
    assert all(len(t) <= LONGEST + 2 for t in titles)
    assert any(t.endswith(" …") for t in titles)


def answer(name: str, status: str = "reported") -> Answer:
    return Answer(name, "c", "a.txt", "", status, (), (), ())  # type: ignore[arg-type]


def test_what_is_borne_out_is_the_shortest_wording_and_never_the_expectation() -> None:
    texts = {
        n: Statement(n, "a.txt", 0, 1, t, 0)
        for n, t in (("long", "It lasted for three hours."), ("short", "Three hours."))
    }
    both = [answer("long"), answer("short", "expected")]
    assert supported_wording("agreement", both, texts) == "Three hours."
    assert supported_wording("update", both, texts) == "It lasted for three hours."
    assert supported_wording("conflict", both, texts) is None
    assert supported_wording("update", [answer("short", "expected")], texts) is None
