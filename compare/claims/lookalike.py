"""Numbers that are no amounts: dates, times of day, years, scores, labels, names of things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compare.claims.lexemes import DASHES, Lexemes
from compare.claims.numeral import Numeral
from compare.claims.roads import is_address
from compare.language.en import labels
from compare.language.en.calendar import MONTHS, WEEKDAYS
from compare.language.en.outcomes import OUTCOME_ADJECTIVES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.claims.quantity_sentence import Sentence

ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,255}|\b[\w-]{1,63}\.(?:com|org|net|gov|edu|html?)\b\S*",
    re.IGNORECASE,
)
PHONE: Final = re.compile(r"\+\d[\d ()-]{6,}\d|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b|\b0\d{3,4} \d{6}\b")
ISO_DATE: Final = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}([/.])\d{1,2}\1\d{2,4}(?!\d)")
DOTTED: Final = re.compile(r"\b(?!\d{1,3}(?:\.\d{3}){2,}(?![\d.]\d))\d+(?:\.\d+){2,}\b")  # '1.250.000' is a number
HARM: Final = frozenset("kill wound injure hurt arrest detain".split())
HARMED: Final = frozenset("killed shot arrested detained".split())
MIN_YEAR, MAX_YEAR = 1000, 2100


def masked(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of addresses, telephone numbers and dates in figures: no amount begins there."""
    return tuple(m.span() for pattern in (ADDRESS, PHONE, ISO_DATE, DOTTED) for m in pattern.finditer(text))


