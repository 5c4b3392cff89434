"""The reader that ships: it loads, is the same every time, and is sensible on plain pairs."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from compare.matching.reader import Reader, Reading, reader
from compare.matching.reader.session import OUTPUTS, SHIPPED
from compare.matching.reader.tokens import Tokens

TRUE = [
    ("The mayor of Harbour Bay resigned on Tuesday.", "On Tuesday the mayor of Harbour Bay stepped down."),
    ("Two ferries collided near the port, injuring 14 people.", "Fourteen people were hurt when two ferries collided."),
    ("The bank will close 30 branches next year, its chief executive said.", "The bank will close 30 branches."),
    ("Rescuers found the missing climber alive on Sunday.", "The missing climber was found alive by rescuers."),
    ("The company cut 1,180 jobs at its plant in Leeds.", "Nearly 1,200 jobs were cut at the plant in Leeds."),
]
FALSE = [
    ("The mayor of Harbour Bay resigned on Tuesday.", "The mayor of Harbour Bay resigned on Friday."),
    ("Two ferries collided near the port, injuring 14 people.", "Two ferries collided, injuring 31 people."),
    ("The bank will close 30 branches next year.", "The bank will not close 30 branches next year."),
    ("Rescuers found the missing climber alive on Sunday.", "Rescuers found the missing climber dead on Sunday."),
    ("The company cut 1,180 jobs at its plant in Leeds.", "The company cut 1,180 jobs at its plant in Cardiff."),
]
APART = [
    ("The mayor of Harbour Bay resigned on Tuesday.", "Wheat prices fell for a third week in Chicago."),
    ("Two ferries collided near the port, injuring 14 people.", "The museum will open a new wing in spring."),
    ("The bank will close 30 branches next year.", "Rescuers found the missing climber alive on Sunday."),
]
ALL = [*TRUE, *FALSE, *APART]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Return what the shipped reader makes of all pairs."""
    return Reader().read(ALL)


def test_paraphrases_are_borne_out(readings: Sequence[Reading]) -> None:
    kept = [r for r in readings[: len(TRUE)] if r.entails > r.contradicts and r.same > 0.5]
    assert len(kept) >= 3  # one in another order of words and one rounded are hard for it


def test_changed_values_are_contradictions(readings: Sequence[Reading]) -> None:
    told = [r for r in readings[len(TRUE) : len(TRUE) + len(FALSE)] if r.contradicts > r.entails]
    assert len(told) >= 4


def test_other_subjects_are_not_one_fact(readings: Sequence[Reading]) -> None:
    assert all(r.same < 0.3 and r.neither > 0.5 for r in readings[-len(APART) :])


def test_the_three_make_one(readings: Sequence[Reading]) -> None:
    assert all(abs(r.entails + r.neither + r.contradicts - 1) < 0.02 for r in readings)


def test_every_score_has_two_places(readings: Sequence[Reading]) -> None:
    for r in readings:
        assert all(value == round(value, 2) for value in (r.same, r.entails, r.neither, r.contradicts, r.differs))


def test_a_new_session_reads_the_same(readings: list[Reading]) -> None:
    assert Reader().read(ALL) == readings


def test_company_and_order_change_nothing(readings: list[Reading]) -> None:
    order = list(range(len(ALL)))
    random.Random(3).shuffle(order)
    own = Reader()
    shuffled = own.read([ALL[n] for n in order])
    assert shuffled == [readings[n] for n in order]
    fresh = Reader()
    assert [fresh.read([pair])[0] for pair in ALL] == readings


def test_white_space_changes_nothing(readings: list[Reading]) -> None:
    assert Reader().read([(a.replace(" ", "\n  "), b) for a, b in ALL]) == readings


def test_what_was_read_is_kept(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    own = Reader()
    own.read(ALL)
    monkeypatch.setattr(Reader, "_fresh", lambda *_: pytest.fail("read anew"))
    assert own.read([ALL[2], ALL[0], ALL[2]]) == [readings[2], readings[0], readings[2]]


def test_a_pair_asked_twice_is_answered_twice() -> None:
    first, second = Reader().read([ALL[0], ALL[0]])
    assert first == second


def test_nothing_asked_nothing_loaded() -> None:
    own = Reader(Path("no such folder"))
    assert own.read([]) == []


def test_long_and_empty_texts_are_read() -> None:
    long = "The council met again. " * 200
    found = Reader().read([(long, long), ("", ""), ("A storm.", "")])
    assert len(found) == 3


def test_the_shipped_one_is_kept() -> None:
    assert reader() is reader()


def test_the_model_is_small() -> None:
    assert (SHIPPED / "model.onnx").stat().st_size <= 25_000_000


def test_a_desk_may_bring_its_own(tmp_path: Path, readings: list[Reading]) -> None:
    for name in ("model.onnx", "tokenizer.json", "labels.json"):
        shutil.copyfile(SHIPPED / name, tmp_path / name)
    assert reader(tmp_path).read(ALL[:2]) == readings[:2]


def test_the_labels_name_the_outputs() -> None:
    labels = json.loads((SHIPPED / "labels.json").read_text(encoding="utf-8"))
    assert tuple(labels["outputs"]) == OUTPUTS


def test_batches_hold_every_pair_once() -> None:
    tokens = Tokens(SHIPPED / "tokenizer.json")
    for size in (1, 3, 64):
        places = [place for batch in tokens.batches(ALL, size) for place in batch.places]
        assert sorted(places) == list(range(len(ALL)))
