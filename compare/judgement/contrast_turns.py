"""Which way something went: from here to there, north or south, up or down by as much."""

from __future__ import annotations

from collections.abc import Iterator

from compare.claims.same_time import same_time
from compare.judgement.analysed import Analysed
from compare.judgement.contrast_exceptions import noun_after
from compare.judgement.rules import quote, say
from compare.language.en.contests import TURNED
from compare.model import Verdict

COMPASS = (frozenset({"north", "south"}), frozenset({"east", "west"}))
COURSES = {f"{way}{ending}": way for pair in COMPASS for way in pair for ending in ("", "ward", "wards", "bound")}


def other_direction(left: Analysed, right: Analysed) -> Verdict | None:
    """'from Osby to Lund' beside 'from Lund to Osby'."""
    if any(t.lower_ in TURNED for side in (left, right) for t in side.tokens):
        return None
    for a, b in _ways(left):
        for c, d in _ways(right):
            if a != b and (a, b) == (d, c):
                return say("conflict", f"One goes from {a} to {b}, the other from {c} to {d}.", (a, b), (c, d))
    return None


def same_ways(left: Analysed, right: Analysed) -> bool:
    """Tell 'from Osby to Lund' beside 'to Lund from Osby': one way, told in two orders."""
    ours, theirs = list(_ways(left)), list(_ways(right))
    return len(ours) == 1 and ours == theirs


def _ways(side: Analysed) -> Iterator[tuple[str, str]]:
    """Yield (start, goal) of each 'from … to …' and 'to … from …' between two names or nouns."""
    tokens = side.tokens
    for at, token in enumerate(tokens):
        if token.lower_ not in ("from", "to"):
            continue
        first, past = noun_after(tokens, at + 1)
        if first and past < len(tokens) and {token.lower_, tokens[past].lower_} == {"from", "to"}:
            second, _ = noun_after(tokens, past + 1)
            if second:
                yield (first, second) if token.lower_ == "from" else (second, first)


def other_course(left: Analysed, right: Analysed) -> Verdict | None:
    """'travelling north' beside 'travelling south'."""
    ours, theirs = _courses(left), _courses(right)
    for verb in sorted(set(ours) & set(theirs)):
        one, other = ours[verb], theirs[verb]
        if frozenset({COURSES[one], COURSES[other]}) in COMPASS:
            return say("conflict", f"One goes {quote(one)}, the other {quote(other)}.", (one,), (other,))
    return None


def _courses(side: Analysed) -> dict[str, str]:
    """Return verb → the one course that stands right behind it: 'travelling north', 'moved east'."""
    found: dict[str, str] = {}
    for at, token in enumerate(side.tokens[1:]):
        verb = side.tokens[at]
        if token.lower_ in COURSES and verb.pos_ == "VERB" and token.pos_ in ("ADV", "NOUN", "ADJ", "PROPN"):
            found[verb.lemma_.lower()] = token.lower_
    return found


def other_turn(left: Analysed, right: Analysed) -> Verdict | None:
    """'fell 4 percent' beside 'rose 4 percent': the same size, the other way."""
    names = [{t.text for t in s.tokens if t.pos_ == "PROPN"} for s in (left, right)]
    if (names[0] - names[1] and names[1] - names[0]) or _other_day(left, right):
        return None
    for a in left.figures:
        for b in right.figures:
            same = a.dimension == b.dimension and a.unit == b.unit
            if same and {a.direction, b.direction} == {"up", "down"} and (a.low, a.high) == (b.low, b.high):
                told = {"up": "a rise", "down": "a fall"}
                reason = f"One tells of {told[a.direction or '']}, the other of {told[b.direction or '']}."
                return say("conflict", reason, (a.text,), (b.text,))
    return None


def _other_day(left: Analysed, right: Analysed) -> bool:
    ours, theirs = left.moments, right.moments
    met = [same_time(a, b) for a in ours for b in theirs]
    return False in met or bool(ours) != bool(theirs)
