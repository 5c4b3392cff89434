"""Crosscheck compares news articles about one event, statement by statement.

The public names load their stage only when they are first used, so ``import compare`` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.checking.draft import check_draft
    from compare.claims.quantity import quantities
    from compare.judgement import judge
    from compare.pipeline import compare_sources
    from compare.sources import read_source, read_sources

__all__ = ["check_draft", "compare_sources", "judge", "quantities", "read_source", "read_sources"]

_HOME = {
    "check_draft": "compare.checking.draft",
    "compare_sources": "compare.pipeline",
    "judge": "compare.judgement",
    "quantities": "compare.claims.quantity",
    "read_source": "compare.sources",
    "read_sources": "compare.sources",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'compare' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
