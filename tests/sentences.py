"""Sentences of our own, laid against each other: what the tests of alignment share."""

from __future__ import annotations

from datetime import date

from compare.checking.alignment import Alignment, aligned
from compare.checking.items import Item, items_of
from compare.checking.pairing import Pairing
from compare.checking.sentence import Sentence, sentence_of
from compare.judgement.analysed import analyse

DAY = date(2022, 3, 4)  # a Friday


def two(draft: str, source: str) -> tuple[Sentence, Sentence]:
    """Return a sentence of a draft and one of a source, both written on one day."""
    ours, theirs = (sentence_of(side) for side in analyse([draft, source], [DAY, DAY]))
    return ours, theirs


def pairing(draft: str, source: str) -> Pairing:
    """Return two sentences with their items and what meets."""
    ours, theirs = two(draft, source)
    items, others = items_of(ours), items_of(theirs)
    return Pairing(ours, theirs, items, others, aligned(items, others).met)


def laid(draft: str, source: str) -> tuple[tuple[Item, ...], tuple[Item, ...], Alignment]:
    """Return the items of two sentences and how they are laid together."""
    pair = pairing(draft, source)
    return pair.ours, pair.theirs, aligned(pair.ours, pair.theirs)


def facing(draft: str, source: str) -> set[tuple[str, str]]:
    """Return the keys of the items that face each other."""
    ours, theirs, found = laid(draft, source)
    return {(ours[f.ours].key, theirs[f.theirs].key) for f in found.facing}


def unmet(draft: str, source: str) -> set[str]:
    """Return the keys of the draft's items that nothing meets."""
    ours, _, found = laid(draft, source)
    return {item.key for n, item in enumerate(ours) if n not in found.met}
