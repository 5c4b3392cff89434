"""Kinds of contrast between two statements: each row of the table, both ways round; and what must change nothing."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import judge, quantities

TABLE = Path(__file__).parents[1] / "cases" / "judgement" / "kinds.tsv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
WIDTHLESS = "\u00ad\u200b\u2060"


def fits(relation: str, right: str) -> bool:
    wanted = right.split("|")
    return (
        relation in wanted
        or ("not-agreement" in wanted and relation != "agreement")
        or ("not-conflict" in wanted and relation != "conflict")
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['kind']}: {r['left']} / {r['right']}")
def test_what_two_statements_differ_in(row: dict[str, str]) -> None:
    there, back = judge(row["left"], row["right"]), judge(row["right"], row["left"])
    assert fits(there.relation, row["right relation"]), there.reason
    assert there.relation == back.relation
    assert there.reason.endswith(".")


@pytest.mark.parametrize("kind", sorted({r["kind"] for r in ROWS}))
def test_each_kind_has_examples_and_look_alikes(kind: str) -> None:
    found = [r["right relation"] for r in ROWS if r["kind"] == kind]
    assert len(found) >= 12


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(ROWS), st.sampled_from(WIDTHLESS), st.integers(0, 200))
def test_a_mark_without_width_changes_nothing(row: dict[str, str], mark: str, place: int) -> None:
    words = row["left"].split()
    long = [i for i, w in enumerate(words) if len(w) > 4 and w.isalpha()]
    if not long:
        return
    at = long[place % len(long)]
    words[at] = words[at][:2] + mark + words[at][2:]
    assert judge(" ".join(words), row["right"]).relation == judge(row["left"], row["right"]).relation


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(ROWS), st.integers(0, 200), st.sampled_from("\u00a0\u2009\u202f"))
def test_another_blank_changes_nothing(row: dict[str, str], place: int, blank: str) -> None:
    words = row["left"].split(" ")
    at = place % max(len(words) - 1, 1)
    given = " ".join(words[: at + 1]) + blank + " ".join(words[at + 1 :])
    assert judge(given, row["right"]).relation == judge(row["left"], row["right"]).relation


@pytest.mark.parametrize("dash", ["\u2010", "\u2011", "\u2012", "–"])
def test_another_dash_changes_nothing(dash: str) -> None:
    assert judge(f"The vote was 7{dash}2.", "The vote was 6-3.").relation == "conflict"
    assert judge(f"The march was non{dash}violent.", "The march was violent.").relation == "conflict"


@settings(max_examples=60, deadline=None)
@given(st.integers(3000, 99_999_999), st.sampled_from([",", " ", "\u00a0", "\u2009", "\u202f", "'", "’", ""]))
def test_a_value_is_itself_however_it_is_written(value: int, sign: str) -> None:
    written = f"{value:,}".replace(",", sign)
    [found] = quantities(f"The ministry counted {written} visitors.")
    assert (found.low, found.high) == (Decimal(value), Decimal(value))
    plain = f"The ministry counted {value:,} visitors."
    assert judge(f"The ministry counted {written} visitors.", plain).relation == "agreement"


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 9_999), st.sampled_from(["million", "billion"]))
def test_a_decimal_comma_before_a_scale(tenths: int, scale: str) -> None:
    whole, rest = divmod(tenths, 10)
    [found] = quantities(f"The firm lost €{whole},{rest} {scale}.") if whole < 1000 else [None]
    [same] = quantities(f"The firm lost €{whole}.{rest} {scale}.")
    assert found is None or found.low == same.low


TIMES = list(csv.DictReader((TABLE.parent / "kinds_of_time.tsv").read_text("utf-8").splitlines(), delimiter="\t"))


@pytest.mark.parametrize("row", TIMES, ids=lambda r: f"{r['left']} / {r['right']}")
def test_times_that_differ(row: dict[str, str]) -> None:
    left, right = (date.fromisoformat(row[f"{side} published"]) for side in ("left", "right"))
    there = judge(row["left"], row["right"], left_published=left, right_published=right)
    back = judge(row["right"], row["left"], left_published=right, right_published=left)
    assert fits(there.relation, row["right relation"]), there.reason
    assert there.relation == back.relation
