"""What is measured of a draft's sentence beside its counterparts: one number a row, by name, for the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from compare.checking.beside import Beside
from compare.checking.comparison import SURE, Comparison, chance, exclusive, loosened
from compare.checking.counterparts import Counterparts
from compare.checking.items import SORTS, TYPED
from compare.checking.material import Material, Scores
from compare.checking.quotations import FEWEST, Quoted
from compare.language.en.assertion import ABSOLUTES, ATTRIBUTING, BOUNDS, HEDGES, NEGATING, PENDING
from compare.language.en.saying import SPEAKING

Features = dict[str, float]


def union(beside: Beside, comparisons: Sequence[Comparison]) -> tuple[float, ...]:
    """Return how far each item is met by the best of several statements, doubtful ones counting less."""
    return tuple(
        max((c.shares[i] * (0.4 + 0.6 * c.relevance) for c in comparisons), default=0.0)
        for i in range(len(beside.items))
    )


def bound(beside: Beside) -> tuple[float, ...]:
    """Return how far each item is met together with what it hangs on, by the best of the statements, 0 to 1."""
    return tuple(
        max((c.bound.get(i, 0.0) * c.relevance for c in beside.comparisons), default=0.0)
        for i in range(len(beside.items))
    )


def covered_by(beside: Beside, material: Material) -> dict[str, float]:
    """Return the share of the sentence's weight that each source meets, 0 to 1."""
    own: dict[str, list[Comparison]] = {}
    for c in beside.comparisons:
        own.setdefault(material.counterparts.sources[c.number], []).append(c)
    return {source: covered(beside, union(beside, found)) for source, found in own.items()}


def covered(beside: Beside, shares: Sequence[float]) -> float:
    """Return the share of the sentence's weight that is met, 0 to 1."""
    total = sum(beside.weights)
    return sum(w * s for w, s in zip(beside.weights, shares, strict=True)) / total if total else 0.0


def features(beside: Beside, material: Material) -> Features:
    """Return all that is measured of one sentence."""
    counterparts = material.counterparts
    found: Features = {}
    best = beside.comparisons[0] if beside.comparisons else None
    by_source: dict[str, list[Comparison]] = {}
    for c in beside.comparisons:
        by_source.setdefault(counterparts.sources[c.number], []).append(c)
    whole = union(beside, beside.comparisons)
    found["odds"] = best.odds if best else -6.0
    chances = sorted((chance(max(c.odds for c in own)) for own in by_source.values()), reverse=True)
    found["chance second"] = chances[1] if len(chances) > 1 else 0.0
    found["chance third"] = chances[2] if len(chances) > 2 else 0.0
    found["covered by all"] = covered(beside, whole)
    per = sorted((covered(beside, union(beside, own)) for own in by_source.values()), reverse=True)
    for rank, name in enumerate(("first", "second", "third")):
        found[f"covered by {name} source"] = per[rank] if rank < len(per) else 0.0
    singles = sorted((covered(beside, c.shares) for c in beside.comparisons), reverse=True)
    found["covered by one"] = singles[0] if singles else 0.0
    found["covered, best"] = covered(beside, best.shares) if best else 0.0
    for field in ("covered", "covering", "spelling", "meaning"):
        values = [getattr(c.likeness, field) for c in beside.comparisons]
        found[f"{field}, most"] = max(values, default=0.0)
        found[f"{field}, best"] = getattr(best.likeness, field) if best else 0.0
    for sort in SORTS:
        own = [i for i, item in enumerate(beside.items) if item.sort == sort]
        found[f"{sort} count"] = min(len(own), 3)
        found[f"{sort} unmet"] = min(sum(whole[i] < 0.5 for i in own), 3)
        found[f"{sort} unmet, best"] = min(sum(best.shares[i] < 0.5 for i in own), 3) if best else len(own)
        found[f"{sort} faced"] = _faced(beside, whole, own)
        found[f"{sort} faced, best"] = _faced_best(beside, best, whole, own)
    unmet = [i for i in range(len(beside.items)) if whole[i] < 0.5]
    found["rarest unmet"] = max((beside.weights[i] for i in unmet), default=0.0) / 8
    found["unmet weight"] = min(sum(beside.weights[i] for i in unmet) / 30, 1.5)
    strangers = [
        i
        for i in unmet
        if not set(beside.items[i].key.split()) & counterparts.terms and beside.items[i].sort not in ("number", "time")
    ]
    found["strangers"] = min(len(strangers), 4)
    found["named strangers"] = min(sum(beside.items[i].sort in TYPED for i in strangers), 3)
    found["length"] = min(len(beside.items), 25) / 25
    _against(found, beside, best, whole)
    _manner(found, beside, best, counterparts)
    _of_quotations(found, beside.quotations)
    _of_time(found, beside, material)
    _of_fit(found, beside)
    if beside.scores:
        _of_reader(found, beside, counterparts)
    return found


