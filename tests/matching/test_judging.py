"""Likely pairs and the values they give: which are paired, as what, and what is set aside with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import pytest
from small_articles import cases, check, compared

from compare.matching.slot_mates import MANY_FIGURES, SLOT_MATES, slot_mates


@pytest.mark.parametrize("case", cases("judging.toml"), ids=lambda c: c["name"])
def test_judging(case: Mapping[str, Any]) -> None:
    check(case)


def test_a_near_miss_is_set_aside_with_its_reason() -> None:
    found = compared(
        {
            "a": "The union said that 78 per cent of its members had backed the walkout. Buses stood still. Rain fell.",
            "b": "At the time 91 percent of the tram crews had backed the walkout. Taxis were paid for. Shops shut.",
        }
    )
    text = {s.id: s.text for s in found.statements}
    (near,) = [s for s in found.set_aside if "walkout" in text[s.left] and "walkout" in text[s.right]]
    assert near.reason == "Their figures differ: 78 per cent and 91 percent."


def test_few_figures_of_one_slot_all_meet_and_very_many_meet_the_likest() -> None:
    sources = ["a" if n % 2 else "b" for n in range(4 * MANY_FIGURES)]
    few = {n: {"toll"} for n in range(6)}
    assert sorted(slot_mates(few, sources)) == [(a, b) for a, b in combinations(range(6), 2) if (a - b) % 2]
    many = {n: {"toll", f"town{n // 2}"} for n in range(2 * MANY_FIGURES)}
    found = set(slot_mates(many, sources))
    assert {(n, n + 1) for n in range(0, 2 * MANY_FIGURES, 2)} <= found
    assert len(found) <= SLOT_MATES * len(many)
