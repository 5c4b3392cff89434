"""The settings of a comparison: one fixed set for all articles, named in every report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be set.  Probabilities are from 0 to 1."""

    pair_at: float = 0.3  # two statements are paired from this probability (chosen by ``compare.matching.fit``)
    near_at: float = 0.1  # from here to ``pair_at`` a pair is listed as set aside
    most_set_aside: int = 1000  # near misses kept, the nearest first

    reader: bool = True  # whether the reader is asked about the likeliest pairs
    weights: str = ""  # file of weights of the evidence; empty: those that ship with Crosscheck

    def as_words(self) -> Mapping[str, str]:
        """Return the settings as the report shows them."""
        return {
            "near_at": f"{self.near_at:g}",
            "most_set_aside": f"{self.most_set_aside:d}",
            "pair_at": f"{self.pair_at:g}",
            "reader": "as shipped" if self.reader else "not asked",
            "weights": self.weights or "as shipped",
        }


DEFAULT = Settings()
