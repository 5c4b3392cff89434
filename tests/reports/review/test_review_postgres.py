"""The same store on PostgreSQL: a real server, started for these tests in a folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from review_project import FERRY, Asked, comparison, many
from starlette.testclient import TestClient

from compare.errors import StoreError
from reports.cli import main
from reports.review import queue
from reports.review.app import make_app
from reports.review.double import agreement, reveal, start
from reports.review.events import Entry, MovedError, record, undo
from reports.review.guard import Guard
from reports.review.handover import export, take
from reports.review.listing import listed
from reports.review.queue import Filter
from reports.review.runs import update
from reports.review.schema import event
from reports.review.store import Store, open_store
from reports.review.verify import verify


def missing(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    beside = shutil.which("initdb")
    if not found and beside is None:
        missing("no PostgreSQL server is installed (Debian: postgresql)")
    return found[-1].parent if found else Path(beside or "").resolve().parent


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Start a server that listens on a socket file alone; gives the start of its URL."""
    try:
        import psycopg  # noqa: F401 - only to see whether it is there
    except ImportError:
        missing("psycopg is not installed")
    bin_folder, folder = programs(), Path(tempfile.mkdtemp(prefix="cc-pg-"))
    who: dict[str, str] = {}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        who = {"user": "nobody"}
        shutil.chown(folder, "nobody")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    data = folder / "data"
    made = [bin_folder / "initdb", "-D", data, "-A", "trust", "-U", "desk", "--no-sync", "-E", "UTF8", "--locale=C"]
    subprocess.run(made, check=True, **who, **quiet)  # type: ignore[call-overload]
    ran = [bin_folder / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
    process = subprocess.Popen(ran, **who, **quiet)  # type: ignore[call-overload]
    url = f"postgresql://desk@/{{}}?host={folder}"
    try:
        engine = sa.create_engine(url.format("postgres").replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
        for attempt in range(100):
            try:
                with engine.connect():
                    break
            except sa.exc.OperationalError:
                if attempt == 99 or process.poll() is not None:
                    raise
                process_wait(process)
        engine.dispose()
        yield url
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def process_wait(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(0.1)
    except subprocess.TimeoutExpired:
        return


@pytest.fixture
def url(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """Make an empty database."""
    name = f"d{abs(hash(request.node.name)) % 10**9}"
    engine = sa.create_engine(server.format("postgres").replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield server.format(name)
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = open_store(url, create=True)
    update(opened, comparison())
    yield opened
    opened.close()


def test_deciding_undoing_and_comparing_again(store: Store) -> None:
    keys = [row["key"] for row in listed(store, Filter(), "ana")]
    record(store, Entry(keys[0], "decide", "ana", "conflict", follow="coast.txt", note="Ask “them”.", assignee="ben"))
    record(store, Entry(keys[1], "decide", "ana", "update"))
    undo(store, keys[1], "ana")
    with pytest.raises(MovedError):
        record(store, Entry(keys[0], "decide", "ben", "update", seen=0))
    now = dict(FERRY[0].answers, **{"coast.txt": ("There were 231 aboard, the owner said.", "231 people")})
    told = update(store, comparison((Asked(FERRY[0].question, now), *FERRY[1:])))
    assert (told.carried, told.reopened) == (1, 1)
    rows = listed(store, Filter(), "ana")
    assert [(row["state"], row["decision"]) for row in rows] == [
        ("decided, new evidence", "conflict"),
        ("open", None),
        ("open", None),
    ]
    assert verify(store).faults == ()
    assert verify(store).events == 3


@pytest.mark.parametrize("verb", ["UPDATE event SET note = 'x'", "DELETE FROM event", "TRUNCATE event CASCADE"])
def test_events_cannot_be_changed(store: Store, verb: str) -> None:
    record(store, Entry(listed(store, Filter(), "ana")[0]["key"], "decide", "ana", "conflict"))
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), store.writing() as connection:
        connection.execute(sa.text(verb))
    assert verify(store).faults == ()


def test_a_changed_row_is_found(store: Store) -> None:
    record(store, Entry(listed(store, Filter(), "ana")[0]["key"], "decide", "ana", "conflict"))
    with store.writing() as connection:
        connection.execute(sa.text("ALTER TABLE event DISABLE TRIGGER ALL"))
        connection.execute(sa.update(event).values(actor="eve"))
    assert verify(store).faults


def test_writers_queue_and_one_version_is_won_once(store: Store) -> None:
    keys = [row["key"] for row in listed(store, Filter(), "ana")]

    def write(number: int) -> bool:
        try:
            record(store, Entry(keys[number % 2], "decide", f"editor {number}", "conflict", seen=0))
        except MovedError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(write, range(40))) == 2
    assert verify(store).faults == ()


def test_pages_filters_and_counts(url: str) -> None:
    store = open_store(url, create=True)
    update(store, many(60))
    keys = [row["key"] for row in listed(store, Filter(), "ana")]
    record(store, Entry(keys[7], "decide", "ana", "conflict", assignee="ben"))
    assert [row["key"] for row in listed(store, Filter(assignee="ben", state="decided"), "ana")] == [keys[7]]
    with store.reading() as connection:
        ahead = queue.page(connection, Filter(source="coast.txt"), "ana", after=(0, ""), limit=10)
        assert [row["key"] for row in ahead] == keys[:10]
        told = queue.counts(connection, "ana")
    assert (told.total, told.decided) == (60, 1)
    store.close()


def test_between_a_file_and_a_server(store: Store, tmp_path: Path) -> None:
    file = open_store(str(tmp_path / "p.crosscheck"), create=True)
    update(file, comparison())
    key = listed(file, Filter(), "ana")[0]["key"]
    record(file, Entry(key, "decide", "ana", "conflict"))
    record(store, Entry(key, "decide", "ben", "update"))
    assert take(store, json.loads(json.dumps(export(file)))).differing == 1
    assert take(file, export(store)).differing == 1
    assert verify(store).faults == verify(file).faults == ()
    file.close()


def test_blind_review_and_pages(store: Store) -> None:
    key = listed(store, Filter(), "ana")[0]["key"]
    start(store, "ana", "ben", "ana")
    record(store, Entry(key, "decide", "ana", "conflict"))
    record(store, Entry(key, "decide", "ben", "update", seen=0))
    reveal(store, "ana")
    found = agreement(store)
    assert found is not None
    assert found.both == 1
    desk = TestClient(make_app(store, Guard("ana", secret=store.secret())), base_url="http://localhost")
    assert "Two opinions" in desk.get(f"/f/{key}").text


def test_the_shell_takes_the_url(url: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("reports.comparing.compare_paths", lambda _sources, _manifest: comparison())
    assert main(["review", "a.txt", "b.txt", "--project", url, "--no-serve"]) == 0
    capfd.readouterr()
    assert main(["review", "list", "--project", url, "-f", "json"]) == 0
    key = json.loads(capfd.readouterr().out)[0]["key"]
    assert main(["review", "decide", key, "update", "--project", url, "--by", "ana"]) == 0
    assert main(["review", "verify", "--project", url]) == 0


def test_what_cannot_be_opened_is_said_without_the_password(server: str) -> None:
    with pytest.raises(StoreError, match="cannot be used") as caught:
        open_store(server.format("nowhere").replace("desk@", "desk:secret@"))
    assert "secret" not in str(caught.value)
    with pytest.raises(StoreError, match="not a review project"):
        open_store(server.format("postgres"))
