"""The weights are learned from annotated events; nothing can be learned where nothing is labelled."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from chat_server import Pair, Reply, answer, serving

from compare.errors import SettingsError
from compare.matching.alignment import weights
from compare.matching.evidence import NAMES
from compare.matching.fit import Labelled, fit, labelled_scene, left_out, main, odds
from compare.matching.gold import read_event
from compare.matching.scene import Scene

FIRST = "The ferry's rudder failed off Skarholm. The king cancelled a journey. Divers found the anchor."
SECOND = "Off Skarholm the ferry's rudder failed. The anchor was found by divers. Bread costs more in Halden."


def event(name: str, seed: int, size: int = 200) -> Labelled:
    """Return an event in which what is shared tells, one piece never varies, and the reader says nothing."""
    draw = np.random.default_rng(seed)
    values = draw.normal(size=(size, len(NAMES)))
    values[:, NAMES.index("depth")] = 0.0
    values[:, NAMES.index("reader")] = np.nan
    wanted = (values[:, NAMES.index("shared")] + 0.3 * draw.normal(size=size) > 1).astype(float)
    pairs = tuple((n, size + n) for n in range(size))
    return Labelled(name, pairs, ("a",) * size + ("b",) * size, values, wanted, int(wanted.sum()))


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


def test_an_event_that_counts_less_teaches_less() -> None:
    told, misleading = event("a", 1), event("b", 2)
    misleading = replace(misleading, wanted=1 - misleading.wanted)
    slopes = [fit([told, replace(misleading, counts=counts)]).rows["shared"].slope for counts in (1e-9, 0.25, 1.0)]
    assert slopes[0] > slopes[1] > slopes[2]
    assert slopes[0] > 1, "what counts for next to nothing does not mislead"


def test_nothing_is_learned_where_nothing_or_everything_matches() -> None:
    for wanted in (0.0, 1.0):
        one = event("a", 1)
        with pytest.raises(ValueError, match="pairs that match and pairs that do not"):
            fit([replace(one, wanted=np.full(len(one.wanted), wanted))])


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
    found = labelled_scene(read, Scene(read.reading))
    assert found.wanted.sum() == 1
    assert found.values.shape == (len(found.wanted), len(NAMES))


def test_the_command_writes_the_weights(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "-o", str(tmp_path / "weights.json")]) == 0
    written = json.loads((tmp_path / "weights.json").read_text("utf-8"))
    assert set(written["evidence"]) == set(NAMES)
    assert main([str(folder)]) == 0
    assert json.loads(capsys.readouterr().out) == written


OURS = ("apples", "pears", "plums", "grapes", "lemons", "figs", "cherries")
THEIRS = ("iron", "coal", "steel", "copper", "zinc", "silver", "timber")


def written(folder: Path, seed: int) -> Path:
    """Write an event of two articles in which no word tells which statements match: the first fruit and first metal."""
    order = np.random.default_rng(seed).permutation(len(OURS)).tolist()
    ours = [f"The ferry from Osby carried {w} to Halden." for w in OURS]
    theirs = [f"To Halden went the Osby ferry with {THEIRS[n]}." for n in order]
    folder.mkdir()
    (folder / "a.txt").write_text(" ".join(ours), "utf-8")
    (folder / "b.txt").write_text(" ".join(theirs), "utf-8")
    mentions = [
        {"id": f"{name}{n}", "source": f"{name}.txt", "quote": text}
        for name, texts in (("a", ours), ("b", theirs))
        for n, text in enumerate(texts)
    ]
    gold = {
        "facts": [{"mentions": mentions, "pairs": [[f"a{n}", f"b{place}", "agree"] for place, n in enumerate(order)]}],
        "published": {},
    }
    (folder / "gold.json").write_text(json.dumps(gold), "utf-8")
    return folder


@pytest.mark.parametrize("right", [True, False])
def test_a_second_reader_is_weighed_and_what_it_adds_is_printed(
    right: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def model(pair: Pair) -> Reply:
        found = [next(w for w in OURS + THEIRS if w in pair[side]["statement"]) for side in "ab"]
        same = OURS.index(found[0]) == THEIRS.index(found[1])
        return answer("yes", "agreement", *found) if same == right else answer("no")

    monkeypatch.chdir(tmp_path)
    # of fewer events one pair more or less is chance
    folders = [str(written(tmp_path / f"event{seed}", seed)) for seed in range(1, 11)]
    with serving(model) as server:
        assert main([*folders, "--second-reader", server.url, "--model", "desk", "-o", "w.json"]) == 0
    told = capsys.readouterr().out
    assert server.asked
    weight = weights(tmp_path / "w.json").second
    assert f"second reader (desk): weight {weight:.3f}, 1 as shipped; an answer for " in told
    gain = float(re.findall(r"it adds +F1 ([+-]\d\.\d+)", told)[0])
    assert (weight > 1) == right
    assert (gain > 0) == right
    with pytest.raises(SettingsError, match="two annotated events or more"):
        main([folders[0], "--second-reader", server.url, "--model", "desk"])
