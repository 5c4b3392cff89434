"""Which way something went: from here to there, north or south, up or down by as much."""

from __future__ import annotations

from collections.abc import Iterator

from compare.claims.same_time import same_time
from compare.judgement.analysed import Analysed
from compare.judgement.contrast_exceptions import noun_after
from compare.judgement.rules import quote, say
from compare.language.en.contests import TURNED
from compare.model import Quantity, Verdict

COMPASS = (
    frozenset({"north", "south"}),
    frozenset({"east", "west"}),
    *(
        frozenset(pair.split())
        for pair in (
            "uphill downhill", "upstream downstream", "up down", "inland offshore", "in out", "inside outside",
            "clockwise anticlockwise", "clockwise counterclockwise", "left right", "for back", "upstairs downstairs",
        )
    ),
)  # fmt: skip
ENDINGS = ("", "ward", "wards", "bound")
COURSES = {f"{way}{ending}": way for pair in COMPASS for way in pair for ending in ENDINGS}
for short in ("up", "down", "in", "out", "for"):  # 'went up' is said of prices; 'moved upwards' of things
    del COURSES[short]
# What may stand behind a measure and say on which side of a mark it lies.
SIDES = frozenset(
    frozenset(pair.split())
    for pair in (
        "below above", "below over", "under over", "under above", "before after", "ahead behind", "earlier later",
        "faster slower", "early late", "lower higher", "less more", "fewer more", "shorter longer", "north south",
        "east west",
        "smaller larger", "smaller bigger", "cheaper dearer", "lighter heavier", "younger older", "inside outside",
        "upstream downstream",
    )
)  # fmt: skip
MUTUAL = frozenset("talk speak listen connect link relate compare marry belong tie near come go".split())


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
        if verb.lower_ == "the" and at > 1 and side.tokens[at - 1].lower_ == "from":
            verb = side.tokens[at - 2]  # 'blowing from the west'
        if token.lower_ in COURSES and verb.pos_ == "VERB" and token.pos_ in ("ADV", "NOUN", "ADJ", "PROPN", "ADP"):
            found[verb.lemma_.lower()] = token.lower_
    return found


def other_receiver(left: Analysed, right: Analysed) -> Verdict | None:
    """'rebels handed the town to the army' beside 'the army handed the town to rebels'."""
    for verb, giver, receiver in _given(left):
        if (verb, receiver, giver) in set(_given(right)):
            reason = f"In one {giver} gives and {receiver} receives, in the other the other way round."
            return say("conflict", reason, (verb,), (verb,))
    return None


def _given(side: Analysed) -> Iterator[tuple[str, str, str]]:
    """Yield (verb, doer, to whom) of each clause that names all three."""
    for verb in side.tokens:
        if verb.pos_ != "VERB" or verb.lemma_.lower() in MUTUAL:
            continue
        doers = [c for c in verb.children if c.dep_ == "nsubj"]
        to = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"]
        ends = [p for c in to for p in c.children if p.dep_ == "pobj"]
        ends += [c for c in verb.children if c.dep_ == "dative" and c.pos_ in ("NOUN", "PROPN")]
        for doer in doers:
            for end in ends:
                if {doer.pos_, end.pos_} <= {"NOUN", "PROPN"} and doer.lemma_ != end.lemma_:
                    yield verb.lemma_.lower(), doer.lemma_.lower(), end.lemma_.lower()


def other_side(left: Analysed, right: Analysed) -> Verdict | None:
    """'40 cm below its level' beside '40 cm above its level': one measure, two sides of the mark."""
    theirs = _sided(right)
    for figure, word, mark in _sided(left):
        for other, opposite, level in theirs:
            same = (figure.low, figure.high, figure.unit) == (other.low, other.high, other.unit)
            same = same and (mark == level or not mark or not level)
            if same and frozenset({word, opposite}) in SIDES:
                return say("conflict", f"One says {quote(word)}, the other {quote(opposite)}.", (word,), (opposite,))
    return None


def _sided(side: Analysed) -> list[tuple[Quantity, str, str]]:
    """Return the figures of a side with the word of place or order behind them and the noun that this hangs on."""
    found = []
    for figure in side.figures:
        behind = [t for p in side.parsed for t in p.span if p.offset + t.idx >= figure.end][:6]
        at = next((n for n, t in enumerate(behind[:2]) if any(t.lower_ in pair for pair in SIDES)), None)
        if at is not None:
            mark = next((t.lemma_.lower() for t in behind[at + 1 :] if t.pos_ in ("NOUN", "PROPN")), "")
            found.append((figure, behind[at].lower_, mark))
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
