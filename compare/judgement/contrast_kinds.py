"""What stands in one place of two statements and excludes each other: kinds of things, and names.

'began in a church' beside 'in a school', 'was bought by Volvo' beside 'by Scania'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from compare.claims.placed import Mention
from compare.judgement.acts import SAME_ACT, opposite
from compare.judgement.analysed import Analysed
from compare.judgement.rules import quote, say
from compare.language.en.places import excludes, listed
from compare.language.en.saying import SAYING
from compare.language.kinds import Kind, exclude
from compare.language.vectors import similarity
from compare.matching.closeness import meet
from compare.model import Name, Verdict
from compare.values.measures import same_figures

ONE_PLACE = 0.8  # fit from which two words stand in one place
CLEAR = frozenset({"subject", "object", "is"})  # places that the parse seldom mistakes for one another
PRONOUNS = frozenset("he she it they who that which i we you".split())
NAMED = frozenset({"person", "organisation", "place"})  # names that exclude each other
NEAR = 70.0  # likeness of letters, 0 to 100, from which two names may be spellings of one

T = TypeVar("T", Kind, Name)
Fitting: TypeAlias = tuple[float, Mention[T], Mention[T]]


def other_kind_of_thing(left: Analysed, right: Analysed) -> Verdict | None:
    """'killed with a knife' beside 'killed with a hammer': a conflict, where the rest of the words is the same."""
    found = next((pair for pair in kinds_apart(left, right) if pair[0] >= ONE_PLACE), None)
    return None if found is None else kinds_told(*found[1:], left)


def other_name(left: Analysed, right: Analysed) -> Verdict | None:
    """'sold to Volvo' beside 'sold to Scania': a conflict, where the rest of the words and all figures are the same.

    Where more is different – a second name, a rise for a fall – two things are told.  Whose a name is – a person's, a
    firm's, a place's – is often mistaken and is not asked, but of listed places.
    """
    ours, theirs = _alone(left, right), _alone(right, left)
    if len(ours) != 1 or len(theirs) != 1 or not same_figures(left.figures, right.figures) or _turned(left, right):
        return None
    found = next(
        _fitting([(ours[0], theirs[0])] if _of_a_sort(ours[0].what, theirs[0].what) else [], left, right), None
    )
    if found is None or found[0] < ONE_PLACE:
        return None
    a, b = found[1:]
    reason = f"One names {quote(a.text)}, the other {quote(b.text)}."
    return replace(say("conflict", reason, (a.text,), (b.text,)), rule="contrast.name")


def kinds_apart(left: Analysed, right: Analysed) -> Iterator[Fitting[Kind]]:
    """Yield the kinds of two sides that exclude each other, with how well they fit, the best first.

    What the other side names too, beside something else, excludes nothing: 'shot in the head and the arm'.
    """
    ours, theirs = ([m.what for m in side.kinds] for side in (left, right))
    if {k.group for k in ours}.isdisjoint(k.group for k in theirs):
        return  # most pairs, told apart quickly
    one = [m for m in left.kinds if not borne_out(m.what, theirs)]
    other = [m for m in right.kinds if not borne_out(m.what, ours)]
    yield from _fitting([(a, b) for a in one for b in other if exclude(a.what, b.what)], left, right)


def kinds_told(a: Mention[Kind], b: Mention[Kind], left: Analysed) -> Verdict:
    """Return the conflict of two kinds, the first of ``left``, with the name of whose they are."""
    whose = _name_at(left, a.of) if a.place == "is" else None
    says = f"One calls {whose.text}" if whose else "One says"
    reason = f"{says} {quote(a.text)}, the other {quote(b.text)}."
    return replace(say("conflict", reason, (a.text,), (b.text,)), rule="contrast.kind-of-thing")


def borne_out(kind: Kind, others: Iterable[Kind]) -> bool:
    """Tell whether one of some kinds can be the same thing."""
    return any(o.group == kind.group and not exclude(o, kind) for o in others)


def _alone(side: Analysed, other: Analysed) -> list[Mention[Name]]:
    """Return the names of a side that are surely none of the other's."""
    return [m for m in side.named if not any(_may_be_one(m.what, o.what) for o in other.named)]


def _may_be_one(a: Name, b: Name) -> bool:
    """Tell whether two names may name one: they share a word, are near in letters, or are places not surely apart."""
    from rapidfuzz.fuzz import ratio

    if set(a.key.split()) & set(b.key.split()) or ratio(a.key, b.key) >= NEAR:
        return True
    return a.kind == b.kind == "place" and not excludes(a.text, b.text)


def _of_a_sort(a: Name, b: Name) -> bool:
    return {a.kind, b.kind} <= NAMED and (a.kind == b.kind or not (listed(a.text) or listed(b.text)))


def _turned(left: Analysed, right: Analysed) -> bool:
    """Tell whether a word of one side is the opposite of one of the other's."""
    ours, theirs = ({lemma for lemma, _ in side.plain} for side in (left, right))
    return any(opposite(a, b) for a in ours - theirs for b in theirs - ours)


def _fitting(pairs: Sequence[tuple[Mention[T], Mention[T]]], left: Analysed, right: Analysed) -> Iterator[Fitting[T]]:
    found = [(_fit(a, b, left, right), a, b) for a, b in pairs if a.denied == b.denied]
    yield from sorted(found, key=lambda pair: (-pair[0], pair[1].start, pair[2].start))


def _fit(a: Mention[Any], b: Mention[Any], left: Analysed, right: Analysed) -> float:
    """Return how surely two mentions stand in one place of one act, or tell of one bearer, 0 to 1."""
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
    if a.place != b.place and {a.place, b.place} <= CLEAR:
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
