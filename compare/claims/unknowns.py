"""What a statement says is not known: 'has not been identified', 'no word on the motive', 'declined to say why'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.claims.cues import cues_at
from compare.language.en.unknowns import ASKS, CLEAR, NOTHING, TELLING, UNKNOWN, WITHHOLDING
from compare.model import Claim, Unknown

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.claims.clause_claims import Sentence

NAMING = frozenset({"nsubj", "nsubjpass", "dobj"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "yet"})


def unknown_claims(sentence: Sentence) -> Iterator[Claim]:
    """Yield what a statement says is not known, in order of place."""
    from compare.claims.clause_claims import make_claim, telling_words

    parsed = sentence.parsed
    for token in parsed.span:
        if not _says_unknown(token):
            continue
        start = parsed.offset + token.idx
        value = Unknown(start, start + len(token), token.text, _asked(token))
        clause = sentence.clause_at(token)
        claim = make_claim(
            sentence,
            clause,
            "unknown",
            value,
            predicate=token.lemma_.lower(),
            attribute=value.asks,
            cues=cues_at(parsed.span, token),
        )
        # what is asked often stands in a clause of its own: 'unclear how many were aboard'
        yield replace(claim, words=claim.words | telling_words(_question(token)))


def _question(token: Token) -> Iterator[Token]:
    """Yield the words of the clauses that hang on a word which says that something is not known."""
    frame = token.head if token.dep_ in {"acomp", "attr", "oprd"} else token
    for child in frame.children:
        if child.dep_ in {"ccomp", "csubj", "advcl", "xcomp", "acl", "prep"}:
            yield from child.subtree


def _says_unknown(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.lower_ in UNKNOWN:
        return True
    if (
        token.lower_ in CLEAR
        and token.pos_ == "ADJ"
        and any(c.dep_ == "neg" for c in (*token.children, *token.head.children))
    ):
        return True
    if lemma in NOTHING and any(c.lower_ == "no" for c in token.children):
        return True
    if token.pos_ != "VERB":
        return False
    if lemma in WITHHOLDING:
        return any(
            c.dep_ == "xcomp" and c.lemma_.lower() in TELLING | {"give", "answer", "discuss"} for c in token.children
        )
    if lemma == "determine" and token.head.lemma_.lower() in {"try", "work"}:
        return True
    return lemma in TELLING and any(c.dep_ == "neg" or c.lower_ in NEGATIONS for c in token.children)


def _asked(token: Token) -> str:
    """Return what is not known: by the word that stands for it before any other word near it."""
    frame = token.head if token.dep_ in {"acomp", "amod", "attr", "oprd", "dobj"} else token
    named = [c for one in (token, frame) for c in one.children if c.dep_ in NAMING]
    named += [frame] if token.dep_ == "amod" else []
    named += [c for one in tuple(named) for of in one.children if of.dep_ == "prep" for c in of.children]
    questions = [c for one in (token, frame) for c in one.subtree if c.tag_ in {"WP", "WRB", "WDT"}]
    questions += [c.nbor(1) for c in questions if c.lower_ == "how" and c.i + 1 < len(c.doc)]  # 'how many'
    for group in (named, questions, [token], [*token.subtree, *frame.subtree]):
        words = {w for t in group for w in (t.lower_, t.lemma_.lower())}
        found = next((name for name, own in ASKS.items() if words & own), None)
        if found:
            return found
    return "other"
