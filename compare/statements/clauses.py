"""The clauses of a sentence, read off its dependency parse: who did what to whom.

Roles are logical, not grammatical: in 'the bill was rejected by the house' the house is the subject.
Labels are those of the ClearNLP scheme that spaCy's English models use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from compare.language.en.outcomes import CARRIER_VERBS, NEGATIVE_CARRIERS
from compare.language.en.saying import SPEAKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

HEADS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "csubjpass", "xcomp"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither", "nor", "never", "not", "n't"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its governing word, its own words, and the roles filled."""

    head: Token
    tokens: tuple[Token, ...]  # its own words, without those of embedded clauses
    subject: Token | None
    object: Token | None
    passive: bool

    @property
    def bounds(self) -> tuple[int, int]:
        """First and last character (exclusive) of its own words, in the document."""
        return self.tokens[0].idx, self.tokens[-1].idx + len(self.tokens[-1])

    @property
    def negated(self) -> bool:
        """True where the verb, its subject or its object carries a negation."""
        roles = [t for t in (self.subject, self.object) if t is not None and not quotes(self.head, t)]
        near = [self.head, *roles]
        own = any(c.dep_ == "neg" or c.lower_ == "never" for c in self.head.children)
        none = any(
            c.lower_ in NEGATIVE_DETERMINERS and c.dep_ == "det" and not c.nbor(1).like_num and c.nbor(1).text != "."
            for t in near
            for c in t.children
        )
        refused = self.head.lemma_.lower() in NEGATIVE_CARRIERS and main_verb(self.head).i != self.head.i
        return (own or none) != refused


def quotes(verb: Token, argument: Token) -> bool:
    """Tell whether an argument is what a verb of saying quotes: '“No collusion,” he wrote' denies no writing."""
    first = argument.left_edge
    marked = first.is_quote or (first.i > first.sent.start and first.nbor(-1).is_left_punct)
    return marked and verb.lemma_.lower() in SPEAKING


def is_head(token: Token) -> bool:
    """Tell whether a token governs a clause of its own."""
    if token.dep_ == "ROOT":
        return True
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    return token.dep_ in HEADS or (token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"})


def governor(token: Token) -> Token:
    """Return the word that governs the clause a token stands in."""
    here = token
    while not is_head(here) and here.head.i != here.i:
        here = here.head
    return here


def _subject_of(head: Token) -> tuple[Token | None, bool]:
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in head.children)
    for child in head.children:
        if child.dep_ in SUBJECTS:
            return _antecedent(child, head), passive
    if head.dep_ == "conj" and is_head(head):
        subject, above = _subject_of(head.head)
        return subject, passive or (above and head.tag_ == "VBN")
    if head.dep_ in {"xcomp", "advcl", "pcomp"} and head.head.i != head.i:
        return _subject_of(governor(head.head))[0], passive
    if head.dep_ in {"acl", "relcl"}:
        return head.head, passive or head.tag_ == "VBN"
    return None, passive


def _antecedent(token: Token, head: Token) -> Token:
    relative = token.tag_ in {"WP", "WDT"} or token.lower_ == "that"
    return head.head if relative and head.dep_ == "relcl" else token


def _object_of(head: Token) -> Token | None:
    for label in ("dobj", "attr", "oprd", "acomp", "dative"):
        for child in head.children:
            if child.dep_ == label:
                return _antecedent(child, head)
    for child in head.children:
        if child.dep_ == "xcomp" and child.pos_ in {"VERB", "ADJ", "NOUN"}:
            return child if child.pos_ != "VERB" else _object_of(child)
    for child in head.children:
        if (
            child.dep_ == "prep"
            and child.i > head.i
            and (inner := next((c for c in child.children if c.dep_ == "pobj"), None)) is not None
        ):
            return inner
    return None


def _agent_of(head: Token) -> Token | None:
    for child in head.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _clause_of(head: Token, own: Sequence[Token]) -> Clause:
    """Return the clause that a word governs, made of words of its own."""
    subject, passive = _subject_of(head)
    thing = _object_of(head)
    if passive:
        subject, thing = _agent_of(head), subject
    return Clause(head, tuple(own), subject, thing, passive)


def clauses_of(span: Span) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in order of their governing words."""
    own: dict[int, list[Token]] = defaultdict(list)
    for token in span:
        own[governor(token).i].append(token)
    return tuple(_clause_of(t, own[t.i]) for t in span if is_head(t))


def main_verb(head: Token) -> Token:
    """Return the word that carries a clause's meaning: 'plans to travel' → 'travel', 'was set to resign' → 'resign'."""
    here = head
    for _ in range(4):
        inner = next((c for c in here.children if c.dep_ in {"xcomp", "prep"} and c.pos_ == "VERB"), None)
        if inner is None or here.lemma_.lower() not in CARRIER_VERBS | NEGATIVE_CARRIERS:
            return here
        here = inner
    return here


def content(token: Token | None) -> tuple[str, ...]:
    """Return the content lemmas of a phrase, lower case, in order: 'the big house' → ('big', 'house')."""
    if token is None:
        return ()
    top = governor(token).i
    inside = [
        t for t in token.subtree if t.pos_ in {"NOUN", "PROPN", "ADJ"} and (t.i == token.i or governor(t).i == top)
    ]
    return tuple(intern(t.lemma_.lower()) for t in inside)