def faces(beside: Beside, whole: Sequence[float]) -> list[tuple[float, Comparison, int, int]]:
    """Return (strength, comparison, our item, their item) where an unmet item faces another, the strongest first."""
    found = []
    kept = bound(beside)
    for c in beside.comparisons:
        rest = covered(beside, c.shares)
        for f in c.alignment.facing:
            free = 1 - max(0.6 * whole[f.ours], min(whole[f.ours], kept[f.ours]))
            strength = f.slot * c.relevance * (0.3 + 0.7 * rest) * free
            if strength > 0.02:
                found.append((strength, c, f.ours, f.theirs))
    return sorted(found, key=lambda x: (-x[0], x[1].number, x[2], x[3]))


def _faced(beside: Beside, whole: Sequence[float], own: Sequence[int]) -> float:
    return max((s for s, _, i, _ in faces(beside, whole) if i in own), default=0.0)


def _faced_best(beside: Beside, best: Comparison | None, whole: Sequence[float], own: Sequence[int]) -> float:
    if best is None:
        return 0.0
    return max((f.slot * (1 - whole[f.ours]) for f in best.alignment.facing if f.ours in own), default=0.0)


def _against(found: Features, beside: Beside, best: Comparison | None, whole: Sequence[float]) -> None:
    likely = [c for c in beside.comparisons if c.relevance > 0.2]
    found["opposed"] = max((c.relevance for c in likely if any(whole[i] < SURE for i, _ in c.opposed)), default=0.0)
    found["negated, best"] = min(len(best.negated), 4) if best else 0
    found["negated share"] = _mean([len(c.negated) / max(len(c.alignment.met), 1) for c in likely[:4]])
    kept = bound(beside)
    for name, sorts in (("name", TYPED - {"number", "time"}), ("value", {"number", "time"})):
        found[f"{name} misbound"] = max(
            (
                s * c.relevance * (1 - kept[i])
                for c in likely
                for i, _, s in c.misbound
                if beside.items[i].sort in sorts
            ),
            default=0.0,
        )
    found["titles, best"] = min(len(best.titles), 3) if best else 0
    found["titles"] = max((c.relevance for c in likely if any(i >= 0 for i, _ in c.titles)), default=0.0)
    total = sum(beside.weights) or 1.0
    found["unbound weight"] = sum(w for w, b in zip(beside.weights, kept, strict=True) if b < 0.4) / total
    found["swapped, best"] = min(len(best.swapped), 2) if best else 0
    found["swapped"] = max((c.relevance for c in likely if c.swapped), default=0.0)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _manner(found: Features, beside: Beside, best: Comparison | None, counterparts: Counterparts) -> None:
    words = beside.sentence.words
    for name, kind in (
        ("absolute", ABSOLUTES), ("pending", PENDING), ("negating", NEGATING), ("hedging", HEDGES), ("bounding", BOUNDS),
        ("attributing", ATTRIBUTING),
    ):  # fmt: skip
        found[f"{name} words"] = min(sum(w.of(kind) for w in words), 3)
    likely = [c for c in beside.comparisons if c.relevance > 0.25][:4]
    for name in ("hedges", "bounds", "attributions"):
        found[f"{name} lost, best"] = min(len(best.lost[name]), 3) if best else 0
        found[f"{name} lost"] = _mean([min(len(c.lost[name]), 3) for c in likely])
    found["absolute gained"] = min(len(best.gained), 3) if best else 0
    if best:
        theirs = counterparts.sentences[best.number].words
        for name, kind in (("negating", NEGATING), ("pending", PENDING)):
            count = min(sum(w.of(kind) for w in theirs), 3)
            found[f"{name} differ"] = found[f"{name} words"] - count
        found["parity"] = float((sum(w.of(NEGATING) for w in theirs) % 2) != (sum(w.of(NEGATING) for w in words) % 2))
    else:
        found |= {"negating differ": 0.0, "pending differ": 0.0, "parity": 0.0}
    loose = [
        1.0 for c in likely for i, (j, s) in c.alignment.met.items()
        if s >= SURE and loosened(beside.items[i], counterparts.items[c.number][j])
    ]  # fmt: skip
    found["loosened"] = float(bool(loose))
    kinds = [
        c.relevance * f.slot for c in likely for f in c.alignment.facing
        if exclusive(beside.items[f.ours], counterparts.items[c.number][f.theirs])
    ]  # fmt: skip
    found["siblings"] = max(kinds, default=0.0)
    cues = beside.sentence.cues
    found["expected"] = float(bool(cues) and cues[0].status == "expected")
    found["said"] = float(bool(cues) and bool(cues[0].said_by))
    found["quotations"] = min(len(beside.sentence.quotations), 2)
    found["present"] = float(any(w.tag in ("VBZ", "VBP") for w in words))


def _of_quotations(found: Features, quotations: Sequence[Quoted]) -> None:
    """Add what the quotations of a sentence tell."""
    long = [q for q in quotations if q.words >= FEWEST]
    found["quoted long"] = min(len(long), 2)
    found["quoted short"] = min(len(quotations) - len(long), 2)
    found["quoted nearly"] = max((q.nearly[0].likeness / 100 for q in quotations if q.altered), default=0.0)
    found["quoted nowhere"] = float(any(not q.verbatim and not q.nearly for q in long))
    found["quoted short nowhere"] = float(any(not q.verbatim for q in quotations if q.words < FEWEST))
    found["quoted by another"] = float(any(q.others for q in quotations))


