"""What the reader says of a sentence and its counterparts; nothing without a reader."""

from __future__ import annotations

from compare.checking.beside import Beside
from compare.checking.items import TYPED
from compare.checking.material import Material


def readings(beside: Beside, material: Material) -> dict[str, float]:
    """Return scores from 0 to 1: the best of the first two sources, and those of the two nearest statements.

    Nearest by words, and nearest by what the reader itself takes for the same fact.
    """
    del material
    read = [(c, source, beside.scores[c.number]) for c, source in zip(beside.comparisons, beside.sources, strict=True)
            if c.number in beside.scores]  # fmt: skip
    if not read:
        return {}
    found: dict[str, float] = {}
    for field in ("same", "entails"):
        best: dict[str, float] = {}
        for _, source, scores in read:
            best[source] = max(best.get(source, 0.0), getattr(scores, field))
        ranked = [*sorted(best.values(), reverse=True), 0.0]
        found[f"read {field}, first source"], found[f"read {field}, second source"] = ranked[:2]
    nearest = read[0][2]
    closest = max(read, key=lambda x: (x[2].same, x[0].odds))[2]
    against = sorted((s.contradicts * (0.3 + 0.7 * s.same) for _, _, s in read), reverse=True)
    entailed = found["read entails, first source"]
    faced = max((r.strength for r in beside.rivals if beside.items[r.ours].sort in TYPED), default=0.0)
    shares = [*sorted(beside.covered_by.values(), reverse=True), 0.0]
    return found | {
        "faced and not read as entailed": faced * (1 - entailed),
        "covered and read as entailed, second source": shares[1] * found["read entails, second source"],
        "read same, nearest": nearest.same,
        "read entails, nearest": nearest.entails,
        "read entails, closest": closest.entails,
        "read differs, closest": closest.differs,
        "read contradicts, second": against[1] if len(against) > 1 else 0.0,
    }


def is_read(name: str) -> bool:
    """Tell whether a measure comes from the reader, by its name."""
    return "read " in name
