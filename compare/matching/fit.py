"""Learns what the evidence weighs, from annotated events: ``python -m compare.matching.fit FOLDER... [-o FILE]``.

A logistic regression over the evidence, each event weighing the same unless it is said to count less.  Every figure
that it prints is leave-one-event-out: what is learned, the threshold included, is learned again without the event it
is measured on.  ``--reader`` weighs a desk's own pair model, ``--second-reader`` its language model.  For each piece of
evidence it prints the weight, the spread of the weight over the folds, and what is lost without the piece.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean, pstdev
from typing import Any

from compare.matching import collective
from compare.matching.alignment import Collective, Weight, Weights, as_json, measured
from compare.matching.collective import around
from compare.matching.evidence import NAMES
from compare.matching.gold import Event, held_out_reads, read_event
from compare.matching.logistic import coefficients, standardised
from compare.matching.reader import reader
from compare.matching.scene import Scene, read_by

RIDGE = 1.0  # prior on each standardised weight, in pairs
HEAD = f"{'evidence':12}{'weight':>9}{'spread':>9}{'F1 lost':>9}{'P lost':>9}"
ALL = (*NAMES, *collective.NAMES)
THRESHOLDS = tuple(round(0.05 * n, 2) for n in range(2, 16))  # probabilities tried


@dataclass(frozen=True, slots=True)
class Labelled:
    """What was measured on the candidates of one event, and which of them match."""

    name: str
    pairs: Sequence[tuple[int, int]]  # the candidates: first those of ``wanted``, then those that gold leaves optional
    sources: Sequence[str]  # the article of each statement
    values: Any  # a row a candidate, a column a piece of evidence; NaN where it says nothing
    wanted: Any  # 1 where a candidate matches, else 0; what is optional is neither, but the others are seen beside it
    firm: int  # pairs that gold wants, candidates or not
    counts: float = 1.0  # what the event teaches beside another one

    @property
    def told(self) -> Sequence[tuple[int, int]]:
        """The candidates that gold decides, in the order of ``wanted``."""
        return self.pairs[: len(self.wanted)]


def labelled_scene(event: Event, scene: Scene) -> Labelled:
    """Measure the evidence on the candidates of an event's scene."""
    import numpy as np

    pairs = sorted(scene.pairs, key=event.leaves_open)  # all others before, as they are ordered in the scene
    rows = [measured(*pair, scene) for pair in pairs]
    values = [[math.nan if r[n] is None else r[n] for n in NAMES] for r in rows]
    wanted = [float(frozenset(p) in event.relations) for p in pairs if not event.leaves_open(p)]
    return Labelled(
        event.name,
        tuple(pairs),
        tuple(scene.sources),
        np.array(values, dtype=float).reshape(len(pairs), len(NAMES)),
        np.array(wanted),
        event.firm,
    )


def fit(events: Sequence[Labelled], names: Sequence[str] = ALL) -> Weights:
    """Return the weights learned from labelled events, with the evidence of ``names`` alone.

    Raises ``ValueError`` where nothing or everything matches.
    """
    import numpy as np

    own = [n for n in NAMES if n in names]
    wanted = np.concatenate([e.wanted for e in events])
    if len(set(wanted.tolist())) < 2:
        raise ValueError("weights are learned from pairs that match and pairs that do not; one sort is missing")
    share = np.concatenate([np.full(len(e.wanted), e.counts / max(len(e.wanted), 1)) for e in events])
    share *= len(wanted) / share.sum()
    columns = [NAMES.index(n) for n in own]
    start, rows = _weighed(np.concatenate([e.values[: len(e.wanted), columns] for e in events]), own, wanted, share)
    alone = Weights(start, rows)
    others = [n for n in collective.NAMES if n in names]
    if not others:
        return alone
    columns = [0, *(1 + collective.NAMES.index(n) for n in others)]
    start, rows = _weighed(
        np.concatenate([_seen(e, alone)[:, columns] for e in events]), ["own", *others], wanted, share
    )
    first = rows.pop("own")
    return replace(alone, collective=Collective(start - first.slope * first.usual, first.slope, rows))


def _weighed(raw: Any, names: Sequence[str], wanted: Any, share: Any) -> tuple[float, dict[str, Weight]]:
    """Return the log2 odds where all columns are usual, and the weight of each."""
    columns, usual, spread = standardised(raw)
    start, *slopes = coefficients(columns, wanted, share, RIDGE) / math.log(2)
    return float(start), {n: Weight(float(slopes[i] / spread[i]), float(usual[i])) for i, n in enumerate(names)}


def _alone(event: Labelled, table: Weights) -> Any:
    """Return the log2 odds of each candidate of an event by itself."""
    import numpy as np

    total = np.full(len(event.values), table.start)
    for name, row in table.rows.items():
        column = event.values[:, NAMES.index(name)]
        total += np.where(np.isnan(column), 0.0, row.slope * (column - row.usual))
    return total


def _seen(event: Labelled, table: Weights) -> Any:
    """Return for each labelled candidate its own log2 odds and what the pairs around it say."""
    import numpy as np

    own = _alone(event, table)
    found = around(dict(zip(event.pairs, own.tolist(), strict=True)), event.sources)
    rows = [(odds, *found[pair]) for odds, pair in zip(own.tolist(), event.pairs, strict=True)]
    return np.array(rows[: len(event.wanted)], dtype=float).reshape(-1, 1 + len(collective.NAMES))


