"""Candidate pairs of statements against comparing all with all: ``python -m benchmarks.candidates_cost``.

    cd tests && python -m benchmarks.candidates_cost ../../shared --statements 50000

The statements are those of news on many shootings.  All-pairs is rapidfuzz's ``token_set_ratio``, timed on a sample of
rows.  What it would accept: pairs of two articles on one incident that it gives `ACCEPTED` or more (85 of 100, where
its matches are usually cut), each with `LEAST` telling words or more.  It calls a sentence alike whose words all stand
in the other: 'Friday 7:30 P.M. UPDATE:' is like half the articles, so sentences of few telling words are left out; and
'A 29-year-old was shot in the foot' is told of some hundred people, so that pairs of two incidents are counted apart.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
ACCEPTED = 85
LEAST = 5
ROWS = 100  # statements that meet all others, for the time of all-pairs


@dataclass(frozen=True, slots=True)
class Found:
    """What a run gave."""

    blocking: float  # processor seconds
    all_pairs: float  # processor seconds, by proportion
    pairs: int  # candidates
    accepted: int  # pairs of one incident that all-pairs accepts …
    kept: int  # … and how many are candidates
    anywhere: int  # the same of the sampled rows, whatever the incident
    kept_anywhere: int

    def __str__(self) -> str:
        """One line a figure."""
        return (
            f"candidates {self.blocking:.1f} s ({self.pairs:,} pairs), all pairs {self.all_pairs:.0f} s: "
            f"{self.all_pairs / self.blocking:.0f} x\n"
            f"of one incident: {self.kept:,} of {self.accepted:,} pairs kept ({self.kept / self.accepted:.2%}); "
            f"of any, {self.kept_anywhere:,} of {self.anywhere:,}; load {os.getloadavg()[0]:.1f}"
        )


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements as the pairing sees them."""

    texts: tuple[str, ...]
    terms: tuple[dict[str, float], ...]
    sources: tuple[str, ...]
    incidents: tuple[str, ...]


def statements(shared: Path, number: int) -> Statements:
    """Parse articles of the gold set, incident by incident, until there are so many statements."""
    from compare.claims.name import resolve_names
    from compare.matching.profiles import rarity_of, terms_of
    from compare.sources.records import source_of_line
    from compare.statements.splitting import Parsed, read_statements

    articles: list[tuple[Parsed, ...]] = []
    incidents: list[str] = []
    with lzma.open(shared / "data" / "documents" / "gunviolence_articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        for place, row in enumerate(map(json.loads, lines), start=1):
            if row["content"] and len(incidents) < number:
                line = json.dumps({"title": row["title"], "text": row["content"]}).encode()
                articles.append(read_statements(source_of_line(line, f"wire-{place}", place)))
                incidents += [row["event"]] * len(articles[-1])
    names = resolve_names(articles)
    parsed = [item for article in articles for item in article][:number]
    words = [terms_of(item, names.get(item.statement.id, ())) for item in parsed]
    rarity = rarity_of(set(own) for own in words)
    return Statements(
        tuple(item.statement.text for item in parsed),
        tuple({word: rarity[word] for word in dict.fromkeys(own)} for own in words),
        tuple(item.statement.source for item in parsed),
        tuple(incidents[:number]),
    )


def best(work: Callable[[], T]) -> tuple[T, float]:
    """Return what some work gives, and the processor seconds of the quickest of six times: other work slows most."""
    times = []
    for _ in range(6):
        begun = time.process_time()
        found = work()
        times.append(time.process_time() - begun)
    return found, min(times)


def measure(given: Statements) -> Found:
    """Time both ways, and count what the one keeps of what the other accepts."""
    import numpy as np
    from rapidfuzz import fuzz, process, utils

    from compare.matching.blocking import candidates
    from compare.matching.profiles import close_words

    number = len(given.texts)
    close_words(["police", "officer"])  # loads the vectors: once a process, whatever is compared

    def proposed() -> list[tuple[int, int]]:
        close = close_words(sorted({term for own in given.terms for term in own}))
        return candidates(given.terms, given.sources, close)

    found, blocking = best(proposed)
    pairs = set(found)
    texts = [utils.default_process(text) for text in given.texts]
    telling = [len(own) >= LEAST for own in given.terms]
    rows = random.Random(7).sample(range(number), min(ROWS, number))
    scores, sample = best(lambda: process.cdist([texts[n] for n in rows], texts, scorer=fuzz.token_set_ratio))
    all_pairs = sample * number / len(rows) / 2

    def counted(one: int, other: int) -> bool:
        return telling[one] and telling[other] and given.sources[one] != given.sources[other]

    anywhere = [
        (min(row, other), max(row, other))
        for row, own in zip(rows, scores, strict=True)
        for other in np.flatnonzero(own >= ACCEPTED).tolist()
        if counted(row, other)
    ]
    groups: dict[str, list[int]] = defaultdict(list)
    for place, incident in enumerate(given.incidents):
        groups[incident].append(place)
    accepted = [
        (one, other)
        for group in groups.values()
        for at, one in enumerate(group)
        for other in group[at + 1 :]
        if counted(one, other) and fuzz.token_set_ratio(texts[one], texts[other], score_cutoff=ACCEPTED)
    ]
    kept, kept_anywhere = (sum(pair in pairs for pair in group) for group in (accepted, anywhere))
    return Found(blocking, all_pairs, len(pairs), len(accepted), kept, len(anywhere), kept_anywhere)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser("python -m benchmarks.candidates_cost")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--statements", type=int, default=50_000)
    given = parser.parse_args(arguments)
    print(measure(statements(given.shared, given.statements)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
