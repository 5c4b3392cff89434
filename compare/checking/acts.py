"""The act that a statement tells of, and whether a source's statement has it the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.judgement.proposition import opposite
from compare.language.en.cues import NEGATIVE_PRONOUNS, NEGATIVE_WORDS
from compare.language.en.saying import DENYING, SPEAKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.checking.case import Case, Meeting
    from compare.judgement.analysed import Analysed

NONE = frozenset({"no", "neither"})


def main_verb(side: Analysed) -> Token:
    """Return the verb that says what happened: 'resume' of 'plans to resume' and of 'did not resume'."""
    verb = side.parsed[0].span.root
    for _ in range(4):
        inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
        if inner is None:
            break
        verb = inner
    return verb


def is_negated(verb: Token) -> bool:
    """Tell whether a verb is negated, itself, through its subject or object, or through the verb above it."""
    above = [verb, verb.head] if verb.dep_ == "xcomp" else [verb]
    state = [c for c in verb.children if c.dep_ in ("acomp", "attr") and verb.lemma_ == "be"]
    for word in (*above, *state):
        for child in word.children:
            if child.dep_ == "neg" or child.lower_ in NEGATIVE_WORDS | NEGATIVE_PRONOUNS:
                return True
            roles = child.dep_ in ("nsubj", "nsubjpass", "dobj")
            if roles and any(c.lower_ in NONE for c in child.children):
                return True
    return False


def spoken_verb(side: Analysed) -> Token | None:
    """Return what is said to have happened: 'end' of 'he said the search had ended'; None where nothing is reported."""
    root = side.parsed[0].span.root
    if root.lemma_.lower() not in SPEAKING - DENYING:
        return None
    return next((c for c in root.children if c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX")), None)


def opposed(case: Case, meeting: Meeting) -> tuple[Token, Token] | None:
    """Return the verbs of two statements where one is the opposite of the other: 'rose' and 'fell'."""
    sides = (case.side, meeting.side)
    for ours, theirs in (tuple(main_verb(s) for s in sides), tuple(spoken_verb(s) or main_verb(s) for s in sides)):
        clash = opposite(ours.lemma_.lower(), theirs.lemma_.lower())
        if clash and is_negated(ours) == is_negated(theirs):
            return ours, theirs
    return None


def turned(case: Case, meeting: Meeting) -> bool:
    """Tell whether a source's statement has the draft's act the other way round: opposite, or negated."""
    if opposed(case, meeting) is not None:
        return True
    if same_negations(case, meeting):
        return False
    for ours in (main_verb(case.side), spoken_verb(case.side)):
        if ours is None or ours.lemma_ in ("be", "have"):
            continue
        same = next((t for t in meeting.side.tokens if t.lemma_ == ours.lemma_ and t.pos_ in ("VERB", "AUX")), None)
        if same is not None and is_negated(same) != is_negated(ours):
            return True
    return False


def same_negations(case: Case, meeting: Meeting) -> bool:
    """Tell whether two statements hold as many words of negation: then a parse, not a source, differs."""
    ours, theirs = (
        sum(t.lower_ in NEGATIVE_WORDS | NEGATIVE_PRONOUNS for t in side.tokens) for side in (case.side, meeting.side)
    )
    return ours == theirs
