"""How likely two statements are about one fact: the evidence, its weights, and the start that each set gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_articles import articles

from compare.claims.reading import Reading, read
from compare.matching.alignment import (
    FEATURES,
    MOST_ALONE,
    align,
    close_words,
    likenesses,
    probability,
    start_odds,
    weights,
)
from compare.settings import DEFAULT

TEXTS = {
    "a": "The ferry's rudder failed off Skarholm. The king cancelled a journey. Passengers sang in the lifeboats.",
    "b": "Off Skarholm the rudder of the ferry failed. Bread costs more. A choir sang at the harbour fair.",
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(articles(TEXTS), lambda _stage, _share: None)


def test_the_likeliest_pair_comes_first_with_its_evidence(reading: Reading) -> None:
    found = align(reading, DEFAULT)
    first = found[0]
    texts = [reading.statements[n].text for n in (first.left, first.right)]
    assert all("rudder" in t for t in texts)
    assert first.probability > 0.9
    assert [e.name for e in first.evidence][:4] == ["start", "shared", "spelling", "meaning"]
    assert "ferry" in first.evidence[1].text
    assert first.probability == probability(sum(e.weight for e in first.evidence))
    assert [a.probability for a in found] == sorted((a.probability for a in found), reverse=True)
    assert all(a.probability >= DEFAULT.near_at for a in found)
    for aligned in found:
        assert reading.statements[aligned.left].source != reading.statements[aligned.right].source


def test_what_is_measured_stays_within_its_bounds(reading: Reading) -> None:
    for k in likenesses(reading):
        assert k.shared >= 0
        assert -1e-6 <= k.spelling <= 1 + 1e-6
        assert -1 - 1e-5 <= k.meaning <= 1 + 1e-5
        assert 0 <= k.alone <= MOST_ALONE
        assert k.headline in {0.0, 1.0}


def test_one_statement_has_no_partner() -> None:
    assert align(read(articles({"a": "The ferry sank."}), lambda _stage, _share: None), DEFAULT) == ()


def test_probability_is_that_of_log2_odds() -> None:
    assert probability(0) == 0.5
    assert probability(1) == round(2 / 3, 4)
    assert probability(-1) == round(1 / 3, 4)
    assert (probability(1e9), probability(-1e9)) == (1.0, 0.0)


def test_close_words_are_close_both_ways_and_never_the_word_itself() -> None:
    near = close_words(["murder", "killing", "bread", "zzqx"])
    assert "killing" in near["murder"]
    assert near["murder"]["killing"] == near["killing"]["murder"]
    assert "bread" not in near.get("murder", {})
    assert all(word not in others for word, others in near.items())
    assert all(0 <= v < 1 for others in near.values() for v in others.values())
    assert close_words([]) == {}
    assert close_words(["zzqx"]) == {}


def test_two_sources_with_many_likely_pairs_start_higher_than_two_with_none() -> None:
    alike, apart = ("a", "b"), ("a", "c")
    odds = [14.0] * 10 + [-6.0] * 10
    groups = [alike] * 10 + [apart] * 10
    rates = start_odds(odds, groups, {alike: 400, apart: 400})
    assert 0 < rates[apart] < rates[alike] < 1
    assert start_odds([], [], {}) == {}


def test_the_weights_that_ship_are_readable_and_speak_for_what_they_should() -> None:
    table = weights()
    assert set(table.slopes) == set(FEATURES)
    assert table.slopes["shared"] > 0
    assert table.slopes["meaning"] > 0
    path = Path(__file__).parents[2] / "compare" / "matching" / "weights.json"
    assert json.loads(path.read_text("utf-8"))["intercept"] == table.intercept
