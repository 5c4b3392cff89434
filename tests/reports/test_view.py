"""The one model that reports render from: order, labels, counts, wording, places."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_comparison import AGREEMENT, ALIKE, CONFLICT, HOSTILE_FACT, SOURCES, UPDATE, sample_comparison

from compare.model import Comparison, Origin, Published
from reports.finding_view import Decision
from reports.pieces import Span, cut
from reports.view import build_view
from reports.wording import confidence, counted, dated, day, listed, shortened, shown, spelled, squeezed


def test_order_labels_and_counts() -> None:
    view = build_view(sample_comparison())
    assert [(f.label, f.key) for f in view.facts] == [
        ("F1", CONFLICT),
        ("F2", UPDATE),
        ("F3", HOSTILE_FACT),
        ("G1", AGREEMENT),
    ]
    assert [(c.number, c.kind.word) for c in view.counts] == [
        (1, "Conflict"),
        (1, "Update"),
        (1, "Difference"),
        (1, "Same value"),
        (0, "Compatible"),
        (1, "Read both"),
        (2, "One source"),
        (1, "Set aside"),
    ]
    assert [(f.label, f.key) for f in view.alike] == [("R1", ALIKE)]
    assert view.alike[0].chance == "Very likely about the same thing."
    assert view.summary[0] == "Four articles differ on 3 points: 1 conflict, 1 update and 1 difference."
    assert view.summary[1].startswith("Gravest: Which word did the premier use? “killer” in A")
    assert view.summary[-1] == "One source could not be read."
    assert 2 <= len(view.summary) <= 4


def test_every_statement_has_its_exact_place() -> None:
    view = build_view(sample_comparison())
    texts = {s.path: s.text for s in SOURCES}
    for finding in view.facts:
        assert finding.statements
        for s in finding.statements:
            line = texts[s.path].split("\n")[s.line - 1]
            assert squeezed(line[s.column - 1 :]).startswith(s.quote)
            assert s.place == f"{s.path}:{s.line}:{s.column}"


def test_differing_words_and_hedges_are_cut_out() -> None:
    update = build_view(sample_comparison()).findings[1]
    first = update.statements[0]
    assert [p.text for p in first.pieces if p.mark] == ["five hours"]
    assert [p.text for p in first.pieces if p.hedge] == ["may"]
    assert "".join(p.text for p in first.pieces) == first.quote


def test_the_gap_is_drawn_to_the_nearest_expectation() -> None:
    update = build_view(sample_comparison()).findings[1]
    gaps = [s.gap for s in update.statements]
    assert gaps[:2] == [None, None]
    assert gaps[2] is not None
    assert (gaps[2].start, gaps[2].end, gaps[2].words) == (3.35, 4.0, "39 minutes less")


def test_the_gap_is_told_from_what_was_expected() -> None:
    comparison = sample_comparison()
    update = comparison.facts[1]
    turned = tuple(replace(p, verdict=replace(p.verdict, gap="39 minutes more")) for p in update.pairs)
    view = build_view(replace(comparison, facts=(comparison.facts[0], replace(update, pairs=turned))))
    gap = view.findings[1].statements[2].gap
    assert gap is not None
    assert gap.words == "39 minutes less"
    assert {p.gap for p in view.findings[1].pairs} == {"39 minutes"}


def test_evidence_adds_up_to_its_total() -> None:
    finding = build_view(sample_comparison()).findings[0]
    assert [row.words for row in finding.evidence] == ["−3.0", "+4.2", "+2.2", "−0.8", "+2.7"]
    assert finding.evidence[-1].style == "tot"
    assert all(row.start >= 0 and row.start + row.width <= 1.0000001 for row in finding.evidence)
    assert finding.probability == "very likely the same fact (0.98)"


def test_the_gravest_pair_comes_first() -> None:
    pairs = build_view(sample_comparison()).findings[1].pairs
    assert [p.kind.key for p in pairs] == ["update", "update", "agreement"]


def test_copies_are_named_and_counted() -> None:
    whole = Origin((SOURCES[2].id, SOURCES[0].id), "same text", 1.0, whole=True)
    view = build_view(replace(sample_comparison(), origins=(whole,)))
    assert [s.copy_of for s in view.sources] == [None, None, "A", None]
    assert "1 republished copy" in view.meta
    assert "One article is republished and counted once." in view.summary


def test_decisions_close_findings() -> None:
    decided = Decision("update", "Update", "mk", "21 November 2026")
    view = build_view(
        sample_comparison(), decisions={UPDATE: decided, CONFLICT: replace(decided, state="new-evidence")}
    )
    assert [f.is_open for f in view.findings] == [True, False, True]
    assert view.open == 2
    assert "2 of 3 findings open" in view.meta
    assert not build_view(sample_comparison()).reviewed


def test_nothing_to_compare_is_said() -> None:
    assert (
        build_view(Comparison((), (), (), (), (), (), ())).summary[0]
        == "No article could be read, so nothing was compared."
    )
    one = Comparison(SOURCES[:1], (), (), (), (), (), ())
    assert build_view(one).summary[0] == "Only one article could be read, so nothing was compared."
    assert build_view(one).title == "Ministers to meet on Friday"


def test_articles_keep_every_word_and_label_furniture() -> None:
    view = build_view(sample_comparison())
    for article, source in zip(view.articles, SOURCES, strict=True):
        words = " ".join("".join(p.text for p in passage.pieces) for passage in article.passages)
        assert words.split() == shown(source.text).split()
    last = view.articles[0].passages[-1]
    assert (last.kind, last.number, last.reason) == ("furniture", None, "comment form")


def test_excerpts_count_what_they_leave_out() -> None:
    passages = build_view(sample_comparison(), articles="excerpts").articles[0].passages
    assert [(p.kind, p.reason) for p in passages if p.kind == "left-out"] == [
        ("left-out", "1 paragraph not shown"),
        ("left-out", "1 paragraph not shown"),
    ]
    assert build_view(sample_comparison(), articles="none").articles == ()


def test_no_report_calls_anything_true_or_false() -> None:
    view = build_view(sample_comparison())
    words = " ".join([*view.summary, *view.meta, *(c.kind.word for c in view.counts)]).lower().split()
    assert not {"true", "false"} & set(words)


def test_control_and_direction_characters_become_visible() -> None:
    assert shown("a\x1b[31m\x00\u202eb\u200f\ud800") == "a⟨U+001B⟩[31m⟨U+0000⟩⟨U+202E⟩b\u200f⟨U+D800⟩"
    assert shown("a\r\nb\rc") == "a\nb\nc"
    assert squeezed(" a\t\r\n b ") == "a b"


def test_wording() -> None:
    assert (counted(1, "copy", "copies"), counted(1200, "article")) == ("1 copy", "1,200 articles")
    assert (spelled(5, "article"), spelled(1, "source"), spelled(11, "source")) == (
        "Five articles",
        "One source",
        "11 sources",
    )
    assert (listed([]), listed(["A"]), listed(["A", "B", "C"])) == ("", "A", "A, B and C")
    assert [confidence(x) for x in (0.97, 0.95, 0.8, 0.5)] == ["very likely", "very likely", "likely", "possibly"]
    assert day(date(2021, 6, 1)) == "1 June 2021"
    assert day(datetime(2021, 6, 1, 9, 5, tzinfo=UTC)) == "1 June 2021, 09:05 UTC"
    assert dated(None) == ("Date not known", "neither the file nor its text gives one")
    assert dated(Published(date(2021, 6, 1), "manifest", ""))[1] == "given in the manifest"
    assert shortened("one two three four", 11) == "one two…"
    assert shortened("short", 11) == "short"


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_pieces_join_to_the_text_and_never_overlap(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(a, b, f"r{i}") for i, (a, b) in enumerate(places)]
    pieces = cut(text, 0, len(text), spans)
    assert shown("".join(p.text for p in pieces)) == "".join(p.text for p in pieces)
    plain = cut(text.translate({13: 32, 10: 32}), 0, len(text), spans)
    assert "".join(p.text for p in plain) == shown(text.translate({13: 32, 10: 32}))
    for role in {s.role for s in spans if s.start < min(s.end, len(text))}:
        assert sum(role in p.opens for p in pieces) == 1
        assert sum(role in p.closes for p in pieces) == 1


@pytest.mark.parametrize("name", ["text", "json", "markdown", "html"])
def test_two_runs_give_the_same_bytes(name: str) -> None:
    from reports.formats import render

    assert render(sample_comparison(), name) == render(sample_comparison(), name)


def test_statements_that_were_not_compared_have_no_same_value() -> None:
    alike = build_view(sample_comparison()).alike[0]
    assert {pair.kind.word for pair in alike.pairs} == {"Read both"}


def test_a_clause_shown_as_an_answer_begins_with_a_word() -> None:
    """A clause behind a dash: '… which may be wise—Holm will speak'."""
    sample = sample_comparison()
    fact = next(f for f in sample.facts if f.key == CONFLICT)
    here = {c.id: c for c in sample.claims}
    claim = here[fact.answers[0].claim] if fact.answers[0].claim in here else sample.claims[0]
    source = next(s for s in sample.sources if s.id == claim.source)
    at = next(i for i, sign in enumerate(source.text) if sign in ",;:–—-")
    cut_off = replace(claim, kind="proposition", value=None, start=at, end=min(at + 40, len(source.text)))
    told = replace(sample, claims=tuple(cut_off if c is claim else c for c in sample.claims))
    spoken = replace(fact, kind="proposition", answers=(replace(fact.answers[0], claim=claim.id),))
    view = build_view(replace(told, facts=(replace(spoken, pairs=()),)))
    assert view.findings[0].rows[0].value[:1].isalnum()
