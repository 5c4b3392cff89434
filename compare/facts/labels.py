"""The names that every output gives to sources and facts: letters A–Z then S27, labels F1 …, G1 …, O1 …"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Fact

RELATIONS = ("conflict", "update", "difference", "agreement")  # gravest first
SEVERITIES = ("high", "medium", "low")


def letter(index: int) -> str:
    """Return the name of the source at a 0-based place: 'A' … 'Z', then 'S27', 'S28' …"""
    return chr(ord("A") + index) if index < 26 else f"S{index + 1}"


def contract_order(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts as ``Comparison.facts`` holds them: relation, severity, number of sources, key."""
    return sorted(facts, key=lambda f: (RELATIONS.index(f.relation), SEVERITIES.index(f.severity), -f.sources, f.key))


def reading_order(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts as an editor reads them: findings by severity, kind, number of sources; agreements last."""

    def place(fact: Fact) -> tuple[bool, int, int, int, str]:
        agrees = fact.relation == "agreement"
        # among agreements, what most independent sources bear out comes first
        weight = -fact.independent if agrees else SEVERITIES.index(fact.severity)
        return (agrees, weight, RELATIONS.index(fact.relation), -fact.sources, fact.key)

    return sorted(facts, key=place)


def fact_labels(facts: Sequence[Fact]) -> dict[str, str]:
    """Return fact key → label, in reading order: F1, F2 … for findings, G1, G2 … for agreements."""
    labels: dict[str, str] = {}
    counts = {"F": 0, "G": 0}
    for fact in reading_order(facts):
        initial = "G" if fact.relation == "agreement" else "F"
        counts[initial] += 1
        labels[fact.key] = f"{initial}{counts[initial]}"
    return labels
