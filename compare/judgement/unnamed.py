"""Two people whom nobody names: may 'the man, 39' and 'another man, 20' be one?

What an article says of each decides: 'another', 'a second', how many they are, where they come from, what part they had
in it, what became of them, how old they are.  Where an article tells of several such people and nothing said of these
two is the same, nobody knows that they are one, and neither does a report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.claims.outcome import outcome
from compare.claims.slots import tokens_at
from compare.judgement.analysed import Analysed
from compare.language.en.people import ANYBODY, FURTHER, ONE_OF_SEVERAL, PARTS, SUSPECTS, VICTIMS
from compare.model import Claim, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

APART = frozenset(
    {"killed", "wounded", "arrested", "missing"}
)  # who was only hurt did not die, who was held was not hurt


@dataclass(frozen=True, slots=True)
class Told:
    """What a statement says of somebody it does not name."""

    which: frozenset[str]  # 'another', 'second'
    many: bool  # more than one
    ages: frozenset[object]
    homes: frozenset[str]
    parts: frozenset[str]  # 'suspect', 'driver'
    fate: str | None


def surely_two(left: Analysed, a: Claim, right: Analysed, b: Claim, *, several: bool = False) -> bool:
    """Tell whether two claims are about two people, or about one of several who is not told apart.

    ``several``: one of the articles tells of more such people.  False where one is named, or is no person at all.
    """
    one, other = _told(left, a), _told(right, b)
    if one is None or other is None:
        return False
    counted = not (a.cues.negated or b.cues.negated)  # 'no suspects' are not several
    if one.which != other.which or (counted and one.many != other.many) or ONE_OF_SEVERAL & one.which & other.which:
        return True
    pairs = ((one.homes, other.homes), (one.parts, other.parts))
    if any(x and y and not x & y for x, y in pairs):
        return True
    if (
        several
        and not one.many
        and not any(x & y for x, y in (*pairs, (one.ages, other.ages)))
        and one.fate != other.fate
    ):
        return True
    if one.fate != other.fate and {one.fate, other.fate} <= APART and a.kind == b.kind == "quantity":
        return True
    return a.kind != "quantity" and bool(one.ages and other.ages) and not one.ages & other.ages


def _told(side: Analysed, claim: Claim) -> Told | None:
    person = _person(side, claim)
    if person is None:
        return None
    near = list(_description(person))
    words = {t.lower_ for t in near} | {t.lemma_.lower() for t in near}
    ages = {
        c.value.low for c in side.claims if isinstance(c.value, Quantity) and _is_age(c) and _touches(side, c, near)
    }
    homes = {
        home.lower_
        for t in near
        if t.dep_ == "prep" and t.lower_ in {"from", "of"}
        for home in t.children
        if home.pos_ == "PROPN"
    }
    return Told(
        frozenset(words & (FURTHER if claim.cues.negated else FURTHER | ONE_OF_SEVERAL)),  # 'no one' is none of several
        person.tag_ in {"NNS", "NNPS"},
        frozenset(ages),
        frozenset(homes),
        frozenset(_part(w) for w in words & (SUSPECTS | VICTIMS | PARTS)),
        outcome(person),
    )


def _part(word: str) -> str:
    return "suspect" if word in SUSPECTS else "victim" if word in VICTIMS else word


def _person(side: Analysed, claim: Claim) -> Token | None:
    """Return the noun of whom a claim is about; None where that is a name, or nobody is spoken of."""
    parsed = next((p for p in side.parsed if p.statement.id == claim.statement), None)
    if parsed is None:
        return None
    start, end = (claim.start, claim.end) if claim.value is None else (claim.value.start, claim.value.end)
    here = tokens_at(parsed.span, start - parsed.offset, end - parsed.offset)
    nouns = [t for t in parsed.span if t.pos_ in {"NOUN", "ADJ"} and t.lemma_.lower() in ANYBODY]
    if claim.kind != "quantity":
        nouns = [t for t in nouns if t.lemma_.lower() in claim.subject]
    named = {n.key for n in side.names if n.kind == "person"}
    if not here or not nouns or (claim.kind != "quantity" and named & set(claim.subject)):
        return None
    return min(nouns, key=lambda t: (abs(t.i - here[0].i), t.i))


def _description(person: Token) -> Iterator[Token]:
    """Yield the words that describe somebody: what stands before the noun, and what it is called beside."""
    yield person
    if person.dep_ == "pobj" and person.head.lower_ == "of":
        yield person.head.head  # 'one of the men', 'another of the victims'
    for token in (person, *((person.head,) if person.dep_ == "appos" else ())):
        yield token
        for child in token.children:
            if child.dep_ in {"det", "amod", "compound", "nummod", "prep", "nmod"}:
                yield child
            if child.dep_ == "appos":
                yield child
                yield from child.children


def _is_age(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and "age" in {claim.attribute, claim.value.dimension}


def _touches(side: Analysed, claim: Claim, near: list[Token]) -> bool:
    parsed = next((p for p in side.parsed if p.statement.id == claim.statement), None)
    if parsed is None or claim.value is None:
        return False
    at = tokens_at(parsed.span, claim.value.start - parsed.offset, claim.value.end - parsed.offset)
    places = {t.i for t in near}
    return any(t.i in places or t.head.i in places for t in at)
