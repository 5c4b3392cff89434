"""Contrast pairs: what is changed is false, what is rewritten stays true, and the same seed makes the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from compare.language.pipeline import english
from compare.matching.reader.training.edit import other_number
from compare.matching.reader.training.edits import Pools, edits
from compare.matching.reader.training.events import FOLDS, fold_of
from compare.matching.reader.training.rewrites import rewrites, rounds
from compare.matching.reader.training.rows import CONTRADICTS, ENTAILS, Row, balanced, read_rows, write_rows

POOLS = Pools({"PERSON": ["Ann Lee"], "GPE": ["Dallas"], "ORG": ["Harbour Bank"]})
STORM = "Police said 12 people were killed on Monday in Houston, and John Smith was arrested at 3 p.m."


def changed(text: str) -> dict[str, list[str]]:
    """Return the false texts by kind."""
    return {k: [e.text for e in v] for k, v in edits(english()(text), random.Random(1), POOLS).items()}


def said(text: str) -> dict[str, list[str]]:
    """Return the true texts by kind."""
    return {k: [e.text for e in v] for k, v in rewrites(english()(text), random.Random(1), {"hit": "hit"}).items()}


@pytest.mark.parametrize("kind", ["number", "day", "hour", "state", "negation", "place", "name"])
def test_every_kind_changes_the_sentence(kind: str) -> None:
    found = changed(STORM)[kind]
    assert found
    assert all(text != STORM for text in found)


def test_a_number_keeps_its_dress() -> None:
    draw = random.Random(2)
    assert "," in (other_number("12,400", draw) or "")
    assert (other_number("seven", draw) or "").isalpha()
    assert other_number("seven", draw) != "seven"
    assert other_number("Houston", draw) is None


def test_doer_and_done_to_change_places() -> None:
    assert changed("The senator criticized the mayor on Friday.")["swap"] == [
        "The mayor criticized the senator on Friday."
    ]


def test_a_denial_is_put_in_and_taken_out() -> None:
    assert "The council did not approve the plan." in changed("The council approved the plan.")["negation"]
    assert "The council did approve the plan." in changed("The council did not approve the plan.")["negation"]


def test_what_is_said_moves() -> None:
    found = said("The bridge was closed after the storm, the mayor said.")
    assert "According to the mayor, the bridge was closed after the storm." in found["saying"]
    assert "The bridge was closed after the storm." in found["unsaid"]


def test_a_number_is_rounded_near_itself() -> None:
    assert rounds(47, random.Random(1)) in {
        f"{w} {n}" for w in ("nearly", "almost", "about", "just under") for n in ("50", "fifty")
    }
    assert rounds(50, random.Random(1)) is None


def test_a_clause_is_left_out() -> None:
    assert any(len(text) < len(STORM) for text in said(STORM)["shortened"])


def test_the_same_seed_makes_the_same() -> None:
    assert changed(STORM) == changed(STORM)
    assert said(STORM) == said(STORM)


def test_rows_come_back_from_their_file(tmp_path: Path) -> None:
    rows = [Row("a", "b", "number", 1, CONTRADICTS, 1), Row("c", "d", "passive", nli=ENTAILS, group="x")]
    assert write_rows(rows, tmp_path / "rows.jsonl") == 2
    assert read_rows(tmp_path / "rows.jsonl") == rows


def test_no_kind_of_false_rows_outweighs() -> None:
    rows = [Row(str(n), "", "negation", 1, CONTRADICTS, 1) for n in range(50)] + [
        Row("t", "", "passive", 1, ENTAILS, 0)
    ]
    assert len(balanced(rows, random.Random(1), most_false=10)) == 11


def test_folds_are_even_and_part_the_two_old_events() -> None:
    names = ["geneva", "lauten-resigns", *(f"b-{n}" for n in range(12)), *(f"g-{n}" for n in range(16))]
    found = fold_of(names)
    assert set(found.values()) == set(range(FOLDS))
    assert found["geneva"] != found["lauten-resigns"]
    assert found == fold_of(list(reversed(names)))
