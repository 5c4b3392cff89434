"""Opposites, synonyms and kinds of words, from a table baked from WordNet 3.0 (Fellbaum 1998).

``bake/wordnet.py`` makes the table; its licence is in ``data/wordnet-licence.txt``.  The file is kept as the bytes it
is and searched by halving, so that it costs its size (2 MB) in memory and no time to load.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path

from compare.errors import ResourceError

DATA = Path(__file__).parent / "data"


def antonyms(lemma: str, *, weaker: bool = False) -> frozenset[str]:
    """Return the opposites of a lemma, lower case, those of all its parts of speech.

    With ``weaker``, the opposites of an adjective's nearest relatives come too ('constructive': 'negative'), and
    those of the adjective in an adverb.
    """
    found: set[str] = set()
    for near, far, _, _ in _rows(lemma.lower()):
        found.update(near.split())
        if weaker:
            found.update(far.split())
    return frozenset(found)


def synonyms(lemma: str) -> frozenset[str]:
    """Return words that share the first sense of a noun or a verb; empty for other words."""
    return frozenset(word for _, _, same, _ in _rows(lemma.lower()) for word in same.split())


def hypernym_words(lemma: str) -> frozenset[str]:
    """Return words for what a noun or a verb is a kind of: 'summit' → 'meeting', 'soldier' → 'person'.

    Words that fit nearly everything ('thing', 'act') are left out.
    """
    return frozenset(word for _, _, _, kinds in _rows(lemma.lower()) for word in kinds.split())


def is_person(lemma: str) -> bool:
    """Tell a noun of a person: 'soldier', 'nurse'."""
    return "person" in hypernym_words(lemma)


@lru_cache(maxsize=20_000)
def _rows(lemma: str) -> tuple[tuple[str, str, str, str], ...]:
    """Return (antonyms, weaker antonyms, synonyms, hypernyms) of each row of a lemma: a row a part of speech."""
    if not lemma.isascii() or "\t" in lemma or "\n" in lemma:
        return ()
    table, key = _table(), lemma.encode("ascii") + b"\t"
    found = []
    for place in range(bisect_left(table, key), len(table)):
        if not table[place].startswith(key):
            break
        _, _, near, far, same, kinds = table[place].decode("ascii").split("\t")
        found.append((near, far, same, kinds))
    return tuple(found)


@cache
def _table() -> list[bytes]:
    """Return the lines of the table, sorted by their bytes."""
    try:
        lines = (DATA / "wordnet.tsv").read_bytes().splitlines()
    except OSError as error:
        raise ResourceError(f"The table of opposites cannot be read ({error}): install Crosscheck again.") from error
    if not lines or any(line.count(b"\t") != 5 for line in (lines[0], lines[-1])):
        raise ResourceError("The table of opposites is damaged: install Crosscheck again.")
    return lines
