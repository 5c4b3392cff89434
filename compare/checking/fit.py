"""Learns the weights of the check from annotated drafts: ``python -m compare.checking.fit ../shared [--also FOLDER]``.

Prints the figures by kind, leave-one-event-out, and writes the weights, with and without the reader.  What readers that
never saw an event say of its pairs was left by the reader's training; without it only the weights without a reader are
written.  Beside the drafts stands an article of each event, checked against the others.  Drafts and articles of
``--also`` (``compare.matching.annotated``) teach in every fold and are not measured.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from compare.checking.annotated import Event, Example, counterpart_rows, events, examples, left_out_reader
from compare.checking.annotated_articles import ARTICLE, articles
from compare.checking.assessing import decided
from compare.checking.boosting import fitted
from compare.checking.decision import (
    ACCUSING,
    BORNE_OUT,
    CLASSES,
    DATA,
    DATA_UNREAD,
    Weights,
    probabilities,
    ranked,
    shipped,
    written,
)
from compare.checking.evidence.readings import is_read
from compare.checking.prices import priced
from compare.checking.verdicts import CheckVerdict
from compare.matching.annotated import COUNTS
from compare.matching.logistic import coefficients, standardised

FOLDS = 11  # groups of events; each is judged by a model that saw none of its drafts
INNER = 4  # … within the training events, to set the prices
RIDGE = 0.5  # what holds the slopes of a likeness to 0, in sentences
MOST = 0.03  # share of true sentences of drafts, and of articles, that may be accused where the prices are set


def learned(rows: Sequence[Example], counterparts: Mapping[str, float]) -> Weights:
    """Return weights learned from sentences, prices set on sentences of events left out in turn."""
    names = sorted(rows[0].measured)
    held = _left_out(rows, names, counterparts, INNER)
    own = [r for r, _ in held]
    chances, counts = [f for _, f in held], [r.counts for r in own]
    apart = [r.kind == ARTICLE for r in own]
    offsets = priced(chances, [r.accept for r in own], [r.error for r in own], MOST, counts=counts, apart=apart)
    return replace(_fit(rows, names, counterparts), offsets=offsets)


def _fit(rows: Sequence[Example], names: Sequence[str], counterparts: Mapping[str, float]) -> Weights:
    return fitted(
        [r.measured for r in rows], [r.accept[0] for r in rows], names, counterparts, [r.counts for r in rows]
    )


def _left_out(
    rows: Sequence[Example], names: Sequence[str], counterparts: Mapping[str, float], folds: int
) -> list[tuple[Example, dict[CheckVerdict, float]]]:
    """Return each sentence with the probabilities of a model that saw nothing of its event."""
    order = {name: n for n, name in enumerate(sorted({r.event for r in rows}))}
    found = []
    for fold in range(folds):
        weights = _fit([r for r in rows if order[r.event] % folds != fold], names, counterparts)
        found += [(r, probabilities(weights, r.measured)) for r in rows if order[r.event] % folds == fold]
    return found


def out_of_fold(
    rows: Sequence[Example], counterparts: Mapping[str, float], also: Sequence[Example] = ()
) -> list[tuple[Example, tuple[CheckVerdict, ...]]]:
    """Return each sentence with the verdicts of a model that saw nothing of its event, the likeliest first.

    Sentences of ``also`` teach in every fold.
    """
    order = {name: n for n, name in enumerate(sorted({r.event for r in rows}))}
    found = []
    for fold in range(FOLDS):
        weights = learned([*(r for r in rows if order[r.event] % FOLDS != fold), *also], counterparts)
        own = [r for r in rows if order[r.event] % FOLDS == fold]
        found += [(r, ranked(weights, probabilities(weights, r.measured))) for r in own]
    return found


def figures(judged: Sequence[tuple[Example, str]]) -> dict[str, float]:
    """Return the shares that count, 0 to 1: of drafts, and how often a true statement of an article is accused."""
    found = [(r, v) for r, v in judged if r.kind != ARTICLE]
    true = [v for r, v in found if not r.error]
    contradictions = [v for r, v in found if r.accept[0] == "contradicted"]
    return {
        "right": _share([v in r.accept for r, v in found]),
        "true borne out": _share([v in BORNE_OUT for v in true]),
        "contradictions called": _share([v == "contradicted" for v in contradictions]),
        "true accused": _share([v in ACCUSING for v in true]),
        "errors borne out": _share([v in BORNE_OUT for r, v in found if r.error]),
        "articles accused": _share([v in ACCUSING for r, v in judged if r.kind == ARTICLE and not r.error]),
    }


def _share(found: Sequence[bool]) -> float:
    return round(sum(found) / len(found), 4) if found else 0.0


def by_kind(found: Sequence[tuple[Example, str]]) -> str:
    """Return a table in Markdown: how many of each kind got which verdict."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    right: Counter[str] = Counter()
    for row, verdict in found:
        counts[row.kind][verdict] += 1
        right[row.kind] += verdict in row.accept
    lines = [f"| kind | right | {' | '.join(CLASSES)} |", "| --- |" + " ---: |" * (len(CLASSES) + 1)]
    for kind in sorted(counts, key=lambda k: (-right[k] / counts[k].total(), k)):
        own = " | ".join(str(counts[kind][c] or "·") for c in CLASSES)
        lines.append(f"| {kind} | {right[kind]} of {counts[kind].total()} | {own} |")
    return "\n".join(lines)


