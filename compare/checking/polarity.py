"""What one of two sentences denies, says the opposite of, or turns round, of what both speak of."""

from __future__ import annotations

from collections.abc import Mapping

from compare.checking.items import Item
from compare.checking.likeness import opposes, tabled
from compare.checking.pairing import Pairing
from compare.checking.sentence import Sentence
from compare.language.en.assertion import NEGATING

SURE = 0.7  # likeness from which an item is met
LIKELY = 0.55  # … from which two words are worth asking whether one side denies them
ALIKE_POS = {"PROPN": "NOUN", "AUX": "VERB"}  # parts of speech that the dictionary does not part
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis"})
DOERS = frozenset({"nsubj", "agent", "prep:by", "prep:from", "prep:since"})
DONE_TO = frozenset({"dobj", "nsubjpass", "prep:to", "dative", "pobj", "prep:for", "prep:against", "prep:into"})


def opposed(pair: Pairing) -> tuple[tuple[int, int], ...]:
    """Return pairs of unmet words that exclude each other and hang together with words that meet.

    Opposites of the dictionary count only where their senses may fit: both are of one part of speech, neither side has
    the other's word met elsewhere ('a man and a woman'), and both are denied or neither is ('sits', 'does not stand').
    """
    met = {i: j for i, (j, _) in pair.met.items()}
    taken = {j for j, likeness in pair.met.values() if likeness >= SURE}
    found = []
    for i, a in enumerate(pair.ours):
        if a.value is not None or (i in met and pair.met[i][1] >= SURE):
            continue
        for j, b in enumerate(pair.theirs):
            if b.value is not None or not opposes(a.key, b.key) or not _linked(a, b, met):
                continue
            if tabled(a.key, b.key) or (j not in taken and _one_sense(pair, a, b)):
                found.append((i, j))
    return tuple(found)


def _one_sense(pair: Pairing, left: Item, right: Item) -> bool:
    """Tell whether two opposites of the dictionary are of one part of speech and as often denied."""
    ours, theirs = pair.draft.words[left.anchor].pos, pair.source.words[right.anchor].pos
    if ALIKE_POS.get(ours, ours) != ALIKE_POS.get(theirs, theirs):
        return False
    return denials(pair.draft, left) % 2 == denials(pair.source, right) % 2


def _linked(left: Item, right: Item, met: Mapping[int, int]) -> bool:
    near = {n for n, _ in right.neighbours} | set(right.around)
    return any(met.get(n) in near for n in (*(n for n, _ in left.neighbours), *left.around))


def denials(sentence: Sentence, item: Item) -> int:
    """Return how many words deny an item: those that hang on it or on what it hangs on, up to its clause."""
    places = {item.anchor}
    place = item.anchor
    for _ in range(4):
        word = sentence.words[place]
        if word.head == place or word.dep in CLAUSES:
            break
        place = word.head
        places.add(place)
    hung = {c for p in places for c in sentence.children[p]} | places
    return sum(sentence.words[p].of(NEGATING) for p in hung - {item.anchor})


def negated(pair: Pairing) -> tuple[tuple[int, int], ...]:
    """Return words that meet and that one side alone denies."""
    found = []
    for i, (j, likeness) in sorted(pair.met.items()):
        if likeness < LIKELY or pair.ours[i].sort not in ("verb", "noun", "quality"):
            continue
        if denials(pair.draft, pair.ours[i]) % 2 != denials(pair.source, pair.theirs[j]) % 2:
            found.append((i, j))
    return tuple(found)


def swapped(pair: Pairing) -> tuple[int, ...]:
    """Return items that do in one sentence what is done to them in the other, of a verb that both have."""
    found = []
    for i, (j, likeness) in sorted(pair.met.items()):
        if likeness < SURE:
            continue
        there = {n: _role(r) for n, r in pair.theirs[j].neighbours}
        for n, relation in pair.ours[i].neighbours:
            role, other = _role(relation), there.get(pair.met[n][0]) if n in pair.met else None
            if role and other and role != other:
                found.append(i)
    return tuple(found)


def _role(relation: str) -> str | None:
    return "doer" if relation in DOERS else "done-to" if relation in DONE_TO else None
