"""Pairs of texts → token numbers in batches of like length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST = 128  # tokens of a pair; of a longer one the longer text is cut
BATCH = 1  # pairs; see ``batches``


@dataclass(frozen=True, slots=True)
class Batch:
    """Some pairs, by their places in what was asked, as the model takes them."""

    places: tuple[int, ...]
    ids: NDArray[np.int64]
    parts: NDArray[np.int64]
    kept: NDArray[np.int64]


class Tokens:
    """The tokenizer of the model, read from its file."""

    def __init__(self, file: Path, longest: int = LONGEST) -> None:
        from tokenizers import Tokenizer

        self._words: Any = Tokenizer.from_file(str(file))
        self._words.no_padding()
        self._words.enable_truncation(longest, strategy="longest_first")

    def batches(self, pairs: Sequence[tuple[str, str]], size: int = BATCH) -> Iterator[Batch]:
        """Yield batches; only pairs of equally many tokens share one, so that nothing is filled up.

        The model scales its numbers by the largest of a batch: filling would let one pair change the scores of
        another.
        """
        import numpy as np

        encoded = self._words.encode_batch([(_plain(a), _plain(b)) for a, b in pairs])
        order = sorted(range(len(pairs)), key=lambda n: (len(encoded[n].ids), n))
        for start in range(0, len(order), size):
            places = order[start : start + size]
            width = max(len(encoded[n].ids) for n in places)
            ids = np.zeros((len(places), width), dtype=np.int64)
            parts, kept = np.zeros_like(ids), np.zeros_like(ids)
            for row, place in enumerate(places):
                count = len(encoded[place].ids)
                ids[row, :count] = encoded[place].ids
                parts[row, :count] = encoded[place].type_ids
                kept[row, :count] = 1
            yield Batch(tuple(places), ids, parts, kept)


def _plain(text: str) -> str:
    return " ".join(text.split())
