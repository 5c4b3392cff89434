"""``judge``: two bare statements → agreement, difference, update, conflict or unrelated, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from compare.judgement.analysed import Analysed, analyse
from compare.judgement.exclusion import excluded
from compare.judgement.relatedness import features, probability
from compare.judgement.statements import ClaimVerdict, judge_statements
from compare.model import Judged, Verdict

RELATED = 0.5  # probability from which two statements that no rule sets apart count as agreeing
STRONG = 0.6  # fit from which a conflict or update of two claims decides for their statements


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a pair."""

    relation: Judged
    reason: str  # one sentence for an editor
    rule: str
    verdicts: tuple[ClaimVerdict, ...] = ()  # of their claims, best fit first
    related: float = 0.0  # probability that one bears out the other


def judge(
    left: str,
    right: str,
    *,
    left_published: date | datetime | None = None,
    right_published: date | datetime | None = None,
) -> Judgement:
    """Say how two bare statements relate.

    ``.relation`` is 'agreement', 'difference', 'update', 'conflict' or 'unrelated'; ``.reason`` one plain sentence.
    Dates of publication, where known, tell a later count from a contradiction.
    """
    one, other = analyse((left, right), (left_published, right_published))
    return judge_analysed(one, other)


def judge_analysed(left: Analysed, right: Analysed) -> Judgement:
    """Say how two analysed statements relate, without the context of an article."""
    if not left.tokens or not right.tokens:
        return Judgement("unrelated", "One side holds no words.", "pair.empty")
    verdicts = judge_statements(left, right)
    related = probability(features(left, right))
    found = _decided(left, right, verdicts, related)
    if found is not None:
        return Judgement(found.relation, found.reason, found.rule, verdicts, related)
    best = next((v.verdict for v in verdicts if v.verdict.relation in {"agreement", "difference"}), None)
    if related < RELATED:
        return Judgement(
            "unrelated", "Too little of one statement stands in the other.", "pair.not-covered", verdicts, related
        )
    reason = best.reason if best else "What one says is borne out by the other, and nothing contradicts it."
    return Judgement("agreement", reason, best.rule if best else "pair.covered", verdicts, related)


def _decided(left: Analysed, right: Analysed, verdicts: tuple[ClaimVerdict, ...], related: float) -> Verdict | None:
    """Return the verdict that a rule gives, or None where coverage must decide."""
    strong = [v for v in verdicts if v.fit >= STRONG]
    clash = next((v.verdict for v in strong if v.verdict.relation in {"conflict", "update"}), None)
    apart = excluded(left, right, verdicts)
    if apart is not None:
        return apart
    if clash is not None and related >= 0.3:
        return clash
    return None
