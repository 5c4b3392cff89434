"""Asks a desk's own second reader about what is doubtful and about what would be called a discrepancy."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from compare.claims.reading import Reading
from compare.matching.alignment import Aligned, table_of
from compare.matching.second_reader import Asked, Question, SecondReader, opinion_of, sides_of
from compare.matching.second_reader.opinion import DOUBTFUL, weight_of
from compare.model import Pair
from compare.settings import Settings

Progress = Callable[[str, float], None]
DISCREPANT = frozenset({"conflict", "update"})


def second_reading(
    second: SecondReader,
    reading: Reading,
    alignments: Sequence[Aligned],
    judged: Sequence[Pair],
    *,
    settings: Settings,
    progress: Progress,
) -> tuple[tuple[Aligned, ...], Asked]:
    """Return the candidate pairs with what the second reader says of them, and what became of the questions.

    Every conflict and update of ``judged`` is asked about, the surest first, then the candidates of which it is
    doubtful whether they are one fact, those nearest to being paired first.
    """
    asked = to_ask(reading, alignments, judged, settings.pair_at)
    sides = sides_of(reading.statements, {s.id: s for s in reading.sources})
    told = second.ask([Question(sides[a.left], sides[a.right]) for a in asked], progress)
    weight = weight_of(
        [(asked[n].probability, answer) for n, answer in told.answers.items()], table_of(settings).second
    )
    opinions = {
        (asked[n].left, asked[n].right): opinion_of(answer, told.model, weight) for n, answer in told.answers.items()
    }
    return tuple(replace(a, second=opinions.get((a.left, a.right))) for a in alignments), told


def to_ask(reading: Reading, alignments: Sequence[Aligned], judged: Sequence[Pair], pair_at: float) -> list[Aligned]:
    """Return the candidates that the second reader is asked about, the most urgent first."""
    ids = [s.id for s in reading.statements]
    discrepant = {(p.left, p.right) for p in judged if p.relation in DISCREPANT}
    low, high = DOUBTFUL
    sure = [a for a in alignments if (ids[a.left], ids[a.right]) in discrepant]
    unsure = [a for a in alignments if low <= a.probability <= high and (ids[a.left], ids[a.right]) not in discrepant]
    line = math.log2(pair_at / (1 - pair_at)) if 0 < pair_at < 1 else 0.0
    return [
        *sorted(sure, key=lambda a: (-a.odds, a.left, a.right)),
        *sorted(unsure, key=lambda a: (abs(a.odds - line), a.left, a.right)),
    ]