def odds(event: Labelled, table: Weights) -> Any:
    """Return the log2 odds of each labelled candidate of an event."""
    seen, last = _seen(event, table), table.collective
    total = last.start + last.factor * seen[:, 0]
    for name, row in last.rows.items():
        total = total + row.slope * (seen[:, 1 + collective.NAMES.index(name)] - row.usual)
    return total


def read_and_measured(folder: Path, own: Path | None = None) -> tuple[Event, Scene, Labelled]:
    """Read an event with what a reader makes of it: a desk's own, one that never saw it, or else the one that ships."""
    event = read_event(folder)
    scene = Scene(event.reading)
    if own is not None:
        scene.reads = read_by(reader(own), scene)
    else:
        scene.reads = held_out_reads(scene) or (read_by(reader(), scene) if reader().present else {})
    return event, scene, labelled_scene(event, scene)


@dataclass(frozen=True, slots=True)
class Figures:
    """Pairing on held-out events: means over the events."""

    f1: float
    precision: float
    recall: float


def left_out(
    events: Sequence[Labelled], names: Sequence[str] = ALL, also: Sequence[Labelled] = ()
) -> tuple[Figures, list[Weights]]:
    """Return the figures leave-one-event-out, threshold included, and the weights of each fold.

    Events of ``also`` teach in every fold and are not measured.
    """
    tables = [fit([*(e for e in events if e is not held), *also], names) for held in events]
    scored = [odds(e, t) for e, t in zip(events, tables, strict=True)]
    return chosen_figures(events, scored), tables


def chosen_figures(events: Sequence[Labelled], scored: Sequence[Any]) -> Figures:
    """Return the figures of events by the log2 odds of their candidates, each at the threshold best for the others."""
    grid = [[_prf(e, s, t) for e, s in zip(events, scored, strict=True)] for t in THRESHOLDS]
    chosen = []
    for number in range(len(events)):
        others = [sum(r[0] for i, r in enumerate(rows) if i != number) for rows in grid]
        chosen.append(grid[_best(others)][number])
    means = [sum(column) / len(events) for column in zip(*chosen, strict=True)]
    return Figures(*means)


def threshold(events: Sequence[Labelled], tables: Sequence[Weights]) -> float:
    """Return the probability from which a pair is best called one fact, for events each scored by its own fold."""
    scored = [odds(e, t) for e, t in zip(events, tables, strict=True)]
    return THRESHOLDS[_best([sum(_prf(e, s, t)[0] for e, s in zip(events, scored, strict=True)) for t in THRESHOLDS])]


def _best(sums: Sequence[float]) -> int:
    """Return the place of the best threshold, each taken with those beside it: F1 jumps from one to the next."""
    smooth = [fmean(sums[max(n - 1, 0) : n + 2]) for n in range(len(sums))]
    return max(range(len(sums)), key=lambda n: (smooth[n], -n))


def _prf(event: Labelled, scored: Any, chance: float) -> tuple[float, float, float]:
    said = scored >= math.log2(chance / (1 - chance))
    right = float((said * event.wanted).sum())
    precision, recall = right / max(float(said.sum()), 1.0), right / max(event.firm, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def table_of(events: Sequence[Labelled], also: Sequence[Labelled] = ()) -> Iterable[str]:
    """Yield the table of the evidence, a line a piece: weight, spread over the folds, what is lost without it."""
    whole, tables = left_out(events, also=also)
    yield f"{'all':12} F1 {whole.f1:.3f}  precision {whole.precision:.3f}  recall {whole.recall:.3f}"
    yield f"pair_at {threshold(events, tables)}"
    yield HEAD
    final = fit([*events, *also])
    for name in ALL:
        without, _ = left_out(events, [n for n in ALL if n != name], also)
        lost = whole.f1 - without.f1, whole.precision - without.precision
        slope, *slopes = ({**t.rows, **t.collective.rows}[name].slope for t in (final, *tables))
        yield row_of(name, slope, slopes, lost)


def row_of(name: str, weight: float, slopes: Sequence[float], lost: tuple[float, float]) -> str:
    """Return a line under ``HEAD``: the weight of a piece, its spread over the folds, what F1 and precision lose."""
    return f"{name:12}{weight:>9.3f}{pstdev(slopes):>9.3f}{lost[0]:>9.3f}{lost[1]:>9.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the folders given, print the table, and write (or print) the weights."""
    parser = argparse.ArgumentParser("python -m compare.matching.fit", description="Fit the weights of the evidence.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--table", action="store_true", help="also print what each piece of evidence is worth")
    parser.add_argument("--reader", type=Path, help="a desk's own reader; else scores of one that never saw an event")
    parser.add_argument("--second-reader", metavar="URL", help="also weigh a language model, and print what it adds")
    parser.add_argument("--model", metavar="NAME", help="the model that --second-reader asks for")
    options = parser.parse_args(arguments)
    rows = [read_and_measured(folder, options.reader) for folder in options.folders]
    events = [own for _, _, own in rows]
    lines = list(table_of(events)) if options.table else []
    table = fit(events)
    if options.second_reader:
        from compare.matching.second_fit import second_reader_of, weighed

        table, told = weighed(table, rows, second_reader_of(options.second_reader, options.model))
        lines += told
    stream = sys.stdout if options.output or options.table else sys.stderr  # so that the weights alone can be piped
    stream.writelines(f"{line}\n" for line in lines)
    text = json.dumps(as_json(table), indent=2) + "\n"
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
