"""Annotated events as they are learned from: articles, their reading, and which statements gold pairs.

An event is a folder of articles with ``gold.json``: facts with mentions (exact quotes) and pairs of mentions with their
relation, pairs that must not be aligned, and dates of publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from compare.claims.reading import Reading, read
from compare.matching.reader import Reading as Read
from compare.matching.scene import Scene
from compare.model import Published, Source, Statement
from compare.sources import read_sources


@dataclass(frozen=True, slots=True)
class Event:
    """One annotated event."""

    name: str
    reading: Reading
    relations: Mapping[frozenset[int], set[str]]  # two statements, by number → the relations that gold gives them
    traps: frozenset[frozenset[int]]  # pairs that look alike and are about different facts
    full: bool = True  # every pair of statements is annotated; of an incident only tolls, victims, place, day and means

    @property
    def firm(self) -> int:
        """How many pairs of statements gold asks for."""
        return sum(relations != {"optional"} for relations in self.relations.values())

    def leaves_open(self, pair: tuple[int, int]) -> bool:
        """Tell whether gold takes two statements for one fact or for two, as one likes."""
        return self.relations.get(frozenset(pair)) == {"optional"}


def read_event(folder: Path) -> Event:
    """Read a folder of articles with its ``gold.json``."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    reading = read(dated_sources(folder), lambda _stage, _share: None)
    full = "must_not_align_clause" not in gold  # the incidents, and only they, name clauses that must not meet
    return Event(folder.name, reading, _relations(gold, reading), _traps(gold, reading), full)


def dated_sources(folder: Path) -> list[Source]:
    """Return the articles of an event's folder in the order of a comparison, with the dates that gold names."""
    found, _ = read_sources(sorted(folder.glob("*.txt")))
    days = json.loads((folder / "gold.json").read_text("utf-8")).get("published") or {}
    return sorted((_dated(s, days.get(s.id)) for s in found), key=lambda s: (s.id, s.sha256))


def held_out_reads(scene: Scene) -> dict[tuple[int, int], Read]:
    """Return what readers that never saw a scene's event make of the pairs that the reader would be asked about.

    The scores lie beside the training of the reader; a pair that was not scored is left out.
    """
    from compare.matching.reader.training.out_of_fold import out_of_fold

    scores = out_of_fold()
    found = {}
    for left, right in scene.asked():
        row = scores.find(scene.statements[left].text, scene.statements[right].text)
        if row is not None:
            found[left, right] = Read(*row)
    return found


def _dated(source: Source, day: str | None) -> Source:
    if not day:
        return source
    return replace(source, published=Published(date.fromisoformat(day[:10]), "manifest", day[:10]))


def _relations(gold: Mapping[str, Any], reading: Reading) -> dict[frozenset[int], set[str]]:
    texts = {s.id: s.text for s in reading.sources}
    found: dict[frozenset[int], set[str]] = {}
    for fact in gold["facts"]:
        touched = {m["id"]: _touched(m, texts, reading.statements) for m in fact["mentions"]}
        for left, right, relation in fact["pairs"]:
            for a in touched[left]:
                for b in touched[right]:
                    if reading.statements[a].source != reading.statements[b].source:
                        found.setdefault(frozenset((a, b)), set()).add(relation)
    for relations in found.values():
        if relations != {"optional"}:
            relations.discard("optional")
    return found


def _traps(gold: Mapping[str, Any], reading: Reading) -> frozenset[frozenset[int]]:
    texts = {s.id: s.text for s in reading.sources}
    return frozenset(
        frozenset((a, b))
        for trap in gold.get("must_not_align", ())
        for a in _touched(trap["a"], texts, reading.statements)
        for b in _touched(trap["b"], texts, reading.statements)
        if a != b
    )


def _touched(mention: Mapping[str, str], texts: Mapping[str, str], statements: Iterable[Statement]) -> list[int]:
    """Return the statements that share at least half of the shorter with a mention's quote."""
    words = r"\s+".join(re.escape(w) for w in mention["quote"].split())
    source = next((i for i in texts if i.endswith(mention["source"])), "")
    place = re.search(words, texts.get(source, ""))
    if place is None:
        return []
    found = []
    for number, s in enumerate(statements):
        overlap = min(s.end, place.end()) - max(s.start, place.start())
        if s.source == source and overlap > 0 and 2 * overlap >= min(s.end - s.start, place.end() - place.start()):
            found.append(number)
    return found
