"""From expected to reported: which day each answer stands on, and in what order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sample_comparison import AGREEMENT, CONFLICT, HOSTILE_FACT, UPDATE, sample_comparison
from small_articles import articles

from compare import compare_sources
from compare.model import Comparison
from reports.timeline import Entry
from reports.view import build_view

BEFORE = (
    "Mayor to open the bridge\n\nThe town hall said on Monday that the closing of the harbour bridge may last nine "
    "hours.\n\nThe mayor will speak to the fishermen, a spokeswoman said.\n"
)
AFTER = (
    "Bridge open again\n\nThe closing of the harbour bridge lasted six hours on Tuesday, the town hall said.\n\n"
    "The fishermen had asked for an earlier end.\n"
)
DAYS = {"before": date(2024, 3, 4), "after": date(2024, 3, 6)}


def entries(published: dict[str, date]) -> list[Entry]:
    compared = compare_sources(articles({"before": BEFORE, "after": AFTER}, published))
    return list(build_view(compared).timeline.entries)


def test_an_expectation_stands_on_the_day_it_was_said_and_a_report_on_the_day_it_happened() -> None:
    rows = [(e.when, e.iso, e.as_published, e.status) for e in entries(DAYS)]
    assert ("Mon 4 March 2024", "2024-03-04", True, "expected") in rows
    assert ("Tue 5 March 2024", "2024-03-05", False, "reported") in rows
    assert [iso for _, iso, _, _ in rows] == sorted(iso for _, iso, _, _ in rows)


def test_without_a_known_day_nothing_is_guessed_and_the_finding_is_named() -> None:
    compared = compare_sources(articles({"before": BEFORE, "after": AFTER}))
    view = build_view(compared)
    assert view.timeline.entries == ()
    assert view.findings
    assert view.timeline.undated == view.findings


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Lund paid $90,000 to end a lawsuit that an aide had filed in 2014.", False),
        ("Lund told her 2016 rival to return the $90,000 from the fund.", False),
        ("Lund paid $90,000 in 2014 to end a lawsuit.", True),
    ],
)
def test_a_day_that_dates_something_else_in_the_sentence_lists_nothing(words: str, listed: bool) -> None:
    texts = {"a": f"{words} Rain fell on the lake.", "b": f"{words[:-1]}, the court said. Bread costs more."}
    found = build_view(compare_sources(articles(texts))).timeline.entries
    assert any("90,000" in e.statement.quote for e in found) is listed


def test_every_finding_is_on_the_line_or_named_beside_it() -> None:
    view = build_view(sample_comparison())
    listed = {f.key for e in view.timeline.entries for f in e.findings} | {f.key for f in view.timeline.undated}
    assert {CONFLICT, UPDATE, HOSTILE_FACT} <= listed
    assert AGREEMENT not in {f.key for f in view.timeline.undated}


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_the_facts_changes_nothing(turned: bool) -> None:
    comparison: Comparison = sample_comparison()
    if turned:
        comparison = replace(comparison, facts=comparison.facts[::-1])
    found = build_view(comparison).timeline.entries
    assert [(e.iso, e.status, [f.key for f in e.findings]) for e in found] == [
        ("2021-06-15", "expected", [UPDATE]),  # on one day, what was expected comes first
        ("2021-06-15", "reported", [HOSTILE_FACT]),
    ]
    assert found[0].letters == ("B",)
    assert found[0].statement.letter == "B"


def test_a_statement_that_answers_two_questions_is_shown_once_a_day() -> None:
    comparison = sample_comparison()
    update = next(f for f in comparison.facts if f.key == UPDATE)
    again = replace(update, key="f-00000000000000b1")
    found = build_view(replace(comparison, facts=(*comparison.facts, again))).timeline.entries
    shown = [(e.iso, e.status, e.statement.id) for e in found]
    assert len(shown) == len(set(shown))
    assert [sorted(f.key for f in e.findings) for e in found if e.status == "expected"] == [[UPDATE, again.key]]
