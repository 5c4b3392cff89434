"""Text cut into pieces that are plain, marked, hedged …, so that overlapping spans never nest wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.model import Answer, Statement
from reports.wording import shown


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source's text and what it is: 'mark', 'hedge', 'furniture', or the id of a statement."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that every span covers wholly or not at all.  ``text`` is safe to show, not escaped."""

    text: str
    roles: frozenset[str] = frozenset()
    opens: tuple[str, ...] = ()  # roles that begin with this piece
    closes: tuple[str, ...] = ()  # roles that end with it

    @property
    def mark(self) -> bool:
        """Whether the words differ (or agree) and are to be marked."""
        return "mark" in self.roles

    @property
    def hedge(self) -> bool:
        """Whether the words hedge."""
        return "hedge" in self.roles


def cut(text: str, start: int, end: int, spans: Iterable[Span], *, squeeze: bool = False) -> tuple[Piece, ...]:
    """Cut ``text[start:end]`` at the borders of the spans; with ``squeeze``, white space is one space."""
    clipped = [Span(max(s.start, start), min(s.end, end), s.role) for s in spans]
    clipped = sorted((s for s in clipped if s.start < s.end), key=lambda s: (s.start, -s.end, s.role))
    borders = sorted({start, end, *(s.start for s in clipped), *(s.end for s in clipped)})
    pieces = []
    for left, right in pairwise(borders):
        here = [s for s in clipped if s.start <= left and right <= s.end]
        words = re.sub(r"\s+", " ", text[left:right]) if squeeze else text[left:right]
        pieces.append(
            Piece(
                shown(words),
                frozenset(s.role for s in here),
                tuple(dict.fromkeys(s.role for s in here if s.start == left)),
                tuple(dict.fromkeys(s.role for s in here if s.end == right)),
            )
        )
    return tuple(pieces)


def answer_spans(statement: Statement, answer: Answer) -> list[Span]:
    """Return the differing words and the hedges of an answer, as places in its source."""
    marks: list[Span] = []
    for start, end in sorted(answer.marks):  # words marked one after the other read as one mark
        between = statement.text[marks[-1].end - statement.start : start - statement.start] if marks else "x"
        if marks and not between.strip():
            marks[-1] = Span(marks[-1].start, max(end, marks[-1].end), "mark")
        else:
            marks.append(Span(start, end, "mark"))
    return marks + [Span(*place, "hedge") for place in _hedge_places(statement, answer.hedges)]


def _hedge_places(statement: Statement, hedges: Sequence[str]) -> list[tuple[int, int]]:
    # hedges come as words; where they stand in their own statement matters for the dotted line only
    places = []
    for hedge in hedges:
        found = re.search(rf"(?<!\w){re.escape(hedge)}(?!\w)", statement.text)
        if found:
            places.append((statement.start + found.start(), statement.start + found.end()))
    return places
