"""How firmly the draft says it, and how firmly its counterparts do."""

from __future__ import annotations

from compare.checking.beside import Beside
from compare.checking.comparison import SURE, loosened
from compare.checking.material import Material
from compare.language.en.assertion import ABSOLUTES, ATTRIBUTING, PENDING

KINDS = {"absolute": ABSOLUTES, "pending": PENDING, "attributing": ATTRIBUTING}
CONSIDERED = 4  # likely counterparts over which a mean is taken


def manner(beside: Beside, material: Material) -> dict[str, float]:
    """Return small counts, and means of them over the likely counterparts."""
    words, best, likely = beside.sentence.words, beside.best, beside.likely[:CONSIDERED]
    found = {f"{name} words": float(min(sum(w.of(kind) for w in words), 3)) for name, kind in KINDS.items()}
    theirs = material.counterparts.sentences[best.number].words if best else ()
    items = material.counterparts.items
    loose = any(
        s >= SURE and loosened(beside.items[i], items[c.number][j])
        for c in likely for i, (j, s) in c.alignment.met.items()
    )  # fmt: skip
    cues = beside.sentence.cues
    return found | {
        "hedges lost, best": min(len(best.lost["hedges"]), 3) if best else 0,
        "hedges lost": sum(min(len(c.lost["hedges"]), 3) for c in likely) / max(len(likely), 1),
        "pending differ": found["pending words"] - min(sum(w.of(PENDING) for w in theirs), 3) if best else 0.0,
        "softer there, best": min(len(best.softer), 2) if best else 0,
        "softer there": sum(bool(c.softer) for c in likely) / max(len(likely), 1),
        "loosened": float(loose),
        "expected": float(bool(cues) and cues[0].status == "expected"),
        "said": float(bool(cues) and bool(cues[0].said_by)),
        "present": float(any(w.tag in ("VBZ", "VBP") for w in words)),
    }
