"""Where the tasks of a stage run: in this process, in processes beside it, or on a Dask cluster.

One interface, three rows: ``run`` takes a function of a module and tasks with their names, and yields each name
once, with what the function returned or with why it did not.  Tasks are taken from an iterator only as workers become
free, so memory does not grow with their number.  A worker that dies costs its task once more; a task that ends three
workers is given up.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from compare.errors import SettingsError

T = TypeVar("T")
R = TypeVar("R")
TRIES = 3  # times that a task may kill its worker
WAITING = 2  # tasks a worker that are handed out at once: the next is there when one is done


@dataclass(frozen=True, slots=True)
class Failed:
    """A task that could not be done, and why, in words."""

    reason: str


class Engine(Protocol):
    """Runs the tasks of a stage."""

    workers: int

    def run(self, work: Callable[[T], R], tasks: Iterable[tuple[str, T]]) -> Iterator[tuple[str, R | Failed]]:
        """Yield each task's name with its result, in the order of completion."""
        ...

    def close(self) -> None:
        """Let the workers go."""
        ...


class InProcess:
    """Runs one task after the other, here."""

    workers = 1

    def run(self, work: Callable[[T], R], tasks: Iterable[tuple[str, T]]) -> Iterator[tuple[str, R | Failed]]:
        """Yield each task's name with its result, in order."""
        for name, task in tasks:
            yield name, _tried(work, task)

    def close(self) -> None:
        """Nothing is held."""


class Processes:
    """Runs tasks in processes of ``concurrent.futures``, each a pool of its own: a death breaks no other's task."""

    def __init__(self, workers: int) -> None:
        """Make the pools; a process starts with its first task, and keeps the models that this loads."""
        self.workers = workers
        self._pools = [_pool() for _ in range(workers)]

    def run(self, work: Callable[[T], R], tasks: Iterable[tuple[str, T]]) -> Iterator[tuple[str, R | Failed]]:
        """Yield each task's name with its result, in the order of completion."""
        given = iter(tasks)
        running: dict[Future[R | Failed], tuple[int, str, T, int]] = {}

        def hand_out(place: int, name: str, task: T, tries: int) -> None:
            running[self._pools[place].submit(_tried, work, task)] = (place, name, task, tries)

        free = list(range(self.workers))
        while True:
            while free and (item := next(given, None)) is not None:
                hand_out(free.pop(), *item, 1)
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                place, name, task, tries = running.pop(future)
                error = future.exception()
                if error is None:
                    free.append(place)
                    yield name, future.result()
                elif isinstance(error, BrokenProcessPool):
                    self._pools[place].shutdown(wait=False)
                    self._pools[place] = _pool()
                    if tries < TRIES:
                        hand_out(place, name, task, tries + 1)
                    else:
                        free.append(place)
                        yield name, Failed(f"it ended {TRIES} workers; they may have run out of memory")
                else:
                    raise error

    def close(self) -> None:
        """Let the workers go; what they were at is lost."""
        for pool in self._pools:
            pool.shutdown(wait=True, cancel_futures=True)


class Cluster:
    """Runs tasks on Dask distributed: the scheduler at an address, or workers on this machine."""

    def __init__(self, address: str | None, workers: int) -> None:
        """Connect, or start a scheduler and ``workers`` workers here.

        Raises ``SettingsError`` where Dask is not installed or nobody answers at the address.
        """
        try:
            import distributed
        except ImportError as error:
            raise SettingsError(
                "--scheduler needs Dask: run 'pip install crosscheck-claims[dask]', or leave the option away."
            ) from error
        dask: Any = distributed  # parts of it have no types
        self._local: Any = None
        if address is None:
            self._local = dask.LocalCluster(
                n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit=0
            )
        try:
            self._client: Any = dask.Client(self._local or address, timeout=20, set_as_default=False)
            self._client.wait_for_workers(1, timeout=60)
        except (OSError, TimeoutError, ValueError) as error:
            raise SettingsError(
                f"{address}: no Dask scheduler with workers answers there; check the address."
            ) from error
        self.workers = workers if address is None else max(1, sum(self._client.nthreads().values()))

    def run(self, work: Callable[[T], R], tasks: Iterable[tuple[str, T]]) -> Iterator[tuple[str, R | Failed]]:
        """Yield each task's name with its result, in the order of completion."""
        import distributed

        dask: Any = distributed
        given = iter(tasks)
        names: dict[Any, str] = {}
        finished = dask.as_completed(loop=self._client.loop)

        def hand_out() -> bool:
            item = next(given, None)
            if item is not None:
                # pure=False: two tasks are two tasks, and nothing is hashed; a future that is let go frees its result
                future = self._client.submit(_tried, work, item[1], pure=False, retries=0)
                names[future.key] = item[0]
                finished.add(future)
            return item is not None

        for _ in range(WAITING * self.workers):
            if not hand_out():
                break
        for future in finished:
            name = names.pop(future.key)
            error = future.exception()  # waits where a worker died with the result and it is worked out anew
            if error is None:
                yield name, future.result()
            else:  # KilledWorker: the scheduler has tried it on several workers; or a worker that lacks Crosscheck
                yield name, Failed(f"the cluster gave it up ({error})")
            future.release()
            hand_out()

    def close(self) -> None:
        """Disconnect; workers of this machine end."""
        self._client.close()
        if self._local is not None:
            self._local.close()


def engine_of(workers: int, scheduler: str | None = None, *, dask: bool = False) -> Engine:
    """Return the row that a call asks for.  Raises ``SettingsError``, see `Cluster`."""
    if scheduler is not None or dask:
        return Cluster(scheduler, workers)
    return Processes(workers) if workers > 1 else InProcess()


def _pool() -> ProcessPoolExecutor:
    # spawned, not forked: a fork would copy threads' locks, and the store's file with them
    return ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn"))


def _tried(work: Callable[[T], R], task: T) -> R | Failed:
    """Do a task; what breaks down in it is told in words, so that no other task is lost with it."""
    try:
        return work(task)
    except Exception as error:
        return Failed(f"{type(error).__name__}: {error}"[:400])
