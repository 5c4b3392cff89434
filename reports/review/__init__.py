"""Reviewing findings: a store of decisions, pages to decide on, and the same from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reports.review.standings import decisions_for

__all__ = ["decisions_for"]


def __getattr__(name: str) -> Any:
    if name != "decisions_for":
        raise AttributeError(f"module 'reports.review' has no attribute {name!r}")
    from reports.review.standings import decisions_for

    return decisions_for
