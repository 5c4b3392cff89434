"""Each rule on statements on which it must speak, and on look-alikes on which it must not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from compare.judgement.analysed import analyse
from compare.judgement.order import TABLES, judge_claims

FOLDER = Path(__file__).parents[1] / "cases" / "judgement"
RULES = [row.id for table in TABLES.values() for row in table]


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def rules_that_speak(left: str, right: str) -> set[str]:
    one, other = analyse((left, right), (None, None))
    return {judge_claims(a, b).rule for a in one.claims for b in other.claims}


@pytest.mark.parametrize(("rule", "must", "left", "right"), rows("rules.tsv"))
def test_a_rule_speaks_where_it_must_and_is_silent_elsewhere(rule: str, must: str, left: str, right: str) -> None:
    assert (rule in rules_that_speak(left, right)) is (must == "yes")
    assert (rule in rules_that_speak(right, left)) is (must == "yes")


def test_every_rule_has_both_kinds_of_example() -> None:
    given = Counter((rule, must) for rule, must, _, _ in rows("rules.tsv"))
    assert [rule for rule in RULES if not given[rule, "yes"]] == []
    assert [rule for rule in RULES if not given[rule, "no"]] == []
    assert {rule for rule, _ in given} <= set(RULES)


def test_no_rule_stands_twice() -> None:
    assert len(RULES) == len(set(RULES))
