"""What a check knows of the sources: sentences ready to be searched, whole texts, days, places and origins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from compare.checking.counterparts import Counterparts
from compare.checking.library import Library
from compare.checking.sentence import Sentence
from compare.checking.wording import folded
from compare.facts.independence import Voice, independent
from compare.matching.reader import Reading, reader
from compare.model import Source
from compare.sources.positions import Places
from compare.sources.publication import day_of

Read = Callable[[Sequence[tuple[str, str]]], Sequence[Reading]]  # (statement of a source, sentence of the draft) pairs


def installed_reader(folder: str) -> Read | None:
    """Return the reader that ships with Crosscheck, None where it is not installed; or that of a desk's own folder."""
    if folder:
        return reader(Path(folder)).read
    return reader().read if reader().present else None


@dataclass(frozen=True)
class Material:
    """The sources as a check uses them."""

    counterparts: Counterparts
    library: Library
    by_id: Mapping[str, Source]
    places: Mapping[str, Places]
    stand: Mapping[str, str]  # a copy's id → the id of the source that stands for it
    reader: Read | None = None

    @cached_property
    def verbatim(self) -> dict[tuple[str, ...], tuple[int, ...]]:
        """The statements by their words, case and marks set aside."""
        found: dict[tuple[str, ...], tuple[int, ...]] = {}
        for number, sentence in enumerate(self.counterparts.sentences):
            words = folded(sentence.statement.text).words
            found[words] = (*found.get(words, ()), number)
        return found

    def published(self, source: str) -> date | None:
        """Return the day on which a source was published."""
        known = self.by_id[source].published
        return None if known is None else day_of(known.when)

    def read(self, numbers: Sequence[int], text: str) -> Mapping[int, Reading]:
        """Return what the reader says of a draft's sentence beside some statements; nothing without a reader."""
        if self.reader is None:
            return {}
        pairs = [(self.counterparts.sentences[n].statement.text, text) for n in numbers]
        return dict(zip(numbers, self.reader(pairs), strict=True))

    def counted(self, numbers: Sequence[int]) -> tuple[int, int]:
        """Return how many sources speak in some statements, and how many of them are independent origins."""
        sentences = [self.counterparts.sentences[n] for n in numbers]
        voices = [Voice(s.statement.source, s.statement.text, speaker_of(s)) for s in sentences]
        return len({v.source for v in voices}), independent(voices, self.stand)


def speaker_of(sentence: Sentence) -> tuple[str, ...]:
    """Return whom a statement is put down to: only where all that it says is."""
    said = [c.said_by for c in sentence.cues]
    return said[0] if said and all(s and s[-1] == said[0][-1] for s in said) else ()
