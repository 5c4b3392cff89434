"""Scores of pairs by models that never saw the pair's event, and the key by which a pair is found again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

COLUMNS = ("same", "entails", "neither", "contradicts", "differs")
SHIPPED = Path(__file__).with_name("out_of_fold.npz")
Scores = npt.NDArray[np.uint8]


def squeezed(text: str) -> str:
    """Return the text with every run of white space as one space: a key does not hang on line ends."""
    return " ".join(text.split())


def key_of(left: str, right: str) -> str:
    """Return the key of an ordered pair of texts."""
    return hashlib.sha1(f"{squeezed(left)}\x1f{squeezed(right)}".encode(), usedforsecurity=False).hexdigest()[:16]


@dataclass(frozen=True)
class OutOfFold:
    """Scores by key, in hundredths."""

    keys: npt.NDArray[np.uint64]  # sorted
    scores: Scores  # a row a key, in the order of ``COLUMNS``

    def find(self, left: str, right: str) -> tuple[float, ...] | None:
        """Return the five scores of an ordered pair, or None where it was not scored."""
        wanted = np.uint64(int(key_of(left, right), 16))
        place = int(np.searchsorted(self.keys, wanted))
        if place >= len(self.keys) or self.keys[place] != wanted:
            return None
        return tuple(int(value) / 100 for value in self.scores[place])


@cache
def out_of_fold(path: Path = SHIPPED) -> OutOfFold:
    """Return the scores that lie beside this file, or those of another one."""
    with np.load(path) as data:
        return OutOfFold(data["keys"], data["scores"])


def write_event(path: Path, pairs: Sequence[tuple[str, str]], scores: Any) -> None:
    """Write the scores of one event: keys and float16 columns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    table = np.asarray(scores, dtype=np.float16)
    columns = {name: table[:, n] for n, name in enumerate(COLUMNS)}
    np.savez_compressed(path, keys=np.array([key_of(a, b) for a, b in pairs]), **columns)  # type: ignore[arg-type]


def gather(folder: Path, path: Path = SHIPPED) -> int:
    """Put the scores of all events into one compact file; return how many pairs it holds."""
    found: dict[int, npt.NDArray[np.float32]] = {}
    for file in sorted(folder.glob("[!_]*.npz")):
        with np.load(file) as data:
            table = np.stack([data[name] for name in COLUMNS], axis=1).astype(np.float32)
            for key, row in zip(data["keys"].tolist(), table, strict=True):
                found[int(key, 16)] = row
    keys = np.array(sorted(found), dtype=np.uint64)
    scores = np.round(np.stack([found[int(k)] for k in keys]) * 100).astype(np.uint8)
    np.savez_compressed(path, keys=keys, scores=scores)
    return len(keys)
