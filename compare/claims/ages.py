"""Ages: '15-year-old', '42 years of age', 'Smith, 42, said', 'aged 18'."""

from __future__ import annotations

from dataclasses import replace

from compare.claims.amount import Amount, amount_of
from compare.claims.bounds import bounds_before
from compare.claims.lexemes import DASHES, Lexemes
from compare.claims.numeral import Numeral
from compare.claims.quantity_sentence import Sentence
from compare.language.antonyms import is_person
from compare.language.en.people import CHILDREN

PERSONS = frozenset(
    "driver pilot passenger victim suspect rider cyclist climber survivor resident worker boy girl brother"
    " sister".split()
)
BESIDE_AGES = frozenset("also just only now then still barely recently already".split())
OLD_ENOUGH = 16  # years from which 'a widower of 84' tells an age, whoever it is
EACH = frozenset({"both", "each"})
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
    if ended and _told_of_one(sentence, numeral.first):
        return age
    if _of_years(sentence, numeral) or _in_a_list(sentence, numeral):
        return age
    begin, _ = bounds_before(lexemes, numeral.first)
    lead = lexemes[(min(numeral.first, begin)) - 1].lower
    if before.lower in {"aged", "age", "ages"} or lead in {"aged", "ages"}:
        return age
    if lead == "between" and lexemes[numeral.first - 2].lower in {"aged", "ages"}:
        return age
    opening, closing = before.text, lexemes[numeral.past].text
    if before.lower in BESIDE_AGES | EACH and lexemes[numeral.first - 2].text == "," and closing == ",":
        return age if _persons_before(sentence, numeral.first - 2) else None
    if before.lower == "at" and numeral.first == 1 and closing == "," and _one_after(sentence, numeral.past + 1):
        return age
    if (opening, closing) not in {(",", ","), ("(", ")"), (",", "."), (",", "")} or numeral.low < 2:
        return None
    at = numeral.first - 1
    name = sentence.before(at)
    if name is None:
        return None
    word = name.lemma_.lower()  # 'another man, 77, died'
    if (not numeral.digits or numeral.low < 5) and word not in CHILDREN:
        return None
    one_person = name.tag_ == "NN" and _person(word)
    return age if name.ent_type_ == "PERSON" or name.pos_ == "PROPN" or one_person else None


def _person(word: str) -> bool:
    """Tell a noun of a person, by the dictionary."""
    return word in PERSONS | CHILDREN or is_person(word)


def _persons_before(sentence: Sentence, comma: int) -> bool:
    """Tell 'the jockey, now 31,' and 'her twin boys, both 6,'."""
    noun = sentence.before(comma)
    if noun is None:
        return False
    word = noun.lemma_.lower()
    if noun.pos_ in ("NOUN", "PROPN") and sentence.lexemes[comma + 1].lower == "now":
        return True
    return noun.ent_type_ == "PERSON" or (noun.pos_ == "NOUN" and _person(word))


def _one_after(sentence: Sentence, place: int) -> bool:
    """Tell 'At 45, the goalkeeper retired' and 'At 45, he retired'."""
    if place >= len(sentence.lexemes):
        return False
    first = sentence.token(place)
    if first.lower_ in {"he", "she"} or first.ent_type_ == "PERSON":
        return True
    noun = next((t for t in (first, *first.ancestors) if t.pos_ == "NOUN"), None)
    return first.pos_ == "DET" and noun is not None and noun.tag_ == "NN" and _person(noun.lemma_.lower())


def _told_of_one(sentence: Sentence, place: int) -> bool:
    """Tell 'the man, who is also 66, was shot', 'she had just turned 34.' and 'the driver was 17': of one person."""
    lexemes, at = sentence.lexemes, place - 1
    while lexemes[at].lower in BESIDE_AGES:
        at -= 1
    if lexemes[at].lower not in {"is", "was", "turned", "turns"}:
        return False
    at -= 1
    while lexemes[at].lower in BESIDE_AGES | {"had", "has"}:
        at -= 1
    if lexemes[at].lower in {"who", "he", "she"}:
        return True
    person = sentence.before(at + 1)
    return person is not None and person.tag_ == "NN" and person.lemma_.lower() in PERSONS | CHILDREN


def _of_years(sentence: Sentence, numeral: Numeral) -> bool:
    """Tell 'a boy of 14 was stabbed' from 'a family of five': one person, and nothing is counted."""
    lexemes = sentence.lexemes
    if lexemes[numeral.first - 1].lower != "of" or lexemes[numeral.first - 3].lower not in {"a", "an", "the"}:
        return False
    person = sentence.before(numeral.first - 1)
    if person is None or person.tag_ != "NN":
        return False
    word = person.lemma_.lower()
    if word not in {*CHILDREN, "man", "woman", "teenager"} and not (numeral.low >= OLD_ENOUGH and _person(word)):
        return False
    after = sentence.token(numeral.past) if numeral.past < len(lexemes) else None
    return after is None or after.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _in_a_list(sentence: Sentence, numeral: Numeral) -> bool:
    """Tell 'two sisters, 8 and 11, were killed' and 'Ann and Per, 31 and 45,': ages of several in their order."""
    lexemes, first, past = sentence.lexemes, numeral.first, numeral.past
    if not numeral.digits:
        return False
    while lexemes[first - 2].kind == "number" and lexemes[first - 1].lower in {",", "and"}:
        first -= 2
    while lexemes[past].lower in {",", "and"} and lexemes[past + 1].kind == "number":
        past += 2
    if (first == numeral.first) == (past == numeral.past) and first == numeral.first:
        return False
    if lexemes[first - 1].text != "," or lexemes[past].text not in {",", "."}:
        return False
    person = sentence.before(first - 1)
    if person is None:
        return False
    word = person.lemma_.lower()
    several = person.tag_ == "NNS" and _person(word)
    return several or person.ent_type_ == "PERSON"


def _died(lexemes: Lexemes, place: int) -> bool:
    """Tell whether somebody dies shortly before lexeme ``place``: 'dies of cancer at 58'."""
    return any(lexemes[place - step].lower in {"dies", "died", "dead"} for step in range(2, DEATH_REACH))
