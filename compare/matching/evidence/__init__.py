"""Pieces of evidence that two statements speak of one fact: one small file a kind, one table of all.

In: two statements of a ``Scene``, by number.  Out: one number, or None where it says nothing.  Decides nothing: what a
piece weighs is learned (``compare.matching.fit``) and stands in ``weights.json``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.matching.evidence import acts, articles, meaning, quotations, values, words

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
    Row("run", "log2 words", "Longest run of words that both have", words.common_run),
    Row("length", "log2 words", "How long the shorter statement is", words.length),
    Row("meaning", "cosine", "Closeness of meaning", meaning.meaning),
    Row("reader", "log2 odds", "What the reader makes of the two sentences", meaning.reader),
    Row("figures", "count", "The same figures of the same things", values.equal_figures),
    Row("unlike", "count", "Other figures of the same things", values.unlike_figures),
    Row("day", "−1 to 1", "The same time, or another", values.same_day),
    Row("person", "0 or 1", "Each names somebody whom the other does not", values.other_person),
    Row("quotation", "share", "The same quoted words", quotations.same_quotation),
    Row("quotes", "0 or 1", "Only one of them quotes", quotations.one_quotes),
    Row("acts", "count", "The same act of the same one", acts.same_acts),
    Row("sizes", "log2 pairs", "How many pairs of statements the two articles make", articles.sizes),
    Row("depth", "share", "How far down their articles they stand", articles.depth),
    Row("neighbours", "likeness", "What stands before or after them is alike", articles.neighbours),
    Row("competition", "likeness", "No other statement there is so like it", articles.competition),
)
NAMES = tuple(row.name for row in TABLE)
