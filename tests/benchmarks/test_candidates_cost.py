"""Proposing candidate pairs of statements, beside comparing all with all: side by side in one run.

50,000 statements are measured by ``python -m benchmarks.candidates_cost``, where parsing takes its minutes.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.candidates_cost import measure, statements

STATEMENTS = 4_000  # their parse takes most of this test
TIMES = 20  # of the time of all pairs, at least
KEPT = 0.99  # of the pairs that all-pairs accepts, at least


def test_candidates_cost_a_twentieth_of_all_pairs_and_miss_few(shared: Path) -> None:
    found = measure(statements(shared, STATEMENTS))
    print(f"\n{STATEMENTS:,} statements: {found}")
    assert found.accepted > 50
    assert found.kept >= KEPT * found.accepted
    assert found.all_pairs >= TIMES * found.blocking
