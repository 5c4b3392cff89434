"""What is acknowledged is never lost: kill -9 at random moments, and two servers on one file."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest
import sqlalchemy as sa
from review_project import many

from compare.errors import StoreError
from reports.review.chain import walk
from reports.review.events import Entry, MovedError, record
from reports.review.listing import listed
from reports.review.queue import Filter
from reports.review.runs import update
from reports.review.schema import event
from reports.review.store import Store, open_store
from reports.review.verify import verify

DECISIONS = 500


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Store]:
    store = open_store(str(tmp_path / "p.crosscheck"), create=True)
    update(store, many(40))
    yield store
    store.close()


class Server:
    """``crosscheck review`` in a process of its own."""

    def __init__(self, project: str, user: str = "ana") -> None:
        words = [sys.executable, "-m", "reports.cli", "review", "--project", project, "--port", "0", "--by", user]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)/", line)[1])  # type: ignore[index]
        self.cookie = ""

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            headers = {"cookie": self.cookie}
            if form is None:
                connection.request("GET", path, headers=headers)
            else:
                headers["content-type"] = "application/x-www-form-urlencoded"
                connection.request("POST", path, urlencode(form), headers)
            answer = connection.getresponse()
            if told := answer.getheader("set-cookie"):
                self.cookie = told.partition(";")[0]
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def decide(self, key: str, decision: str) -> tuple[int, str]:
        """Decide as a browser does; return the status and the event's id."""
        _, page = self.ask(f"/f/{key}")
        part = page[page.index('id="decide"') :].partition("</form>")[0]
        form = {n: unescape(v) for n, v in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', part)}
        status, _ = self.ask(f"/f/{key}", {**form, "decision": decision})
        return status, form["event"]

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)

    def end(self) -> None:
        """Wait until it is gone."""
        self.process.kill()
        self.process.wait(10)
        if self.process.stdout is not None:
            self.process.stdout.close()


def test_no_acknowledged_decision_is_lost_to_kill_9(project: Store) -> None:
    chance = random.Random(20)
    keys = [row["key"] for row in listed(project, Filter(), "ana")]
    acknowledged: list[str] = []
    kills = 0
    server = Server(project.name)
    timer = threading.Timer(0, lambda: None)
    try:
        while len(acknowledged) < DECISIONS:
            if kills < 12 and not timer.is_alive():
                timer = threading.Timer(chance.uniform(0.05, 1.2), server.kill)
                timer.start()
            try:
                status, name = server.decide(chance.choice(keys), str(chance.randint(1, 5)))
                assert status == 303
                acknowledged.append(name)
            except (OSError, HTTPException, ValueError):
                timer.join()
                server.end()
                kills += 1
                assert walk_is_valid(project)
                server = Server(project.name)
    finally:
        timer.cancel()
        server.end()
    assert kills >= 6
    with project.reading() as connection:
        held = set(connection.scalars(sa.select(event.c.id)))
    assert set(acknowledged) <= held
    assert len(acknowledged) <= len(held) <= len(acknowledged) + kills
    checked = verify(project)
    assert (checked.faults, checked.events) == ((), len(held))


def walk_is_valid(project: Store) -> bool:
    with project.reading() as connection:
        return not walk(connection).faults


def test_two_servers_on_one_file(project: Store) -> None:
    keys = [row["key"] for row in listed(project, Filter(), "ana")][:5]
    servers = [Server(project.name, name) for name in ("ana", "ben")]
    for server in servers:
        server.ask("/")

    def work(server: Server) -> list[tuple[int, str]]:
        chance = random.Random(server.port)
        return [server.decide(chance.choice(keys), str(chance.randint(1, 5))) for _ in range(60)]

    try:
        with ThreadPoolExecutor(2) as pool:
            answers = [answer for done in pool.map(work, servers) for answer in done]
    finally:
        for server in servers:
            server.end()
    assert {status for status, _ in answers} <= {303, 409}
    acknowledged = {name for status, name in answers if status == 303}
    with project.reading() as connection:
        assert set(connection.scalars(sa.select(event.c.id))) == acknowledged
    assert verify(project).faults == ()


def test_ctrl_c_stops_it_without_a_word(project: Store) -> None:
    server = Server(project.name)
    assert server.ask("/")[0] == 200
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(20) == 0
    server.end()


def test_a_port_that_is_taken_is_said_in_a_sentence(project: Store) -> None:
    server = Server(project.name)
    words = ["-m", "reports.cli", "review", "--project", project.name, "--port", str(server.port)]
    told = subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=60, check=False)
    server.end()
    assert told.returncode == 2
    assert "choose another with --port" in told.stderr


def test_of_many_writers_at_one_version_one_wins(project: Store) -> None:
    key = listed(project, Filter(), "ana")[0]["key"]

    def write(number: int) -> bool:
        try:
            record(project, Entry(key, "decide", f"editor {number}", "conflict", seen=0))
        except MovedError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(write, range(24))) == 1
    assert verify(project).events == 1


def test_a_full_disk_is_said_in_a_sentence_and_breaks_nothing(project: Store) -> None:

    project.close()
    limited = open_store(project.name)
    with limited.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    sa.event.listen(limited.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages}"))
    limited.close()
    key = listed(project, Filter(), "ana")[0]["key"]

    def fill() -> None:
        for _ in range(200):
            record(limited, Entry(key, "note", "ana", note="x" * 5000))

    with pytest.raises(StoreError, match="full"):
        fill()
    limited.close()
    assert verify(project).faults == ()
