"""What a desk's second reader is worth on annotated events: its weight, and what it adds leave-one-event-out.

The weight is the one slope of a logistic regression over the odds that all other evidence gives (Newton's method), with
a Gaussian prior on the weight that ships.  Odds, weight and threshold of an event are learned without it.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from compare.errors import SettingsError
from compare.matching.alignment import Weights, probability
from compare.matching.fit import Figures, Labelled, chosen_figures, left_out, odds
from compare.matching.gold import Event
from compare.matching.scene import Scene
from compare.matching.second_reader import Answer, Question, SecondReader, read_second_settings, sides_of
from compare.matching.second_reader.opinion import DEFAULT, DOUBTFUL, bounded, value_of, weight_of
from compare.matching.second_reader.second_settings import CACHE
from compare.settings import DEFAULT as SETTINGS
from compare.settings import settings_file, settings_table

PRIOR = 8.0  # answers that the weight that ships counts for
STEPS = 30


@dataclass(frozen=True, slots=True)
class Heard:
    """What a second reader says of the candidates of one event."""

    answers: dict[int, Answer]  # by the place of the candidate
    asked: int


def second_reader_of(url: str, model: str | None) -> SecondReader:
    """Return the second reader at an address, with what the nearest settings say; raises ``SettingsError``."""
    path = settings_file(Path())
    table = (settings_table(path) or {}).get("second-reader", {}) if path else {}
    settings = read_second_settings(
        table, str(path or "--second-reader"), os.environ, url=url, model=model, cache=Path(CACHE)
    )
    if settings is None:
        raise SettingsError("no second reader is named: give --second-reader URL.")
    return SecondReader(settings, say=_say)


def hear(second: SecondReader, scene: Scene, pairs: Sequence[tuple[int, int]], scored: Any) -> Heard:
    """Ask about the doubtful ones of some candidates of an event, of which ``scored`` are the log2 odds."""
    line = math.log2(SETTINGS.pair_at / (1 - SETTINGS.pair_at))
    chances = [probability(float(o)) for o in scored]
    places = [n for n, chance in enumerate(chances) if DOUBTFUL[0] <= chance <= DOUBTFUL[1]]
    places.sort(key=lambda n: (abs(float(scored[n]) - line), n))
    sides = sides_of(scene.statements, {s.id: s for s in scene.reading.sources})
    told = second.ask([Question(sides[pairs[n][0]], sides[pairs[n][1]]) for n in places])
    return Heard({places[k]: answer for k, answer in told.answers.items()}, told.pairs)


def learned_weight(rows: Sequence[tuple[float, float, float]]) -> float:
    """Return what an answer weighs in log2 odds, from (log2 odds without it, what it says, 1 for one fact else 0)."""
    bits = math.log(2)
    weight = DEFAULT
    for _ in range(STEPS):
        slope, curve = -PRIOR * (weight - DEFAULT), PRIOR
        for own, said, wanted in rows:
            chance = 1 / (1 + math.exp2(-max(-60.0, min(60.0, own + weight * said))))
            slope += bits * said * (wanted - chance)
            curve += bits * bits * said * said * chance * (1 - chance)
        weight += max(-1.0, min(1.0, slope / curve))
    return round(bounded(weight), 4)


def weighed(
    table: Weights, events: Sequence[tuple[Event, Scene, Labelled]], second: SecondReader
) -> tuple[Weights, list[str]]:
    """Return the weights with that of the second reader, and lines that say what it adds, each event left out in turn.

    Raises ``SettingsError`` for fewer than two events: nothing could be left out.
    """
    if len(events) < 2:
        raise SettingsError(
            "what a second reader adds is measured on two annotated events or more, each left out in turn."
        )
    own = [e for _, _, e in events]
    plain, tables = left_out(own)
    scored = [odds(e, t) for e, t in zip(own, tables, strict=True)]
    heard = [hear(second, scene, e.told, s) for (_, scene, e), s in zip(events, scored, strict=True)]
    rows = [list(_rows(e, s, h)) for e, s, h in zip(own, scored, heard, strict=True)]
    moved = []
    for number, (s, h) in enumerate(zip(scored, heard, strict=True)):
        start = learned_weight([r for n, part in enumerate(rows) if n != number for r in part])
        weight = weight_of([(probability(float(s[n])), a) for n, a in h.answers.items()], start)
        added = s.copy()
        for n, answer in h.answers.items():
            added[n] += weight * value_of(answer)
        moved.append(added)
    beside = chosen_figures(own, moved)
    final = replace(table, second=learned_weight([r for part in rows for r in part]))
    asked, answered = sum(h.asked for h in heard), sum(len(h.answers) for h in heard)
    head = f"second reader ({second.settings.model}): weight {final.second:.3f}, {DEFAULT:g} as shipped; "
    gain = Figures(beside.f1 - plain.f1, beside.precision - plain.precision, beside.recall - plain.recall)
    return final, [
        f"{head}an answer for {answered:,} of {asked:,} pairs",
        _line("without it", plain),
        _line("with it", beside),
        _line("it adds", gain, "+"),
        "each event measured with what was learned without it",
    ]


def _rows(event: Labelled, scored: Any, heard: Heard) -> Iterator[tuple[float, float, float]]:
    for n, answer in heard.answers.items():
        if answer.same != "unsure":
            yield float(scored[n]), value_of(answer), float(event.wanted[n])


def _line(name: str, found: Figures, sign: str = "") -> str:
    return f"{name:12} F1 {found.f1:{sign}.3f}  precision {found.precision:{sign}.3f}  recall {found.recall:{sign}.3f}"


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
