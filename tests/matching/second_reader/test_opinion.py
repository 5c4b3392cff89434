"""How far an answer moves a pair: never beyond its bound, and not at all where the model is worth nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.matching.second_reader import Answer, opinion_of
from compare.matching.second_reader.opinion import DEFAULT, FARTHEST, MORE, weight_of

YES = Answer("yes", "agreement", "a", "b")
NO = Answer("no", "unrelated")
UNSURE = Answer("unsure", "unrelated")


def run(size: int, right: float, seed: int = 1) -> list[tuple[float, Answer]]:
    """Return answers of a model that is right so often, of pairs whose probabilities are true."""
    draw = random.Random(seed)
    rows = []
    for _ in range(size):
        chance = draw.choice([0.05, 0.1, 0.2, 0.3, 0.6, 0.85])
        same = draw.random() < chance
        rows.append((chance, YES if same == (draw.random() < right) else NO))
    return rows


def test_a_model_begins_modestly_and_is_heard_as_it_fits_the_rest() -> None:
    assert weight_of([]) == DEFAULT
    assert weight_of([(0.2, UNSURE)] * 50) == DEFAULT
    good, fair, bad = (weight_of(run(200, right)) for right in (1.0, 0.8, 0.0))
    assert MORE * DEFAULT >= good > fair > bad
    assert good > 1.2
    assert bad < 0.05


@pytest.mark.parametrize("answer", [YES, NO])
def test_a_model_that_always_says_the_same_tells_little(answer: Answer) -> None:
    assert weight_of([(chance, answer) for chance, _ in run(200, 1.0)]) < 0.6 * DEFAULT


@given(
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from([YES, NO, UNSURE])), max_size=60),
    st.floats(-10, 50, allow_nan=False),
)
def test_no_answers_move_a_pair_beyond_the_bound(rows: list[tuple[float, Answer]], start: float) -> None:
    weight = weight_of(rows, start)
    assert 0 <= weight <= min(FARTHEST, MORE * max(start, 0.0)) + 1e-9
    for answer in (YES, NO, UNSURE, Answer("yes", "conflict", "a", "b")):
        found = opinion_of(answer, "m", weight)
        assert abs(found.same) <= weight
        assert abs(found.differs) <= weight


def test_the_words_name_the_model_and_what_it_quotes() -> None:
    found = opinion_of(Answer("yes", "conflict", "five hours", "three hours"), "llama3", 1.0)
    assert found.words == "Second reader (llama3): the same fact, conflict: ‘five hours’ and ‘three hours’"
    assert (found.same, found.differs) == (1.0, 1.0)
    assert opinion_of(YES, "m", 1.0).differs == -1.0
    assert opinion_of(NO, "m", 1.0).same == -1.0
    assert opinion_of(UNSURE, "m", 1.0).same == 0.0
