"""Is the number a rise or a fall ('fell by 3%') or a level ('fell to 3%')?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from compare.claims.amount import Amount
from compare.claims.quantity_sentence import Sentence
from compare.language.en.bounds import BETWEEN_CHANGE, DOWN, DOWN_NOUNS, OBJECT_VERBS, RISING_AUXILIARIES, UP, UP_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

Direction = Literal["up", "down"]
LEVEL = frozenset({"to", "at", "from"})
SHARES = frozenset({"percent", "percentage point"})
REACH = 7  # lexemes back to the verb of change


def direction_of(sentence: Sentence, amount: Amount, *, nouns: bool) -> Direction | None:
    """Return 'up' or 'down' where the amount is the size of a rise or a fall, None for a level.

    ``nouns``: nouns of change count as well ('an increase of 3%'), not only verbs.
    """
    if amount.dimension in {"age", "ordinal", "fraction"}:
        return None
    return _signed(sentence, amount) or _by_verb(sentence, amount) or (_by_noun(sentence, amount) if nouns else None)


def _signed(sentence: Sentence, amount: Amount) -> Direction | None:
    """'+0.3%' and '-1.3%' beside an index or a price."""
    if amount.dimension not in SHARES:
        return None
    if amount.high < 0:
        return "down"
    sign = sentence.lexemes[amount.first - 1]
    return "up" if sign.text == "+" and not sign.glued else None


def _by_verb(sentence: Sentence, amount: Amount) -> Direction | None:
    lexemes, at = sentence.lexemes, amount.first - 1
    while at >= 0 and amount.first - at <= REACH:
        word = lexemes[at].lower
        if word in UP or word in DOWN:
            if lexemes[at + 1].lower == "of":
                return None  # 'an increase of 3%': a noun
            return _turn(sentence, at, amount)
        if word == "by":
            return _turn(sentence, at, amount) or _governing(sentence.token(at))
        if word not in BETWEEN_CHANGE or (word == "to" and lexemes[at - 1].lower != "up"):
            return None
        at -= 1
    return None


def _turn(sentence: Sentence, at: int, amount: Amount) -> Direction | None:
    """Return the direction of the word of change at lexeme ``at`` (or just before its 'by')."""
    lexemes = sentence.lexemes
    by = lexemes[at].lower == "by"
    at -= by
    word = lexemes[at].lower
    if word not in UP | DOWN or (word in OBJECT_VERBS and amount.dimension not in SHARES and not by):
        return None
    if word in {"up", "down", "higher", "lower"} and not by:
        verb = sentence.before(at)
        if verb is not None and verb.pos_ == "VERB" and verb.lemma_ not in RISING_AUXILIARIES:
            return None
        if lexemes[at + 1].lower in LEVEL:
            return None
    return "up" if word in UP else "down"


def _governing(by: Token) -> Direction | None:
    """'Grow sales by 35 per cent': the verb that governs 'by', past its object."""
    head = by.head
    for _ in range(3):
        if head.lower_ in UP or head.lower_ in DOWN:
            return "up" if head.lower_ in UP else "down"
        if head.head == head:
            return None
        head = head.head
    return None


def _by_noun(sentence: Sentence, amount: Amount) -> Direction | None:
    """'An increase of 3%', 'a 4.2 per cent drop', '5% higher'."""
    lexemes, at = sentence.lexemes, amount.first - 1
    while lexemes[at].lower in BETWEEN_CHANGE - {"of"}:
        at -= 1
    words = {lexemes[at - 1].lower} if lexemes[at].lower == "of" else set()
    if amount.dimension in SHARES | {"money"}:
        words |= {lexemes[amount.past].lower}
        if sentence.token(amount.past).pos_ == "ADJ":
            words |= {lexemes[amount.past + 1].lower}
    if words & UP_NOUNS:
        return "up"
    return "down" if words & DOWN_NOUNS else None
