"""Closeness of meaning beyond shared words, from static word vectors that ship with the package.

The vectors were distilled from all-MiniLM-L6-v2 (Apache-2.0) by ``bake/vectors.py``; nothing is downloaded and no
neural network runs.  The file is mapped, not read: only the rows that a text needs come into memory.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import ResourceError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

DATA = Path(__file__).parent / "data"
DIMENSIONS = 256
LONGEST = 40  # characters; longer strings are addresses or noise


def vector(word: str) -> Vector | None:
    """Return the vector of a word, shape (256,), float32, unit length; None for what no piece covers.

    Case and accents do not matter.  The array is shared and cannot be written to.
    """
    return _vector(_fold(word))


def similarity(left: str, right: str) -> float:
    """Return the cosine of two words, −1 to 1, rounded to six digits; 0 where either is unknown."""
    one, other = _fold(left), _fold(right)
    return _similarity(*sorted((one, other)))


def text_vector(words: Iterable[tuple[str, float]]) -> Vector:
    """Return the weighted mean of words, shape (256,), float32, unit length; zeros where no word is known.

    ``words`` are (word, weight) with weight ≥ 0, say the rarity of the word.  The order of the words does not
    matter, not even in the last bit.
    """
    import numpy as np

    known = [(found, weight) for word, weight in sorted(words) if weight > 0 and (found := vector(word)) is not None]
    if not known:
        return np.zeros(DIMENSIONS, dtype=np.float32)
    total = np.asarray([w for _, w in known], dtype=np.float32) @ np.stack([v for v, _ in known])
    return _unit(total)


@lru_cache(maxsize=50_000)
def _vector(word: str) -> Vector | None:
    import numpy as np

    places = _pieces(word)
    if not places:
        return None
    rows = _unit(_matrix()[places].astype(np.float32))
    found = _unit(rows.mean(axis=0))
    found.flags.writeable = False
    return found


@lru_cache(maxsize=200_000)
def _similarity(left: str, right: str) -> float:
    one, other = _vector(left), _vector(right)
    if one is None or other is None:
        return 0.0
    return round(max(-1.0, min(1.0, float(one @ other))), 6)


def _pieces(word: str) -> list[int]:
    """Return the rows of a word's pieces: the longest known piece first (WordPiece, Schuster and Nakajima 2012).

    Parts joined by hyphens or apostrophes are cut apart first; a part with an unknown piece is left out.
    """
    places: list[int] = []
    vocabulary = _vocabulary()
    for part in "".join(c if c.isalnum() or c in "%$€£₹¥" else " " for c in word[:LONGEST]).split():
        start = 0
        found: list[int | None] = []
        while start < len(part):
            end = len(part)
            while end > start and (place := vocabulary.get(("##" if start else "") + part[start:end])) is None:
                end -= 1
            if end == start:
                found = []
                break
            found.append(place)
            start = end
        places.extend(p for p in found if p is not None)
    return places


def _fold(word: str) -> str:
    """Return a word as the vocabulary spells it: lower case, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def _unit(rows: Vector) -> Vector:
    """Return rows scaled to length 1 (zeros stay zeros)."""
    import numpy as np

    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    scaled: Vector = (rows / np.where(length == 0, 1, length)).astype(np.float32)
    return scaled


@cache
def _vocabulary() -> dict[str, int]:
    try:
        words = (DATA / "vectors-words.txt").read_text("utf-8").split("\n")
    except OSError as error:
        raise ResourceError(
            f"The word list of the vectors cannot be read ({error}): install Crosscheck again."
        ) from error
    return {word: place for place, word in enumerate(words) if word}


@cache
def _matrix() -> NDArray[np.int8]:
    """Return the vectors, shape (words, 256), int8; lengths carry no meaning."""
    import numpy as np

    try:
        rows: NDArray[np.int8] = np.load(DATA / "vectors.npy", mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError) as error:
        raise ResourceError(f"The word vectors cannot be read ({error}): install Crosscheck again.") from error
    if rows.shape != (len(_vocabulary()), DIMENSIONS):
        raise ResourceError("The word vectors do not fit their word list: install Crosscheck again.")
    return rows
