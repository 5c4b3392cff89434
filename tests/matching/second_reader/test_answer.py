"""What a model said → an answer, or none: the form, and the words that it quotes."""

from __future__ import annotations

import json
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.matching.second_reader import Question, Side
from compare.matching.second_reader.answer import answer_of

FILE = Path(__file__).parents[2] / "cases" / "second_reader" / "answers.toml"
TABLE: dict[str, Any] = tomllib.loads(FILE.read_text("utf-8"))
QUESTION = Question(*(Side(TABLE[name], "", None, None) for name in ("left", "right")))


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda c: str(c["name"]))
def test_what_is_made_of_an_answer(case: dict[str, Any]) -> None:
    found = answer_of(case["content"], QUESTION)
    if case.get("void"):
        assert found is None
        return
    assert found is not None
    assert (found.same, found.relation, [found.left, found.right]) == (case["same"], case["relation"], case["words"])
    assert found.left in QUESTION.left.statement
    assert found.right in QUESTION.right.statement


@settings(max_examples=50)
@given(st.text(max_size=400), st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_said_nothing_is_quoted_that_does_not_stand_there(noise: str, a: str, b: str) -> None:
    told = json.dumps({"same_fact": "yes", "relation": "conflict", "words_a": a, "words_b": b})
    for content in (noise, noise + told, told):
        found = answer_of(content, QUESTION)
        assert found is None or (found.left in QUESTION.left.statement and found.right in QUESTION.right.statement)


@pytest.mark.parametrize(
    "content", ["{" * 100_000, '{"a":' * 50_000, '{"same_fact": "' + "x" * 10**6, "<think>" * 10**5]
)
def test_an_answer_made_to_be_slow_is_not(content: str) -> None:
    began = time.monotonic()
    assert answer_of(content, QUESTION) is None
    assert time.monotonic() - began < 2
