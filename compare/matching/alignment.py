"""How likely two statements of different sources speak about one fact, with the evidence for it.

Evidence adds up as in record linkage (Fellegi & Sunter, 1969): one learned start, and for each piece of evidence a
weight in log2 odds for every unit that it lies above what is usual among candidates.  The weights are read from
``weights.json``, which ``fit.py`` learns from annotated events; they are the same for every set of articles.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from compare.errors import SettingsError
from compare.matching.evidence import NAMES, TABLE
from compare.matching.scene import Scene
from compare.matching.second_reader.opinion import DEFAULT, Opinion, bounded
from compare.model import Evidence
from compare.settings import Settings

SHIPPED = Path(__file__).parent / "weights.json"
SECOND = "second_reader"
UNHEARD = " (not counted: the values are compared by arithmetic)"
SMALLEST = 0.05  # log2 odds; what weighs less is not shown


@dataclass(frozen=True, slots=True)
class Weight:
    """What one piece of evidence weighs."""

    slope: float  # log2 odds a unit
    usual: float  # the value that says nothing: the mean among candidates


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned weights: the log2 odds of a pair of which all evidence is usual, and what each piece adds."""

    start: float
    rows: Mapping[str, Weight]
    second: float = DEFAULT  # what an answer of a desk's own second reader begins with, log2 odds

    def odds(self, values: Mapping[str, float | None]) -> float:
        """Return the log2 odds of a pair from what was measured on it."""
        return self.start + math.fsum(self.adds(name, value) for name, value in values.items())

    def adds(self, name: str, value: float | None) -> float:
        """Return what one piece of evidence adds to the odds; 0 where it says nothing."""
        row = self.rows.get(name)
        return 0.0 if value is None or row is None else row.slope * (value - row.usual)


@cache
def weights(path: Path = SHIPPED) -> Weights:
    """Return the weights that ship with the package, or those of a file of the same form.

    Raises ``SettingsError`` where the file cannot be read or does not hold two numbers for every piece of evidence.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        rows = {n: Weight(float(data["evidence"][n]["weight"]), float(data["evidence"][n]["usual"])) for n in NAMES}
        second = bounded(float(data.get(SECOND, {"weight": DEFAULT})["weight"]))
        table = Weights(float(data["start"]), rows, second)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"{path}: these are no weights ({error!r}); write them with 'crosscheck review refit'."
        ) from error
    if not all(
        map(math.isfinite, (table.start, table.second, *(x for r in table.rows.values() for x in (r.slope, r.usual))))
    ):
        raise SettingsError(f"{path}: a weight is not a finite number; write them with 'crosscheck review refit'.")
    return table


def table_of(settings: Settings) -> Weights:
    """Return the weights that some settings name."""
    return weights(Path(settings.weights)) if settings.weights else weights()


def as_json(table: Weights) -> dict[str, object]:
    """Return weights as the file that ships with Crosscheck holds them."""
    rows = {n: {"weight": round(r.slope, 4), "usual": round(r.usual, 4)} for n, r in table.rows.items()}
    second = {} if table.second == DEFAULT else {SECOND: {"weight": round(table.second, 4)}}
    return {"start": round(table.start, 4), "evidence": rows, **second}


def probability(log2_odds: float) -> float:
    """Return the probability that log2 odds stand for, to four digits."""
    bounded: float = max(-60.0, min(60.0, log2_odds))
    return round(1 / (1 + math.exp2(-bounded)), 4)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two statements, by number, with the probability that they speak about one fact and the evidence."""

    left: int
    right: int
    probability: float
    odds: float  # log2
    evidence: tuple[Evidence, ...]
    second: Opinion | None = None  # what a desk's own second reader says, where it was asked

    def heard(self, added: float) -> Aligned:
        """Return the two statements with what the second reader says moving their odds by ``added``."""
        if self.second is None:
            return self
        odds = round(self.odds + added, 4)
        overruled = UNHEARD if not added and self.second.same else ""
        piece = Evidence(SECOND, f"{self.second.words}{overruled}", round(added, 4) + 0.0)
        return replace(self, odds=odds, probability=probability(odds), evidence=(*self.evidence, piece))


def measured(left: int, right: int, scene: Scene) -> dict[str, float | None]:
    """Return what every piece of evidence says of two statements."""
    return {row.name: row.measure(left, right, scene) for row in TABLE}


def align(scene: Scene, settings: Settings) -> tuple[Aligned, ...]:
    """Return every candidate pair of statements, the likeliest first."""
    table = table_of(settings)
    found = []
    for left, right in scene.pairs:
        values = measured(left, right, scene)
        odds = round(table.odds(values), 4)
        found.append(Aligned(left, right, probability(odds), odds, _evidence(values, table, left, right, scene)))
    return tuple(sorted(found, key=lambda a: (-a.odds, a.left, a.right)))


def _evidence(
    values: Mapping[str, float | None], table: Weights, left: int, right: int, scene: Scene
) -> tuple[Evidence, ...]:
    """Return the start and the pieces that counted, in the order of the table."""
    pieces = [Evidence("start", "Start: two statements that share something", round(table.start, 4))]
    for row in TABLE:
        weight = round(table.adds(row.name, values[row.name]), 4)
        if abs(weight) >= SMALLEST:
            text = f"{row.text}{_words(left, right, scene)}" if row.name == "shared" else row.text
            pieces.append(Evidence(row.name, text, weight))
    return tuple(pieces)


def _words(left: int, right: int, scene: Scene) -> str:
    """Return the rarest words that both statements have, for the report."""
    ours, theirs = scene.profiles[left].terms, scene.profiles[right].terms
    both = sorted((t for t in ours if t in theirs), key=lambda t: (-ours[t], t))
    return f": {', '.join(both[:3])}" if both else ""
