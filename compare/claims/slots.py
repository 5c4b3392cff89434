"""What a value is about: the slot ('killed', 'duration', 'price' …) and the word that governs it.

A slot is read off the parse: from the counted noun outwards, over its adjectives and participles, to the verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.claims.outcome import MODIFIERS, NOMINAL, outcome
from compare.language.en import outcomes as words
from compare.model import Quantity
from compare.statements.clauses import SUBJECTS, governor, main_verb

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MARKET_DIMENSIONS = frozenset({"count", "money", "percent", "percentage point"})


@dataclass(frozen=True, slots=True)
class Slot:
    """What a quantity is about."""

    attribute: str | None
    predicate: str | None  # lemma of the governing verb or noun
    anchor: Token  # the token that stands for the quantity
    bearer: str | None = None  # lemma of the noun that a length of time belongs to


def tokens_at(span: Span, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of a sentence that touch the document's characters ``start`` to ``end``."""
    return tuple(t for t in span if t.idx < end and t.idx + len(t) > start)


def anchor_of(tokens: tuple[Token, ...]) -> Token:
    """Return the token of a phrase whose head lies outside it; of several, the last noun or number."""
    inside = {t.i for t in tokens}
    outer = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    return next((t for t in reversed(outer) if t.pos_ in NOMINAL), outer[-1] if outer else tokens[-1])


def counted_noun(anchor: Token, head: str | None) -> Token:
    """Return the noun that a number counts, or the number itself where it stands alone."""
    here = anchor
    for _ in range(4):
        if head is not None and here.lemma_.lower() == head:
            return here
        if here.dep_ in MODIFIERS and here.head.pos_ in NOMINAL and here.head.i != here.i:
            here = here.head
            continue
        break
    if head is not None:  # 'hundreds of people', '31 of the victims'
        below = next((t for t in here.subtree if t.lemma_.lower() == head), None)
        if below is not None:
            return below
    return here


def _near(anchor: Token, table: dict[str, str]) -> tuple[str, str] | None:
    """Climb from a value to the clause's verb and its subject; the first word in the table names the slot."""
    here = anchor
    for _ in range(6):
        for token in (here, *(c for c in here.children if c.dep_ in SUBJECTS | {"dobj", "attr", "compound", "pobj"})):
            if token.i != anchor.i and token.lemma_.lower() in table:
                return table[token.lemma_.lower()], token.lemma_.lower()
        if here.dep_ == "ROOT" or here.head.i == here.i:
            break
        here = here.head
    return None


def _amount(quantity: Quantity, anchor: Token, top: Token) -> tuple[str | None, str | None]:
    found = _near(anchor, words.AMOUNT_NOUNS) or _near(anchor, words.AMOUNT_VERBS)
    if found:
        return found
    if quantity.head in words.AMOUNT_NOUNS:
        return words.AMOUNT_NOUNS[quantity.head], quantity.head
    if any(t.lemma_.lower() in words.MARKET_WORDS for t in top.subtree) and quantity.dimension == "percent":
        return "market", top.lemma_.lower()
    return None, top.lemma_.lower()


def _is_age(token: Token, quantity: Quantity) -> bool:
    """'Michael Walker, 23, was struck': a number between commas after a name."""
    if quantity.head is not None or not 0 < int(quantity.low or 0) < 120 or token.i < 2:
        return False
    before = token.nbor(-1)
    return (
        before.text == ","
        and before.nbor(-1).pos_ == "PROPN"
        and (token.i + 1 >= len(token.doc) or token.nbor(1).is_punct)
    )


def _is_magnitude(anchor: Token, quantity: Quantity) -> bool:
    """'a magnitude 6.3 quake', '6.8 quake'."""
    low = quantity.low
    if low is None or not 1 <= low < 10:
        return False
    near = {t.lemma_.lower() for t in (anchor.head, *anchor.head.children, *anchor.children)}
    return "magnitude" in near or (quantity.grain < 1 and bool(near & words.QUAKES))


def _of_market(token: Token) -> bool:
    """'shares', 'the pound' – but not the share of 'a share'."""
    if token.lemma_.lower() not in words.MARKET_WORDS:
        return False
    return token.lemma_.lower() != "share" or token.tag_ in {"NNS", "NNPS"}


def _in_market(anchor: Token, span: Span) -> bool:
    """A price, a level or a change of one, in a sentence about shares, indices or currencies."""
    if not any(_of_market(t) for t in span):
        return False
    here = anchor
    for _ in range(5):
        if here.lemma_.lower() in words.MOVES or any(c.lower_ in {"up", "down"} for c in here.children):
            return True
        if here.head.i == here.i:
            break
        here = here.head
    return False


def _beside(tokens: tuple[Token, ...]) -> Token | None:
    """Return what a length of time stands beside: 'a five-hour meeting', 'a meeting of five hours', 'met for hours'."""
    inside = {t.i for t in tokens}
    for token in (t for t in tokens if t.head.i not in inside):
        if token.dep_ in {"amod", "compound", "nmod", "nummod"} and token.head.pos_ == "NOUN":
            return token.head
        above = token.head.head
        if token.dep_ == "pobj" and (token.head.lower_, above.pos_) in {("of", "NOUN"), ("for", "VERB")}:
            return above
    return None


def _lag(tokens: tuple[Token, ...], span: Span) -> bool:
    """'two days later', 'within an hour', 'the past week': how far apart, not how long."""
    before = {t.lower_ for t in span if tokens[0].i - 2 <= t.i < tokens[0].i and t.pos_ != "VERB"}  # 'may last'
    after = next((t.lower_ for t in span if t.i == tokens[-1].i + 1), "")
    return after in words.LAG_AFTER or bool(before & words.LAG_BEFORE)


def slot_of(quantity: Quantity, span: Span, offset: int) -> Slot | None:
    """Return what a quantity is about; None where its words are not in the sentence."""
    tokens = tokens_at(span, quantity.start - offset, quantity.end - offset)
    if not tokens:
        return None
    anchor = anchor_of(tokens)
    top = governor(anchor)
    lemma = main_verb(top).lemma_.lower()
    if quantity.dimension == "count" and _is_age(tokens[0], quantity):
        return Slot("age", lemma, anchor)
    if quantity.dimension == "count" and _is_magnitude(anchor, quantity):
        return Slot("magnitude", lemma, anchor)
    if quantity.head is None and quantity.dimension in MARKET_DIMENSIONS and _in_market(anchor, span):
        return Slot("market", lemma, anchor)
    if quantity.dimension == "count":
        noun = counted_noun(anchor, quantity.head)
        found = outcome(noun)
        return Slot(found or "count", lemma, anchor)
    plain = quantity.dimension.split(" per ")[0]
    if plain == "age":
        return Slot("age", lemma, anchor)
    if plain in {"money", "percent", "multiple", "fraction"}:
        attribute, predicate = _amount(quantity, anchor, top)
        return Slot(attribute or ("amount" if plain == "money" else "share"), predicate, anchor)
    if quantity.dimension == "duration":
        beside = _beside(tokens)
        lasting = (lemma in words.DURATION_VERBS or beside is not None) and not _lag(tokens, span)
        bearer = beside.lemma_.lower() if beside is not None else None
        return Slot("duration" if lasting else "period", lemma, anchor, bearer)
    return Slot(outcome(anchor) or quantity.dimension, lemma, anchor)
