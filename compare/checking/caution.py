"""Words of caution that the sources have and a draft leaves out, or that it adds: 'at least', 'may', 'always'."""

from __future__ import annotations

from collections.abc import Iterator

from compare.checking.beside import Beside
from compare.checking.comparison import SURE, Comparison, loosened
from compare.checking.evidence.opposition import main_items
from compare.checking.grounds import RIVAL, WHOLE, Ground, text_of, told_by
from compare.checking.items import Item
from compare.checking.material import Material
from compare.language.en.assertion import HEDGES
from compare.language.en.cues import POSSIBLE_MODALS
from compare.model import Quantity
from compare.values.measures import is_bound

HEARD = 0.1  # relevance from which a statement that gives a figure bare is heard


def unbounded(laid: Beside, material: Material) -> list[Ground]:
    """Return the figures that the draft gives bare and every likely statement that has them bounds: 'at least 12'."""
    loose: dict[int, list[Ground]] = {}
    bare: set[int] = set()
    for c in laid.likely:
        if laid.covered(c.shares) < RIVAL:
            continue
        source, other = told_by(c, material)
        for i, (j, likeness) in sorted(c.alignment.met.items()):
            if laid.items[i].sort != "number" or likeness < SURE:
                continue
            theirs = material.counterparts.items[c.number][j]
            if not loosened(laid.items[i], theirs):
                bare.add(i)
                continue
            there, here = text_of(other, theirs), text_of(laid.sentence, laid.items[i])
            how = (
                f"says only ‘{there}’; the draft has ‘{here}’"
                if _bounded(laid.items[i])
                else f"says ‘{there}’; the draft gives ‘{here}’ bare"
            )
            reason = f"{source} {how}."
            loose.setdefault(i, []).append(
                Ground(c.relevance, c.number, laid.items[i], theirs, reason, "draft.unbounded")
            )
    bare |= {i for c in laid.comparisons if c.relevance >= HEARD for i in _given_bare(c, laid, material)}
    return [ground for i in sorted(loose) if i not in bare for ground in loose[i]]


def _bounded(item: Item) -> bool:
    return isinstance(item.value, Quantity) and is_bound(item.value)


def _given_bare(found: Comparison, laid: Beside, material: Material) -> Iterator[int]:
    """Yield the figures of the draft that a statement gives as bare, whatever else it tells."""
    for i, (j, likeness) in found.alignment.met.items():
        theirs = material.counterparts.items[found.number][j]
        if laid.items[i].sort == "number" and likeness >= SURE and not loosened(laid.items[i], theirs):
            yield i


def only_possible(laid: Beside, material: Material) -> list[Ground]:
    """Return the 'may' of the main verb where every statement that has the sentence has it, and the draft does not."""
    if any(w.of(HEDGES) for w in laid.sentence.words):
        return []
    main = main_items(laid)
    found = []
    for c in laid.likely:
        if laid.covered(c.shares) < WHOLE:
            continue
        source, other = told_by(c, material)
        met = (j for i, (j, likeness) in sorted(c.alignment.met.items()) if i in main and likeness >= SURE)
        verbs = [material.counterparts.items[c.number][j].anchor for j in met]
        words = [other.words[n] for verb in verbs for n in other.children[verb] if other.words[n].of(POSSIBLE_MODALS)]
        if not words:
            return []
        reason = f"{source} has ‘{words[0].text}’; the draft leaves it out."
        found.append(Ground(c.relevance, c.number, None, words[0], reason, "draft.unhedged"))
    return found


def looser(laid: Beside, material: Material) -> list[Ground]:
    """Return the words of caution that the sources have and the draft leaves out, or what it adds."""
    found = unbounded(laid, material)
    for c in laid.comparisons:
        if c.relevance < 0.2:
            continue
        source, other = told_by(c, material)
        for name, worth in (("hedges", 0.8), ("bounds", 0.6), ("attributions", 0.5)):
            for place in c.lost[name][:1]:
                word = other.words[place]
                reason = f"{source} has ‘{word.text}’; the draft leaves it out."
                found.append(Ground(c.relevance * worth, c.number, None, word, reason, "draft.unhedged"))
        for place in c.gained[:1]:
            word = laid.sentence.words[place]
            reason = f"The draft has ‘{word.text}’; {source} does not go so far."
            found.append(Ground(c.relevance * 0.4, c.number, word, None, reason, "draft.absolute"))
    if not found and laid.comparisons:
        c = laid.comparisons[0]
        reason = f"{told_by(c, material)[0]} does not say it so firmly."
        found.append(Ground(c.relevance * 0.1, c.number, None, None, reason, "draft.unhedged"))
    return sorted(found, key=lambda g: (-g.strength, g.number))
