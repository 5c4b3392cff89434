"""A draft's sentence beside its counterparts: the best few statements of each source, compared and summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

from compare.checking.comparison import Comparison, compared, weights_of
from compare.checking.decision import Weights, odds_of
from compare.checking.items import Item, items_of
from compare.checking.material import Material
from compare.checking.quotations import Quoted, quoted
from compare.checking.sentence import Sentence
from compare.matching.reader import Reading

KEEP = 6  # statements of one source that are compared; 94 of 100 that an annotator named are among them
READ = 3  # … that the reader is asked about: it is slow
LIKELY = 0.25  # relevance from which a statement is taken to speak of the sentence
DOUBTED = 0.4  # what a statement that surely speaks of something else still counts in what is met
FAINT = 0.02  # strength below which two words that face each other are not kept


@dataclass(frozen=True, slots=True)
class Rival:
    """An item of the draft that faces another in its place."""

    strength: float  # 0 to 1: how surely both fill one place of one fact, and nothing bears the draft's out
    comparison: Comparison
    ours: int
    theirs: int


@dataclass(frozen=True)
class Beside:
    """A draft's sentence with its items and the comparisons with its counterparts, the likeliest first."""

    sentence: Sentence
    items: tuple[Item, ...]
    weights: tuple[float, ...]  # how much each item counts, in bits
    comparisons: tuple[Comparison, ...]
    sources: tuple[str, ...]  # the source of each comparison
    scores: Mapping[int, Reading]  # statement → what the reader says; empty without a reader
    quotations: tuple[Quoted, ...]

    @cached_property
    def best(self) -> Comparison | None:
        """The comparison with the likeliest counterpart."""
        return self.comparisons[0] if self.comparisons else None

    @cached_property
    def likely(self) -> tuple[Comparison, ...]:
        """The comparisons with statements that probably speak of the sentence."""
        return tuple(c for c in self.comparisons if c.relevance > LIKELY)

    @cached_property
    def by_source(self) -> dict[str, tuple[Comparison, ...]]:
        """The comparisons of each source."""
        found: dict[str, list[Comparison]] = {}
        for c, source in zip(self.comparisons, self.sources, strict=True):
            found.setdefault(source, []).append(c)
        return {source: tuple(own) for source, own in found.items()}

    @cached_property
    def met(self) -> tuple[float, ...]:
        """How far each item is met by the best of all statements, 0 to 1."""
        return self.union(self.comparisons)

    @cached_property
    def bound(self) -> tuple[float, ...]:
        """How far each item is met together with what it hangs on, 0 to 1."""
        return tuple(
            max((c.bound.get(i, 0.0) * c.relevance for c in self.comparisons), default=0.0)
            for i in range(len(self.items))
        )

    def union(self, comparisons: Sequence[Comparison]) -> tuple[float, ...]:
        """Return how far each item is met by the best of several statements, doubtful ones counting less."""
        return tuple(
            max((c.shares[i] * (DOUBTED + (1 - DOUBTED) * c.relevance) for c in comparisons), default=0.0)
            for i in range(len(self.items))
        )

    def covered(self, shares: Sequence[float]) -> float:
        """Return the share of the sentence's weight that is met, 0 to 1."""
        total = sum(self.weights)
        return sum(w * s for w, s in zip(self.weights, shares, strict=True)) / total if total else 0.0

    @cached_property
    def covered_by(self) -> dict[str, float]:
        """The share of the sentence's weight that each source meets, 0 to 1."""
        return {source: self.covered(self.union(own)) for source, own in self.by_source.items()}

    @cached_property
    def rivals(self) -> tuple[Rival, ...]:
        """The items that face another, the strongest first."""
        found = []
        for c in self.comparisons:
            rest = self.covered(c.shares)
            for f in c.alignment.facing:
                free = 1 - max(0.6 * self.met[f.ours], min(self.met[f.ours], self.bound[f.ours]))
                strength = f.slot * c.relevance * (0.3 + 0.7 * rest) * free
                if strength > FAINT:
                    found.append(Rival(strength, c, f.ours, f.theirs))
        return tuple(sorted(found, key=lambda r: (-r.strength, r.comparison.number, r.ours, r.theirs)))


def beside(sentence: Sentence, material: Material, weights: Weights) -> Beside:
    """Return a draft's sentence beside its counterparts."""
    counterparts = material.counterparts
    likenesses = counterparts.likenesses(sentence)
    odds = [odds_of(weights, asdict(found)) for found in likenesses]
    chosen: list[int] = []
    for numbers in counterparts.of_source.values():
        chosen += sorted(numbers, key=lambda n: (-odds[n], n))[:KEEP]
    items = items_of(sentence)
    most = max(odds, default=0.0)
    found = [compared(sentence, items, (n, likenesses[n], odds[n]), most, counterparts) for n in chosen]
    found.sort(key=lambda c: (-c.odds, c.number))
    asked = [n for numbers in counterparts.of_source.values() for n in numbers if n in _first(found, numbers)]
    return Beside(
        sentence,
        items,
        weights_of(items, counterparts),
        tuple(found),
        tuple(counterparts.sources[c.number] for c in found),
        material.read(asked, sentence.statement.text),
        quoted(sentence, material.library),
    )


def _first(found: Sequence[Comparison], numbers: Sequence[int]) -> frozenset[int]:
    """Return the likeliest few of one source's statements."""
    own = set(numbers)
    return frozenset([c.number for c in found if c.number in own][:READ])
