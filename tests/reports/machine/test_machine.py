"""What machines read of a comparison: golden files, schemas, exact places, hostile words, and refusals."""

from __future__ import annotations

import csv
import json
import os
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path

import jsonschema
import pytest
from golden_files import SUFFIXES, golden, open_ended, rendered
from sample_comparison import CONFLICT, SOURCES, UPDATE, sample_comparison

from compare.errors import SettingsError
from reports.finding_view import Decision
from reports.formats import FORMATS, Options, render
from reports.machine.claimreview import claimant

SITE = Options(url="https://newsroom.invalid/check", author="The Newsroom")
SCHEMA = Path(__file__).parents[4] / "shared" / "design" / "sarif-schema-2.1.0.json"
DECIDED = Decision("update", "Update", "mk", "21 November 2026", "Overtaken: it took less.")


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str) -> None:
    assert set(SUFFIXES) == set(FORMATS)
    assert open_ended(rendered(name)) == golden(name)


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_words_steer_nothing(name: str) -> None:
    text = rendered(name)
    assert "\x1b" not in text
    assert "<script>" not in text or name not in ("html", "markdown")
    if name in ("line", "github"):
        assert all(row.count("::error") <= 1 for row in text.splitlines())


def test_sarif_fits_its_schema_and_points_at_the_words() -> None:
    report = json.loads(rendered("sarif"))
    results = report["runs"][0]["results"]
    assert [r["ruleId"] for r in results] == ["CMP002", "CMP010", "CMP020"]
    texts = {s.path: s.text.split("\n") for s in SOURCES}
    for result in results:
        assert len(re.findall(r"(?<!\\)\]\(\d+\)", result["message"]["text"])) == len(result["relatedLocations"])
        place = result["locations"][0]["physicalLocation"]
        line = texts[place["artifactLocation"]["uri"]][place["region"]["startLine"] - 1]
        first = place["region"]["snippet"]["text"][:12]
        assert " ".join(line[place["region"]["startColumn"] - 1 :].split()).startswith(first)
    if not SCHEMA.exists() and not os.environ.get("CI"):
        pytest.skip("../shared is not here")
    jsonschema.validate(report, json.loads(SCHEMA.read_text("utf-8")))


def test_what_was_decided_is_suppressed_not_left_out() -> None:
    decisions = {UPDATE: DECIDED, CONFLICT: replace(DECIDED, what="needs-call", words="Needs a call")}
    results = json.loads(render(sample_comparison(), "sarif", decisions=decisions))["runs"][0]["results"]
    found = {r["partialFingerprints"]["factKey/v1"]: r.get("suppressions") for r in results}
    assert [s["status"] for s in found[UPDATE]] == ["accepted"]
    assert [s["status"] for s in found[CONFLICT]] == ["underReview"]


def test_csv_has_a_row_a_statement_and_finding_and_no_formula() -> None:
    text = rendered("csv")
    assert "\r\n" in text
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert len(rows) == sum(len(f.answers) for f in sample_comparison().facts)
    assert rows[0]["finding"] == "F1"
    assert {row["source"] for row in rows} == {"A", "B", "C", "D"}
    comparison = sample_comparison()
    evil = replace(comparison.facts[0], question="=1+1", summary="@x")
    told = render(replace(comparison, facts=(evil,)), "csv", options=Options(bom=True))
    assert told.startswith("\ufeff")
    assert "'=1+1" in told


def test_annotations_carry_both_selectors_in_code_points() -> None:
    items = json.loads(rendered("webannotation"))["items"]
    texts = {f"urn:sha256:{s.sha256}": s.text for s in SOURCES}
    for item in items:
        for target in item["target"]:
            quote, place = target["selector"]
            assert texts[target["source"]][place["start"] : place["end"]] == quote["exact"]
    assert items[0]["motivation"] == "questioning"


@pytest.mark.parametrize(
    ("options", "decision", "words"),
    [
        (Options(author="The Newsroom"), DECIDED, "--url"),
        (Options(url="https://newsroom.invalid/"), DECIDED, "--author"),
        (SITE, None, "a person decided"),
        (SITE, replace(DECIDED, state="open"), "a person decided"),
        (SITE, replace(DECIDED, note=""), "a rating in words"),
    ],
)
def test_claimreview_refuses_in_one_sentence(options: Options, decision: Decision | None, words: str) -> None:
    decisions = {UPDATE: decision} if decision else {}
    with pytest.raises(SettingsError, match=words) as told:
        render(sample_comparison(), "claimreview", decisions=decisions, options=options)
    assert str(told.value).rstrip(".").count(". ") == 0


def test_a_person_is_never_an_organisation_and_a_headline_no_speaker() -> None:
    assert claimant(["the paper", "Anna Berg"], "The Quay", "F1") == {"@type": "Person", "name": "Anna Berg"}
    assert claimant(["the ministry"], "The Quay", "F1")["@type"] == "Organization"
    assert claimant(["he"], "The Quay", "F1") == {"@type": "Organization", "name": "The Quay"}
    with pytest.raises(SettingsError, match="who made the claim"):
        claimant([], None, "F1")


def test_an_overtaken_figure_is_the_claim_and_never_the_review() -> None:
    (told,) = json.loads(rendered("claimreview"))
    assert "five hours" in told["claimReviewed"]
    assert "five hours" not in told["reviewBody"]
    assert told["reviewRating"]["alternateName"] == "Overtaken: it took less than planned."
