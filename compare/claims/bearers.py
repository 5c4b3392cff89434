"""Who bears a state: the word for it, read off the parse, and its phrase – a name, or the noun with whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.language.en.penalties import ABOUT, NAMING, TIMES
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


def verb_bearer(token: Token) -> tuple[Token | None, bool]:
    """Return who bears the state that a verb tells, and whether it is done to them."""
    joined = token.dep_ == "conj" and not any(c.dep_ in {"nsubj", "dobj", "aux"} for c in token.children)
    if joined and any(c.dep_ == "auxpass" for c in token.head.children):  # 'was arrested and charged'
        return subject_of(token), True
    passive = token.tag_ == "VBN" and (
        any(c.dep_ in {"nsubjpass", "auxpass", "agent"} for c in token.children)
        or (token.dep_ in {"acl", "amod", "ROOT", "relcl"} and not any(c.dep_ == "aux" for c in token.children))
    )
    if passive:
        subject = next((c for c in token.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
        return subject or (token.head if token.dep_ in {"acl", "amod"} else subject_of(token)), True
    for child in token.children:
        if child.dep_ in {"dobj", "dative"}:
            return child, True
    return subject_of(token), False


def subject_of(token: Token) -> Token | None:
    """Return the subject of a verb, or of the verbs it is joined to or hangs on."""
    here = token
    for _ in range(4):
        # the parser sometimes hangs the subject on the auxiliary: 'the bridge was closed'
        near = [*here.children, *(c for aux in here.children if aux.dep_ in {"aux", "auxpass"} for c in aux.children)]
        found = next((c for c in near if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if found is not None:
            return here.head if found.tag_ in {"WDT", "WP"} and here.dep_ == "relcl" else found
        if here.head.i == here.i:
            return None
        here = here.head
    return None


def above(token: Token) -> Token | None:
    """Return what stands in a state told by a phrase: 'the boy in custody', 'he is in critical condition'."""
    here = token.head
    while (here.pos_ == "ADP" or here.lemma_.lower() in TIMES) and here.head.i != here.i:
        here = here.head
    if here.pos_ in {"NOUN", "PROPN"}:
        return here
    # 'took a man into custody', but 'spend ten years in jail'
    taken = next((c for c in here.children if c.dep_ == "dobj" and c.lemma_.lower() not in TIMES), None)
    return taken or subject_of(here)


def whose(token: Token) -> Token | None:
    """Return whose state a noun is: 'the arrest of Smith', 'Smith’s arrest', 'a warrant for Smith'."""
    for child in token.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "against"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in NAMING:  # 'the indictment accuses Roe of theft'
        return next((c for c in token.head.children if c.dep_ == "dobj"), None)
    if token.dep_ == "pobj" and token.head.head.lemma_.lower() in ABOUT:
        one = token.head.head
        return one.head if one.dep_ == "appos" else subject_of(one)
    return next((c for c in token.children if c.dep_ == "compound"), None)
