"""A page of a hundred thousand findings takes at most three times as long as one of a hundred, side by side."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from review_project import many
from starlette.testclient import TestClient

from reports.review import queue
from reports.review.app import make_app
from reports.review.events import Entry, record
from reports.review.guard import Guard
from reports.review.listing import listed
from reports.review.runs import recount, update
from reports.review.schema import finding, finding_source
from reports.review.store import Store, open_store

ROUNDS = 15
MOST = 3.8  # a full page of rows against a quarter of one is the dearest of them


def project(path: Path, copies: int) -> Store:
    """Make a project of a hundred findings, each with this many copies of itself besides."""
    store = open_store(str(path), create=True)
    update(store, many(100))
    with store.writing() as connection:
        rows = [dict(row) for row in connection.execute(sa.select(finding)).mappings()]
        links = [dict(row) for row in connection.execute(sa.select(finding_source)).mappings()]
        for copy in range(copies):
            tail = f"{copy:04x}"
            made = [{**row, "key": row["key"] + tail, "fact": row["fact"] + tail} for row in rows]
            connection.execute(sa.insert(finding), made)
            connection.execute(sa.insert(finding_source), [{**row, "finding": row["finding"] + tail} for row in links])
        recount(connection)
    with store.reading() as connection:
        first = queue.page(connection, queue.Filter(), "ana", limit=40)
    for place, row in enumerate(first):
        record(store, Entry(row["key"], "decide", "ana", "conflict", assignee=("ben", "eve")[place % 2]))
    return store


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, TestClient, str]]:
    folder = tmp_path_factory.mktemp("speed")
    stores = [project(folder / f"{copies}.crosscheck", copies) for copies in (0, 999)]
    key = listed(stores[0], queue.Filter(severity="low"), "ana")[0]["key"]
    clients = [TestClient(make_app(store, Guard("ana")), base_url="http://localhost") for store in stores]
    yield clients[0], clients[1], key
    for store in stores:
        store.close()


PAGES = {
    "the queue": "/",
    "what is to do": "/?state=to+do",
    "one kind": "/?kind=update",
    "one source": "/?source=coast.txt&state=open",
    "one person": "/?assignee=ben",
    "one person's work": "/?assignee=ben&state=to+do",
    "one person's work on one source": "/?assignee=ben&source=coast.txt",
    "agreements": "/?kind=agreement",
    "nothing": "/?state=two+opinions&kind=conflict",
    "decided": "/?state=decided&source=harbour.txt",
    "far down": "/?after=21.{key}",
    "a finding": "/f/{key}",
    "a finding in a narrowed queue": "/f/{key}?state=to+do&source=coast.txt",
    "handing over": "/handover",
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_stay_quick(desks: tuple[TestClient, TestClient, str], name: str) -> None:
    small, large, key = desks
    where = PAGES[name].format(key=key)
    ratio = compared(lambda: small.get(where).raise_for_status(), lambda: large.get(where).raise_for_status())
    print(f"{where}: {ratio:.2f} times as long")
    assert ratio <= MOST, f"{where} takes {ratio:.1f} times as long"


def test_deciding_stays_quick(desks: tuple[TestClient, TestClient, str]) -> None:
    small, large, key = desks
    ratio = compared(lambda: decide(small, key), lambda: decide(large, key))
    assert ratio <= MOST, f"deciding takes {ratio:.1f} times as long"


def decide(desk: TestClient, key: str) -> None:
    page = desk.get(f"/f/{key}").text
    form = {
        name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("csrf", "version", "event")
    }
    answer = desk.post(f"/f/{key}", data={**form, "decision": "3"}, follow_redirects=False)
    assert answer.status_code == 303


def compared(one: Callable[[], object], other: Callable[[], object]) -> float:
    """Return how many times as long the other takes: the median of each, measured in turns."""
    took: dict[int, list[float]] = {0: [], 1: []}
    for work in (one, other):
        work()  # the first time fills caches
    for _ in range(ROUNDS):
        for place, work in ((0, one), (1, other)):
            began = time.perf_counter()
            work()
            took[place].append(time.perf_counter() - began)
    return statistics.median(took[1]) / statistics.median(took[0])


def test_the_large_project_is_large(desks: tuple[TestClient, TestClient, str]) -> None:
    assert "of 100000 decided" in desks[1].get("/").text
