"""Numbers that are no amounts: dates, times of day, years, scores, labels, names of things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compare.extraction.lexemes import DASHES, Lexemes
from compare.extraction.numeral import Numeral
from compare.language.en.labels import HALF_DAYS, LABELS, MONTHS, SCORE_WORDS, ZONES

if TYPE_CHECKING:
    from spacy.tokens import Token

ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:com|org|net|gov|edu|co\.uk|html?)\b\S*")
PHONE: Final = re.compile(r"\+\d[\d ()-]{6,}\d|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b|\b0\d{3,4} \d{6}\b")
ISO_DATE: Final = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
DOTTED: Final = re.compile(r"\b\d+(?:\.\d+){2,}\b")
MIN_YEAR, MAX_YEAR = 1000, 2100


def masked(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of addresses, telephone numbers and dates in figures: no amount begins there."""
    return tuple(m.span() for pattern in (ADDRESS, PHONE, ISO_DATE, DOTTED) for m in pattern.finditer(text))


def is_date_or_time(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether the numeral is the day of a date, or a time of day."""
    before, after = lexemes[numeral.first - 1], lexemes[numeral.past]
    if after.lower in HALF_DAYS or (numeral.digits and after.lower in ZONES):
        return True
    if numeral.digits and after.text == ":" and after.glued and lexemes[numeral.past + 1].kind == "number":
        return True
    if numeral.digits and before.text == ":" and lexemes[numeral.first].glued and lexemes[numeral.first - 2].kind == "number":
        return True
    if not numeral.bare or numeral.low > 31:
        return False
    if before.text == "." and lexemes[numeral.first - 2].lower in MONTHS:
        return True
    return _is_month(lexemes, numeral.first - 1) or (_is_month(lexemes, numeral.past) and after.text[:1].isupper())


def _is_month(lexemes: Lexemes, place: int) -> bool:
    word = lexemes[place]
    if word.lower not in MONTHS:
        return False
    return word.text[0].isupper() or word.lower not in {"may", "march", "mar", "dec", "jan", "sep"}


def is_glued(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether letters touch the digits: 'F-16', 'S23', '737s', '5G', '3D', 'Covid-19', '24/7'."""
    if not numeral.digits:
        before = lexemes[numeral.first - 1]
        return before.text in DASHES and before.glued and lexemes[numeral.first].glued and lexemes[numeral.first - 2].kind == "word"
    here, before, after = lexemes[numeral.first], lexemes[numeral.first - 1], lexemes[numeral.past]
    if here.glued and (before.kind == "word" or before.text in {"/", "#", "_", ":"}):
        return True
    if here.glued and before.text in DASHES and before.glued and lexemes[numeral.first - 2].kind in {"word", "number"}:
        return True
    if after.glued and after.kind == "word":
        return True
    return after.glued and after.text in {"/", "_", "&"} and lexemes[numeral.past + 1].glued


def is_year(lexemes: Lexemes, numeral: Numeral, token: Token, *, bounded: bool, counts: bool) -> bool:
    """Tell whether four bare digits are a year; ``counts``: the parse makes them count a plural noun."""
    if not numeral.bare or len(lexemes[numeral.first].text) != 4 or not MIN_YEAR <= numeral.low <= MAX_YEAR:
        return False
    if counts and (bounded or numeral.low % 100 == 0 or not 1900 <= numeral.low <= 2050):
        return token.ent_type_ == "DATE" and numeral.low >= 1900
    if counts and token.ent_type_ == "CARDINAL":
        return False
    before = lexemes[numeral.first - 1].lower
    if 1500 <= numeral.low or before in {"in", "since", "by", "until", "circa", "from", "a.d.", "ad", "year", "of"}:
        return not (bounded and token.ent_type_ != "DATE")
    return False


def is_score(lexemes: Lexemes, first: Numeral, second: Numeral, *, counts: bool) -> bool:
    """Tell whether 'a-b' is a result ('won 3-1', 'a 2-1 vote') and no range."""
    after = lexemes[second.past].lower
    if lexemes[second.past].text in DASHES:
        return True
    return after in SCORE_WORDS or second.low <= first.low or not counts


def is_label(lexemes: Lexemes, numeral: Numeral, token: Token, *, counts: bool) -> bool:
    """Tell whether the number names a thing: 'Boeing 737', 'Section 427', 'World War Two', 'Apple Watch 5'."""
    before = lexemes[numeral.first - 1]
    if before.text == "." and lexemes[numeral.first - 2].lower in {"no", "nos", "art", "sec", "fig", "vol"}:
        return True
    if before.text == "#":
        return True
    if before.kind != "word" or not before.text:
        return False
    if before.lower in LABELS and not counts:
        return True
    left = token.nbor(-1) if token.i > token.doc[0].i else None
    if left is None:
        return False
    named = left.pos_ == "PROPN" or (before.text[0].isupper() and numeral.first > 1 and left.pos_ in {"NOUN", "ADJ", "X"})
    if named and not counts:
        return left.ent_type_ != "PERSON" or numeral.low < 15
    if named and token.pos_ == "PROPN" and before.text[0].isupper():
        return True
    # 'sp 500', 'page 5': the number hangs on the noun to its left
    return left.pos_ == "NOUN" and token.head == left and token.dep_ in {"nummod", "appos"} and not counts


def is_pronoun_one(lexemes: Lexemes, numeral: Numeral, token: Token) -> bool:
    """Tell whether 'one' stands for a thing or for anybody: 'the one they lose', 'one another', 'this one'."""
    if lexemes[numeral.first].lower != "one" or numeral.past - numeral.first > 1:
        return False
    before, after = lexemes[numeral.first - 1].lower, lexemes[numeral.past].lower
    if before in {"the", "this", "that", "each", "every", "any", "another", "no", "which", "good", "new"} and after != "of":
        return True
    return after in {"another", "day", "thing", "way", "time", "'s"} or (after != "of" and token.dep_ != "nummod")
