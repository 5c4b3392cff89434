"""The names that every output gives to sources and facts: letters A–Z then S27, labels F1 …, G1 …, R1 …, O1 …"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Fact

RELATIONS = ("conflict", "update", "difference", "agreement")  # gravest first
SEVERITIES = ("high", "medium", "low")
INITIALS = "FGR"  # findings; values that agree; statements to be read together


def letter(index: int) -> str:
    """Return the name of the source at a 0-based place: 'A' … 'Z', then 'S27', 'S28' …"""
    return chr(ord("A") + index) if index < 26 else f"S{index + 1}"


def contract_order(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts as ``Comparison.facts`` holds them: relation, severity, number of sources, key."""
    return sorted(facts, key=lambda f: (RELATIONS.index(f.relation), SEVERITIES.index(f.severity), -f.sources, f.key))


def reading_order(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts as an editor reads them: findings, what agrees, what only speaks of the same.

    Findings: grave before slight, then the surest.  Agreements: what most independent sources bear out first.
    Statements to be read together: the likeliest first.
    """

    def place(fact: Fact) -> tuple[int, int, float, int, int, str]:
        part = INITIALS.index(initial_of(fact))
        weight = (SEVERITIES.index(fact.severity), -fact.independent, 0)[part]
        return (part, weight, -round(likelihood(fact), 2), RELATIONS.index(fact.relation), -fact.sources, fact.key)

    return sorted(facts, key=place)


def initial_of(fact: Fact) -> str:
    """Return 'F' for a finding, 'G' for an agreement of values, 'R' for statements to be read together."""
    return "F" if fact.relation != "agreement" else "G" if fact.basis == "value" else "R"


def likelihood(fact: Fact) -> float:
    """Return the probability that the statements which decide a fact are about one thing, 0 to 1."""
    own = [p.score for p in fact.pairs if not p.copy] or [p.score for p in fact.pairs]
    return own[0] if own else 0.0


def fact_labels(facts: Sequence[Fact]) -> dict[str, str]:
    """Return fact key → label, in reading order: F1, F2 …; G1, G2 …; R1, R2 …"""
    labels: dict[str, str] = {}
    counts = dict.fromkeys(INITIALS, 0)
    for fact in reading_order(facts):
        initial = initial_of(fact)
        counts[initial] += 1
        labels[fact.key] = f"{initial}{counts[initial]}"
    return labels
