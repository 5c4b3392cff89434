"""Countries behind their names, demonyms, cities and the words for their governments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from compare.claims.folding import folded


@dataclass(frozen=True, slots=True)
class Nations:
    """Folded word → key of its country, one table for each way of naming it."""

    countries: dict[str, str]
    people: dict[str, str]
    capitals: dict[str, str]
    governments: dict[str, str]
    cities: dict[str, str]


@cache
def nations() -> Nations:
    """Read the table of countries; keys are folded first names: 'united states', 'russia'."""
    table = Nations({}, {}, {}, {}, {})
    text = files("compare.language.en").joinpath("places.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")] + [""] * 5
        names = [folded(n) for n in cells[0].split(";") if n.strip()]
        if folded(cells[1]) in table.countries:
            continue  # a state or province: no nation
        key = names[0]
        for name in names:
            table.countries.setdefault(name, key)
        for person in _words(cells[2]):
            table.people.setdefault(person, key)
        for rank, city in enumerate(cells[3].split(",")):
            for name in city.split("="):
                if name.strip():
                    table.cities.setdefault(folded(name.partition(" of ")[0]), key)
                    if rank == 0:
                        table.capitals.setdefault(folded(name), key)
        for government in _words(cells[4]):
            table.governments.setdefault(government, key)
    return table


def _words(cell: str) -> list[str]:
    return [folded(word) for word in cell.split(",") if word.strip()]


def country_of(name: str) -> str | None:
    """Return the key of the country that a folded name or demonym stands for: 'russian' → 'russia'."""
    table = nations()
    bare = name.removeprefix("the ")
    return table.countries.get(bare) or table.people.get(bare)
