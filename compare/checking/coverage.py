"""How much of what the draft's statement says stands in a source: word by word, each weighed by its rarity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.checking.case import Case, Meeting
from compare.judgement.closeness import alike
from compare.language.en.numbers import ONES, TENS
from compare.model import Claim, Moment, Quantity

ENOUGH = 0.6  # share of the draft's words, weighed, that a source must hold to bear the statement out
BESIDE = 0.35  # probability from which another statement of the same source may fill in what the best one leaves open
PAIR = 2
POINTING = frozenset("the these those both their his her its our".split())
VALUES = ("quantity", "moment", "place", "quotation")


@dataclass(frozen=True, slots=True)
class Cover:
    """What one source holds of the draft's statement."""

    source: str
    meetings: tuple[Meeting, ...]  # the best first
    share: float  # of the draft's words, weighed by rarity, 0 to 1
    missing: tuple[str, ...]  # the draft's terms that the source does not hold, the rarest first
    unmet: tuple[Claim, ...]  # the draft's values that the source does not give

    @property
    def bears_out(self) -> bool:
        """Whether the source says what the draft says, values included."""
        return self.share >= ENOUGH and not self.unmet


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
    total, covered = 0.0, 0.0
    missing = []
    for term, rarity in case.profile.terms.items():
        if _is_number(term):
            continue
        total += rarity
        share = holds(term, held, case.close.get(term, {}))
        covered += rarity * share
        if share < 0.5:
            missing.append((-rarity, term))
    unmet = tuple(c for c in case.claims if c.kind in VALUES and not is_pair(case, c) and not met(c, meetings))
    share = covered / total if total else 1.0
    return Cover(source, tuple(meetings), round(share, 4), tuple(t for _, t in sorted(missing)), unmet)


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
    near = max((likeness for other, likeness in close.items() if other in held), default=0.0)
    if near >= 0.3 or any(alike(term, other, 0.6) for other in sorted(held)):
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
        return any(alike(key, term, 0.9) for m in meetings for term in sorted(m.terms))
    return False


def _same_words(claim: Claim, meeting: Meeting) -> bool:
    value = claim.value
    if not isinstance(value, Quantity | Moment):
        return claim.kind == "quotation"  # quotations are weighed on their own, against the sources' whole text
    words = " ".join(value.text.lower().split())
    return f" {words} " in f" {' '.join(meeting.statement.text.lower().split())} "
