"""The learned verdict: weights that are read and written alike, and learning that is always the same."""

from __future__ import annotations

import pytest
from draft_cases import SUPPORTED, ferry

from compare.checking import boosting
from compare.checking.boosting import fitted
from compare.checking.decision import (
    CLASSES,
    odds_of,
    probabilities,
    ranked,
    read_weights,
    shipped,
    value_of,
    written,
)
from compare.checking.drafts import draft_from_text
from compare.checking.evidence import evidence
from compare.checking.evidence.readings import is_read
from compare.checking.prices import priced
from compare.checking.verdicts import CheckVerdict
from compare.errors import ResourceError
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


def test_a_tree_is_walked_to_its_end() -> None:
    tree = (0, 0.5, -1.0, (1, 2.0, 0.25, 1.0))
    assert [value_of(tree, row) for row in ([0.5, 9.0], [0.6, 2.0], [0.6, 2.1])] == [-1.0, 0.25, 1.0]


ROWS = [{"covered": n / 40, "faced": n % 7 / 7} for n in range(40)]
WANTED: list[CheckVerdict] = ["contradicted" if row["covered"] > 0.5 else "not-found" for row in ROWS]


def test_what_can_be_told_apart_is_learned_the_same_each_time() -> None:
    weights = fitted(ROWS, WANTED, ["covered", "faced"], {"start": 0.0})
    low, high = (probabilities(weights, {"covered": c, "faced": 0.5})["contradicted"] for c in (0.1, 0.9))
    assert low < 0.3
    assert high > 0.7
    assert written(fitted(ROWS, WANTED, ["covered", "faced"], {"start": 0.0})) == written(weights)
    assert read_weights(written(weights)) == weights


def test_a_sentence_that_counts_for_next_to_nothing_teaches_next_to_nothing() -> None:
    counts = [1.0 if wanted == "not-found" else 1e-6 for wanted in WANTED]
    weights = fitted(ROWS, WANTED, ["covered", "faced"], {"start": 0.0}, counts)
    assert probabilities(weights, {"covered": 0.9, "faced": 0.5})["contradicted"] < 0.01


def test_trees_of_another_form_are_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boosting, "_tree", lambda _nodes, _at: 0.5)
    with pytest.raises(ResourceError, match="inner form has changed"):
        fitted(ROWS, WANTED, ["covered", "faced"], {"start": 0.0})


def test_an_accusation_has_its_price() -> None:
    sure = dict.fromkeys(CLASSES, 0.05) | {"contradicted": 0.7}
    accept = [("supported",)] * 9 + [("contradicted",)]
    offsets = priced([sure] * 10, accept, [False] * 9 + [True], 0.02)
    assert offsets[CLASSES.index("contradicted")] < 0
    few = priced([sure] * 10, accept, [False] * 9 + [True], 0.02, counts=[1e-6] * 9 + [1.0])
    assert few[CLASSES.index("contradicted")] >= -1, "true sentences that count for nothing cost nothing"
    other = priced([sure] * 10, accept, [False] * 9 + [True], 0.02, apart=[True] * 9 + [False])
    assert other[CLASSES.index("contradicted")] < 0, "those apart may not be accused either"
