"""What is disputed and how surely decide the severity; what was compared decides what is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from small_articles import articles, compared

from compare.facts.basis import basis_of, weighed
from compare.facts.event_name import event_of
from compare.facts.labels import fact_labels
from compare.facts.other_event import TWO_TIMES, of_one_event, other_events
from compare.facts.severity import severity_of
from compare.model import Claim, Moment, Pair, Quantity, Relation, Verdict


def pair(rule: str, score: float = 0.99, relation: Relation = "conflict") -> Pair:
    return Pair("l", "r", relation, score, Verdict(relation, rule, ""), (), "x", "y")


def claim(value: Quantity | Moment | None, kind: str = "quantity") -> Claim:
    return Claim("x", "l", "a", kind, 0, 1, value)  # type: ignore[arg-type]


MONEY = claim(Quantity(0, 1, "$5", Decimal(5), Decimal(5), Decimal(1), "dollar", "money"))
CLOCK = claim(Moment(0, 1, "9 am", "hour", hour=9), "moment")
BARE = claim(None)


@pytest.mark.parametrize(
    ("relation", "kind", "claims", "judged", "severity"),
    [
        ("conflict", "killed", BARE, ("quantity.values-exclude", 0.99), "high"),
        ("update", "killed", BARE, ("quantity.grown-count", 0.99), "high"),
        ("conflict", "amount", MONEY, ("quantity.values-exclude", 0.95), "high"),
        ("conflict", "name", BARE, ("name.other", 0.95), "high"),
        ("conflict", "killed", BARE, ("quantity.values-exclude", 0.80), "medium"),
        ("difference", "killed", BARE, ("quantity.nearly-same", 0.95), "medium"),
        ("conflict", "duration", BARE, ("quantity.values-exclude", 0.99), "medium"),
        ("conflict", "killed", BARE, ("quantity.values-exclude", 0.60), "low"),
        ("conflict", "when", CLOCK, ("moment.exclude", 0.99), "low"),
        ("conflict", "ordinal", BARE, ("quantity.values-exclude", 0.99), "low"),
        ("difference", "name", BARE, ("name.spelling", 0.99), "low"),
        ("agreement", "killed", BARE, ("quantity.same-value", 0.99), "low"),
    ],
)
def test_severity(relation: Relation, kind: str, claims: Claim, judged: tuple[str, float], severity: str) -> None:
    assert severity_of(relation, kind, [claims], pair(*judged, relation)) == severity


def test_only_rules_that_set_two_values_side_by_side_compare() -> None:
    assert basis_of([pair("statement.same-fact"), pair("moment.same")]) == "value"
    assert basis_of([pair("statement.same-fact"), pair("proposition.same"), pair("statement.copy")]) == "words"
    assert weighed((), ()) == ()


def test_labels_tell_values_from_words() -> None:
    found = compared(
        {"a": "The fire in Dorna killed seven workers. Rain.", "b": "Seven workers died in the fire in Dorna."}
    )
    (fact,) = found.facts
    words = replace(fact, key="f-2", basis="words")
    assert fact_labels([fact, words]) == {fact.key: "G1", "f-2": "R1"}


SUMMIT = "The presidents met in {} at a summit in Larn on Wednesday. The summit in Larn lasted three hours. Rain fell."
CALL = "The presidents spoke by telephone in winter. They spoke of grain. The call was short."


def test_an_article_about_another_event_is_named_and_counts_for_nothing() -> None:
    texts = {"a": SUMMIT.format("June"), "b": SUMMIT.format("summer"), "c": CALL}
    days = {"a": date(2021, 6, 16), "b": date(2021, 6, 17), "c": date(2021, 12, 7)}
    found = compared(texts, days)
    assert other_events(found.sources, found.statements, found.pairs) == {"c.txt"}
    assert event_of(found, {"c.txt"}) == "the Larn summit"
    near = compared(texts, {**days, "c": date(2021, 6, 18)})
    assert other_events(near.sources, near.statements, near.pairs) == frozenset()


def test_a_trial_that_retells_the_deed_is_no_other_event() -> None:
    texts = {"a": SUMMIT.format("June"), "b": SUMMIT.format("summer"), "c": CALL}
    days = {"a": date(2021, 6, 16), "b": date(2021, 6, 17), "c": date(2021, 12, 7)}
    found = compared(texts, days)
    of = {name: [s.id for s in found.statements if s.source == f"{name}.txt"] for name in texts}
    verdict = Verdict("agreement", "statement.same-fact", "Both tell this.")
    both = list(zip(of["b"][1:], of["c"][1:], strict=False))
    retold = [Pair(b, c, "agreement", 0.9, verdict, (), b, c) for b, c in both]
    pairs = [*found.pairs, *retold]
    assert other_events(found.sources, found.statements, pairs) == frozenset()
    parted = [*pairs, replace(retold[0], relation="conflict")]
    kept, aside = of_one_event(parted, found.statements, frozenset({"c.txt"}), frozenset())
    assert list(kept) == pairs  # its discrepancies are set aside all the same
    assert [row.reason for row in aside] == [TWO_TIMES]
    unsure = [*found.pairs, *(replace(p, score=0.5) for p in retold)]
    assert other_events(found.sources, found.statements, unsure) == {"c.txt"}


def test_two_articles_are_never_parted() -> None:
    sources = articles({"a": SUMMIT, "c": CALL})
    assert other_events(sources, (), ()) == frozenset()
