"""What two bare statements tell of one bearer at two stages: missing and found, unknown and known, planned and undone.

In a report such clashes are weighed by all that their articles tell; here two sentences stand alone, and only what is
sure by their own words speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.judgement import plan, state, unknown
from compare.judgement.analysed import Analysed
from compare.judgement.clash import Told
from compare.judgement.proposition import PERFECT
from compare.judgement.unnamed import surely_two
from compare.matching.closeness import meet
from compare.model import Claim, State, Verdict

SURE_BEARER = 0.7  # fit from which two states are one bearer's
UNTOLD = 0.4  # … where one of the two is not told
SURE = 0.5  # fit of what one side does not know, or plans, and of what became of it
SO_FAR = (*PERFECT, "is ", "are ", "isn", "aren")  # begins the words of a clause that tells how things stand
AT_ONCE = {"arrested", "charged"}  # told of one day's news, each for the other


def stages(left: Analysed, right: Analysed) -> Iterator[Verdict]:
    """Yield what surely one bearer is no longer, what is no longer unknown, and what was planned and not done."""
    ours, theirs = ({n.key for n in side.names} for side in (left, right))
    others = bool(ours and theirs) and not meet(ours, theirs)  # a man from Leeds, a man from Dover
    least = 1.0 if others else UNTOLD if _same_person(left, right) else SURE_BEARER
    for _, one, other, verdict, bearer in state.steps(left, right, widely=True):
        if verdict.relation == "agreement" or bearer < least or _no_step(one, other):
            continue
        if not surely_two(left, one, right, other):
            yield verdict
    if not others:
        yield from (c.verdict for c in unknown.clashes(left, right, Told()) if c.fit >= SURE)
        undone = (c for c in plan.clashes(left, right, Told()) if c.verdict.rule == "plan.not-done")
        yield from (c.verdict for c in undone if c.fit >= SURE)


def _no_step(left: Claim, right: Claim) -> bool:
    """Tell two states of which none is the stage before the other.

    'did not sign', 'failed to sign' beside 'signed'; who was charged was arrested; a plan and its outcome have rules of
    their own.  'has not signed' is a stage.
    """
    if {"denied", "expected"} & {left.cues.status, right.cues.status}:
        return True
    if left.cues.negated == right.cues.negated:
        return {c.value.rung for c in (left, right) if isinstance(c.value, State)} == AT_ONCE
    denied = left if left.cues.negated else right
    return not denied.wording.lower().startswith(SO_FAR)


def _same_person(left: Analysed, right: Analysed) -> bool:
    """Tell whether both sides name one person and nobody else, so that a state without a bearer is theirs."""
    ours, theirs = ({n.key for n in side.names if n.kind == "person"} for side in (left, right))
    return len(ours) == 1 and ours == theirs
