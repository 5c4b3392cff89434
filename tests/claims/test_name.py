"""Names across articles: the table of cases, and what holds for any set."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.name import resolve_names
from compare.model import Name
from compare.statements.splitting import Parsed, parse_text

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "names.toml").read_text(encoding="utf-8")
)["case"]


def read(texts: list[str]) -> tuple[list[tuple[Parsed, ...]], dict[str, tuple[Name, ...]]]:
    articles = [parse_text(text, f"{number}.txt") for number, text in enumerate(texts)]
    return articles, resolve_names(articles)


def keys_of(texts: list[str]) -> dict[str, set[str]]:
    articles, names = read(texts)
    found: dict[str, set[str]] = defaultdict(set)
    for article, text in zip(articles, texts, strict=True):
        for parsed in article:
            for name in names[parsed.statement.id]:
                assert text[name.start : name.end] == name.text
                found[name.text].add(name.key)
    return found


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = keys_of(case["articles"])
    for group in case.get("same", []):
        assert len(set().union(*(found[words] for words in group))) == 1, (group, dict(found))
        assert all(found[words] for words in group), (group, dict(found))
    for left, right in case.get("apart", []):
        assert found[left], dict(found)
        assert found[right], dict(found)
        assert not found[left] & found[right], dict(found)
    for words in case.get("absent", []):
        assert words not in found, dict(found)


def test_every_kind_of_case_is_there() -> None:
    assert sum("same" in c for c in CASES) >= 8
    assert sum("apart" in c for c in CASES) >= 6


def test_order_of_articles_changes_no_key() -> None:
    texts = [text for case in CASES for text in case["articles"]]
    assert keys_of(texts[:8]) == keys_of(texts[:8][::-1])


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from("Anne Roux Mr the president of France 's (ABC) Kremlin , . said -".split()), max_size=12)
)
def test_any_words_keep_the_invariants(words: list[str]) -> None:
    text = " ".join(words)
    articles, names = read([text, "Anne Roux said so."])
    for parsed in articles[0]:
        found = names[parsed.statement.id]
        assert all(text[n.start : n.end] == n.text and n.key for n in found)
        assert list(found) == sorted(found, key=lambda n: (n.start, n.end))
