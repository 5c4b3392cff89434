"""Street addresses: 'the 1400 block of East 44th Street', '665 Skylark Drive', 'Harrow Road'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from compare.language.en.streets import COMPASS, DOUBTFUL, NO_NAMES, STREETS

LEADING = re.compile(rf"(?:(?:{'|'.join(sorted(NO_NAMES))})\s+)+", re.IGNORECASE)
BLOCK = 100  # houses of a block: the 1400 block is 1400 to 1499


@dataclass(frozen=True, slots=True)
class Address:
    """A street, with the number of a house or of a block of houses where one is given."""

    start: int  # code points into the text it was read from
    end: int
    text: str
    name: str  # of the street, lower case, without points of the compass: 'skylark', '44th'
    kind: str  # of the street: 'road', 'drive'
    number: int | None = None
    block: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    kinds = "|".join(sorted((w.capitalize() for w in STREETS), key=len, reverse=True))
    compass = r"(?:(?:North|South|East|West)(?:east|west)?|[NSEW]\.?\s?[EW]?)\.?"
    name = r"(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,2}?)"
    number = r"(?:(?P<number>\d{1,5})(?:-)?(?:\s+(?P<block>[Bb]lock)\s+(?:of\s+)?|\s+))?"
    return re.compile(rf"\b{number}(?:{compass}\s+)?(?P<name>{name})\s+(?P<kind>{kinds})\b(?!['’]s)")


def addresses_in(text: str) -> tuple[Address, ...]:
    """Return the street addresses of a text in order of place."""
    found = []
    for m in _pattern().finditer(text):
        lead = LEADING.match(m["name"])
        start, name = (m.start("name") + lead.end(), m["name"][lead.end() :]) if lead else (m.start(), m["name"])
        words = [w for w in name.lower().split() if w.strip(".") not in COMPASS]
        kind = STREETS[m["kind"].lower()]
        if not words or words[0] in NO_NAMES or (kind in DOUBTFUL and not m["number"]):
            continue
        number = int(m["number"]) if m["number"] else None
        found.append(Address(start, m.end(), text[start : m.end()], " ".join(words), kind, number, bool(m["block"])))
    return tuple(found)


def apart(one: Address, other: Address) -> bool | None:
    """Tell whether two addresses cannot be one place: another house of one street, another kind of street.

    None where they name two streets, which may cross; False where they may be one.
    """
    if one.name != other.name:
        return None
    if one.kind != other.kind:
        return True
    if one.number is None or other.number is None or one.number == other.number:
        return False
    if one.block != other.block:
        block, house = (one, other) if one.block else (other, one)
        return (house.number or 0) // BLOCK != (block.number or 0) // BLOCK
    return True
