"""What the page of a finding shows, taken from a comparison once and kept with the finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from compare.facts.labels import RELATIONS as KINDS
from compare.facts.labels import SEVERITIES, letter
from compare.model import Answer, Comparison, Fact, Source, Statement

CONTEXT = 240  # characters kept on either side of a statement, cut at the borders of its paragraph


def rank(fact: Fact) -> int:
    """Return the place of a fact in the queue: severity first, then kind; agreements come last of all."""
    severity = len(SEVERITIES) if fact.relation == "agreement" else SEVERITIES.index(fact.severity)
    return severity * 10 + KINDS.index(fact.relation)


def storable(text: str) -> str:
    """Return text that every database takes: without NUL and lone surrogates, which articles may hold."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()


def sources_of(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """Give each source as a row for the store."""
    for place, source in enumerate(comparison.sources):
        yield {
            "id": storable(source.id),
            "place": place,
            "label": letter(place),
            "title": storable(source.title or source.id),
            "about": {
                "publisher": source.publisher,
                "author": source.author,
                "published": source.published.when.isoformat() if source.published else None,
                "url": source.url,
                "path": source.path,
                "sha256": source.sha256,
            },
        }


def payloads(comparison: Comparison) -> Iterator[tuple[Fact, dict[str, Any]]]:
    """Give each fact with everything its page shows, as plain JSON values."""
    statements = {statement.id: statement for statement in comparison.statements}
    sources = {source.id: source for source in comparison.sources}
    labels = {source.id: letter(place) for place, source in enumerate(comparison.sources)}
    for fact in comparison.facts:
        answers = [_answer(a, statements[a.statement], sources[a.source], labels[a.source]) for a in fact.answers]
        yield (
            fact,
            {
                "question": fact.question,
                "kind": fact.kind,
                "unit": fact.unit,
                "relation": fact.relation,
                "severity": fact.severity,
                "summary": fact.summary,
                "supported": fact.supported,
                "caveat": fact.caveat,
                "dissent": fact.dissent,
                "independent": fact.independent,
                "answers": sorted(answers, key=lambda told: (labels_order(told["label"]), told["start"])),
                "pairs": [_pair(fact, place, statements, labels) for place in range(len(fact.pairs))],
            },
        )


def labels_order(told: str) -> tuple[int, str]:
    """Sort A to Z before S27."""
    return len(told), told


def _answer(answer: Answer, statement: Statement, source: Source, named: str) -> dict[str, Any]:
    before, after = _around(statement, source)
    marks = [(max(start, statement.start), min(end, statement.end)) for start, end in answer.marks]
    return {
        "statement": statement.id,
        "source": storable(source.id),
        "label": named,
        "title": source.title or source.id,
        "value": answer.value,
        "status": answer.status,
        "said_by": list(answer.said_by),
        "hedges": list(answer.hedges),
        "low": answer.low,
        "high": answer.high,
        "headline": statement.kind == "headline",
        "text": statement.text,
        "before": before,
        "after": after,
        "start": statement.start,
        "end": statement.end,
        "prefix": source.text[max(0, statement.start - 32) : statement.start],
        "suffix": source.text[statement.end : statement.end + 32],
        "paragraph": statement.paragraph + 1,
        "marks": [[start - statement.start, end - statement.start] for start, end in sorted(marks) if start < end],
    }


def _around(statement: Statement, source: Source) -> tuple[str, str]:
    """Return the words before and after a statement in its paragraph, cut at a word."""
    block = source.blocks[statement.paragraph] if statement.paragraph < len(source.blocks) else None
    low, high = (block.start, block.end) if block else (statement.start, statement.end)
    before, after = source.text[low : statement.start].strip(), source.text[statement.end : high].strip()
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + " …"
    return before, after


def _pair(fact: Fact, place: int, statements: Mapping[str, Statement], labels: Mapping[str, str]) -> dict[str, Any]:
    pair = fact.pairs[place]
    left, right = statements[pair.left], statements[pair.right]
    return {
        "left": pair.left,
        "right": pair.right,
        "left_label": labels[left.source],
        "right_label": labels[right.source],
        "left_text": left.text,
        "right_text": right.text,
        "relation": pair.relation,
        "score": pair.score,
        "rule": pair.verdict.rule,
        "reason": pair.verdict.reason,
        "gap": pair.verdict.gap,
        "copy": pair.copy,
        "evidence": [{"name": e.name, "text": e.text, "weight": e.weight} for e in pair.evidence],
    }
