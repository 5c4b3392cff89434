"""What is measured on the dev sets: one function a set, each returning figures by name.

The scorers are those of ``../shared/tools``; nothing here judges, it only runs Crosscheck and hands over.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from types import ModuleType

import compare
from compare.model import Comparison, Published, Source
from compare.wire.report import to_json

Figures = dict[str, float]
BASELINE_SETS = ("geneva", "lauten-resigns")  # the fuzzy ratios stand at the threshold that suits each best


def scorer(shared: Path, name: str) -> ModuleType:
    """Load one of the scorers from the shared folder."""
    path = shared / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # the shared folder may be read-only
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


def digest(paths: Iterable[Path]) -> str:
    """Return a short digest of files, so that a floor names the data it was measured on."""
    found = hashlib.sha256()
    for path in sorted(paths):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:12]


def articles(folder: Path, *, dated: bool) -> list[Source]:
    """Read a corpus, with the dates of publication its gold file names or with none but the articles' own."""
    published = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["published"]
    sources, unread = compare.read_sources(sorted(folder.glob("*.txt")))
    assert not unread
    if not dated:
        return list(sources)
    found = []
    for source in sources:
        day = date.fromisoformat(published[source.id][:10]) if published.get(source.id) else None
        found.append(source if day is None else replace(source, published=Published(day, "manifest", day.isoformat())))
    return found


def compared(folder: Path, *, dated: bool = True) -> Comparison:
    """Compare the articles of a corpus."""
    return compare.compare_sources(articles(folder, dated=dated))


def quantities(shared: Path) -> Figures:
    """Score ``compare.quantities`` on the news sentences."""
    tool = scorer(shared, "score_quantities")
    rows = json.loads((shared / "data" / "newsquant-dev.json").read_text(encoding="utf-8"))
    figures, _ = tool.score(rows, tool.with_compare())
    return {name.replace("+", "_and_") + "_f1": f1 for name, (_, _, f1) in figures.items()}


def quantulum(shared: Path) -> str:
    """Score quantulum3 on the news sentences, where it is installed (it is no dependency: it wants an old numpy)."""
    if importlib.util.find_spec("quantulum3") is None:
        return "newsquant not measured: 'pip install quantulum3' in an environment without scikit-learn"
    tool = scorer(shared, "score_quantities")
    rows = json.loads((shared / "data" / "newsquant-dev.json").read_text(encoding="utf-8"))
    figures, _ = tool.score(rows, tool.with_quantulum3())
    return "newsquant " + "  ".join(f"{name} {f1:.3f}" for name, (_, _, f1) in figures.items())


def pairs(shared: Path, name: str) -> Figures:
    """Score ``compare.judge`` on labelled pairs; ``conflicts_found`` is the share of contradictions found.

    The scorer asks for recall only where 'conflict' is the one right answer; in the public inference sets 'update' is
    accepted beside it, so that share is counted here.
    """
    tool = scorer(shared, "score_pairs")
    rows = [json.loads(line) for line in (shared / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    said = {(row["left"], row["right"]): compare.judge(row["left"], row["right"]).relation for row in rows}
    figures, _, _ = tool.score(rows, lambda a, b: said[a, b])
    contradictions = [row for row in rows if "conflict" in tool.accepted(row) and "unrelated" not in tool.accepted(row)]
    found = sum(said[row["left"], row["right"]] == "conflict" for row in contradictions)
    return {**{k: float(v) for k, v in figures.items()}, "conflicts_found": found / max(len(contradictions), 1)}


def grouping(shared: Path) -> Figures:
    """Score the grouping by event: B³ F1 of each set, weights and threshold learned without the fifth measured."""
    from compare.corpus.fit import held_out, read_gold

    return {f"{name}_b3": figure for name, figure in held_out(read_gold(shared)).items()}


def baseline(shared: Path, name: str, likeness: Callable[[list[str]], Callable[[int, int], float]]) -> Figures:
    """Score a plain likeness of whole statements at the threshold that suits it best on this very set."""
    folder = shared / "corpora" / name
    document = to_json(compared(folder))
    statements = document["statements"]
    measure = likeness([s["text"] for s in statements])
    scored = [
        (measure(a, b), statements[a]["id"], statements[b]["id"])
        for a, b in combinations(range(len(statements)), 2)
        if statements[a]["source"] != statements[b]["source"]
    ]
    scored.sort(key=lambda row: (-row[0], row[1], row[2]))
    tool = scorer(shared, "score_alignment")
    best = 0.0
    for share in (0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.3):
        kept = scored[: int(share * len(statements))]
        said = [{"left": a, "right": b, "relation": "agreement"} for _, a, b in kept]
        figures, _ = tool.score(folder / "gold.json", {**document, "pairs": said})
        best = max(best, figures["alignment_f1"])
    return {"alignment_f1": best}


def fuzzy(name: str) -> Callable[[list[str]], Callable[[int, int], float]]:
    """Return a rapidfuzz ratio over whole statements as a baseline."""
    from rapidfuzz import fuzz

    ratio = getattr(fuzz, name)
    return lambda texts: lambda a, b: float(ratio(texts[a].lower(), texts[b].lower()))


def character_tfidf(texts: list[str]) -> Callable[[int, int], float]:
    """Return TF-IDF of character n-grams over whole statements as a baseline."""
    from compare.matching.profiles import cosine, grams_of, rarity_of, unit_of

    counts = [grams_of(t) for t in texts]
    rarity = rarity_of(set(c) for c in counts)
    vectors = [unit_of({g: n * rarity[g] for g, n in c.items()}) for c in counts]
    return lambda a, b: cosine(vectors[a], vectors[b])
