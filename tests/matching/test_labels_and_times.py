"""One act at two times, one label in two wordings; and what only looks so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from small_articles import cases, check

from compare.matching.labels_and_times import LONGEST_LABEL, is_label
from compare.model import Claim, Quotation


@pytest.mark.parametrize("case", cases("labels_and_times.toml"), ids=lambda c: c["name"])
def test_labels_and_times(case: Mapping[str, Any]) -> None:
    check(case)


def quoting(words: str, *, scare: bool = False) -> Claim:
    value = Quotation(0, len(words) + 2, f"“{words}”", words, scare=scare)
    return Claim("c", "s", "a.txt", "quotation", 0, len(words) + 2, value)


def test_a_label_is_a_word_or_two_of_somebody() -> None:
    assert is_label(quoting("crook"))
    assert is_label(quoting("a common crook"))
    assert not is_label(quoting("crook", scare=True))
    assert not is_label(quoting("word " * (LONGEST_LABEL + 1)))
    assert not is_label(quoting(""))
