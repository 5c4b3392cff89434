"""How likely two statements of different sources speak about one fact, with the evidence for it.

Evidence adds up as in record linkage (Fellegi & Sunter, 1969): one learned start, and for each piece of evidence a
weight in log2 odds for every unit that it lies above what is usual among candidates.  The weights are read from
``weights.json``, which ``fit.py`` learns from annotated events; they are the same for every set of articles.  What a
pair is by itself comes first; then every pair is seen among the others (``collective``).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from compare.errors import SettingsError
from compare.matching import collective
from compare.matching.collective import Around, around
from compare.matching.evidence import NAMES, TABLE
from compare.matching.scene import Scene
from compare.matching.second_reader.opinion import DEFAULT, DOUBTFUL, Opinion, bounded
from compare.model import Evidence
from compare.settings import Settings

SHIPPED = Path(__file__).parent / "weights.json"
SECOND = "second_reader"
UNHEARD = " (not counted: the values are compared by arithmetic)"
LEAST = DOUBTFUL[0]  # probability below which no values are compared, as no second reader is asked
SMALLEST = 0.05  # log2 odds; what weighs less is not shown


@dataclass(frozen=True, slots=True)
class Weight:
    """What one piece of evidence weighs."""

    slope: float  # log2 odds a unit
    usual: float  # the value that says nothing: the mean among candidates


@dataclass(frozen=True, slots=True)
class Collective:
    """What the second look makes of a pair: its own odds by a factor, and what the pairs around it add."""

    start: float = 0.0
    factor: float = 1.0
    rows: Mapping[str, Weight] = field(default_factory=dict)

    def odds(self, own: float, seen: Around) -> float:
        """Return the log2 odds of a pair among all others; ``own`` are those that it has by itself."""
        return self.start + self.factor * own + math.fsum(self.adds(seen).values())

    def adds(self, seen: Around) -> dict[str, float]:
        """Return what each number about the pairs around adds to the odds."""
        return {n: r.slope * (getattr(seen, n) - r.usual) for n, r in self.rows.items()}


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned weights: the log2 odds of a pair of which all evidence is usual, and what each piece adds."""

    start: float
    rows: Mapping[str, Weight]
    collective: Collective = field(default_factory=Collective)  # one that changes nothing, where a file has none
    second: float = DEFAULT  # what an answer of a desk's own second reader begins with, log2 odds

    @property
    def outset(self) -> float:
        """The start of the sum that a report shows: that of a pair by itself, in the share that counts in the end."""
        return self.collective.start + self.collective.factor * self.start

    def odds(self, values: Mapping[str, float | None]) -> float:
        """Return the log2 odds of a pair by itself, from what was measured on it."""
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
        start, rows, seen = float(data["start"]), _rows(data["evidence"], NAMES), data.get("collective")
        second = bounded(float(data.get(SECOND, {"weight": DEFAULT})["weight"]))
        last = Collective()
        if seen:
            last = Collective(float(seen["start"]), float(seen["factor"]), _rows(seen["evidence"], collective.NAMES))
        table = Weights(start, rows, last, second)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"{path}: these are no weights ({error!r}); write them with 'crosscheck review refit'."
        ) from error
    numbers = [table.start, table.second, table.collective.start, table.collective.factor]
    numbers += [x for r in (*table.rows.values(), *table.collective.rows.values()) for x in (r.slope, r.usual)]
    if not all(map(math.isfinite, numbers)):
        raise SettingsError(f"{path}: a weight is not a finite number; write them with 'crosscheck review refit'.")
    return table


def _rows(told: Mapping[str, Mapping[str, float]], names: Sequence[str]) -> dict[str, Weight]:
    return {n: Weight(float(told[n]["weight"]), float(told[n]["usual"])) for n in names}


def table_of(settings: Settings) -> Weights:
    """Return the weights that some settings name."""
    return weights(Path(settings.weights)) if settings.weights else weights()


def as_json(table: Weights) -> dict[str, object]:
    """Return weights as the file that ships with Crosscheck holds them."""
    own = table.collective
    second = {} if table.second == DEFAULT else {SECOND: {"weight": round(table.second, 4)}}
    seen = {"start": round(own.start, 4), "factor": round(own.factor, 4), "evidence": _numbers(own.rows)}
    return {
        "start": round(table.start, 4),
        "evidence": _numbers(table.rows),
        **({"collective": seen} if own.rows else {}),
        **second,
    }


def _numbers(rows: Mapping[str, Weight]) -> dict[str, dict[str, float]]:
    return {n: {"weight": round(r.slope, 4), "usual": round(r.usual, 4)} for n, r in rows.items()}


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
    return aligned(scene, table_of(settings), min(LEAST, settings.pair_at, settings.near_at))


def aligned(scene: Scene, table: Weights, told_at: float = 0.0) -> tuple[Aligned, ...]:
    """Return every candidate pair of statements by some weights, the likeliest first.

    Those less likely than ``told_at`` come without their evidence: most candidates, which nothing is made of.
    """
    own = {pair: table.odds(measured(*pair, scene)) for pair in scene.pairs}
    found = []
    for pair, seen in around(own, scene.sources).items():
        odds = round(table.collective.odds(own[pair], seen), 4)
        chance = probability(odds)
        evidence = (*_evidence(table, *pair, scene), *_around(seen, table.collective)) if chance >= told_at else ()
        found.append(Aligned(*pair, chance, odds, evidence))
    return tuple(sorted(found, key=lambda a: (-a.odds, a.left, a.right)))


def _evidence(table: Weights, left: int, right: int, scene: Scene) -> tuple[Evidence, ...]:
    """Return the start and the pieces that counted, in the order of the table, by what they add in the end."""
    factor, values = table.collective.factor, measured(left, right, scene)
    pieces = [Evidence("start", "Start: two statements that share something", round(table.outset, 4))]
    for row in TABLE:
        weight = round(factor * table.adds(row.name, values[row.name]), 4)
        if abs(weight) >= SMALLEST:
            text = f"{row.text}{_words(left, right, scene)}" if row.name == "shared" else row.text
            pieces.append(Evidence(row.name, text, weight))
    return tuple(pieces)


def _around(seen: Around, table: Collective) -> Iterator[Evidence]:
    for name, added in table.adds(seen).items():
        if abs(added) >= SMALLEST:
            yield Evidence(name, collective.TEXTS[name], round(added, 4))


def _words(left: int, right: int, scene: Scene) -> str:
    """Return the rarest words that both statements have, for the report."""
    ours, theirs = scene.profiles[left].terms, scene.profiles[right].terms
    both = sorted((t for t in ours if t in theirs), key=lambda t: (-ours[t], t))
    return f": {', '.join(both[:3])}" if both else ""
