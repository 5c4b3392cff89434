"""What each statement is made of, weighed by how rare it is within the set of articles.

Rarity inside the set is the largest single gain in aligning news (a word that every article uses tells
nothing): in a set about two presidents meeting, their names and 'meeting' weigh next to nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from typing import TYPE_CHECKING

from compare.language.en.stopwords import EMPTY_VERBS, STOP_LEMMAS
from compare.model import Name
from compare.statements.splitting import Parsed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
GRAM_SIZES = (3, 4, 5)  # character n-grams, padded at word borders
CLOSE = 0.45  # cosine from which two words count as close in meaning
NEIGHBOURS = 8  # close words kept a term
HELD = 2_000  # statements whose n-grams are in memory at once


class Spelling:
    """How a set of texts is spelled: the weighed n-grams of each, those of the last few thousand asked kept in memory.

    They take some thirty thousand bytes a statement: of all the statements of a long article, a gigabyte.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the n-grams of all texts."""
        self._counts = lru_cache(HELD)(grams_of)
        self._rarity = rarity_of(set(self._counts(text)) for text in texts)
        self.grams = lru_cache(HELD)(self._weighed)

    def _weighed(self, text: str) -> Mapping[str, float]:
        return unit_of({g: (1 + math.log(c)) * self._rarity[g] for g, c in self._counts(text).items()})


@dataclass(frozen=True, slots=True)
class Profile:
    """One statement's terms with their rarity."""

    terms: Mapping[str, float]  # content lemma or name key → inverse document frequency within the set, in bits
    spelling: Spelling
    text: str
    vector: NDArray[np.float32] | None  # rarity-weighted mean of the words' vectors, unit length

    @property
    def grams(self) -> Mapping[str, float]:
        """Character n-gram → weight; the vector has unit length."""
        return self.spelling.grams(self.text)


def term_of(token: Token) -> str | None:
    """Return the term that a token stands for, or None where it carries no content."""
    if token.pos_ not in CONTENT or token.is_punct or token.is_space:
        return None
    lemma = token.lemma_.lower().strip("’'`.,-–—")
    if len(lemma) < 2 and not lemma.isdigit():
        return None
    return None if lemma in STOP_LEMMAS or lemma in EMPTY_VERBS else lemma


def terms_of(parsed: Parsed, names: Sequence[Name] = ()) -> tuple[str, ...]:
    """Return the statement's terms in order; the tokens of a name stand for the name's key."""
    spans = [(n.start - parsed.offset, n.end - parsed.offset, n.key) for n in names]
    found: list[str] = []
    for token in parsed.span:
        key = next((k for a, b, k in spans if a <= token.idx < b), None)
        if key is None:
            term = term_of(token)
            if term is not None:
                found.append(term)
        elif not found or found[-1] != key:
            found.append(key)
    return tuple(found)


def grams_of(text: str) -> Counter[str]:
    """Return the character n-grams of each word, padded with a space on both sides."""
    grams: Counter[str] = Counter()
    for word in "".join(c if c.isalnum() else " " for c in text.lower()).split():
        padded = f" {word} "
        for size in GRAM_SIZES:
            grams.update(padded[i : i + size] for i in range(max(len(padded) - size + 1, 0)))
    return grams


def profiles(parsed: Sequence[Parsed], names: Mapping[str, tuple[Name, ...]]) -> tuple[Profile, ...]:
    """Return one profile a statement, weighed over all of them together.

    A term's rarity is log2((n + 1) / (df + 0.5)) over the n statements; grams use TF-IDF with cosine
    normalisation (Salton & Buckley, 1988).
    """
    from compare.language.vectors import text_vector

    terms = [terms_of(p, names.get(p.statement.id, ())) for p in parsed]
    spelling = Spelling(p.statement.text for p in parsed)
    rarity = rarity_of(set(t) for t in terms)
    found = []
    for item, words in zip(parsed, terms, strict=True):
        weighed = {word: rarity[word] for word in dict.fromkeys(words)}
        vector = text_vector(weighed.items()) if weighed else None
        found.append(Profile(weighed, spelling, item.statement.text, vector))
    return tuple(found)


def rarity_of(documents: Iterable[set[str]]) -> dict[str, float]:
    """Return each word's log2((n + 1) / (df + 0.5)) over the n documents."""
    frequency: Counter[str] = Counter()
    size = 0
    for document in documents:
        frequency.update(document)
        size += 1
    return {word: math.log2((size + 1) / (count + 0.5)) for word, count in frequency.items()}


def unit_of(weights: dict[str, float]) -> dict[str, float]:
    """Return the weights scaled to unit length."""
    length = math.sqrt(sum(w * w for w in weights.values()))
    return {g: w / length for g, w in weights.items()} if length else {}


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Return the cosine of two sparse unit vectors; ``fsum`` makes the order of the shared keys matter nothing."""
    shared = left.keys() & right.keys()
    return math.fsum(map(mul, map(left.__getitem__, shared), map(right.__getitem__, shared)))


def close_words(terms: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return for each term the terms close to it in meaning, with a likeness over 0 and under 1."""
    import numpy as np

    from compare.language.vectors import vector

    known = [(t, v) for t in terms if (v := vector(t)) is not None]
    if not known:
        return {}
    matrix = np.stack([v for _, v in known])
    found: dict[str, dict[str, float]] = {}
    for start in range(0, len(known), 512):  # in slices: the full square of 50,000 terms would fill the memory
        block = matrix[start : start + 512] @ matrix.T
        for row, values in enumerate(block):
            here = start + row
            near = np.flatnonzero(values >= CLOSE)
            ranked = sorted(near.tolist(), key=lambda n, v=values: (-v[n], n))[: NEIGHBOURS + 1]  # type: ignore[misc]
            close = {known[n][0]: round((float(values[n]) - CLOSE) / (1 - CLOSE), 4) for n in ranked if n != here}
            if close:
                found[known[here][0]] = close
    return found
