"""One fact as the reports show it: a row a distinct value, the statements, what they support, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from compare.facts.basis import compared, lead_first, weighed
from compare.facts.labels import likelihood
from compare.facts.room import leave_room
from compare.facts.rows import days_of, rows_of
from compare.facts.sentences import letters_of, times
from compare.model import Answer, Fact
from reports.differing import differing
from reports.statement_view import STATUS, Here, StatementView, mark_of, speakers, statement_view
from reports.strip import Gap, Mark, Scale, scale_of
from reports.why_view import PairView, Weight, distance, pair_view, probability, weights
from reports.wording import KINDS, SENTENCES, SEVERITY, Kind, chance, listed, shortened, squeezed

CLAUSE = 120  # characters of a proposition shown as an answer


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about a finding, as the reports show it."""

    what: str  # 'conflict', 'update', 'no-conflict', 'wrong-match', 'needs-call'
    words: str  # 'Conflict stands'
    by: str
    at: str  # a day and time in words
    note: str = ""  # Markdown as typed
    state: Literal["open", "decided", "new-evidence"] = "decided"


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One distinct value and all who give it."""

    letters: tuple[str, ...]
    who: str  # 'A, C (three times)'
    value: str
    status: str
    said_by: str
    mark: Mark | None
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Repeats:
    """What an article says again: folded behind one line that names it."""

    words: str  # 'C says it twice more'
    statements: tuple[StatementView, ...]


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
    chance: str  # how likely statements without a compared value are about one thing; '' where one was compared
    statements: tuple[StatementView, ...]
    compared: tuple[StatementView, ...]  # those whose values were set side by side; all where none were
    said: tuple[StatementView, ...]  # the first statement of each article for each value
    repeats: tuple[Repeats, ...]  # the rest, an article at a time
    scale: Scale | None
    rows: tuple[ValueRow, ...]  # one a distinct value, by date of publication and then value
    supported: str | None
    silence: str  # why no wording is offered; '' where one is
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

    @property
    def relation(self) -> str:
        """The relation as machines read it; compatible values are an agreement."""
        return "agreement" if self.kind.key == "room" else self.kind.key

    @property
    def rejected(self) -> bool:
        """Whether a person said that it is no finding: it leaves the counts."""
        return not self.is_open and self.decision is not None and self.decision.what in ("wrong-match", "no-conflict")

    def of(self, letter: str) -> tuple[StatementView, ...]:
        """Return what one source answers."""
        return tuple(s for s in self.statements if s.letter == letter)


def finding_of(fact: Fact, label: str, here: Here, decision: Decision | None) -> Finding:
    """Return a fact as the reports show it."""
    pairs = sorted(fact.pairs, key=lead_first)
    answers = _marked(fact, here)
    marks = [mark_of(answer) for answer in weighed(pairs, answers)]
    scale = scale_of([mark for mark in marks if mark], fact.unit)
    shown = [_worded(fact, a, here) for a in answers]
    statements = tuple(
        statement_view(here.statements[a.statement], here, a, _gap(fact, a) if scale else None) for a in shown
    )
    told = {a.claim for a in weighed(pairs, fact.answers)}
    beside = [s for s, a in zip(statements, answers, strict=True) if a.claim not in told]
    compared_ones = tuple(s for s in statements if s not in beside)
    said, repeats = _folded(compared_ones)
    if beside:
        who = listed(sorted({s.letter for s in beside}, key=list(here.letters.values()).index))
        repeats += (Repeats(SENTENCES["beside"].format(who=who), tuple(beside)),)
    evidence, axis = weights(pairs[0] if pairs else None)
    order = list(here.letters.values())
    rows = _rows([a for a in shown if a.claim in told], fact, here, scale is not None)
    alike = fact.relation == "agreement" and not compared(fact)
    return Finding(
        key=fact.key,
        label=label,
        anchor=label.lower(),
        kind=KINDS["alike" if alike else "room" if _leaves_room(rows, told, fact, here) else fact.relation],
        severity=SEVERITY[fact.severity],
        severity_key=fact.severity,
        letters=tuple(sorted({s.letter for s in statements}, key=order.index)),
        question=squeezed(fact.question),
        answer=squeezed(fact.summary),
        chance=SENTENCES["likely"].format(chance=chance(likelihood(fact))) if alike else "",
        statements=statements,
        compared=compared_ones,
        said=said,
        repeats=repeats,
        scale=scale,
        rows=rows,
        supported=_line(fact.supported),
        silence="" if fact.supported else _silence(fact, alike),
        caveat=_line(fact.caveat),
        dissent=_line(fact.dissent),
        sources=fact.sources,
        independent=fact.independent,
        probability=probability(pairs[0]) if pairs else "",
        evidence=evidence,
        axis=axis,
        pairs=tuple(pair_view(pair, here.statements, here.letters) for pair in pairs),
        decision=decision,
    )


def _leaves_room(rows: Sequence[ValueRow], told: set[str], fact: Fact, here: Here) -> bool:
    """Tell whether an agreement is of figures, times or places that are not the same: 'Friday', 'Friday evening'."""
    claims = [here.claims[a.claim] for a in fact.answers if a.claim in told and a.claim in here.claims]
    return fact.relation == "agreement" and leave_room(claims, (row.value for row in rows), fact.pairs[:1])


def _silence(fact: Fact, alike: bool) -> str:
    return SENTENCES["words only" if alike else "no wording" if fact.relation == "agreement" else "no support"]


def _marked(fact: Fact, here: Here) -> tuple[Answer, ...]:
    """Return the answers; where the two deciding statements are nearly alike, every word that differs is marked."""
    if not fact.pairs or fact.relation == "agreement":
        return fact.answers
    lead = min(fact.pairs, key=lead_first)
    spans = differing(here.statements[lead.left], here.statements[lead.right])
    if spans is None:
        return fact.answers
    found = {lead.left_claim: spans[0], lead.right_claim: spans[1]}
    return tuple(replace(a, marks=found.get(a.claim) or a.marks) for a in fact.answers)


def _worded(fact: Fact, answer: Answer, here: Here) -> Answer:
    """Return the answer; a proposition is shown by the words of its clause, which say more than its verb."""
    claim = here.claims.get(answer.claim)
    if fact.kind != "proposition" or claim is None or claim.kind != "proposition":
        return answer
    clause = here.sources[claim.source].text[claim.start : claim.end]
    return replace(answer, value=shortened(clause.lstrip(" \n,;:–—-"), CLAUSE))


def _rows(answers: Sequence[Answer], fact: Fact, here: Here, drawn: bool) -> tuple[ValueRow, ...]:
    days: Mapping[str, date] = days_of(here.sources.values())
    rows = []
    for row in rows_of(answers, days):
        gaps = [gap for gap in (_gap(fact, a) for a in row.answers) if gap is not None] if drawn else []
        named = dict.fromkeys(speakers(a.said_by, quoted=a.value.startswith("“")) for a in row.answers)
        rows.append(
            ValueRow(
                letters=tuple(sorted({here.letters[s] for s in row.times}, key=list(here.letters.values()).index)),
                who=letters_of(row, here.letters),
                value=squeezed(row.value),
                status=STATUS[row.status],
                said_by="; ".join(named),
                mark=mark_of(row.answers[0]),
                gap=gaps[0] if gaps else None,
            )
        )
    return tuple(rows)


def _folded(statements: Sequence[StatementView]) -> tuple[tuple[StatementView, ...], tuple[Repeats, ...]]:
    """Part the statements: the first of each article for each value, and what an article says again."""
    first: dict[tuple[str, str, str], StatementView] = {}
    again: dict[str, list[StatementView]] = {}
    for statement in statements:
        key = (statement.letter, statement.value.casefold(), statement.status)
        if first.setdefault(key, statement) is not statement:
            again.setdefault(statement.letter, []).append(statement)
    said = SENTENCES["repeats"]
    folded = [
        Repeats(said.format(letter=letter, times=f"{times(len(rows)) if len(rows) > 1 else 'once'} more"), tuple(rows))
        for letter, rows in again.items()
    ]
    return tuple(first.values()), tuple(folded)


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


def _line(words: str | None) -> str | None:
    return squeezed(words) if words else None
