"""From traits to groups: what belongs together, what must not, and that no group depends on the order of articles."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.corpus.grouping import grouped, weighed
from compare.corpus.likeness import MEASURES, as_json, from_json, learned, measured
from compare.corpus.linkage import average_linkage
from compare.corpus.matrices import matrices_of
from compare.corpus.neighbours import WINDOW, neighbours
from compare.corpus.rarity import rarity, usual_share
from compare.corpus.traits import Traits, traits_of
from compare.model import Published, Source
from compare.sources.collecting import read_bytes

STORIES = Path(__file__).parents[1] / "stories"
EVENTS = {"court-verdict": date(2015, 2, 5), "ferry-toll": date(2017, 11, 15)}


def story(name: str, when: date | None) -> list[Traits]:
    files = sorted((STORIES / name).glob("*.txt"))
    return [traits_of(dated(read_bytes(f.read_bytes(), f.name, "text"), when)) for f in files]


def dated(source: Source, when: date | None) -> Source:
    return replace(source, published=Published(when, "manifest", str(when)) if when else None)


def groups_of(traits: list[Traits]) -> list[tuple[int, ...]]:
    return list(grouped(weighed(matrices_of(traits))).groups)


def test_two_events_are_two_groups_whether_or_not_their_days_are_known() -> None:
    for when in (True, False):
        traits = [t for name, day in EVENTS.items() for t in story(name, day if when else None)]
        assert groups_of(traits) == [(0, 1, 2), (3, 4, 5)]


def test_articles_far_apart_in_time_are_never_weighed() -> None:
    one, other, _ = story("ferry-toll", date(2017, 11, 15))
    late = replace(other, day=(one.day or 0) + WINDOW + 1)
    assert not len(neighbours(matrices_of([one, late]))[0])
    assert len(neighbours(matrices_of([one, replace(late, day=None)]))[0]) == 1


def test_the_order_of_the_articles_changes_no_group() -> None:
    traits = [t for name, day in EVENTS.items() for t in story(name, day)]
    order = list(range(len(traits)))
    random.Random(3).shuffle(order)
    shuffled = groups_of([traits[n] for n in order])
    assert sorted(tuple(sorted(order[n] for n in group)) for group in shuffled) == groups_of(traits)


def test_what_somebody_decided_holds() -> None:
    traits = [t for name, day in EVENTS.items() for t in story(name, day)]
    pairs = weighed(matrices_of(traits))
    assert grouped(pairs, together=[(2, 3)]).groups[0][:1] == (0,)
    joined = next(g for g in grouped(pairs, together=[(2, 3)]).groups if 2 in g)
    assert 3 in joined
    split = grouped(pairs, apart=[(0, 1)]).groups
    assert not any({0, 1} <= set(g) for g in split)
    assert (3, 4, 5) in split


def test_a_great_event_is_found_whole_though_an_article_proposes_few() -> None:
    words = [f"detail{n}" for n in range(600)]
    picks = random.Random(5)
    base = story("ferry-toll", date(2017, 11, 15))[0]
    crowd = []
    for _ in range(150):
        own = picks.sample(words, 25)
        crowd.append(replace(base, words={**base.words, **dict.fromkeys(own, 1)}))
    other = story("court-verdict", date(2017, 11, 15))
    assert groups_of([*crowd, *other]) == [tuple(range(150)), (150, 151, 152)]


def test_none_and_one_are_no_trouble() -> None:
    assert groups_of([]) == []
    assert groups_of(story("ferry-toll", None)[:1]) == [(0,)]
    empty = Traits({}, {}, {}, {}, {}, (), None)
    assert groups_of([empty, empty]) == [(0,), (1,)]


def test_average_linkage_outvotes_one_bridge() -> None:
    strong = [(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (3, 4, 0.9), (3, 5, 0.9), (4, 5, 0.9)]
    assert average_linkage([1] * 6, [*strong, (2, 3, 0.95)], 0.5) == [[0, 1], [2, 3], [4, 5]]
    assert average_linkage([1] * 6, [*strong, (2, 3, 0.8)], 0.5) == [[0, 1, 2], [3, 4, 5]]
    assert average_linkage([1] * 3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)], 0.5, [(0, 2)]) in (
        [[0, 1], [2]],
        [[0], [1, 2]],
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 10), min_size=21, max_size=21))
def test_linkage_puts_every_node_into_one_group_and_leaves_no_two_groups_to_join(tenths: list[int]) -> None:
    number = 7
    edges = {pair: n / 10 for pair, n in zip(combinations(range(number), 2), tenths, strict=True) if n}
    groups = average_linkage([1] * number, [(*pair, p) for pair, p in sorted(edges.items())], 0.5)
    assert sorted(n for g in groups for n in g) == list(range(number))
    for place, one in enumerate(groups):
        for other in groups[:place]:
            between = [edges.get((min(i, j), max(i, j)), 0.0) for i in one for j in other]
            assert sum(between) / len(between) < 0.5 + 1e-6


def test_measures_are_symmetric_and_within_their_range() -> None:
    import numpy as np

    found = matrices_of([t for name, day in EVENTS.items() for t in story(name, day)])
    one, other = np.array([0, 0, 3]), np.array([1, 4, 5])
    table = measured(found, one, other)
    assert table.shape == (3, len(MEASURES))
    assert np.allclose(table, measured(found, other, one))
    assert (table >= 0).all()
    assert (np.delete(table, list(MEASURES).index("days"), axis=1) <= 1.001).all()


def test_weights_are_whole_and_survive_their_json() -> None:
    assert set(learned().rows) == set(MEASURES)
    assert from_json(as_json(learned())) == learned()
    damaged = as_json(learned())
    del damaged["rows"]["days"]
    with pytest.raises(KeyError):
        from_json(damaged)


def test_rarity_is_that_of_english_where_the_articles_are_few() -> None:
    assert usual_share("the") > 0.4
    assert usual_share("skarholm") < 0.01
    assert rarity("skarholm", 3, 3) > 4 * rarity("the", 3, 3)
    assert rarity("police", 100_000, 100_000) < 0.1


def test_a_name_is_what_is_never_written_small() -> None:
    traits = traits_of(read_bytes(b"Rose met Sand. The rose was red, she, 41, said at 5.30.", "a.txt", "text"))
    assert set(traits.names) == {"sand", "the"} or set(traits.names) == {"sand"}
    assert "5.30" in traits.numbers
    assert traits.ages == ("41",)
