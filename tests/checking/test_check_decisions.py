"""Decisions of a review project in the check of a draft: what they settle, and what they never hide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from draft_cases import CONTRADICTED, STORY, checked, ferry

from compare.checking.checker import Checker
from compare.checking.draft import draft_from_text
from compare.checking.gate import gate
from compare.checking.locating import relabelled
from compare.checking.model import Assessment, Bearing, DraftCheck, Witness
from compare.facts.decisions import Decision
from compare.model import Comparison
from compare.pipeline import compare_sources
from compare.sources import read_sources
from reports.check.decided import decided
from reports.cli import main

EARLY = "Twelve people were injured in the accident.\n"
EARLIER, LATER = "at least 12 people were injured", "The number of injured has risen to 17"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare_sources(ferry().sources)


def told(what: str, state: str = "decided", follow: str | None = None) -> Decision:
    return Decision("f-0", state, what, "Ann", "2022-06-01", follow, "", None, ())  # type: ignore[arg-type]


def early() -> DraftCheck:
    """Return the check of a sentence that one source bears out and a later one overtakes."""
    found = checked(EARLY)
    told = Assessment("overtaken", "17 are counted now.", (_bearing(EARLIER, "supports"), _bearing(LATER, "overtakes")))
    return replace(found, checks=relabelled([replace(found.checks[0], assessment=told)]))


def _bearing(words: str, bearing: Bearing) -> Witness:
    reading = ferry().reading
    statement = next(s for s in reading.statements if words in s.text)
    place = (statement.start, statement.end)
    return Witness(statement.source, statement.id, *place, statement.text, 1, 1, bearing, "", "", 1.0)


def test_a_settled_update_is_decided_and_passes(comparison: Comparison) -> None:
    found = early()
    calm = decided(found, comparison, {f.key: told("no-conflict") for f in comparison.facts})
    joined = {a.statement for f in comparison.facts for a in f.answers}
    sides = {w.bearing for w in found.checks[0].assessment.witnesses if w.statement in joined}
    assert {"supports", "overtakes"} <= sides
    assert [c.state for c in calm.checks] == ["decided"]
    assert gate(calm).exit_code == 0


@pytest.mark.parametrize("state", ["open", "decided, new evidence", "two opinions", "needs a call"])
def test_what_is_not_settled_changes_nothing(state: str, comparison: Comparison) -> None:
    found = early()
    facts = {f.key: told("no-conflict", state) for f in comparison.facts}
    assert decided(found, comparison, facts).checks == found.checks


@pytest.mark.parametrize("what", ["conflict", "no-conflict", "wrong-match", "update"])
def test_no_decision_makes_right_what_no_source_says(what: str, comparison: Comparison) -> None:
    found = checked(CONTRADICTED + "\n")
    same = decided(found, comparison, {f.key: told(what) for f in comparison.facts})
    assert [(c.verdict, c.state) for c in same.checks] == [("contradicted", "open")]
    assert gate(same).exit_code == 1


def test_an_update_between_sources_overtakes_the_draft(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge in Osby was closed on Monday.\n\nThe bridge cost 3 million euros.\n")
    (tmp_path / "b.txt").write_text("The bridge in Osby was closed again.\n\nThe bridge cost 5 million euros.\n")
    manifest = (
        "[[source]]\npath = 'a.txt'\npublished = 2022-03-03\n[[source]]\npath = 'b.txt'\npublished = 2022-03-05\n"
    )
    (tmp_path / "m.toml").write_text(manifest)
    sources, _ = read_sources([tmp_path / "a.txt", tmp_path / "b.txt"], manifest=tmp_path / "m.toml")
    found = Checker(sources).check(draft_from_text("It rained.\n\nThe bridge cost 3 million euros.\n"))
    check = found.checks[-1]
    assert (check.verdict, len(check.assessment.notes)) == ("one-source", 1)
    comparison = compare_sources(sources)
    after = decided(found, comparison, {f.key: told("update") for f in comparison.facts}).checks[-1]
    assert after.verdict == "overtaken"
    assert "The desk decided" in after.assessment.reason
    undated = decided(
        replace(found, sources=tuple(replace(s, published=None) for s in found.sources)),
        comparison,
        {f.key: told("update") for f in comparison.facts},
    )
    assert undated.checks[-1].verdict == "one-source"
    followed = {f.key: told("conflict", follow="b.txt") for f in comparison.facts}
    assert decided(found, comparison, followed).checks[-1].verdict == "contradicted"
    kept = {f.key: told("conflict", follow="a.txt") for f in comparison.facts}
    assert decided(found, comparison, kept).checks[-1].verdict == "one-source"


def test_a_project_that_is_not_there_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text("There were 46 people on board.\n")
    assert main(["check", "draft.md", "--against", str(STORY), "--project", "nowhere"]) != 0
