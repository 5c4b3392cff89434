"""Hedges: the words that keep a writer from vouching for what is said, as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.modality import auxiliaries
from compare.language.en.cues import APPROXIMATING, HEDGING_ADVERBS, HEDGING_MODIFIERS, HEDGING_VERBS, POSSIBLE_MODALS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLACES = ("pobj", "dobj", "nsubj", "nsubjpass", "attr", "nummod", "conj", "appos", "npadvmod", "quantmod")


def hedges(span: Span, phrase: list[Token], clause: Token) -> tuple[str, ...]:
    """Return the hedges of a clause and of the phrase that leads up to it, in order of place."""
    found: dict[int, str] = {}
    words = [w for w in phrase if w.dep_ in _PLACES]
    for word in words:
        for child in word.children:
            if child.lower_ in HEDGING_ADVERBS | HEDGING_MODIFIERS | APPROXIMATING and child.i < word.i:
                found[child.i] = child.text
    if phrase and phrase[0].i > span.start and phrase[0].nbor(-1).lower_ in APPROXIMATING and phrase[0].like_num:
        found[phrase[0].i - 1] = phrase[0].nbor(-1).text
    for verb in _vouchers(clause):
        for child in verb.children:
            if child.lower_ in HEDGING_ADVERBS and child.dep_ in ("advmod", "acomp", "amod"):
                found[child.i] = child.text
        for aux in auxiliaries(verb):
            if aux.lower_ in POSSIBLE_MODALS:
                found[aux.i] = aux.text
        if verb.i != clause.i and verb.lemma_.lower() in HEDGING_VERBS:
            found[verb.i] = verb.text
    return tuple(found[i] for i in sorted(found) if span.start <= i < span.end)


def _vouchers(clause: Token) -> list[Token]:
    """Return the clause and the verbs above whose doubt reaches it: 'is believed to have died', 'may begin to …'."""
    found = [clause]
    while clause.dep_ in ("xcomp", "ccomp") and clause.head.pos_ in ("VERB", "AUX", "ADJ"):
        head = clause.head
        reaches = clause.dep_ == "xcomp" or head.lemma_.lower() in HEDGING_VERBS
        if not reaches:
            break
        found.append(head)
        clause = head
    return found
