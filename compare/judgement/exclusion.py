"""Signs that two bare statements speak of different things: another place, another period, another party.

They turn a clash of figures into 'unrelated': two tolls of two attacks contradict nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.claims.same_time import same_time
from compare.judgement.acts import opposite
from compare.judgement.analysed import Analysed
from compare.judgement.period import other_period
from compare.judgement.rules import quote, say
from compare.judgement.statements import ClaimVerdict
from compare.language.en.periods import DEFINED, PARTS_OF_PEOPLE, PEOPLE, REACHES
from compare.language.en.places import CONTINENTS, excludes, part_of, place_key
from compare.matching.closeness import alike
from compare.model import Claim, Moment, Quantity, Verdict
from compare.values.measures import middle

if TYPE_CHECKING:
    from spacy.tokens import Token

SPELLING = 85.0  # likeness, 0 to 100, above which two names are spellings of one: 'Lloyd', 'Loyd'
WIDER = Fraction(3, 2)  # how much larger a figure for the land around must be to be taken for one
MODIFIERS = frozenset({"compound", "poss", "nmod", "amod"})


def excluded(left: Analysed, right: Analysed, clashes: Sequence[ClaimVerdict]) -> Verdict | None:
    """Return an 'unrelated' verdict with its reason, or None.

    ``clashes`` are figures that exclude each other: a difference of place or period explains them.
    """
    clash = bool(clashes)
    found = (
        other_reach(left, right, REACHES)
        or (other_reach(left, right, DEFINED) if clash else None)
        or part_of_people(clashes)
        or wider_place(left, right, clashes)
        or other_place(left, right, clash)
        or other_person(left, right, clashes)
        or other_party(left, right, clash)
        or other_happening(left, right)
    )
    if found is not None:
        return found
    return other_period(left, right) if clash else None


def other_reach(left: Analysed, right: Analysed, groups: Sequence[frozenset[str]]) -> Verdict | None:
    """'in southern Iraq' beside 'in northern Iraq', 'nationwide' beside 'worldwide', 'gross' beside 'net'."""
    ours, theirs = (_words(side) for side in (left, right))
    for group in groups:
        a, b = (ours - theirs) & group, (theirs - ours) & group
        if a and b:
            one, other = min(a), min(b)
            return say("unrelated", f"One speaks of {quote(one)}, the other of {quote(other)}.", (one,), (other,))
    return None


def _words(side: Analysed) -> set[str]:
    """Return the words of a side, 'before tax', 'part-time' and 'in the quarter' as one."""
    words = [t.lower_ for t in side.tokens]
    joined = {f"{a}-tax" for a, b in pairwise(words) if b in {"tax", "taxes"}}
    joined |= {f"{a}-{b}" for a, dash, b in zip(words, words[1:], words[2:], strict=False) if dash in {"-", "–"}}
    joined |= {f"in-the-{c}" for a, b, c in zip(words, words[1:], words[2:], strict=False) if (a, b) == ("in", "the")}
    return {*words, *joined}


def part_of_people(clashes: Sequence[ClaimVerdict]) -> Verdict | None:
    """'40 women' beside '90 people': the smaller figure is for a part of the larger."""
    for clash in clashes:
        a, b = clash.left.value, clash.right.value
        if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.dimension != "count":
            continue
        small, large = (a, b) if (middle(a) or 0) < (middle(b) or 0) else (b, a)
        if small.head in PARTS_OF_PEOPLE and large.head in PEOPLE:
            return say("unrelated", f"{quote(small.text)} are a part of {quote(large.text)}.", (a.text,), (b.text,))
    return None


def _places(side: Analysed) -> list[str]:
    """Return the places a side names, 'the Iraqi capital' included, and the lands of its peoples."""
    found = [name.text for name in side.names if name.kind in {"place", "nationality"}]
    for token in side.tokens:
        if token.lower_ == "capital":
            found += [f"{c.text} capital" for c in token.children if c.dep_ in MODIFIERS]
    return list(dict.fromkeys(found))


def other_place(left: Analysed, right: Analysed, clash: bool) -> Verdict | None:
    """A toll in Damascus beside one in the Iraqi capital: every place of the one excludes every place of the other."""
    ours, theirs = _places(left), _places(right)
    known = [p for p in ours if place_key(p)], [p for p in theirs if place_key(p)]
    if not clash or not all(known):
        return None
    if not all(excludes(a, b) for a in known[0] for b in known[1]):
        return None
    one, other = known[0][0], known[1][0]
    return say("unrelated", f"One speaks of {one}, the other of {other}.", (one,), (other,))


def wider_place(left: Analysed, right: Analysed, clashes: Sequence[ClaimVerdict]) -> Verdict | None:
    """37,000 troops in South Korea beside 100,000 in Asia: the larger figure is for the land around."""
    for clash in clashes:
        a, b = clash.left.value, clash.right.value
        if not isinstance(a, Quantity) or not isinstance(b, Quantity):
            continue
        sizes = middle(a) or 0, middle(b) or 0
        small, large = (left, right) if sizes[0] < sizes[1] else (right, left)
        inner, outer = ([p for p in _places(side) if place_key(p)] for side in (small, large))
        around = [p for p in outer if place_key(p) in CONTINENTS and any(part_of(i, p) for i in inner)]
        if around and set(around) - set(inner) and max(sizes) >= min(sizes) * WIDER:
            return say("unrelated", f"One figure is for {inner[0]}, the other for {around[0]}.", inner[:1], around[:1])
    return None


def other_person(left: Analysed, right: Analysed, clashes: Sequence[ClaimVerdict]) -> Verdict | None:
    """One was sentenced to 35 years, somebody else to 1,000: each figure is of its own person."""
    persons = [{n.key for n in side.names if n.kind == "person"} for side in (left, right)]
    words = [{w for n in side.names for w in n.key.split()} for side in (left, right)]
    for clash in clashes:
        for role in ("subject", "object"):
            a, b = getattr(clash.left, role)[:1], getattr(clash.right, role)[:1]
            if not a or not b or a[0] not in persons[0] or b[0] not in persons[1]:
                continue
            if not set(a[0].split()) & words[1] and not set(b[0].split()) & words[0] and not _same_name(a[0], b[0]):
                return say("unrelated", f"One figure is of {a[0].title()}, the other of {b[0].title()}.", a, b)
    return None


def _named_heads(side: Analysed) -> Iterator[tuple[str, str]]:
    """Yield (noun, proper name that marks it off): ('viewer', 'fox'), ('house', 'bishops')."""
    for token in side.tokens:
        if token.pos_ != "PROPN":
            continue
        head = token.head
        if token.dep_ in MODIFIERS and head.pos_ in {"NOUN", "PROPN"}:
            yield head.lemma_.lower(), token.text
            if _head_of(token).i != head.i:
                yield _head_of(token).lemma_.lower(), token.text
        elif token.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ in {"NOUN", "PROPN"}:
            yield head.head.lemma_.lower(), token.text


def _is_person(side: Analysed, word: str) -> bool:
    return any(name.kind == "person" and word in name.text.split() for name in side.names)


def _head_of(token: Token) -> Token:
    """Return the noun that a name marks off: of 'Charles County schools' the schools."""
    here = token.head
    while here.dep_ in MODIFIERS and here.pos_ == "PROPN" and here.head.pos_ in {"NOUN", "PROPN"}:
        here = here.head
    return here


def other_party(left: Analysed, right: Analysed, clash: bool) -> Verdict | None:
    """'Fox viewers' beside 'CNN viewers': one noun, marked off by names that have nothing in common."""
    ours, theirs = list(_named_heads(left)), list(_named_heads(right))
    words = [{t.text for t in side.tokens} for side in (left, right)]
    for head in sorted({h for h, _ in ours} & {h for h, _ in theirs}):
        a, b = {n for h, n in ours if h == head}, {n for h, n in theirs if h == head}
        if a & b or a & words[1] or b & words[0]:
            continue
        if any(_is_person(left, n) for n in a) or any(_is_person(right, n) for n in b):
            continue
        if any(_same_name(x, y) for x in a for y in b):
            continue
        subjects = all(
            any(t.lemma_.lower() == head and t.dep_.startswith("nsubj") for t in s.tokens) for s in (left, right)
        )
        if clash or subjects:
            one, other = " ".join(sorted(a)), " ".join(sorted(b))
            return say("unrelated", f"One speaks of {one} {head}, the other of {other} {head}.", (one,), (other,))
    return None


def _same_name(left: str, right: str) -> bool:
    from rapidfuzz import fuzz

    if fuzz.ratio(left.lower(), right.lower()) >= SPELLING:
        return True
    if place_key(left) and (part_of(left, right) or part_of(right, left)):
        return True
    a, b = left.replace(".", "").lower(), right.replace(".", "").lower()
    return a == b or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)))


def other_happening(left: Analysed, right: Analysed) -> Verdict | None:
    """'was acquitted in 2015' beside 'was charged in 2014': other dates, other acts."""
    ours, theirs = (_dated(side) for side in (left, right))
    pairs = [(a, b) for a in ours for b in theirs]
    if not pairs or any(_compatible(a, b) or _one_act(a, b) for a, b in pairs):
        return None
    one, other = pairs[0]
    return say("unrelated", f"{quote(one.wording)} and {quote(other.wording)} are two happenings on different dates.")


def _dated(side: Analysed) -> list[Claim]:
    """Return the dates of a side that belong to a verb of its own, not to a noun or a bound."""
    return [c for c in side.claims if isinstance(c.value, Moment) and c.attribute not in {"bound", "named"}]


def _compatible(left: Claim, right: Claim) -> bool:
    a, b = left.value, right.value
    return not isinstance(a, Moment) or not isinstance(b, Moment) or same_time(a, b) is not False


def _one_act(left: Claim, right: Claim) -> bool:
    a, b = left.predicate, right.predicate
    return not a or not b or alike(a, b, 0.5) or opposite(a, b) or "be" in {a, b}
