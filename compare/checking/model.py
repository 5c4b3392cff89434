"""What a check of a draft finds.  Everything is frozen; offsets are code points, lines and columns count from 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from compare.checking.verdicts import VERDICTS, CheckVerdict, Row
from compare.model import Furniture, Source, Statement, Unread

Bearing = Literal["supports", "contradicts", "overtakes", "tempers", "quotes", "near"]
State = Literal["open", "suppressed", "decided", "known", "untouched"]


@dataclass(frozen=True, slots=True)
class Witness:
    """A source's statement that bears on a statement of the draft, in its exact words."""

    source: str  # ``Source.id``
    statement: str  # ``Statement.id``
    start: int  # place of the statement in the source's text
    end: int
    text: str  # ``source.text[start:end]``
    line: int
    column: int
    bearing: Bearing
    reason: str  # one sentence
    rule: str  # id of the rule that judged the two
    score: float  # probability that both speak about the same fact, 0 to 1, four digits
    said_by: tuple[str, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()  # places in the source's text of the words that decide


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict on one statement, wherever in the draft it stands: this is what is kept between edits."""

    verdict: CheckVerdict
    reason: str  # one or two sentences for an editor
    witnesses: tuple[Witness, ...] = ()
    mark: tuple[int, int] | None = None  # the words concerned, counted from the statement's start; None: all of it
    sources: int = 0  # how many sources bear it out
    independent: int = 0  # how many of them are independent origins
    suggestion: str | None = None  # wording built from the sources' words
    replacement: str | None = None  # what to put in the place of ``mark``, where that alone mends it
    notes: tuple[str, ...] = ()  # what else an editor should know: 'B says otherwise …'


@dataclass(frozen=True, slots=True)
class Suppression:
    """``<!-- crosscheck: ignore CMP104 because … -->``: what the author takes responsibility for."""

    target: str  # a rule id, a verdict, or the label of a finding
    reason: str
    line: int
    column: int
    start: int  # place of the comment in the draft's text
    end: int
    used: bool = False  # whether a finding stood there to be suppressed


@dataclass(frozen=True, slots=True)
class Check:
    """One statement of the draft with its place and verdict."""

    key: str  # content-derived: 'k-' and 16 hex digits; survives reflowing
    label: str  # 'F1', 'F2' … for what should be looked at; '' for the rest
    statement: Statement
    line: int
    column: int
    end_line: int
    end_column: int  # exclusive
    assessment: Assessment
    mark_line: int  # where the words concerned begin and end
    mark_column: int
    mark_end_line: int
    mark_end_column: int
    state: State = "open"
    suppression: Suppression | None = None
    decision: str | None = None  # what a reviewer decided, in words

    @property
    def verdict(self) -> CheckVerdict:
        """The verdict."""
        return self.assessment.verdict

    @property
    def row(self) -> Row:
        """The row of the verdict's table."""
        return VERDICTS[self.assessment.verdict]


@dataclass(frozen=True, slots=True)
class RequiredFact:
    """A fact that the draft must state, and whether it does."""

    text: str
    stated: bool
    line: int | None  # where the draft states it, or what comes nearest
    column: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """All that a check found; every output renders from this alone."""

    draft: Source
    sources: tuple[Source, ...]
    checks: tuple[Check, ...]  # in the draft's order
    unit: Literal["line", "paragraph"] = "line"  # what ``line`` counts: lines of the file, or paragraphs of a DOCX
    suppressions: tuple[Suppression, ...] = ()
    required: tuple[RequiredFact, ...] = ()
    unread: tuple[Unread, ...] = ()
    skipped: tuple[Furniture, ...] = ()  # words of the draft that were not checked, with the reason
    problems: tuple[str, ...] = ()  # why this can be no pass, whatever the checks say
    notes: tuple[str, ...] = ()  # what a user should know and that changes no verdict
    judged: int = 0  # statements judged anew; the rest were known from before
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Check, ...]:
        """What should be looked at, in the draft's order."""
        return tuple(c for c in self.checks if c.label)
