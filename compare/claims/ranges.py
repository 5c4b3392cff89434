"""Two numbers that make one range: '1.5–2 billion', 'between 10 and 12', 'four- to five-hour', 'from 3 to 5'."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from compare.claims.amount import Amount
from compare.claims.lexemes import DASHES, lexemes_of
from compare.claims.lookalike import is_date_or_time, is_label, is_score, looks_like_year
from compare.claims.measure import Measured, currency_before, rate_after, unit_after
from compare.claims.numeral import Numeral, numeral_at
from compare.claims.quantity_sentence import Sentence
from compare.claims.single import amount_at, count_at
from compare.language.en.bounds import DOWN, UP
from compare.language.en.unit import Unit

BLURS = frozenset({"about", "around", "nearly", "roughly", "almost", "up", "approximately", "some", "just", "over"})
SIGNS = frozenset("$€£¥")
# 'Went from 10 to 15' tells of two levels; 'from 10 to 15 people' of one span.
CHANGES = (
    UP
    | DOWN
    | frozenset(
        "went go goes going changed change moved revised updated upgraded brought takes took doubled tripled trebled "
        "halved quadrupled lifted trimmed ballooned dwindled extended shortened double triple treble halve quadruple "
        "lift trim extend shorten widen narrow swell deepen lengthen revise update upgrade change balloon dwindle "
        "widening narrowing doubling tripling trimming extending shortening deepening lengthening cutting raising "
        "reducing lowering expanding shrinking".split()
    )
)
CHANGE_REACH = 4


def range_at(sentence: Sentence, place: int) -> tuple[Amount, int] | None:
    """Return the range whose first numeral begins at lexeme ``place`` and the lexeme of its second, or None."""
    lexemes = sentence.lexemes
    sign = currency_before(lexemes, place)
    first = numeral_at(lexemes, place, money=sign is not None)
    if first is None or first.vague or first.fraction or sentence.is_masked(place):
        return None
    if sign is None and is_date_or_time(lexemes, first):
        return None
    unit = None if sign else unit_after(lexemes, first.past, digits=first.digits)
    start = sign[0] if sign else place
    joined = _joined(sentence, unit.past if unit else first.past, start)
    if joined is None or not _begins_clean(sentence, start):
        return None
    second = amount_at(sentence, joined) or _second(sentence, joined)
    if second is not None and sign is not None:
        second = _priced(sentence, second, sign[1], dashed=lexemes[joined - 1].text in DASHES)
    if second is None or second.numeral.vague or second.numeral.fraction or not _one_unit(sign, unit, second):
        return None
    if _is_no_range(sentence, first, second, joined, bare=sign is None and unit is None):
        return None
    low, grain = _shared_scale(sentence, first, second.numeral)
    if low > second.high:
        return None
    ranged = replace(second, first=start, low=low, grain=max(grain, second.grain))
    leads = {lexemes[start - step].lower for step in (1, 2)}
    if second.dimension == "count" and second.counted is None and leads & {"aged", "ages"}:
        ranged = replace(ranged, unit="year", dimension="age", kind="bare age")
    return ranged, joined


def _begins_clean(sentence: Sentence, start: int) -> bool:
    before = sentence.lexemes[start - 1]
    touching = sentence.lexemes[start].glued
    return not touching or (before.kind == "sign" and before.text not in DASHES | {":", "/", "#", "."})


def _second(sentence: Sentence, place: int) -> Amount | None:
    """Read the second number where it would be a label or a year on its own."""
    lexemes = sentence.lexemes
    numeral = numeral_at(lexemes, place)
    if numeral is None or sentence.is_masked(place) or is_date_or_time(lexemes, numeral):
        return None
    after = lexemes[numeral.past]
    if after.glued and after.kind == "word":
        return None
    return count_at(sentence, numeral, strict=False)


def _priced(sentence: Sentence, second: Amount, unit: Unit, *, dashed: bool) -> Amount:
    """'€1.5–2 billion', '$3 to 5 million': the sign stands before the first number only."""
    if second.dimension != "count" or not (dashed or second.numeral.scaled):
        return second
    rate = rate_after(sentence.lexemes, second.numeral.past)
    if rate is None:
        return replace(second, unit=unit.name, dimension="money", counted=None)
    past, per = rate
    return replace(second, past=past, unit=f"{unit.name} per {per}", dimension=f"money per {per}", counted=None)


def _one_unit(sign: tuple[int, Unit] | None, unit: Measured | None, second: Amount) -> bool:
    """Tell whether both ends may share one unit: '$1m and $2m', '30 to 40 miles', not '60% to 3.9 million'."""
    own = sign[1].name if sign else (unit.name if unit else None)
    if own is None:
        return True
    return second.unit == own or (second.unit or "").startswith(own + " per ")


def _is_no_range(sentence: Sentence, first: Numeral, second: Amount, joined: int, *, bare: bool) -> bool:
    """Rule out results ('3-1'), spans of years, street numbers and labels."""
    lexemes = sentence.lexemes
    if not bare:
        return False
    counts = second.counted is not None and second.counted.plural
    tight = lexemes[joined - 1].text in DASHES and lexemes[joined].glued
    if second.dimension == "count" and looks_like_year(lexemes, first) and looks_like_year(lexemes, second.numeral):
        dated = "DATE" in {sentence.token(first.first).ent_type_, sentence.token(second.numeral.first).ent_type_}
        if dated or not counts:
            return True
    if looks_like_year(lexemes, first) and lexemes[first.first - 1].lower in {"in", "since"}:
        return True
    if is_label(sentence, first, counts=counts) or is_label(sentence, second.numeral, counts=counts):
        return second.dimension == "count"
    return tight and second.dimension == "count" and is_score(lexemes, first, second.numeral, counts=counts)


def _shared_scale(sentence: Sentence, first: Numeral, second: Numeral) -> tuple[Decimal, Decimal]:
    """'1.5–2 billion': the first number takes the scale of the second."""
    if second.scaled and not first.scaled and first.low < 1000:
        mantissa = _mantissa(sentence, second)
        if mantissa and first.low <= mantissa:
            factor = second.low / mantissa
            return first.low * factor, first.grain * factor
    return first.low, first.grain


def _mantissa(sentence: Sentence, numeral: Numeral) -> Decimal | None:
    """Return the number before the scale: 2 of '2 billion', 5 of 'five million'."""
    alone = numeral_at(lexemes_of(sentence.lexemes[numeral.first].text), 0)
    return alone.low if alone is not None and alone.low else None


def _joined(sentence: Sentence, past: int, start: int) -> int | None:
    """Return the lexeme after the dash or word that joins two ends, or None: '–', 'to', '- to', 'between … and'."""
    lexemes = sentence.lexemes
    here, after = lexemes[past], lexemes[past + 1]
    if here.text in DASHES:
        return _past_blurs(sentence, past + (2 if after.lower == "to" else 1), dashed=after.lower != "to")
    if here.lower == "to":
        return _past_blurs(sentence, past + 1 + (after.text in DASHES), dashed=False)
    if here.lower == "and" and "between" in {lexemes[start - step].lower for step in (1, 2, 3)}:
        return _past_blurs(sentence, past + 1, dashed=False)
    return None


def _past_blurs(sentence: Sentence, place: int, *, dashed: bool) -> int:
    lexemes = sentence.lexemes
    while not dashed and lexemes[place].lower in BLURS:
        place += 1
    while lexemes[place].kind == "sign" and lexemes[place].text in SIGNS:
        place += 1
    return place


def is_change(sentence: Sentence, start: int) -> bool:
    """Tell whether 'from' before lexeme ``start`` begins a change of level ('rose from 10 to 15') and no span."""
    lexemes = sentence.lexemes
    back = next((step for step in (1, 2, 3) if lexemes[start - step].lower == "from"), None)
    if back is None:
        return False
    origin = start - back
    words = [lexemes[origin - step].lower for step in range(1, CHANGE_REACH + 1)]
    if any(word.startswith(("rang", "vary", "varied", "varies")) for word in words):
        return False
    if words[:1] and words[0] in {"takes", "took", "take"}:
        return False  # 'takes from two to three hours'; 'took the toll from 12 to 15' is a change
    head = sentence.token(origin).head
    return bool(CHANGES & set(words)) or head.lower_ in CHANGES or head.lemma_ in CHANGES
