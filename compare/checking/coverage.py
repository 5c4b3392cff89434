"""How much of what the draft's statement says stands in a source: word by word, each weighed by its rarity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.checking.acts import main_verb, turned
from compare.checking.case import Case, Meeting
from compare.checking.naming import Stranger, strangers
from compare.checking.wording import folded
from compare.judgement.proposition import opposite
from compare.judgement.quantity import VAGUE_SLOTS
from compare.language.en.numbers import ONES, TENS
from compare.matching.closeness import alike
from compare.model import Claim, Moment, Quantity

ENOUGH = 0.6  # share of the draft's words, weighed, that a source must hold to bear the statement out
BESIDE = 0.35  # probability from which another statement of the same source may fill in what the best one leaves open
NAMED = 0.8  # how surely a name that stands shortly before a statement is whom it speaks of
BEFORE = 0.5  # … and how surely another word that stands there is meant
CLAUSE = 2  # words that a clause must have to be asked for by itself
PAIR = 2
POINTING = frozenset("the these those both their his her its our".split())
HALF = 0.5  # … and of what is no name: two people named alike do not make one fact
VALUES = ("quantity", "moment", "place", "quotation")


@dataclass(frozen=True, slots=True)
class Cover:
    """What one source holds of the draft's statement."""

    source: str
    meetings: tuple[Meeting, ...]  # the best first
    share: float  # of the draft's words, weighed by rarity, 0 to 1
    missing: tuple[str, ...]  # the draft's terms that the source does not hold, the rarest first
    unmet: tuple[Claim, ...]  # the draft's values that the source does not give
    rest: float = 1.0  # the share, with the draft's main verb set aside
    words: float = 1.0  # the share of what is no name
    unsaid: tuple[Claim, ...] = ()  # clauses of the draft of which the source holds less than half
    strangers: tuple[Stranger, ...] = ()  # names of the draft that the source does not have
    turned: bool = False  # the source says the opposite: 'did not resume', 'denied that …'

    @property
    def bears_out(self) -> bool:
        """Whether the source says what the draft says, values included."""
        gaps = self.unmet or self.unsaid or self.strangers or self.turned
        return self.share >= ENOUGH and self.words >= HALF and not gaps


def covers(case: Case) -> list[Cover]:
    """Return for each source that speaks of the fact what it holds of the draft's statement, the best first."""
    groups: dict[str, list[Meeting]] = {}
    for meeting in case.paired:
        groups.setdefault(meeting.source, []).append(meeting)
    found = []
    for source, best in groups.items():
        beside = [m for m in case.meetings if m.source == source and m not in best and m.near.probability >= BESIDE]
        found.append(_cover(case, source, [*best, *beside]))
    return sorted(found, key=lambda c: (-c.bears_out, len(c.unmet), -c.share, c.source))


def _cover(case: Case, source: str, meetings: Sequence[Meeting]) -> Cover:
    held = frozenset(term for m in meetings for term in m.terms)
    named = frozenset(key for m in meetings for key in m.context)
    before = frozenset(term for m in meetings for term in m.before)
    total, covered, rest, rest_covered = 0.0, 0.0, 0.0, 0.0
    verb = main_verb(case.side).lemma_.lower()
    keys = {n.key for n in case.side.names}
    plain, plain_covered = 0.0, 0.0
    missing = []
    for term, rarity in case.profile.terms.items():
        if _is_number(term):
            continue
        total += rarity
        rest += rarity * (term != verb)
        plain += rarity * (term not in keys)
        share = holds(term, held, case.close.get(term, {}))
        if share < NAMED and any(alike(term, key, 0.95) for key in sorted(named)):
            share = NAMED
        share = max(share, BEFORE if term in before else 0.0)
        covered += rarity * share
        rest_covered += rarity * share * (term != verb)
        plain_covered += rarity * share * (term not in keys)
        if share < 0.5:
            missing.append((-rarity, term))
    unmet = tuple(c for c in case.claims if c.kind in VALUES and not is_pair(case, c) and not met(c, meetings))
    share = covered / total if total else 1.0
    missed = tuple(t for _, t in sorted(missing))
    besides = rest_covered / rest if rest else 1.0
    words = plain_covered / plain if plain else 1.0
    return Cover(
        source,
        tuple(meetings),
        round(share, 4),
        missed,
        unmet,
        rest=round(besides, 4),
        words=round(words, 4),
        unsaid=tuple(c for c in case.claims if _is_unsaid(case, c, held | before)),
        strangers=strangers(case, meetings),
        turned=turned(case, meetings[0]),
    )


def _is_unsaid(case: Case, claim: Claim, held: frozenset[str]) -> bool:
    """Tell whether a clause adds what a source does not say: 'sent 400 soldiers and closed the border'."""
    if claim.kind != "proposition":
        return False
    named = {w for n in case.side.names for w in n.key.split()}
    words = [w for w in sorted(claim.words) if w not in named and w in case.profile.terms and not _is_number(w)]
    if len(words) < CLAUSE:
        return False
    said = sum(holds(w, held, case.close.get(w, {})) >= HALF for w in words)
    return said < HALF * len(words)


def is_pair(case: Case, claim: Claim) -> bool:
    """Tell 'the two', 'the two presidents', 'both sides': such a number points back and states nothing."""
    value = claim.value
    if not isinstance(value, Quantity) or value.dimension != "count" or value.low != value.high or value.low != PAIR:
        return False
    at = value.start - case.statement.start
    before = case.statement.text[:at].split()[-1:]
    return value.text.lower().startswith("both") or (bool(before) and before[0].lower() in POINTING)


def holds(term: str, held: frozenset[str], close: Mapping[str, float]) -> float:
    """Return how surely a term stands among others: 1 for the same, less for a close meaning, 0 for none."""
    if term in held:
        return 1.0
    near = max((n for other, n in close.items() if other in held and not opposite(term, other)), default=0.0)
    if near >= 0.3 or any(alike(term, other, 0.6) and not opposite(term, other) for other in sorted(held)):
        return max(0.5 + near / 2, 0.6)
    return near


def _is_number(term: str) -> bool:
    return term.replace(",", "").replace(".", "").isdigit() or term in ONES or term in TENS


def met(claim: Claim, meetings: Sequence[Meeting]) -> bool:
    """Tell whether one of the meetings gives the same value as a claim of the draft."""
    for meeting in meetings:
        for found in meeting.verdicts:
            if found.left.id == claim.id and found.verdict.relation == "agreement":
                return True
        if _same_words(claim, meeting):
            return True
    if claim.kind == "place":
        key = getattr(claim.value, "key", "")
        return any(alike(key, term, 0.9) for m in meetings for term in sorted(m.terms | m.context))
    return False


def _same_words(claim: Claim, meeting: Meeting) -> bool:
    value = claim.value
    if not isinstance(value, Quantity | Moment):
        return claim.kind == "quotation"  # quotations are weighed on their own, against the sources' whole text
    if folded(value.text).line not in folded(meeting.statement.text).line:
        return False
    if isinstance(value, Moment):
        return True
    # a profit of 210 million is no loss of 210 million: the same figure for another telling slot bears nothing out
    same = [c for c in meeting.side.claims if isinstance(c.value, Quantity) and c.value.low == value.low]
    vague = {c.attribute for c in same} & VAGUE_SLOTS
    return (
        not same or claim.attribute in VAGUE_SLOTS or bool(vague) or any(c.attribute == claim.attribute for c in same)
    )
