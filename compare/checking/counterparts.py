"""The statements of each source that may speak of a draft's sentence, the likeliest first.

A term's rarity is set by the sources alone, so that an edit of the draft changes nothing but what it touches.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from compare.checking.items import Item, items_of
from compare.checking.likeness import likeness
from compare.checking.sentence import Sentence
from compare.language.vectors import text_vector, vector
from compare.matching.profiles import rarity_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOOKED_BACK = 4  # statements in which 'he' or 'the company' may have its name
CLOSE = 0.4  # cosine below which two words are not looked at


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a draft's sentence and a statement of a source share; every figure from 0 to 1."""

    covered: float  # share of the draft's terms, weighed by rarity, that stand in the statement or are meant by it
    covering: float  # share of the statement's terms that stand in the draft's sentence
    spelling: float  # cosine of their character n-grams
    meaning: float  # cosine of their vectors, what all statements share taken away


class Counterparts:
    """The sources' statements, ready to be searched."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        import numpy as np

        self.sentences = list(sentences)
        self.sources = [s.statement.source for s in self.sentences]
        self.rarity = rarity_of(set(s.terms) for s in self.sentences)
        self.unseen = math.log2((len(self.sentences) + 1) / 0.5)
        gram_rarity = rarity_of(set(s.grams) for s in self.sentences)
        self._columns = {g: n for n, g in enumerate(sorted(gram_rarity))}
        self._gram_rarity = np.asarray([gram_rarity[g] for g in self._columns] or [0.0], dtype=np.float32)
        self._terms = sorted(self.rarity)
        place = {t: n for n, t in enumerate(self._terms)}
        self._weights = np.asarray([self.rarity[t] for t in self._terms], dtype=np.float32)
        self._held = np.zeros((len(self.sentences), len(self._terms)), dtype=bool)
        for number, sentence in enumerate(self.sentences):
            self._held[number, [place[t] for t in sentence.terms]] = True
        rows = [vector(t) for t in self._terms]
        self._vectors = np.stack([np.zeros(256, np.float32) if r is None else r for r in rows]) if rows else None
        self._grams = np.stack([self._gram_row(s) for s in self.sentences]) if self.sentences else None
        meant = [self._meaning(s) for s in self.sentences]
        self._mean = np.mean(meant, axis=0) if meant else np.zeros(256, np.float32)
        self._meanings = np.stack([_unit(m - self._mean) for m in meant]) if meant else None
        self._rows: dict[str, NDArray[np.float32]] = {}

    @cached_property
    def of_source(self) -> dict[str, list[int]]:
        """The places of each source's statements."""
        found: dict[str, list[int]] = {}
        for number, source in enumerate(self.sources):
            found.setdefault(source, []).append(number)
        return found

    @cached_property
    def terms(self) -> frozenset[str]:
        """All content terms of the sources."""
        return frozenset(self.rarity)

    @cached_property
    def known(self) -> list[frozenset[str]]:
        """For each statement the keys of the names before it, near or in the headline: whom 'he' may stand for."""
        found: list[frozenset[str]] = []
        for number in range(len(self.sentences)):
            first = self.of_source[self.sources[number]][0]
            near = {first, *range(max(first, number - LOOKED_BACK), number)} - {number}
            found.append(frozenset(n.key for p in near for n in self.sentences[p].names))
        return found

    @cached_property
    def items(self) -> list[tuple[Item, ...]]:
        """The items of each statement."""
        return [items_of(s) for s in self.sentences]

    def weight(self, item: Item) -> float:
        """Return how telling an item is, in bits: its rarest word counts."""
        return max((self.rarity.get(t, self.unseen) for t in item.key.split()), default=self.unseen)

    def likenesses(self, sentence: Sentence) -> list[Likeness]:
        """Return the likeness of a draft's sentence to each statement of the sources."""
        import numpy as np

        if self._grams is None or self._meanings is None:
            return []
        terms = sentence.terms
        weights = np.asarray([self.rarity.get(t, self.unseen) for t in terms], dtype=np.float32)
        rows = np.stack([self._row(t) for t in terms]) if terms else np.zeros((0, len(self._terms)), np.float32)
        covered = np.zeros((len(terms), len(self.sentences)), np.float32)
        for number in range(len(terms)):
            covered[number] = (self._held * rows[number]).max(axis=1, initial=0.0)
        best = rows.max(axis=0, initial=0.0)
        ours = weights @ covered / max(float(weights.sum()), 1e-6)
        theirs = (self._held * (best * self._weights)).sum(axis=1) / np.maximum(
            (self._held * self._weights).sum(axis=1), 1e-6
        )
        spelling = self._grams @ self._gram_row(sentence)
        meaning = self._meanings @ _unit(self._meaning(sentence) - self._mean)
        return [
            Likeness(*(round(float(x), 4) for x in row)) for row in zip(ours, theirs, spelling, meaning, strict=True)
        ]

    def _row(self, term: str) -> NDArray[np.float32]:
        """Return a term's likeness to each term of the sources."""
        import numpy as np

        if term not in self._rows:
            row = np.zeros(len(self._terms), np.float32)
            own = vector(term)
            near = (
                set(np.flatnonzero(self._vectors @ own >= CLOSE).tolist())
                if own is not None and self._vectors is not None
                else set()
            )
            for number in near | {n for n, t in enumerate(self._terms) if t[:5] == term[:5]}:
                row[number] = likeness(term, self._terms[number])
            self._rows[term] = row
        return self._rows[term]

    def _gram_row(self, sentence: Sentence) -> NDArray[np.float32]:
        import numpy as np

        row = np.zeros(len(self._gram_rarity), np.float32)
        for gram, count in sentence.grams.items():
            if gram in self._columns:
                row[self._columns[gram]] = 1 + math.log(count)
        return _unit(row * self._gram_rarity)

    def _meaning(self, sentence: Sentence) -> NDArray[np.float32]:
        counts = Counter(w.term for w in sentence.words if w.term)
        return text_vector((t, self.rarity.get(t, self.unseen)) for t in counts)


def _unit(row: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    length = float(np.linalg.norm(row))
    return np.asarray(row / length if length else row, dtype=np.float32)
