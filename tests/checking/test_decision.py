"""The learned verdict: weights that are read and written alike, and learning that is always the same."""

from __future__ import annotations

import numpy as np
import pytest
from draft_cases import SUPPORTED, ferry

from compare.checking.decision import CLASSES, odds_of, probabilities, ranked, read_weights, shipped, written
from compare.checking.drafts import draft_from_text
from compare.checking.evidence import evidence
from compare.checking.evidence.readings import is_read
from compare.checking.logistic import fitted, multinomial, priced
from compare.statements.splitting import read_statements


def test_weights_are_written_as_they_are_read() -> None:
    assert read_weights(written(shipped())) == shipped()


def test_every_feature_of_the_weights_is_measured() -> None:
    source = draft_from_text(SUPPORTED + "\n").source
    [sentence] = ferry().sentences(source, read_statements(source))
    measured = evidence(ferry().beside(sentence), ferry().material)
    assert set(shipped(read=False).features) == {n for n in measured if not is_read(n)}


def test_probabilities_make_one_and_the_price_decides() -> None:
    found = probabilities(shipped(), {})
    assert sum(found.values()) == pytest.approx(1)
    assert set(ranked(shipped(), found)) == set(CLASSES)


def test_likeness_raises_the_odds() -> None:
    low = dict.fromkeys(("covered", "covering", "spelling", "meaning"), 0.1)
    assert odds_of(shipped(), low) < odds_of(shipped(), dict.fromkeys(low, 0.9))


def test_what_can_be_told_apart_is_learned_the_same_each_time() -> None:
    rows = np.asarray([[-1.0], [-0.8], [0.9], [1.1]])
    targets = np.asarray([[1.0, 0.0]] * 2 + [[0.0, 1.0]] * 2)
    slopes, starts = multinomial(rows, targets, prior=1.0)
    assert slopes[1, 0] > 0 > slopes[0, 0]
    again = multinomial(rows, targets, prior=1.0)
    assert (slopes.tobytes(), starts.tobytes()) == (again[0].tobytes(), again[1].tobytes())


def test_a_sentence_that_counts_twice_is_as_two() -> None:
    rows = np.asarray([[-1.0], [-0.5], [0.4], [1.1]])
    targets = np.asarray([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]])
    twice = [*range(4), 0, 3]
    counted = multinomial(rows, targets, prior=1.0, counts=np.asarray([2.0, 1.0, 1.0, 2.0]))
    repeated = multinomial(rows[twice], targets[twice], prior=1.0)
    assert np.allclose(counted[0], repeated[0]), "slopes"
    assert np.allclose(counted[1], repeated[1]), "intercepts"


def test_an_accusation_has_its_price() -> None:
    sure = dict.fromkeys(CLASSES, 0.05) | {"contradicted": 0.7}
    accept = [("supported",)] * 9 + [("contradicted",)]
    offsets = priced([sure] * 10, accept, [False] * 9 + [True], 0.02)
    weights = fitted([{"x": 0.0}, {"x": 1.0}], ["supported", "contradicted"], ["x"], {"start": 0.0})
    assert offsets[CLASSES.index("contradicted")] < 0
    assert weights.offsets == (0.0,) * len(CLASSES)
    few = priced([sure] * 10, accept, [False] * 9 + [True], 0.02, [1e-6] * 9 + [1.0])
    assert few[CLASSES.index("contradicted")] >= -1, "true sentences that count for nothing cost nothing"
