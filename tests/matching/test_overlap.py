"""The rarity of shared words: the words themselves, close ones for their likeness, and in any order the same sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.matching.overlap import overlap, reach_of, turned

CLOSE = {"murder": {"killing": 0.6, "death": 0.2}, "talks": {"summit": 0.5}}
WEIGHTS = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 12.0), max_size=8)
LIKE = st.dictionaries(
    st.sampled_from("abcdefgh"), st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.01, 0.99), max_size=3)
)


@pytest.mark.parametrize(
    ("terms", "others", "bits"),
    [
        ({"killing": 3.0, "river": 5.0}, {"murder": 4.0}, 0.6 * 3.0),
        ({"murder": 3.0}, {"murder": 4.0, "killing": 9.0}, 3.0),  # the word itself before a close one
        ({"death": 3.0, "killing": 2.0}, {"murder": 4.0}, 0.2 * 3.0 + 0.6 * 2.0),
        ({"murder": 3.0}, {"killing": 4.0}, 0.0),  # 'murder' is near 'killing', which nothing said of 'killing'
        ({}, {"murder": 4.0}, 0.0),
        ({"river": 5.0}, {}, 0.0),
    ],
)
def test_a_close_word_counts_for_its_likeness(terms: dict[str, float], others: dict[str, float], bits: float) -> None:
    assert overlap(terms, reach_of(others, CLOSE)) == pytest.approx(bits)


def test_turned_round() -> None:
    assert turned(CLOSE) == {"killing": {"murder": 0.6}, "death": {"murder": 0.2}, "summit": {"talks": 0.5}}


@given(WEIGHTS, WEIGHTS, LIKE)
def test_it_never_exceeds_what_the_statement_weighs_and_keeps_no_order(
    terms: dict[str, float], others: dict[str, float], close: dict[str, dict[str, float]]
) -> None:
    found = overlap(terms, reach_of(others, close))
    assert 0 <= found <= sum(terms.values()) + 1e-9
    back = {key: close[key] for key in reversed(close)}
    assert found == overlap(dict(reversed(terms.items())), reach_of(dict(reversed(others.items())), back))


@given(WEIGHTS)
def test_a_statement_shares_all_of_itself(terms: dict[str, float]) -> None:
    assert overlap(terms, reach_of(terms, {})) == pytest.approx(sum(terms.values()))
