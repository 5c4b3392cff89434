"""The kinds of contrast where two articles of one event differ in one sentence: what the report makes of it."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from small_articles import compared

from compare.facts.basis import is_compared

TABLE = Path(__file__).parents[1] / "cases" / "judgement" / "kinds_in_report.tsv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
DAY = date(2024, 3, 13)
AROUND = (
    (
        "What we know so far\n\n{}\n\nThe news was given to reporters at a briefing in the town hall.\n\n"
        "Residents of the valley said that they wanted to know more.\n"
    ),
    (
        "The story in brief\n\n{}\n\nReporters were given the news at a town hall briefing.\n\n"
        "People who live in the valley said they wanted to hear more.\n"
    ),
)


def told(left: str, right: str) -> str:
    """Return the gravest relation of two sentences of two articles; 'read both' where no value agrees or parts."""
    texts = {name: around.format(words) for name, around, words in zip("ab", AROUND, (left, right), strict=True)}
    found = compared(texts, dict.fromkeys("ab", DAY))
    own = {s.id for s in found.statements if s.paragraph == 1}
    pairs = [p for p in found.pairs if {p.left, p.right} <= own]
    for relation in ("conflict", "update", "difference"):
        if any(p.relation == relation for p in pairs):
            return relation
    return "same value" if any(is_compared(p) for p in pairs) else "read both"


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['kind']}: {r['left']} / {r['right']}")
def test_what_the_report_says_of_two_sentences(row: dict[str, str]) -> None:
    assert told(row["left"], row["right"]) in row["report"].split("|")


def test_each_kind_has_what_differs_and_what_only_looks_so() -> None:
    apart = {"conflict", "update", "difference"}
    for kind in {r["kind"] for r in ROWS}:
        wanted = [set(r["report"].split("|")) for r in ROWS if r["kind"] == kind]
        assert any(w <= apart for w in wanted), kind
        assert any(not w & apart for w in wanted), kind
