"""What holds whatever the articles say: order, repetition and copies change nothing; places, counts and scores fit."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_articles import articles, compared

import compare
from compare.model import Comparison, Source
from compare.settings import Settings
from compare.wire.report import to_json
from reports.formats import render

STORIES = sorted(p.parent for p in (Path(__file__).parent / "stories").glob("*/story.toml"))
SENTENCES = (
    "At least nine people were killed when the ferry Alma sank off Skarholm.",
    "Seventeen people were killed when the ferry Alma sank off Skarholm.",
    "The talks in Larn lasted five hours.",
    "The talks in Larn are expected to last three hours.",
    "Mara Voss called Henrik Tolle a “thief” on Tuesday.",
    "Mara Voss called Henrik Tolle a “robber” on Wednesday.",
    "The court in Dorna sentenced Viktor Sand to six years in prison.",
    "Leave a Reply",
    "The price of bread rose by 4 per cent in May.",
    "No deal was signed, and none is planned.",
)


@cache
def story(folder: Path) -> tuple[Source, ...]:
    """Return the articles of a story, dated as it says."""
    published = tomllib.loads((folder / "story.toml").read_text("utf-8"))["published"]
    return tuple(articles({p.stem: p.read_text("utf-8") for p in sorted(folder.glob("*.txt"))}, published))


def findings(comparison: Comparison) -> list[tuple[object, ...]]:
    """Return what was found, without what only names it."""
    return sorted((f.key, f.relation, f.question, f.sources, f.independent, f.dissent) for f in comparison.facts)


def sound(comparison: Comparison) -> None:
    """Hold what must be true of every comparison."""
    text = {s.id: s.text for s in comparison.sources}
    statements = {s.id: s for s in comparison.statements}
    claims = {c.id: c for c in comparison.claims}
    assert len(statements) == len(comparison.statements)
    for s in comparison.statements:
        assert text[s.source][s.start : s.end] == s.text
        assert s.text.strip() == s.text != ""
    for source in comparison.sources:
        for mark in source.furniture:
            inside = [s for s in comparison.statements if s.source == source.id]
            assert not [s for s in inside if s.start < mark.end and mark.start < s.end], mark
    for c in comparison.claims:
        s = statements[c.statement]
        assert s.source == c.source
        assert s.start <= c.start < c.end <= s.end
    seen = set()
    for fact in comparison.facts:
        answered = {a.claim for a in fact.answers}
        assert fact.pairs
        assert 1 <= fact.independent <= fact.sources <= len({a.source for a in fact.answers})
        for pair in fact.pairs:
            assert pair not in seen, "a pair belongs to one fact"
            seen.add(pair)
            assert statements[pair.left].source != statements[pair.right].source
            assert claims[pair.left_claim].statement == pair.left
            assert claims[pair.right_claim].statement == pair.right
            assert 0 <= pair.score <= 1
            assert {pair.left, pair.right} <= {a.statement for a in fact.answers}
        for answer in fact.answers:
            assert answer.claim in answered
            for start, end in answer.marks:
                place = statements[answer.statement]
                assert place.start <= start < end <= place.end
    paired = {x for p in comparison.pairs for x in (p.left, p.right)}
    assert not paired & set(comparison.single)
    assert set(comparison.single) <= set(statements)
    for near in comparison.set_aside:
        assert 0 <= near.score <= 1
        assert near.reason
    assert dict(comparison.settings), "the settings are shown"


@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_a_story_is_sound_and_its_order_tells_nothing(folder: Path) -> None:
    given_first = compare.compare_sources(story(folder))
    sound(given_first)
    assert given_first.facts, "a story without findings proves nothing"
    document = to_json(given_first)
    for order in permutations(story(folder)):
        assert to_json(compare.compare_sources(order)) == document


@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_duplicating_an_article_changes_no_count(folder: Path) -> None:
    plain = compare.compare_sources(story(folder))
    for source in story(folder):
        copied = replace(source, id=f"z-{source.id}", path=f"z-{source.path}")
        double = compare.compare_sources([*story(folder), copied])
        sound(double)
        assert [o.sources for o in double.origins if o.whole] == [(source.id, copied.id)]
        assert counts(double) == counts(plain), source.id
        assert sorted((f.relation, f.independent) for f in double.facts) == sorted(
            (f.relation, f.independent) for f in plain.facts
        )


def counts(comparison: Comparison) -> Mapping[str, int]:
    """Return how many facts there are of each relation, and how many statements only one source makes."""
    return {**Counter(f.relation for f in comparison.facts), "single": len(comparison.single)}


@pytest.mark.parametrize("name", ["json", "html", "markdown", "text"])
def test_two_processes_write_the_same_bytes(name: str) -> None:
    digests = set()
    paths = [str(p) for p in sorted(STORIES[0].glob("*.txt"))]
    for seed in ("1", "4242"):
        done = subprocess.run(
            [sys.executable, "-m", "reports.cli", "report", *paths, "-f", name],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[1],
            env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1"},
        )
        digests.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(digests) == 1


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), min_size=1, max_size=4))
def test_any_articles_are_sound(texts: list[list[str]]) -> None:
    named = {f"article-{n}": "\n\n".join(sentences) for n, sentences in enumerate(texts)}
    found = compared(named)
    sound(found)
    turned = dict(reversed(named.items()))
    assert to_json(compared(turned)) == to_json(found)
    assert findings(compared(turned)) == findings(found)


def test_the_settings_decide_and_are_shown() -> None:
    sources = story(STORIES[0])
    strict = Settings(pair_at=1.0, most_set_aside=3)
    found = compare.compare_sources(sources, settings=strict)
    assert found.settings["pair_at"] == "1"
    assert found.settings["most_set_aside"] == "3"
    assert set(strict.as_words()) == set(found.settings)
    assert len(found.set_aside) <= 3
    assert all(p.score == 1.0 for p in found.pairs if p.relation in ("agreement", "difference"))
    assert len(found.pairs) < len(compare.compare_sources(sources).pairs)


def test_furniture_takes_part_in_nothing() -> None:
    body = "The talks in Larn lasted five hours, the ministers said on Friday."
    page = f"Long talks in Larn\n\n{body}\n\nLeave a Reply\n\nRequired fields are marked *"
    found = compared({"a": page, "b": page.replace("five", "three")})
    sound(found)
    assert {s.text for s in found.statements} & {"Leave a Reply", "Required fields are marked *"} == set()
    assert all(any("Leave a Reply" in s.text[m.start : m.end] for m in s.furniture) for s in found.sources)


def test_one_article_or_none_finds_nothing() -> None:
    alone = compared({"a": "Nine people were killed. Ten people were killed."})
    sound(alone)
    assert alone.facts == ()
    assert len(alone.single) == len(alone.statements) == 2
    assert "a.txt" in render(alone, "text")
