"""Moments: the table of cases, phrases from outside, comparison of two moments."""

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.moment import moments_in
from compare.claims.same_time import same_time
from compare.language.en.zones import place_zones
from compare.model import Moment, Published
from compare.statements.splitting import parse_text

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "moments.toml").read_text(encoding="utf-8")
)["case"]
JUNE_16 = Published(date(2021, 6, 16), "manifest", "2021-06-16")


def read(text: str, published: Published | None = JUNE_16) -> list[Moment]:
    return [m for p in parse_text(text) for m in moments_in(p.span, p.offset, published)]


def shown(when: datetime | None) -> str:
    if when is None:
        return "-"
    return when.strftime("%Y-%m-%dT%H:%M").removesuffix("T00:00")


def day_of(case: dict[str, Any]) -> Published | None:
    day = case.get("published", "2021-06-16")
    return None if day == "none" else Published(date.fromisoformat(day), "manifest", day)


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:60] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = read(case["text"], day_of(case))
    assert [[m.text, shown(m.earliest), shown(m.latest)] for m in found] == case["found"]
    assert all(case["text"][m.start : m.end] == m.text for m in found)


def test_phrases_from_outside(shared: Path) -> None:
    """Dates and times of the shared phrases; every one must be read, none of the other phrases may give a day."""
    rows = json.loads((shared / "data" / "phrases-dev.json").read_text(encoding="utf-8"))
    for row in rows:
        found = read(row["phrase"])
        for want in row["expected"]:
            if want["kind"] in ("date", "reldate", "month", "year", "time", "vaguedate"):
                assert found, row
            if want["kind"] in ("date", "reldate") and want["value"] and len(want["value"]) == 3:
                assert found[0].earliest == datetime(*want["value"]), row  # noqa: DTZ001  (naive local time by design)
            if want["kind"] == "time":
                assert [found[0].hour, found[0].minute or 0] == want["value"], row
        if not any(w["kind"] in ("date", "reldate", "month", "year", "time", "vaguedate") for w in row["expected"]):
            assert not [m for m in found if m.basis != "unresolved"], row


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("It was held on June 16.", "It was held on Wednesday.", True),
        ("It was held on Friday.", "It was held on Saturday.", False),
        ("It was held in June.", "It was held on June 16.", True),
        ("It was held in May.", "It was held on June 14.", False),
        ("It was held on 16 June 2021.", "It was held on 17 June 2021.", False),
        ("It begins at 1 pm Geneva time on Wednesday.", "It begins at 2 pm Moscow time on Wednesday.", True),
        ("It begins at 1 pm Geneva time on Wednesday.", "It begins at 6 pm Moscow time on Wednesday.", False),
        ("It began last week.", "It began yesterday.", False),
        ("It began two days later.", "It began yesterday.", None),
        ("It was held at 4 p.m.", "It was held on Friday night.", False),
        ("It was held at 9 p.m.", "It was held on Friday night.", None),
        ("It was held at 2:46 this afternoon.", "It was held at 2:46 p.m. on Wednesday.", True),
    ],
)
def test_same_time_resolved(left: str, right: str, same: bool | None) -> None:
    assert same_time(read(left)[0], read(right)[0]) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("It was held on Friday.", "It was held on Saturday.", False),
        ("It was held on Friday.", "It was held on Friday.", True),
        ("It was held on Wednesday.", "It was held on June 16.", None),
        ("It was held on June 15.", "It was held on June 16.", False),
        ("It was held in June.", "It was held on May 16.", False),
        ("It was held at 6 pm.", "It was held at 7 pm.", False),
        ("It was held at 6 pm Moscow time.", "It was held at 7 pm.", None),
        ("It was held last week.", "It was held on Monday.", None),
    ],
)
def test_same_time_unresolved(left: str, right: str, same: bool | None) -> None:
    assert same_time(read(left, None)[0], read(right, None)[0]) is same


def test_every_zone_exists() -> None:
    from zoneinfo import ZoneInfo

    assert len(place_zones()) > 300
    assert all(ZoneInfo(zone) for zone in sorted(set(place_zones().values())))


WORDS = (
    "on in last next June May 16 2021 Monday evening at 1 pm Geneva time the weekend ago two days later may 31 "
    "February 30 0600 GMT 1990s , . this year early"
).split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_any_words_keep_the_invariants(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    for moment in found:
        assert text[moment.start : moment.end] == moment.text
        assert (moment.earliest is None) == (moment.latest is None) == (moment.basis == "unresolved")
        if moment.earliest is not None and moment.latest is not None:
            assert moment.earliest < moment.latest
        assert same_time(moment, moment) is not False
    assert all(a.end <= b.start for a, b in pairwise(found))
