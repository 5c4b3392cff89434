"""``--against`` with one source, several, before and after the draft."""

from __future__ import annotations

import pytest

from reports.many_sources import spread

FLAGS = frozenset({"--allow-fetch"})


@pytest.mark.parametrize(
    ("words", "parsed"),
    [
        ("d.md --against a", "d.md --against a"),
        ("d.md --against a b c/", "d.md --against a --against b --against c/"),
        ("d.md --against a --against b", "d.md --against a --against b"),
        ("d.md --against a b -f json", "d.md --against a --against b -f json"),
        ("d.md --against a b -f json -o out.json", "d.md --against a --against b -f json -o out.json"),
        ("d.md --allow-fetch --against a b", "d.md --allow-fetch --against a --against b"),
        ("--against a d.md", "d.md --against a"),
        ("--against a b -f json d.md", "d.md --against a --against b -f json"),
        ("d.md --against - a", "d.md --against - --against a"),
        ("d.md", "d.md"),
        ("d.md --against", "d.md"),
        ("", ""),
    ],
)
def test_every_word_up_to_the_next_option_is_a_source(words: str, parsed: str) -> None:
    assert spread(words.split(), FLAGS) == parsed.split()
