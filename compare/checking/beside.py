"""A draft's sentence beside its counterparts: the best few statements of each source, compared."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from compare.checking.comparison import Comparison, compared, weights_of
from compare.checking.decision import Weights, odds_of
from compare.checking.items import Item, items_of
from compare.checking.material import Material, Scores
from compare.checking.quotations import Quoted, quoted
from compare.checking.sentence import Sentence

KEEP = 6  # statements of one source that are compared; 94 of 100 that an annotator named are among them


@dataclass(frozen=True)
class Beside:
    """A draft's sentence with its items and the comparisons with its counterparts, the likeliest first."""

    sentence: Sentence
    items: tuple[Item, ...]
    weights: tuple[float, ...]  # how much each item counts, in bits
    comparisons: tuple[Comparison, ...]
    scores: dict[int, Scores]  # statement → what the reader says; empty without a reader
    quotations: tuple[Quoted, ...]


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
    read = material.read([c.number for c in found], sentence.statement.text)
    scores = {c.number: s for c, s in zip(found, read, strict=True) if s is not None}
    quotations = quoted(sentence, material.library)
    return Beside(sentence, items, weights_of(items, counterparts), tuple(found), scores, quotations)
