"""How grave a finding is: what is disputed, and how surely both sides speak about one fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from compare.model import Claim, Pair, Quantity, Relation

Severity = Literal["high", "medium", "low"]
# what changes the story where it is wrong: who died, who is held, who it was, how much money
GRAVE = frozenset(
    """
    killed wounded missing victims casualties survivors kidnapped trapped rescued arrested charged convicted
    displaced expelled infected aboard ransom fine price profit loss revenue deficit pay dividend debt budget amount
    name state death
    """.split()
)
# what a reader would hardly miss: hours of the clock, sizes, places in an order, one spelling beside another
SLIGHT = frozenset("ordinal age length mass speed temperature named kind share multiple".split())
CLOCK = frozenset({"hour", "minute", "part"})  # grains of a time of day
SURE, LIKELY = 0.9, 0.75  # probability that both sides speak about one fact


def gravity(kind: str, claims: Sequence[Claim], lead: Pair) -> int:
    """Return 2 for what changes the story, 1 for what changes a sentence, 0 for what few would miss."""
    if lead.verdict.rule == "name.spelling" or kind in SLIGHT:
        return 0
    if any(getattr(c.value, "grain", None) in CLOCK for c in claims if c.kind == "moment"):
        return 0
    money = any(isinstance(c.value, Quantity) and c.value.dimension == "money" for c in claims)
    return 2 if money or kind in GRAVE else 1


def severity_of(relation: Relation, kind: str, claims: Sequence[Claim], lead: Pair) -> Severity:
    """Return how grave a finding is; an agreement is low."""
    weight = gravity(kind, claims, lead)
    if relation == "agreement" or weight == 0 or lead.score < LIKELY:
        return "low"
    if relation == "difference":
        return "medium" if weight == 2 and lead.score >= SURE else "low"
    return "high" if weight == 2 and lead.score >= SURE else "medium"
