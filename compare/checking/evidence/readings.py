"""What the reader says of a sentence and its counterparts; nothing without a reader."""

from __future__ import annotations

from compare.checking.beside import Beside
from compare.checking.material import Material


def readings(beside: Beside, material: Material) -> dict[str, float]:
    """Return scores from 0 to 1: the best of each source, the strongest against, and those of the nearest statement."""
    del material
    if not beside.scores:
        return {}
    found: dict[str, float] = {}
    for field in ("same", "entails"):
        best = sorted(
            (max(getattr(beside.scores[c.number], field) for c in own) for own in beside.by_source.values()),
            reverse=True,
        )
        for rank, name in enumerate(("first", "second")):
            found[f"read {field}, {name} source"] = best[rank] if rank < len(best) else 0.0
    read = [(c, beside.scores[c.number]) for c in beside.comparisons]
    for field in ("contradicts", "differs"):
        values = sorted((getattr(s, field) * (0.3 + 0.7 * s.same) for _, s in read), reverse=True)
        found[f"read {field}, most"] = values[0]
        found[f"read {field}, second"] = values[1] if len(values) > 1 else 0.0
        found[f"read {field}, weighed"] = max(getattr(s, field) * c.relevance for c, s in read)
    closest = max(read, key=lambda x: (x[1].same, x[0].odds))
    for name, (_, s) in (("nearest", read[0]), ("same", closest)):
        for field in ("entails", "contradicts", "differs", "same"):
            found[f"read {field}, {name}"] = getattr(s, field)
    return found | {"read entails against": found["read entails, first source"] - found["read contradicts, most"]}
