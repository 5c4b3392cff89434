"""What ``crosscheck corpus`` costs at scale, as ratios of runs side by side: ``python -m benchmarks.corpus_scale``.

    cd tests && python -m benchmarks.corpus_scale ../../shared --articles 300 600 1200 --workers 1 2 --dask 2

Each run is a process of its own on the first N dated articles of the gold set, into an empty folder; then once more
with 1 % articles that are new.  Printed: seconds by the wall, of them those that a process had to wait for a core that
others held (Linux), seconds of the processor (with its workers), the peak memory of the parent, and the machine's load,
without which a ratio of wall times says nothing.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUN = """
import json, os, resource, sys, time
from pathlib import Path
from compare.corpus import engines
from reports.cli import main

begun = time.perf_counter()
waits = [0.0]
engine_of = engines.engine_of


def waited():  # by every thread of this process and of those below it
    rows = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            rows[int(stat.parent.name)] = (
                int(stat.read_text().rpartition(")")[2].split()[1]),
                [int(t.read_text().split()[1]) / 1e9 for t in stat.parent.glob("task/*/schedstat")],
            )
        except OSError:
            pass  # it has ended
    found, own = [0.0], {os.getpid()}
    while own:
        found += [wait for pid in own for wait in rows.get(pid, (0, []))[1]]
        own = {pid for pid, (parent, _) in rows.items() if parent in own}
    return max(found)


def watched(*given, **named):
    engine = engine_of(*given, **named)
    close = engine.close

    def closing():
        waits.append(waited())
        close()

    engine.close = closing
    return engine


engines.engine_of = watched
if __name__ == "__main__":
    code = main(sys.argv[1:])
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    used = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    print(json.dumps([time.perf_counter() - begun, max(waits), used, own.ru_maxrss / 1024, os.getloadavg()[0], code]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost."""

    wall: float  # seconds
    waited: float  # seconds that other work on the machine held up the thread that it held up most
    processor: float  # seconds, of the parent and its workers
    memory: float  # MiB, the peak of the parent
    load: float  # of the machine, when the run was done
    said: str  # what the command said it did


def articles(shared: Path, number: int) -> Iterator[str]:
    """Yield rows of the gold set as ``crosscheck corpus`` reads them."""
    path = shared / "data" / "documents" / "gunviolence_articles.jsonl.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        for row in islice((r for r in rows if r["content"] and r["date"]), number):
            known = {"id": row["id"], "title": row["title"], "text": row["content"], "published": row["date"]}
            yield json.dumps(known | {"url": row["uri"]})


def run(wire: Path, output: Path, *options: str) -> Cost:
    """Run the command in a process of its own."""
    script = output.parent / "run.py"
    script.write_text(RUN, "utf-8")
    done = subprocess.run(
        [sys.executable, str(script), "corpus", str(wire), "-o", str(output), *options],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    wall, waited, processor, memory, load, code = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    said = re.search(r"new in this run: (.*)\. See", done.stderr)
    return Cost(wall, waited, processor, memory, load, said[1] if said else "")


def measure(shared: Path, number: int, options: Sequence[str], again: bool) -> list[Cost]:
    """Return what a first run costs, and with ``again`` one more with 1 % new articles."""
    with tempfile.TemporaryDirectory() as folder:
        wire = Path(folder) / "wire.jsonl"
        rows = list(articles(shared, number + max(1, number // 100)))
        wire.write_text("\n".join(rows[:number]), "utf-8")
        costs = [run(wire, Path(folder) / "out", *options)]
        if again:
            wire.write_text("\n".join(rows), "utf-8")
            costs.append(run(wire, Path(folder) / "out", *options))
        return costs


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser("python -m benchmarks.corpus_scale")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--articles", nargs="+", type=int, default=[300, 600, 1200])
    parser.add_argument("--workers", nargs="*", type=int, default=[1])
    parser.add_argument("--dask", nargs="*", type=int, default=[])
    given = parser.parse_args(arguments)
    rows = [(f"{n} workers", ["--workers", str(n)]) for n in given.workers]
    rows += [(f"Dask, {n} workers", ["--workers", str(n), "--scheduler", "local"]) for n in given.dask]
    print(f"{'articles':>8}  {'engine':16}{'wall s':>9}{'waited':>8}{'CPU s':>9}{'MiB':>7}{'load':>7}  what it did")
    for number in given.articles:
        for name, options in rows:
            begun = time.strftime("%H:%M")
            for which, cost in enumerate(measure(given.shared, number, options, again=name == rows[0][0])):
                print(
                    f"{number:>8}  {name:16}{cost.wall:>9.1f}{cost.waited:>8.1f}{cost.processor:>9.1f}"
                    f"{cost.memory:>7.0f}{cost.load:>7.1f}"
                    f"  {'again with 1 % more: ' if which else ''}{cost.said} (begun {begun})",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
