"""Annotated drafts read for learning and for measuring: each sentence with what was measured and what is right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from compare.checking.beside import Beside, beside
from compare.checking.checker import Checker
from compare.checking.draft import read_draft
from compare.checking.evidence import evidence
from compare.checking.material import Read
from compare.checking.sentence import Sentence
from compare.checking.verdicts import CheckVerdict
from compare.matching.gold import dated_sources
from compare.matching.reader import Reading
from compare.statements.splitting import read_statements

UNREAD = (0.0, 0.0, 1.0, 0.0, 0.0)
LABEL = re.compile(r"\b([A-Z])(\d+)\b")  # 'A3': the third statement of the first article


@dataclass(frozen=True)
class Example:
    """A sentence of an annotated draft."""

    event: str
    text: str
    kind: str  # what was planted: 'number', 'paraphrase' …
    accept: tuple[CheckVerdict, ...]  # the verdicts that are right, the wanted one first
    error: bool  # whether something in it is wrong
    laid: Beside
    measured: Mapping[str, float]
    counts: float = 1.0  # what the sentence teaches beside another one


@dataclass(frozen=True)
class Event:
    """An annotated draft with its sources read."""

    name: str
    checker: Checker
    sentences: tuple[Sentence, ...]
    rows: tuple[Mapping[str, object], ...]  # of ``gold.json``, a sentence a row
    is_draft: bool = True  # written to be checked; else an article that is read as one


def events(shared: Path) -> Iterator[Event]:
    """Yield the annotated drafts of ``shared/data/drafts-dev`` with their articles of ``shared/corpora``."""
    for folder in sorted(p.parent for p in (shared / "data" / "drafts-dev").glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        checker = Checker(dated_sources(shared / "corpora" / gold["sources"]))
        draft = read_draft(folder / "draft.md").source
        sentences = checker.sentences(draft, read_statements(draft))
        rows = tuple(gold["statements"])
        yield Event(folder.name, checker, tuple(_of(str(row["quote"]), sentences) for row in rows), rows)


def _of(quote: str, sentences: Sequence[Sentence]) -> Sentence:
    """Return the sentence of the draft that an annotated one is: the one that shares most of its words."""
    words = quote.split()
    return max(sentences, key=lambda s: (len(set(words) & set(s.statement.text.split())), s.statement.start))


def examples(event: Event, reader: Read | None) -> Iterator[Example]:
    """Yield the sentences of a draft with what is measured of them."""
    checker = event.checker
    material = replace(checker.material, reader=reader)
    for row, sentence in zip(event.rows, event.sentences, strict=True):
        laid = beside(sentence, material, checker.weights)
        yield Example(
            event.name, str(row["quote"]), str(row["kind"]), tuple(row["accept"]), bool(row["error"]), laid,  # type: ignore[arg-type]
            evidence(laid, material),
        )  # fmt: skip


def named(event: Event, row: Mapping[str, object]) -> frozenset[int]:
    """Return the statements that an annotator named for a sentence, by place among the sources' statements."""
    places = event.checker.material.counterparts.of_source
    labels = dict(zip("ABCDEFGH", sorted(places), strict=False))
    told = LABEL.findall(str(row["because"]).split("|")[0])
    return frozenset(places[labels[a]][int(n) - 1] for a, n in told if a in labels and int(n) <= len(places[labels[a]]))


def left_out_reader() -> Read | None:
    """Return a reader that answers from scores of models that never saw the event of a pair; None without scores.

    A pair that was not scored is one that was too unlikely to be: neither.
    """
    from compare.matching.reader.training.out_of_fold import SHIPPED, out_of_fold

    if not SHIPPED.exists():
        return None
    return lambda pairs: [Reading(*(out_of_fold().find(*pair) or UNREAD)) for pair in pairs]


def counterpart_rows(event: Event) -> Iterator[tuple[Mapping[str, float], bool]]:
    """Yield the likeness of every draft sentence to every statement, and whether an annotator named the two."""
    for row, sentence in zip(event.rows, event.sentences, strict=True):
        told = named(event, row)
        likenesses = event.checker.material.counterparts.likenesses(sentence)
        yield from ((asdict(found), n in told) for n, found in enumerate(likenesses))
