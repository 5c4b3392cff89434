"""What a whole run costs beside loading the English pipeline and parsing the same articles, side by side in one run.

Both sides read the files (the demo holds a web page, whose reader is no part of either figure).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "reports" / "examples"
# With the reader or without: times the time, times the memory, at most.  Measured alone it is 2.0 times without; beside
# other tests on the same two cores the reader, which lives on memory bandwidth, was seen to take 3.5.
LIMITS = {False: (2.2, 1.3), True: (4.5, 1.5)}
ROUNDS = 5  # the least of each side: one run of the same code takes up to a third more processor time than another

PARSE = """
from compare.language.pipeline import english
from compare.sources import read_sources
sources, _ = read_sources([Path(p) for p in sys.argv[1:]])
for doc in english().pipe([s.text[b.start : b.end] for s in sources for b in s.blocks]):
    list(doc.sents)
"""
RUN = """
from compare import compare_sources, read_sources
from compare.settings import Settings
from reports.formats import render
sources, unread = read_sources([Path(p) for p in sys.argv[1:]])
comparison = compare_sources(sources, settings=Settings(reader={reader}))
assert len(render(comparison, "html")) > 10_000
"""
FRAME = """
import json, resource, sys
from pathlib import Path
{body}
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def cost(body: str, paths: list[Path], compiled: Path) -> tuple[float, float]:
    """Return the processor seconds (of one thread; other work on the machine costs none) and the peak memory (MiB).

    Byte code is kept in ``compiled``: an installation compiles once, whatever PYTHONDONTWRITEBYTECODE says here.
    """
    code = FRAME.format(body=body)
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, paths)],
        capture_output=True,
        text=True,
        check=True,
        env={
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": str(compiled),
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        },
    )
    took, peak = json.loads(done.stdout.splitlines()[-1])
    return took, peak


def articles(name: str, shared: Path | None) -> list[Path]:
    if shared is None:
        return sorted(p for p in EXAMPLES.iterdir() if p.suffix in {".txt", ".md", ".html"})
    return sorted((shared / "corpora" / name).glob("*.txt"))


@pytest.mark.parametrize("name", ["demo", "geneva"])
def test_a_whole_run_costs_little_more_than_the_parse(
    name: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    compiled = tmp_path_factory.mktemp("compiled")
    paths = articles(name, request.getfixturevalue("shared") if name != "demo" else None)
    assert len(paths) == 5
    sides = [PARSE, *(RUN.replace("{reader}", str(reader)) for reader in LIMITS)]
    for body in sides:
        cost(body, paths, compiled)  # warms the disk and compiles
    # in turn, so that all sides meet the same load
    rounds = [[cost(body, paths, compiled) for body in sides] for _ in range(ROUNDS)]
    (parse, parse_peak), *runs = [[min(r[side][i] for r in rounds) for i in (0, 1)] for side in range(len(sides))]
    for (reader, (times, memory)), (run, run_peak) in zip(LIMITS.items(), runs, strict=True):
        print(
            f"\n{name}, {reader=}: parse alone {parse:.2f} s, {parse_peak:.0f} MiB; "
            f"whole run {run:.2f} s, {run_peak:.0f} MiB; "
            f"{run / parse:.2f} × the time, {run_peak / parse_peak:.2f} × the memory"
        )
        assert run <= times * parse
        assert run_peak <= memory * parse_peak
