"""Annotated drafts read for learning and for measuring: each sentence with what was measured and what is right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from compare.checking.beside import Beside, beside
from compare.checking.checker import Checker
from compare.checking.draft import read_draft
from compare.checking.evidence import evidence
from compare.checking.material import Reader
from compare.checking.sentence import Sentence
from compare.model import Published
from compare.sources import read_sources
from compare.statements.splitting import read_statements

LABEL = re.compile(r"\b([A-Z])(\d+)\b")  # 'A3': the third statement of the first article


@dataclass(frozen=True)
class Example:
    """A sentence of an annotated draft."""

    event: str
    text: str
    kind: str  # what was planted: 'number', 'paraphrase' …
    accept: tuple[str, ...]  # the verdicts that are right, the wanted one first
    error: bool  # whether something in it is wrong
    evidence: frozenset[int]  # statements that an annotator named, by place among the sources' statements
    laid: Beside
    measured: Mapping[str, float]


@dataclass(frozen=True)
class Event:
    """An annotated draft with its sources read."""

    name: str
    checker: Checker
    sentences: tuple[Sentence, ...]
    rows: tuple[Mapping[str, object], ...]  # of ``gold.json``, a sentence a row


def events(shared: Path) -> Iterator[Event]:
    """Yield the annotated drafts of ``shared/data/drafts-dev`` with their articles of ``shared/corpora``."""
    for folder in sorted(p.parent for p in (shared / "data" / "drafts-dev").glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        corpus = shared / "corpora" / gold["sources"]
        days = json.loads((corpus / "gold.json").read_text("utf-8"))["published"]
        found, _ = read_sources(sorted(corpus.glob("*.txt")))
        dated = [
            replace(s, published=Published(date.fromisoformat(days[s.id][:10]), "manifest", days[s.id][:10]))
            if days.get(s.id) else s
            for s in found
        ]  # fmt: skip
        checker = Checker(sorted(dated, key=lambda s: s.id))
        draft = read_draft(folder / "draft.md").source
        sentences = checker.sentences(draft, read_statements(draft))
        rows = tuple(gold["statements"])
        yield Event(folder.name, checker, tuple(_of(str(row["quote"]), sentences) for row in rows), rows)


def _of(quote: str, sentences: Sequence[Sentence]) -> Sentence:
    """Return the sentence of the draft that an annotated one is: the one that shares most of its words."""
    words = quote.split()
    return max(sentences, key=lambda s: (len(set(words) & set(s.statement.text.split())), s.statement.start))


def examples(event: Event, reader: Reader | None = None) -> Iterator[Example]:
    """Yield the sentences of a draft with what is measured of them."""
    checker = event.checker
    material = replace(checker.material, reader=reader, readings={})
    places = material.counterparts.of_source
    labels = dict(zip("ABCDEFGH", sorted(places), strict=False))
    for row, sentence in zip(event.rows, event.sentences, strict=True):
        laid = beside(sentence, material, checker.weights)
        named = LABEL.findall(str(row["because"]).split("|")[0])
        told = frozenset(
            places[labels[a]][int(n) - 1] for a, n in named if a in labels and int(n) <= len(places[labels[a]])
        )
        yield Example(
            event.name, str(row["quote"]), str(row["kind"]), tuple(row["accept"]), bool(row["error"]),  # type: ignore[arg-type]
            told, laid, evidence(laid, material),
        )  # fmt: skip


def counterpart_rows(event: Event) -> Iterator[tuple[Mapping[str, float], bool]]:
    """Yield the likeness of every draft sentence to every statement, and whether an annotator named the two."""
    for example in examples(event):
        likenesses = event.checker.material.counterparts.likenesses(example.laid.sentence)
        yield from ((asdict(found), n in example.evidence) for n, found in enumerate(likenesses))
