"""States: who or what stands on which rung of a ladder ('missing', 'charged', 'in stable condition', 'signed').

A state is read off the parse: the word of a rung (``language/en/states``) and its bearer – who it is done to, who does
it, or what it is said of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.claims.bearers import above, bearer_words, charges_nobody, subject_of, verb_bearer, whose
from compare.claims.cues import cues_at
from compare.claims.imposed import serves
from compare.language.en.cues import AWAITING, BEGINNING, FAILING, UNTIL, WISHED
from compare.language.en.people import SUSPECTS
from compare.language.en.unknowns import UNKNOWN
from compare.language.ladders import Rung, rungs
from compare.model import Claim, State
from compare.statements.clauses import main_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.claims.clause_claims import Sentence

SAID_OF = frozenset({"attr", "acomp", "oprd"})
FRAMES = frozenset({"in", "into", "on", "under", "at", "behind"})
BRINGING = frozenset({"take", "send", "rush", "transport", "put", "fly"})  # to a hospital, or anywhere
CARE = frozenset({"hospital", "treatment", "clinic", "trauma", "medical", "surgery"})
CARRYING = frozenset({"condition", "fire"})  # 'in stable condition': the noun only carries the adjective
LOCKED = frozenset({"bond", "bail", "jail", "custody", "prison"})  # 'held without bond': what holding somebody means
NOUNS = frozenset({"NOUN"})
NONE = frozenset({"no", "none", "nobody", "neither", "without"})
BODIES = frozenset({"body", "remains"})
LIFELESS = frozenset({"dead", "lifeless"})
DENYING = NONE | {"no-one", "yet"}  # 'has yet to be charged'
TIED = frozenset({"connection", "suspected", "believed", "accused"})  # 'looking for a man in connection with the fire'
SPOKEN_OF = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def state_claims(sentence: Sentence) -> Iterator[Claim]:
    """Yield the states that a statement tells, in order of place."""
    from compare.claims.clause_claims import make_claim

    parsed = sentence.parsed
    headline = parsed.statement.kind == "headline"
    found = list(_states(parsed.span, headline=headline))
    bearers = {(rung.ladder, bearer.i) for _, _, rung, bearer in found if bearer is not None}
    for token, manner, rung, bearer in found:
        if manner == "of" and (rung.ladder, token.i) in bearers:
            continue  # 'the merger was called off': the noun bears the state, and tells none
        if any(c.lower_ in WISHED for c in token.children) or charges_nobody(token):
            continue  # 'he should be jailed' tells of no state
        cues = cues_at(parsed.span, token, headline=headline)
        unknown = _unknown(token)
        cues = replace(
            cues,
            negated=unknown is not None or (manner != "denied" and not _not_guilty(token) and _negated(token, bearer)),
        )
        if _scheduled(token):
            cues = replace(cues, status="expected")
        first, last = _denied_words(token, bearer) if cues.negated else (token.i, token.i)
        words = parsed.span.doc[first : max(last, unknown.i if unknown is not None else last) + 1]
        start = parsed.offset + words.start_char
        value = State(start, start + len(words.text), words.text, rung.ladder, rung.name, rung.level)
        clause = sentence.clause_at(token)
        claim = make_claim(
            sentence,
            clause,
            "state",
            value,
            predicate=main_verb(clause.head).lemma_.lower(),
            attribute=rung.ladder,
            cues=cues,
        )
        yield replace(claim, subject=bearer_words(sentence, token, bearer))


def _denied_words(token: Token, bearer: Token | None) -> tuple[int, int]:
    """Return the first and the last word that deny a state: 'no arrests', 'motive is not known'."""
    near = [
        c for word in (token, token.head, token.head.head, bearer) if word is not None for c in (word, *word.children)
    ]
    denying = [c.i for c in near if c.dep_ == "neg" or c.lower_ in DENYING]
    first = min((i for i in denying if i < token.i), default=token.i)
    if first < token.i or not denying:
        return first, token.i
    said = [c.i for c in token.head.children if c.dep_ in {"acomp", "oprd", "attr"}]
    return first, max([i for i in denying if i > token.i] + said + [token.head.i])


def _scheduled(token: Token) -> bool:
    """Tell whether a noun is what a verb awaits: 'sentencing is set for May', 'awaits trial', 'in jail until trial'."""
    if token.dep_ == "pobj" and token.head.lower_ in UNTIL:
        return True
    verb = token.head  # 'the inquiry begins on Monday'
    if token.dep_ == "nsubj" and verb.lemma_.lower() in BEGINNING and verb.tag_ in {"VBZ", "VBP"}:
        return any(t.ent_type_ in {"DATE", "TIME"} for t in verb.subtree)
    return token.dep_ in SPOKEN_OF and token.pos_ == "NOUN" and token.head.lemma_.lower() in AWAITING


def _unknown(token: Token) -> Token | None:
    """Return the word that says of a state's noun that it is not known: 'the motive remains unclear'."""
    if token.dep_ not in {"nsubj", "nsubjpass"} or token.pos_ != "NOUN":
        return None
    near = [c for c in token.head.children if c.dep_ in {"acomp", "oprd", "attr"}]
    return next((w for w in (token.head, *near) if w.lower_ in UNKNOWN), None)


