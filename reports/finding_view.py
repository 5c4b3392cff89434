"""One fact as the reports show it: statements with their places and marks, strip or readings, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from compare.labels import RELATIONS
from compare.model import Answer, Claim, Fact, Pair, Source, Statement
from compare.places import Places
from reports.pieces import Piece, answer_spans, cut
from reports.strip import Gap, Mark, Scale, scale_of
from reports.wording import KINDS, SEVERITY, Kind, confidence, dated, shortened, squeezed

CLAUSE = 120  # characters of a proposition shown as an answer
STATUS = {"expected": "expected", "reported": "reported", "denied": "denied", "superseded": "overtaken"}


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
class Here:
    """Where to look things up while one view is built."""

    statements: Mapping[str, Statement]
    sources: Mapping[str, Source]
    letters: Mapping[str, str]
    places: Mapping[str, Places]
    claims: Mapping[str, Claim]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its exact place and, where it answers a question, its answer."""

    id: str
    letter: str
    title: str  # of the source, shortened
    when: str
    file: str  # id of the source
    path: str  # as the user gave it
    line: int
    column: int
    paragraph: int
    anchor: str  # of the statement in the full article
    pieces: tuple[Piece, ...]
    quote: str  # the same words on one line
    value: str = ""
    status: str = ""
    said_by: str = ""
    hedges: tuple[str, ...] = ()
    mark: Mark | None = None
    gap: Gap | None = None

    @property
    def place(self) -> str:
        """The place as editors and terminals open it: file, line, column."""
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def short_place(self) -> str:
        """The place for pages: the source's id, line, column."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer and the sources that give it, for values that are on no scale."""

    letters: tuple[str, ...]
    words: str
    status: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Weight:
    """One row of the evidence; places of its bar from 0 to 1."""

    text: str
    words: str  # '+4.1'
    start: float
    width: float
    style: Literal["pos", "neg", "tot"]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two statements of a fact as they were judged."""

    left: str
    right: str
    kind: Kind
    reason: str
    rule: str
    probability: str  # 'very likely the same fact (0.98)'
    gap: str | None
    copy: bool


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


def statement_view(
    statement: Statement, here: Here, answer: Answer | None = None, gap: Gap | None = None
) -> StatementView:
    """Return a statement, with its answer where it gives one."""
    source = here.sources[statement.source]
    letter = here.letters[source.id]
    line, column = here.places[source.id].line_column(statement.start)
    spans = answer_spans(statement, answer) if answer else []
    view = StatementView(
        id=statement.id,
        letter=letter,
        title=shortened(source.title or source.id, 44),
        when=dated(source.published)[0],
        file=squeezed(source.id),
        path=squeezed(source.path),
        line=line,
        column=column,
        paragraph=statement.paragraph + 1,
        anchor=f"{letter}-{statement.start}",
        pieces=cut(source.text, statement.start, statement.end, spans, squeeze=True),
        quote=squeezed(statement.text),
    )
    if answer is None:
        return view
    return _answered(view, answer, gap)


def finding_of(fact: Fact, label: str, here: Here, decision: Decision | None) -> Finding:
    """Return a fact as the reports show it."""
    marks = [_mark(answer) for answer in fact.answers]
    scale = scale_of([mark for mark in marks if mark], fact.unit)
    statements = tuple(
        statement_view(here.statements[a.statement], here, _worded(fact, a, here), _gap(fact, a) if scale else None)
        for a in fact.answers
    )
    deciding = sorted(fact.pairs, key=lambda p: (RELATIONS.index(p.relation), -p.score, p.left, p.right))
    evidence, axis = _weights(deciding[0] if deciding else None)
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
        probability=_probability(deciding[0]) if deciding else "",
        evidence=evidence,
        axis=axis,
        pairs=tuple(_pair_view(pair, here) for pair in deciding),
        decision=decision,
    )


def _answered(view: StatementView, answer: Answer, gap: Gap | None) -> StatementView:
    said = [squeezed(name) for name in answer.said_by]
    return replace(
        view,
        value=squeezed(answer.value),
        status=STATUS[answer.status],
        said_by=", quoting ".join(said) if said else "the article itself",
        hedges=tuple(squeezed(hedge) for hedge in answer.hedges),
        mark=_mark(answer),
        gap=gap,
    )


def _worded(fact: Fact, answer: Answer, here: Here) -> Answer:
    """Return the answer; a proposition is shown by the words of its clause, which say more than its verb."""
    claim = here.claims.get(answer.claim)
    if fact.kind != "proposition" or claim is None:
        return answer
    clause = here.sources[claim.source].text[claim.start : claim.end]
    return replace(answer, value=shortened(clause, CLAUSE))


def _mark(answer: Answer) -> Mark | None:
    if answer.low is None and answer.high is None:
        return None
    return Mark(answer.low, answer.high, answer.status in ("expected", "superseded"))


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


def distance(words: str) -> str:
    """Return '39 minutes' of '39 minutes less'; other words as they are."""
    size, _, last = words.rpartition(" ")
    return size if last in ("less", "fewer", "more") else words


def _readings(statements: Sequence[StatementView]) -> tuple[Reading, ...]:
    groups: dict[tuple[str, str, str], list[str]] = {}
    for s in statements:
        groups.setdefault((s.value, s.status, s.said_by), []).append(s.letter)
    return tuple(Reading(tuple(dict.fromkeys(letters)), *key) for key, letters in groups.items())


def _pair_view(pair: Pair, here: Here) -> PairView:
    left, right = (here.letters[here.statements[key].source] for key in (pair.left, pair.right))
    verdict = pair.verdict
    return PairView(
        left,
        right,
        KINDS[pair.relation],
        squeezed(verdict.reason),
        squeezed(verdict.rule),
        _probability(pair),
        distance(squeezed(verdict.gap)) if verdict.gap else None,
        pair.copy,
    )


def _probability(pair: Pair) -> str:
    return f"{confidence(pair.score)} the same fact ({pair.score:.2f})"


def _weights(pair: Pair | None) -> tuple[tuple[Weight, ...], float]:
    """Return the evidence as a waterfall: each bar starts where the one before ended; the last is the total."""
    if pair is None:
        return (), 0.0
    ends = [0.0]
    for item in pair.evidence:
        ends.append(ends[-1] + item.weight)
    low, span = min(ends), (max(ends) - min(ends)) or 1.0
    rows = [
        Weight(
            squeezed(e.text), _signed(e.weight), (min(a, b) - low) / span, abs(b - a) / span, "pos" if b >= a else "neg"
        )
        for e, a, b in zip(pair.evidence, ends, ends[1:], strict=False)
    ]
    total = ends[-1]
    rows.append(Weight("Total", _signed(total), (min(0.0, total) - low) / span, abs(total) / span, "tot"))
    return tuple(rows), (0.0 - low) / span


def _signed(weight: float) -> str:
    return f"{weight:+.1f}".replace("-", "−")


def _line(words: str | None) -> str | None:
    return squeezed(words) if words else None
