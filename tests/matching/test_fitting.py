"""The weights are learned from annotated events; nothing can be learned where nothing is labelled."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from compare.matching.evidence import NAMES
from compare.matching.fit import Labelled, fit, labelled, left_out, main, odds
from compare.matching.gold import read_event

FIRST = "The ferry's rudder failed off Skarholm. The king cancelled a journey. Divers found the anchor."
SECOND = "Off Skarholm the ferry's rudder failed. The anchor was found by divers. Bread costs more in Halden."


def event(name: str, seed: int, size: int = 200) -> Labelled:
    """Return an event in which what is shared tells, one piece never varies, and the reader says nothing."""
    draw = np.random.default_rng(seed)
    values = draw.normal(size=(size, len(NAMES)))
    values[:, NAMES.index("depth")] = 0.0
    values[:, NAMES.index("reader")] = np.nan
    wanted = (values[:, NAMES.index("shared")] + 0.3 * draw.normal(size=size) > 1).astype(float)
    return Labelled(name, values, wanted, int(wanted.sum()))


def test_what_matches_more_often_weighs_more() -> None:
    found = fit([event("a", 1), event("b", 2)])
    assert set(found.rows) == set(NAMES)
    assert found.rows["shared"].slope > 1
    assert abs(found.rows["depth"].slope) < 1e-6, "what never varies says nothing"
    assert abs(found.rows["reader"].slope) < 1e-6, "what says nothing weighs nothing"
    assert fit([event("a", 1), event("b", 2)]) == found


def test_an_event_is_measured_with_weights_it_did_not_teach() -> None:
    events = [event("a", 1), event("b", 2), event("c", 3)]
    figures, tables = left_out(events)
    assert tables[0] == fit(events[1:])
    assert 0.7 < figures.f1 <= 1
    without, _ = left_out(events, [n for n in NAMES if n != "shared"])
    assert without.f1 < figures.f1 - 0.3
    assert odds(events[0], tables[0]).shape == events[0].wanted.shape


def test_nothing_is_learned_where_nothing_or_everything_matches() -> None:
    for wanted in (0.0, 1.0):
        one = event("a", 1)
        with pytest.raises(ValueError, match="pairs that match and pairs that do not"):
            fit([Labelled("a", one.values, np.full(len(one.wanted), wanted), 1)])


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
    pairs = [["m1", "m2", "agree"], ["m3", "m4", "agree"]]
    trap = {"a": {"source": "a.txt", "quote": "The king cancelled"}, "b": {"source": "b.txt", "quote": "Bread costs"}}
    gold = {
        "facts": [{"mentions": mentions, "pairs": pairs}],
        "must_not_align": [trap],
        "published": {"a.txt": "2026-03-01"},
    }
    (tmp_path / "gold.json").write_text(json.dumps(gold), "utf-8")
    return tmp_path


def test_a_folder_is_read_with_its_labels(folder: Path) -> None:
    read = read_event(folder)
    assert list(read.relations.values()) == [{"agree"}]
    assert read.firm == 1
    assert len(read.traps) == 1
    assert [s.published is not None for s in read.reading.sources] == [True, False]
    found = labelled(read)
    assert found.wanted.sum() == 1
    assert found.values.shape == (len(found.wanted), len(NAMES))


def test_the_command_writes_the_weights(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "-o", str(tmp_path / "weights.json")]) == 0
    written = json.loads((tmp_path / "weights.json").read_text("utf-8"))
    assert set(written["evidence"]) == set(NAMES)
    assert main([str(folder)]) == 0
    assert json.loads(capsys.readouterr().out) == written