def _negated(token: Token, bearer: Token | None) -> bool:
    """Tell whether a state is said not to be: by its own verb ('was not charged'), its own noun ('no arrests'),

    its bearer ('no one was arrested') or the verb it is the subject or object of ('have not filed any charges').
    """
    if any(c.lower_ in NONE and c.i < token.i for word in (token, bearer) if word is not None for c in word.children):
        return True
    if (bearer is not None and bearer.lower_ in NONE) or token.head.lower_ == "without":
        return True
    verb = token
    if token.pos_ not in {"VERB", "AUX"}:
        here = token.head if token.dep_ == "pobj" else token  # 'was not in custody' hangs on the verb, by its 'in'
        if here.dep_ not in SPOKEN_OF | {"prep", "acomp", "oprd"} or here.head.pos_ not in {"VERB", "AUX"}:
            return False
        verb = here.head
    if verb.head.lower_ == "without" or any(c.dep_ == "neg" for c in (*verb.children, *token.children)):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in FAILING:  # 'failed to reach a deal'
        return not any(c.dep_ == "neg" for c in verb.head.children)
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in verb.head.children)


def _states(span: Iterable[Token], *, headline: bool) -> Iterator[tuple[Token, str, Rung, Token | None]]:
    table = rungs()
    for token in span:
        lemma = token.lemma_.lower()
        particles = [c.lower_ for c in token.children if c.dep_ in ("prt", "advmod")]  # 'called off', 'stepped down'
        placed = False
        for manner, bearer in _readings(token, NOUNS | {"PROPN"} if headline else NOUNS):
            known = table.get((manner, token.lower_), table.get((manner, lemma), ()))
            for particle in particles:
                known = table.get((manner, f"{lemma}_{particle}"), known)
            if _lifeless(token, bearer) and any(r.ladder == "search" and r.name == "found" for r in known):
                known = table["of", "body"]
            elif manner == "is" and _not_guilty(token):
                known = table["of", "acquittal"]
            placed = placed or (manner == "in" and bool(known) and bearer is not None)
            if placed and manner == "of":
                continue  # 'on trial for fraud' is not the trial of fraud
            for rung in known:
                yield token, manner, rung, bearer


def _lifeless(token: Token, bearer: Token | None) -> bool:
    """Tell whether who was found was dead: 'was found dead', 'found the body of'."""
    body = bearer is not None and bearer.lemma_.lower() in BODIES
    return body or not LIFELESS.isdisjoint(t.lower_ for t in token.subtree)


def _not_guilty(token: Token) -> bool:
    """Tell 'was found not guilty', which is a verdict of its own and denies none."""
    return token.lower_ == "guilty" and token.i > 0 and token.nbor(-1).lower_ == "not"


def _readings(token: Token, nouns: Set[str]) -> Iterator[tuple[str, Token | None]]:
    """Yield how a word may be meant, with the word for its bearer; ``nouns`` are the tags of nouns.

    Headlines capitalise their nouns, which makes names of them for the tagger.
    """
    if token.pos_ == "VERB":
        bearer, done = verb_bearer(token)
        carries = token.lemma_.lower() in BRINGING and not any(c.dep_ == "prt" for c in token.children)
        if carries and not any(t.lemma_.lower() in CARE for t in token.subtree):
            return
        yield ("done" if done else "does"), bearer
        if any(t.lemma_.lower() in LOCKED for t in token.subtree):
            yield "held", bearer
        if serves(token):
            yield "serves", subject_of(token)
        if any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) for c in token.children) and any(
            c.lower_ == "in" for c in token.children
        ):
            yield "itself", subject_of(token)
        yield from _hunted(token)
        if (done and token.tag_ == "VBN") or token.tag_ == "VBG":  # 'is wanted', 'has been missing'
            yield "is", bearer
        if not done and token.tag_ in {"VBN", "VBG"} and token.dep_ == "amod":
            yield "is", token.head
        return
    if token.pos_ in {"ADJ", "NOUN", "PROPN"} and token.dep_ in SAID_OF:
        denied = token.head.lemma_.lower() == "plead" and any(
            c.dep_ == "neg" for c in (*token.children, *token.head.children)
        )
        yield ("denied" if denied else "is"), subject_of(token.head)
    if token.pos_ == "ADJ" and token.dep_ == "ccomp":  # 'found Holm guilty'
        yield from (("is", c) for c in token.children if c.dep_ == "nsubj")
    if token.pos_ == "ADJ" and token.dep_ == "amod":
        frame = token.head
        if frame.lemma_.lower() in CARRYING:
            yield "is", above(frame)
        else:
            yield "is", frame
    if token.pos_ == "ADV" and token.head.pos_ == "VERB":
        yield "how", verb_bearer(token.head)[0]
    if token.lower_ == "large" and token.i and token.nbor(-1).lower_ == "at":
        yield "in", subject_of(token.head)
    if token.pos_ in nouns and token.dep_ != "compound":  # an arrest warrant is no arrest
        if token.dep_ == "pobj" and token.head.lower_ in FRAMES:
            yield "in", above(token)
        yield "of", whose(token)
        yield from _hunted(token)


def _hunted(token: Token) -> Iterator[tuple[str, Token | None]]:
    """Yield who is looked for: a suspect ('searching for the gunman', 'a hunt for those responsible'), or one named."""
    for child in token.children:
        found = [child] if child.dep_ == "dobj" else []
        if child.dep_ == "prep" and child.lower_ == "for":
            found = [c for c in child.children if c.dep_ == "pobj"]
        for one in found:
            if any(t.lemma_.lower() in SUSPECTS | TIED for t in token.subtree):
                yield "for", one
            elif one.ent_type_ == "PERSON":
                yield "after", one
