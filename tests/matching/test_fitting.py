"""The weights are learned from labelled articles; nothing can be learned where nothing is labelled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.matching.alignment import FEATURES, Likeness
from compare.matching.fit import Labelled, fit, labelled, main

FIRST = "The ferry's rudder failed off Skarholm. The king cancelled a journey. Divers found the anchor."
SECOND = "Off Skarholm the ferry's rudder failed. The anchor was found by divers. Bread costs more in Halden."


def likeness(shared: float) -> Likeness:
    return Likeness(0, 1, shared, shared / 9, shared / 9, 0.0, 0.0, ())


def test_what_matches_more_often_weighs_more() -> None:
    rows = [likeness(n % 10) for n in range(200)]
    matches = tuple(k.shared >= 6 for k in rows)
    found = fit([Labelled(tuple(rows), matches, 1000)])
    assert set(found.slopes) == set(FEATURES)
    assert found.slopes["shared"] > 0
    assert abs(found.slopes["headline"]) < 1e-6, "what never varies says nothing"
    assert fit([Labelled(tuple(rows), matches, 1000)]) == found


def test_nothing_is_learned_where_nothing_or_everything_matches() -> None:
    for matches in ((True, True), (False, False)):
        with pytest.raises(ValueError, match="pairs that match and pairs that do not"):
            fit([Labelled((likeness(1), likeness(2)), matches, 4)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    (tmp_path / "b.txt").write_text(SECOND, "utf-8")
    mentions = [
        {"id": "m1", "source": "a.txt", "quote": "rudder failed off Skarholm"},
        {"id": "m2", "source": "b.txt", "quote": "Off Skarholm the ferry's rudder  failed"},
        {"id": "m3", "source": "a.txt", "quote": "Divers found the anchor"},
        {"id": "m4", "source": "b.txt", "quote": "words that stand nowhere"},
    ]
    pairs = [["m1", "m2", "agreement"], ["m3", "m4", "agreement"]]
    (tmp_path / "gold.json").write_text(json.dumps({"facts": [{"mentions": mentions, "pairs": pairs}]}), "utf-8")
    return tmp_path


def test_a_folder_is_read_with_its_labels(folder: Path) -> None:
    found = labelled(folder)
    assert found.pairs == 9
    assert sum(found.matches) == 1
    assert len(found.matches) == len(found.likenesses)


def test_the_command_writes_the_weights(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "-o", str(tmp_path / "weights.json")]) == 0
    written = json.loads((tmp_path / "weights.json").read_text("utf-8"))
    assert set(written["slopes"]) == set(FEATURES)
    assert main([str(folder)]) == 0
    assert json.loads(capsys.readouterr().out) == written
