"""Two to four sentences at the top of every report: what the articles share, where they part, what was not read."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Comparison
from compare.wire.report import copy_of
from reports.finding_view import Finding
from reports.wording import counted, listed, spelled


def summary_of(comparison: Comparison, findings: Sequence[Finding], agreements: Sequence[Finding]) -> tuple[str, ...]:
    """Return the sentences."""
    number = len(comparison.sources)
    if number < 2:
        have = "Only one article could be read" if number else "No article could be read"
        first = f"{have}, so nothing was compared."
    elif not findings and not agreements:
        first = f"{spelled(number, 'article')} were compared; no two of them speak about the same fact."
    else:
        first = f"{spelled(number, 'article')} {_agree(len(agreements))} and {_part(findings)}."
    sentences = [first]
    sentences += [f"Most serious: {f.question} {f.answer}" for f in findings[:1] if f.severity_key == "high"]
    copies = copy_of(comparison)
    if copies:
        sentences.append(f"{spelled(len(copies), 'article')} {_is(len(copies))} republished and counted once.")
    if comparison.unread:
        sentences.append(f"{spelled(len(comparison.unread), 'source')} could not be read.")
    return tuple(sentences)


def _agree(number: int) -> str:
    return f"agree on {counted(number, 'fact')}" if number else "agree on no fact"


def _part(findings: Sequence[Finding]) -> str:
    if not findings:
        return "part on none"
    order = ("conflict", "update", "difference")
    found = [(key, sum(1 for f in findings if f.kind.key == key)) for key in order]
    parts = [counted(number, key) for key, number in found if number]
    return f"part on {len(findings)}: {listed(parts)}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
