"""Capitalised names in statements, as the pipeline and the grammar see them, before anyone asks who is who."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from compare.claims.folding import folded
from compare.claims.nation import country_of
from compare.language.en.organisations import ALIASES
from compare.language.en.titles import DEPARTMENTS, NAME_SUFFIXES, OFFICE_ADJECTIVES, PERSONAL_TITLES, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from compare.statements.splitting import Parsed

Words = tuple[str, ...]
NameKind = Literal["person", "organisation", "place", "nationality", "event", "work", "other"]

KINDS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "nationality",
    "EVENT": "event", "WORK_OF_ART": "work", "PRODUCT": "other", "LAW": "other", "LANGUAGE": "nationality",
}  # fmt: skip
_VALUES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_PLACE_NOUNS = frozenset(
    "city town village province governorate district region capital camp suburb county state neighbourhood "
    "neighborhood island river valley airport port border countryside area municipality".split()
)
_PLACE_PREPOSITIONS = frozenset({"in", "near", "at", "outside", "around", "across", "throughout", "inside"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One name as written; ``start``/``end`` are places in the source."""

    start: int
    end: int
    text: str
    words: Words  # folded, without titles, suffixes and articles
    kind: NameKind  # what the pipeline says
    titles: tuple[str, ...]  # words of title that stood before it
    definite: bool  # 'the' stands before it
    placed: bool  # its grammar makes it a place: 'in X', 'the city of X'
    personal: bool  # a form of address or an office stands before it
    speaks: bool  # it is the subject of an active verb of saying, or bears a title


def mentions_in(parsed: Parsed) -> tuple[Mention, ...]:
    """Return the names of a statement in order of place."""
    found = []
    for tokens, kind in _runs(parsed):
        for piece in _pieces(tokens):
            mention = _mention(parsed, piece, kind)
            if mention is not None:
                found.append(mention)
    return tuple(found)


def repaired(mention: Mention, seen: Counter[Words]) -> tuple[Mention, ...]:
    """Mend a name by what else the set holds: 'Syrias' without its apostrophe, two names run together.

    ``seen`` counts the forms of the whole set.  A run of words is cut only where both halves are names elsewhere.
    """
    stem = (*mention.words[:-1], mention.words[-1][:-1])
    if country_of(" ".join(mention.words)):
        return (mention,)
    if (
        mention.words[-1].endswith("s")
        and len(stem[-1]) > 3
        and (seen[stem] > seen[mention.words] or country_of(" ".join(stem)))
    ):
        return (replace(mention, words=stem, text=mention.text[:-1], end=mention.end - 1),)
    pieces = list(re.finditer(r"\S+", mention.text))
    if len(mention.words) < 2 or len(pieces) != len(mention.words) or seen[mention.words] > 1:
        return (mention,)
    for cut in range(1, len(pieces)):
        left, right = mention.words[:cut], mention.words[cut:]
        known = (left in seen or " ".join(left) in ALIASES) and (right in seen or " ".join(right) in ALIASES)
        if known and max(len(left), len(right)) > 1 and not country_of(" ".join(left)):
            end, start = pieces[cut - 1].end(), pieces[cut].start()
            return (
                replace(mention, words=left, text=mention.text[:end], end=mention.start + end),
                replace(mention, words=right, text=mention.text[start:], start=mention.start + start, titles=()),
            )
    return (mention,)


def _runs(parsed: Parsed) -> Iterator[tuple[list[Token], NameKind]]:
    """Yield the runs of tokens that are names: the pipeline's entities, and proper nouns outside all of them."""
    loose: list[Token] = []
    tokens = list(parsed.span)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        label = token.ent_type_
        if label in KINDS:
            end = index + 1
            while end < len(tokens) and tokens[end].ent_iob_ == "I" and tokens[end].ent_type_ == label:
                end += 1
            if loose:
                yield loose, "other"
                loose = []
            yield tokens[index:end], KINDS[label]
            index = end
            continue
        if token.pos_ == "PROPN" and label not in _VALUES and token.text[:1].isupper():
            loose.append(token)
        elif loose:
            yield loose, "other"
            loose = []
        index += 1
    if loose:
        yield loose, "other"


