"""What may be a discrepancy: two claims that give one slot two values, before it is known how surely they do.

A rule says *what* two claims have to do with each other; how surely they fill one slot of one event is weighed by
``weighing``.  Here stand the type and what all kinds share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from compare.claims.bearers import OF
from compare.judgement.analysed import Analysed
from compare.language.en.people import ANYBODY, SUSPECTS, VICTIMS
from compare.language.kinds import Kind
from compare.matching.closeness import meet
from compare.model import Claim, Quantity, State, Verdict
from compare.sources.publication import day_of

LONG_OVER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two claims that may contradict or overtake each other."""

    kind: str  # 'count', 'age', 'state', 'time', 'name', 'unknown', 'quotation', 'act' …
    left: Claim
    right: Claim
    verdict: Verdict  # its relation is 'conflict' or 'update'
    fit: float  # how well both fill one slot by what they are about, 0 to 1
    order: int = 0  # of an update: 1 where the later article gives the later state, −1 where the earlier does
    known: float = 0.0  # 1 where the article of the overtaken side tells the other value itself
    traits: Mapping[str, float] = field(default_factory=dict)  # what is measured on this kind alone, by name


@dataclass(frozen=True, slots=True)
class Told:
    """What each article says anywhere: it is not overtaken by what it tells itself."""

    levels: Mapping[tuple[str, str], Set[float]] = field(default_factory=dict)  # (source, ladder) → rungs told
    figures: Mapping[tuple[str, str | None], Set[object]] = field(default_factory=dict)  # (source, slot) → values
    words: Mapping[str, Set[str]] = field(default_factory=dict)  # source → the words of its names
    kinds: Mapping[str, Set[Kind]] = field(default_factory=dict)  # source → the kinds of things that it names


def told_in(sides: Iterable[Analysed]) -> Told:
    """Return what the articles of some statements say."""
    levels: dict[tuple[str, str], set[float]] = defaultdict(set)
    figures: dict[tuple[str, str | None], set[object]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[Kind]] = defaultdict(set)
    for side in sides:
        for claim in side.claims:
            if isinstance(claim.value, State):
                levels[claim.source, claim.value.ladder].add(level(claim))
            elif isinstance(claim.value, Quantity):
                slot = "age" if claim.value.dimension == "age" else claim.attribute
                figures[claim.source, slot].add((claim.value.low, claim.value.high))
        for name in side.names:
            if side.parsed:
                words[side.parsed[0].statement.source].update(w.strip("’'s.,") for w in name.text.split())
        if side.parsed:
            kinds[side.parsed[0].statement.source].update(m.what for m in side.kinds)
    return Told(levels, figures, words, kinds)


def level(claim: Claim) -> float:
    """Return how high a claim stands on its ladder: a rung denied, or still expected, is not reached yet."""
    value = claim.value
    if not isinstance(value, State):
        return 0.0
    short = claim.cues.negated or claim.cues.status in {"expected", "denied"}
    return value.level - 0.5 if short else float(value.level)


def order_of(early: Analysed, late: Analysed) -> int:
    """Return 1 where the article of ``late`` appeared on a later day, −1 on an earlier one, 0 where it is not known."""
    days: list[date | None] = [day_of(s.published) if s.published else None for s in (early, late)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return 0
    return 1 if days[0] < days[1] else -1


def same_bearer(left: Sequence[str], right: Sequence[str]) -> float:
    """Return how surely two phrases name one bearer, 0 to 1: by a name more than by a common noun.

    'the suspect' may be anybody named; two different names are two.
    """
    ours, theirs = set(left), set(right)
    if not ours or not theirs:
        return 0.4
    if any(a & SUSPECTS and b & VICTIMS and not a & b for a, b in ((ours, theirs), (theirs, ours))):
        return 0.0
    if {OF + word for word in ours} & theirs or {OF + word for word in theirs} & ours:
        return 0.0  # the mother of Holm beside Holm
    one, other = left[0], right[0]  # the boyfriend of Holm is not Holm
    if " " in one and " " in other and not meet([one], theirs) and not meet([other], ours):
        return 0.0  # 'former mayor Ann Roe' is not 'former councilman Ben Lock'
    if (ours & theirs) - ANYBODY:
        return 1.0
    if ours & theirs:
        return 0.7
    if ours & ANYBODY or theirs & ANYBODY:
        return 0.5
    if meet(ours, theirs):
        return 0.7
    return 0.0 if _named(ours) and _named(theirs) else 0.1  # 'a former employee' may be anybody named


def _named(phrase: Set[str]) -> bool:
    """Tell whether a phrase holds the name of a person, given name and surname."""
    return any(" " in word for word in phrase)


def over_before(past: Claim, ahead: Analysed) -> bool:
    """Tell whether what one claim tells as done was over well before the other article still awaited its own event."""
    ends = [m.latest.date() for m in past.days if m.latest is not None]
    if ahead.published is None or not ends:
        return False
    return max(ends) < day_of(ahead.published) - LONG_OVER
