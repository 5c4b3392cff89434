"""Dates that no newsroom set are not believed, and none of them stops a run."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from compare import compare_sources, judge
from compare.model import Published
from compare.sources import read_source
from compare.sources.front_matter import moment_of
from compare.sources.placeholder_dates import doubt_of

TABLE = Path(__file__).parents[1] / "cases" / "readers" / "placeholder_dates.tsv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t"))
WORDS = "The bridge in Osby fell yesterday. The talks will end tomorrow. The mayor spoke on Monday, 3 years ago."


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['given']} {row['basis']}")
def test_a_placeholder_is_no_date(row: dict[str, str]) -> None:
    when = moment_of(row["given"])
    assert when is not None
    doubt = doubt_of(Published(when, row["basis"], row["given"]))  # type: ignore[arg-type]
    assert (doubt is None) == (row["believed"] == "yes"), row["why"]


@pytest.mark.parametrize("given", ["0001-01-01", "1970-01-01T00:00:00Z", "9999-12-31"])
def test_the_date_is_not_known_and_noted(tmp_path: Path, given: str) -> None:
    sources = []
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(f"---\ntitle: Bridge falls\npublished: {given}\n---\n{WORDS}\n", "utf-8")
        sources.append(read_source(tmp_path / name))
    assert [s.published for s in sources] == [None, None]
    assert "placeholder" in sources[0].notes[0]
    compare_sources(sources)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_stop_no_judgement(day: date) -> None:
    assert judge(WORDS, "The bridge fell on Tuesday.", left_published=day, right_published=day)


def test_another_date_of_the_article_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        f"---\npublished: 1970-01-01\n---\n# Bridge falls\n\nPublished March 4, 2021\n\n{WORDS}\n"
    )
    source = read_source(tmp_path / "a.md")
    assert source.published == replace(source.published, when=date(2021, 3, 4))  # type: ignore[type-var]
    assert "another date was taken" in source.notes[0]
