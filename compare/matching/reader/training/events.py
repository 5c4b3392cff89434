"""The annotated events: their statements as the product reads them, the labelled pairs, and the drafts' sentences."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

FOLDS = 5
INCIDENT = re.compile(r"-\d{4}-\d\d-\d\d$")  # the end of a name under which only tolls are annotated
LETTER = re.compile(r"[a-z]-")  # how the other names begin: the pool that the event comes from


@dataclass
class Event:
    """An event ready for pairs: statements by number, in the order of the sources."""

    name: str
    full: bool  # annotated statement by statement, not tolls only
    texts: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    gold: list[tuple[int, int, str]] = field(default_factory=list)  # left < right, relation
    traps: list[tuple[int, int]] = field(default_factory=list)
    near: list[tuple[int, int, float]] = field(default_factory=list)  # candidates of the engine with its log2 odds
    draft: list[dict[str, Any]] = field(default_factory=list)  # quote, accept, kind, evidence as numbers

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """All pairs of statements of different sources."""
        count = len(self.texts)
        return [(i, j) for i in range(count) for j in range(i + 1, count) if self.sources[i] != self.sources[j]]


def fold_of(names: Sequence[str]) -> dict[str, int]:
    """Return the fold of each event: dealt out in order within each kind, so that every fold holds all kinds."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        kind = "toll" if INCIDENT.search(name) else name[0] if LETTER.match(name) else "old"
        kinds[kind].append(name)
    found, next_fold = {}, 0
    for kind in sorted(kinds):
        for name in kinds[kind]:
            found[name] = next_fold % FOLDS
            next_fold += 1
    return found


def read_event(folder: Path, drafts: Path) -> Event:
    """Return an event of the corpora."""
    from compare.claims.reading import read
    from compare.matching.scene import Scene
    from compare.sources import read_sources

    found, _ = read_sources(sorted(folder.glob("*.txt")))
    reading = read(sorted(found, key=lambda s: (s.id, s.sha256)), lambda *_: None)
    name = folder.name
    event = Event(name, not INCIDENT.search(name))
    event.texts = [" ".join(s.text.split()) for s in reading.statements]
    event.sources = [s.source for s in reading.statements]
    finder = _Finder(folder, event)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    known: dict[str, set[int]] = {}
    letters: dict[str, str] = {}
    labelled: dict[tuple[int, int], set[str]] = defaultdict(set)
    for fact in gold["facts"]:
        for mention in fact["mentions"]:
            known[mention["id"]] = finder.statements(mention["source"], mention["quote"])
            letters[mention["id"][0]] = mention["source"]
        for left, right, relation in fact["pairs"]:
            _cross(event, known[left], known[right], labelled, relation)
    order = ("conflict", "update", "difference", "agree", "optional")
    event.gold = [(i, j, next(r for r in order if r in found)) for (i, j), found in sorted(labelled.items())]
    traps: dict[tuple[int, int], set[str]] = defaultdict(set)
    for trap in gold["must_not_align"]:
        sides = [finder.statements(trap[side]["source"], trap[side]["quote"]) for side in ("a", "b")]
        _cross(event, sides[0], sides[1], traps, "trap")
    event.traps = sorted(pair for pair in traps if pair not in labelled)
    scene = Scene(reading)
    event.near = [(a, b, round(scene.likeness[a, b].sum, 3)) for a, b in scene.pairs]
    if (drafts / name / "gold.json").exists():
        numbered = _Numbers(event, known, letters)
        for sentence in json.loads((drafts / name / "gold.json").read_text(encoding="utf-8"))["statements"]:
            ids = re.findall(r"\b[A-E]\d+\b", sentence["because"].split("|")[0])
            evidence = [sorted(numbered.statements(i)) for i in ids]
            event.draft.append(
                {"quote": " ".join(sentence["quote"].split()), "accept": sentence["accept"], "kind": sentence["kind"]}
                | {"evidence": [n for found in evidence for n in found], "ids": len(ids)}
            )
    return event


def _cross(event: Event, left: set[int], right: set[int], into: dict[tuple[int, int], set[str]], relation: str) -> None:
    for i in left:
        for j in right:
            if event.sources[i] != event.sources[j]:
                into[min(i, j), max(i, j)].add(relation)


class _Finder:
    """Finds the statements that a quotation of the gold stands for: at least half of the shorter one is shared."""

    def __init__(self, folder: Path, event: Event) -> None:
        self.articles = {f.name: " ".join(f.read_text(encoding="utf-8").split()) for f in folder.glob("*.txt")}
        self.places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        ends: dict[str, int] = defaultdict(int)
        for number, (text, source) in enumerate(zip(event.texts, event.sources, strict=True)):
            name = Path(source).name
            article = self.articles.get(name, "")
            start = article.find(text, ends[name])
            start = article.find(text) if start < 0 else start
            if start >= 0:
                ends[name] = start
                self.places[name].append((start, start + len(text), number))

    def statements(self, source: str, quote: str) -> set[int]:
        """Return the numbers of the statements that share the quotation's place."""
        quote, name = " ".join(quote.split()), Path(source).name
        start = self.articles.get(name, "").find(quote)
        if start < 0:
            return set()
        end = start + len(quote)
        found = set()
        for first, last, number in self.places[name]:
            overlap = min(end, last) - max(start, first)
            if overlap > 0 and 2 * overlap >= min(end - start, last - first):
                found.add(number)
        return found


class _Numbers:
    """Reads the ids of a draft's evidence: those of the gold's mentions, the others by counting on from the nearest."""

    def __init__(self, event: Event, known: dict[str, set[int]], letters: dict[str, str]) -> None:
        self.event, self.known, self.letters = event, known, letters

    def statements(self, name: str) -> set[int]:
        """Return the statements an id stands for; none where its neighbours do not tell it for certain."""
        if self.known.get(name):
            return self.known[name]
        letter, number = name[0], int(name[1:])
        same = [(int(k[1:]), min(v)) for k, v in self.known.items() if k[0] == letter and len(v) == 1]
        before = max((s for s in same if s[0] < number), default=None)
        after = min((s for s in same if s[0] > number), default=None)
        if before is None and after is None:
            return set()
        guesses = {s[1] + number - s[0] for s in (before, after) if s is not None}
        if len(guesses) != 1:
            return set()
        place = guesses.pop()
        source = Path(self.letters[letter]).name
        inside = 0 <= place < len(self.event.texts) and Path(self.event.sources[place]).name == source
        return {place} if inside else set()


def write_event(event: Event, folder: Path) -> None:
    """Keep an event that was read."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{event.name}.json").write_text(json.dumps(asdict(event), ensure_ascii=False), encoding="utf-8")


def kept_events(folder: Path) -> list[Event]:
    """Return the events that were kept, by name."""
    found = [Event(**json.loads(f.read_text(encoding="utf-8"))) for f in sorted(folder.glob("*.json"))]
    for event in found:
        event.gold = [(i, j, relation) for i, j, relation in event.gold]
        event.traps = [(i, j) for i, j in event.traps]
        event.near = [(i, j, odds) for i, j, odds in event.near]
    return found
