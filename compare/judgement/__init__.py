"""Judging: what two claims, two statements of articles, or two bare statements have to do with each other.

In: likely pairs of statements with their claims.  Out: the relation, the rule that says so, and its reason.
"""

from __future__ import annotations

from compare.judgement.order import judge_claims
from compare.judgement.pair import Judgement, judge
from compare.judgement.statements import ClaimVerdict

__all__ = ["ClaimVerdict", "Judgement", "judge", "judge_claims"]
