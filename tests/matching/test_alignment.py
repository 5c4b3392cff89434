"""How likely two statements are about one fact: what is measured, its weights, and the order of the pairs."""

from __future__ import annotations

import pytest
from small_articles import articles

from compare.claims.reading import read
from compare.matching.alignment import align, measured, probability
from compare.matching.evidence import TABLE
from compare.matching.profiles import close_words
from compare.matching.scene import Scene
from compare.settings import DEFAULT

TEXTS = {
    "a": "The ferry's rudder failed off Skarholm. The king cancelled a journey. Passengers sang in the lifeboats.",
    "b": "Off Skarholm the rudder of the ferry failed. Bread costs more. A choir sang at the harbour fair.",
}


def scene_of(texts: dict[str, str]) -> Scene:
    return Scene(read(articles(texts), lambda _stage, _share: None))


@pytest.fixture(scope="module")
def scene() -> Scene:
    return scene_of(TEXTS)


def test_the_likeliest_pair_comes_first_with_its_evidence(scene: Scene) -> None:
    found = align(scene, DEFAULT)
    first = found[0]
    texts = [scene.statements[n].text for n in (first.left, first.right)]
    assert all("rudder" in t for t in texts)
    assert first.probability > 0.9
    assert first.evidence[0].name == "start"
    shared = next(e for e in first.evidence if e.name == "shared")
    assert "ferry" in shared.text
    assert sum(e.weight for e in first.evidence) == pytest.approx(first.odds, abs=0.05 * len(TABLE))
    assert [a.odds for a in found] == sorted((a.odds for a in found), reverse=True)
    for aligned in found:
        assert scene.sources[aligned.left] != scene.sources[aligned.right]


def test_what_is_measured_stays_within_its_bounds(scene: Scene) -> None:
    assert scene.pairs
    for left, right in scene.pairs:
        values = measured(left, right, scene)
        assert set(values) == {row.name for row in TABLE}
        for name in ("spelling", "depth", "quotation"):
            assert values[name] is None or -1e-6 <= values[name] <= 1 + 1e-6
        assert values["reader"] is None
        assert values["shared"] is not None
        assert values["shared"] >= 0


def test_one_statement_has_no_partner() -> None:
    assert align(scene_of({"a": "The ferry sank."}), DEFAULT) == ()


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
