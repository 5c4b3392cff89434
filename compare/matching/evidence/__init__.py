"""Pieces of evidence that two statements speak of one fact: one small file a kind, one table of all.

In: two statements of a ``Scene``, by number.  Out: one number, or None where it says nothing.  Decides nothing: what a
piece weighs is learned (``compare.matching.fit``) and stands in ``weights.json``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.matching.evidence import articles, meaning, quotations, values, words

if TYPE_CHECKING:
    from compare.matching.scene import Scene

Measure = Callable[[int, int, "Scene"], "float | None"]


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of evidence about a pair of statements."""

    name: str  # stands in weights, decisions and reports
    unit: str
    text: str  # plain words for the report
    measure: Measure


TABLE: tuple[Row, ...] = (
    Row("shared", "log2 bits", "Rare words shared, or close in meaning", words.shared_words),
    Row("spelling", "cosine", "Likeness of the wording", words.spelling),
    Row("meaning", "cosine", "Closeness of meaning", meaning.meaning),
    Row("reader", "log2 odds", "What the reader makes of the two sentences", meaning.reader),
    Row("unlike", "count", "Other figures of the same things", values.unlike_figures),
    Row("day", "−1 to 1", "The same time, or another", values.same_day),
    Row("quotation", "share", "The same quoted words", quotations.same_quotation),
    Row("sizes", "log2 pairs", "How many pairs of statements the two articles make", articles.sizes),
    Row("depth", "share", "How far down their articles they stand", articles.depth),
    Row("neighbours", "likeness", "What stands before or after them is alike", articles.neighbours),
)
NAMES = tuple(row.name for row in TABLE)
