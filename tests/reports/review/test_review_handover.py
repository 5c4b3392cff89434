"""Handing decisions over: idempotent, nothing lost, two opinions where two projects differ."""

from __future__ import annotations

import copy
import json
import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from review_project import FERRY, comparison, rekeyed

from compare.errors import StoreError
from compare.model import Comparison
from reports.review.events import Entry, record, undo
from reports.review.handover import export, take
from reports.review.labels import labelled_pairs
from reports.review.listing import listed, table
from reports.review.queue import Filter
from reports.review.runs import update
from reports.review.schema import finding
from reports.review.standings import decisions_for, for_reports
from reports.review.store import Store, open_store
from reports.review.verify import verify


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    made = tuple(project(tmp_path / f"{name}.crosscheck", comparison()) for name in ("day", "night"))
    yield made[0], made[1]
    for store in made:
        store.close()


def project(path: Path, found: Comparison) -> Store:
    store = open_store(str(path), create=True)
    update(store, found)
    return store


def standing(store: Store) -> list[tuple[str, str | None]]:
    return [(row["state"], row["decision"]) for row in listed(store, Filter(), "ana")]


def key(store: Store, place: int = 0) -> str:
    return str(listed(store, Filter(), "ana")[place]["key"])


def through_a_file(told: object) -> object:
    return json.loads(json.dumps(told))


def test_what_was_decided_arrives_once(desks: tuple[Store, Store]) -> None:
    day, night = desks
    record(day, Entry(key(day), "decide", "ana", "conflict", follow="coast.txt", note="Ask.", assignee="ben"))
    record(day, Entry(key(day, 1), "decide", "ana", "update"))
    undo(day, key(day, 1), "ana")
    told = through_a_file(export(day, note="Good night"))
    taken = take(night, told)
    assert (taken.events, taken.known, taken.differing, taken.note) == (3, 0, 0, "Good night")
    assert standing(night) == standing(day) == [("decided", "conflict"), ("open", None), ("open", None)]
    again = take(night, told)
    assert (again.events, again.known) == (0, 3)
    assert take(day, through_a_file(export(night))).events == 0
    assert verify(night).faults == ()


def test_two_desks_that_differ_bear_two_opinions_until_someone_decides(desks: tuple[Store, Store]) -> None:
    day, night = desks
    record(day, Entry(key(day), "decide", "ana", "conflict"))
    record(night, Entry(key(night), "decide", "ben", "update"))
    assert take(night, through_a_file(export(day))).differing == 1
    assert take(day, through_a_file(export(night))).differing == 1
    for store in desks:
        row = listed(store, Filter(), "ana")[0]
        assert row["state"] == "two opinions"
        assert sorted((o["by"], o["decision"]) for o in row["opinions"]) == [("ana", "conflict"), ("ben", "update")]
    record(night, Entry(key(night), "decide", "ben", "conflict"))
    take(day, through_a_file(export(night)))
    assert standing(day)[0] == standing(night)[0] == ("decided", "conflict")


def test_two_desks_that_agree_bear_one(desks: tuple[Store, Store]) -> None:
    day, night = desks
    record(day, Entry(key(day), "decide", "ana", "conflict"))
    record(night, Entry(key(night), "decide", "ben", "conflict"))
    assert take(night, export(day)).differing == 0
    assert standing(night)[0] == ("decided", "conflict")


def test_copies_of_one_file_can_be_joined_again(desks: tuple[Store, Store], tmp_path: Path) -> None:
    day, _ = desks
    record(day, Entry(key(day), "note", "ana", note="Before the copy."))
    day.close()
    shutil.copy(tmp_path / "day.crosscheck", tmp_path / "copy.crosscheck")
    copied = open_store(str(tmp_path / "copy.crosscheck"))
    record(day, Entry(key(day), "decide", "ana", "conflict"))
    record(copied, Entry(key(day), "decide", "ben", "no-conflict"))
    taken = take(day, export(copied))
    assert (taken.events, taken.known, taken.differing) == (1, 1, 1)
    assert take(day, export(copied)).events == 0
    assert verify(day).faults == ()
    copied.close()


