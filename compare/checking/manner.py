"""How firmly two sentences say the same: what is planned, thought or bounded on one side and plain on the other."""

from __future__ import annotations

from collections.abc import Collection

from compare.checking.items import Item
from compare.checking.pairing import Pairing
from compare.checking.sentence import Sentence
from compare.language.en.assertion import HEDGES
from compare.language.en.cues import EXPECTING, FUTURE_MODALS

LIKELY = 0.55  # likeness from which two verbs are taken for one act
SURE = 0.7  # … from which a word is met and so not lost
NEAR = 3  # words to either side of what is met in which a word of caution bears on it


def open_ended(sentence: Sentence, item: Item) -> bool:
    """Tell whether a verb is planned, expected, thought or only possible: 'may sail', 'plans to sail', 'is to sail'."""
    word = sentence.words[item.anchor]
    near = {*sentence.children[item.anchor], word.head}
    near |= {c for c in sentence.children[word.head] if sentence.words[c].dep in ("aux", "advmod", "acomp")}
    return any(sentence.words[p].of(FUTURE_MODALS | HEDGES | EXPECTING) for p in near if p != item.anchor)


def _verbs(pair: Pairing) -> list[tuple[int, int]]:
    return [
        (i, j) for i, (j, likeness) in sorted(pair.met.items())
        if likeness >= LIKELY and "verb" in (pair.ours[i].sort, pair.theirs[j].sort)
    ]  # fmt: skip


def open_there(pair: Pairing) -> tuple[tuple[int, int], ...]:
    """Return verbs that the draft states and the source only plans, expects or thinks."""
    return tuple(
        (i, j) for i, j in _verbs(pair)
        if open_ended(pair.source, pair.theirs[j]) and not open_ended(pair.draft, pair.ours[i])
    )  # fmt: skip


def lost(pair: Pairing, kind: Collection[str]) -> tuple[int, ...]:
    """Return the source's words of a kind that stand near what is met, and that the draft does not have."""
    words = pair.source.words
    reach: set[int] = set()
    for j, likeness in pair.met.values():
        if likeness >= LIKELY:
            anchor = pair.theirs[j].anchor
            reach |= {*range(anchor - NEAR, anchor + NEAR + 1), *pair.source.children[anchor], words[anchor].head}
    own = {w.lemma for w in pair.draft.words} | {w.text.lower() for w in pair.draft.words}
    met = {p for j, s in pair.met.values() if s >= SURE for p in range(pair.theirs[j].first, pair.theirs[j].last + 1)}
    return tuple(
        n for n, w in enumerate(words)
        if n in reach and n not in met and w.of(kind) and not own & {w.lemma, w.text.lower()}
    )  # fmt: skip
