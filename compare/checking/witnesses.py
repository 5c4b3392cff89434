"""Places of words: a source's statement as a report shows it, the draft's words concerned."""

from __future__ import annotations

from typing import Protocol

from rapidfuzz.distance import Indel

from compare.checking.grounds import Ground
from compare.checking.library import Found
from compare.checking.material import Material, speaker_of
from compare.checking.model import Bearing, Witness
from compare.checking.sentence import Sentence
from compare.checking.wording import folded
from compare.model import Quotation


class Stretch(Protocol):
    """Anything with a place in its text."""

    @property
    def start(self) -> int:
        """Return where it begins."""

    @property
    def end(self) -> int:
        """Return where it ends, exclusive."""


def place_of(sentence: Sentence, part: Stretch | None) -> tuple[int, int] | None:
    """Return a place in the draft counted from the statement's start."""
    if part is None:
        return None
    begin = sentence.statement.start
    return max(part.start - begin, 0), min(part.end, sentence.statement.end) - begin


def witness(material: Material, ground: Ground, bearing: Bearing) -> Witness:
    """Return the source's statement of a ground as the report shows it."""
    number, part = ground.number, ground.theirs
    sentence = material.counterparts.sentences[number]
    statement = sentence.statement
    line, column = material.places[statement.source].line_column(statement.start)
    place = None if part is None else (max(part.start, statement.start), min(part.end, statement.end))
    marks = (place,) if place is not None and place[0] < place[1] else ()
    return Witness(
        statement.source, statement.id, statement.start, statement.end, statement.text, line, column, bearing,
        ground.reason, ground.rule, round(min(ground.strength, 1.0), 4), speaker_of(sentence), marks,
    )  # fmt: skip


def witness_of_words(material: Material, found: Found, reason: str) -> Witness:
    """Return the statements of a source that hold quoted words."""
    inside = [s for s in material.library.statements[found.source] if s.start < found.end and found.start < s.end]
    start, end = (inside[0].start, inside[-1].end) if inside else (found.start, found.end)
    line, column = material.places[found.source].line_column(start)
    return Witness(
        found.source, inside[0].id if inside else "", start, end, material.by_id[found.source].text[start:end], line,
        column, "quotes", reason, "draft.misquoted", round(found.likeness / 100, 4), marks=((found.start, found.end),),
    )  # fmt: skip


def altered_words(quotation: Quotation, found: Found, exact: str) -> tuple[str, str]:
    """Return what differs inside the marks, in words, and the quotation with the source's words put in."""
    gone: list[str] = []
    new: list[str] = []
    ours, theirs = folded(quotation.words).words, folded(exact).words
    for step in Indel.opcodes(ours, theirs):
        if step.tag in ("delete", "replace"):
            gone += ours[step.src_start : step.src_end]
        if step.tag in ("insert", "replace"):
            new += theirs[step.dest_start : step.dest_end]
    parts = [f"the draft has “{' '.join(gone)}”"] if gone else []
    parts += [f"{found.source} has “{' '.join(new)}”"] if new else []
    reason = f"Inside the marks {' and '.join(parts) or 'the words stand in another order'}."
    at = quotation.text.find(quotation.words)
    first, last = (at, at + len(quotation.words)) if at >= 0 else (1, len(quotation.text) - 1)
    mark = quotation.words[-1:] if quotation.words[-1:] in (",", ".", "!", "?") else ""
    return reason, quotation.text[:first] + exact + mark + quotation.text[last:]