def test_findings_that_bear_other_keys_there_are_matched_by_their_words(tmp_path: Path) -> None:
    day = project(tmp_path / "day.crosscheck", comparison())
    night = project(tmp_path / "night.crosscheck", rekeyed(comparison(), "night"))
    record(day, Entry(key(day), "decide", "ana", "conflict"))
    take(night, export(day))
    assert standing(night)[0] == ("decided", "conflict")
    record(night, Entry(key(night), "decide", "ben", "update"))
    take(day, export(night))
    assert standing(day)[0] == ("decided", "update")
    for store in (day, night):
        assert verify(store).faults == ()
        store.close()


def test_a_desk_that_saw_an_earlier_layout_agrees_on_the_evidence(tmp_path: Path) -> None:
    def cut(found: Comparison) -> Comparison:
        """The same articles, one of their statements cut after its first words."""
        first, *rest = found.statements
        return replace(found, statements=(replace(first, end=first.end - 9, text=first.text[:-9]), *rest))

    day = project(tmp_path / "day.crosscheck", cut(comparison()))
    update(day, comparison())
    night = project(tmp_path / "night.crosscheck", comparison())
    record(day, Entry(key(day), "decide", "ana", "conflict"))
    assert take(night, export(day)).events == 1
    assert standing(night)[0] == standing(day)[0] == ("decided", "conflict")
    assert take(night, export(day)).known == 1
    for store in (day, night):
        assert verify(store).faults == ()
        store.close()


def test_decisions_on_what_is_not_compared_here_are_kept(tmp_path: Path) -> None:
    day = project(tmp_path / "day.crosscheck", comparison())
    night = project(tmp_path / "night.crosscheck", comparison(FERRY[1:]))
    record(day, Entry(key(day), "decide", "ana", "conflict"))
    assert take(night, export(day)).unknown == 1
    assert ("not found again", "conflict") in standing(night)
    update(night, comparison())
    assert ("decided", "conflict") in standing(night)
    for store in (day, night):
        assert verify(store).faults == ()
        store.close()


def test_only_what_is_new_can_be_exported(desks: tuple[Store, Store]) -> None:
    day, night = desks
    record(day, Entry(key(day), "decide", "ana", "conflict"))
    whole = export(day)
    record(day, Entry(key(day, 1), "decide", "ana", "update"))
    part = export(day, since=whole["through"])
    assert len(part["events"]) == 1
    take(night, whole)
    take(night, part)
    assert standing(night) == standing(day)


@pytest.mark.parametrize(
    "damage",
    [
        lambda told: told.update(schema="other/1"),
        lambda told: told.pop("events"),
        lambda told: told["events"][0].pop("actor"),
        lambda told: told["events"][0].update(actor=""),
        lambda told: told["events"][0].update(decision="stands"),
        lambda told: told["events"][0].update(action="blind"),
        lambda told: told["events"][0].update(note=["x"]),
        lambda told: told["events"][0].update(note="x" * 30_000),
        lambda told: told["events"][0].update(supersedes="nothing"),
        lambda told: told["events"][0].update(version=0),
        lambda told: told["events"][0].update(finding="f-elsewhere"),
        lambda told: told["events"][0].update(undoes="nothing", action="undo", decision=None),
        lambda told: told["findings"][0].update(kind="miracle"),
        lambda told: told["findings"][0].update(marks={"statements": [1], "items": []}),
    ],
)
def test_a_damaged_file_is_refused_whole(desks: tuple[Store, Store], damage: object) -> None:
    day, night = desks
    record(day, Entry(key(day), "decide", "ana", "conflict"))
    told = copy.deepcopy(export(day))
    damage(told)  # type: ignore[operator]
    with pytest.raises(StoreError):
        take(night, told)
    assert verify(night).events == 0


def test_an_event_that_was_changed_underway_is_refused(desks: tuple[Store, Store]) -> None:
    day, night = desks
    record(day, Entry(key(day), "decide", "ana", "conflict"))
    told = export(day)
    take(night, told)
    told["events"][0]["decision"] = "no-conflict"
    with pytest.raises(StoreError, match="was changed"):
        take(night, told)


