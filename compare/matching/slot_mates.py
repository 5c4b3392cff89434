"""Which statements meet because they fill one slot, whatever their words: two tolls, two lengths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from compare.claims.reading import Reading
from compare.judgement.quantity import VAGUE_SLOTS
from compare.matching.blocking import candidates
from compare.matching.labels_and_times import is_label
from compare.matching.profiles import rarity_of
from compare.model import Quantity

# slots that many unlike figures fill: two of them being alike says nothing about one fact
UNTELLING = VAGUE_SLOTS | {"ordinal", "age", "multiple", "fraction", "length", "number", "period"}
MANY_FIGURES = 120  # statements that fill one slot; of more not every pair is looked at …
SLOT_MATES = 12  # … but for each the few that share most words with it


def same_slots(reading: Reading) -> Iterable[tuple[int, int]]:
    """Return the pairs of statements of different sources that hold figures for one telling slot.

    In a slot that very many statements fill a figure alone tells little: there each meets only those that share
    most with it.
    """
    number = {s.id: n for n, s in enumerate(reading.statements)}
    slots: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in reading.claims:
        if isinstance(claim.value, Quantity) and claim.attribute not in UNTELLING and not claim.value.vague:
            slots[str(claim.attribute)][number[claim.statement]] |= claim.words | claim.names
        elif is_label(claim):
            slots["quotation"][number[claim.statement]] |= claim.words | claim.names
    sources = [s.source for s in reading.statements]
    return sorted({pair for members in slots.values() for pair in slot_mates(members, sources)})


def slot_mates(members: Mapping[int, set[str]], sources: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Yield the pairs among the statements that fill one slot, given by number with their words."""
    numbers = sorted(members)
    if len(numbers) <= MANY_FIGURES:
        return ((a, b) for a, b in combinations(numbers, 2) if sources[a] != sources[b])
    rarity = rarity_of(members.values())
    terms = [{word: rarity[word] for word in sorted(members[n])} for n in numbers]
    found = candidates(terms, [sources[n] for n in numbers], {}, SLOT_MATES)
    return ((numbers[a], numbers[b]) for a, b in found)
