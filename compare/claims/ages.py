"""Ages: '15-year-old', '42 years of age', 'Smith, 42, said', 'aged 18'."""

from __future__ import annotations

from dataclasses import replace

from compare.claims.amount import Amount, amount_of
from compare.claims.bounds import bounds_before
from compare.claims.lexemes import DASHES, Lexemes
from compare.claims.numeral import Numeral
from compare.claims.quantity_sentence import Sentence
from compare.language.antonyms import hypernym_words

PERSONS = frozenset("driver pilot passenger victim suspect rider cyclist survivor resident worker boy girl".split())
DEATH_REACH = 8  # lexemes from 'dies' to 'at 58'


def aged(lexemes: Lexemes, amount: Amount) -> Amount:
    """'15-year-old', '15 years old', '42 years of age' are ages, not durations."""
    if amount.unit not in {"year", "month", "week", "day"}:
        return amount
    past = amount.past + (lexemes[amount.past].text in DASHES)
    if lexemes[past].lower in {"old", "olds"}:
        return replace(amount, past=past + 1, dimension="age")
    if lexemes.phrase(past, past + 2).lower() == "of age":
        return replace(amount, past=past + 2, dimension="age")
    return amount


def bare_age(sentence: Sentence, numeral: Numeral) -> Amount | None:
    """Read 'Smith, 42, said', 'Smith (42)' and 'aged 18'; an age without its unit."""
    lexemes, before = sentence.lexemes, sentence.lexemes[numeral.first - 1]
    if not (numeral.bare or not numeral.digits) or not 0 < numeral.low < 120 or numeral.vague or numeral.fraction:
        return None
    age = replace(amount_of(numeral, numeral.first, numeral.past, "year", "age"), kind="bare age")
    if lexemes.phrase(numeral.first - 2, numeral.first).lower() == "age of":
        return replace(age, kind="plain")
    ended = numeral.digits and lexemes[numeral.past].kind != "word"
    if ended and before.lower == "at" and _died(lexemes, numeral.first):
        return age
    begin, _ = bounds_before(lexemes, numeral.first)
    lead = lexemes[(min(numeral.first, begin)) - 1].lower
    if before.lower in {"aged", "age", "ages"} or lead in {"aged", "ages"}:
        return age
    if lead == "between" and lexemes[numeral.first - 2].lower in {"aged", "ages"}:
        return age
    opening, closing = before.text, lexemes[numeral.past].text
    if (
        (opening, closing) not in {(",", ","), ("(", ")"), (",", "."), (",", "")}
        or not numeral.digits
        or numeral.low < 5
    ):
        return None
    name = sentence.before(numeral.first - 1)
    if name is None:
        return None
    word = name.lemma_.lower()  # 'another man, 77, died'
    one_person = name.tag_ == "NN" and (word in PERSONS or "person" in hypernym_words(word))
    return age if name.ent_type_ == "PERSON" or name.pos_ == "PROPN" or one_person else None


def _died(lexemes: Lexemes, place: int) -> bool:
    """Tell whether somebody dies shortly before lexeme ``place``: 'dies of cancer at 58'."""
    return any(lexemes[place - step].lower in {"dies", "died", "dead"} for step in range(2, DEATH_REACH))
