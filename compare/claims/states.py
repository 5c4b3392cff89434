"""States: who or what stands on which rung of a ladder ('missing', 'charged', 'in stable condition', 'signed').

A state is read off the parse: the word of a rung (``language/en/states``) and its bearer – who it is done to, who does
it, or what it is said of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.claims.bearers import bearer_words, charges_nobody
from compare.claims.cues import cues_at
from compare.claims.imposed import serves
from compare.language.en.cues import AWAITING, BEGINNING, FAILING, UNTIL, WISHED
from compare.language.en.penalties import ABOUT, NAMING, TIMES
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
LIFELESS = frozenset({"dead", "lifeless"})
DENYING = NONE | {"no-one", "yet"}  # 'has yet to be charged'
TIED = frozenset({"connection", "suspected", "believed", "accused"})  # 'looking for a man in connection with the fire'
SPOKEN_OF = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def state_claims(sentence: Sentence) -> Iterator[Claim]:
    """Yield the states that a statement tells, in order of place."""
    from compare.claims.clause_claims import make_claim

    parsed = sentence.parsed
    headline = parsed.statement.kind == "headline"
    for token, manner, rung, bearer in _states(parsed.span, headline=headline):
        if any(c.lower_ in WISHED for c in token.children) or charges_nobody(token):
            continue  # 'he should be jailed' tells of no state
        cues = cues_at(parsed.span, token, headline=headline)
        unknown = _unknown(token)
        cues = replace(cues, negated=unknown is not None or (manner != "denied" and _negated(token, bearer)))
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
        for manner, bearer in _readings(token, NOUNS | {"PROPN"} if headline else NOUNS):
            dead = (manner, lemma) == ("done", "find") and not LIFELESS.isdisjoint(t.lower_ for t in token.subtree)
            known = table["of", "body"] if dead else table.get((manner, lemma), ())
            for rung in known if dead else table.get((manner, token.lower_), known):
                yield token, manner, rung, bearer


def _readings(token: Token, nouns: Set[str]) -> Iterator[tuple[str, Token | None]]:
    """Yield how a word may be meant, with the word for its bearer; ``nouns`` are the tags of nouns.

    Headlines capitalise their nouns, which makes names of them for the tagger.
    """
    if token.pos_ == "VERB":
        bearer, done = _verb_bearer(token)
        if token.lemma_.lower() in BRINGING and not any(t.lemma_.lower() in CARE for t in token.subtree):
            return
        yield ("done" if done else "does"), bearer
        if any(t.lemma_.lower() in LOCKED for t in token.subtree):
            yield "held", bearer
        if serves(token):
            yield "serves", _subject(token)
        if any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) for c in token.children) and any(
            c.lower_ == "in" for c in token.children
        ):
            yield "itself", _subject(token)
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
        yield ("denied" if denied else "is"), _subject(token.head)
    if token.pos_ == "ADJ" and token.dep_ == "amod":
        frame = token.head
        if frame.lemma_.lower() in CARRYING:
            yield "is", _above(frame)
        else:
            yield "is", frame
    if token.pos_ == "ADV" and token.head.pos_ == "VERB":
        yield "how", _verb_bearer(token.head)[0]
    if token.lower_ == "large" and token.i and token.nbor(-1).lower_ == "at":
        yield "in", _subject(token.head)
    if token.pos_ in nouns and token.dep_ != "compound":  # an arrest warrant is no arrest
        if token.dep_ == "pobj" and token.head.lower_ in FRAMES:
            yield "in", _above(token)
        yield "of", _of(token)
        yield from _hunted(token)


def _hunted(token: Token) -> Iterator[tuple[str, Token | None]]:
    """Yield the suspect who is looked for: 'searching for the gunman', 'a hunt for those responsible'."""
    for child in token.children:
        found = [child] if child.dep_ == "dobj" else []
        if child.dep_ == "prep" and child.lower_ == "for":
            found = [c for c in child.children if c.dep_ == "pobj"]
        for one in found:
            if any(t.lemma_.lower() in SUSPECTS | TIED for t in token.subtree):
                yield "for", one


def _verb_bearer(token: Token) -> tuple[Token | None, bool]:
    """Return who bears the state that a verb tells, and whether it is done to them."""
    joined = token.dep_ == "conj" and not any(c.dep_ in {"nsubj", "dobj", "aux"} for c in token.children)
    if joined and any(c.dep_ == "auxpass" for c in token.head.children):  # 'was arrested and charged'
        return _subject(token), True
    passive = token.tag_ == "VBN" and (
        any(c.dep_ in {"nsubjpass", "auxpass", "agent"} for c in token.children)
        or (token.dep_ in {"acl", "amod", "ROOT", "relcl"} and not any(c.dep_ == "aux" for c in token.children))
    )
    if passive:
        subject = next((c for c in token.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
        return subject or (token.head if token.dep_ in {"acl", "amod"} else _subject(token)), True
    for child in token.children:
        if child.dep_ in {"dobj", "dative"}:
            return child, True
    return _subject(token), False


def _subject(token: Token) -> Token | None:
    """Return the subject of a verb, or of the verbs it is joined to or hangs on."""
    here = token
    for _ in range(4):
        found = next((c for c in here.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if found is not None:
            return here.head if found.tag_ in {"WDT", "WP"} and here.dep_ == "relcl" else found
        if here.head.i == here.i:
            return None
        here = here.head
    return None


def _above(token: Token) -> Token | None:
    """Return what stands in a state told by a phrase: 'the boy in custody', 'he is in critical condition'."""
    here = token.head
    while (here.pos_ == "ADP" or here.lemma_.lower() in TIMES) and here.head.i != here.i:
        here = here.head
    if here.pos_ in {"NOUN", "PROPN"}:
        return here
    # 'took a man into custody', but 'spend ten years in jail'
    taken = next((c for c in here.children if c.dep_ == "dobj" and c.lemma_.lower() not in TIMES), None)
    return taken or _subject(here)


def _of(token: Token) -> Token | None:
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
        return one.head if one.dep_ == "appos" else _subject(one)
    return next((c for c in token.children if c.dep_ == "compound"), None)
