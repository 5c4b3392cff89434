"""The sources' whole texts and quotations, and where the words of a quotation stand in them, exactly or nearly.

Verbatim is word for word; case, marks, kinds of quotation mark, ellipses and [insertions] do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from compare.checking.wording import Folded, folded
from compare.model import Name, Quotation, Source, Statement
from compare.statements.splitting import Parsed

NEARLY = 75.0  # likeness, 0 to 100, of quoted words and a stretch of a source that must be the same utterance
LEAST = 60.0  # … below which two stretches are not looked at
SAME_WORDS = 0.75  # share of the words, in order, that make up for letters that differ
KEPT = 0.7  # share of the quoted words that must stand in that stretch
PRONOUNS = frozenset({"he", "she"})
REACH = 4  # statements looked back for whom a pronoun stands for, and about for the name of a speaker
GAPS = re.compile(r"\[[^\]]*\]|…|\.\s?\.\s?\.(?:\s?\.)?")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation of a source, with the keys of the names of its speaker."""

    quotation: Quotation
    statement: Statement
    speaker: frozenset[str]


@dataclass(frozen=True)
class Library:
    """The sources' whole texts, folded, and their quotations."""

    sources: Sequence[Source]
    texts: dict[str, Folded]
    spoken: dict[str, tuple[Spoken, ...]]
    statements: dict[str, tuple[Statement, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words of a quotation stand in a source."""

    source: str
    start: int
    end: int
    likeness: float  # 100 for word for word


def speaker_keys(speaker: str | None, names: Sequence[Name], statement: Statement) -> frozenset[str]:
    """Return the keys of the names that a speaker's phrase holds, or that stand beside it: 'his lawyer, Ann Lee'.

    Empty for a pronoun or an unnamed speaker.
    """
    if not speaker:
        return frozenset()
    speaking = [n for n in names if n.kind in ("person", "organisation")]
    words = {w.lower().strip("’'s.,") for w in speaker.split()}
    named = {n.key for n in speaking if set(n.text.lower().split()) & words}
    if not named:
        text = statement.text
        beside = [f"{speaker}{gap}" for gap in (" ", ", ")]
        places = [(text.find(phrase), len(phrase)) for phrase in beside]
        after = {statement.start + at + size for at, size in places if at >= 0}
        named = {n.key for n in speaking if n.start in after}
    return frozenset(named)


def speakers_of(
    quotation: Quotation, number: int, article: Sequence[Parsed], names: Mapping[str, Sequence[Name]]
) -> frozenset[str]:
    """Return the keys of a source's speaker, named in the statement or near it; empty where nobody is."""
    here = article[number].statement
    named = speaker_keys(quotation.speaker, names.get(here.id, ()), here)
    if named or not quotation.speaker:
        return named
    if quotation.speaker.lower() in PRONOUNS:
        return _person_before(quotation, number, article, names)
    return _named_near(quotation.speaker, number, article, names)


def _named_near(
    speaker: str, number: int, article: Sequence[Parsed], names: Mapping[str, Sequence[Name]]
) -> frozenset[str]:
    """Return who has all the names of a speaker: 'Lee said' behind the third sentence of a quotation is Ann Lee."""
    asked = {w.strip("’'s.,") for w in speaker.split() if w[0].isupper()} - {"The"}
    near = range(max(number - REACH, 0), min(number + REACH + 1, len(article)))
    for place in sorted(near, key=lambda n: abs(n - number)):
        own = names.get(article[place].statement.id, ())
        found = {
            n.key for n in own
            if n.kind in ("person", "organisation") and asked and asked <= {w.strip("’'s.,") for w in n.text.split()}
        }  # fmt: skip
        if found:
            return frozenset(found)
    return frozenset()


def _person_before(
    quotation: Quotation, number: int, article: Sequence[Parsed], names: Mapping[str, Sequence[Name]]
) -> frozenset[str]:
    """Return whom 'he' or 'she' stands for: the one person named in the statement or before it in its paragraph."""
    here = article[number].statement
    for place in range(number, max(number - REACH, -1), -1):
        statement = article[place].statement
        if statement.paragraph != here.paragraph:
            break
        own = [n for n in names.get(statement.id, ()) if place < number or n.end <= quotation.start]
        people = {n.key for n in own if n.kind == "person"}
        if people:
            return frozenset(people) if len(people) == 1 else frozenset()
    return frozenset()


def verbatim_in(quotation: Quotation, library: Library) -> Iterator[Found]:
    """Yield where each source holds the words of a quotation, word for word."""
    segments = segments_of(quotation)
    for source in library.sources:
        places = verbatim_at(segments, library.texts[source.id])
        if places:
            yield Found(source.id, places[0][0], places[-1][1], 100.0)


def segments_of(quotation: Quotation) -> list[tuple[str, ...]]:
    parts = [folded(part).words for part in GAPS.split(quotation.words)]
    return [p for p in parts if p]


def verbatim_at(segments: Sequence[tuple[str, ...]], text: Folded) -> list[tuple[int, int]]:
    """Return the places of the segments, in order, or nothing where one is missing."""
    found: list[tuple[int, int]] = []
    for segment in segments:
        after = found[-1][1] if found else 0
        written = text.places_of(segment) or text.places_of_letters(segment)
        places = [p for p in written if p[0] >= after]
        if not places:
            return []
        found.append(places[0])
    return found


def nearly_at(words: tuple[str, ...], source: str, text: Folded) -> Found | None:
    line = " ".join(words)
    if len(line) > len(text.line):
        return None
    alignment = fuzz.partial_ratio_alignment(line, text.line, score_cutoff=LEAST)
    if alignment is None or alignment.dest_end <= alignment.dest_start:
        return None
    first, after = _best_window(words, text, text.word_at(alignment.dest_start))
    there = text.words[first:after]
    kept = LCSseq.similarity(words, there) / len(words)
    letters = fuzz.ratio(line, " ".join(there))
    if kept < KEPT or (letters < NEARLY and kept < SAME_WORDS):
        return None
    start, end = text.spans[first][0], text.spans[after - 1][1]
    return Found(source, start, end, round(letters, 4))


def _best_window(words: tuple[str, ...], text: Folded, near: int) -> tuple[int, int]:
    """Return the run of words around a place that is most like the quoted words; letters alone cut words apart."""
    size = len(words)
    runs = [
        (max(0, near + shift), min(len(text.words), max(0, near + shift) + size + more))
        for shift in range(-3, 3)
        for more in (-1, 0, 1, 2)
    ]
    whole = [(a, b) for a, b in runs if b > a]
    line = " ".join(words)
    return max(whole, key=lambda r: (fuzz.ratio(line, " ".join(text.words[r[0] : r[1]])), -r[0]))
