"""The Markdown report: same findings, hostile text inert in two renderers, anchors and footnotes that hold."""

from __future__ import annotations

import re
from dataclasses import replace

import markdown
import pytest
from golden_files import golden, open_ended
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_comparison import HOSTILE, sample_comparison

from reports.formats import render
from reports.markdown import bold, escape, render_markdown, slug
from reports.pieces import Span, cut
from reports.view import build_view
from reports.wording import shown, squeezed

EXTENSIONS = ["tables", "footnotes", "fenced_code", "toc"]


@pytest.fixture(scope="module")
def report() -> str:
    return render(sample_comparison(), "markdown")


def to_html(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def test_golden(report: str) -> None:
    assert open_ended(report) == golden("markdown")


def test_hostile_text_is_inert_and_shown(report: str) -> None:
    html = to_html(report)
    assert not re.search(r"<(script|img|style)\b", html)
    assert "javascript:" not in " ".join(re.findall(r'href="([^"]*)"', html))
    plain = re.sub(r"<[^>]+>", "", html)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    assert shown(HOSTILE) in plain


def test_links_of_the_index_lead_to_their_headings(report: str) -> None:
    ids = set(re.findall(r'id="([^"]+)"', to_html(report)))
    assert {"f1-which-word-did-the-premier-use", "f2-how-long-did-the-talks-last"} <= ids
    assert "(#f2-how-long-did-the-talks-last)" in report


def test_footnotes_are_keyed_by_place_and_all_defined(report: str) -> None:
    used = set(re.findall(r"\[\^(\w+)\](?!:)", report))
    defined = re.findall(r"^\[\^(\w+)\]:", report, flags=re.MULTILINE)
    assert used == set(defined)
    assert len(defined) == len(set(defined))
    assert {"A2", "C3"} <= used
    assert "(alpha.txt:3:1)" in report


def test_a_new_finding_renumbers_no_footnote(report: str) -> None:
    comparison = sample_comparison()
    fewer = render(replace(comparison, facts=comparison.facts[1:]), "markdown")
    notes = set(re.findall(r"\[\^\w+\](?=:)", fewer))
    assert notes < set(re.findall(r"\[\^\w+\](?=:)", report))


def test_tables_keep_their_columns(report: str) -> None:
    for table in re.findall(r"(?:^\|.*\n)+", report, flags=re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(widths) == 1, table


def test_no_date_in_the_body(report: str) -> None:
    assert "made " not in report
    assert report.rstrip().splitlines()[-1].startswith("<!-- crosscheck")
    assert "--" not in report.rstrip().splitlines()[-1][4:-3]


def test_a_comment_is_cut_and_says_so() -> None:
    view = build_view(sample_comparison())
    whole = render_markdown(view)
    cut_short = render_markdown(view, limit=len(whole) - 1)
    assert len(cut_short) < len(whole)
    assert re.search(r"[123] more findings? in the artifact\.", cut_short)
    assert render_markdown(view, limit=len(whole)) == whole


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. first", r"1\. first"),
        ("- item", r"\- item"),
        ("--- rule", r"\--- rule"),
        ("=====", "&#61;===="),
        ("-5 degrees", "-5 degrees"),
        ("# title", r"\# title"),
        ("a|b", r"a\|b"),
        ("*x* _y_ [z] `c`", r"\*x\* \_y\_ \[z\] \`c\`"),
        ("<b> & ~~s~~", "&lt;b&gt; &amp; &#126;&#126;s&#126;&#126;"),
        ("two\nlines", "two lines"),
        ("3.5 hours", "3.5 hours"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60) | st.text("<>&~*_`[]|#\\!(){}:-+.1a \n", min_size=1, max_size=60))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    html = markdown.markdown("x\n" + escape(text), extensions=EXTENSIONS)
    plain = re.sub(r"<[^>]+>", "", html)
    for entity, sign in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", '"'),
        ("&#126;", "~"),
        ("&#61;", "="),
        ("&amp;", "&"),
    ):
        plain = plain.replace(entity, sign)
    assert squeezed(plain) == squeezed("x " + text)


def test_bold_only_where_markdown_can_show_it() -> None:
    def shows(text: str, start: int, end: int) -> str:
        return bold(cut(text, 0, len(text), [Span(start, end, "mark")]))

    assert shows("took five hours.", 5, 15) == "took **five hours**."
    assert shows("a “killer” b", 2, 10) == "a **“killer”** b"
    assert shows("a“killer”b", 1, 9) == "a“killer”b"


def test_slugs_are_those_of_github() -> None:
    assert slug("F1 How long, did “it” last?") == "f1-how-long-did-it-last"
    assert slug("F2 Où est-il?") == "f2-où-est-il"
