"""A training pair, and files of them: JSON lines, xz-compressed where the name says so."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ENTAILS, NEITHER, CONTRADICTS = 0, 1, 2
AGREES = 3  # one of the first two, not known which


@dataclass(frozen=True, slots=True)
class Row:
    """Two texts and what is known of them; None where nothing is, and no loss counts."""

    a: str
    b: str
    kind: str
    same: int | None = None  # 1: the two speak about one fact, whether or not they agree
    nli: int | None = None  # a entails b, neither, a contradicts b
    differs: int | None = None  # 1: one fact, two values
    weight: float = 1.0
    group: str = ""  # topic, incident or event, for holding out


def write_rows(rows: Iterable[Row], path: Path) -> int:
    """Write rows; return how many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
            count += 1
    return count


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a file."""
    return [Row(**data) for data in read_json_lines(path)]


def read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def balanced(rows: Iterable[Row], draw: random.Random, most_false: int = 1700, most_neither: int = 3500) -> list[Row]:
    """Return rows without the surplus of any one kind: false ones are made more easily than true ones."""
    kinds: dict[tuple[str, int | None], list[Row]] = {}
    for row in rows:
        kinds.setdefault((row.kind, row.nli), []).append(row)
    most = {CONTRADICTS: most_false, NEITHER: most_neither}
    found = []
    for (_, nli), own in sorted(kinds.items(), key=lambda item: (item[0][0], -1 if item[0][1] is None else item[0][1])):
        limit = len(own) if nli is None else most.get(nli, len(own))
        found += own if len(own) <= limit else draw.sample(own, limit)
    return found
