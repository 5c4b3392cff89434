"""Learns from annotated events: ``python -m compare.judgement.fit CORPORA_FOLDER [--also FOLDER] [--write]``.

First what the evidence about statements weighs (``compare.matching.fit``), then, on those odds, what the evidence about
claims weighs.  Every figure that is printed is leave-one-event-out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from compare.judgement.judging import bench_of
from compare.judgement.learning import Clashes, as_file, clashes_of, figures, filled, fit, left_out, odds_without
from compare.judgement.weighing import NAMES, SHIPPED, Weights
from compare.matching import fit as statements
from compare.matching.alignment import SHIPPED as STATEMENT_WEIGHTS
from compare.matching.alignment import Weights as StatementWeights
from compare.matching.alignment import as_json
from compare.matching.annotated import COUNTS
from compare.matching.fit import Labelled
from compare.matching.gold import held_out_reads, read_event
from compare.matching.scene import Scene

CALL_AT = 0.35  # chosen on the figures that ``main`` prints: below it false alarms outnumber what is found
NOTHING = Weights(0.0, {}, {}, 1.0)  # measures clashes without weighing them


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured on the annotated events, in one order."""

    statements: tuple[statements.Labelled, ...]
    clashes: tuple[Clashes, ...]
    full: tuple[bool, ...]  # whether the pairing of an event is annotated in full
    only_teach: tuple[bool, ...]  # whether an event teaches the others, but no figure is given of it

    def numbers(self, *, full: bool) -> list[int]:
        """Return the places of the measured events: those annotated in full, or the incidents."""
        return [n for n, own in enumerate(self.full) if own == full and not self.only_teach[n]]

    def teachers(self) -> list[Labelled]:
        """Return the events that only teach."""
        return [self.statements[n] for n, only in enumerate(self.only_teach) if only]


def measure(folders: Sequence[Path], also: Sequence[Path] = ()) -> Measured:
    """Read annotated events and measure the evidence on them, with readers that never saw the event.

    Those of ``also`` are for learning from alone.
    """
    rows = []
    for folder in (*folders, *also):
        event = read_event(folder)
        scene = Scene(event.reading)
        scene.reads = held_out_reads(scene)
        own = statements.labelled_scene(event, scene)
        rows.append((own, clashes_of(event, bench_of(scene, NOTHING), own.told), event.full))
    rows[len(folders) :] = [
        (replace(own, counts=COUNTS), replace(clashes, counts=COUNTS), full)
        for own, clashes, full in rows[len(folders) :]
    ]
    first, second, third = zip(*rows, strict=True)
    fourth = [n >= len(folders) for n in range(len(rows))]
    return Measured(tuple(first), tuple(second), tuple(third), tuple(fourth))


def learned(found: Measured, call_at: float) -> tuple[StatementWeights, Weights]:
    """Return the weights learned from all events: those that ship."""
    table = statements.fit([own for own, full in zip(found.statements, found.full, strict=True) if full])
    ready = [(c, filled(c, statements.odds(e, table))) for e, c in zip(found.statements, found.clashes, strict=True)]
    return table, fit(ready, call_at=call_at)


def table_of(found: Measured) -> Iterator[str]:
    """Yield what is learned and what it is worth on events left out, line by line."""
    yield from statements.table_of([found.statements[n] for n in found.numbers(full=True)], found.teachers())
    everything = sorted([*found.numbers(full=True), *found.numbers(full=False)])
    odds = odds_without(found.statements, found.full, everything)
    scores, tables = left_out(found.clashes, odds)
    for name, of in (("events", found.numbers(full=True)), ("incidents", found.numbers(full=False))):
        yield f"discrepancies of the {name}, called from a chance of"
        for call_at in (0.2, 0.3, CALL_AT, 0.4, 0.5, 0.6):
            yield f"  {call_at}: {figures(found.clashes, scores, lambda _others, at=call_at: at, of)}"  # type: ignore[misc]
    whole = figures(found.clashes, scores, lambda _others: CALL_AT, everything)
    yield statements.HEAD
    for name in NAMES:
        slopes = [t.rows[name][0] for t in tables]
        others, _ = left_out(found.clashes, odds, [n for n in NAMES if n != name])
        without = figures(found.clashes, others, lambda _others: CALL_AT, everything)
        lost = whole.f1 - without.f1, whole.precision - without.precision
        yield statements.row_of(name, fmean(slopes), slopes, lost)


def folders_of(corpora: Path) -> list[Path]:
    """Return the folders of annotated events, in order."""
    return sorted(p.parent for p in corpora.glob("*/gold.json"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn from the events of a folder of corpora, print the tables, and write the weights where asked."""
    parser = argparse.ArgumentParser("python -m compare.judgement.fit", description="Fit all weights of the engine.")
    parser.add_argument("corpora", type=Path, help="a folder with a folder for each annotated event")
    parser.add_argument("--also", type=Path, help="a folder of further events, which teach and are not measured")
    parser.add_argument("--write", action="store_true", help="write both weights.json")
    options = parser.parse_args(arguments)
    found = measure(folders_of(options.corpora), folders_of(options.also) if options.also else ())
    for line in table_of(found):
        sys.stdout.write(line + "\n")
    first, second = learned(found, CALL_AT)
    if options.write:
        STATEMENT_WEIGHTS.write_text(json.dumps(as_json(first), indent=2) + "\n", encoding="utf-8")
        SHIPPED.write_text(json.dumps(as_file(second), indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
