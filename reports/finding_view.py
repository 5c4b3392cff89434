"""One fact as the reports show it: the statements, a strip or readings, what they support, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from compare.facts.labels import RELATIONS
from compare.model import Answer, Fact
from reports.statement_view import Here, StatementView, mark_of, statement_view
from reports.strip import Gap, Scale, scale_of
from reports.why_view import PairView, Weight, distance, pair_view, probability, weights
from reports.wording import KINDS, SEVERITY, Kind, shortened, squeezed

CLAUSE = 120  # characters of a proposition shown as an answer


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about a finding, as the reports show it."""

    what: str  # 'conflict', 'update', 'no-conflict', 'wrong-match', 'needs-call'
    words: str  # 'Conflict stands'
    by: str
    at: str  # a day and time in words
    note: str = ""
    state: Literal["open", "decided", "new-evidence"] = "decided"


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer and the sources that give it, for values that are on no scale."""

    letters: tuple[str, ...]
    words: str
    status: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact as a card, a section or a block."""

    key: str
    label: str
    anchor: str
    kind: Kind
    severity: str
    severity_key: str
    letters: tuple[str, ...]
    question: str
    answer: str
    statements: tuple[StatementView, ...]
    scale: Scale | None
    readings: tuple[Reading, ...]
    supported: str | None
    caveat: str | None
    dissent: str | None
    sources: int
    independent: int
    probability: str
    evidence: tuple[Weight, ...]
    axis: float  # place of zero in the bars of the evidence
    pairs: tuple[PairView, ...]  # the deciding pair first
    decision: Decision | None

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided it, or its evidence changed since."""
        return self.decision is None or self.decision.state != "decided"

    def of(self, letter: str) -> tuple[StatementView, ...]:
        """Return what one source answers."""
        return tuple(s for s in self.statements if s.letter == letter)


def finding_of(fact: Fact, label: str, here: Here, decision: Decision | None) -> Finding:
    """Return a fact as the reports show it."""
    marks = [mark_of(answer) for answer in fact.answers]
    scale = scale_of([mark for mark in marks if mark], fact.unit)
    statements = tuple(
        statement_view(here.statements[a.statement], here, _worded(fact, a, here), _gap(fact, a) if scale else None)
        for a in fact.answers
    )
    deciding = sorted(fact.pairs, key=lambda p: (RELATIONS.index(p.relation), -p.score, p.left, p.right))
    evidence, axis = weights(deciding[0] if deciding else None)
    order = list(here.letters.values())
    return Finding(
        key=fact.key,
        label=label,
        anchor=label.lower(),
        kind=KINDS[fact.relation],
        severity=SEVERITY[fact.severity],
        severity_key=fact.severity,
        letters=tuple(sorted({s.letter for s in statements}, key=order.index)),
        question=squeezed(fact.question),
        answer=squeezed(fact.summary),
        statements=statements,
        scale=scale,
        readings=() if scale else _readings(statements),
        supported=_line(fact.supported),
        caveat=_line(fact.caveat),
        dissent=_line(fact.dissent),
        sources=fact.sources,
        independent=fact.independent,
        probability=probability(deciding[0]) if deciding else "",
        evidence=evidence,
        axis=axis,
        pairs=tuple(pair_view(pair, here.statements, here.letters) for pair in deciding),
        decision=decision,
    )


def _worded(fact: Fact, answer: Answer, here: Here) -> Answer:
    """Return the answer; a proposition is shown by the words of its clause, which say more than its verb."""
    claim = here.claims.get(answer.claim)
    if fact.kind != "proposition" or claim is None:
        return answer
    clause = here.sources[claim.source].text[claim.start : claim.end]
    return replace(answer, value=shortened(clause, CLAUSE))


def _gap(fact: Fact, answer: Answer) -> Gap | None:
    """Return the gap between a reported point and the nearest end of what was expected, in the rule's words."""
    if fact.relation != "update" or answer.status != "reported" or answer.low is None or answer.low != answer.high:
        return None
    expected = {a.claim: (a.low, a.high) for a in fact.answers if a.status in ("expected", "superseded")}
    found: list[tuple[float, float, str]] = []
    for pair in fact.pairs:
        other = {pair.left_claim: pair.right_claim, pair.right_claim: pair.left_claim}.get(answer.claim)
        words = squeezed(pair.verdict.gap or "")
        ends = [end for end in expected.get(other or "", ()) if end is not None and words]
        found += [(abs(end - answer.low), end, words) for end in ends]
    if not found or min(found)[0] == 0:
        return None
    _, end, words = min(found)
    size = distance(words)
    if size != words:  # the words compare right with left; the strip compares what was reported with what was expected
        words = f"{size} {'more' if answer.low > end else 'fewer' if fact.kind == 'count' else 'less'}"
    return Gap(answer.low, end, words)


def _readings(statements: Sequence[StatementView]) -> tuple[Reading, ...]:
    groups: dict[tuple[str, str, str], list[str]] = {}
    for s in statements:
        groups.setdefault((s.value, s.status, s.said_by), []).append(s.letter)
    return tuple(Reading(tuple(dict.fromkeys(letters)), *key) for key, letters in groups.items())


def _line(words: str | None) -> str | None:
    return squeezed(words) if words else None
