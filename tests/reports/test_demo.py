"""The example articles show what Crosscheck is for; this holds what the demo must find, and what it must not."""

from __future__ import annotations

import pytest

from compare import compare_sources
from compare.model import Comparison, Fact
from reports.examples import example_sources


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    sources, unread = example_sources()
    assert not unread
    return compare_sources(sources)


def facts_about(comparison: Comparison, *words: str) -> list[Fact]:
    """Return the facts two of whose answers hold all the words, the statements of at least two sources."""
    text = {s.id: s.text.lower() for s in comparison.statements}
    return [
        fact
        for fact in comparison.facts
        if len({a.source for a in fact.answers if all(w in text[a.statement] for w in words)}) >= 2
    ]


def test_five_articles_in_three_formats_with_their_dates(comparison: Comparison) -> None:
    assert len(comparison.sources) == 5
    assert {s.format for s in comparison.sources} == {"text", "markdown", "html"}
    assert all(s.published and s.publisher for s in comparison.sources)
    assert all(150 <= len(s.text.split()) <= 360 for s in comparison.sources)


def test_the_length_of_the_meeting_is_one_fact_overtaken_by_the_report(comparison: Comparison) -> None:
    found = [f for f in comparison.facts if "3 hours 21 minutes" in {a.value for a in f.answers}]
    assert len(found) == 1
    assert found[0].relation == "update"
    assert {(a.value, a.status) for a in found[0].answers} >= {
        ("3 hours 21 minutes", "reported"),
        ("5 hours", "expected"),
        ("4 to 5 hours", "expected"),
    }
    assert any((p.verdict.gap or "").startswith("1 hour 39 minutes") for p in found[0].pairs)


def test_no_conflict_is_called_where_none_is_sure(comparison: Comparison) -> None:
    assert [f.relation for f in comparison.facts if f.relation in ("conflict", "update")] == ["update"]


def test_the_later_video_call_is_kept_apart(comparison: Comparison) -> None:
    source = {s.id: s.source for s in comparison.statements}
    discrepant = [p for p in comparison.pairs if p.relation in ("conflict", "update")]
    assert discrepant
    assert not [p for p in discrepant if "december-call.txt" in {source[p.left], source[p.right]}]
    for fact in comparison.facts:
        speaking = {a.source for a in fact.answers}
        if "december-call.txt" in speaking:
            assert fact.independent < len(speaking), "it corroborates nothing"


def test_a_republished_article_counts_once(comparison: Comparison) -> None:
    whole = [set(o.sources) for o in comparison.origins if o.whole]
    assert whole == [{"eve-of-summit.txt", "valley-post-reprint.txt"}]
    for fact in comparison.facts:
        speaking = {a.source for a in fact.answers}
        if whole[0] <= speaking:
            assert fact.independent < len(speaking)


def test_words_of_the_page_take_part_in_nothing(comparison: Comparison) -> None:
    marked = {s.id: [s.text[f.start : f.end] for f in s.furniture] for s in comparison.sources}
    assert any("[ad_1]" in words for words in marked["eve-of-summit.txt"])
    assert any("Source link" in words for words in marked["eve-of-summit.txt"])
    assert any("Back to top" in words for words in marked["december-call.txt"])
    assert any("Leave a Reply" in words for words in marked["after-the-talks.md"])
    for words in ("[ad_", "Leave a Reply", "Required fields", "Back to top", "Source link", "newsletter", "cruises"):
        assert not [s.text for s in comparison.statements if words in s.text], words


@pytest.mark.parametrize("words", [("separate", "conference"), ("ambassadors", "return"), ("g7", "nato")])
def test_what_the_articles_agree_on_is_found(comparison: Comparison, words: tuple[str, ...]) -> None:
    assert facts_about(comparison, *words), f"no fact joins the statements about {words}"
