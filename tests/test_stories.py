"""Each story in ``tests/stories``: small articles of our own and the findings that a reader would expect of them.

``story.toml`` names the facts (two phrases, the relation of the statements that hold them, the sources, words of the
answers, the lone dissenter) and the pairs that must never be made, each with the reason.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from small_articles import compared, relations

from compare.facts.labels import letter
from compare.model import Comparison, Fact

STORIES = sorted(p.parent for p in (Path(__file__).parent / "stories").glob("*/story.toml"))


def told(folder: Path) -> tuple[dict[str, Any], Comparison]:
    story = tomllib.loads((folder / "story.toml").read_text("utf-8"))
    texts = {p.stem: p.read_text("utf-8") for p in sorted(folder.glob("*.txt"))}
    assert set(story["published"]) == set(texts)
    return story, compared(texts, story["published"])


def facts_with(comparison: Comparison, left: str, right: str) -> list[Fact]:
    """Return the facts in which the statements that hold the two phrases are paired."""
    text = {s.id: " ".join(s.text.split()) for s in comparison.statements}
    return [
        fact
        for fact in comparison.facts
        for pair in fact.pairs
        if any(left in text[a] and right in text[b] for a, b in ((pair.left, pair.right), (pair.right, pair.left)))
    ]


@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_a_story_is_understood(folder: Path) -> None:
    story, comparison = told(folder)
    for wanted in story["fact"]:
        said = relations(comparison, *wanted["about"])
        assert (said or ["none"])[0] in wanted["relation"].split("|"), wanted["about"]
        found = facts_with(comparison, *wanted["about"])
        fitting = [
            fact
            for fact in found
            if {f"{name}.txt" for name in wanted["sources"]} <= {a.source for a in fact.answers}
            and all(any(value in a.value for a in fact.answers) for value in wanted["values"])
        ]
        assert fitting, (wanted, [[a.value for a in fact.answers] for fact in found])
        if "dissent" in wanted:
            lone = next(letter(n) for n, s in enumerate(comparison.sources) if s.id == f"{wanted['dissent']}.txt")
            assert any((fact.dissent or "").startswith(f"{lone} ") for fact in fitting), wanted
    for trap in story["never"]:
        assert not {"conflict", "update"} & set(relations(comparison, *trap["pair"])), trap["why"]


def test_there_are_stories() -> None:
    assert len(STORIES) >= 3
