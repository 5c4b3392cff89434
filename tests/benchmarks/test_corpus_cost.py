"""What grouping costs as the articles double: processor time and memory, side by side in one run.

The articles are made up (words by Zipf's law, two articles an event), so that no folder beside the checkout is needed;
the whole command is measured by ``python -m benchmarks.corpus_scale``, which takes as long as the articles do.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIZES = (1_500, 3_000, 6_000)
TIMES, MEMORY = 2.2, 1.3  # times the time, times the memory, at most, for twice the articles
GROUP = """
import json, random, resource, sys, time
from itertools import accumulate
from compare.corpus.grouping import grouped, weighed
from compare.corpus.matrices import matrices_of
from compare.corpus.traits import Traits

picks, number = random.Random(7), int(sys.argv[1])
words = [f"word{n}" for n in range(40_000)]
often = list(accumulate(1 / n for n in range(1, len(words) + 1)))

def made():
    for event in range(number // 2):
        day, shared = 735_000 + event * 400 // (number // 2), picks.choices(words, cum_weights=often, k=80)
        names = {f"name{picks.randrange(20_000)}": 2 for _ in range(4)}
        for _ in range(2):
            own = dict.fromkeys([*shared, *picks.choices(words, cum_weights=often, k=80)], 1)
            yield Traits(own, names, {}, dict.fromkeys(shared[:6], 1), dict.fromkeys(shared[:40], 1), (), day)

begun = time.process_time()
found = grouped(weighed(matrices_of(made())))
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([time.process_time() - begun, used, sum(len(g) == 2 for g in found.groups) / (number // 2)]))
"""


def cost(number: int) -> tuple[float, float, float]:
    """Return processor seconds, peak memory (MiB), and the share of the events that were found whole."""
    done = subprocess.run(
        [sys.executable, "-c", GROUP, str(number)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    took, peak, right = json.loads(done.stdout.splitlines()[-1])
    return took, peak, right


def test_twice_the_articles_cost_little_more_than_twice_the_time() -> None:
    costs = [cost(number) for number in SIZES]
    for number, (took, peak, right) in zip(SIZES, costs, strict=True):
        print(f"{number:>6} articles  {took:.2f} s  {peak:.0f} MiB  {right:.3f} found, load {os.getloadavg()[0]:.1f}")
    assert all(right > 0.95 for *_, right in costs)
    for (took, peak, _), (later, more, _) in pairwise(costs):
        assert later <= TIMES * took
        assert more <= MEMORY * peak
