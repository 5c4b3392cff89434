"""What a fact rests on: values that were compared and meet or part, or only words that speak of the same.

Only what was compared is counted as agreement; the rest is for an editor to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from compare.facts.copies import SAME_WORDS
from compare.facts.labels import RELATIONS
from compare.model import Answer, Fact, Pair

Basis = Literal["value", "words"]
# first parts of the ids of rules that put two values side by side; 'act' is one act with the same doer
COMPARING = frozenset(
    {"quantity", "moment", "place", "name", "quotation", "state", "age", "kind", "known", "plan", "act", "address"}
)


def is_compared(pair: Pair) -> bool:
    """Tell whether the rule that judged a pair put two values side by side."""
    return pair.verdict.rule.partition(".")[0] in COMPARING


def lead_first(pair: Pair) -> tuple[int, bool, bool, float, str, str]:
    """Order pairs: the gravest, what was compared before what was not and before mere copies, the surest."""
    mere = pair.verdict.rule == SAME_WORDS.rule
    return RELATIONS.index(pair.relation), mere, not is_compared(pair), -pair.score, pair.left, pair.right


def weighed(pairs: Sequence[Pair], answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Return the answers whose values or words were set side by side as in the first pair, and their copies; else all.

    What only speaks of the same gives no value of its own to a conflict.
    """
    if not pairs or (not is_compared(pairs[0]) and pairs[0].relation == "agreement"):
        return tuple(answers)
    family = pairs[0].verdict.rule.partition(".")[0]
    sides = {c for p in pairs if p.verdict.rule.startswith(f"{family}.") for c in (p.left_claim, p.right_claim)}
    copied = [{p.left_claim, p.right_claim} for p in pairs if p.copy]
    sides |= {c for both in copied if both & sides for c in both}
    return tuple(a for a in answers if a.claim in sides) or tuple(answers)


def basis_of(pairs: Sequence[Pair]) -> Basis:
    """Return what an agreement, or the gravest relation of a finding, rests on."""
    return "value" if any(is_compared(pair) for pair in pairs) else "words"


def compared(fact: Fact) -> bool:
    """Tell whether values were compared: only then is an agreement counted."""
    return fact.basis == "value"
