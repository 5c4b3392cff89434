"""How far a figure reaches: the whole, a part of it, a running count, or something else than the event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from compare.language.en import outcomes as words
from compare.statements.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Scope = Literal["whole", "part", "running", "other"]
CHANGES = frozenset(
    "rise increase raise climb jump grow surge fall drop decline slip cut lower reduce downgrade upgrade revise change"
    " boost hike expand double up down slide plunge sink tumble soar shrink lift trim triple halve move go swell widen"
    " narrow adjust dip ease edge rocket shoot balloon dwindle plummet strengthen weaken extend shorten".split()
)


def _climb(token: Token) -> tuple[Token, ...]:
    chain = [token]
    while chain[-1].head.i != chain[-1].i and len(chain) < 8:
        chain.append(chain[-1].head)
    return tuple(chain)


def is_part(anchor: Token, *, adds: bool = True) -> bool:
    """'including 11 children', '31 of those killed', 'three of them', 'among them 12 women'; 'six more' if it adds."""
    for token in _climb(anchor)[:4]:
        if token.lower_ == "including" and token.pos_ in {"ADP", "VERB", "SCONJ"}:
            return True
        if token.lower_ == "among" and token.i < anchor.i:
            return False  # 'two medics were among 31 dead': the 31 are the whole
        if token.pos_ == "VERB" and token.i != anchor.i:
            break
    noun = anchor.head if anchor.dep_ == "nummod" else anchor
    beside_verb = noun.head.children if noun.dep_ in {"nsubj", "nsubjpass"} else ()
    if any(c.lower_ == "among" and c.dep_ == "prep" for c in beside_verb):
        return True
    for child in (*anchor.children, *noun.children):
        if child.lower_ == "of" and any(_definite(c) for c in child.children):
            return True
        if adds and child.lower_ in {"other", "another", "remaining", "further"}:
            return True
        if child.lower_ == "among" and child.i > anchor.i:
            return True
    after = [t.lower_ for t in anchor.doc[anchor.i + 1 : anchor.i + 3]]
    if adds and after[:1] == ["more"] and after[1:] != ["than"]:
        return True  # 'six more people', 'three more dead'
    beside = (noun.head, *noun.children) if noun.dep_ == "conj" else noun.children
    for other in beside:  # 'a girl and two men'
        joined = other.pos_ == "NOUN" and "conj" in {other.dep_, noun.dep_} and other.lemma_.lower() in words.PEOPLE
        if joined and any(c.lower_ in {"a", "an"} for c in other.children):
            return True
    return False


def _definite(token: Token) -> bool:
    """'of them', 'of those killed', 'of the 11-person crew': a group already known, of which a part is counted."""
    if token.lower_ in {"them", "whom", "those", "these"}:
        return True
    return token.tag_ == "NNS" and any(
        c.lower_ in {"the", "those", "these", "its", "his", "her", "their"} for c in token.children
    )


def superseded(anchor: Token, clause: Clause) -> bool:
    """'an earlier toll of 15', 'up from 13 cents', 'to 25 cents from 12': the figure that no longer holds."""
    for token in _climb(anchor)[:4]:
        if any(c.lower_ in words.SUPERSEDED_WORDS and c.dep_ in {"amod", "advmod"} for c in token.children):
            return True
        if token.lower_ == "from" and token.dep_ == "prep":
            before = {token.head.lemma_.lower(), clause.head.lemma_.lower()}
            near = {t.lower_ for t in clause.tokens if t.i == token.i - 1}
            if (before | near) & CHANGES:
                return True
    return False


def _reaches_back(clause: Clause, span: Span) -> bool:
    """'since the conflict erupted in 2011', 'from March 2011 to June 2016', 'during the five-year war'."""
    inside = {t.i for t in clause.tokens}
    under = {t.i for t in clause.head.subtree}
    for token in span:
        if token.lower_ == "during" and token.i in under and any(c.lemma_ in words.WARS for c in token.children):
            return True
        if token.lower_ not in {"since", "during", "from", "between"} or token.head.i not in inside:
            continue
        if token.lower_ == "since" and token.dep_ == "mark":
            return True
        below = list(token.subtree) if token.dep_ in {"prep", "mark"} else list(token.head.subtree)
        years = sum(t.text.isdigit() and len(t.text) == 4 and t.text[:2] in {"19", "20"} for t in below)
        if any(t.lemma_.lower() in words.WARS for t in below) and token.lower_ in {"since", "during"}:
            return True
        if years and (token.lower_ == "since" or years >= 2):
            return True
    return any(
        t.lower_ == "since" and t.dep_ == "mark" and t.head.dep_ == "advcl" and t.head.head.i in inside for t in span
    )


def scope_of(anchor: Token, clause: Clause, span: Span, *, adds: bool = True) -> Scope:
    """Return how far the figure at ``anchor`` reaches.

    ``adds`` says that 'another 30' adds to a figure of the same kind.  In 'killed ten and wounded another 30' it does
    not: the 30 are other people than the dead, and all of the wounded.
    """
    if is_part(anchor, adds=adds):
        return "part"
    text = " ".join(t.lower_ for t in clause.tokens)
    if any(phrase in text for phrase in words.OTHER_PHRASES) or _reaches_back(clause, span):
        return "other"
    whole = span.text.lower()
    if any(phrase in whole for phrase in words.RUNNING_PHRASES) or any(
        t.lower_ in words.RUNNING_WORDS for t in clause.tokens
    ):
        return "running"
    return "whole"
