"""How often each kind of finding is right on events left out: what pages say of themselves, ``reports/figures.json``.

``cd tests && python -m quality.called`` measures and writes it.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from compare.facts.basis import is_compared
from compare.judgement.fit import CALL_AT, folders_of
from compare.judgement.judging import bench_of, judged_pairs
from compare.judgement.learning import left_out, odds_without
from compare.judgement.weighing import Weights
from compare.matching.alignment import Weights as StatementWeights
from compare.matching.alignment import aligned
from compare.matching.fit import fit
from compare.matching.gold import Event, held_out_reads, read_event
from compare.matching.scene import Scene
from compare.model import Pair
from compare.settings import DEFAULT
from quality import events

SHARED = Path(__file__).parents[3] / "shared"
FILE = Path(__file__).parents[2] / "reports" / "figures.json"


def called(shared: Path) -> dict[str, dict[str, int]]:
    """Return how many findings of each kind were called on events left out, and how many of them gold bears out."""
    found = events.measured(shared)
    full = found.numbers(full=True)
    everything = sorted([*full, *found.numbers(full=False)])
    _, tables = left_out(found.clashes, odds_without(found.statements, found.full, everything))
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for number, folder in enumerate(folders_of(shared / "corpora")):
        event = read_event(folder)
        pairing = fit([found.statements[n] for n in full if n != number])
        for kind, borne_out in _kinds(event, pairing, tables[everything.index(number)]):
            said[kind] += 1
            right[kind] += borne_out
    order = ("conflict", "update", "agreement_value", "agreement_words")
    return {kind: {"right": right[kind], "of": said[kind]} for kind in order}


def _kinds(event: Event, pairing: StatementWeights, claims: Weights) -> list[tuple[str, bool]]:
    """Return each finding of an event with whether gold has the two statements so: agreements where pairing is full."""
    scene = Scene(event.reading)
    scene.reads = held_out_reads(scene)
    table = Weights(claims.start, claims.kinds, claims.rows, CALL_AT)
    pairs, _ = judged_pairs(bench_of(scene, table), aligned(scene, pairing), DEFAULT)
    places = {s.id: n for n, s in enumerate(scene.statements)}
    found = []
    for pair in pairs:
        gold = event.relations.get(frozenset((places[pair.left], places[pair.right])), set())
        kind = _kind(pair)
        if gold == {"optional"} or (kind.startswith("agreement") and not event.full):
            continue
        found.append((kind, bool(gold & {"conflict", "update"}) if kind in {"conflict", "update"} else bool(gold)))
    return found


def _kind(pair: Pair) -> str:
    if pair.relation in {"conflict", "update"}:
        return pair.relation
    return "agreement_value" if is_compared(pair) else "agreement_words"


if __name__ == "__main__":
    FILE.write_text(json.dumps(called(SHARED), indent=1) + "\n", encoding="utf-8")
