"""Who bears a state, as words: a name, or the noun with whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.language.en.people import KIN, VICTIMS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.claims.clause_claims import Sentence

OWNING = frozenset({"her", "his", "their"})
OF = "of "  # begins the word that says whose kin a bearer is


def charges_nobody(state: Token) -> bool:
    """Tell whether a charge is none of a court's: 'the charge that they lied'."""
    if state.lemma_.lower() != "charge" or state.pos_ != "NOUN":
        return False
    claims = (c for c in state.children if c.dep_ in ("acl", "ccomp"))
    return any(c.lower_ == "that" and c.dep_ == "mark" for claim in claims for c in claim.children)


def bearer_words(sentence: Sentence, state: Token, bearer: Token | None) -> tuple[str, ...]:
    """Return the bearer of a state as name keys and lemmas, its head first; () where none is told.

    The mother of Holm is no Holm: she is ('mother', 'of holm').  A body is its own bearer.
    """
    if bearer is None:
        lemma = state.lemma_.lower()
        return (lemma,) if lemma in VICTIMS and state.pos_ == "NOUN" else ()
    words = sentence.phrase(bearer)
    if bearer.lemma_.lower() not in KIN or not words or words[0] != bearer.lemma_.lower():
        return words
    kin = [bearer, *(c for c in bearer.children if c.dep_ == "conj" and c.lemma_.lower() in KIN)]
    own = [c for k in kin for c in k.children]
    whose = [c for c in own if c.dep_ == "poss"] + [g for c in own if c.lower_ == "of" for g in c.children]
    if any(w.lower_ in OWNING for w in whose):
        keys = {n.key for n in sentence.names if n.kind == "person"} - set(words)
    else:
        keys = {n.key for n in sentence.names_in([t for w in whose for t in w.subtree]) if n.kind == "person"}
    return (*(w for w in words if w not in keys), *(OF + key for key in sorted(keys)))
