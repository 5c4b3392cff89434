"""What a number leaves unsaid because its neighbour says it: a unit, the thing counted, a bound, a direction."""

from __future__ import annotations

from dataclasses import replace

from compare.claims.amount import Amount
from compare.claims.counted import counted_as
from compare.claims.lexemes import DASHES
from compare.claims.quantity_sentence import Sentence

# Before a bare number, these send the reader back to what was counted last: '460 cars … compared with 63'.
BACKWARD = frozenset({"from", "to", "with", "against", "than", "including", "versus"})


def filled(sentence: Sentence, amounts: list[Amount]) -> list[Amount]:
    """Give bare numbers the unit or the noun of their neighbour; drop numbers in the middle of a name."""
    forward = _weights(sentence, _from_next(sentence, _without_labels(sentence, amounts)))
    found: list[Amount] = []
    for amount in forward:
        found.append(_from_last(sentence, amount, found[-1] if found else None))
    return found


def _without_labels(sentence: Sentence, amounts: list[Amount]) -> list[Amount]:
    """'Two new 737 Max jets': of two numbers before one noun, the second is part of a name."""
    found: list[Amount] = []
    for amount in amounts:
        last = found[-1] if found else None
        same = last is not None and last.counted is not None and amount.counted is not None
        if same and last is not None and last.counted and amount.counted and amount.numeral.digits:
            between = {sentence.lexemes[p].lower for p in range(last.past, amount.first)}
            joined = between & {"and", "or", "to", "of", ",", "in", "out"} or between & DASHES
            if last.counted.token is not None and last.counted.token == amount.counted.token and not joined:
                continue
        found.append(amount)
    return found


def _from_next(sentence: Sentence, amounts: list[Amount]) -> list[Amount]:
    """'7- or 8-inch', 'eight or nine euros': the first takes the unit of the second."""
    found: list[Amount] = []
    following: Amount | None = None
    for amount in reversed(amounts):
        taken = amount
        bare = amount.dimension == "count" and amount.kind == "plain" and not amount.numeral.fraction
        if following is not None and bare:
            between = [sentence.lexemes[p].lower for p in range(amount.past, following.first)]
            plain = [word for word in between if word not in DASHES]
            if (amount.pending and plain in (["or"], ["and"], [","], [",", "and"], [",", "or"])) or plain == ["or"]:
                taken = replace(
                    amount, unit=following.unit, dimension=following.dimension, counted=following.counted, pending=False
                )
        following = taken
        if not taken.pending:
            found.append(taken)
    return found[::-1]


def _weights(sentence: Sentence, amounts: list[Amount]) -> list[Amount]:
    """'Weighed 260 pounds', '260 pounds (117kg)', '500 pounds of explosives': pounds of weight, not of money."""
    found: list[Amount] = []
    for place, written in enumerate(amounts):
        amount = written
        after = amounts[place + 1] if place + 1 < len(amounts) else None
        if amount.unit == "pound sterling" and sentence.lexemes[amount.past - 1].lower in {"pound", "pounds"}:
            back = {sentence.lexemes[amount.first - step].lower[:5] for step in range(1, 6)}
            converted = after is not None and after.dimension == "mass" and after.first - amount.past == 1
            of = sentence.lexemes[amount.past].lower == "of" and not amount.numeral.scaled
            if "weigh" in back or converted or of:
                amount = replace(amount, unit="pound-mass", dimension="mass")
        found.append(amount)
    return found


def _from_last(sentence: Sentence, amount: Amount, last: Amount | None) -> Amount:
    """'3.9 million headsets, up from 2.4 million': a bare number takes the noun of the one before it."""
    between = [] if last is None else [sentence.lexemes[p].lower for p in range(last.past, amount.first)]
    bare = amount.dimension == "count" and amount.unit is None and amount.counted is None and amount.kind == "plain"
    if bare and last is not None and last.kind == "bare age" and between in (["and"], [","], [",", "and"]):
        return replace(amount, unit=last.unit, dimension=last.dimension, kind=last.kind)
    following = sentence.lexemes.phrase(amount.past, amount.past + 2).lower()
    if bare and last is not None and following in {"of them", "of whom", "of those", "of these"} and last.counted:
        noun = sentence.token(amount.past + 2) if amount.past + 2 < len(sentence.lexemes) else None
        if noun is not None and noun.tag_ == "NNS":
            return replace(amount, unit=noun.lower_, counted=counted_as(noun))
        return replace(amount, unit=last.unit, counted=last.counted)
    if not bare or last is None or last.kind != "plain" or last.dimension in {"percent", "multiple", "age", "fraction"}:
        return amount
    if sentence.lexemes[amount.first - 1].lower not in BACKWARD or (last.unit is None and last.counted is None):
        return amount
    return replace(amount, unit=last.unit, dimension=last.dimension, counted=last.counted)
