"""Quotations: the table of cases, and what holds for any marks."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.quotation import quotations_in
from compare.model import Quotation
from compare.statements.splitting import parse_text

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "quotations.toml").read_text(encoding="utf-8")
)["case"]


def read(text: str) -> list[Quotation]:
    found = quotations_in(parse_text(text), text)
    return sorted({q for group in found.values() for q in group}, key=lambda q: q.start)


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:60] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = [[q.words, q.speaker or "-", "scare" if q.scare else q.verb or "-"] for q in read(case["text"])]
    assert found == case["found"]


def test_a_quotation_over_two_sentences_is_listed_with_both() -> None:
    text = "“The door was open. Nobody was there,” said the guard."
    parsed = parse_text(text)
    found = quotations_in(parsed, text)
    assert len(parsed) == 2
    assert found[parsed[0].statement.id] == found[parsed[1].statement.id]


def test_a_mark_that_is_never_closed_ends_with_its_sentence() -> None:
    (quotation,) = read("He said it was “a bad day for all. The shop stayed shut.")
    assert quotation.words == "a bad day for all."


def test_shared_articles_have_speakers(shared: Path) -> None:
    """Most quotations of the shared articles are given to someone; each lies in its text."""
    total = spoken = 0
    for path in sorted((shared / "corpora").glob("*/*.txt")):
        text = path.read_text(encoding="utf-8")
        for quotation in read(text):
            assert text[quotation.start : quotation.end] == quotation.text
            total += not quotation.scare
            spoken += quotation.speaker is not None
    assert total > 80
    assert spoken / total > 0.75


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', "'", "''", "said", "he", "was", "bad", ".", ",", " "]), max_size=16))
def test_any_marks_keep_the_invariants(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for quotation in read(text):
        assert text[quotation.start : quotation.end] == quotation.text
        assert quotation.words in quotation.text
        assert not (quotation.scare and quotation.speaker)
