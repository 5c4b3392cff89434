"""What a number counts, by the dependency parse: '56 civilians', 'dozens of people', '12 dead'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Participles and adjectives that stand for people after a number: '35 killed', '12 dead'.
FATES: Final = frozenset(
    "dead wounded injured missing killed hurt arrested detained hospitalized hospitalised displaced homeless "
    "infected abducted kidnapped rescued trapped released freed evacuated sickened drowned charged jailed sentenced "
    "convicted stranded executed hanged burned burnt".split()
)
NOUNS: Final = frozenset({"NOUN", "PROPN"})
PASSED_OVER: Final = frozenset({"DET", "ADP", "NUM", "PRON", "PUNCT", "SYM", "CCONJ", "PART", "AUX", "SPACE"})
PARTICIPLES: Final = frozenset({"VBN", "VBG", "VBD", "RB", "RBS", "RBR"})
DEGREE: Final = frozenset({"more", "most", "previous", "so", "additional", "further", "odd", "many"})
DATING: Final = frozenset({"last", "next", "this", "earlier", "ago"})  # '63 last year'
INVARIANT: Final = frozenset({"series", "species", "means", "headquarters", "barracks", "crossroads"})
FURTHEST: Final = 12  # tokens from a number to the noun that the parse says it counts
REACH: Final = 6  # tokens read on where the parse gives no head


@dataclass(frozen=True, slots=True)
class Counted:
    """The thing counted."""

    words: str  # as written, lower case, without determiners: 'russian diplomats'
    unit: str | None  # the same without participles and words of degree; None where no noun is named: '35 killed'
    head: str  # lemma of the head noun: 'diplomat', 'dead'
    plural: bool
    modified: bool = False  # an adjective describes it: 'the best speakers', 'the people responsible'
    token: Token | None = None


DEAD: Final = Counted("dead", None, "dead", plural=True)  # of 'the death toll rose to 85'


def counted_by(number: Token, span: Span, after: int) -> Counted | None:
    """Return what a numeral counts, or None where the sentence does not say.

    ``number`` is the numeral's last token; ``after`` the place in the text where the numeral and the words that
    blur it ('30 or so') end.
    """
    noun = _noun_of(number, span)
    if noun is None or any(t.lower_ in DATING for t in span.doc[number.i + 1 : noun.i]):
        return None
    if noun.lower_ in FATES:
        return Counted(noun.lower_, None, noun.lower_, plural=True, token=noun)
    noun = _last_of_compound(noun, number)
    parts = [t for t in _parts(noun, number, after) if t.lower_ not in DEGREE]
    words = "".join(t.lower_ + t.whitespace_ for t in parts).strip("- ")
    lasting = _leading(noun, number) + [t for t in parts if t == noun or _lasts(t)]
    unit = "".join(t.lower_ + (t.whitespace_ or ("" if _hyphened(t) else " ")) for t in lasting).strip("- ")
    head = _lemma(noun)
    plural = noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in {"people", "police", "troops"}
    return Counted(words, unit, head, plural, _is_modified(noun), noun)


def counted_as(noun: Token) -> Counted:
    """Return a noun that stands apart from its number as the thing counted: '12 of them children'."""
    return Counted(noun.lower_, noun.lower_, _lemma(noun), plural=True, token=noun)


def _noun_of(number: Token, span: Span) -> Token | None:
    top = number
    for _ in range(REACH):
        if not (top.dep_ in {"compound", "quantmod", "nummod"} and top.head.pos_ == "NUM" and top.head.i > top.i):
            break
        top = top.head
    follower = span.doc[number.i + 1] if number.i + 1 < span.end else None
    if follower is not None and follower.lower_ == "of" and follower.dep_ == "prep":  # 'dozens of people'
        following = span.doc[follower.i + 1 : min(follower.i + FURTHEST, span.end)]
        noun = next((t for t in following if t.dep_ == "pobj" and t.head == follower), None)
        return noun if noun is not None and noun.pos_ in NOUNS else None
    if number.i + 2 < span.end and number.nbor(1).lower_ == "and" and number.nbor(2).pos_ != "NUM":
        return None  # 'killing 6 and devastating homes'
    head = top.head
    near = number.i < head.i <= number.i + FURTHEST
    ahead = span.doc[number.i + 1 : head.i] if near else ()
    if (
        top.dep_ in {"nummod", "compound", "amod", "nmod", "quantmod"}
        and head.pos_ in NOUNS
        and near
        and head.i < span.end
        and not any(t.text in {",", "(", ")", ";", ":"} for t in ahead)
    ):
        return head
    return _noun_ahead(number, span)


def _noun_ahead(number: Token, span: Span) -> Token | None:
    """Read on where the parse fails: adjectives and nouns up to the last noun."""
    found: Token | None = None
    for token in span.doc[number.i + 1 : min(number.i + REACH, span.end)]:
        if found is None and token.lower_ in FATES:
            return token
        if token.pos_ in NOUNS and not (found is not None and found.tag_ in {"NNS", "NNPS"}):
            found = token
        elif token.pos_ != "ADJ" or found is not None:
            break
    return found


def _last_of_compound(noun: Token, number: Token) -> Token:
    """'13 fighting positions', 'three course meal': a singular before a plural is the first half of a compound."""
    end = noun.i + 1
    if number.lower_ in {"one", "1"} or noun.tag_ in {"NNS", "NNPS"} or end >= len(noun.doc):
        return noun
    follower = noun.doc[end]
    compound = noun.dep_ == "compound" and noun.head == follower
    plural = follower.tag_ == "NNS" and noun.tag_ in {"NN", "VBG"} and noun.whitespace_ != ""
    return follower if follower.pos_ == "NOUN" and (compound or plural) else noun


def _lemma(noun: Token) -> str:
    """Return the singular; the pipeline leaves capitalised plurals ('Civilians' in a headline) as they are."""
    lemma = "person" if noun.lower_ == "persons" else noun.lemma_.lower()
    plural = noun.pos_ == "PROPN" or noun.tag_ in {"NNS", "NNPS"}
    if not plural or lemma != noun.lower_ or not lemma.endswith("s") or lemma.endswith("ss") or lemma in INVARIANT:
        return lemma
    if lemma.endswith("ies"):
        return lemma[:-3] + "y"
    return lemma[:-2] if lemma.endswith(("ches", "shes", "xes", "sses")) else lemma[:-1]


def _parts(noun: Token, number: Token, after: int) -> list[Token]:
    """Return the noun with the adjectives and nouns between the number and it."""
    between = noun.doc[min(number.i + 1, noun.i) : noun.i]
    kept = [
        t
        for t in between
        if t.idx >= after and (t.pos_ not in PASSED_OVER or _hyphened(t)) and not _starts_with_digit(t)
    ]
    return [*(t for t in kept if noun in (t.head, t.head.head, t.head.head.head) or t.i == noun.i - 1), noun]


def _leading(noun: Token, number: Token) -> list[Token]:
    """Return an adjective before the number: 'the top three seeds', 'the previous two sessions'."""
    if number.i == 0:
        return []
    token = number.nbor(-1)
    return [token] if token.dep_ == "amod" and token.head == noun and token.tag_ == "JJ" and token.pos_ == "ADJ" else []


def _is_modified(noun: Token) -> bool:
    """Tell whether an adjective describes the noun; looks only near it, for a hostile sentence may be very long."""
    near = noun.doc[max(noun.i - REACH, 0) : noun.i + 3]
    return any(t.dep_ == "amod" and t.head == noun for t in near)


def _hyphened(token: Token) -> bool:
    return token.text == "-" or (not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor(1).text == "-")


def _lasts(token: Token) -> bool:
    """Tell whether the word belongs to the kind of thing counted: 'job' in 'job cuts', not 'recorded' in 'songs'."""
    if _hyphened(token) or (token.i and token.nbor(-1).text == "-"):
        return True
    return token.lower_ not in DEGREE and (token.tag_ not in PARTICIPLES or token.dep_ == "compound")


def _starts_with_digit(token: Token) -> bool:
    return bool(token.text[0].isdigit())
