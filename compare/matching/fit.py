"""Learns the weights of the evidence from labelled articles: ``python -m compare.matching.fit FOLDER... [-o FILE]``.

Each folder holds articles and a ``gold.json`` whose facts list mentions (exact quotes) and pairs of them.  The fit is a
logistic regression with a small ridge, by Newton's method (Hosmer & Lemeshow, 2000, ch. 1); each folder counts
equally.  The start is taken out of the intercept: ``alignment.py`` estimates it in every set anew.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.claims.reading import Reading
from compare.matching.alignment import FEATURES, Likeness, Weights, likenesses
from compare.model import Statement

RIDGE = 3.0  # of the standardised slopes; keeps a small set from being learnt by heart
STEPS = 30  # Newton steps; it settles within ten


@dataclass(frozen=True, slots=True)
class Labelled:
    """One set of articles: what was measured on its candidates, which of them match, and how many pairs it has."""

    likenesses: tuple[Likeness, ...]
    matches: tuple[bool, ...]
    pairs: int  # of statements of different sources in all, candidates or not


def fit(sets: Sequence[Labelled]) -> Weights:
    """Return the weights in log2 odds that fit the labelled sets best.

    Raises ``ValueError`` where a set holds no match or nothing but matches.
    """
    import numpy as np

    for labelled in sets:
        if len(set(labelled.matches)) < 2:
            raise ValueError("every set needs pairs that match and pairs that do not")
    values = np.array([[getattr(k, f) for f in FEATURES] for s in sets for k in s.likenesses], dtype=float)
    wanted = np.array([m for s in sets for m in s.matches], dtype=float)
    share = np.concatenate([np.full(len(s.matches), 1000 / len(s.matches)) for s in sets])
    centre, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    design = np.column_stack([np.ones(len(values)), (values - centre) / spread])
    ridge = np.diag([0.0] + [RIDGE] * len(FEATURES))
    theta = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ theta))
        slope = design.T @ (share * (wanted - chance)) - ridge @ theta
        curve = (design * (share * chance * (1 - chance))[:, None]).T @ design + ridge
        theta = theta + np.linalg.solve(curve, slope)
    slopes = theta[1:] / spread
    rate = sum(sum(s.matches) / s.pairs for s in sets) / len(sets)
    intercept = float(theta[0] - (slopes * centre).sum()) - math.log(rate / (1 - rate))
    bits = math.log(2)
    return Weights(
        round(intercept / bits, 3), {f: round(float(s) / bits, 3) for f, s in zip(FEATURES, slopes, strict=True)}
    )


def labelled(folder: Path) -> Labelled:
    """Read a folder of articles with its ``gold.json``; optional pairs are left out."""
    from compare.claims.reading import read
    from compare.pipeline import ordered_sources

    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    sources, _ = ordered_sources(sorted(p for p in folder.iterdir() if p.suffix != ".json"))
    reading = read(sources, lambda _stage, _share: None)
    wanted = _wanted(gold, reading)
    rows = [(k, wanted.get(frozenset((k.left, k.right)))) for k in likenesses(reading)]
    kept = [(k, relations) for k, relations in rows if relations != {"optional"}]
    count = [s.source for s in reading.statements]
    pairs = sum(a != b for i, a in enumerate(count) for b in count[:i])
    return Labelled(tuple(k for k, _ in kept), tuple(r is not None for _, r in kept), pairs)


def _wanted(gold: Mapping[str, Any], reading: Reading) -> dict[frozenset[int], set[str]]:
    """Return the pairs of statements (by number) that gold pairs, with the relations it gives them."""
    texts = {s.id: s.text for s in reading.sources}
    found: dict[frozenset[int], set[str]] = {}
    for fact in gold["facts"]:
        touched = {m["id"]: _touched(m, texts, reading.statements) for m in fact["mentions"]}
        for left, right, relation in fact["pairs"]:
            for a in touched[left]:
                for b in touched[right]:
                    found.setdefault(frozenset((a, b)), set()).add(relation)
    for relations in found.values():
        if relations != {"optional"}:
            relations.discard("optional")
    return found


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the folders given and write (or print) the weights."""
    parser = argparse.ArgumentParser(
        prog="python -m compare.matching.fit", description="Fit the weights of the evidence."
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args(arguments)
    found = fit([labelled(folder) for folder in options.folders])
    text = json.dumps({"intercept": found.intercept, "slopes": dict(found.slopes)}, indent=2) + "\n"
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        print(text, end="")  # noqa: T201 - a command line of its own
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
