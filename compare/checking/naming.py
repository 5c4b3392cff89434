"""Names of the draft that a source does not have: a person, a place, a company put where the source has another.

A name is held where its key, or a word of it, stands in the source's statement, in the few statements before it or in
the article's headline.  Titles ('Judge') and days are no names here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.checking.wording import folded
from compare.language.en.titles import TITLES
from compare.matching.closeness import alike
from compare.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.checking.case import Case, Meeting

KINDS = frozenset({"person", "organisation", "place"})
ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
SHORTEST = 3  # letters of a word of a name that tells it


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name of the draft that a source does not have."""

    start: int
    end: int
    text: str
    kind: str  # kind of ``Name``, or 'unknown' for a capitalised word that no table knows


def strangers(case: Case, meetings: Sequence[Meeting]) -> tuple[Stranger, ...]:
    """Return the names of the draft's statement that none of a source's statements has."""
    words = frozenset(w for m in meetings for w in m.around)
    keys = frozenset(k for m in meetings for k in (*m.terms, *m.context))
    found = [
        Stranger(n.start, n.end, n.text, n.kind)
        for n in case.side.names
        if n.kind in KINDS and not _held(n, words, keys)
    ]
    taken = [(n.start, n.end) for n in case.side.names]
    offset = case.side.parsed[0].offset
    for token in case.side.tokens:
        start = token.idx + offset
        if _unknown_name(token) and not any(a <= start < b for a, b in taken) and token.lower_ not in words:
            found.append(Stranger(start, start + len(token), token.text, "unknown"))
    return tuple(found)


def _held(name: Name, words: Collection[str], keys: Collection[str]) -> bool:
    if any(alike(name.key, key, 0.95) for key in sorted(keys)):
        return True
    own = [w.removesuffix("'s") for w in folded(name.text).words if w not in TITLES]
    own = [w for w in own if len(w) >= SHORTEST]
    if not own:
        return True
    if name.kind != "person":
        return sum(w in words for w in own) * 2 >= len(own)
    surname = own[-1]
    namesakes = [k for k in keys if k.split()[-1] == surname and len(k.split()) > 1]
    return surname in words and (len(own) == 1 or own[0] in words or not namesakes)


def _unknown_name(token: Token) -> bool:
    """Tell a capitalised word inside a sentence that the parser takes for a name of somebody or something."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper() or len(token) < SHORTEST or token.is_sent_start:
        return False
    return token.ent_type_ in ENTITIES and token.lower_ not in TITLES


def in_its_place(case: Case, stranger: Stranger, meeting: Meeting) -> Name | None:
    """Return the name that a source's statement has where the draft has a stranger: the same part of the sentence."""
    ours = _root(case.side.tokens, case.side.parsed[0].offset, stranger.start, stranger.end)
    if ours is None:
        return None
    own = {n.key for n in case.side.names}
    for name in meeting.side.names:
        theirs = _root(meeting.side.tokens, meeting.side.parsed[0].offset, name.start, name.end)
        kinds = {name.kind, stranger.kind}
        if theirs is None or name.key in own or (len(kinds) > 1 and "unknown" not in kinds):
            continue
        if _role(theirs) == _role(ours):
            return name
    return None


def _root(tokens: Sequence[Token], offset: int, start: int, end: int) -> Token | None:
    inside = [t for t in tokens if t.idx + offset < end and t.idx + len(t) + offset > start and t.is_alpha]
    numbers = {t.i for t in inside}
    return next((t for t in inside if t.head.i not in numbers or t.head.i == t.i), None)


def _role(token: Token) -> str:
    """Return the part that a name plays, active or passive, itself or as the apposition of an office."""
    while token.dep_ in ("appos", "compound") and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return {"nsubjpass": "dobj", "csubj": "nsubj"}.get(token.dep_, token.dep_)
