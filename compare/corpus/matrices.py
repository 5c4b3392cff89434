"""Traits → sparse matrices: a row an article, a column a word, the rarity of the word as weight (TF-IDF).

Rows have unit length, so that the product of two rows is their cosine (Salton & Buckley, 1988, 'Term-weighting
approaches in automatic text retrieval').
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.corpus.rarity import SUPPOSED, rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from compare.corpus.traits import Traits

KINDS = ("words", "names", "numbers", "title", "lead")
COUNTED_AS = {"title": "words", "lead": "words"}  # kinds that share the columns and the rarity of another
COMMON, ALWAYS = 0.02, 100  # words in more than this share (and number) of the articles propose no pair


@dataclass(frozen=True, slots=True)
class Matrices:
    """What is measured on pairs of articles, for all articles at once; every matrix has a row an article."""

    cosines: Mapping[str, Any]  # kind → CSR matrix, float32, rows of unit length
    telling: Any  # CSR matrix of the words that may propose a pair, cut from those of ``cosines['words']``
    shown: Any  # CSR matrix: the rarity of each name that an article holds, as a share of the greatest possible
    ages: tuple[frozenset[str], ...]
    day: NDArray[np.int64]  # 0 where it is not known
    dated: NDArray[np.bool_]


class _Rows:
    """Collects the rows of one kind in flat arrays: 8 bytes an entry, whatever the number of articles."""

    def __init__(self, columns: dict[str, int]) -> None:
        self.columns = columns
        self.ends, self.places, self.times = array("q", [0]), array("i"), array("f")

    def add(self, counts: Mapping[str, int]) -> None:
        for word in sorted(counts):
            self.places.append(self.columns.setdefault(word, len(self.columns)))
            self.times.append(counts[word])
        self.ends.append(len(self.places))

    def matrix(self) -> Any:
        import numpy as np
        from scipy.sparse import csr_matrix

        shape = (len(self.ends) - 1, len(self.columns))
        return csr_matrix(
            (np.frombuffer(self.times, "f4"), np.frombuffer(self.places, "i4"), np.frombuffer(self.ends, "i8")), shape
        )


def matrices_of(articles: Iterable[Traits]) -> Matrices:
    """Return the matrices of articles, which are read once and not kept."""
    import numpy as np
    from scipy.sparse import csr_matrix, diags

    columns: dict[str, dict[str, int]] = {kind: {} for kind in ("words", "names", "numbers")}
    rows = {kind: _Rows(columns[COUNTED_AS.get(kind, kind)]) for kind in KINDS}
    ages, days = [], array("q")
    for traits in articles:
        for kind in KINDS:
            rows[kind].add(getattr(traits, kind))
        ages.append(frozenset(traits.ages))
        days.append(-1 if traits.day is None else traits.day)
    raw = {kind: rows.pop(kind).matrix() for kind in KINDS}
    number = len(ages)
    held = {kind: np.bincount(raw[kind].indices, minlength=len(columns[kind])) for kind in columns}
    rare = {
        kind: np.array([rarity(w, number, n) for w, n in zip(columns[kind], held[kind].tolist(), strict=True)], "f4")
        for kind in columns
    }
    places = raw["names"].indices
    share = rare["names"][places] / np.float32(np.log(number + SUPPOSED))
    shown = csr_matrix((share, places, raw["names"].indptr), raw["names"].shape)
    cosines = {}
    for kind in KINDS:
        of = COUNTED_AS.get(kind, kind)
        cosines[kind] = raw.pop(kind)
        cosines[kind].resize(number, len(columns[of]))
        cosines[kind].data = (1 + np.log(cosines[kind].data)) * rare[of][cosines[kind].indices]
        to_unit_rows(cosines[kind])
    few = held["words"] <= max(ALWAYS, COMMON * number)
    telling = (cosines["words"] @ diags(few.astype("f4"))).tocsr()
    telling.eliminate_zeros()
    day = np.frombuffer(days, "i8") if days else np.zeros(0, "i8")
    return Matrices(cosines, telling, shown, tuple(ages), np.maximum(day, 0), day >= 0)


def to_unit_rows(matrix: Any) -> None:
    """Give every row of a matrix unit length, in place; empty rows stay empty."""
    import numpy as np

    own = np.diff(matrix.indptr)
    squares = np.zeros(len(own))
    np.add.at(squares, np.repeat(np.arange(len(own)), own), matrix.data.astype("f8") ** 2)
    length = np.sqrt(squares)
    length[length == 0] = 1
    matrix.data /= np.repeat(length, own).astype("f4")
