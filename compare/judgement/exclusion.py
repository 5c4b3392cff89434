"""Signs that two statements speak of different things: another place, another time, another party."""

from __future__ import annotations

from compare.judgement.analysed import Analysed
from compare.judgement.statements import ClaimVerdict
from compare.model import Verdict


def excluded(left: Analysed, right: Analysed, verdicts: tuple[ClaimVerdict, ...]) -> Verdict | None:
    """Return an 'unrelated' verdict with its reason, or None."""
    return None
