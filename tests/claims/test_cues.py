"""Cues: the table of cases, and what holds for any words."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.cues import cues_at
from compare.statements.splitting import parse_text

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "cues.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['text'][:50]}@{c['at']}" for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    parsed = parse_text(case["text"])[0]
    token = next(t for t in parsed.span if t.text == case["at"])
    cues = cues_at(parsed.span, token)
    found = (cues.status, cues.negated, list(cues.hedges), list(cues.said_by), cues.past)
    wanted = (
        case.get("status", "reported"),
        case.get("negated", False),
        case.get("hedges", []),
        case.get("said_by", []),
        case.get("past", True),
    )
    assert found == wanted


def test_every_status_has_cases_beside_those_that_have_none() -> None:
    assert {c.get("status", "reported") for c in CASES} == {"expected", "reported", "denied", "superseded"}


WORDS = 'the talks may not will said denied that 15 people died he no one earlier toll of from , . " : to hold'.split()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_words_give_cues_and_the_same_twice(words: list[str]) -> None:
    for parsed in parse_text(" ".join(words)):
        for token in parsed.span:
            cues = cues_at(parsed.span, token)
            assert cues == cues_at(parsed.span, token)
            assert all(hedge in parsed.span.text for hedge in cues.hedges)
