"""What the other pairs of a set say of one pair: third articles, rivals, neighbours."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.matching.alignment import weights
from compare.matching.collective import NAMES, TEXTS, around

SOURCES = ("a", "a", "b", "b", "c")
EVEN, SURE, UNLIKELY = 0.0, 40.0, -40.0  # log2 odds: probabilities of 1/2, 1 and 0
ODDS = st.floats(-12, 12)


def chances(odds: dict[tuple[int, int], float]) -> dict[tuple[int, int], tuple[float, float, float]]:
    return {pair: tuple(round(x, 6) for x in found) for pair, found in around(odds, SOURCES).items()}  # type: ignore[misc]


def test_a_third_article_that_tells_both_backs_a_pair() -> None:
    assert chances({(0, 2): EVEN, (0, 4): SURE, (2, 4): EVEN})[0, 2] == (0.5, 0.0, 0.0)
    assert chances({(0, 2): EVEN, (0, 4): SURE})[0, 2] == (0.0, 0.0, 0.0), "it tells only one of them"
    assert chances({(0, 2): EVEN, (0, 4): SURE, (2, 4): UNLIKELY})[0, 2] == (0.0, 0.0, 0.0)


def test_another_statement_of_the_article_takes_a_partner_away() -> None:
    found = chances({(0, 2): EVEN, (0, 3): EVEN, (1, 4): SURE})
    assert found[0, 2] == (0.0, 0.5, 0.5), "it stands next to it, too"
    assert found[1, 4] == (0.0, 0.0, 0.0), "what it has in other articles takes nothing"


def test_a_pair_beside_is_of_the_two_articles_and_next_to_it() -> None:
    found = chances({(0, 2): EVEN, (1, 3): SURE, (1, 4): SURE})
    assert found[0, 2] == (0.0, 0.0, 1.0)
    assert found[1, 3] == (0.0, 0.0, 0.5)
    assert found[1, 4] == (0.0, 0.0, 0.0), "statement 3 stands before 4, in another article"


def test_each_number_has_words_and_a_weight_of_the_sign_it_should() -> None:
    table = weights().collective
    assert set(NAMES) == set(TEXTS) == set(table.rows)
    assert table.rows["backed"].slope > 0 > table.rows["taken"].slope
    assert table.rows["beside"].slope > 0
    assert table.factor > 0.5, "what a pair is by itself tells most"


@given(st.lists(ODDS, min_size=8, max_size=8))
def test_numbers_keep_their_bounds_and_do_not_depend_on_the_order(values: list[float]) -> None:
    pairs = [p for p in combinations(range(len(SOURCES)), 2) if SOURCES[p[0]] != SOURCES[p[1]]]
    odds = dict(zip(pairs, values, strict=True))
    found = around(odds, SOURCES)
    assert list(found) == pairs
    for pair, (backed, taken, beside) in found.items():
        assert 0 <= backed <= 1
        assert -1e-9 <= taken <= 1
        assert 0 <= beside <= 1
        turned = around(dict(reversed(odds.items())), SOURCES)[pair]
        assert turned == pytest.approx((backed, taken, beside))
