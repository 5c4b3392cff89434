"""A draft's quotations beside the sources' whole texts: word for word, nearly, nowhere, or from another speaker.

The words are looked for in the whole texts: a quotation may stand in a paragraph of which nothing else is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.checking.library import Found, Library, Spoken, nearly_at, segments_of, speaker_keys, verbatim_in
from compare.checking.sentence import Sentence
from compare.matching.closeness import alike
from compare.model import Quotation, Statement

FEWEST = 4  # words from which a quotation is looked for nearly; fewer may be near by chance
SPOKEN = 3  # words from which it matters who said them


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the draft and where its words stand."""

    quotation: Quotation
    words: int  # how many it has
    verbatim: tuple[Found, ...]  # word for word, a place a source
    nearly: tuple[Found, ...]  # nearly, the nearest first; looked for only where it is nowhere word for word
    others: tuple[tuple[Found, Spoken], ...]  # … said by somebody else; empty where the same speaker says it anywhere

    @property
    def altered(self) -> bool:
        """Tell whether the words stand nowhere, but nearly stand in a source."""
        return not self.verbatim and bool(self.nearly)


def quoted(sentence: Sentence, library: Library) -> tuple[Quoted, ...]:
    """Return the quotations of a draft's sentence, each with its places in the sources."""
    found = []
    for given in sentence.quotations:
        quotation = _own_part(given, sentence.statement)
        words = tuple(w for segment in segments_of(quotation) for w in segment)
        if not words or (quotation.scare and len(words) < FEWEST):
            continue
        verbatim = tuple(verbatim_in(quotation, library))
        nearly: Sequence[Found] = ()
        if not verbatim and len(words) >= FEWEST:
            places = (nearly_at(words, s.id, library.texts[s.id]) for s in library.sources)
            nearly = sorted((n for n in places if n is not None), key=lambda n: (-n.likeness, n.source))
        others = _others(sentence, quotation, verbatim, library) if len(words) >= SPOKEN else ()
        found.append(Quoted(quotation, len(words), verbatim, tuple(nearly), others))
    return tuple(found)


def _own_part(quotation: Quotation, statement: Statement) -> Quotation:
    """Return what of a quotation stands in a statement: one of several sentences is judged for its own words."""
    if statement.start <= quotation.start and quotation.end <= statement.end:
        return quotation
    start, end = max(quotation.start, statement.start), min(quotation.end, statement.end)
    text = statement.text[start - statement.start : end - statement.start]
    return replace(quotation, start=start, end=end, text=text, words=text.strip(" “”\"‘’'«»„"))


def _others(
    sentence: Sentence, quotation: Quotation, verbatim: Sequence[Found], library: Library
) -> tuple[tuple[Found, Spoken], ...]:
    ours = speaker_keys(quotation.speaker, sentence.names, sentence.statement)
    if not ours:
        return ()
    found = []
    for place in verbatim:
        for spoken in library.spoken[place.source]:
            inside = spoken.quotation.start <= place.start and place.end <= spoken.quotation.end
            if inside and spoken.speaker:
                if _same(ours, spoken.speaker):
                    return ()
                found.append((place, spoken))
    return tuple(found)


def _same(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(alike(a, b, 0.95) or set(a.split()) & set(b.split()) for a in ours for b in theirs)
