"""What a rule is, and how a table of rules decides: the first that speaks.

The order of a table is its meaning: incomparable → agreement → difference → update → conflict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from compare.language.en.questions import LOWERED
from compare.model import Claim, Judged, Verdict

Rule = Callable[[Claim, Claim], Verdict | None]
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Row:
    """A rule with its id; ids are stable, they stand in reports and decisions."""

    id: str
    rule: Rule


def decide(table: Sequence[Row], left: Claim, right: Claim) -> Verdict | None:
    """Return the verdict of the first rule of a table that speaks, or None where all are silent."""
    for row in table:
        verdict = row.rule(left, right)
        if verdict is not None:
            return replace(verdict, rule=row.id)
    return None


EDGES = " “”„‟\"‘’‚',;:."  # marks that a quoted stretch may bring along at its ends


HALF_DAY = re.compile(r"\b([ap])\. ?m\b\.?", re.IGNORECASE)  # 'a. m' and 'a.m' as sources split them
INITIALS = re.compile(r"\b(?:[A-Z]\.){1,4}[A-Z]$")
DOUBLE = frozenset('“”"')


def quote(words: str) -> str:
    """Return words in quotation marks, any marks and commas of their own at the ends left off, 'a.m.' kept whole."""
    bare = HALF_DAY.sub(r"\1.m.", words.strip(EDGES))
    return f"“{_inner(bare)}{'.' if INITIALS.search(bare) else ''}”"


def _inner(bare: str) -> str:
    """Return words for within quotation marks: marks of their own become single, the one cut off at an end returns.

    '“We lost,” he said' is “‘We lost,’ he said”, and not “We lost,” he said”.
    """
    depth, least, found = 0, 0, ""
    for number, char in enumerate(bare):
        opens = char == "“" or (char == '"' and (number == 0 or bare[number - 1] in " (["))
        depth += (char in DOUBLE) * (1 if opens else -1)
        least = min(least, depth)
        found += ("‘" if opens else "’") if char in DOUBLE else char
    return "‘" * -least + found + "’" * (depth - least)


def midsentence(name: str) -> str:
    """Return a name as it stands within a sentence: 'the Kremlin' for 'The Kremlin', 'he' for 'He'."""
    first = name.split(" ", 1)[0]
    return name[:1].lower() + name[1:] if first.lower() in LOWERED else name


def values(left: Claim, right: Claim, kind: type[V]) -> tuple[V, V]:
    """Return the values of two claims; the table of a kind is asked about claims of that kind alone."""
    if not isinstance(left.value, kind) or not isinstance(right.value, kind):
        raise TypeError(f"{left.kind} beside {right.kind}: two claims of one kind are compared")
    return left.value, right.value


def say(
    relation: Judged, reason: str, left: Sequence[str] = (), right: Sequence[str] = (), gap: str | None = None
) -> Verdict:
    """Return a verdict whose rule id its table will fill in."""
    return Verdict(relation, "", reason, tuple(left), tuple(right), gap)


def texts(left: Claim, right: Claim) -> tuple[str, str]:
    """Return the two values as written."""
    a, b = left.value, right.value
    return (a.text if a else ""), (b.text if b else "")


def say_values(left: Claim, right: Claim, relation: Judged, reason: str, gap: str | None = None) -> Verdict:
    """Return a verdict that names both values as written."""
    one, other = texts(left, right)
    return say(relation, reason, (one,), (other,), gap)


def say_acts(left: Claim, right: Claim, relation: Judged, reason: str) -> Verdict:
    """Return a verdict that names both predicates as written."""
    return say(relation, reason, (left.wording,), (right.wording,))