def _of_time(found: Features, beside: Beside, material: Material) -> None:
    """Add what a later source has otherwise than an earlier one, and how what is planned or may be compares."""
    days = {c.number: material.published(material.counterparts.sources[c.number]) for c in beside.comparisons}
    early: dict[int, float] = {}
    known = [d for d in days.values() if d is not None]
    for c in beside.comparisons:
        day = days[c.number]
        if day is not None and day < max(known):
            for i, share in c.bound.items():
                early[i] = max(early.get(i, 0.0), share * c.relevance)
    late = [c for c in beside.comparisons if days[c.number] is not None and days[c.number] == max(known)]
    found["value replaced"] = max(
        (
            early.get(i, 0.0) * s * c.relevance
            for c in late
            for i, _, s in (*c.misbound, *_faced_of(c))
            if beside.items[i].sort in TYPED
        ),
        default=0.0,
    )
    best = beside.comparisons[0] if beside.comparisons else None
    found["softer there, best"] = min(len(best.softer), 2) if best else 0
    found["done there, best"] = min(len(best.done), 2) if best else 0
    likely = [c for c in beside.comparisons if c.relevance > 0.25]
    found["softer there"] = _mean([float(bool(c.softer)) for c in likely[:4]])
    found["done there"] = max((c.relevance for c in likely if c.done), default=0.0)


def _faced_of(comparison: Comparison) -> list[tuple[int, int, float]]:
    return [(f.ours, f.theirs, f.slot) for f in comparison.alignment.facing]


def _of_fit(found: Features, beside: Beside) -> None:
    """Add how well the best statement fits where nothing in it stands against the sentence, and the main verb's part."""
    clean = []
    for c in beside.comparisons:
        rival = max((f.slot for f in c.alignment.facing if beside.items[f.ours].sort in TYPED), default=0.0)
        rival = max(rival, *(0.6 * s for _, _, s in c.misbound), 0.0)
        turned = 0.5 if c.opposed or c.titles else 0.3 if c.negated else 0.0
        clean.append(covered(beside, c.shares) * c.relevance * (1 - rival) * (1 - turned))
    found["clean"] = max(clean, default=0.0)
    main = main_items(beside)
    best = beside.comparisons[0] if beside.comparisons else None
    found["main unmet, best"] = float(best is not None and any(best.shares[i] < 0.45 for i in main))
    found["main faced, best"] = (
        max((f.slot for f in best.alignment.facing if f.ours in main), default=0.0) if best else 0.0
    )
    found["main negated"] = max(
        (c.relevance for c in beside.comparisons if any(i in main for i, _ in c.negated)), default=0.0
    )
    found["main opposed"] = max(
        (c.relevance for c in beside.comparisons if any(i in main for i, _ in c.opposed)), default=0.0
    )


def main_items(beside: Beside) -> frozenset[int]:
    """Return the items that say what happened: the main verb, or what is reported under a verb of saying."""
    words = beside.sentence.words
    root = next((n for n, w in enumerate(words) if w.head == n), 0)
    for _ in range(3):
        inner = [c for c in beside.sentence.children[root] if words[c].dep in ("ccomp", "xcomp")]
        if words[root].lemma not in SPEAKING and not (inner and words[inner[0]].dep == "xcomp"):
            break
        if not inner:
            break
        root = inner[0]
    return frozenset(i for i, item in enumerate(beside.items) if item.anchor == root)


def _of_reader(found: Features, beside: Beside, counterparts: Counterparts) -> None:
    """Add what the reader says of the sentence and its counterparts."""
    read = [(c, beside.scores[c.number]) for c in beside.comparisons]
    by_source: dict[str, list[tuple[Comparison, Scores]]] = {}
    for c, s in read:
        by_source.setdefault(counterparts.sources[c.number], []).append((c, s))
    for field in ("same", "entails"):
        best = sorted((max(getattr(s, field) for _, s in own) for own in by_source.values()), reverse=True)
        for rank, name in enumerate(("first", "second")):
            found[f"read {field}, {name} source"] = best[rank] if rank < len(best) else 0.0
    for field in ("contradicts", "differs"):
        values = sorted((getattr(s, field) * (0.3 + 0.7 * s.same) for _, s in read), reverse=True)
        found[f"read {field}, most"] = values[0]
        found[f"read {field}, second"] = values[1] if len(values) > 1 else 0.0
        found[f"read {field}, weighed"] = max(getattr(s, field) * c.relevance for c, s in read)
    for name, (_, s) in (("nearest", read[0]), ("same", max(read, key=lambda x: (x[1].same, x[0].odds)))):
        for field in ("entails", "contradicts", "differs", "same"):
            found[f"read {field}, {name}"] = getattr(s, field)
    found["read entails against"] = found["read entails, first source"] - found["read contradicts, most"]
