"""What a fact rests on: values that were compared and meet or part, or only words that speak of the same.

Only what was compared is counted as agreement; the rest is for an editor to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from compare.model import Fact, Pair

Basis = Literal["value", "words"]
# first parts of the ids of rules that put two values side by side; 'act' is one act with the same doer
COMPARING = frozenset({"quantity", "moment", "place", "name", "quotation", "state", "age", "kind", "known", "act"})


def is_compared(pair: Pair) -> bool:
    """Tell whether the rule that judged a pair put two values side by side."""
    return pair.verdict.rule.partition(".")[0] in COMPARING


def basis_of(pairs: Sequence[Pair]) -> Basis:
    """Return what an agreement, or the gravest relation of a finding, rests on."""
    return "value" if any(is_compared(pair) for pair in pairs) else "words"


def compared(fact: Fact) -> bool:
    """Tell whether values were compared: only then is an agreement counted."""
    return fact.basis == "value"
