"""The set of articles as the evidence sees it: what each statement is made of, and which pairs are candidates.

Laid out once, so that a piece of evidence costs no more than what the two statements of a pair share.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from compare.claims.reading import Reading
from compare.matching.blocking import candidates
from compare.matching.overlap import overlap, reach_of, turned
from compare.matching.profiles import HELD, Profile, close_words, cosine, profiles
from compare.matching.reader import Reader, reader
from compare.matching.reader import Reading as Read
from compare.model import Claim, Moment, Quantity, Statement
from compare.settings import Settings

MOST_READ = 3  # pairs a statement that the reader is asked about: the others are too unlike

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two statements are by their words alone."""

    shared: float  # rarity of the words shared or close, in bits
    spelling: float  # cosine of character n-grams, 0 to 1
    meaning: float  # cosine of the word vectors, the set's own mean taken away, −1 to 1

    @property
    def sum(self) -> float:
        """One number for ranking: each part at about the weight that it has when it is learned alone."""
        return 1.5 * math.log2(1 + self.shared) + 16 * self.spelling + 6 * self.meaning


class Scene:
    """A reading with all that the evidence looks up."""

    def __init__(self, reading: Reading, reads: Mapping[tuple[int, int], Read] | None = None) -> None:
        """Lay out a reading; ``reads`` are the reader's scores of pairs of statements, where there is a reader."""
        self.reading = reading
        self.statements: tuple[Statement, ...] = reading.statements
        self.reads: Mapping[tuple[int, int], Read] = reads or {}
        self.profiles: tuple[Profile, ...] = profiles(reading.parsed, reading.names) if reading.parsed else ()
        close = close_words(sorted({t for p in self.profiles for t in p.terms}))
        met_by = turned(close)
        # laid out when it is asked, and the last few thousand kept: of a long article it would take as much as all else
        self.reach = lru_cache(HELD)(lambda number: reach_of(self.profiles[number].terms, met_by))
        self.sources = [s.source for s in self.statements]
        self.pairs = (
            candidates([p.terms for p in self.profiles], self.sources, close) if len(self.statements) > 1 else []
        )
        self.sizes = Counter(self.sources)

    @cached_property
    def likeness(self) -> Mapping[tuple[int, int], Likeness]:
        """Each candidate pair → how like its statements are by their words."""
        vectors = self._vectors()
        found = {}
        for a, b in self.pairs:
            ours, theirs = self.profiles[a], self.profiles[b]
            shared = (overlap(ours.terms, self.reach(b)) + overlap(theirs.terms, self.reach(a))) / 2
            meaning = float(vectors[a] @ vectors[b])
            found[a, b] = Likeness(shared, cosine(ours.grams, theirs.grams), meaning)
        return found

    def _vectors(self) -> NDArray[np.float32]:
        """Return the statements' vectors without what all of them share (Arora et al., 2017), unit length."""
        import numpy as np

        zero = np.zeros(256, dtype=np.float32)
        matrix = np.stack([zero if p.vector is None else p.vector for p in self.profiles]).astype(np.float32)
        matrix = matrix - matrix.mean(axis=0)
        length = np.linalg.norm(matrix, axis=1, keepdims=True)
        return np.asarray(matrix / np.maximum(length, 1e-9), dtype=np.float32)

    def claims(self, number: int) -> tuple[Claim, ...]:
        """Return the claims of a statement, by number."""
        return self.reading.claims_of_statement[self.statements[number].id]

    @cached_property
    def figures(self) -> list[list[tuple[Claim, Quantity]]]:
        """The claims of each statement that give an amount, with the amount."""
        return [
            [(c, c.value) for c in self.claims(n) if isinstance(c.value, Quantity)] for n in range(len(self.statements))
        ]

    @cached_property
    def moments(self) -> list[list[Moment]]:
        """The times that each statement gives."""
        return [[c.value for c in self.claims(n) if isinstance(c.value, Moment)] for n in range(len(self.statements))]

    @cached_property
    def quoted(self) -> list[str]:
        """The words that each statement puts in quotation marks, lower case."""
        return [
            " ".join(c.value.words.lower() for c in self.claims(n) if c.value is not None and c.kind == "quotation")  # type: ignore[union-attr]
            for n in range(len(self.statements))
        ]

    @cached_property
    def depth(self) -> list[float]:
        """How far down its article each statement stands: 0 the first, 1 the last."""
        seen: Counter[str] = Counter()
        found = []
        for source in self.sources:
            found.append(seen[source] / max(self.sizes[source] - 1, 1))
            seen[source] += 1
        return found

    def asked(self) -> list[tuple[int, int]]:
        """Return the candidates that the reader is asked about, in order: those most alike by their words."""
        ranked = sorted(self.pairs, key=lambda pair: (-self.likeness[pair].sum, pair))
        return sorted(ranked[: MOST_READ * len(self.statements)])


def scene_of(reading: Reading, settings: Settings) -> Scene:
    """Return a reading laid out, with what the reader makes of its likeliest candidates where a reader is installed."""
    scene = Scene(reading)
    own = reader(Path(settings.reader_folder)) if settings.reader_folder else reader()
    if settings.reader and (settings.reader_folder or own.present):
        scene.reads = read_by(own, scene)
    return scene


def read_by(own: Reader, scene: Scene) -> dict[tuple[int, int], Read]:
    """Return what a reader makes of the likeliest candidates of a scene."""
    asked = scene.asked()
    texts = [(scene.statements[a].text, scene.statements[b].text) for a, b in asked]
    return dict(zip(asked, own.read(texts), strict=True))
