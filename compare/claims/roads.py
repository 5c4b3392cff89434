"""Numbers of houses and of roads: '16 Industrial Avenue', '704 W. Main St.', 'Interstate 95 S'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.language.en.labels import ADDRESSES, COMPASS_LETTERS, ROUTES

if TYPE_CHECKING:
    from compare.claims.lexemes import Lexemes
    from compare.claims.numeral import Numeral


def is_address(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether a street or a postal code follows: '16 Industrial Avenue', 'the 90049 ZIP code'."""
    if not numeral.bare:
        return False
    if lexemes[numeral.past].lower in {"zip", "postcode"}:
        return True
    if numeral.digits and numeral.low >= 100 and lexemes[numeral.past].lower == "block":
        return True  # 'the 1400 block of Elm Street'
    at, begun = numeral.past, numeral.past
    if lexemes[at].text in COMPASS_LETTERS and lexemes[at + 1].text == "." and lexemes[at + 1].glued:
        at = begun = at + 2  # '704 W. Main St.'
    while at < numeral.past + 5 and lexemes[at].kind in {"word", "number"} and _of_street(lexemes, at):
        if at > begun and lexemes[at].lower in ADDRESSES:
            return True
        at += 1
    return False


def _of_street(lexemes: Lexemes, place: int) -> bool:
    """Tell whether a word may stand in the name of a street: 'W', 'Main', '3rd', 'St'."""
    text = lexemes[place].text
    ordinal = text[0].isdigit() and text.isdecimal() and lexemes[place + 1].glued
    return text[0].isupper() or ordinal or (lexemes[place].glued and text.lower() in {"st", "nd", "rd", "th"})


def is_route(lexemes: Lexemes, numeral: Numeral) -> bool:
    """Tell whether a letter after the number is no unit: 'Interstate 95 S', 'Route 9 W', '704 W Main St'."""
    letter = lexemes[numeral.past].text
    if not numeral.bare or len(letter) != 1 or not letter.isupper() or lexemes[numeral.past].glued:
        return False
    return lexemes[numeral.first - 1].lower in ROUTES or is_address(lexemes, numeral)
