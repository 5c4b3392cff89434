"""Which pairs are looked at: those that share a rare word; never two of one source, never all with all."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from compare.matching.blocking import ALWAYS, KEEP, candidates

TERMS = st.lists(
    st.tuples(st.sampled_from("abc"), st.dictionaries(st.sampled_from("pqrstuvw"), st.floats(0.1, 9), max_size=4)),
    max_size=12,
)


def test_a_shared_rare_word_proposes_a_pair_and_none_does_not() -> None:
    terms = [{"rudder": 3.0}, {"rudder": 3.0}, {"anchor": 3.0}]
    assert candidates(terms, ["a", "b", "b"], {}) == [(0, 1)]
    assert candidates(terms, ["a", "a", "b"], {}) == []


def test_a_word_close_in_meaning_proposes_a_pair() -> None:
    terms = [{"talks": 3.0}, {"summit": 3.0}]
    assert candidates(terms, ["a", "b"], {}) == []
    assert candidates(terms, ["a", "b"], {"talks": {"summit": 0.6}}) == [(0, 1)]


def test_a_word_that_stands_everywhere_proposes_nothing_in_a_large_set() -> None:
    many = [{"ferry": 0.1} for _ in range(4 * ALWAYS + 4)]
    sources = ["a" if n % 2 else "b" for n in range(len(many))]
    assert candidates(many, sources, {}) == []
    few = many[:ALWAYS]
    assert len(candidates(few, sources[:ALWAYS], {})) == (ALWAYS // 2) ** 2


def test_each_statement_keeps_its_best_few() -> None:
    size = 4 * KEEP  # the word is in a quarter of the statements and so still proposes
    terms = [{"word": 1.0} if n < size // 4 else {f"own{n}": 1.0} for n in range(size)]
    sources = ["a" if n % 2 else "b" for n in range(size)]
    assert len(candidates(terms, sources, {}, keep=3)) <= 3 * size // 4
    best = [{"x": 1.0, "y": 5.0}, {"x": 1.0}, {"x": 1.0, "y": 5.0}, {"x": 1.0}]
    assert (0, 2) in candidates(best, ["a", "b", "b", "a"], {}, keep=1)


@given(TERMS)
def test_pairs_are_ordered_and_of_two_sources(rows: list[tuple[str, dict[str, float]]]) -> None:
    sources, terms = [s for s, _ in rows], [t for _, t in rows]
    found = candidates(terms, sources, {})
    assert found == sorted(set(found))
    assert all(a < b and sources[a] != sources[b] and set(terms[a]) & set(terms[b]) for a, b in found)


@given(
    TERMS,
    st.dictionaries(st.sampled_from("pqrs"), st.dictionaries(st.sampled_from("tuvw"), st.floats(0.1, 0.9))),
    st.integers(1, 4),
)
def test_the_best_few_are_those_of_the_plain_sum(
    rows: list[tuple[str, dict[str, float]]], near: dict[str, dict[str, float]], keep: int
) -> None:
    sources, terms = [s for s, _ in rows], [t for _, t in rows]
    plain = set()
    for i, own in enumerate(terms):
        met: dict[int, float] = defaultdict(float)
        for term, rarity in own.items():
            for other, likeness in ((term, 1.0), *near.get(term, {}).items()):
                for j, theirs in enumerate(terms):
                    if sources[j] != sources[i] and other in theirs:
                        met[j] += rarity * likeness
        best = sorted(met, key=lambda j: (-met[j], j))[:keep]
        plain |= {(min(i, j), max(i, j)) for j in best}
    assert candidates(terms, sources, near, keep) == sorted(plain)
