"""What is foretold beside what is told: plans and their outcome, attempts and their success."""

from __future__ import annotations

from compare.judgement.acts import quoted, same_act
from compare.judgement.rules import say_acts
from compare.language.en.oppositions import FORWARD, GAINING, SEEKING
from compare.language.en.stopwords import EMPTY_VERBS
from compare.matching.closeness import meet
from compare.model import Claim, Verdict

BEING = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re"})


def expected_and_done(left: Claim, right: Claim) -> Verdict | None:
    """'plans to travel' beside 'travelled'."""
    expected = [foretold(c) for c in (left, right)]
    if expected[0] == expected[1] or left.cues.negated != right.cues.negated:
        return None
    if not meet(left.subject, right.subject):
        return None
    if not same_act(left, right):
        spoken = {left.predicate, right.predicate} & EMPTY_VERBS
        if spoken or not meet(left.object, right.object, 0.95) or not left.names & right.names:
            return None
    plan, done = (left, right) if expected[0] else (right, left)
    if plan.cues.status in {"denied", "superseded"} or not reported(done):
        return None
    return say_acts(left, right, "update", f"What was expected ({quoted(plan)}) is now reported ({quoted(done)}).")


def foretold(claim: Claim) -> bool:
    """Tell whether a clause looks ahead by its own words; 'to pay' or 'must pay' alone does not."""
    words = set(claim.wording.lower().split())
    if "set" in words and not words & BEING:
        words -= {"set"}  # 'has set up' is done, 'is set to resign' is not
    return (len(words) > 1 and bool(words & FORWARD)) or (claim.cues.status == "expected" and bool(claim.cues.hedges))


def reported(claim: Claim) -> bool:
    """Tell whether a clause tells of what has happened or is happening."""
    if claim.wording.lower().startswith("to ") or "going to" in claim.wording:
        return False
    return claim.cues.past or claim.wording.lower().split()[0] in {"is", "are", "was", "were", "has", "have"}


def sought_and_won(left: Claim, right: Claim) -> Verdict | None:
    """'vies for a third term' beside 'wins'."""
    for early, late in ((left, right), (right, left)):
        if early.predicate in SEEKING and late.predicate in GAINING and meet(early.subject, late.subject):
            return say_acts(
                left,
                right,
                "update",
                f"One tells of the attempt ({quoted(early)}), the other of the outcome ({quoted(late)}).",
            )
    return None
