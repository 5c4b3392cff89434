"""Blind double review: two people decide without seeing each other; then how far they agree is shown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sqlalchemy as sa

from compare.errors import StoreError
from compare.facts.decisions import LABELS
from reports.review import opinions as op
from reports.review.events import append_project
from reports.review.schema import event, finding
from reports.review.store import Store


@dataclass(frozen=True, slots=True)
class Pairing:
    """One finding that both decided."""

    key: str
    question: str
    first: str  # decision of the first reviewer
    second: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agreed on what both decided."""

    reviewers: tuple[str, str]
    running: bool
    done: tuple[int, int]  # how many findings each decided
    both: int  # how many both decided
    same: int  # … of which alike
    kappa: Fraction | None  # Cohen's kappa; None where chance alone would agree on everything, or nothing is shared
    differences: tuple[Pairing, ...]  # empty while it runs


def start(store: Store, first: str, second: str, actor: str) -> None:
    """Begin a blind review by these two; raises ``StoreError`` where one runs already."""
    names = (first.strip(), second.strip())
    if not all(names) or names[0] == names[1]:
        raise StoreError("A blind review needs the names of two different people")
    with store.writing() as connection:
        blind = op.latest_blind(connection)
        if blind is not None and blind.running:
            raise StoreError("A blind review is running already; reveal it first")
        append_project(store, connection, "blind", actor, json.dumps(names, ensure_ascii=False))


def reveal(store: Store, actor: str) -> None:
    """End the blind review: from now on everybody sees both; raises ``StoreError`` where none runs."""
    with store.writing() as connection:
        blind = op.latest_blind(connection)
        if blind is None or not blind.running:
            raise StoreError("No blind review is running")
        append_project(store, connection, "reveal", actor, "")


def agreement(store: Store) -> Agreement | None:
    """Return the outcome of the newest blind review, or only how far it is while it runs; None: there was none."""
    with store.reading() as connection:
        blind = op.latest_blind(connection)
        if blind is None:
            return None
        first, second = blind.reviewers
        made = {name: _decisions(connection, blind, name) for name in (first, second)}
        shared = sorted(made[first].keys() & made[second].keys())
        questions = _questions(connection, shared)
    pairs = [Pairing(key, questions[key], made[first][key], made[second][key]) for key in shared]
    done = (len(made[first]), len(made[second]))
    if blind.running:
        return Agreement((first, second), True, done, 0, 0, None, ())
    kappa = cohens_kappa([(pair.first, pair.second) for pair in pairs])
    differing = tuple(pair for pair in pairs if pair.first != pair.second)
    return Agreement((first, second), False, done, len(pairs), len(pairs) - len(differing), kappa, differing)


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> Fraction | None:
    """Return Cohen's kappa (1960) of two raters over the same items: 1 is perfect, 0 is chance.

    None where there are no items, or where both used one and the same category throughout, so that chance
    explains everything.
    """
    if not pairs:
        return None
    total = len(pairs)
    observed = Fraction(sum(left == right for left, right in pairs), total)
    lefts, rights = Counter(left for left, _ in pairs), Counter(right for _, right in pairs)
    expected = sum((Fraction(lefts[name] * rights[name], total * total) for name in LABELS), Fraction(0))
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _decisions(connection: sa.Connection, blind: op.Blind, actor: str) -> dict[str, str]:
    """Return what the reviewer decided within the blind review, by finding; undone decisions do not count."""
    within = [event.c.seq > blind.since, event.c.finding != "", event.c.actor == actor]
    if blind.until is not None:
        within.append(event.c.seq < blind.until)
    rows = [dict(row) for row in connection.execute(sa.select(event).where(*within).order_by(event.c.seq)).mappings()]
    stands = op.standing(rows)
    return {row["finding"]: row["decision"] for row in stands}


def _questions(connection: sa.Connection, keys: Sequence[str]) -> dict[str, str]:
    """Return the questions of findings, asked for a few hundred at a time: databases bound how many they take."""
    told: dict[str, str] = {}
    for start in range(0, len(keys), 500):
        some = sa.select(finding.c.key, finding.c.question).where(finding.c.key.in_(keys[start : start + 500]))
        told |= {row.key: row.question for row in connection.execute(some)}
    return told


def as_json(found: Agreement | None) -> dict[str, Any] | None:
    """Return the outcome as plain values; kappa to four digits."""
    if found is None:
        return None
    return {
        "reviewers": list(found.reviewers),
        "running": found.running,
        "done": list(found.done),
        "both": found.both,
        "same": found.same,
        "kappa": None if found.kappa is None else round(float(found.kappa), 4),
        "differences": [
            {"key": d.key, "question": d.question, "first": d.first, "second": d.second} for d in found.differences
        ],
    }


def told(found: Agreement | None) -> str:
    """Return the outcome in sentences."""
    if found is None:
        return "There has been no blind review in this project."
    first, second = found.reviewers
    if found.running:
        return f"A blind review runs: {first} has decided {found.done[0]}, {second} {found.done[1]}."
    kappa = "cannot be computed" if found.kappa is None else f"is {float(found.kappa):.2f}"
    lines = [f"{first} and {second} both decided {found.both} findings, {found.same} of them alike; kappa {kappa}."]
    lines += [
        f"{d.key}  {first}: {LABELS[d.first]}; {second}: {LABELS[d.second]}. {d.question}" for d in found.differences
    ]
    return "\n".join(lines)
