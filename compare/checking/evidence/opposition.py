"""What stands the other way round: opposites, denials, roles swapped, names in another's place, other ranks."""

from __future__ import annotations

from compare.checking.beside import Beside
from compare.checking.items import TYPED
from compare.checking.material import Material
from compare.language.en.assertion import NEGATING
from compare.language.en.saying import SPEAKING

NAMES = TYPED - {"number", "time"}
MET = 0.7  # share from which an item is met somewhere, so that its opposite elsewhere tells nothing
DEEPEST = 3  # verbs of saying that may stand one under another


def opposition(beside: Beside, material: Material) -> dict[str, float]:
    """Return how surely something stands the other way round, 0 to 1, and small counts."""
    best, likely = beside.best, beside.likely
    facing = best.alignment.facing if best else ()
    main = main_items(beside)
    misbound = (
        s * c.relevance * (1 - beside.bound[i])
        for c in likely for i, _, s in c.misbound if beside.items[i].sort in NAMES
    )  # fmt: skip
    ours = sum(w.of(NEGATING) for w in beside.sentence.words)
    theirs = sum(w.of(NEGATING) for w in material.counterparts.sentences[best.number].words) if best else ours
    return {
        "opposed": max((c.relevance for c in likely if any(beside.met[i] < MET for i, _ in c.opposed)), default=0.0),
        "name misbound": max(misbound, default=0.0),
        "titles, best": min(len(best.titles), 3) if best else 0,
        "titles": max((c.relevance for c in likely if any(i >= 0 for i, _ in c.titles)), default=0.0),
        "swapped, best": min(len(best.swapped), 2) if best else 0,
        "swapped": max((c.relevance for c in likely if c.swapped), default=0.0),
        "main faced, best": max((f.slot for f in facing if f.ours in main), default=0.0),
        "clean": max((_clean(beside, n) for n in range(len(beside.comparisons))), default=0.0),
        "negating words": min(ours, 3),
        "negating differ": min(ours, 3) - min(theirs, 3),
    }


def _clean(beside: Beside, place: int) -> float:
    """Return how well a statement fits where nothing in it stands against the sentence, 0 to 1."""
    c = beside.comparisons[place]
    typed = (f.slot for f in c.alignment.facing if beside.items[f.ours].sort in TYPED)
    rival = max(max(typed, default=0.0), max((0.6 * s for _, _, s in c.misbound), default=0.0))
    turned = 0.5 if c.opposed or c.titles else 0.3 if c.negated else 0.0
    return beside.covered(c.shares) * c.relevance * (1 - rival) * (1 - turned)


def main_items(beside: Beside) -> frozenset[int]:
    """Return the items that say what happened: the main verb, or what is reported under a verb of saying."""
    words = beside.sentence.words
    root = next((n for n, w in enumerate(words) if w.head == n), 0)
    for _ in range(DEEPEST):
        inner = [c for c in beside.sentence.children[root] if words[c].dep in ("ccomp", "xcomp")]
        if not inner or (words[root].lemma not in SPEAKING and words[inner[0]].dep != "xcomp"):
            break
        root = inner[0]
    return frozenset(i for i, item in enumerate(beside.items) if item.anchor == root)
