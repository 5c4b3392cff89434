"""One statement of a draft beside every statement of the sources that may speak about the same fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from compare.checking.model import Bearing, Witness
from compare.checking.nearness import Near
from compare.facts.independence import Voice, independent
from compare.judgement.analysed import Analysed
from compare.judgement.order import judge_claims
from compare.judgement.quantity import VAGUE_SLOTS
from compare.judgement.statements import ClaimVerdict, fit_of
from compare.matching.alignment import probability
from compare.matching.events import FAR_APART, apart
from compare.matching.happenings import Scene
from compare.matching.judging import SLOT_BITS, SLOT_FIT
from compare.matching.profiles import Profile
from compare.model import Claim, Source, Statement
from compare.sources.positions import Places
from compare.sources.publication import day_of

PAIRED = 0.5  # probability from which two statements speak about the same fact


@dataclass(frozen=True)
class Meeting:
    """The draft's statement and one of a source: how near they are and what the rules say of their claims."""

    near: Near
    side: Analysed  # the source's statement
    verdicts: tuple[ClaimVerdict, ...]  # left is the draft's claim
    terms: frozenset[str]  # content terms of the source's statement
    context: frozenset[str] = frozenset()  # name keys before it: whom 'it' and 'the company' stand for
    before: frozenset[str] = frozenset()  # terms of the statement before it in its paragraph
    around: frozenset[str] = frozenset()  # words of the statement, of those before it and of the headline, lower case

    @property
    def statement(self) -> Statement:
        """The source's statement."""
        return self.side.parsed[0].statement

    @property
    def source(self) -> str:
        """``Source.id``."""
        return self.statement.source

    def chance(self, found: ClaimVerdict | None = None) -> float:
        """Return the probability of one fact; two figures that fit one telling slot speak for it, as in ``judging``."""
        if found is None:
            return max([self.near.probability, *(self.chance(v) for v in self.verdicts)])
        telling = found.left.attribute not in VAGUE_SLOTS and found.right.attribute not in VAGUE_SLOTS
        if found.left.kind != "quantity" or found.fit < SLOT_FIT or not telling:
            return self.near.probability
        return probability(self.near.odds + SLOT_BITS * found.fit)


@dataclass(frozen=True)
class Sources:
    """What a case must know of the sources beyond their statements."""

    by_id: Mapping[str, Source]
    places: Mapping[str, Places]
    stand: Mapping[str, str]  # a copy's id → the id of the source that stands for it

    def published(self, source: str) -> date | None:
        """Return the day on which a source was published."""
        known = self.by_id[source].published
        return None if known is None else day_of(known.when)


