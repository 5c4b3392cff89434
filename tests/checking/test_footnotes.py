"""A footnote of a Markdown draft is printed below it, so it is read; the target of a link is not."""

from __future__ import annotations

import pytest

from compare.checking.drafts import draft_from_text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Over.[^1]\n\n[^1]: It took four hours.\n", ["Over.[^1]", "It took four hours."]),
        ("Over.[^a]\n\n[^a]: One thing.\n[^b]: Another.\n", ["Over.[^a]", "One thing.", "Another."]),
        ("Over.\n\n[site]: http://harbour.example\n", ["Over."]),
    ],
)
def test_footnotes_are_read(text: str, read: list[str]) -> None:
    source = draft_from_text(text).source
    assert [source.text[b.start : b.end] for b in source.blocks] == read
