from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import ResourceError
from compare.language import antonyms as table
from compare.language.antonyms import antonyms, hypernym_words, synonyms

CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "cases" / "opposites.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_opposites(left: str, right: str, expected: str) -> None:
    listed = right in antonyms(left, weaker=True) or left in antonyms(right, weaker=True)
    assert listed is (expected == "yes")


def test_weaker_antonyms_come_only_where_they_are_asked_for() -> None:
    assert "joint" in antonyms("separate")
    assert antonyms("constructive") == {"destructive"}
    assert antonyms("constructive", weaker=True) > {"destructive"}


@pytest.mark.parametrize(
    ("word", "kind"),
    [("summit", "meeting"), ("soldier", "person"), ("murderer", "killer"), ("pact", "agreement"), ("raid", "attack")],
)
def test_kinds_of_words(word: str, kind: str) -> None:
    assert kind in hypernym_words(word)
    assert word not in hypernym_words(kind)


def test_kinds_leave_out_words_that_fit_everything() -> None:
    assert not {"entity", "thing", "object", "act"} & hypernym_words("summit")
    assert hypernym_words("qwertyuiop") == frozenset()


def test_synonyms_are_those_of_the_first_sense() -> None:
    assert "slayer" in synonyms("killer")
    assert "injure" in synonyms("wound")
    assert "treaty" in synonyms("pact")
    assert "meeting" not in synonyms("summit")
    assert synonyms("") == frozenset()


@given(st.text(max_size=12))
def test_any_text_is_a_question_that_can_be_asked(word: str) -> None:
    assert word not in antonyms(word)


def test_the_table_is_sorted_for_the_search() -> None:
    lines = table._table()
    assert lines == sorted(lines)
    assert sum(map(len, lines)) < 3_000_000


def test_a_missing_table_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "DATA", tmp_path)
    table._table.cache_clear()
    try:
        with pytest.raises(ResourceError, match="install Crosscheck again"):
            table._table()
        (tmp_path / "wordnet.tsv").write_text("half a line\n")
        with pytest.raises(ResourceError, match="damaged"):
            table._table()
    finally:
        table._table.cache_clear()
