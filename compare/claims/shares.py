"""Shares and vague numbers: 'two-thirds', 'a quarter of', 'dozens', 'tens of thousands', 'a few hundred'."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from compare.claims.figures import Numeral
from compare.claims.lexemes import DASHES, Lexemes
from compare.claims.numberwords import scale_at
from compare.language.en import numbers

# 'Scores' is a number before these, else results of games.
AFTER_SCORES: Final = frozenset({"killed", "injured", "wounded", "dead", "hurt", "missing", "feared", "arrested"})
# 'The first half of the year', 'the other half of the town': a part and no share.
HALVES_OF_TIME: Final = frozenset(
    {*numbers.ORDINALS, "other", "latter", "top", "back", "upper", "last", "next", "this", "better"}
)


def share_at(lexemes: Lexemes, place: int) -> Numeral | None:
    """Read 'a third of', 'two-thirds', 'half of', 'three quarters'."""
    here, after = lexemes[place], lexemes[place + 1]
    if here.lower == "half" and lexemes[place - 1].lower in HALVES_OF_TIME:
        return None
    joint = 1 if after.text in DASHES else 0
    word = lexemes[place + 1 + joint].lower
    past = place + 2 + joint
    of = lexemes[past].lower == "of"
    if here.lower == "half" and (after.lower == "of" or after.lower in {"the", "their", "its", "his", "her", "our"}):
        value = Decimal("0.5")
        return Numeral(place, place + 1, value, value, numbers.FRACTION_GRAIN, fraction=True)
    many = numbers.ONES.get(here.lower, 0) if here.lower not in {"a", "an"} else 1
    if not many or lexemes[place].glued:
        return None
    singular = word.removesuffix("s") if word != "halves" else word
    below = numbers.FRACTIONS.get(singular)
    if below is None or many >= below or (many == 1) == word.endswith("s"):
        return None
    if many == 1 and not (of or (here.lower == "one" and (joint or lexemes[past].kind != "word"))):
        return None
    value = Decimal(many) / below
    whole = scale_at(lexemes, past + 2) if of and lexemes[past + 1].lower == "a" else None
    if whole:  # 'a quarter of a million'
        return Numeral(place, past + 3, value * whole, value * whole, Decimal(whole) / 100, scaled=True)
    return Numeral(place, past, value, value, numbers.FRACTION_GRAIN, fraction=True)


def vague_at(lexemes: Lexemes, place: int) -> Numeral | None:
    """Read 'dozens', 'tens of thousands', 'several hundred', 'a few thousand', 'a couple of'."""
    if lexemes[place].lower in {"a", "the"} and lexemes[place + 2].lower == "of" and not lexemes[place + 1].glued:
        exactly = numbers.GROUPS.get(lexemes[place + 1].lower)
        if exactly and not _scale_plural(lexemes, place + 3):
            return Numeral(place, place + 3, Decimal(exactly), Decimal(exactly), Decimal(1))
        if lexemes[place].lower == "a" and lexemes[place + 1].lower == "score":
            return Numeral(place, place + 3, Decimal(18), Decimal(22), Decimal(1), vague=True)
    at = place + (
        lexemes[place].lower in {"a", "the"} and lexemes[place + 1].lower in {"few", "couple", "handful", "pair"}
    )
    word = lexemes[at].lower
    if word in numbers.VAGUE_PLURALS:
        low, high = numbers.VAGUE_PLURALS[word]
        alone = word in {"tens", "scores"} and lexemes[at + 1].lower != "of"
        if alone and (word == "tens" or lexemes[at + 1].lower not in AFTER_SCORES):
            return None
        past = at + 1
        while lexemes[past].lower == "of" and lexemes[past + 1].lower in {
            "hundreds",
            "thousands",
            "millions",
            "billions",
        }:
            factor = numbers.SCALES[lexemes[past + 1].lower[:-1]]
            low, high, past = low * factor, high * factor, past + 2
        return Numeral(place, past, Decimal(low), Decimal(high), Decimal(1), vague=True, scaled=True)
    if word not in numbers.VAGUE_WORDS or (word in {"few", "pair"} and at == place):
        return None
    low, high = numbers.VAGUE_WORDS[word]
    past = at + 1
    if word in {"couple", "handful", "pair"} and lexemes[past].lower == "of":
        past += 1
    more = scale_at(lexemes, past) or _scale_plural(lexemes, past)
    if more:
        low, high = low * more, high * more
        return Numeral(place, past + 1, Decimal(low), Decimal(high), Decimal(1), vague=True, scaled=True)
    if word in {"handful", "pair"} and lexemes[past - 1].lower != "of":
        return None
    return Numeral(place, past, Decimal(low), Decimal(high), Decimal(1), vague=True)


def _scale_plural(lexemes: Lexemes, place: int) -> int | None:
    word = lexemes[place].lower
    return (
        numbers.SCALES.get(word[:-1])
        if word.endswith("s") and word[:-1] in {"hundred", "thousand", "million", "dozen"}
        else None
    )
