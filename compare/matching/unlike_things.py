"""Two figures of one kind that are of different things: another tremor, another stretch, one death among many.

Told before their values are held against each other, like what ``events`` tells.
"""

from __future__ import annotations

from compare.claims.nation import nations
from compare.judgement.amounts import RUNNING
from compare.language.en.happenings import LASTING, MEETING_BODIES, REPORTING
from compare.matching.closeness import alike, context
from compare.model import Claim, Quantity
from compare.values.measures import distance, meets, middle

SAME_QUAKE = 0.5  # magnitudes of one quake are revised by no more
FEW_DEAD = 2  # an exact toll as low as this …
MANY_TIMES = 8  # … is one of many deaths beside one so many times as high
ONE_CONTEXT = 0.4  # share of words from which two clauses with other verbs still tell of one thing
HANDFUL = 20  # 'several', 'a few': too vague to be held against a number


def unlike_things(left: Claim, right: Claim) -> str | None:
    """Return in plain words why two figures are of different things; None where nothing says so."""
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return None
    why = _other_nation(a, b) or _other_toll(left, right, a, b) or _other_stretch(left, right)
    why = why or _no_toll(left, right) or _other_span(left, right) or _other_age(left, right)
    if why or meets(a, b):
        return why
    return _other_quake(left, right, a, b) or _too_vague(a, b) or _other_way(left, right)


def _other_nation(a: Quantity, b: Quantity) -> str | None:
    """Israelis killed are no Palestinians killed."""
    lands = [nations().people.get(q.head or "") for q in (a, b)]
    if lands[0] is None or lands[1] is None or lands[0] == lands[1]:
        return None
    return f"One counts {a.counted}, the other {b.counted}."


def _other_quake(left: Claim, right: Claim, a: Quantity, b: Quantity) -> str | None:
    if {left.attribute, right.attribute} != {"magnitude"}:
        return None
    sizes = [float(middle(q) or 0) for q in (a, b)]
    return "They give the magnitudes of two tremors." if abs(sizes[0] - sizes[1]) > SAME_QUAKE else None


def _too_vague(a: Quantity, b: Quantity) -> str | None:
    """'Several' and 700 do not exclude each other in the mouth of a reporter."""
    for vague, other in ((a, b), (b, a)):
        if vague.vague and not other.vague and (vague.high or vague.low or 0) <= HANDFUL:
            return f"“{vague.text}” is too vague to be held against {other.text}."
    return None


def _other_toll(left: Claim, right: Claim, a: Quantity, b: Quantity) -> str | None:
    """One person under one wall beside the toll of the quake, bodies that a witness saw beside those killed."""
    if left.attribute not in RUNNING or left.attribute != right.attribute:
        return None
    seen = [q.head == "body" and c.predicate in MEETING_BODIES for c, q in ((left, a), (right, b))]
    if seen[0] != seen[1]:
        return "One tells of bodies somewhere, the other of all who died."
    low, high = sorted((a, b), key=lambda q: middle(q) or 0)
    size, other = middle(low) or 0, middle(high) or 0
    exact = low.low == low.high and not low.approximate and not low.vague
    if exact and 0 < size <= FEW_DEAD and other >= MANY_TIMES * size:
        return "One figure is for a few among many."
    return None


def _no_toll(left: Claim, right: Claim) -> str | None:
    """'89 people were rushed to hospital' is no count of the dead."""
    for plain, toll in ((left, right), (right, left)):
        counted = plain.attribute == "count" and toll.attribute in RUNNING
        if counted and plain.predicate and plain.predicate not in REPORTING | {"be", "have"}:
            return f"One counts those who were killed or hurt, the other does not: “{plain.wording}”."
    return None


def _other_span(left: Claim, right: Claim) -> str | None:
    """'came to the throne four years ago' and 'the second time in three years'."""
    if {left.attribute, right.attribute} != {"period"} or not left.predicate or not right.predicate:
        return None
    if alike(left.predicate, right.predicate, 0.5) or context(left, right) >= ONE_CONTEXT:
        return None
    return "They tell how far apart different things are."


def _other_age(left: Claim, right: Claim) -> str | None:
    """A girl of two and a woman of 18: ages are of one person only where both clauses name that person."""
    if {left.attribute, right.attribute} != {"age"}:
        return None
    named = [c.names - c.places for c in (left, right)]
    return None if named[0] & named[1] else "They may be the ages of two persons: no name is shared."


def _other_stretch(left: Claim, right: Claim) -> str | None:
    """The length of a trial is not that of a sentence."""
    if {left.attribute, right.attribute} != {"duration"}:
        return None
    ours, theirs = _lasting(left), _lasting(right)
    if not ours or not theirs or any({a, b} <= kind for a in ours for b in theirs for kind in LASTING):
        return None
    return f"One is the length of a {min(ours)}, the other that of a {min(theirs)}."


def _lasting(claim: Claim) -> set[str]:
    """Return the words for what lasts: the noun that the length stands beside, else what the clause is about."""
    words = {claim.bearer} if claim.bearer else {claim.predicate, *claim.subject[:1], *claim.object[:1]}
    return {w for w in words if w and any(w in kind for kind in LASTING)}


def _other_way(left: Claim, right: Claim) -> str | None:
    """105 miles from one town and 16 from another."""
    values = [c.value for c in (left, right) if isinstance(c.value, Quantity)]
    if any(q.dimension != "length" for q in values) or not left.places or not right.places:
        return None
    if left.places & right.places or distance(values[0], values[1]) == 0:
        return None
    return f"One is a distance in {min(left.places).title()}, the other in {min(right.places).title()}."
