"""Countries, their people, cities and seats of government: which words name one place, which places exclude each other.

The table is ``places.txt`` beside this file, one row a country, territory or part of a country, written by hand from
common knowledge.  It is far from a gazetteer: a place that it does not list excludes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Literal

from compare.language.towns import Town, towns_apart, towns_named

Kind = Literal["country", "part", "city", "region"]

REGION_PEOPLE: Final = {
    "africa": "african africans", "asia": "asian asians", "europe": "european europeans", "oceania": "oceanian",
    "latin america": "latin-american", "middle east": "mideast", "scandinavia": "scandinavian scandinavians",
    "balkans": "balkan", "baltics": "baltic", "caucasus": "caucasian", "european union": "EU", "gulf": "",
}  # fmt: skip
CONTINENTS: Final = frozenset({"africa", "asia", "europe", "north america", "south america", "oceania"})

# Words that say what a place is and make no other place of it: 'the city of Osby', 'the Anchor Hotel'.
PLAIN: Final = frozenset("the of a city town village hotel inn motel restaurant church school mosque market".split())
# What may stand before a place without making it another: 'northern Syria', 'the Kyiv', 'downtown Beirut'.
_BEFORE = re.compile(
    r"(?:the|in|(?:north|south)?-?(?:east|west|north|south|central)(?:ern|ern-most)?|central|mainland|downtown|rural|"
    r"occupied|greater|outer|inner|upper|lower|far|post-war|wartime)\s+"
)
_CAPITAL = re.compile(r"(?:capital (?:city )?of (?P<of>.+)|(?P<before>.+?)(?:'s)? capital(?: city)?)")


@dataclass(frozen=True, slots=True)
class Place:
    """A row, or a city of a row."""

    key: str  # lower-case name
    kind: Kind
    parents: tuple[str, ...]  # keys of what it directly lies in: regions, countries, states
    capital: str | None = None  # key of its capital; None where it has none


def place_key(name: str) -> str | None:
    """Return the key of the place that a name, a people or a seat of government stands for, else None.

    'Russian', 'the Kremlin' → 'russia'; 'Syrian capital' → 'damascus'; 'Calif.' → 'california'; 'us' → None.
    """
    keys = _keys(name)
    return keys[0] if keys else None


def part_of(inner: str, outer: str) -> bool:
    """Tell whether the first place lies in the second, or is it; False where either is not listed."""
    return any(b in _around(a) for a in _keys(inner) for b in _keys(outer))


def excludes(left: str, right: str) -> bool:
    """Tell whether what is in the one place cannot be in the other: two countries, two cities, a city and another land.

    False where either is not listed, where one lies in the other, and for a city and a state of one country.  A town
    that only the table of towns lists excludes another country, and a town of another province that is far away.
    """
    one, other = _keys(left), _keys(right)
    if one and other:
        return all(_apart(a, b) for a in one for b in other)
    ours, theirs = _towns_of(left), _towns_of(right)
    if ours and theirs:
        return all(towns_apart(a, b) for a in ours for b in theirs)
    return _abroad(ours, other) or _abroad(theirs, one)


def listed(name: str) -> bool:
    """Tell whether anything is known of where a place lies."""
    return bool(_keys(name) or _towns_of(name))


def is_town(name: str) -> bool:
    """Tell whether a name is that of a town, and of no country or part of one."""
    rows = [_table()[0][key] for key in _keys(name)]
    return all(row.kind == "city" for row in rows) if rows else bool(_towns_of(name))


def abroad(left: str, right: str) -> bool:
    """Tell whether two places lie in different countries, and in none that both could mean."""
    ours, theirs = _lands(left), _lands(right)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def finest(names: Iterable[str]) -> list[str]:
    """Return the listed places of a group, those left out that another one lies in: 'Nice', not 'France'."""
    known = [name for name in sorted(set(names)) if listed(name)]
    return [n for n in known if not any(m != n and _inside(m, n) and not _inside(n, m) for m in known)]


def _inside(inner: str, outer: str) -> bool:
    lands = [key for key in _keys(outer) if _table()[0][key].kind == "country"]
    return part_of(inner, outer) or (bool(lands) and _lands(inner) <= set(lands) and not _keys(inner))


def _lands(name: str) -> set[str]:
    """Return the countries that a place may lie in; none for regions and for what is not listed."""
    rows = [_table()[0][key] for key in _keys(name)]
    if any(row.kind == "region" for row in rows):
        return set()
    if rows:
        return {k for row in rows for k in _around(row.key) if _table()[0][k].kind == "country"}
    return {_land(town) for town in _towns_of(name)}


def _towns_of(name: str) -> tuple[Town, ...]:
    """Return the towns that a name may stand for; of a city of this table those in its country."""
    keys = _keys(name)
    if not keys:
        return towns_named(_fold(" ".join(name.replace("’", "'").split())))
    lands = {land for key in keys if _table()[0][key].kind == "city" for land in _around(key)}
    return tuple(town for key in keys for town in towns_named(key) if _land(town) in lands)


def _land(town: Town) -> str:
    return place_key(town.country) or town.country


def _abroad(towns: tuple[Town, ...], keys: tuple[str, ...]) -> bool:
    """Tell whether all of some towns lie outside every country or part of a country named; regions exclude nothing."""
    rows = [_table()[0][key] for key in keys]
    if not towns or not rows or any(row.kind == "region" for row in rows):
        return False
    return all(_land(town) not in _around(row.key) for town in towns for row in rows)


def _apart(left: str, right: str) -> bool:
    inside, outside = _around(left), _around(right)
    if left in outside or right in inside:
        return False
    kinds = {_table()[0][left].kind, _table()[0][right].kind}
    if "region" in kinds:
        wide, found = (left, outside) if _table()[0][left].kind == "region" else (right, inside)
        return wide in CONTINENTS and bool(found & CONTINENTS)
    lands = [{k for k in around if _table()[0][k].kind == "country"} for around in (inside, outside)]
    return lands[0].isdisjoint(lands[1]) or len(kinds) == 1


@lru_cache(maxsize=10_000)
def _keys(name: str) -> tuple[str, ...]:
    """Return the keys that a name may stand for; more than one for 'Congolese'."""
    _, names = _table()
    plain = " ".join(name.replace("’", "'").split())
    if found := names.get(plain):  # abbreviations are found by their capitals: 'US', 'OR'
        return found
    folded = _fold(plain)
    while True:
        if found := names.get(folded):
            return found
        if match := _CAPITAL.fullmatch(folded):
            lands = _keys(match["of"] or match["before"])
            return tuple(c for land in lands if (c := _table()[0][land].capital))
        if folded.endswith("'s"):
            folded = folded[:-2]
        elif match := _BEFORE.match(folded):
            folded = folded[match.end() :]
        else:
            return ()


@cache
def _around(key: str) -> frozenset[str]:
    """Return the keys of a place and of all that it lies in."""
    found = {key}
    for parent in _table()[0][key].parents:
        found |= _around(parent)
    return frozenset(found)


def _fold(name: str) -> str:
    """Return a name in lower case and without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def _listed(cell: str, mark: str) -> list[str]:
    return [name.strip() for name in cell.split(mark) if name.strip()]


