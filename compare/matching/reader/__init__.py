"""The reader: a small cross-encoder that has read many pairs of news sentences, as one more piece of evidence.

It says of two texts how likely they speak about one fact, whether the first bears the second out, and whether they
give different values for one thing.  It decides nothing alone.
"""

from __future__ import annotations

from compare.matching.reader.session import Reader, Reading, reader

__all__ = ["Reader", "Reading", "reader"]
