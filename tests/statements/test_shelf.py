"""A long article is parsed and read paragraph by paragraph: the same statements and claims, few parses in memory."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from spacy.tokens import Doc

from compare import compare_sources, read_sources
from compare.claims.reading import read
from compare.model import Source
from compare.statements import shelf, splitting
from compare.statements.splitting import parse_text, read_statements

STORIES = Path(__file__).parents[1] / "stories"
KEPT = 3  # parses that stay in memory, for these tests


def articles(story: str) -> list[Source]:
    found, unread = read_sources(sorted((STORIES / story).glob("*.txt")))
    assert not unread
    return list(found)


def parses_in_memory() -> int:
    gc.collect()
    return sum(isinstance(item, Doc) for item in gc.get_objects())


@pytest.fixture
def every_article_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splitting, "LONG", 0)
    monkeypatch.setattr(shelf, "TAKEN_DOWN", KEPT)


@pytest.mark.parametrize("story", ["court-verdict", "ferry-toll"])
def test_a_long_article_is_read_as_a_short_one(
    story: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = articles(story)
    whole, compared = read(sources, lambda _stage, _share: None), compare_sources(sources)
    request.getfixturevalue("every_article_is_long")
    shelved = read(sources, lambda _stage, _share: None)
    assert shelved.statements == whole.statements
    assert shelved.names == whole.names
    assert shelved.claims == whole.claims
    for one, other in zip(shelved.parsed, whole.parsed, strict=True):
        tokens = [[(t.text, t.i, t.idx, t.tag_, t.dep_, t.head.i, t.lemma_) for t in p.span] for p in (one, other)]
        assert tokens[0] == tokens[1]
    assert compare_sources(sources) == compared


@pytest.mark.usefixtures("every_article_is_long")
def test_few_parses_of_a_long_article_are_in_memory() -> None:
    text = "\n\n".join(
        f"The rescue in Osby took {n} hours. The mayor praised the crew of boat {n}." for n in range(2, 99)
    )
    before = parses_in_memory()
    parsed = parse_text(text)
    assert len({p.offset for p in parsed}) == 97
    for item in parsed:
        assert item.span.text
    assert parses_in_memory() - before <= KEPT


@pytest.mark.usefixtures("every_article_is_long")
def test_a_parse_is_one_object_as_long_as_anybody_holds_a_token_of_it() -> None:
    parsed = read_statements(articles("ferry-toll")[0])
    token = parsed[0].span[0]
    for item in parsed:
        assert item.span.text  # the first parse is put away, but for the token
    assert token == parsed[0].span[0]
    assert token in parsed[0].span
