"""Blind double review: nobody sees the other's decisions until they are revealed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from review_project import comparison, many

from compare.errors import StoreError
from reports.review import queue
from reports.review.double import agreement, cohens_kappa, reveal, start, told
from reports.review.events import Entry, MovedError, record
from reports.review.handover import export
from reports.review.labels import labelled_pairs
from reports.review.listing import listed
from reports.review.queue import Filter
from reports.review.runs import update
from reports.review.standings import standings
from reports.review.store import Store, open_store
from reports.review.verify import verify


@pytest.fixture
def store(tmp_path: Path):
    opened = open_store(str(tmp_path / "x.crosscheck"), create=True)
    update(opened, comparison())
    yield opened
    opened.close()


def seen_by(store: Store, viewer: str) -> list[tuple[str, str | None]]:
    return [(row["state"], row["decision"]) for row in listed(store, Filter(), viewer)]


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([], None),
        ([("conflict", "conflict")] * 4, None),
        ([("conflict", "conflict"), ("update", "update")], Fraction(1)),
        ([("conflict", "update"), ("update", "conflict")], Fraction(-1)),
        # Cohen's own arithmetic: 20 and 15 alike of 50, 5 and 10 apart: observed 0.7, expected 0.5
        (
            [("conflict", "conflict")] * 20
            + [("conflict", "update")] * 5
            + [("update", "conflict")] * 10
            + [("update", "update")] * 15,
            Fraction(2, 5),
        ),
    ],
)
def test_cohens_kappa(pairs: list[tuple[str, str]], kappa: Fraction | None) -> None:
    assert cohens_kappa(pairs) == kappa


def test_nobody_sees_the_other_until_it_is_revealed(store: Store) -> None:
    keys = [row["key"] for row in listed(store, Filter(), "ana")]
    start(store, "ana", "ben", "chief")
    record(store, Entry(keys[0], "decide", "ana", "conflict", seen=0))
    record(store, Entry(keys[1], "decide", "ana", "update", seen=0))
    record(store, Entry(keys[0], "decide", "ben", "no-conflict", note="both can be", seen=0))
    record(store, Entry(keys[1], "decide", "ben", "update", seen=0))
    with pytest.raises(MovedError):
        record(store, Entry(keys[0], "decide", "ana", "update", seen=0))
    assert seen_by(store, "ana")[:2] == [("decided", "conflict"), ("decided", "update")]
    assert seen_by(store, "ben")[0] == ("decided", "no-conflict")
    assert seen_by(store, "eve") == [("open", None)] * 3
    assert all(decision.decision is None for decision in standings(store).values())
    assert list(labelled_pairs(store)) == []
    with store.reading() as connection:
        assert queue.counts(connection, "ana").decided == 2
        assert queue.counts(connection, "eve").decided == 0
        left = queue.page(connection, Filter(state="to do"), "ana")
        assert [row["key"] for row in left] == keys[2:]
    running = agreement(store)
    assert running is not None
    assert (running.done, running.both, running.differences) == ((2, 2), 0, ())
    with pytest.raises(StoreError, match="blind"):
        export(store)
    reveal(store, "chief")
    found = agreement(store)
    assert found is not None
    assert (found.both, found.same, found.kappa) == (2, 1, Fraction(1, 3))
    assert [(d.key, d.first, d.second) for d in found.differences] == [(keys[0], "conflict", "no-conflict")]
    assert "kappa is 0.33" in told(found)
    assert seen_by(store, "eve")[:2] == [("two opinions", "no-conflict"), ("decided", "update")]
    assert verify(store).faults == ()


def test_what_stood_before_is_replaced_by_both(store: Store) -> None:
    key = listed(store, Filter(), "ana")[0]["key"]
    record(store, Entry(key, "decide", "old", "conflict"))
    start(store, "ana", "ben", "chief")
    assert seen_by(store, "ana")[0] == ("decided", "conflict")
    for name in ("ana", "ben"):
        record(store, Entry(key, "decide", name, "update", seen=1))
    reveal(store, "chief")
    assert seen_by(store, "ana")[0] == ("decided", "update")


def test_one_at_a_time_and_by_two(store: Store) -> None:
    with pytest.raises(StoreError, match="No blind"):
        reveal(store, "ana")
    with pytest.raises(StoreError, match="two different"):
        start(store, "ana", " ana ", "ana")
    assert agreement(store) is None
    start(store, "ana", "ben", "ana")
    with pytest.raises(StoreError, match="already"):
        start(store, "ana", "ben", "ana")


def test_a_later_review_counts_alone(tmp_path: Path) -> None:
    opened = open_store(str(tmp_path / "y.crosscheck"), create=True)
    update(opened, many(4))
    keys = [row["key"] for row in listed(opened, Filter(), "ana")]
    for first, second in (("conflict", "update"), ("update", "update")):
        start(opened, "ana", "ben", "ana")
        for key in keys[:2]:
            record(opened, Entry(key, "decide", "ana", first))
            record(opened, Entry(key, "decide", "ben", second))
        reveal(opened, "ana")
    found = agreement(opened)
    assert found is not None
    assert (found.both, found.same, found.kappa) == (2, 2, None)
    opened.close()
