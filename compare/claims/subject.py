"""The subject of a clause as keys and lemmas, pronouns looked up in the sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.attribution import subject_of
from compare.claims.cues import clause_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from compare.model import Name

_PLURAL = frozenset({"they", "them", "both", "themselves"})


def subject_key(
    span: Span, token: Token, names: Sequence[Name], offset: int = 0, previous: Sequence[Name] = ()
) -> tuple[str, ...]:
    """Return the keys, else the content lemmas, of the subject of the clause of ``token``.

    ``names`` are those of the statement, ``offset`` the place of its document in the source.  'he' and 'she' stand
    for the one person among the names of the sentence before (``previous``), 'they' for two or more.
    """
    subject = subject_of(clause_of(token))
    if subject is None:
        return ()
    if subject.pos_ == "PRON":
        people = list(dict.fromkeys(n.key for n in previous if n.kind == "person"))
        if subject.lower_ in ("he", "she") and len(people) == 1:
            return tuple(people)
        if subject.lower_ in _PLURAL and len(people) > 1:
            return tuple(people)
        return ()
    phrase = [t for t in subject.subtree if span.start <= t.i < span.end and not _in_clause(t, subject)]
    keys = [n.key for n in names if any(n.start < t.idx + offset + len(t) and t.idx + offset < n.end for t in phrase)]
    named = {w for key in keys for w in key.split()}
    lemmas = [
        t.lemma_.lower() for t in phrase if t.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") and not _named(t, names, offset)
    ]
    return tuple(dict.fromkeys([*keys, *(w for w in lemmas if w not in named)]))


def _named(token: Token, names: Sequence[Name], offset: int) -> bool:
    return any(n.start < token.idx + offset + len(token) and token.idx + offset < n.end for n in names)


def _in_clause(token: Token, head: Token) -> bool:
    """Tell whether a clause of its own stands between a word and the head of its phrase."""
    while token.i != head.i:
        if token.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            return True
        token = token.head
    return False
