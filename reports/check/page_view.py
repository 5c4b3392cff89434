"""The HTML page's model: the draft's paragraphs in pieces, each with its notes beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.checking.model import Check, DraftCheck, Witness
from compare.checking.verdicts import VERDICTS, Row
from compare.facts.labels import letter
from compare.model import Block
from reports.check.message import state_words, why
from reports.pieces import Piece, Span, cut
from reports.wording import squeezed

STYLE: dict[str, tuple[str, str]] = {  # verdict → (class of the style sheet, mark that needs no colour)
    "contradicted": ("conflict", "≠"),
    "misquoted": ("conflict", "“"),
    "overtaken": ("update", "→"),
    "too-strong": ("differ", "±"),
    "not-found": ("aside", "?"),
    "one-source": ("single", "1"),
    "supported": ("agree", "="),
    "not-checkable": ("aside", "·"),
}
CONTEXT = 160  # characters of a source shown before and after its statement


@dataclass(frozen=True, slots=True)
class Said:
    """A source's statement, with some of what stands around it."""

    letter: str
    place: str
    before: str
    pieces: tuple[Piece, ...]
    after: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Note:
    """A margin note: one statement's verdict."""

    anchor: str
    label: str
    word: str
    css: str
    mark: str
    rule: str
    place: str
    reason: str
    state: str
    said: tuple[Said, ...]
    suggestion: str
    open: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the draft with its notes."""

    kind: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements have a verdict."""

    number: int
    row: Row
    css: str
    mark: str


def counts_of(checked: DraftCheck) -> tuple[Count, ...]:
    """Return the counts of the verdicts that occur, the gravest first."""
    found = []
    for verdict, row in VERDICTS.items():
        number = sum(c.verdict == verdict for c in checked.checks)
        if number:
            found.append(Count(number, row, *STYLE[verdict]))
    return tuple(found)


def paragraphs_of(checked: DraftCheck) -> tuple[Paragraph, ...]:
    """Return the draft's paragraphs in order; of the draft only its front matter is left out."""
    source = checked.draft
    notes = {c.key: note_of(c, checked) for c in checked.checks}
    marks = [_span(c) for c in checked.checks]
    marks += [Span(f.start, f.end, "furniture") for f in source.furniture]
    found: list[Paragraph] = []
    at, front = 0, _front_matter(source.text)
    for block in [*sorted(source.blocks, key=lambda b: b.start), None]:
        start = block.start if block else len(source.text)
        at = min(max(at, front), start)
        if any(c.isalnum() for c in source.text[at:start]):  # a mark of Markdown alone is no words of the draft
            found.append(Paragraph("aside", cut(source.text, at, start, ()), ()))
        if block is None:
            break
        at = max(at, block.end)
        if block.end <= front:
            continue
        here = [c for c in checked.checks if block.start <= c.statement.start < block.end]
        found.append(_paragraph(block, source.text, marks, [notes[c.key] for c in here]))
    return tuple(found)


def _front_matter(text: str) -> int:
    """Return where the front matter of a Markdown draft ends: it tells the file's title and date, no news."""
    found = re.match(r"\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)", text, re.DOTALL)
    return found.end() if found else 0


def _paragraph(block: Block, text: str, marks: list[Span], notes: list[Note]) -> Paragraph:
    return Paragraph(block.kind, cut(text, block.start, block.end, marks), tuple(notes))


def _span(check: Check) -> Span:
    start, end = check.assessment.mark or (0, len(check.statement.text))
    return Span(check.statement.start + start, check.statement.start + end, check.key)


def note_of(check: Check, checked: DraftCheck) -> Note:
    """Return the margin note of one statement."""
    css, mark = STYLE[check.verdict]
    told = check.assessment
    unit = "line" if checked.unit == "line" else "paragraph"
    return Note(
        anchor=check.key,
        label=check.label,
        word=check.row.word,
        css=css,
        mark=mark,
        rule=check.row.rule,
        place=f"{unit} {check.mark_line}, column {check.mark_column}",
        reason=why(check, checked),
        state=state_words(check),
        said=tuple(_said(w, checked) for w in told.witnesses),
        suggestion=squeezed(told.suggestion or ""),
        open=bool(check.label) and check.state == "open",
    )


def _said(witness: Witness, checked: DraftCheck) -> Said:
    index = next(i for i, s in enumerate(checked.sources) if s.id == witness.source)
    source = checked.sources[index]
    spans = [Span(a, b, "mark") for a, b in witness.marks]
    before = source.text[max(0, witness.start - CONTEXT) : witness.start]
    after = source.text[witness.end : witness.end + CONTEXT]
    return Said(
        letter(index),
        f"{squeezed(source.id)}, line {witness.line}",
        squeezed(_whole_words(before.rsplit("\n", 1)[-1], witness.start > CONTEXT, first=True)),
        cut(source.text, witness.start, witness.end, spans, squeeze=True),
        squeezed(_whole_words(after.split("\n", 1)[0], witness.end + CONTEXT < len(source.text), first=False)),
        squeezed(", ".join(witness.said_by)),
    )


def _whole_words(text: str, cut_off: bool, *, first: bool) -> str:
    """Return text without the half word at the end where it was cut off."""
    if not cut_off or len(text) < CONTEXT or " " not in text:
        return text
    return text.split(" ", 1)[1] if first else text.rsplit(" ", 1)[0] + " …"


def styles_of(checked: DraftCheck) -> dict[str, str]:
    """Return key of a check → class of its words; what cannot be checked is not underlined."""
    return {c.key: "plain" if c.verdict == "not-checkable" else STYLE[c.verdict][0] for c in checked.checks}


def left_out(checked: DraftCheck) -> tuple[tuple[str, str], ...]:
    """Return what was not checked, and why."""
    return tuple((squeezed(checked.draft.text[f.start : f.end]), squeezed(f.reason)) for f in checked.skipped)
