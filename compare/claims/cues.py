"""How a clause is meant: expected, reported, denied or superseded; negated; hedged; and by whom it is said.

The judgement is read off the dependency parse with closed word lists (``language/en/cues.py`` and ``saying.py``), in
the spirit of factuality profiling (Saurí & Pustejovsky 2012): a clause's status is what its own modals say, else
what its governors leave open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.attribution import climb, speakers
from compare.claims.ending import at_end
from compare.claims.hedging import hedges
from compare.claims.modality import expectation, governed_expectation, looks_back, negated
from compare.claims.supersession import superseded
from compare.language.en.cues import (
    EXPECTING_ADJECTIVES,
    EXPECTING_MODIFIERS,
    EXPECTING_NOUNS,
    FORETELLING,
    PRESUPPOSING,
    SEEKING,
    TEMPORAL,
)
from compare.language.en.saying import DENYING, DENYING_NOUNS
from compare.model import Cues

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def cues_at(span: Span, token: Token, headline: bool = False) -> Cues:
    """Return how the clause of ``token`` is meant.

    ``token`` is a verb, or any word of ``span`` whose clause is found by climbing to the nearest verb.  In a
    ``headline`` the present tense tells of the past ('Raid kills 35').  Pure: the same parse gives the same cues.
    """
    clause = clause_of(token)
    phrase = _phrase(token, clause)
    if phrase and phrase[-1].dep_ in ("nsubj", "nsubjpass"):
        clause = _raised(clause)
    status = _status(phrase, clause)
    return Cues(
        status=status,  # type: ignore[arg-type]  # one of the four literals by construction
        negated=_negated(phrase, clause),
        hedges=hedges(span, phrase, clause),
        said_by=speakers(span, clause, inside=_argument(phrase)) or tuple(filter(None, [at_end(span, token)])),
        past=_past(clause, headline or _looks_like_headline(span)),
    )


def clause_of(token: Token) -> Token:
    """Return the nearest verb that governs ``token`` (itself when it is one), else the root of its sentence."""
    last = token
    for last in climb(token):
        if last.pos_ in ("VERB", "AUX") and last.dep_ not in ("aux", "auxpass", "amod", "compound"):
            return last
    return last


def _raised(clause: Token) -> Token:
    """Return the verb whose subject was raised: in '15 people are expected to die' the 15 are those who die."""
    while True:
        below = next((c for c in clause.children if c.dep_ == "xcomp" and c.tag_ in ("VB", "VBN")), None)
        if below is None:
            adjective = next((c for c in clause.children if c.dep_ == "acomp"), None)
            below = next((c for c in adjective.children if c.dep_ == "xcomp"), None) if adjective is not None else None
            if below is None or adjective is None or adjective.lower_ not in EXPECTING_ADJECTIVES | {"able", "unable"}:
                return clause
        passive = any(c.dep_ == "auxpass" for c in clause.children)
        raises = passive or clause.lemma_.lower() in ("be", "appear", "seem", "go", "continue", "begin", "start")
        if not raises or not any(c.lower_ == "to" for c in below.children):
            return clause
        clause = below


def _phrase(token: Token, clause: Token) -> list[Token]:
    """Return the words from ``token`` up to (not with) its clause: the noun phrases it stands in."""
    found = []
    for word in climb(token):
        if word.i == clause.i:
            break
        found.append(word)
    return found


def _argument(phrase: list[Token]) -> Token | None:
    """Return the object that the phrase ends in, None where it is the subject or there is no phrase."""
    return phrase[-1] if phrase and phrase[-1].dep_ in ("dobj", "attr", "oprd") else None


# --- status ---------------------------------------------------------------------------------------


def _status(phrase: list[Token], clause: Token) -> str:
    if _denied(phrase, clause):
        return "denied"
    foretold = _foretold(phrase, clause)
    if not foretold and superseded(phrase, clause):
        return "superseded"
    return "expected" if foretold else "reported"


def _denied(phrase: list[Token], clause: Token) -> bool:
    """Tell whether a verb or noun of denial governs what is said, without being negated itself."""
    below: Token = clause
    for word in (w for w in climb(clause) if w.i != clause.i):
        if word.lemma_.lower() in DENYING and word.pos_ == "VERB" and below.dep_ in ("ccomp", "xcomp", "dobj"):
            return not negated(word)
        if word.lemma_.lower() in DENYING_NOUNS and below.dep_ in ("ccomp", "acl", "prep", "pcomp"):
            return True
        below = word
    if clause.lemma_.lower() in DENYING and clause.pos_ == "VERB":
        object_chain = phrase and phrase[-1].dep_ in ("dobj", "nsubjpass")
        return bool(object_chain) and not negated(clause)
    return False


def _foretold(phrase: list[Token], clause: Token) -> bool:
    if any(_foretold_noun(word) for word in phrase):
        return True
    if any(word.dep_ == "pobj" and word.head.lower_ in PRESUPPOSING for word in phrase):
        return False
    governed = phrase[-1].dep_ if phrase else ""
    if clause.lemma_.lower() in FORETELLING and governed in ("dobj", "nsubjpass", "prep"):
        return True
    if clause.lemma_.lower() in SEEKING and governed == "dobj" and not negated(clause):
        return True
    verb = clause
    while True:
        own = expectation(verb)
        if own is not None:
            return own == "expected"
        if _likely_state(verb):
            return True
        head = verb.head
        if head.i == verb.i:
            return _bare_infinitive(verb)
        allowed = governed_expectation(verb, head)
        if allowed is not None:
            return allowed == "expected"
        if verb.dep_ == "advcl" and _tied(verb):
            verb = head
            continue
        if looks_back(verb, headline=False) is not None and verb.dep_ != "xcomp":
            return False
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            return False  # 'the deal signed on Friday will …'
        carrier = _carrier(verb, head)
        if carrier is None:
            return False
        verb = carrier


def _tied(verb: Token) -> bool:
    """Tell a clause tied to the time of what it hangs on: 'will stay until the talks resume'."""
    tie = next((c for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i), None)
    return tie is not None and tie.lower_ in TEMPORAL and verb.head.pos_ in ("VERB", "AUX")


def _carrier(verb: Token, head: Token) -> Token | None:
    """Return the verb above whose status a clause without tense of its own shares."""
    if verb.dep_ in ("xcomp", "conj", "advcl", "ccomp", "acl", "pcomp", "acomp", "dobj", "prep", "oprd"):
        for word in climb(head):
            if word.pos_ in ("VERB", "AUX"):
                return word
    return None


def _foretold_noun(word: Token) -> bool:
    if any(c.lower_ in EXPECTING_MODIFIERS and c.dep_ in ("amod", "advmod") for c in word.children):
        return True
    if any(c.dep_ in ("relcl", "acl") and _promises(c) for c in word.children):
        return True
    return (
        word.dep_ == "pobj" and word.head.head.lemma_.lower() in EXPECTING_NOUNS and word.head.lower_ in ("for", "of")
    )


def _promises(clause: Token) -> bool:
    """Tell 'hours it had initially promised' and 'hours planned' from clauses that say something else of the noun."""
    own_object = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in clause.children)
    return clause.lemma_.lower() in FORETELLING and not own_object


def _likely_state(verb: Token) -> bool:
    """Tell 'there was likely a meeting': 'likely' on a bare form of 'be', not on a deed ('likely discussed')."""
    return verb.lemma_ == "be" and any(c.lower_ in ("likely", "unlikely") for c in verb.children)


def _bare_infinitive(verb: Token) -> bool:
    """Tell the headline's future: 'Leaders to hold talks'."""
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


# --- negation, tense -------- ----------------------------------------------------------------------


def _negated(phrase: list[Token], clause: Token) -> bool:
    for word in phrase:
        if word.dep_ == "pobj" and word.head.lower_ == "without":
            return True
        if word.dep_ in ("pobj", "conj") and any(c.lower_ == "no" and c.dep_ == "det" for c in word.children):
            return True
    return clause.pos_ in ("VERB", "AUX") and negated(clause)


def _past(clause: Token, headline: bool) -> bool:
    """Tell whether the clause looks back; one without tense of its own has that of the clause above."""
    verb = clause
    infinitive = False
    while True:
        own = looks_back(verb, headline)
        if own is not None:
            return own
        helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        if {"to", "have"} <= helpers:
            return True
        infinitive = infinitive or "to" in helpers
        if verb.head.i == verb.i:
            return not infinitive and (verb.tag_ in ("VBN", "VBD") or verb.pos_ not in ("VERB", "AUX"))
        verb = verb.head


def _looks_like_headline(span: Span) -> bool:
    """Tell a headline from a sentence where nobody said so: short and without a mark at its end."""
    return len(span) <= 18 and span[-1].text not in ".!?:;”\"'’)…" and not span.text.rstrip().endswith("...")
