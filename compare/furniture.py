from __future__ import annotations
from compare.model import Source


def mark_furniture(source: Source) -> Source:
    return source