def counterpart_weights(rows: Sequence[tuple[Mapping[str, float], bool]]) -> dict[str, float]:
    """Return the natural-log odds of a likeness, learned from the statements that annotators named."""
    import numpy as np

    names = sorted(rows[0][0])
    columns, mean, scale = standardised(np.asarray([[row[n] for n in names] for row, _ in rows]))
    start, *slopes = coefficients(columns, np.asarray([float(named) for _, named in rows]), 1.0, RIDGE)
    own = np.asarray(slopes) / scale
    found = {n: round(float(s), 3) for n, s in zip(names, own, strict=True)}
    return {"start": round(float(start - own @ mean), 3), **found}


@dataclass(frozen=True)
class Read:
    """Annotated drafts and articles, read for one set of counterparts."""

    events: tuple[Event, ...]
    rows: tuple[Example, ...]
    laid_with: tuple[Event, ...]  # the event of each row


def read(given: Sequence[Event], counterparts: Mapping[str, float]) -> Read:
    """Return what is measured of every sentence of annotated drafts and articles."""
    reader = left_out_reader()
    rows: list[Example] = []
    owners: list[Event] = []
    for event in given:
        event.checker.weights = replace(shipped(), counterparts=counterparts)
        own = list(examples(event, reader))
        rows += own
        owners += [event] * len(own)
    return Read(tuple(given), tuple(rows), tuple(owners))


def judged(
    own: Read, counterparts: Mapping[str, float], also: Sequence[Example] = ()
) -> list[tuple[Example, CheckVerdict]]:
    """Return each sentence with the verdict that the command gives, by weights that saw nothing of its event."""
    owner = {id(row): event for row, event in zip(own.rows, own.laid_with, strict=True)}
    return [
        (row, decided(order, row.laid, owner[id(row)].checker.material).verdict)
        for row, order in out_of_fold(own.rows, counterparts, also)
    ]


def given(shared: Path) -> list[Event]:
    """Return the annotated drafts, and an article of each event, of a folder of the given form."""
    return [*events(shared), *articles(shared)]


def main(shared: Path, also: Path | None = None) -> None:
    """Learn from the annotated drafts, print the figures and write the weights."""
    measured, further = given(shared), given(also) if also else []
    counterparts = counterpart_weights(
        [row for event in (*measured, *further) if event.is_draft for row in counterpart_rows(event)]
    )
    own = read(measured, counterparts)
    teachers = [replace(row, counts=COUNTS) for row in read(further, counterparts).rows]
    found = judged(own, counterparts, teachers)
    sys.stdout.write(f"{by_kind(found)}\n\n{figures(found)}\n")
    everything = [*own.rows, *teachers]
    if left_out_reader() is not None:
        DATA.write_text(written(learned(everything, counterparts)), "utf-8")
    DATA_UNREAD.write_text(written(learned([unread(row) for row in everything], counterparts)), "utf-8")


def unread(row: Example) -> Example:
    """Return a sentence without what the reader says of it."""
    return replace(row, measured={name: value for name, value in row.measured.items() if not is_read(name)})


if __name__ == "__main__":
    parser = argparse.ArgumentParser("python -m compare.checking.fit", description=__doc__)
    parser.add_argument("shared", type=Path, help="the given material, with corpora and data/drafts-dev")
    parser.add_argument("--also", type=Path, help="a folder of the same form, which teaches and is not measured")
    options = parser.parse_args()
    main(options.shared, options.also)
