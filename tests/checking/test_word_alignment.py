"""Which words of a draft meet those of a source, and which face others in their place."""

from __future__ import annotations

import pytest
from sentences import facing, unmet

FACING = [
    ("He was the third person to be charged.", "He was the fourth person charged.", ("third", "fourth")),
    ("Rescuers took 53 people to safety.", "Rescuers took 41 people to safety.", ("53", "41")),
    ("The ferry sank near Kelso.", "The ferry sank near Osby.", ("kelso", "osby")),
    ("The ferry left on Tuesday.", "The ferry left on Thursday.", ("tuesday", "thursday")),
    ("Her aunt Maria Holt called the police.", "Her sister Maria Holt called the police.", ("aunt", "sister")),
    (
        "The shots came at about 9 at night.",
        "The shots were reported at about 7 p.m.",
        ("about 9 at night", "7 p.m"),
    ),
]
MEETING = [
    ("The crew helped the police.", "The crew assisted the police.", "help"),
    ("Nearly 50 people were on board.", "There were 48 people on board.", "nearly 50"),
    ("The firm paid 2.5 million dollars.", "The company paid $2.5 million.", "2.5 million dollars"),
    ("Half a dozen children were rescued.", "Six children were rescued.", "half a dozen"),
]


@pytest.mark.parametrize(("draft", "source", "pair"), FACING)
def test_values_face_each_other_in_one_place(draft: str, source: str, pair: tuple[str, str]) -> None:
    assert any(ours.startswith(pair[0]) and theirs.startswith(pair[1]) for ours, theirs in facing(draft, source))


@pytest.mark.parametrize(("draft", "source", "key"), MEETING)
def test_what_only_rephrases_is_met(draft: str, source: str, key: str) -> None:
    assert not any(found.startswith(key) for found in unmet(draft, source))


def test_two_bounds_with_other_ends_do_not_meet() -> None:
    draft, source = "The reward is up to 10,000 dollars.", "The reward is up to 5,000 dollars."
    assert any("10,000" in key for key in unmet(draft, source))


def test_the_same_sentence_faces_nothing() -> None:
    text = "Rescuers took 41 people to safety near Kelso on Thursday."
    assert (facing(text, text), unmet(text, text)) == (set(), set())
