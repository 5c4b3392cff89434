"""What a court has laid on somebody: 'ordered to be held', 'will spend 20 years in prison' tell of no plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.language.en.cues import CONDITIONS
from compare.language.en.penalties import (
    BY_PASSIVE,
    BY_THEMSELVES,
    COMING,
    LOCKED,
    ORDERING,
    SERVING,
    STAYING,
    TERMS,
    TIMES,
    WHOLE,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def ordered(verb: Token, head: Token) -> bool:
    """Tell 'was ordered to be held', 'ordered the firm to pay': the order is given, whatever comes of it."""
    if verb.dep_ not in ("xcomp", "ccomp") or head.lemma_.lower() not in ORDERING:
        return False
    lemma = verb.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return lemma in BY_PASSIVE if passive else lemma in BY_THEMSELVES


def serves(verb: Token) -> bool:
    """Tell 'will spend 20 years in prison', 'will remain in jail': what was passed on somebody, or goes on.

    What a condition hangs on ('if convicted'), or what only could be, is not passed yet.
    """
    if verb.lemma_.lower() not in SERVING | STAYING or any(
        c.tag_ == "MD" and c.lower_ not in COMING for c in verb.children
    ):
        return False
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.lower_ in CONDITIONS for c in child.children):
            return False
    inside = [t for t in verb.subtree if t.i > verb.i]
    if any(t.lower_ in CONDITIONS for t in inside):
        return False  # 'if convicted', however it hangs on the sentence
    if not any(t.lemma_.lower() in LOCKED | TERMS for t in inside):
        return False
    return verb.lemma_.lower() in STAYING or any(_term(t) for t in inside)


def _term(token: Token) -> bool:
    """Tell '20 years', 'life', 'the rest of his life', 'a long sentence' from 'this year'."""
    lemma = token.lemma_.lower()
    counted = any(c.dep_ == "nummod" for c in token.children)
    return lemma in TERMS or lemma in WHOLE or (lemma in TIMES and counted)
