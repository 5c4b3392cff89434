"""Two sentences with their items and which of these meet: what every comparison of the two starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compare.checking.items import Item
from compare.checking.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Pairing:
    """A sentence of the draft and a statement of a source."""

    draft: Sentence
    source: Sentence
    ours: tuple[Item, ...]
    theirs: tuple[Item, ...]
    met: Mapping[int, tuple[int, float]]  # item of the draft → item of the source, likeness
