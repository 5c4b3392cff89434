"""``events.toml``: what somebody decided by hand about which articles belong together.

```toml
[[together]]
articles = ["wire/first.txt", "https://harbour-courier.example/ferry"]   # ids, paths or web addresses

[[apart]]
articles = ["wire/first.txt", "other-ferry.txt"]   # no two of them come into one event
```
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from compare.errors import ManifestError

TABLES = ("together", "apart")


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of articles, by their number in the run."""

    together: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    missing: tuple[str, ...] = ()  # sentences about articles that are named and not there


def read_decisions(files: Sequence[Path], names: Mapping[str, int]) -> Decisions:
    """Read decisions; ``names`` gives the number of each article under every name it has.

    Raises ``ManifestError`` where a file is not valid, or where two decisions contradict each other.
    """
    pairs: dict[str, dict[tuple[int, int], Path]] = {table: {} for table in TABLES}
    missing: list[str] = []
    for path in files:
        for table, articles in _rows(path):
            known = []
            for article in articles:
                if article in names:
                    known.append(names[article])
                else:
                    missing.append(f"{path}: [[{table}]] names {article!r}, which is no article of this run.")
            pairs[table].update(dict.fromkeys(combinations(sorted(set(known)), 2), path))
    joined = _components(pairs["together"])
    for (one, other), path in pairs["apart"].items():
        if joined.get(one, one) == joined.get(other, other):
            raise ManifestError(f"{path}: two articles are forced both together and apart; take one of the two back.")
    return Decisions(tuple(sorted(pairs["together"])), tuple(sorted(pairs["apart"])), tuple(missing))


def _rows(path: Path) -> list[tuple[str, list[str]]]:
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ManifestError(f"{path}: the file cannot be read as UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"{path}: not valid TOML: {error}.") from error
    except RecursionError as error:
        raise ManifestError(f"{path}: the file is nested too deeply.") from error
    except ValueError as error:  # an integer of thousands of digits
        raise ManifestError(f"{path}: the file holds a number with too many digits.") from error
    if unknown := sorted(set(read) - set(TABLES)):
        raise ManifestError(f"{path}: '{unknown[0]}' is unknown; it takes [[together]] and [[apart]].")
    found = []
    for table in TABLES:
        rows = read.get(table, [])
        for row in rows if isinstance(rows, list) else [rows]:
            articles = row.get("articles") if isinstance(row, dict) else None
            if not isinstance(articles, list) or len(articles) < 2 or not all(isinstance(a, str) for a in articles):
                raise ManifestError(f"{path}: each [[{table}]] needs articles = [...] with at least two names.")
            found.append((table, articles))
    return found


def _components(pairs: Mapping[tuple[int, int], Path]) -> dict[int, int]:
    """Return article → the least article that it is forced together with."""
    root: dict[int, int] = {}

    def find(article: int) -> int:
        while root.setdefault(article, article) != article:
            article = root[article]
        return article

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    return {article: find(article) for article in root}
