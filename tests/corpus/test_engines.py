"""Every engine does the same work, loses no task to a dead worker, and takes tasks only as it needs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine_tasks import breaks, dies, dies_once, square, worker

from compare.corpus.engines import Cluster, Engine, Failed, InProcess, Processes, engine_of
from compare.errors import SettingsError

ROWS = ["in-process", "processes", "dask"]


@pytest.fixture(scope="module", params=ROWS)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    made: Engine = InProcess() if request.param == "in-process" else Processes(2)
    if request.param == "dask":
        made.close()
        made = Cluster(None, 2)
    yield made
    made.close()


def test_each_task_comes_back_once_with_its_name(engine: Engine) -> None:
    done = list(engine.run(square, ((str(n), n) for n in range(20))))
    assert sorted(done, key=lambda row: int(row[0])) == [(str(n), n * n) for n in range(20)]


def test_what_breaks_in_a_task_is_told_and_costs_no_other(engine: Engine) -> None:
    done = dict(engine.run(breaks, [("1", 1), ("2", 2)]))
    assert done == {"1": Failed("ValueError: no 1"), "2": Failed("ValueError: no 2")}


def test_tasks_are_taken_as_workers_become_free(engine: Engine) -> None:
    taken: list[int] = []

    def tasks() -> Iterator[tuple[str, int]]:
        for number in range(40):
            taken.append(number)
            yield str(number), number

    running = engine.run(square, tasks())
    next(running)
    assert len(taken) <= 2 * engine.workers + 2
    assert len(list(running)) == 39


def test_workers_stay_and_are_no_more_than_asked_for(engine: Engine) -> None:
    first = {pid for _, pid in engine.run(worker, ((str(n), n) for n in range(12)))}
    assert len(first | {pid for _, pid in engine.run(worker, ((str(n), n) for n in range(12)))}) <= engine.workers


def test_a_dead_worker_costs_its_task_once_more_and_no_other(engine: Engine, tmp_path: Path) -> None:
    if isinstance(engine, InProcess):
        pytest.skip("there is no worker to lose")
    tasks = [(str(n), (str(tmp_path / f"{n}.txt"), n)) for n in range(8)]
    done = list(engine.run(dies_once, tasks))
    assert sorted(done) == [(str(n), n) for n in range(8)]
    begun = {path.stem: path.read_text().count("begun") for path in tmp_path.iterdir()}
    assert begun.pop("3") == 2
    if isinstance(engine, Processes):
        assert set(begun.values()) == {1}


def test_a_task_that_ends_every_worker_is_given_up() -> None:
    engine = Processes(2)
    try:
        done = dict(engine.run(dies, [("0", 0)]))
        assert isinstance(done["0"], Failed)
        assert dict(engine.run(square, [("4", 4)])) == {"4": 16}
    finally:
        engine.close()


def test_the_call_chooses_the_row() -> None:
    assert isinstance(engine_of(1), InProcess)
    several = engine_of(2)
    assert isinstance(several, Processes)
    several.close()
    with pytest.raises(SettingsError, match=r"no Dask scheduler with workers answers"):
        engine_of(1, "tcp://127.0.0.1:9")
