"""Kinds of things that exclude each other in one place of two statements: 'began in a church' beside 'in a school'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.claims.kinds import Mention
from compare.judgement.acts import SAME_ACT, opposite
from compare.judgement.analysed import Analysed
from compare.judgement.rules import quote, say
from compare.language.en.saying import SAYING
from compare.language.kinds import Kind, exclude
from compare.language.vectors import similarity
from compare.matching.closeness import meet
from compare.model import Name, Verdict

ONE_PLACE = 0.8  # fit from which two words stand in one place
CLEAR = frozenset({"subject", "object", "is"})  # places that the parse seldom mistakes for one another
PRONOUNS = frozenset("he she it they who that which i we you".split())


def other_kind_of_thing(left: Analysed, right: Analysed) -> Verdict | None:
    """'killed with a knife' beside 'killed with a hammer': a conflict, where the rest of the words is the same."""
    found = next((pair for pair in excluding(left, right) if pair[0] >= ONE_PLACE), None)
    return None if found is None else told(*found[1:], left)


def told(a: Mention, b: Mention, left: Analysed) -> Verdict:
    """Return the conflict of two kinds, the first of ``left``, with the name of whose they are."""
    whose = _name_at(left, a.of) if a.place == "is" else None
    told_of = f"Of {whose.text} one says" if whose else "One says"
    reason = f"{told_of} {quote(a.text)}, the other {quote(b.text)}."
    return replace(say("conflict", reason, (a.text,), (b.text,)), rule="contrast.kind-of-thing")


def excluding(left: Analysed, right: Analysed) -> Iterator[tuple[float, Mention, Mention]]:
    """Yield the mentions of two sides that exclude each other, with how well they fit, the best first.

    What the other side names too, beside something else, excludes nothing: 'shot in the head and the arm'.
    """
    found = [
        (fit_of(a, b, left, right), a, b)
        for a in left.kinds
        if not borne_out(a.kind, [m.kind for m in right.kinds])
        for b in right.kinds
        if exclude(a.kind, b.kind) and a.denied == b.denied and not borne_out(b.kind, [m.kind for m in left.kinds])
    ]
    yield from sorted(found, key=lambda pair: (-pair[0], pair[1].start, pair[2].start))


def borne_out(kind: Kind, others: Sequence[Kind]) -> bool:
    """Tell whether one of some kinds can be the same thing."""
    return any(o.group == kind.group and not exclude(o, kind) for o in others)


def fit_of(a: Mention, b: Mention, left: Analysed, right: Analysed) -> float:
    """Return how surely two kinds stand in one place of one act, or tell of one bearer, 0 to 1."""
    one, other = (_name_at(s, m.of) if m.place == "is" else None for s, m in ((left, a), (right, b)))
    if one or other:
        met = meet([one.key if one else a.governor], [other.key if other else b.governor])
        return (1.0 if a.place == b.place else 0.8) if met else 0.0
    if a.count != b.count and {a.count, b.count}.isdisjoint({"", "many"}):
        return 0.0  # five teachers and nine pupils
    if any(m.place == "subject" and m.governor in SAYING for m in (a, b)):
        return 0.0  # two who say the same
    same = a.governor == b.governor
    near = same or (not opposite(a.governor, b.governor) and similarity(a.governor, b.governor) >= SAME_ACT)
    if a.place != b.place and {a.place, b.place} & CLEAR == {a.place, b.place}:
        fit = 0.5 if same else 0.25 if near else 0.0
    elif a.place != b.place:
        fit = 0.8 if same else 0.25 if near else 0.0
    else:
        fit = 1.0 if same else 0.8 if near else 0.25
    ours, theirs = a.beside - PRONOUNS, b.beside - PRONOUNS
    if (ours and theirs and not meet(ours, theirs)) or a.count != b.count:
        fit *= 0.5
    return fit


def _name_at(side: Analysed, span: tuple[int, int]) -> Name | None:
    """Return the name that stands at a place."""
    return next((n for n in side.names if n.start <= span[0] < n.end), None)
