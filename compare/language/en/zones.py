"""Which time zone a place keeps: the cities and one-zone countries of the tz database, and the cities news adds."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def place_zones() -> dict[str, str]:
    """Return place name (lower case) → IANA zone, e.g. 'geneva' → 'Europe/Zurich'.

    Source: names of the public-domain tz database (zone.tab) and CLDR's country names for countries with one zone;
    capitals, large cities and demonyms that the database does not list were added by hand.
    """
    text = files("compare.language.en").joinpath("zones.tsv").read_text(encoding="utf-8")
    rows: dict[str, str] = {}
    for line in text.splitlines():
        name, zone = line.split("\t")
        rows[name] = zone
    return rows
