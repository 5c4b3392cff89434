"""Amounts without a plain numeral: 'no one', 'twice as many', 'sixfold', 'doubled', '1 in 5', ordinals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from compare.claims.amount import Amount, Kind
from compare.claims.counted import Counted, counted_by
from compare.claims.lookalike import is_month, looks_like_year
from compare.claims.numeral import Numeral, numeral_at
from compare.claims.quantity_sentence import Sentence
from compare.language.en.numbers import FRACTION_GRAIN, MULTIPLE_VERBS, MULTIPLES, ONES, ORDINAL_ENDINGS, ORDINALS, TENS

NOBODY = Counted("people", "people", "people", plural=True)


def special_at(sentence: Sentence, place: int) -> Amount | None:
    """Return the amount that begins at lexeme ``place`` without a plain numeral, or None."""
    return (
        _nobody(sentence, place)
        or _odds(sentence, place)
        or _multiple(sentence, place)
        or _fold(sentence, place)
        or _ordinal(sentence, place)
    )


def _made(place: int, past: int, value: Decimal, dimension: str, kind: Kind = "plain") -> Amount:
    numeral = Numeral(place, past, value, value, Decimal(1))
    return Amount(place, past, numeral, value, value, Decimal(1), None, dimension, kind=kind)


def _nobody(sentence: Sentence, place: int) -> Amount | None:
    lexemes = sentence.lexemes
    if lexemes.phrase(place, place + 2).lower() in {"no one", "no-one"} or lexemes[place].lower == "nobody":
        past = place + 1 if lexemes[place].lower == "nobody" else place + 2
        past += lexemes[place + 1].text == "-"
        if lexemes[past].lower.startswith(("'s", "else")):
            return None
        return replace(_made(place, past, Decimal(0), "count"), counted=NOBODY, unit="people")
    return None


def _odds(sentence: Sentence, place: int) -> Amount | None:
    """Read '1 in 5 adults' and 'nine out of 10' as a share."""
    lexemes = sentence.lexemes
    first = numeral_at(lexemes, place)
    if first is None or first.vague or first.fraction or first.scaled or lexemes[place].glued:
        return None
    step = first.past + (2 if lexemes.phrase(first.past, first.past + 2).lower() == "out of" else 1)
    if step == first.past + 1 and lexemes[first.past].lower not in {"in", "of"}:
        return None
    out = step > first.past + 1 or lexemes[first.past].lower == "of"
    if lexemes[step].lower == "every":
        step += 1  # 'nine in every ten'
    elif out and step == first.past + 1:
        return None
    second = numeral_at(lexemes, step)
    if second is None or second.vague or second.fraction or looks_like_year(lexemes, second):
        return None
    if not 0 < first.low < second.low or first.low > 99 or (first.low > 1 and second.low > 100):
        return None
    if is_month(lexemes, second.past) or (lexemes[second.past].glued and lexemes[second.past].kind == "word"):
        return None
    value = first.low / second.low
    ending = sentence.base + lexemes[second.past - 1].end
    counted = counted_by(sentence.token(second.past - 1), sentence.span, ending)
    if counted is not None and not counted.plural:
        return None
    numeral = Numeral(place, second.past, value, value, FRACTION_GRAIN, fraction=True)
    return Amount(place, second.past, numeral, value, value, min(FRACTION_GRAIN, value), None, "fraction", counted)


def _multiple(sentence: Sentence, place: int) -> Amount | None:
    """Read 'twice as many', 'double the number', 'doubled'."""
    lexemes = sentence.lexemes
    word = lexemes[place].lower
    if word in MULTIPLES and not lexemes[place].glued:
        as_many = lexemes.phrase(place + 1, place + 3).lower() in {"as many", "as much"}
        the_number = lexemes.phrase(place + 1, place + 3).lower() in {
            "the number",
            "the amount",
            "the size",
            "the rate",
        }
        if as_many or the_number:
            return _made(place, place + 3 if as_many else place + 1, Decimal(MULTIPLES[word]), "multiple")
    if word in MULTIPLE_VERBS and sentence.token(place).pos_ in {"VERB", "ADJ", "AUX"}:
        return _made(place, place + 1, MULTIPLE_VERBS[word], "multiple", "multiple")
    return None


def _fold(sentence: Sentence, place: int) -> Amount | None:
    """Read 'sixfold' and 'tenfold'."""
    word = sentence.lexemes[place].lower
    if not word.endswith("fold") or (value := ONES.get(word.removesuffix("fold"), 0) or TENS.get(word[:-4], 0)) < 2:
        return None
    return _made(place, place + 1, Decimal(value), "multiple")


def _ordinal(sentence: Sentence, place: int) -> Amount | None:
    lexemes = sentence.lexemes
    here, after = lexemes[place], lexemes[place + 1]
    if here.kind == "number" and here.text.isdecimal() and after.glued and after.lower in ORDINAL_ENDINGS:
        if is_month(lexemes, place - 1) or is_month(lexemes, place + 2) or lexemes[place + 2].lower == "of":
            return None
        return _made(place, place + 2, Decimal(here.text), "ordinal", "ordinal")
    token = sentence.token(place)
    if here.lower in ORDINALS and not here.glued and token.pos_ == "ADJ" and token.dep_ == "amod":
        if is_month(lexemes, place - 1) or is_month(lexemes, place + 1):
            return None
        made = _made(place, place + 1, Decimal(ORDINALS[here.lower]), "ordinal", "ordinal")
        noun = token.head
        words = noun.lower_
        return replace(made, counted=Counted(words, None, noun.lemma_.lower(), plural=False, token=noun))
    return None
