"""Groups of agreements → one group a value.

A statement may share one date with one article and another with the next: 'in December he said that he would not run
in 2018' has the month of the speech and the year of the vote.  Those are two facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from compare.facts.basis import is_compared, lead_first
from compare.model import Pair

VALUED = frozenset({"moment", "place"})  # families of rules that stand by their statement when facts are gathered


def parted(group: Sequence[Pair]) -> list[list[Pair]]:
    """Return the group, or where it tells of several times or places that no pair sets side by side, one a value.

    What was not compared stays with the surest of them.
    """
    if any(p.relation != "agreement" for p in group):
        return [list(group)]
    valued = [p for p in sorted(group, key=lead_first) if is_compared(p) and p.verdict.rule.partition(".")[0] in VALUED]
    member: dict[str, str] = {}
    for pair in valued:
        ends = [member.setdefault(c, c) for c in (pair.left_claim, pair.right_claim)]
        for claim, of in member.items():
            if of == ends[1]:
                member[claim] = ends[0]
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair in valued:
        found[member[pair.left_claim]].append(pair)
    if len(found) < 2:
        return [list(group)]
    groups = list(found.values())
    beside = {id(p) for p in valued}
    groups[0] += [p for p in group if id(p) not in beside]
    return groups
