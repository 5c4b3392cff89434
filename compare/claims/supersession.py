"""Figures that a later one replaced: 'an earlier toll of 15', 'rose from 15', 'had said 15'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.attribution import climb
from compare.claims.modality import auxiliaries, looks_back
from compare.language.en.cues import EARLIER_ADVERBS, EARLIER_MODIFIERS, EARLIER_NOUNS, EARLIER_VERBS, MOVING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token


def superseded(phrase: list[Token], clause: Token) -> bool:
    """Tell whether the words say that what they give was overtaken."""
    for word in phrase:
        chain = (word, word.head.head) if word.dep_ == "pobj" else (word,)
        for noun in chain:
            earlier = any(c.lower_ in EARLIER_MODIFIERS for c in noun.children)
            if earlier and noun.lemma_.lower() in EARLIER_NOUNS:
                return True
            if earlier and word is phrase[0] and any(c.like_num for c in (word, *word.children)):
                return not any(c.lower_ == "first" for c in noun.children)
        if word.dep_ == "pobj" and word.head.lower_ == "from" and _moves(word.head.head, word):
            return True
    below: Token | None = None
    for verb in climb(clause):
        if verb.pos_ == "VERB" and verb.lemma_.lower() in EARLIER_VERBS and _earlier(verb, below):
            return True
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        told = below is not None and subject is not None and subject.lemma_.lower() in EARLIER_NOUNS
        if told and subject is not None and any(c.lower_ in EARLIER_MODIFIERS for c in subject.children):
            return True
        below = verb
    return False


def _moves(governor: Token, number: Token) -> bool:
    """Tell 'rose from 15', 'up from 15', 'revised from 15': the number was left behind."""
    counts = number.like_num or any(c.like_num for c in number.children) or number.ent_type_ in ("MONEY", "PERCENT")
    return counts and (governor.lemma_.lower() in MOVING_VERBS or governor.lower_ in ("up", "down"))


def _earlier(verb: Token, below: Token | None) -> bool:
    """Tell 'had said', 'initially put', 'previously reported' from plain saying."""
    if any(c.lower_ in EARLIER_ADVERBS - {"earlier"} and c.dep_ == "advmod" for c in verb.children):
        return looks_back(verb, headline=False) is not False
    pluperfect = any(a.lower_ in ("had", "'d", "’d") and a.tag_ == "VBD" for a in auxiliaries(verb))
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return pluperfect and below is not None and below.dep_ == "ccomp" and not passive
