"""The outputs of a check: valid by their schemas, within their forges' limits, and safe against hostile words."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from draft_cases import CONTRADICTED, INVENTED, MISQUOTED, SUPPORTED, checked, ferry

from compare.checking.checker import Checker
from compare.checking.draft import check_draft, draft_from_text, finish
from compare.checking.gate import gate
from compare.checking.model import DraftCheck
from compare.model import Unread
from compare.sources import read_sources
from compare.wire.check import check_json, load_check_schema
from reports.check.formats import FORMATS
from reports.check.github import command
from reports.check.markdown import LONGEST
from reports.formats import Options

SUPPRESSED = f"{CONTRADICTED} <!-- crosscheck: ignore CMP104 because the agency corrected it -->"
TEXT = f"# Ferry\n\n{SUPPORTED} {CONTRADICTED}\n\n{MISQUOTED}\n\n{INVENTED}\n\nWhy?\n\n{SUPPRESSED}\n"
FACTS = ["The salvage took 31 hours."]
HOSTILE = (
    '<script>alert(1)</script> <img src=x onerror=alert(1)> ]]> &amp; "quotes" \x1b[31mred\x1b[0m \x07 '
    "::error::broken %0A @everyone [link](javascript:alert(1)) | `code` "
)


def whole() -> DraftCheck:
    found = finish(draft_from_text(TEXT, "news/draft.md"), ferry(), FACTS)
    unread = (Unread("lost.pdf", "lost.pdf: the file is damaged."),)
    return replace(found, unread=unread, problems=("lost.pdf could not be read: lost.pdf: the file is damaged.",))


def render(name: str, found: DraftCheck) -> str:
    return FORMATS[name].render(found, gate(found), Options())


def hostile() -> DraftCheck:
    draft = draft_from_text(f"{HOSTILE} {CONTRADICTED}\n", 'dra<f>t,1:"%.md')
    return finish(draft, ferry())


@pytest.mark.parametrize("name", list(FORMATS))
def test_same_check_same_bytes(name: str) -> None:
    assert render(name, whole()) == render(name, whole())


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_output_names_suppressions_and_what_was_not_read(name: str) -> None:
    text = render(name, whole())
    assert "lost.pdf" in text
    if name not in ("github", "sarif-github"):
        assert "the agency corrected it" in text
    assert "31 hours" in text


# --- JSON -----------------------------------------------------------------------------------------


def test_json_fits_its_schema() -> None:
    jsonschema.validators.validator_for(load_check_schema()).check_schema(load_check_schema())
    for found in (whole(), hostile(), checked("")):
        jsonschema.validate(check_json(found, gate(found)), load_check_schema())


def test_json_places_lead_to_the_words() -> None:
    report = json.loads(render("json", whole()))
    lines = TEXT.split("\n")
    for check in report["checks"]:
        assert TEXT[check["start"] : check["end"]] == check["text"]
        assert lines[check["line"] - 1][check["column"] - 1 :].startswith(check["text"][:10])
        mark = check["mark"]
        assert lines[mark["line"] - 1][mark["column"] - 1 : mark["end_column"] - 1] == mark["text"]
        for row in check["sources"]:
            source = next(s for s in ferry().sources if s.id == row["source"])
            assert source.text[row["start"] : row["end"]] == row["text"]


# --- SARIF ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sarif", "sarif-github"])
def test_sarif_fits_the_schema_of_oasis(name: str, shared: Path) -> None:
    schema = json.loads((shared / "design" / "sarif-schema-2.1.0.json").read_text("utf-8"))
    for found in (whole(), hostile(), checked("")):
        jsonschema.validate(json.loads(render(name, found)), schema)


def test_sarif_says_what_github_reads() -> None:
    [run] = json.loads(render("sarif", whole()))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    for row in run["results"]:
        assert rules[row["ruleIndex"]] == row["ruleId"]
        assert (row["kind"], row["level"] in ("error", "warning", "note")) == ("fail", True)
        assert len(row["locations"]) == 1
        named = {related["id"] for related in row.get("relatedLocations", ())}
        assert {int(n) for n in re.findall(r"\]\((\d+)\)", row["message"]["text"])} == named
    prints = [
        row["partialFingerprints"]["primaryLocationLineHash"] for row in run["results"] if "partialFingerprints" in row
    ]
    assert len(set(prints)) == len(prints)
    [silent] = [row for row in run["results"] if "suppressions" in row]
    assert silent["suppressions"][0]["justification"] == "the agency corrected it"
    fix = next(row["fixes"][0] for row in run["results"] if row["ruleId"] == "CMP104")
    [change] = fix["artifactChanges"][0]["replacements"]
    region = change["deletedRegion"]
    line = TEXT.split("\n")[region["startLine"] - 1]
    mended = line[: region["startColumn"] - 1] + change["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
    assert mended == line.replace("53", "41", 1)


def test_sarif_for_github_leaves_out_what_is_suppressed() -> None:
    [run] = json.loads(render("sarif-github", whole()))["runs"]
    assert not any("suppressions" in row for row in run["results"])
    assert len([row for row in run["results"] if row["ruleId"] == "CMP104"]) == 1


def test_sarif_gives_a_baseline_state_to_all_or_none() -> None:
    plain = json.loads(render("sarif", whole()))["runs"][0]["results"]
    assert not any("baselineState" in row for row in plain)
    known = replace(whole(), settings={"baseline": "given"})
    assert all("baselineState" in row for row in json.loads(render("sarif", known))["runs"][0]["results"])


# --- GitHub annotations ---------------------------------------------------------------------------


def test_annotations_are_escaped() -> None:
    row = command("error", "50% of\nit: a,b", file="a,b:c%.md", line=3)
    assert row == "::error file=a%2Cb%3Ac%25.md,line=3::50%25 of%0Ait: a,b"
    for line in render("github", hostile()).splitlines():
        assert re.fullmatch(r"::(error|warning|notice) [^\x00-\x1f]*", line)
        assert line.count("::error") <= 1 or "::error::broken" not in line.split("::", 2)[1]


def test_annotations_stay_within_githubs_limits() -> None:
    text = "\n\n".join(f"Rescuers took {number} people to safety." for number in range(50, 80))
    rows = render("github", checked(text)).splitlines()
    assert max(Counter(row.split(" ")[0] for row in rows).values()) <= 10
    assert "More than GitHub shows: " in rows[-1]
    assert all("endColumn" not in row or "endLine" in row for row in rows)


# --- line -----------------------------------------------------------------------------------------


def test_line_is_what_editors_read() -> None:
    rows = render("line", whole()).splitlines()
    pattern = re.compile(r"news/draft\.md:\d+:\d+: (error|warning|note): \S.*")
    assert all(pattern.fullmatch(row) for row in rows)
    [wrong] = [row for row in rows if "error: " in row and "Contradicted: " in row]
    assert wrong.startswith("news/draft.md:3:46: error: ")
    assert wrong.endswith("[CMP104]")


# --- JUnit ----------------------------------------------------------------------------------------


def test_junit_counts_what_it_holds() -> None:
    for found in (whole(), hostile(), checked("")):
        root = ET.fromstring(render("junit", found))  # noqa: S314 - written here
        suite = root[0]
        assert int(suite.attrib["tests"]) == len(suite)
        assert int(suite.attrib["failures"]) == len(suite.findall("*/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("*/error"))
        assert int(suite.attrib["skipped"]) == len(suite.findall("*/skipped"))
    root = ET.fromstring(render("junit", whole()))  # noqa: S314 - written here
    bad = [case for case in root.iter("testcase") if case.find("failure") is not None]
    assert {case.attrib["classname"] for case in bad} == {
        "crosscheck.contradicted",
        "crosscheck.misquoted",
        "crosscheck.must-state",
        "crosscheck.gate",
    }


# --- HTML -----------------------------------------------------------------------------------------


class Tags(HTMLParser):
    """Collects tags, attributes and ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.ids: Counter[str] = Counter()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids[value or ""] += 1
            if name == "href" and tag == "a":
                self.links.add(value or "")


