"""Kinds of things and names as statements give them: where they stand, and in which place of the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from compare.language.kinds import Kind, named_at
from compare.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.statements.splitting import Parsed

T = TypeVar("T", Kind, Name)
COLOURED = frozenset({"amod", "compound", "acomp", "attr", "conj"})
# how a noun hangs in its sentence → its place there; who it is done to stands in one place, active or passive
PLACES = {"dobj": "object", "nsubjpass": "object", "nsubj": "subject", "csubj": "subject", "dative": "dative"}
TELLING = frozenset({"attr", "appos", "acomp", "oprd"})  # … or tells what another word is
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """Words that name a kind, or a name."""

    what: T
    text: str
    start: int  # place in the source
    end: int
    place: str  # 'is', 'object', 'subject', 'in' …
    governor: str  # lemma of what it hangs on; of 'is' the word that it tells of
    of: tuple[int, int]  # place of that word in the source
    beside: frozenset[str]  # lemmas of the others that take part: 'boy' of 'the boy was shot in the head'
    count: str  # '', 'many', or the number written before it
    denied: bool


def kinds_in(parsed: Parsed, taken: Sequence[tuple[int, int]]) -> Iterable[Mention[Kind]]:
    """Yield the kinds that a statement names, in order; not those within other values, as ``taken`` gives them."""
    tokens = list(parsed.span)
    words = [t.lemma_.lower() if t.pos_ == "NOUN" else t.lower_ for t in tokens]
    place = 0
    while place < len(tokens):
        named = named_at(words, place)
        for end, kind in named:
            start = parsed.offset + tokens[place].idx
            if _meant(tokens[end - 1], kind) and not any(a <= start < b for a, b in taken):
                yield _mention(parsed, kind, tokens[place:end], tokens[end - 1])
        place = max((end for end, _ in named), default=place + 1)


def names_in(parsed: Parsed, names: Iterable[Name]) -> Iterable[Mention[Name]]:
    """Yield the names of a statement, each in its place."""
    for name in names:
        own = [t for t in parsed.span if name.start <= parsed.offset + t.idx < name.end and not t.is_space]
        if own:
            inside = {t.i for t in own}
            yield _mention(
                parsed, name, own, next((t for t in own if t.head.i not in inside or t.head.i == t.i), own[-1])
            )


def _mention(parsed: Parsed, what: T, own: Sequence[Token], head: Token) -> Mention[T]:
    place, governor = _place(head)
    start = parsed.offset + own[0].idx
    text = "".join(t.text_with_ws for t in own).strip()
    at = parsed.offset + governor.idx
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    inside = {t.i for t in own}
    beside = frozenset(c.lemma_.lower() for c in verb.children if c.dep_ in PLACES and c.i not in inside)
    denied = any(c.dep_ == "neg" for t in (head, governor, verb) for c in t.children)
    return Mention(
        what=what,
        text=text,
        start=start,
        end=start + len(text),
        place=place,
        governor=governor.lemma_.lower(),
        of=(at, at + len(governor)),
        beside=beside,
        count=_count(head),
        denied=denied,
    )


def _count(head: Token) -> str:
    number = next((c.lower_ for c in head.children if c.dep_ == "nummod"), "")
    return number or ("many" if "Plur" in head.morph.get("Number", []) else "")


def _meant(head: Token, kind: Kind) -> bool:
    """Tell whether a word is meant as the thing: no 'back' of 'came back', no 'head of state', no black market."""
    if kind.group == "colour":
        return head.pos_ in ("ADJ", "NOUN", "PROPN") and head.dep_ in COLOURED
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    return not (kind.group == "body" and any(c.lower_ == "of" for c in head.children))


def _place(word: Token) -> tuple[str, Token]:
    """Return a word's place in its sentence and the word that it hangs on."""
    while word.dep_ == "conj" and word.head.i != word.i:
        word = word.head
    above = word.head
    if word.dep_ in ("compound", "nmod") and above.pos_ == "PROPN":
        return "is", above
    if word.dep_ in TELLING:
        subject = next((c for c in above.children if c.dep_ in SUBJECTS), above)
        return "is", above if word.dep_ == "appos" else subject
    if word.dep_ == "pobj":
        verb = above.head.head if above.head.pos_ == "PROPN" else above.head  # 'convicted Brandt of perjury'
        return ("subject" if above.dep_ == "agent" else above.lemma_.lower()), verb
    return PLACES.get(word.dep_, word.dep_), above
