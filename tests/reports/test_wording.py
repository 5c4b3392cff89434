"""Every fixed sentence of the reports, rendered with two and with three sources."""

from __future__ import annotations

import json
import re
import string
from dataclasses import replace
from pathlib import Path

import pytest
from sample_comparison import F_ALIKE, F_CONFLICT, SOURCES, sample_comparison

import reports
from compare.facts import sentences as facts
from compare.facts.sentences import SENTENCES as OF_FACTS
from compare.model import Comparison, Origin
from reports import figures
from reports.differing import differing
from reports.figures import figures_line
from reports.formats import render
from reports.view import build_view
from reports.wording import SENTENCES

LABEL = 4  # words; what is longer is a sentence


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("sources", [2, 3])
@pytest.mark.parametrize("name", SENTENCES)
def test_every_sentence_reads_with_two_and_with_three_sources(name: str, sources: int) -> None:
    letters = ", ".join("ABC"[: sources - 1]) + f" and {'ABC'[sources - 1]}"
    text = SENTENCES[name].format(**dict.fromkeys(blanks(SENTENCES[name]), letters))
    assert text[:1].isupper()
    assert "Both" not in text.replace("Read both", "")
    assert "two" not in text.split()
    assert ".." not in text
    assert "{" not in text


TEMPLATES = Path(reports.__file__).with_name("templates")
TAGS = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->|<[^>]*>|^\|.*$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("name", ["report.html", "card.html", "parts.html", "report.md", "check/check.html"])
def test_no_template_holds_a_sentence_of_its_own(name: str) -> None:
    """Labels of one to three words may stand in a template; whatever says more stands in the table."""
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    parts = [" ".join(part.split()) for part in TAGS.sub("\0", text).split("\0")]
    assert [p for p in parts if len(re.findall(r"[A-Za-z’']+", p)) > LABEL] == []


@pytest.mark.parametrize("sentences", [SENTENCES, OF_FACTS])
def test_every_sentence_is_used(sentences: dict[str, str]) -> None:
    code = [*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.md"), *Path(reports.__file__).parent.rglob("*.py")]
    code.append(Path(facts.__file__))
    text = "\n".join(path.read_text(encoding="utf-8") for path in code)
    assert [
        key for key in sentences if f'["{key}"]' not in text and f'"{key}"' not in text.replace(f'"{key}":', "")
    ] == []


@pytest.mark.parametrize("sources", [2, 3])
@pytest.mark.parametrize("name", OF_FACTS)
def test_every_answer_reads_with_two_and_with_three_sources(name: str, sources: int) -> None:
    letters = ", ".join("ABC"[: sources - 1]) + f" and {'ABC'[sources - 1]}"
    text = OF_FACTS[name].format(**dict.fromkeys(blanks(OF_FACTS[name]), letters))
    assert "Both" not in text
    assert "two" not in text.split()
    assert ".." not in text


def small(number: int) -> Comparison:
    comparison = sample_comparison()
    return replace(comparison, sources=SOURCES[:number], facts=(), set_aside=(), unread=(), origins=(), single=())


@pytest.mark.parametrize(("number", "word"), [(2, "Two"), (3, "Three")])
def test_no_finding_is_no_all_clear(number: int, word: str) -> None:
    view = build_view(small(number))
    assert view.summary == ("Nothing that could be compared differs; 0 statements stand alone, 0 were not compared.",)
    assert view.title == f"{word} articles compared"
    for name in ("html", "markdown", "text"):
        text = render(small(number), name)
        assert "Nothing that could be compared differs" in text
        assert "part on none" not in text


def test_the_lead_names_what_is_disputed_and_what_was_left_out() -> None:
    comparison = sample_comparison()
    whole = Origin((SOURCES[0].id, SOURCES[1].id), "the same text", 1.0, whole=True)
    view = build_view(replace(comparison, facts=(F_CONFLICT, F_ALIKE), origins=(whole,)))
    assert view.summary == (
        "Four articles differ on 1 point: 1 conflict.",
        "Gravest: Which word did the premier use? “killer” in A, “murderer” in C.",
        "One article is republished and counted once.",
        "One source could not be read.",
    )


def test_figures_are_shown_where_they_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    figures_line.cache_clear()
    told = {"conflict": {"right": 12, "of": 15}, "update": {"right": None, "of": None}}
    monkeypatch.setattr(figures.json, "loads", lambda _text: told)
    assert figures_line() == "How often each kind was right, on news that had taught it nothing: conflicts 12 of 15."
    figures_line.cache_clear()
    monkeypatch.setattr(figures.json, "loads", lambda _text: {})
    assert figures_line() == ""
    figures_line.cache_clear()
    monkeypatch.undo()
    shipped = json.loads((figures.files("reports") / "figures.json").read_text("utf-8"))
    assert set(shipped) == {"conflict", "update", "agreement_value", "agreement_words"}


def test_differing_words_are_marked_on_both_sides() -> None:
    view = build_view(sample_comparison())
    marked = [[p.text for p in s.pieces if p.mark] for s in view.findings[0].statements]
    assert marked == [["killer"], ["had", "murderer"]] or all(marked)


def test_unlike_statements_are_not_set_against_each_other() -> None:
    comparison = sample_comparison()
    left, right = comparison.statements[0], comparison.statements[-1]
    assert differing(left, right) is None
    assert differing(left, left) == ((), ())
