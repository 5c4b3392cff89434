"""The gate: rules, settings, baselines, touched lines, facts that must be stated.  No way around it is a pass."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest
from draft_cases import CONTRADICTED, INVENTED, MISQUOTED, SUPPORTED, checked, ferry
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.checking.changed_lines import only_touched, touched_lines
from compare.checking.draft import draft_from_text, finish
from compare.checking.gate import DEFAULT_RULES, GateRule, gate
from compare.checking.gate_settings import find_settings, read_settings
from compare.errors import SettingsError, WireError
from compare.wire.check import check_json, known_findings, read_baseline

REASON = "<!-- crosscheck: ignore CMP104 because the agency corrected it -->"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SUPPORTED, 0),
        (INVENTED, 0),  # a warning, as long as no rule says otherwise
        (CONTRADICTED, 1),
        (MISQUOTED, 1),
        (f"{CONTRADICTED} {REASON}", 0),
        ("Was the captain at the wheel?", 3),
        ("```\ncode\n```", 3),
        ("", 3),
    ],
)
def test_the_default_gate(text: str, code: int) -> None:
    assert gate(checked(text + "\n")).exit_code == code


def test_a_rule_counts_what_it_names() -> None:
    found = checked(f"{INVENTED}\n\n{CONTRADICTED}\n")
    assert gate(found, (GateRule("one", frozenset({"not-found"})),)).exit_code == 1
    assert gate(found, (GateRule("one", frozenset({"not-found"}), most=1),)).exit_code == 0
    assert gate(found, (GateRule("any"),)).rules[0].found == 2
    assert gate(found, (GateRule("grave", severity="high"),)).rules[0].found == 1
    hidden = checked(f"{CONTRADICTED} {REASON}\n")
    assert gate(hidden, (GateRule("hidden", state="suppressed"),)).exit_code == 1
    assert gate(hidden, (GateRule("all", state="any"),)).exit_code == 1


# --- settings -------------------------------------------------------------------------------------


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_settings_come_from_the_nearest_file(tmp_path: Path) -> None:
    inner = tmp_path / "drafts"
    inner.mkdir()
    rule = '[[gate]]\nid = "all"\nkind = ["not-found", "contradicted"]\nseverity = "medium"\nstate = "any"\nmax = 2\n'
    write(tmp_path, "crosscheck.toml", rule)
    found = find_settings(inner)
    assert found.rules == (GateRule("all", frozenset({"not-found", "contradicted"}), "medium", "any", 2),)
    write(inner, "pyproject.toml", '[tool.crosscheck]\nmust_state = ["It rained."]\n')
    found = find_settings(inner)
    assert (found.rules, found.must_state) == (DEFAULT_RULES, ("It rained.",))
    write(inner, "pyproject.toml", '[tool.other]\nx = 1\n[[tool.x.gate]]\nid = "y"\n')
    assert find_settings(inner).rules[0].id == "all"


def test_facts_come_from_the_list_and_the_sheet(tmp_path: Path) -> None:
    write(tmp_path, "facts.txt", "# what must stand\n- It rained.\n\nIt stopped.\n")
    path = write(tmp_path, "crosscheck.toml", 'must_state = ["It blew."]\nfact_sheet = "facts.txt"\n')
    assert read_settings(path).must_state == ("It blew.", "It rained.", "It stopped.")


@pytest.mark.parametrize(
    "text",
    [
        "[[gate]]\nkind = 'contradicted'\n",
        "[[gate]]\nid = 'x'\nkind = 'contradictd'\n",
        "[[gate]]\nid = 'x'\nseverity = 'grave'\n",
        "[[gate]]\nid = 'x'\nmax = -1\n",
        "[[gate]]\nid = 'x'\nmax = true\n",
        "[[gate]]\nid = 'x'\nmaximum = 1\n",
        "[[gate]]\nid = 'x'\n[[gate]]\nid = 'x'\n",
        "gate = []\n",
        "gates = []\n",
        "must_state = 'one'\n",
        "must_state = ['']\n",
        "fact_sheet = 'nowhere.txt'\n",
        "not toml",
    ],
)
def test_a_misspelt_gate_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        read_settings(write(tmp_path, "crosscheck.toml", text))


# --- facts that must be stated --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        ("The Northern Star left with 46 people. Rescuers took 41 people to safety on Thursday.", 0),
        ("The Northern Star left with 46 people.", 1),
        ("Rescuers took 40 people to safety on Thursday.", 1),
        ("Rescuers may have taken 41 people to safety.", 1),
    ],
)
def test_a_fact_that_must_be_stated(draft: str, code: int) -> None:
    found = finish(draft_from_text(draft + "\n"), ferry(), ["Rescuers took 41 people to safety."])
    result = gate(found, (GateRule("nothing", frozenset({"misquoted"})),))
    assert result.exit_code == code
    assert [fact.stated for fact in found.required] == [code == 0]


# --- baseline -------------------------------------------------------------------------------------


def baseline(text: str, folder: Path) -> Path:
    found = checked(text)
    return write(folder, "base.json", json.dumps(check_json(found, gate(found))))


def test_a_baseline_fails_on_new_findings_only(tmp_path: Path) -> None:
    keys = read_baseline(baseline(f"{CONTRADICTED}\n", tmp_path))
    same = known_findings(checked(f"{SUPPORTED}\n\n{CONTRADICTED}\n"), keys)
    assert gate(same).exit_code == 0
    assert [c.state for c in same.checks] == ["open", "known"]
    more = known_findings(checked(f"{CONTRADICTED}\n\n{MISQUOTED}\n"), keys)
    assert gate(more).exit_code == 1
    twice = known_findings(checked(f"{CONTRADICTED}\n\n{CONTRADICTED}\n"), keys)
    assert gate(twice).exit_code == 1
    other = known_findings(checked(f"{CONTRADICTED.replace('53', '54')}\n"), keys)
    assert gate(other).exit_code == 1


def test_what_was_suppressed_then_is_new_when_the_comment_goes(tmp_path: Path) -> None:
    keys = read_baseline(baseline(f"{CONTRADICTED} {REASON}\n", tmp_path))
    assert gate(known_findings(checked(f"{CONTRADICTED}\n"), keys)).exit_code == 1


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"schema": "crosscheck-report/1"}', '{"schema": "crosscheck-check/1"}']
)
def test_a_damaged_baseline_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(WireError):
        read_baseline(write(tmp_path, "base.json", text))


# --- touched lines --------------------------------------------------------------------------------


def diff_of(before: str, after: str, name: str = "news/draft.md", context: int = 3) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{name}", f"b/{name}", n=context
    )
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)


def test_only_touched_lines_are_gated() -> None:
    before = f"{CONTRADICTED}\n\n{SUPPORTED}\n"
    after = f"{CONTRADICTED}\n\n{SUPPORTED}\n\n{INVENTED}\n"
    found = only_touched(checked(after), touched_lines(diff_of(before, after), "draft.md"))
    assert [c.state for c in found.checks] == ["untouched", "untouched", "open"]
    assert gate(found).exit_code == 0
    wrong = f"{SUPPORTED}\n\n{CONTRADICTED}\n"
    found = only_touched(checked(wrong), touched_lines(diff_of(f"{SUPPORTED}\n", wrong), "work/news/draft.md"))
    assert gate(found).exit_code == 1


def test_a_diff_that_touches_nothing_checkable_is_no_pass() -> None:
    before, after = f"---\na: 1\n---\n{CONTRADICTED}\n", f"---\na: 2\n---\n{CONTRADICTED}\n"
    found = only_touched(checked(after), touched_lines(diff_of(before, after, context=0), "draft.md"))
    assert gate(found).exit_code == 3


@pytest.mark.parametrize(
    "diff",
    [
        "",
        "--- a/other.md\n+++ b/other.md\n@@ -1 +1 @@\n-x\n+y\n",
        "--- a/draft.md\n+++ b/draft.md\n@@ -1,3 +1,3 @@\n x\n",
        "--- a/draft.md\n+++ b/draft.md\n@@ -1 +1 @@\n*y\n",
    ],
)
def test_half_a_diff_is_refused(diff: str) -> None:
    with pytest.raises(SettingsError):
        touched_lines(diff, "draft.md")


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", "+e", "-f", "@@ -1 +1 @@", "--- x", "+++ b/y"]), max_size=12),
    st.lists(st.sampled_from(["a", "b", "c", "d", "+e", "-f", "@@ -1 +1 @@", "--- x", "+++ b/y"]), max_size=12),
    st.integers(0, 3),
)
def test_every_line_that_is_new_counts_as_touched(before: list[str], after: list[str], context: int) -> None:
    old, new = "".join(f"{x}\n" for x in before), "".join(f"{x}\n" for x in after)
    diff = diff_of(old, new, context=context)
    if not diff:
        return
    touched = touched_lines(diff, "news/draft.md")
    matcher = difflib.SequenceMatcher(a=before, b=after)
    fresh = {n + 1 for tag, _, _, a, b in matcher.get_opcodes() if tag in ("insert", "replace") for n in range(a, b)}
    assert fresh <= touched
