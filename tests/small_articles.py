"""Small articles written for a test → what the real engine finds in them; cases and stories are read with it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import compare
from compare.facts.labels import RELATIONS as GRAVITY
from compare.model import Comparison, Published, Source
from compare.sources.collecting import read_bytes

CASES = Path(__file__).parent / "cases" / "engine"


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of one table in ``tests/cases/engine``."""
    found: list[dict[str, Any]] = tomllib.loads((CASES / name).read_text("utf-8"))["case"]
    assert len({row["name"] for row in found}) == len(found)
    return found


def articles(texts: Mapping[str, str], published: Mapping[str, date] | None = None) -> list[Source]:
    """Return sources named ``name.txt``, dated where a date is given."""
    found = []
    for name, text in texts.items():
        source = read_bytes(text.encode(), f"{name}.txt", "text")
        day = (published or {}).get(name)
        found.append(source if day is None else replace(source, published=Published(day, "manifest", str(day))))
    return found


def compared(texts: Mapping[str, str], published: Mapping[str, date] | None = None) -> Comparison:
    """Compare small articles."""
    return compare.compare_sources(articles(texts, published))


def relations(comparison: Comparison, left: str, right: str) -> list[str]:
    """Return the relations said of statements that hold the two phrases, gravest first; none where not paired."""
    text = {s.id: " ".join(s.text.split()) for s in comparison.statements}
    for phrase in (left, right):
        assert any(phrase in t for t in text.values()), f"no statement holds {phrase!r}"
    found = {
        pair.relation
        for pair in comparison.pairs
        for one, other in ((pair.left, pair.right), (pair.right, pair.left))
        if left in text[one] and right in text[other]
    }
    return sorted(found, key=GRAVITY.index)


def check(case: Mapping[str, Any]) -> None:
    """Hold one case against the engine: every pair named has the relation named, or none at all."""
    found = compared(case["articles"], case.get("published"))
    for row in case["pairs"]:
        left, right, wanted = row
        said = relations(found, left, right)
        assert (said[:1] or ["none"])[0] in wanted.split("|"), f"{left!r} – {right!r}: {said}"
