"""Drafts in their formats: what is checked, and where each statement stands in the draft's own file."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from draft_cases import CONTRADICTED, INVENTED, SUPPORTED, checked, ferry, one
from hypothesis import given
from hypothesis import strategies as st

from compare.checking.draft import check_draft, checker_for, draft_from_text, html_draft, read_draft
from compare.checking.html_draft import read_html_text
from compare.errors import SettingsError, SourceError

MARKDOWN = """---
title: "Ferry aground off Kelso"
date: 2022-03-06
tags: [sea]
---

# Ferry aground off Kelso

There were 46 people on board. <!-- a note to the desk --> Rescuers took 53 people to safety.

- The Northern Star was built in 1988.
1. The ferry left Port Ansel at 5:30 am.

| What | How long |
| --- | --- |
| The salvage | It took 31 hours |

![The ferry left Port Ansel at 6:30 am.](ferry.jpg)

> The vessel was not overloaded.

```
Rescuers took 99 people to safety.
```

Was the captain at the wheel?
"""


def spots(text: str, name: str = "draft.md") -> dict[str, tuple[int, int, str]]:
    return {c.statement.text: (c.line, c.column, c.verdict) for c in checked(text, name).checks}


def test_markdown_keeps_every_place_and_skips_only_code() -> None:
    found = spots(MARKDOWN)
    assert found["Ferry aground off Kelso"][:2] == (7, 3)
    assert found["There were 46 people on board."][:2] == (9, 1)
    assert found["Rescuers took 53 people to safety."] == (9, 60, "contradicted")
    assert found["The Northern Star was built in 1988."][:2] == (11, 3)
    assert found["The ferry left Port Ansel at 5:30 am."][:2] == (12, 4)
    assert found["The ferry left Port Ansel at 6:30 am."] == (18, 3, "contradicted")
    assert found["The vessel was not overloaded."][:2] == (20, 3)
    assert any("31 hours" in words for words in found)
    assert found["Was the captain at the wheel?"][2] == "not-checkable"
    assert not any("99" in words for words in found)
    assert [part.reason for part in checked(MARKDOWN).skipped] == ["code is not checked"]


def test_the_headline_in_the_front_matter_is_checked() -> None:
    both = [c for c in checked(MARKDOWN).checks if c.statement.text == "Ferry aground off Kelso"]
    assert [(c.line, c.column) for c in both] == [(2, 9), (7, 3)]


def test_words_after_a_comment_of_several_lines_are_checked() -> None:
    text = f"{SUPPORTED}\n<!-- one\n\ntwo --> {CONTRADICTED}\n"
    assert spots(text)[CONTRADICTED] == (4, 9, "contradicted")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_from_1_whatever_ends_them(end: str) -> None:
    text = f"{SUPPORTED}{end}{end}  {CONTRADICTED}{end}"
    assert spots(text, "draft.txt")[CONTRADICTED][:2] == (3, 3)


def test_columns_are_code_points() -> None:
    assert spots(f"🚢🚢 “Oh!” {CONTRADICTED}\n")[CONTRADICTED][:2] == (1, 10)


def test_the_mark_is_the_word_that_differs() -> None:
    check = one(CONTRADICTED)
    start, end = check.assessment.mark or (0, 0)
    assert check.statement.text[start:end] in ("53", "53 people")
    assert (check.mark_line, check.mark_column) == (1, 15)


HTML = """<!doctype html>
<html><head><title>Ferry</title><style>p { color: red }</style></head>
<body>
<!-- crosscheck: ignore CMP101 because the desk saw the list -->
<h1>Ferry aground off Kelso</h1>
<p>There were&nbsp;46 people on board. <b>Rescuers</b> took
   53 people to safety.</p>
