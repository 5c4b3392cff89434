"""The store of a review project: decisions, undo, concurrency, the chain."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa
from review_project import FERRY, Asked, comparison, many, rekeyed

from compare.errors import StoreError
from reports.review import queue
from reports.review.events import Entry, MovedError, record, undo
from reports.review.opinions import decision_of, events_of, standing
from reports.review.runs import update
from reports.review.schema import event, finding
from reports.review.store import Store, open_store
from reports.review.verify import verify


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "ferry.crosscheck"), create=True)
    update(opened, comparison())
    yield opened
    opened.close()


def rows(store: Store, wanted: queue.Filter | None = None, viewer: str = "ana") -> list[dict]:
    with store.reading() as connection:
        return [dict(row) for row in queue.everything(connection, wanted or queue.Filter(), viewer)]


def first(store: Store) -> str:
    return rows(store)[0]["key"]


def row_of(store: Store, key: str) -> dict:
    with store.reading() as connection:
        return dict(connection.execute(sa.select(finding).where(finding.c.key == key)).mappings().one())


def test_queue_is_in_order_of_severity_and_leaves_agreements_out(store: Store) -> None:
    assert [(r["severity"], r["kind"], r["state"]) for r in rows(store)] == [
        ("high", "conflict", "open"),
        ("medium", "update", "open"),
        ("low", "difference", "open"),
    ]
    assert [r["kind"] for r in rows(store, queue.Filter(kind="agreement"))] == ["agreement"]


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        ("conflict", "decided"),
        ("update", "decided"),
        ("no-conflict", "decided"),
        ("wrong-match", "decided"),
        ("needs-call", "needs a call"),
    ],
)
def test_every_decision_is_kept(store: Store, decision: str, state: str) -> None:
    key = first(store)
    record(store, Entry(key, "decide", "ana", decision, follow="coast.txt", note="Ask the owner.", assignee="ben"))
    held = row_of(store, key)
    assert (held["state"], held["decision"], held["assignee"]) == (state, decision, "ben")
    assert verify(store).faults == ()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (Entry("f-unknown", "decide", "ana", "conflict"), "no finding"),
        (Entry("", "decide", "ana", "stands"), "not a decision"),
        (Entry("", "decide", "ana"), "missing"),
        (Entry("", "decide", "", "conflict"), "name"),
        (Entry("", "note", "ana", note="  "), "empty"),
        (Entry("", "note", "ana", note="x" * 20_001), "longer"),
        (Entry("", "note", "ana", note="a\0b"), "NUL"),
        (Entry("", "note", "a\u202ena", note="x"), "name"),
        (Entry("", "assign", "ana", assignee="b\x07"), "name"),
    ],
)
def test_what_makes_no_sense_is_refused_and_leaves_nothing(store: Store, entry: Entry, words: str) -> None:
    with pytest.raises(StoreError, match=words):
        record(store, Entry(**{**_fields(entry), "finding": entry.finding or first(store)}))
    assert verify(store).events == 0


def _fields(entry: Entry) -> dict:
    return {name: getattr(entry, name) for name in Entry.__dataclass_fields__}


def test_the_same_form_sent_twice_writes_once(store: Store) -> None:
    key = first(store)
    for _ in range(2):
        assert record(store, Entry(key, "decide", "ana", "conflict", id="form-1", seen=0)) == "form-1"
    assert verify(store).events == 1
    with pytest.raises(StoreError, match="already used"):
        record(store, Entry(key, "decide", "ben", "update", id="form-1"))


def test_the_second_writer_is_told_and_nothing_is_written(store: Store) -> None:
    key = first(store)
    record(store, Entry(key, "decide", "ana", "conflict", seen=0))
    with pytest.raises(MovedError) as caught:
        record(store, Entry(key, "decide", "ben", "update", note="typed for an hour", seen=0))
    assert [e["decision"] for e in caught.value.events] == ["conflict"]
    assert verify(store).events == 1


def test_replacing_and_standing_beside(store: Store) -> None:
    key = first(store)
    record(store, Entry(key, "decide", "ana", "conflict"))
    record(store, Entry(key, "decide", "ben", "update", seen=1, second=True))
    assert row_of(store, key)["state"] == "two opinions"
    record(store, Entry(key, "decide", "ana", "update"))
    assert row_of(store, key)["state"] == "decided"
    with store.reading() as connection:
        assert [e["actor"] for e in standing(events_of(connection, key))] == ["ana"]


def test_undo_is_an_event_and_brings_back_what_stood_before(store: Store) -> None:
    key = first(store)
    record(store, Entry(key, "decide", "ana", "conflict", assignee="ben"))
    record(store, Entry(key, "decide", "ana", "no-conflict", assignee="eve"))
    undo(store, key, "ana")
    assert (row_of(store, key)["decision"], row_of(store, key)["assignee"]) == ("conflict", "ben")
    undo(store, key, "ana")
    assert (row_of(store, key)["state"], row_of(store, key)["assignee"]) == ("open", None)
    with pytest.raises(StoreError, match="nothing of yours"):
        undo(store, key, "ana")
    assert verify(store).events == 4
    assert verify(store).faults == ()


def test_nobody_undoes_beneath_somebody_else(store: Store) -> None:
    key = first(store)
    record(store, Entry(key, "decide", "ana", "conflict"))
    record(store, Entry(key, "note", "ben", note="I phoned."))
    with pytest.raises(StoreError, match="somebody else"):
        undo(store, key, "ana")


def test_a_note_alone_decides_nothing(store: Store) -> None:
    key = first(store)
    record(store, Entry(key, "note", "ana", note="Ask *both*."))
    record(store, Entry(key, "assign", "ana", assignee="ben"))
    held = row_of(store, key)
    assert (held["state"], held["assignee"]) == ("open", "ben")
    with store.reading() as connection:
        assert decision_of(key, events_of(connection, key), held["evidence"], True).note == "Ask *both*."


@pytest.mark.parametrize("verb", ["UPDATE event SET note = 'x'", "DELETE FROM event"])
def test_events_cannot_be_changed(store: Store, verb: str) -> None:
    record(store, Entry(first(store), "decide", "ana", "conflict"))
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), store.writing() as connection:
        connection.execute(sa.text(verb))


@pytest.mark.parametrize("column", sorted(c.name for c in event.columns))
def test_any_changed_field_is_found(store: Store, column: str, tmp_path: Path) -> None:
    for row in rows(store):
        record(store, Entry(row["key"], "decide", "ana", "conflict", note="as it was"))
    store.close()
    raw = sqlite3.connect(tmp_path / "ferry.crosscheck")
    raw.execute("DROP TRIGGER event_keep_update")
    raw.execute("PRAGMA ignore_check_constraints=ON")
    changed = {"seq": 9, "version": 7, "undoes": None, "decision": "update", "action": "note"}.get(column, "other")
    if column == "undoes":
        changed = raw.execute("SELECT id FROM event WHERE seq = 1").fetchone()[0]
    raw.execute(f"UPDATE event SET {column} = ? WHERE seq = 2", (changed,))  # noqa: S608 - a column of the table
    raw.commit()
    raw.close()
    assert verify(store).faults


def test_a_missing_event_is_found(store: Store, tmp_path: Path) -> None:
    for row in rows(store):
        record(store, Entry(row["key"], "decide", "ana", "conflict"))
    store.close()
    for seq in (3, 1):
        raw = sqlite3.connect(tmp_path / "ferry.crosscheck")
        raw.execute("DROP TRIGGER IF EXISTS event_keep_delete")
        raw.execute("DELETE FROM event WHERE seq = ?", (seq,))
        raw.commit()
        raw.close()
        assert verify(store).faults


def test_flipping_any_bit_of_a_note_in_the_file_is_found(store: Store, tmp_path: Path) -> None:
    record(store, Entry(first(store), "decide", "ana", "conflict", note="Zebra crossing at the pier"))
    store.close()
    path = tmp_path / "ferry.crosscheck"
    raw = path.read_bytes()
    place = raw.index(b"Zebra crossing")
    for bit in range(8):
        path.write_bytes(raw[:place] + bytes([raw[place] ^ 1 << bit]) + raw[place + 1 :])
        try:
            faults = verify(store).faults
        except (StoreError, UnicodeDecodeError):
            continue
        finally:
            store.close()
        assert faults


@pytest.mark.parametrize(
    "what", ["UPDATE finding SET payload = replace(payload, '212', '213')", "UPDATE run SET words = ''"]
)
def test_a_changed_finding_is_found(store: Store, tmp_path: Path, what: str) -> None:
    assert verify(store).faults == ()
    raw = sqlite3.connect(tmp_path / "ferry.crosscheck")
    raw.execute(what)
    raw.commit()
    raw.close()
    assert "compare the sources again" in verify(store).faults[0]
    update(store, comparison())
    assert verify(store).faults == ()


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no review project"):
        open_store(str(tmp_path / "none.crosscheck"))
    (tmp_path / "text.crosscheck").write_text("Not a database at all, only words. " * 50)
    with pytest.raises(StoreError, match="not a review project"):
        open_store(str(tmp_path / "text.crosscheck"), create=True)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE photographs(id INTEGER)")
    other.close()
    with pytest.raises(StoreError, match="another program"):
        open_store(str(tmp_path / "other.db"), create=True)
    with pytest.raises(StoreError, match="folder"):
        open_store(str(tmp_path / "none" / "x.crosscheck"), create=True)
    with pytest.raises(StoreError, match="postgresql"):
        open_store("mysql://somewhere/db", create=True)


# --- runs ----------------------------------------------------------------------------------------


def decide_all(store: Store) -> dict[str, str]:
    names = ("conflict", "update", "no-conflict", "wrong-match", "needs-call")
    made = {row["key"]: names[place % 5] for place, row in enumerate(rows(store))}
    for key, name in made.items():
        record(store, Entry(key, "decide", "ana", name))
    return made


def test_the_same_comparison_again_changes_nothing(store: Store) -> None:
    made = decide_all(store)
    told = update(store, comparison())
    assert (told.new, told.carried, told.reopened, told.gone) == (0, 3, 0, 0)
    assert {row["key"]: row["decision"] for row in rows(store)} == made


def test_facts_that_bear_other_keys_are_known_by_their_words(store: Store) -> None:
    made = decide_all(store)
    again = rekeyed(comparison(), "other")
    update(store, again)
    assert {row["key"]: row["decision"] for row in rows(store)} == made
    record(store, Entry(again.facts[0].key, "decide", "ben", "needs-call"))  # the report's key leads there too
    assert rows(store)[0]["state"] == "needs a call"
    update(store, rekeyed(comparison(), "third"))
    record(store, Entry(again.facts[0].key, "decide", "ben", "update"))
    assert rows(store)[0]["decision"] == "update"
    assert verify(store).faults == ()


def test_changed_words_reopen_and_the_decision_stays_to_be_seen(store: Store) -> None:
    made = decide_all(store)
    boarding = FERRY[0]
    now = dict(boarding.answers, **{"coast.txt": ("There were 231 people aboard, the owner said.", "231 people")})
    told = update(store, comparison((Asked(boarding.question, now), *FERRY[1:])))
    assert (told.carried, told.reopened) == (3, 1)
    held = rows(store)
    assert {row["key"]: row["decision"] for row in held} == made
    assert [row["state"] for row in held] == ["decided, new evidence", "decided", "decided"]
    record(store, Entry(held[0]["key"], "decide", "ana", "conflict"))
    assert rows(store)[0]["state"] == "decided"
    update(store, comparison())  # the old words are back: decided on others than these
    assert rows(store)[0]["state"] == "decided, new evidence"


def test_a_finding_that_goes_and_comes_back_keeps_its_decision(store: Store) -> None:
    made = decide_all(store)
    told = update(store, comparison(FERRY[1:]))
    assert (told.carried, told.gone) == (2, 1)
    gone = rows(store, queue.Filter(state="not found again"))
    assert [made[row["key"]] for row in gone] == [gone[0]["decision"]]
    update(store, comparison())
    assert {row["key"]: row["decision"] for row in rows(store)} == made
    assert rows(store)[0]["state"] == "decided"


def test_what_was_decided_stays_while_every_word_of_it_stands(store: Store) -> None:
    decided, left = rows(store)[0]["key"], rows(store)[1]["key"]
    record(store, Entry(decided, "decide", "ana", "no-conflict"))
    whole = comparison()
    told = update(store, replace(whole, facts=whole.facts[2:]))  # the same articles, put together otherwise
    assert (told.findings, told.carried, told.gone) == (2, 1, 0)
    assert (rows(store)[0]["key"], rows(store)[0]["state"]) == (decided, "decided")
    assert left not in {row["key"] for row in rows(store)}
    with store.reading() as connection:
        assert queue.counts(connection, "ana").total == 2
    assert verify(store).faults == ()
    update(store, comparison(FERRY[2:]))  # now the words themselves are gone
    assert [r["key"] for r in rows(store, queue.Filter(state="not found again"))] == [decided, left]
    update(store, whole)
    assert [r["state"] for r in rows(store)] == ["decided", "open", "open"]


def test_a_sentence_that_was_there_before_is_no_new_evidence(store: Store) -> None:
    key = rows(store)[0]["key"]
    record(store, Entry(key, "decide", "ana", "conflict"))
    whole = comparison()
    borrowed = replace(whole.facts[1].answers[0], value="six hours, of which four with passengers")
    wider = replace(whole.facts[0], answers=(*whole.facts[0].answers, borrowed))
    update(store, replace(whole, facts=(wider, *whole.facts[1:])))
    assert row_of(store, key)["state"] == "decided"
    assert "six hours" in row_of(store, key)["payload"]
    now = dict(FERRY[0].answers, **{"radio.txt": ("A sailor counted 240 people on deck.", "240 people")})
    update(store, comparison((Asked(FERRY[0].question, now), *FERRY[1:]), ("harbour.txt", "coast.txt", "radio.txt")))
    assert row_of(store, key)["state"] == "decided, new evidence"


def test_two_questions_answered_by_one_sentence_stay_apart(tmp_path: Path) -> None:
    left, right = "The blast killed 5 and wounded 20.", "Police said 7 died and 30 were hurt."
    dead = Asked("How many died?", {"a.txt": (left, "5 killed"), "b.txt": (right, "7 died")})
    hurt = Asked("How many were hurt?", {"a.txt": (left, "20 wounded"), "b.txt": (right, "30 hurt")}, severity="low")
    opened = open_store(str(tmp_path / "x.crosscheck"), create=True)
    update(opened, rekeyed(comparison((dead, hurt), ("a.txt", "b.txt")), "1"))
    by_question = {row["question"]: row["key"] for row in rows(opened)}
    record(opened, Entry(by_question["How many died?"], "decide", "ana", "conflict"))
    update(opened, rekeyed(comparison((hurt, dead), ("b.txt", "a.txt")), "2"))
    assert {row["question"]: row["key"] for row in rows(opened)} == by_question
    assert {row["question"]: row["decision"] for row in rows(opened)} == {
        "How many died?": "conflict",
        "How many were hurt?": None,
    }
    opened.close()


def test_filters_and_pages_agree_with_the_whole(tmp_path: Path) -> None:
    opened = open_store(str(tmp_path / "many.crosscheck"), create=True)
    update(opened, many(60))
    whole = rows(opened)
    for place in (0, 7, 33):
        record(opened, Entry(whole[place]["key"], "decide", "ana", "conflict", assignee="ben"))
    whole = rows(opened)
    wanted = [
        queue.Filter(**{name: value})
        for name, value in [
            ("kind", "update"), ("severity", "low"), ("source", "coast.txt"), ("state", "decided"),
            ("state", "to do"), ("assignee", "ben"),
        ]
    ]  # fmt: skip
    for narrowed in wanted:
        name = next(n for n in ("kind", "severity", "state", "assignee", "source") if getattr(narrowed, n))
        value = getattr(narrowed, name)
        expected = [
            r for r in whole if name == "source" or (r["state"] == "open" if value == "to do" else r[name] == value)
        ]
        assert rows(opened, narrowed) == expected
        with opened.reading() as connection:
            pages, edge = [], None
            while got := queue.page(connection, narrowed, "ana", after=edge, limit=7):
                pages.append(got)
                edge = (got[-1]["rank"], got[-1]["key"])
            assert [r for page in pages for r in page] == expected
            for behind, ahead in pairwise(pages):
                back = queue.page(connection, narrowed, "ana", before=(ahead[0]["rank"], ahead[0]["key"]), limit=7)
                assert back == behind
    with opened.reading() as connection:
        told = queue.counts(connection, "ana")
    assert (told.total, told.decided, told.states["open"]) == (60, 3, 57)
    opened.close()
