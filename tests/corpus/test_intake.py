"""What a run is given: files, folders, JSON lines of every packing; what is wrong is named and the rest goes on."""

from __future__ import annotations

import gzip
import json
import lzma
from pathlib import Path

import pytest

from compare.corpus.decisions import read_decisions
from compare.corpus.engines import InProcess
from compare.corpus.events import events_of
from compare.corpus.intake import Intake, read_all
from compare.corpus.store import Store
from compare.corpus.tasks import parse_sources, traits_from
from compare.errors import ManifestError, StoreError
from compare.sources.records import source_of_line
from compare.statements.parses import unpacked_parses
from compare.wire.codec import encode

ROW = {"id": "f1", "title": "Ferry sinks off Skarholm", "text": "Nine people died.", "published": "2017-11-14"}


def row(number: int) -> str:
    return json.dumps({**ROW, "id": f"f{number}", "text": f"The ferry sank and {number + 2} people died."})


def taken(tmp_path: Path, *paths: Path) -> Intake:
    with Store(tmp_path / "store", "test") as store:
        found = read_all(paths, store, InProcess())
        store.finish_run()
        return found


@pytest.mark.parametrize("name", ["wire.jsonl", "wire.jsonl.gz", "wire.jsonl.xz", "WIRE.NDJSON"])
def test_rows_are_read_as_a_stream_and_bad_ones_named(name: str, tmp_path: Path) -> None:
    text = "\n".join([row(1), "", "{broken", row(2), '["no article"]', row(3)]).encode() + b"\n\xff\xfe\n"
    packed = gzip.compress(text) if name.endswith(".gz") else lzma.compress(text) if name.endswith(".xz") else text
    path = tmp_path / name
    path.write_bytes(packed)
    found = taken(tmp_path, path)
    assert sorted(m.id for m in found.members) == ["f1", "f2", "f3"]
    assert [u.path for u in found.unread] == [f"{path}: line {n}" for n in (3, 5, 7)]
    assert "column 2: not valid JSON" in found.unread[0].reason
    assert "not UTF-8" in found.unread[2].reason


def test_an_archive_cut_short_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(row(n) for n in range(400)).encode())[:-20])
    found = taken(tmp_path, path)
    assert found.members
    assert "the compressed file is damaged after line" in found.unread[0].reason


def test_folders_files_and_twice_the_same(tmp_path: Path) -> None:
    wire = tmp_path / "wire"
    (wire / "day").mkdir(parents=True)
    (wire / "day" / "a.txt").write_text("The ferry sank off Skarholm.")
    (wire / "b.txt").write_text("The ferry sank off Skarholm.")
    (wire / "c.md").write_text("# Ferry\n\nIt sank.")
    (wire / "events.toml").write_text("")
    (wire / "logo.png").write_bytes(b"\x89PNG")
    (wire / "empty.txt").write_text(" ")
    found = taken(tmp_path, wire)
    assert sorted(m.id for m in found.members) in (["b.txt", "c.md"], ["c.md", "day/a.txt"])
    assert found.again == 1
    assert [Path(u.path).name for u in found.unread] == ["logo.png", "empty.txt"]


def test_a_second_run_reads_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(row(n) for n in range(20)))
    assert taken(tmp_path, path).fresh == 20
    path.write_text("\n".join(row(n) for n in range(22)))
    found = taken(tmp_path, path)
    assert (found.fresh, len(found.members)) == (2, 22)


def test_two_articles_of_one_id_get_two_names(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join([row(1), json.dumps({**ROW, "text": "Another text."})]))
    names = [m.id for m in taken(tmp_path, path).members]
    assert len(set(names)) == 2
    assert all(name.startswith("f1") for name in names)


def test_a_store_has_one_user_and_a_damaged_one_is_named(tmp_path: Path) -> None:
    with Store(tmp_path, "test"), pytest.raises(StoreError, match="another run is using this store"):
        Store(tmp_path, "test")
    (tmp_path / "corpus.sqlite").write_bytes(b"no database, but long enough to be looked at as one" * 30)
    with pytest.raises(StoreError, match="damaged"):
        Store(tmp_path, "test")


def test_another_version_keeps_nothing_of_an_older_one(tmp_path: Path) -> None:
    with Store(tmp_path, "one") as store:
        store.keep_parses([("a", b"x")])
    with Store(tmp_path, "one") as store:
        assert list(store.parsed()) == ["a"]
    with Store(tmp_path, "two") as store:
        assert not store.parsed()


def test_keys_stay_when_articles_are_added(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"

    def keys(rows: list[dict[str, str]]) -> dict[str, str]:
        path.write_text("\n".join(map(json.dumps, rows)))
        with Store(tmp_path / "store", "test") as store:
            found = read_all([path], store, InProcess())
            traits = (traits_from(r) for r in store.traits(m.sha for m in found.members))
            events = events_of(found.members, traits, store.days(), read_decisions([], {}))
            store.finish_run()
        return {m.id: e.key for e in events for m in e.members}

    text = "The ferry Alma capsized off Skarholm in Halden bay. {} people were killed, the coastguard of Halden said."
    rows = [{**ROW, "id": f"f{n}", "text": text.format(n)} for n in (9, 12)]
    first = keys(rows)
    assert first["f9"] == first["f12"]
    earlier = {**ROW, "id": "f2", "text": text.format(2), "published": "2017-11-13"}
    other = {"id": "o", "title": "Budget", "text": "Parliament in Dorna passed a budget.", "published": "2017-11-14"}
    then = keys([other, earlier, *rows])
    assert then["f2"] == then["f9"] == first["f9"]
    assert then["o"] != first["f9"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[together]\n", "not valid TOML"),
        ('[[apart]]\narticles = ["a"]\n', "at least two names"),
        ('[[split]]\narticles = ["a", "b"]\n', "'split' is unknown"),
        (
            "".join(f'[[together]]\narticles = ["{pair[0]}", "{pair[1]}"]\n' for pair in ("ab", "bc"))
            + '[[apart]]\narticles = ["a", "c"]\n',
            "both together and apart",
        ),
    ],
)
def test_wrong_decisions_are_refused(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.write_text(text)
    with pytest.raises(ManifestError, match=message):
        read_decisions([path], {"a": 0, "b": 1, "c": 2})


def test_decisions_name_articles_and_say_which_are_not_there(tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.write_text('[[together]]\narticles = ["a", "b", "gone.txt"]\n[[apart]]\narticles = ["a", "c"]\n')
    found = read_decisions([path], {"a": 0, "b": 1, "c": 2})
    assert (found.together, found.apart) == (((0, 1),), ((0, 2),))
    assert found.missing == (f"{path}: [[together]] names 'gone.txt', which is no article of this run.",)


def test_parses_do_not_depend_on_the_articles_of_their_task() -> None:
    texts = ("The ferry sank at noon.", "Nobody saw it.", "A court in Osby freed the captain.\n\nHe had denied it.")
    rows = [encode(source_of_line(json.dumps({"text": text}).encode(), "wire", n)) for n, text in enumerate(texts)]
    rows[1]["blocks"] = []  # an article in which nothing is parsed
    together = parse_sources(rows)
    assert [one for row in rows for one in parse_sources([row])] == together
    assert [len(list(unpacked_parses(packed))) for _, packed in together] == [1, 0, 2]