@cache
def _table() -> tuple[dict[str, Place], dict[str, tuple[str, ...]]]:
    """Return the places by key, and the keys by name (abbreviations in capitals, all else folded)."""
    places: dict[str, Place] = {}
    names: dict[str, tuple[str, ...]] = {}

    def name_it(name: str, key: str) -> None:
        short = name.isupper() and len(name) <= 6
        spelt = name if short else _fold(name)
        names[spelt] = tuple(dict.fromkeys((*names.get(spelt, ()), key)))

    kind: Kind = "country"
    cities: list[tuple[list[str], str]] = []
    for line in files("compare.language.en").joinpath("places.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kind = "country" if line.startswith("# Countries") else "part"
            continue
        own, around, people, towns, seats = line.split("|")
        first, *others = _listed(own, ";")
        key, inside = _fold(first), [_listed(town, "=") for town in _listed(towns, ",")]
        parents = tuple(_fold(p) for p in _listed(around, ","))
        places[key] = Place(key, kind, parents, _fold(inside[0][0]) if inside else None)
        for name in (first, *others, *_listed(people, ","), *_listed(seats, ",")):
            name_it(name, key)
        cities.extend((town, key) for town in inside)
    for (town, *others), key in cities:
        held = places.get(_fold(town))
        if held is None or held.kind == "city":
            places[_fold(town)] = Place(_fold(town), "city", (*(held.parents if held else ()), key))
            for name in (town, *others):
                name_it(name, _fold(town))
    for parent in sorted({p for place in places.values() for p in place.parents} - places.keys()):
        places[parent] = Place(parent, "region", ())
        for name in (parent, *REGION_PEOPLE.get(parent, "").split()):
            name_it(name, parent)
    return places, names
