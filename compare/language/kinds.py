"""Kinds of things that exclude each other, as they lie in ``en/kinds``: a pistol is a handgun, and no rifle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "en" / "kinds"
ANYWHERE = frozenset({"sex"})  # every event has people of both: they exclude each other in one place of a sentence only


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of a set: 'pistol' of 'weapon'."""

    group: str
    name: str


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]:
    """Return first word → the phrases that begin with it, the longest first, each with the kinds it may name."""
    found: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for group, name, words, _ in _rows():
        for phrase in words:
            found.setdefault(phrase[0], []).append((phrase, Kind(group, name)))
    return {first: tuple(sorted(own, key=lambda p: -len(p[0]))) for first, own in found.items()}


def exclude(one: Kind, other: Kind) -> bool:
    """Tell whether nothing is of both kinds."""
    return one.group == other.group and one not in _above(other) and other not in _above(one)


def named_at(words: Sequence[str], place: int) -> list[tuple[int, Kind]]:
    """Return the kinds that the words from a place on name, each with the place behind it; the longest phrase alone."""
    found: list[tuple[int, Kind]] = []
    for phrase, kind in phrases().get(words[place], ()):
        if found and len(phrase) < found[0][0] - place:
            break
        if tuple(words[place : place + len(phrase)]) == phrase:
            found.append((place + len(phrase), kind))
    return found


def words_exclude(one: str, other: str) -> bool:
    """Tell whether two words, wherever they stand, name kinds of which nothing is both: not of 'man' and 'girl'."""
    ours, theirs = ([kind for phrase, kind in phrases().get(w, ()) if phrase == (w,)] for w in (one, other))
    return any(exclude(a, b) and a.group not in ANYWHERE for a in ours for b in theirs)


@cache
def _rows() -> tuple[tuple[str, str, tuple[tuple[str, ...], ...], tuple[str, ...]], ...]:
    rows = []
    for path in sorted(FOLDER.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            name, words, *above = line.split("\t")
            rows.append(
                (path.stem, name, tuple(tuple(w.split("_")) for w in words.split()), tuple(" ".join(above).split()))
            )
    return tuple(rows)


@cache
def _above(kind: Kind) -> frozenset[Kind]:
    """Return a kind and all that it is a kind of."""
    found = {kind}
    for group, name, _, above in _rows():
        if (group, name) == (kind.group, kind.name):
            found.update(*(_above(Kind(group, one)) for one in above))
    return frozenset(found)