<script>var x = "Rescuers took 98 people to safety.";</script>
<ul><li>The Northern Star was built in 1988.</li></ul>
<figure><img src="x.jpg" alt="no"><figcaption>The ferry left Port Ansel at 6:30 am.</figcaption></figure>
<pre>Rescuers took 97 people to safety.</pre>
</body></html>
"""


def test_html_places_are_those_of_the_file() -> None:
    draft = html_draft(HTML.encode(), "draft.html")
    found = {c.statement.text: c for c in ferry().check(draft).checks}
    wrong = found["Rescuers took 53 people to safety."]
    assert (wrong.line, wrong.column, wrong.end_line) == (6, 43, 7)
    assert HTML.split("\n")[wrong.line - 1][wrong.column - 1 :].startswith("Rescuers")
    assert found["The ferry left Port Ansel at 6:30 am."].verdict == "contradicted"
    assert not any(number in words for words in found for number in ("took 97", "took 98"))
    assert [c.line for c in draft.comments] == [4]


@given(st.text(max_size=60))
def test_html_text_always_leads_back_to_the_file(words: str) -> None:
    raw = f"<p>{words}</p>"
    page = read_html_text(raw)
    assert len(page.origins) == len(page.text)
    assert page.origins == sorted(page.origins)
    assert all(0 <= place < len(raw) for place in page.origins)


def test_docx_counts_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Ferry aground off Kelso", 0)
    document.add_paragraph(SUPPORTED)
    document.add_paragraph(CONTRADICTED)
    path = tmp_path / "draft.docx"
    document.save(str(path))
    found = check_draft(path, ferry())
    assert found.unit == "paragraph"
    [wrong] = [c for c in found.checks if c.verdict == "contradicted"]
    assert (wrong.line, wrong.column) == (3, 1)


@pytest.mark.parametrize("name", ["draft.pdf", "draft.json", "draft.jsonl"])
def test_other_formats_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b'{"text": "x"}')
    with pytest.raises(SourceError, match="must be Markdown"):
        read_draft(tmp_path / name)


def test_a_draft_is_no_source_of_its_own(tmp_path: Path) -> None:
    for name in ("draft.md", "copy.md"):
        (tmp_path / name).write_text(f"{INVENTED}\n", "utf-8")
    (tmp_path / "other.md").write_text("The mayor of Osby opened a bridge on Monday.\n", "utf-8")
    found = check_draft(tmp_path / "draft.md", [tmp_path])
    assert [s.id for s in found.sources] == ["other.md"]
    assert [c.verdict for c in found.checks] == ["not-found"]
    assert len(found.notes) == 2


def test_no_prose_of_a_draft_is_left_out() -> None:
    found = checked(f"# {CONTRADICTED}\n\nKELSO – {CONTRADICTED}\n\n{CONTRADICTED}\n\nBy Ann Lee\n")
    assert [c.verdict for c in found.checks] == ["contradicted"] * 3
    assert {part.reason for part in found.skipped} <= {"dateline", "byline"}


@pytest.mark.parametrize("before", ["<!-- a -->", "<!-- a\nb -->", "<!-- a\n\nb -->", "   <!-- a -->", "- <!-- a -->"])
@pytest.mark.parametrize("gap", [" ", "", "    "])
def test_no_comment_hides_the_words_after_it(before: str, gap: str) -> None:
    found = checked(f"{SUPPORTED}\n\n{before}{gap}{CONTRADICTED}\n")
    assert CONTRADICTED in [c.statement.text for c in found.checks]


# --- what an edit costs ---------------------------------------------------------------------------


def test_an_edit_judges_only_what_it_touched() -> None:
    sources = ferry().sources
    checker = checker_for(sources)
    head = "# Ferry aground off Kelso\n\n"
    first = checker.check(draft_from_text(f"{head}{SUPPORTED}\n\n{CONTRADICTED}\n\n{INVENTED}\n"))
    assert first.judged == 4
    second = checker.check(draft_from_text(f"{head}It was cold.\n\n{SUPPORTED}\n\n{CONTRADICTED}\n\n{INVENTED}\n"))
    assert second.judged == 1
    mended = CONTRADICTED.replace("53", "41")
    third = checker.check(draft_from_text(f"{head}{SUPPORTED}\n\n{mended}\n\n{INVENTED}\n"))
    assert third.judged == 1
    assert third.checks[2].verdict in ("supported", "one-source")
    assert [c.assessment for c in second.checks if c.statement.text != "It was cold."] == [
        c.assessment for c in first.checks
    ]


def test_a_verdict_does_not_hang_on_the_rest_of_the_draft() -> None:
    alone = one(CONTRADICTED).assessment
    amid = [c for c in checked(MARKDOWN).checks if c.statement.text == CONTRADICTED]
    assert [c.assessment.verdict for c in amid] == [alone.verdict]
    assert amid[0].assessment.witnesses == alone.witnesses


# --- suppressions ---------------------------------------------------------------------------------


def suppression(text: str, reason: str = "the agency corrected it") -> str:
    return f"<!-- crosscheck: ignore {text} because {reason} -->"


@pytest.mark.parametrize("target", ["CMP104", "contradicted", "F1", "cmp104"])
@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html"])
def test_a_suppression_covers_its_paragraph(target: str, name: str) -> None:
    text = f"{CONTRADICTED} {suppression(target)}\n\n{CONTRADICTED}\n"
    if name == "draft.html":
        text = f"<p>{CONTRADICTED} {suppression(target)}</p><p>{CONTRADICTED}</p>"
    found = checked(text, name)
    assert [c.state for c in found.checks] == ["suppressed", "open"]
    assert [(s.reason, s.used) for s in found.suppressions] == [("the agency corrected it", True)]


def test_a_suppression_of_its_own_covers_the_next_paragraph() -> None:
    found = checked(f"{SUPPORTED}\n\n{suppression('CMP104')}\n\n{CONTRADICTED}\n\n{CONTRADICTED}\n")
    assert [c.state for c in found.checks if c.verdict == "contradicted"] == ["suppressed", "open"]


def test_a_suppression_of_another_rule_hides_nothing() -> None:
    found = checked(f"{CONTRADICTED} {suppression('CMP105')}\n")
    assert [c.state for c in found.checks] == ["open"]
    assert [s.used for s in found.suppressions] == [False]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- crosscheck: ignore CMP104 -->",
        "<!-- crosscheck: ignore CMP104 because -->",
        "<!-- crosscheck: ignore CMP104 because … -->",
        "<!-- crosscheck: ignore everything because I say so -->",
        "<!-- crosscheck: hide CMP104 because I say so -->",
    ],
)
def test_a_suppression_needs_a_known_target_and_a_reason(comment: str) -> None:
    with pytest.raises(SettingsError):
        checked(f"{CONTRADICTED} {comment}\n")


def test_an_unclosed_suppression_is_refused() -> None:
    with pytest.raises(SourceError, match="not closed"):
        checked(f"{CONTRADICTED} <!-- crosscheck: ignore CMP104 because it ran away\n")


def test_bytes_of_a_draft_on_disk_and_in_memory_are_one(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(io.BytesIO(MARKDOWN.encode()).getvalue())
    on_disk = ferry().check(read_draft(path))
    assert [(c.key, c.line, c.column) for c in on_disk.checks] == [
        (c.key, c.line, c.column) for c in checked(MARKDOWN).checks
    ]