def _pieces(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Cut a run where its tokens cannot be one name: at line ends, brackets, colons, bars."""
    piece: list[Token] = []
    for token in tokens:
        if token.is_space or token.text in ("|", "(", ")", ":", ";", "“", "”", '"', "–", "—", "[", "]"):
            if piece:
                yield piece
            piece = []
        else:
            piece.append(token)
    if piece:
        yield piece


def _is_edge(token: Token) -> bool:
    return bool(token.is_punct or token.lower_ in ("the", "a", "an", "'s", "’s", "'", "’", "and", "of", "his", "her"))


def _mention(parsed: Parsed, tokens: list[Token], kind: NameKind) -> Mention | None:
    while tokens and _is_edge(tokens[0]):
        tokens = tokens[1:]
    while tokens and _is_edge(tokens[-1]):
        tokens = tokens[:-1]
    titles: list[str] = []
    person = kind == "person" or (kind in ("organisation", "other") and len(tokens) > 1)
    if person:
        titles = _leading_titles(tokens)
        tokens = tokens[len(titles) :]
    if not tokens or not any(t.text[:1].isupper() for t in tokens):
        return None
    first, last = tokens[0], tokens[-1]
    text = parsed.statement.text[first.idx - parsed.span.start_char : last.idx + len(last) - parsed.span.start_char]
    words = tuple(w for w in folded(text).split() if any(c.isalnum() for c in w))
    while len(words) > 2 and words[-1] in NAME_SUFFIXES:
        words = words[:-1]
    if not words or all(w.isdigit() for w in words) or all(w in TITLES or w in OFFICE_ADJECTIVES for w in words):
        return None
    before = [t for t in parsed.span if t.i < first.i][-4:]
    if not titles:
        titles = _titles_before(before)
    return Mention(
        start=parsed.offset + first.idx,
        end=parsed.offset + last.idx + len(last),
        text=text,
        words=words,
        kind=kind,
        titles=tuple(titles),
        definite=bool(before) and before[-1].lower_ == "the",
        placed=_placed(last, before),
        personal=any(t in PERSONAL_TITLES for t in titles),
        speaks=bool(titles) or _speaks(last),
    )


def _leading_titles(tokens: Sequence[Token]) -> list[str]:
    """Return the title words that open a run: 'Foreign Minister' of a name, nothing of 'Foreign Ministry'."""
    found: list[str] = []
    for token in tokens[:-1]:
        if token.lower_.rstrip(".") not in TITLES:
            break
        found.append(token.lower_.rstrip("."))
    while found and found[-1] in DEPARTMENTS:
        found.pop()
    return found


def _titles_before(before: list[Token]) -> list[str]:
    found: list[str] = []
    for token in reversed(before):
        if token.lower_.rstrip(".") not in TITLES or token.lower_ in ("state", "home", "general", "late", "then"):
            break
        found.insert(0, token.lower_.rstrip("."))
    return found


def _placed(last: Token, before: list[Token]) -> bool:
    if last.i + 1 < len(last.doc) and last.nbor(1).lower_ in _PLACE_NOUNS:
        return True
    words = [t.lower_ for t in before if t.lower_ != "the"]
    if words[-1:] and words[-1] in _PLACE_PREPOSITIONS:
        return last.dep_ == "pobj"
    return words[-1:] == ["of"] and len(words) > 1 and words[-2] in _PLACE_NOUNS


def _speaks(token: Token) -> bool:
    from compare.language.en.saying import SPEAKING

    return token.dep_ == "nsubj" and token.head.pos_ == "VERB" and token.head.lemma_.lower() in SPEAKING
