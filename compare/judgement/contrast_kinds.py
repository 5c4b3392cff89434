"""What stands in one place of two statements and excludes each other: kinds of things, and names.

'began in a church' beside 'in a school', 'was bought by Volvo' beside 'by Scania'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

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

ONE_PLACE = 0.8  # fit from which two words stand in one place
CLEAR = frozenset({"subject", "object", "is"})  # places that the parse seldom mistakes for one another
PRONOUNS = frozenset("he she it they who that which i we you".split())
NAMED = frozenset({"person", "organisation", "place"})  # names that exclude each other
AREAS = frozenset("county province state district region valley island parish borough township oblast".split())
NEAR = 70.0  # likeness of letters, 0 to 100, from which two names may be spellings of one


def other_kind_of_thing(left: Analysed, right: Analysed) -> Verdict | None:
    """'killed with a knife' beside 'killed with a hammer': a conflict, where the rest of the words is the same."""
    found = next((pair for pair in kinds_apart(left, right) if pair[0] >= ONE_PLACE), None)
    return None if found is None else kinds_told(*found[1:], left)


def other_name(left: Analysed, right: Analysed) -> Verdict | None:
    """'sold to Volvo' beside 'sold to Scania': a conflict, where the rest of the words and all figures are the same.

    Where more is different – a second name, a rise for a fall – two things are told.
    """
    ours, theirs = _alone(left, right), _alone(right, left)
    if len(ours) != 1 or len(theirs) != 1 or _figures(left) != _figures(right) or _turned(left, right):
        return None
    fit, *pair = next(names_apart(left, right), (0.0, ours[0], theirs[0]))
    return names_told(*pair) if fit >= ONE_PLACE else None


def _alone(side: Analysed, other: Analysed) -> list[Mention]:
    """Return the names of a side that are surely none of the other's."""
    return [m for m in side.named if not any(_may_be_one(m, o) for o in other.named)]


def _turned(left: Analysed, right: Analysed) -> bool:
    """Tell whether a word of one side is the opposite of one of the other's."""
    ours, theirs = ({lemma for lemma, _ in side.plain} for side in (left, right))
    return any(opposite(a, b) for a in ours - theirs for b in theirs - ours)


def kinds_told(a: Mention, b: Mention, left: Analysed) -> Verdict:
    """Return the conflict of two kinds, the first of ``left``, with the name of whose they are."""
    whose = _name_at(left, a.of) if a.place == "is" else None
    says = f"One calls {whose.text}" if whose else "One says"
    reason = f"{says} {quote(a.text)}, the other {quote(b.text)}."
    return replace(say("conflict", reason, (a.text,), (b.text,)), rule="contrast.kind-of-thing")


def names_told(a: Mention, b: Mention) -> Verdict:
    """Return the conflict of two names."""
    reason = f"One names {quote(a.text)}, the other {quote(b.text)}."
    return replace(say("conflict", reason, (a.text,), (b.text,)), rule="contrast.name")


Pairs = Iterator[tuple[float, Mention, Mention]]


def kinds_apart(left: Analysed, right: Analysed) -> Pairs:
    """Yield the kinds of two sides that exclude each other, with how well they fit, the best first.

    What the other side names too, beside something else, excludes nothing: 'shot in the head and the arm'.
    """
    ours, theirs = ([m.what for m in side.kinds if isinstance(m.what, Kind)] for side in (left, right))
    if {k.group for k in ours}.isdisjoint(k.group for k in theirs):
        return  # most pairs, told apart quickly
    one = [m for m in left.kinds if isinstance(m.what, Kind) and not borne_out(m.what, theirs)]
    other = [m for m in right.kinds if isinstance(m.what, Kind) and not borne_out(m.what, ours)]
    yield from _fitting(
        ((a, b) for a in one for b in other if isinstance(a.what, Kind) and isinstance(b.what, Kind)
         and exclude(a.what, b.what)), left, right
    )  # fmt: skip


def names_apart(left: Analysed, right: Analysed) -> Pairs:
    """Yield the names of two sides that are surely two, with how well they fit, the best first.

    Whose name it is – a person's, a firm's, a place's – is often mistaken and is not asked, but of listed places.
    """
    one, other = _alone(left, right), _alone(right, left)
    yield from _fitting(((a, b) for a in one for b in other if _two_of_a_sort(a.what, b.what)), left, right)


def _two_of_a_sort(a: Kind | Name, b: Kind | Name) -> bool:
    if not isinstance(a, Name) or not isinstance(b, Name) or not {a.kind, b.kind} <= NAMED:
        return False
    return a.kind == b.kind or not (listed(a.text) or listed(b.text))


def _fitting(pairs: Iterable[tuple[Mention, Mention]], left: Analysed, right: Analysed) -> Pairs:
    found = [(fit_of(a, b, left, right), a, b) for a, b in pairs if a.denied == b.denied]
    yield from sorted(found, key=lambda pair: (-pair[0], pair[1].start, pair[2].start))


def borne_out(kind: Kind, others: Sequence[Kind]) -> bool:
    """Tell whether one of some kinds can be the same thing."""
    return any(o.group == kind.group and not exclude(o, kind) for o in others)


def _may_be_one(one: Mention, other: Mention) -> bool:
    """Tell whether two names may name one: they share a word, are near in letters, or are places not surely apart."""
    from rapidfuzz.fuzz import ratio

    a, b = one.what, other.what
    if not isinstance(a, Name) or not isinstance(b, Name):
        return False
    if meet([a.key], [b.key], 1.0) or set(a.key.split()) & set(b.key.split()) or ratio(a.key, b.key) >= NEAR:
        return True
    if _initials(a.text) == b.text.replace(".", "") or _initials(b.text) == a.text.replace(".", ""):
        return True
    if a.kind != "place" or b.kind != "place":
        return False
    if listed(a.text) and listed(b.text):
        return not excludes(a.text, b.text)
    return _area(a.text) != _area(b.text)  # 'outside Woodburn', 'in Marion County'


def _area(name: str) -> bool:
    return not AREAS.isdisjoint(name.lower().split())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _figures(side: Analysed) -> list[tuple[object, object]]:
    return sorted(((str(q.low), str(q.high)) for q in side.figures), key=str)


def fit_of(a: Mention, b: Mention, left: Analysed, right: Analysed) -> float:
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
