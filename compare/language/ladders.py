"""The ladders of states as they lie in ``en/states``: which words say on which rung somebody or something stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "en" / "states"


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of a ladder."""

    ladder: str
    name: str
    level: int  # 0 is the lowest; two rungs of one level exclude each other


@cache
def rungs() -> Mapping[tuple[str, str], tuple[Rung, ...]]:
    """Return (how meant, lemma) → the rungs that the word can stand for, one a ladder."""
    found: dict[tuple[str, str], dict[str, Rung]] = defaultdict(dict)
    for path in sorted(FOLDER.glob("*.tsv")):
        level, names = -1, set()
        for line in path.read_text("utf-8").splitlines():
            name, manner, words = line.split("\t")
            plain = name.removeprefix("=")
            if plain not in names:
                names.add(plain)
                level += not name.startswith("=")
            for word in words.split():
                found[manner, word].setdefault(path.stem, Rung(path.stem, plain, level))
    return {key: tuple(own.values()) for key, own in found.items()}
