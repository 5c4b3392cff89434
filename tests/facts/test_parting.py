"""Agreements on several values of the same statements: one fact a value."""

from __future__ import annotations

import pytest

from compare.facts.parting import parted
from compare.model import Pair, Relation, Verdict


def pair(left: str, right: str, rule: str = "moment.same", relation: Relation = "agreement") -> Pair:
    """Return a pair of the claims 'a1' and 'b1' of the statements 'a' and 'b'."""
    verdict = Verdict(relation, rule, "Both say it.")
    return Pair(left[0], right[0], relation, 0.9, verdict, (), left, right)


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ([pair("a1", "b1"), pair("b2", "c1")], 2),  # the year of one, the month of another
        ([pair("a1", "b1"), pair("b1", "c1")], 1),  # one time, three articles
        ([pair("a1", "b1"), pair("b1", "c1"), pair("a1", "c1")], 1),
        ([pair("a1", "b1", "place.same"), pair("b2", "c1", "place.same")], 2),
        ([pair("a1", "b1"), pair("b2", "c1", "statement.same-fact")], 1),  # what was not compared makes no fact
        ([pair("a1", "b1", "quantity.same-value"), pair("b2", "c1", "quantity.same-value")], 1),
        ([pair("a1", "b1", "moment.exclude", "conflict"), pair("b2", "c1")], 1),
        ([pair("a1", "b1")], 1),
    ],
)
def test_a_group_is_parted_where_it_tells_of_several_values(pairs: list[Pair], groups: int) -> None:
    found = parted(pairs)
    assert len(found) == groups
    assert sorted(id(p) for group in found for p in group) == sorted(id(p) for p in pairs), "every pair in one group"
