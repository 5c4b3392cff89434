"""What a number counts, by the dependency parse: '56 civilians', 'dozens of people', '12 dead'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FATES = frozenset({"dead", "wounded", "injured", "missing", "killed", "hurt", "arrested", "detained", "hospitalized", "hospitalised"})
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The thing counted."""

    words: str  # as written, lower case, without determiners: 'russian diplomats'
    unit: str  # its adjectives and nouns with the head as a lemma: 'russian diplomat'
    head: str  # lemma of the head noun
    plural: bool
    token: Token | None = None


def counted_by(number: Token, span: Span) -> Counted | None:
    """Return what ``number`` (the last token of a numeral) counts, or None where the sentence does not say."""
    noun = _noun_of(number, span)
    if noun is None:
        return None
    return _describe(noun, number)


def _noun_of(number: Token, span: Span) -> Token | None:
    top = number
    while top.dep_ in {"compound", "quantmod", "nummod"} and top.head.pos_ == "NUM" and top.head.i > top.i:
        top = top.head
    for child in top.children:  # 'dozens of people', 'one of the leaders', 'two-thirds of voters'
        if child.lower_ == "of" and child.i > top.i and child.dep_ == "prep":
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.pos_ in NOUNS | {"PRON", "ADJ"} and noun.i < span.end:
                    return noun if noun.pos_ in NOUNS else None
    head = top.head
    if top.dep_ in {"nummod", "compound", "amod", "nmod", "quantmod"} and head.i > number.i and head.pos_ in NOUNS and head.i < span.end:
        if not any(t.text in {",", "(", ")", ";", ":"} for t in span.doc[number.i + 1 : head.i]):
            return head
    return _noun_ahead(number, span)


def _noun_ahead(number: Token, span: Span) -> Token | None:
    """Read on where the parse fails: adjectives and nouns up to the last noun."""
    found = None
    for token in span.doc[number.i + 1 : min(number.i + 6, span.end)]:
        if token.pos_ in NOUNS and not (found is not None and found.tag_ in {"NNS", "NNPS"}):
            found = token
        elif token.pos_ == "ADJ" and found is None:
            if token.lower_ in FATES:
                return token
        else:
            if found is None and token.lower_ in FATES:
                return token
            break
    return found


def _describe(noun: Token, number: Token) -> Counted:
    parts = [t for t in noun.doc[min(number.i + 1, noun.i) : noun.i] if _belongs(t, noun)]
    words = " ".join(t.lower_ for t in [*parts, noun])
    lasting = [t for t in parts if t.tag_ not in {"VBN", "VBG", "RB", "RBS", "RBR"} or t.dep_ == "compound"]
    lemma = "person" if noun.lower_ in {"person", "persons"} else noun.lemma_.lower()
    unit = _join([*lasting, noun], lemma)
    return Counted(words, unit, lemma, noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "people", noun)


def _belongs(token: Token, noun: Token) -> bool:
    if token.pos_ in {"DET", "ADP", "NUM", "PRON", "PUNCT", "SYM", "CCONJ", "PART"}:
        return token.text == "-" and 0 < token.i < noun.i and token.whitespace_ == "" and token.nbor(-1).whitespace_ == ""
    return True


def _join(tokens: list[Token], lemma: str) -> str:
    text = ""
    for token in tokens[:-1]:
        text += token.lower_ + token.whitespace_
    return (text + lemma).strip("- ")
