"""What a check offers to put in: one giver's figure for the same slot and day, from a source none is later than."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from compare.checking.checker import Checker
from compare.checking.draft import draft_from_text, finish
from compare.checking.gate import gate
from compare.checking.model import DraftCheck
from compare.sources import read_sources
from reports.check.formats import FORMATS
from reports.formats import Options

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "checking" / "replacing.toml").read_text(encoding="utf-8")
)["case"]


def check_of(case: dict[str, Any], folder: Path) -> DraftCheck:
    for number, (day, text) in enumerate(case["sources"]):
        head = f"---\ndate: {day}\n---\n" if day else ""
        (folder / f"{'abc'[number]}.md").write_text(f"{head}# The port of Osby\n\n{text}\n", encoding="utf-8")
    sources, _ = read_sources(sorted(folder.glob("*.md")))
    head = f"---\ndate: {case['published']}\n---\n" if "published" in case else ""
    return finish(draft_from_text(f"{head}{case['draft']}\n", "draft.md"), Checker(sources))


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_what_is_offered(case: dict[str, Any], tmp_path: Path) -> None:
    [check] = [c for c in check_of(case, tmp_path).checks if c.label] or [None]
    told = check.assessment if check else None
    assert (told.replacement if told else None) == case.get("offer")
    assert told is None or (told.suggestion is None) == (told.replacement is None)
    if "says" in case:
        assert told is not None
        assert [word for word in case["says"] if f"‘{word}’" not in told.reason] == []


@pytest.mark.parametrize("name", ["text", "line", "github", "sarif", "json", "junit", "html", "markdown"])
def test_no_output_offers_what_another_giver_says(name: str, tmp_path: Path) -> None:
    checked = check_of(next(c for c in CASES if c["name"] == "figure of another giver"), tmp_path)
    assert checked.findings
    out = FORMATS[name].render(checked, gate(checked), Options())
    assert "over 100" in out.lower() or name == "line"
    if name == "sarif":
        assert all("fixes" not in row for row in json.loads(out)["runs"][0]["results"])
    elif name == "json":
        assert all(c.get("replacement") is None and c.get("suggestion") is None for c in json.loads(out)["checks"])
    else:
        assert "write" not in out.lower().replace("written", "")