def test_html_is_one_page_without_script_or_hostile_markup() -> None:
    for found in (whole(), hostile()):
        page = render("html", found)
        tags = Tags()
        tags.feed(page)
        assert not {"script", "img", "iframe", "object", "form"} & set(tags.tags)
        assert not any(name.startswith("on") or name == "style" for name in tags.attributes)
        assert set(tags.ids.values()) <= {1}
        assert all(link.startswith("#") and link[1:] in tags.ids for link in tags.links)
        assert "Content-Security-Policy" in page
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", page)


def test_html_shows_the_whole_draft_with_notes_beside_it() -> None:
    page = render("html", whole())
    words = re.sub(r"<[^>]+>", "", page)
    for sentence in (SUPPORTED, CONTRADICTED, INVENTED):
        assert sentence.rstrip(".") in words
    assert page.count('<div class="ck-note k-') == len(whole().checks)
    assert "rescuers took <mark>" in page


# --- Markdown -------------------------------------------------------------------------------------


def test_markdown_cannot_be_steered_by_words() -> None:
    text = render("markdown", hostile())
    assert "<script" not in text
    assert "@everyone" not in text
    assert "](javascript" not in text
    assert not re.search(r"(?<!\\)<(?!!--)", text)


def test_markdown_is_cut_with_a_count() -> None:
    text = "\n\n".join(f"Rescuers took {number} people to safety." for number in range(50, 400))
    comment = render("markdown", checked(text))
    assert len(comment) <= LONGEST
    left = re.search(r"(\d+) more findings in the artifact", comment)
    assert left is not None
    assert int(left[1]) + comment.count("\n### F") == 350


