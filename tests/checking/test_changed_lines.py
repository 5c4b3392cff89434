"""Which lines a diff touches, whatever characters it holds: no change slips past the gate."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import Any

import pytest
from draft_cases import CONTRADICTED, SUPPORTED, checked
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.checking.changed_lines import only_touched, touched_lines
from compare.checking.gate import gate
from compare.errors import SettingsError

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "checking" / "diffs.toml").read_text("utf-8"))["touch"]
ENDS = "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e\r"  # each ends a line for str.splitlines and none for git


def diff_of(before: list[str], after: list[str]) -> str:
    rows = difflib.unified_diff(before, after, "a/news/draft.md", "b/news/draft.md", n=3, lineterm="")
    return "".join(f"{row}\n" for row in rows)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_lines_that_a_diff_touches(case: dict[str, Any]) -> None:
    path = case.get("path", "d.md")
    if case["lines"] == "error":
        with pytest.raises(SettingsError):
            touched_lines(case["diff"], path)
    else:
        assert sorted(touched_lines(case["diff"], path)) == case["lines"]


@settings(max_examples=200)
@given(
    st.lists(st.text(st.sampled_from("ab" + ENDS), max_size=6), max_size=8),
    st.lists(st.text(st.sampled_from("ab" + ENDS), max_size=6), max_size=8),
)
def test_a_diff_is_read_as_if_the_characters_were_plain(before: list[str], after: list[str]) -> None:
    diff = diff_of(before, after)
    if diff:
        plain = diff.translate(dict.fromkeys(map(ord, ENDS), "_"))
        assert touched_lines(diff, "news/draft.md") == touched_lines(plain, "news/draft.md")


@pytest.mark.parametrize("end", ENDS, ids=lambda c: f"U+{ord(c):04X}")
@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html"])
def test_a_changed_line_is_gated_behind_any_character(end: str, name: str) -> None:
    calm = f"All was calm.{end} Nobody was cold.{end} It was night."
    before = [SUPPORTED, "", calm, "", "The end."]
    after = [SUPPORTED, "", calm, "", CONTRADICTED]
    if name == "draft.html":
        before, after = ([f"<p>{line}</p>" for line in lines] for lines in (before, after))
    found = only_touched(checked("\n".join(after) + "\n", name), touched_lines(diff_of(before, after), "draft.md"))
    assert gate(found).exit_code == 1


def test_a_diff_must_fit_the_draft_as_it_is(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("One.\nTwo.\nThree.\n", "utf-8")
    diff = diff_of(["One.", "2.", "Three."], ["One.", "Two.", "Three."])
    assert touched_lines(diff.replace("news/", ""), str(draft)) == {1, 2}
    draft.write_text("A new line.\nOne.\nTwo.\nThree.\n", "utf-8")
    with pytest.raises(SettingsError, match="does not fit"):
        touched_lines(diff.replace("news/", ""), str(draft))


def test_a_file_of_the_same_name_elsewhere_is_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sport").mkdir()
    (tmp_path / "sport" / "draft.md").write_text("One.\nTwo.\n", "utf-8")
    monkeypatch.chdir(tmp_path / "sport")
    diff = diff_of(["One."], ["One.", "Two."])
    with pytest.raises(SettingsError, match="does not speak"):
        touched_lines(diff, "draft.md")
    assert touched_lines(diff.replace("news/", "sport/"), "draft.md") == {2}
