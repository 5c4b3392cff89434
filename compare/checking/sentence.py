"""A statement as plain data: its words with their place in the parse, its names and its typed values.

Nothing of the parser is kept, so that sentences can be stored, compared and measured without it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from compare.matching.profiles import grams_of, term_of
from compare.model import Cues, Moment, Name, Quantity, Quotation, Statement

if TYPE_CHECKING:
    from compare.judgement.analysed import Analysed


Placed = TypeVar("Placed", bound=Quantity | Moment | Quotation)


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a sentence."""

    text: str
    lemma: str  # lower case
    pos: str  # coarse part of speech: 'NOUN'
    tag: str  # fine part of speech: 'VBD'
    dep: str  # relation to its head: 'nsubj'
    head: int  # place of its head in the sentence; its own for the root
    start: int  # place in the source's text
    end: int
    term: str | None  # what it counts as in comparison; None where it carries no content

    def of(self, kind: Collection[str]) -> bool:
        """Tell whether the word, as lemma or as written, is one of a list."""
        return self.lemma in kind or self.text.lower() in kind


@dataclass(frozen=True)
class Sentence:
    """A statement of the draft or of a source."""

    statement: Statement
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    quotations: tuple[Quotation, ...]
    cues: tuple[Cues, ...]  # of its bare propositions, the main one first
    claims: int  # how many claims were read
    published: date | datetime | None = None  # what its relative words count from

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The content terms in order of first use."""
        return tuple(dict.fromkeys(w.term for w in self.words if w.term))

    @cached_property
    def grams(self) -> dict[str, int]:
        """Character n-grams and how often each occurs."""
        return dict(grams_of(self.statement.text))

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word the places of the words that hang on it."""
        found: list[list[int]] = [[] for _ in self.words]
        for place, word in enumerate(self.words):
            if word.head != place:
                found[word.head].append(place)
        return tuple(tuple(f) for f in found)

    def within(self, start: int, end: int) -> tuple[int, ...]:
        """Return the places of the words that overlap a stretch of the source's text."""
        return tuple(i for i, w in enumerate(self.words) if w.start < end and start < w.end)


def sentence_of(side: Analysed) -> Sentence:
    """Return a statement's sentence."""
    parsed = side.parsed[0]
    tokens = [t for t in parsed.span if not t.is_space]
    place = {t.i: n for n, t in enumerate(tokens)}
    values = [c.value for c in side.claims]
    words = []
    for number, token in enumerate(tokens):
        start = parsed.offset + token.idx
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        words.append(
            Word(
                token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_, place.get(head.i, number),
                start, start + len(token.text), term_of(token),
            )
        )  # fmt: skip
    propositions = [c for c in side.claims if c.kind == "proposition"]
    return Sentence(
        parsed.statement,
        tuple(words),
        tuple(side.names),
        _unique(v for v in values if isinstance(v, Quantity)),
        _unique(v for v in values if isinstance(v, Moment)),
        _unique(v for v in values if isinstance(v, Quotation)),
        tuple(c.cues for c in propositions),
        len(side.claims),
        side.published,
    )


def _unique(values: Iterable[Placed]) -> tuple[Placed, ...]:
    found: dict[tuple[int, int], Placed] = {}
    for value in values:
        found.setdefault((value.start, value.end), value)
    return tuple(found[key] for key in sorted(found))
