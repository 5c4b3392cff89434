"""Judged pairs → facts: what is gathered, how grave it is, who stands alone, what all sources bear out."""

from __future__ import annotations

from small_articles import compared

from compare.model import Comparison, Fact

AGREEING = {
    "a": "The court in Dorna sentenced Viktor Sand to six years in prison. His wife left early.",
    "b": "Viktor Sand got six years in prison from the court in Dorna on Thursday. Families wept on the stairs.",
    "c": "The mill owner Viktor Sand was sentenced to six years in Dorna. Snow had delayed the judges.",
}
ALONE = "Viktor Sand was sentenced to seven years in prison by the court in Dorna. He showed no remorse."


def conflict(found: Comparison) -> Fact:
    (fact,) = [f for f in found.facts if f.relation == "conflict"]
    return fact


def test_a_lone_dissenter_is_surfaced_and_not_outvoted() -> None:
    fact = conflict(compared({**AGREEING, "z": ALONE}))
    assert fact.relation == "conflict"
    assert fact.sources == 4
    assert fact.dissent is not None
    assert fact.dissent.startswith("D alone")
    assert fact.supported is None
    assert {a.value for a in fact.answers} == {"6 years", "7 years"}


def test_two_against_each_other_have_no_dissenter() -> None:
    fact = conflict(compared({"a": AGREEING["a"], "z": ALONE}))
    assert (fact.sources, fact.dissent) == (2, None)


def test_the_gravest_come_first_and_each_key_stands_once() -> None:
    found = compared(
        {
            "a": "The talks in Larn lasted five hours. Seven workers died in the fire at the mill in Dorna.",
            "b": "The talks in Larn lasted three hours. The fire at the mill in Dorna killed seven workers.",
        }
    )
    relations = [f.relation for f in found.facts]
    assert relations == ["conflict", "agreement"]
    assert len({f.key for f in found.facts}) == 2
    assert all(f.key.startswith("f-") and len(f.key) == 18 for f in found.facts)
    lengths, dead = found.facts
    assert lengths.severity == "medium"
    assert (lengths.unit, [(a.low, a.high) for a in lengths.answers]) == ("hour", [(5.0, 5.0), (3.0, 3.0)])
    assert dead.severity == "low"
    assert dead.supported is not None
    assert dead.supported in {s.text for s in found.statements}


def test_marks_lie_on_the_words_that_differ() -> None:
    found = compared({"a": AGREEING["a"], "z": ALONE})
    text = {s.id: s.text for s in found.sources}
    marked = {text[a.source][start:end] for a in conflict(found).answers for start, end in a.marks}
    assert marked == {"six years", "seven years"}


def test_nobody_stands_alone_against_two_who_do_not_agree() -> None:
    said = {"a": "10", "b": "40", "c": "70"}
    found = compared({name: f"The ferry sank off Larn, killing {number} people." for name, number in said.items()})
    assert found.facts
    assert all(fact.dissent is None for fact in found.facts)