# --- what others take from a project -------------------------------------------------------------


def test_decisions_for_reports_by_the_keys_of_their_comparison(tmp_path: Path) -> None:
    store = project(tmp_path / "day.crosscheck", comparison())
    record(store, Entry(key(store), "decide", "ana", "conflict", follow="coast.txt", note="Ask."))
    record(store, Entry(key(store, 1), "decide", "ana", "needs-call"))
    own = decisions_for(str(tmp_path / "day.crosscheck"))
    assert {k: d.decision for k, d in own.items()} == {key(store): "conflict", key(store, 1): "needs-call"}
    other = rekeyed(comparison(), "later")
    told = decisions_for(str(tmp_path / "day.crosscheck"), other)
    assert {k: d.settled for k, d in told.items()} == {other.facts[0].key: True, other.facts[1].key: False}
    shown = for_reports(told)
    assert (shown[other.facts[0].key].words, shown[other.facts[0].key].state) == (
        "Conflict stands, follow coast.txt",
        "decided",
    )
    assert shown[other.facts[1].key].state == "open"
    store.close()


def test_wrong_matches_become_labelled_pairs_and_no_conflicts_none(tmp_path: Path) -> None:
    store = project(tmp_path / "day.crosscheck", comparison())
    for place, decision in enumerate(("wrong-match", "no-conflict", "conflict")):
        record(store, Entry(key(store, place), "decide", "ana", decision, note=f"because {place}"))
    pairs = list(labelled_pairs(store))
    assert [(p["relation"], p["note"], p["pairs_in_finding"]) for p in pairs] == [
        ("unrelated", "because 0", 1),
    ]
    assert {"id", "left", "right", "relation", "kind", "note"} <= pairs[0].keys()
    assert pairs[0]["left"] == FERRY[0].answers["harbour.txt"][0]
    assert [p["relation"] for p in labelled_pairs(store, confirmed=True)][-1] == "conflict"
    undo(store, key(store, 0), "ana")
    assert list(labelled_pairs(store)) == []
    store.close()


def test_the_list_shows_one_finding_a_line(tmp_path: Path) -> None:
    store = project(tmp_path / "day.crosscheck", comparison())
    record(store, Entry(key(store), "decide", "ana", "conflict", assignee="ben"))
    lines = table(listed(store, Filter(), "ana")).splitlines()
    assert len(lines) == 4
    assert "decided: Conflict stands (ana) → ben" in lines[1]
    assert lines[1].endswith(FERRY[0].question)
    with store.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(finding)) == 4
    store.close()


@pytest.mark.parametrize("seed", range(8))
def test_desks_that_exchange_everything_see_the_same(desks: tuple[Store, Store], seed: int) -> None:
    chance = random.Random(seed)
    names = ("conflict", "update", "no-conflict", "wrong-match", "needs-call")
    for _ in range(25):
        store, actor = chance.choice([(desks[0], "ana"), (desks[0], "abe"), (desks[1], "ben")])
        of = key(store, chance.randrange(3))
        match chance.randrange(6):
            case 0:
                with suppress(StoreError):
                    undo(store, of, actor)
            case 1:
                record(store, Entry(of, "note", actor, note=f"note {chance.random()}"))
            case 2:
                one, other = chance.sample(desks, 2)
                take(one, through_a_file(export(other)))
            case _:
                with suppress(StoreError):  # the same person has no second opinion
                    record(store, Entry(of, "decide", actor, chance.choice(names), second=chance.random() < 0.3))
    for _ in range(2):
        take(desks[0], through_a_file(export(desks[1])))
        take(desks[1], through_a_file(export(desks[0])))
    seen = [
        {
            row["key"]: (
                row["state"],
                sorted((o["by"], o["decision"], o["at"]) for o in row["opinions"]),
                row["version"],
            )
            for row in listed(store, Filter(), "ana")
        }
        for store in desks
    ]
    assert seen[0] == seen[1]
    for store in desks:
        assert verify(store).faults == ()
