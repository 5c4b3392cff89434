"""The full articles: numbered paragraphs, highlights that lead back to their findings, furniture labelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from compare.model import Comparison, Source, Statement
from reports.finding_view import Finding
from reports.pieces import Piece, Span, cut
from reports.unpaired_view import Single
from reports.wording import squeezed


@dataclass(frozen=True, slots=True)
class Link:
    """A label after a highlight that leads back to where it is used."""

    label: str
    anchor: str
    what: str  # 'finding', 'agreement', 'single-source statement'

    @property
    def rank(self) -> int:
        """0 for a finding, 1 for an agreement, 2 for what one source says: how strongly to highlight it."""
        return ("finding", "agreement").index(self.what) if self.what in ("finding", "agreement") else 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a stretch that was not compared, or a count of what is left out."""

    kind: Literal["paragraph", "title", "heading", "list", "caption", "table", "code", "quote", "furniture", "left-out"]
    number: int | None  # of the paragraph, from 1; None for what is not one
    pieces: tuple[Piece, ...]
    reason: str = ""  # why it was not compared, or how much is left out


@dataclass(frozen=True, slots=True)
class Article:
    """A source's text."""

    letter: str
    passages: tuple[Passage, ...]
    links: Mapping[str, tuple[Link, ...]]  # anchor of a highlight → the labels after it

    def style(self, anchors: Iterable[str]) -> str:
        """Return 'f', 'g' or 'o' for the gravest use of a highlighted stretch."""
        ranks = [link.rank for anchor in anchors for link in self.links.get(anchor, ())]
        return "fgo"[min(ranks, default=2)]


def articles_of(
    comparison: Comparison,
    facts: Sequence[Finding],
    single: Sequence[Single],
    letters: Mapping[str, str],
    mode: Literal["full", "excerpts", "none"],
) -> tuple[Article, ...]:
    """Return the articles, or only their highlighted paragraphs, or none of them."""
    if mode == "none":
        return ()
    links: dict[str, list[Link]] = {}
    for fact in facts:
        what = {"agreement": "agreement", "room": "agreement", "alike": "pair to read"}.get(fact.kind.key, "finding")
        for statement in fact.statements:
            link = Link(fact.label, fact.anchor, what)
            if link not in links.setdefault(statement.id, []):
                links[statement.id].append(link)
    for row in single:
        links.setdefault(row.statement.id, []).append(Link(row.label, row.label.lower(), "single-source statement"))
    linked: dict[str, list[Statement]] = {source.id: [] for source in comparison.sources}
    for s in comparison.statements:
        if s.id in links:
            linked[s.source].append(s)
    return tuple(_article(source, letters[source.id], linked[source.id], links, mode) for source in comparison.sources)


def _article(
    source: Source, letter: str, linked: Sequence[Statement], links: Mapping[str, Sequence[Link]], mode: str
) -> Article:
    spans: dict[int, list[Span]] = {}  # by paragraph, so that a long article is cut in one pass
    for s in linked:
        spans.setdefault(s.paragraph, []).append(Span(s.start, s.end, f"{letter}-{s.start}"))
    passages = _passages(source, spans)
    if mode == "excerpts":
        passages = _excerpts(passages)
    return Article(letter, tuple(passages), {f"{letter}-{s.start}": tuple(links[s.id]) for s in linked})


def _passages(source: Source, spans: Mapping[int, Sequence[Span]]) -> list[Passage]:
    """Return the whole text in order: blocks, furniture between them, and whatever neither covers."""
    stretches: list[tuple[int, int, int | None, str]] = []  # start, end, paragraph, reason
    stretches += [(b.start, b.end, i, "") for i, b in enumerate(source.blocks)]
    inside = [Span(f.start, f.end, "furniture") for f in source.furniture]
    for part in source.furniture:
        if not any(b.start < part.end and part.start < b.end for b in source.blocks):
            stretches.append((part.start, part.end, None, squeezed(part.reason)))
    stretches.sort()
    passages, at = [], 0
    for start, end, number, reason in [*stretches, (len(source.text), len(source.text), None, "end")]:
        if source.text[at:start].strip():
            passages.append(Passage("furniture", None, cut(source.text, at, start, ()), "outside the paragraphs"))
        at = max(at, end)
        whole = _furniture_of(source, start, end) if number is not None else None
        if whole is not None:
            passages.append(Passage("furniture", None, cut(source.text, start, end, ()), squeezed(whole)))
        elif number is not None:
            kind = source.blocks[number].kind
            passages.append(Passage(kind, number + 1, cut(source.text, start, end, [*spans.get(number, ()), *inside])))
        elif start < end:
            passages.append(Passage("furniture", None, cut(source.text, start, end, ()), reason))
    return passages


def _furniture_of(source: Source, start: int, end: int) -> str | None:
    """Return why a whole block was not compared; None where any of it was."""
    for part in source.furniture:
        outside = source.text[start : max(start, part.start)] + source.text[min(end, part.end) : end]
        if part.start < end and start < part.end and not outside.strip():
            return part.reason
    return None


def _excerpts(passages: Sequence[Passage]) -> list[Passage]:
    kept: list[Passage] = []
    left_out = 0
    for passage in [*passages, None]:
        used = passage is not None and any(piece.roles - {"furniture"} for piece in passage.pieces)
        if passage is not None and not used:
            left_out += 1
            continue
        if left_out:
            words = "paragraph" if left_out == 1 else "paragraphs"
            kept.append(Passage("left-out", None, (), f"{left_out} {words} not shown"))
            left_out = 0
        if passage is not None:
            kept.append(passage)
    return kept