def test_a_docx_draft_counts_paragraphs_in_every_output(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(SUPPORTED)
    document.add_paragraph(CONTRADICTED)
    document.save(str(tmp_path / "draft.docx"))
    found = check_draft(tmp_path / "draft.docx", ferry())
    assert "paragraph 2" in render("markdown", found)
    assert "paragraph 2" in render("html", found)
    [run] = json.loads(render("sarif", found))["runs"]
    [row] = [r for r in run["results"] if r["ruleId"] == "CMP104"]
    assert row["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}


def test_checks_of_two_checkers_are_the_same() -> None:
    sources, unread = read_sources([Path(s.path) for s in ferry().sources])
    again = finish(draft_from_text(TEXT, "news/draft.md"), Checker(sources, unread=unread), FACTS)
    first = finish(draft_from_text(TEXT, "news/draft.md"), ferry(), FACTS)
    assert [c.assessment for c in again.checks] == [c.assessment for c in first.checks]


def test_html_leads_with_what_to_mend_and_ends_with_the_gate() -> None:
    page = render("html", whole())
    assert page.index('id="findings"') < page.index('id="draft"') < page.index('id="gate"')
    assert page.index("Gate failed") > page.index('id="sources"')
    assert "<aside" not in page
    draft = finish(draft_from_text(f"---\ntitle: Ferry\n---\n\n{SUPPORTED}\n", "news/draft.md"), ferry())
    words = re.sub(r"<[^>]+>", "", render("html", draft))
    assert "title: Ferry" not in words


@pytest.mark.parametrize("name", ["text", "line", "html", "markdown"])
def test_what_of_the_draft_could_not_be_read_is_said(name: str) -> None:
    draft = draft_from_text(SUPPORTED + "\n")
    unread = "Not read in this document: a page header."
    found = finish(replace(draft, source=replace(draft.source, notes=(unread,))), ferry())
    assert unread in render(name, found).replace("\u200b", "").replace("\n           ", " ")