@dataclass(frozen=True)
class Case:
    """A statement of the draft with its profile and its meetings, the likeliest first."""

    side: Analysed
    profile: Profile
    meetings: tuple[Meeting, ...]
    sources: Sources
    close: Mapping[str, Mapping[str, float]]  # term of the draft → close terms of the sources
    scene: Scene  # the happenings that the claims of the draft's statement and of the sources speak of

    @property
    def statement(self) -> Statement:
        """The draft's statement."""
        return self.side.parsed[0].statement

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The draft's claims in it."""
        return self.side.claims

    @cached_property
    def paired(self) -> tuple[Meeting, ...]:
        """The meetings that are likely about the same fact, the likeliest first."""
        chances = [(m.chance(), m) for m in self.meetings]
        return tuple(m for c, m in sorted(chances, key=lambda x: (-x[0], x[1].near.number)) if c >= PAIRED)

    def verdicts_on(self, claim: Claim) -> Iterable[tuple[Meeting, ClaimVerdict]]:
        """Yield what the rules say of one claim of the draft, meeting by meeting."""
        for meeting in self.meetings:
            for found in meeting.verdicts:
                if found.left.id == claim.id:
                    yield meeting, found

    def same_event(self, found: ClaimVerdict) -> bool:
        """Tell whether nothing says that two claims speak of different happenings."""
        if apart(found.left, found.right, self.scene) is not None or _other_year(
            found.left, found.right, self.sources.published(found.right.source)
        ):
            return False
        ours, theirs = self.side.published, self.sources.published(found.right.source)
        if ours is None or theirs is None:
            return True
        day = day_of(ours)
        if abs(day - theirs) <= FAR_APART:
            return True
        late, written = (found.left, day) if theirs < day else (found.right, theirs)
        return any(m.earliest is not None and m.earliest.date() < written - FAR_APART / 2 for m in late.days)

    def readings(self, claim: Claim) -> list[tuple[Meeting, ClaimVerdict]]:
        """Return a figure beside every figure of the same telling slot, also where a source gives two of them.

        'It lasted three hours, less than the five that were planned' both overtakes and bears out 'five hours'.
        """
        found = []
        for meeting in self.meetings:
            for other in meeting.side.claims:
                fit = fit_of(claim, other)
                if other.kind == claim.kind == "quantity" and fit >= SLOT_FIT and other.attribute not in VAGUE_SLOTS:
                    found.append((meeting, ClaimVerdict(claim, other, judge_claims(claim, other), round(fit, 4))))
        return found

    def acts(self, claim: Claim) -> list[tuple[Meeting, ClaimVerdict]]:
        """Return a bare proposition beside every proposition of the sources, also where no rule speaks."""
        return [
            (m, ClaimVerdict(claim, other, judge_claims(claim, other), round(fit_of(claim, other), 4)))
            for m in self.paired
            for other in m.side.claims
            if other.kind == "proposition"
        ]

    def witness(
        self, meeting: Meeting, bearing: Bearing, reason: str, found: ClaimVerdict | None = None, rule: str = ""
    ) -> Witness:
        """Return a source's statement as the report shows it."""
        statement = meeting.statement
        line, column = self.sources.places[statement.source].line_column(statement.start)
        claim = found.right if found else None
        return Witness(
            source=statement.source,
            statement=statement.id,
            start=statement.start,
            end=statement.end,
            text=statement.text,
            line=line,
            column=column,
            bearing=bearing,
            reason=reason,
            rule=found.verdict.rule if found and not rule else rule,
            score=meeting.chance(found),
            said_by=claim.cues.said_by if claim else (),
            marks=_marks(found, statement) if found else (),
        )

    def relative(self, start: int, end: int) -> tuple[int, int]:
        """Return a place in the draft counted from the statement's start."""
        begin = self.statement.start
        return max(start - begin, 0), min(end, self.statement.end) - begin

    def counted(self, meetings: Sequence[Meeting]) -> tuple[int, int]:
        """Return how many sources speak in the meetings, and how many of them are independent origins."""
        voices = [Voice(m.source, m.statement.text, _speaker(m)) for m in meetings]
        return len({v.source for v in voices}), independent(voices, self.sources.stand)


def _other_year(left: Claim, right: Claim, published: date | None) -> bool:
    """Tell 'unlike in 2018, when they held a joint conference' from what happened this time.

    A source's sentence that names only another year than its own tells of something else, where the draft names none.
    """
    ours, theirs = ({m.earliest.year for m in c.days if m.earliest is not None} for c in (left, right))
    written = {m.year for m in right.days if m.year is not None}
    if ours and written:
        return not ours & theirs
    return bool(written) and published is not None and published.year not in written


def _speaker(meeting: Meeting) -> tuple[str, ...]:
    """Return who the source's statement is put down to: only where all its claims are."""
    said = [c.cues.said_by for c in meeting.side.claims if c.kind == "proposition"]
    return said[0] if said and all(s and s[-1] == said[0][-1] for s in said) else ()


def _marks(found: ClaimVerdict, statement: Statement) -> tuple[tuple[int, int], ...]:
    value = found.right.value
    if value is not None:
        start, end = max(value.start, statement.start), min(value.end, statement.end)
        return ((start, end),) if start < end else ()
    places = []
    for word in found.verdict.right_words:
        at = statement.text.find(word) if word else -1
        if at >= 0:
            places.append((statement.start + at, statement.start + at + len(word)))
    return tuple(places)