def is_date_or_time(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether the numeral is the day of a date, or a time of day."""
    before, after = lexemes[numeral.first - 1], lexemes[numeral.past]
    if after.lower in labels.HALF_DAYS - {"hrs"} or (
        numeral.digits and after.lower in labels.ZONES and after.text.isupper()
    ):
        return True
    if numeral.bare and after.lower == "hrs" and len(lexemes[numeral.first].text) == 4:
        return True
    if numeral.digits and after.text == ":" and after.glued and lexemes[numeral.past + 1].kind == "number":
        return lexemes[numeral.past + 1].glued
    if numeral.digits and before.text == ":" and before.glued and lexemes[numeral.first].glued:
        return lexemes[numeral.first - 2].kind == "number"
    if not numeral.bare or numeral.low > 31:
        return False
    if before.text == "." and lexemes[numeral.first - 2].lower in MONTHS:
        return True
    return is_month(lexemes, numeral.first - 1) or (is_month(lexemes, numeral.past) and after.text[:1].isupper())


def is_month(lexemes: Lexemes, place: int) -> bool:
    """Tell whether the lexeme names a month; 'may' and 'march' need their capital."""
    word = lexemes[place]
    return word.lower in MONTHS and (word.text[0].isupper() or word.lower not in labels.AMBIGUOUS_MONTHS)


def is_glued(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether letters touch the digits: 'F-16', 'S23', '737s', '5G', '3D', 'Covid-19', '24/7', 'ID.3'."""
    here, before, after = lexemes[numeral.first], lexemes[numeral.first - 1], lexemes[numeral.past]
    further = lexemes[numeral.first - 2]
    hyphened = before.text in DASHES and here.glued
    if hyphened and before.glued and further.kind in {"word", "number"}:
        return further.lower != "sub"
    if not numeral.digits:
        return False
    if hyphened and further.kind == "word" and further.text.isupper() and len(further.text) > 1:
        return True  # 'COVID -19'
    if here.glued and (before.kind == "word" or before.text in {"/", "#", "_", ":"}):
        return True
    if here.glued and before.text == "." and before.glued and further.kind == "word":
        return True
    if after.glued and after.kind == "word":
        return True
    if after.text in DASHES and after.glued and lexemes[numeral.past + 1].kind == "number":
        return lexemes[numeral.past + 1].glued  # '2-2': no range, or it had been read as one
    return after.glued and after.text in {"/", "_", "&"} and lexemes[numeral.past + 1].glued


def is_compound(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether a hyphen joins the number to a noun that names a kind: 'four-door', 'two-state solution'."""
    dash, noun = lexemes[numeral.past], lexemes[numeral.past + 1]
    joined = dash.text in DASHES and dash.glued and noun.glued and noun.kind == "word"
    if lexemes[numeral.first - 1].lower in {"and", "or"} and lexemes[numeral.first - 2].text in DASHES:
        return False  # the last of 'four-, five- and six-cylinder engines'
    return (
        joined and noun.lower not in labels.HYPHENED_COUNTS and noun.lower not in {"odd", "plus", "some", "ish", "fold"}
    )


def is_year(lexemes: Lexemes, numeral: Numeral, token: Token, *, bounded: bool, counts: bool) -> bool:
    """Tell whether four bare digits are a year; ``counts``: the parse makes them count a plural noun."""
    if not looks_like_year(lexemes, numeral):
        return False
    if _spans_years(lexemes, numeral) or _ends_date(lexemes, numeral):
        return True
    if counts and lexemes[numeral.past].lower in {"people", "persons", "civilians", "soldiers"}:
        return False
    if counts and (bounded or numeral.low % 100 == 0 or not 1900 <= numeral.low <= 2050):
        return bool(token.ent_type_ == "DATE" and numeral.low >= 1900 and not bounded)
    if counts and token.ent_type_ == "CARDINAL":
        return False
    before = lexemes[numeral.first - 1].lower
    return (numeral.low >= 1500 or before in labels.YEAR_WORDS) and not (bounded and token.ent_type_ != "DATE")


def _ends_date(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether the numeral follows a month or a day of a month: 'August 3 2015', 'July 2016'."""
    if lexemes[numeral.first - 1].lower == ",":
        return lexemes[numeral.first - 2].kind == "number" and is_month(lexemes, numeral.first - 3)
    if is_month(lexemes, numeral.first - 1):
        return True
    return lexemes[numeral.first - 1].kind == "number" and is_month(lexemes, numeral.first - 2)


def _spans_years(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether the numeral is an end of 'between 1600 and 1900' or 'from 1914 to 1918'."""
    for first in (numeral.first, numeral.first - 2):
        opening, joint, past = lexemes[first - 1].lower, lexemes[first + 1].lower, lexemes[first + 2]
        ends = (
            lexemes[first].text.isdecimal()
            and past.text.isdecimal()
            and len(lexemes[first].text) == len(past.text) == 4
        )
        if ends and (opening in {"between", "from", "a.d.", "ad"}) and joint in {"and", "to"}:
            return True
    return False


def looks_like_year(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether the numeral is four bare digits in the range of years."""
    return numeral.bare and len(lexemes[numeral.first].text) == 4 and MIN_YEAR <= numeral.low <= MAX_YEAR


def is_score(lexemes: Lexemes, first: Numeral, second: Numeral, *, counts: bool) -> bool:
    """Tell whether 'a-b' is a result ('won 3-1', 'a 2-1 vote') and no range."""
    if lexemes[second.past].text in DASHES and lexemes[second.past].glued:
        return True
    return lexemes[second.past].lower in labels.SCORES or second.low <= first.low or not counts


def is_label(sentence: Sentence, numeral: Numeral, *, counts: bool) -> bool:
    """Tell whether the number names a thing: 'Boeing 737', 'Section 427', 'World War Two', 'the S&P 500'."""
    lexemes, token = sentence.lexemes, sentence.token(numeral.first)
    before, after = lexemes[numeral.first - 1], lexemes[numeral.past]
    if before.text == "." and lexemes[numeral.first - 2].lower in labels.ABBREVIATED_LABELS:
        return True
    if before.text == "#" or is_address(lexemes, numeral) or _is_listed(lexemes, numeral):
        return True
    if lexemes.phrase(numeral.first - 2, numeral.first) in {"Group of", "Gang of"}:
        return True
    if before.kind != "word":
        return False
    index = before.lower in labels.INDICES or (before.text == "P" and lexemes[numeral.first - 2].text in {"&", "S"})
    if numeral.digits and index and (numeral.low % 5 == 0 or not counts):
        return True
    if before.lower in labels.LABELS and not counts:
        return True
    return _is_named(sentence, numeral, token, counts=counts, capital=after.text[:1].isupper())


def _is_named(sentence: Sentence, numeral: Numeral, token: Token, *, counts: bool, capital: bool) -> bool:
    """Tell whether the number belongs to a name or noun on its left: 'iPhone 11', 'World War Two', 'the cac 40'."""
    before, left = sentence.lexemes[numeral.first - 1], sentence.before(numeral.first)
    if left is None or before.lower in WEEKDAYS or before.lower in MONTHS:
        return False
    upper = before.text[0].isupper() or not before.text.islower()
    if sentence.title_case:
        return upper and not counts and left.ent_type_ in {"PRODUCT", "ORG", "FAC", "LAW"} and token.dep_ == "nummod"
    named = left.pos_ == "PROPN" or (upper and numeral.first > 1 and left.pos_ in {"NOUN", "ADJ", "X"})
    if named and (not counts or (capital and numeral.digits)):
        return left.ent_type_ != "PERSON" or numeral.low < 15
    if named and token.pos_ == "PROPN" and upper:
        return True
    return left.pos_ == "NOUN" and token.head == left and token.dep_ in {"nummod", "appos"} and not counts


def is_model(lexemes: Lexemes, numeral: Numeral, token: Token) -> bool:
    """Tell whether a capitalised singular makes the number part of its name: '787 Dreamliner', '911 Turbo'."""
    if not numeral.bare or numeral.low < 100 or numeral.low % 10 == 0 or token.i + 1 >= len(token.doc):
        return False
    return lexemes[numeral.past].text[:1].isupper() and token.nbor(1).tag_ in {"NNP", "NN", "JJ"}


def _is_listed(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether the number stands alone in brackets, numbers a line ('1. First'), or goes on a list of labels."""
    before, after = lexemes[numeral.first - 1], lexemes[numeral.past]
    if numeral.bare and before.text == "(" and after.text == ")":
        return True
    if (
        numeral.bare
        and numeral.first == 0
        and after.text in {".", ")"}
        and after.glued
        and lexemes[numeral.past + 1].text
    ):
        return True
    further = lexemes[numeral.first - 3]
    return (
        before.lower in {"and", "or", "to", ","}
        and lexemes[numeral.first - 2].kind == "number"
        and further.lower in labels.LABELS
    )


def is_pronoun_one(lexemes: Lexemes, numeral: Numeral, token: Token) -> bool:
    """Tell whether 'one' stands for a thing or for anybody: 'the one they lose', 'one another', 'this one'."""
    if lexemes[numeral.first].lower != "one" or numeral.past - numeral.first > 1:
        return False
    before, after = lexemes[numeral.first - 1].lower, lexemes[numeral.past].lower
    if before in labels.ONE_AFTER and after != "of":
        return True
    if token.i > token.doc[0].i and token.nbor(-1).lemma_.lower() in HARM and not lexemes[numeral.first].glued:
        return False  # 'kills one and wounds five'
    if after in OUTCOME_ADJECTIVES or after in HARMED:
        return False  # 'one dead, two injured'
    return after in labels.ONE_BEFORE or (after != "of" and token.dep_ != "nummod")
