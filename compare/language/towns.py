"""The world's towns: do two of them lie so far apart that one happening cannot be in both?

The table is ``data/cities.tsv``, made from GeoNames by ``bake/cities.py``.  Many names belong to several towns, and a
province often bears the name of its capital; so two names exclude each other only where every town of the one lies in
another country or in another province and far from every town of the other.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from compare.errors import ResourceError

TABLE = Path(__file__).parent / "data" / "cities.tsv"
FAR = 60.0  # kilometres: two towns nearer than this may share a happening
EARTH = 6371.0  # kilometres, its mean radius


@dataclass(frozen=True, slots=True)
class Town:
    """A town of 50,000 people or more."""

    country: str  # lower case: 'syria'
    province: str  # code of the first-level division
    latitude: float  # degrees
    longitude: float


@lru_cache(maxsize=10_000)
def towns_named(name: str) -> tuple[Town, ...]:
    """Return the towns of a name in lower case without accents; none where it is not listed."""
    rows = _rows()
    first, past = bisect_left(rows, f"{name}\t"), bisect_left(rows, f"{name}\n")  # the sign after the tabulator
    return tuple(map(_town, rows[first:past]))


def towns_apart(left: Town, right: Town) -> bool:
    """Tell whether a happening in the one town cannot be in the other."""
    if left.country != right.country:
        return True
    return left.province != right.province and kilometres(left, right) > FAR


def kilometres(left: Town, right: Town) -> float:
    """Return the distance of two towns along the surface (haversine formula)."""
    north, south = math.radians(left.latitude), math.radians(right.latitude)
    across = math.sin((north - south) / 2) ** 2
    along = math.sin(math.radians(left.longitude - right.longitude) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, across + math.cos(north) * math.cos(south) * along)))


def _town(row: str) -> Town:
    _, country, province, latitude, longitude = row.split("\t")
    return Town(country, province, int(latitude) / 10, int(longitude) / 10)


@cache
def _rows() -> list[str]:
    """Return the lines of the table, which is sorted: only the lines asked for are read."""
    try:
        return TABLE.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ResourceError(f"The table of towns cannot be read ({error}): install Crosscheck again.") from error
