"""What people may decide, and how a finding is known again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_project import FERRY, Asked, comparison, many, rekeyed

from compare.facts.decisions import (
    CHOICES,
    LABELS,
    STATES,
    UNSETTLED,
    Identity,
    called,
    fingerprint,
    identify,
    match_findings,
)
from compare.model import Comparison

CASES = Path(__file__).parents[1] / "cases" / "review"


def table(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [[cell.replace("\\r", "\r").replace("\\n", "\n") for cell in row] for row in rows]


@pytest.mark.parametrize(("what", "one", "other"), table("same_words.tsv"))
def test_the_same_words_bear_the_same_fingerprint(what: str, one: str, other: str) -> None:
    assert one != other
    assert fingerprint(one) == fingerprint(other), what


@pytest.mark.parametrize(("what", "one", "other"), table("other_words.tsv"))
def test_other_words_bear_another(what: str, one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other), what


@given(st.text(), st.sampled_from([" ", "\n", "\t", "\r\n", "\u00a0", "  "]))
def test_layout_never_matters(text: str, space: str) -> None:
    assert fingerprint(space.join(text.split())) == fingerprint(text) == fingerprint(f"{space}{text}{space}")


def test_the_words_of_the_form() -> None:
    assert [choice.key for choice in CHOICES] == ["1", "2", "3", "4", "5"]
    assert list(LABELS) == ["conflict", "update", "no-conflict", "wrong-match", "needs-call"]
    assert set(STATES) - UNSETTLED == {"decided", "not found again"}


def identities(found: Comparison) -> list[Identity]:
    statements = {statement.id: statement for statement in found.statements}
    return [identify(fact, statements) for fact in found.facts]


def test_every_finding_is_matched_to_itself_whatever_it_is_called() -> None:
    known, found = identities(many(40)), identities(rekeyed(many(40), "x"))
    assert match_findings(known, found[::-1]) == {new.key: old.key for old, new in zip(known, found, strict=True)}


@given(st.permutations(range(8)), st.permutations(range(8)))
def test_order_never_matters(one: list[int], other: list[int]) -> None:
    known, found = identities(many(8)), identities(rekeyed(many(8), "x"))
    matched = match_findings([known[place] for place in one], [found[place] for place in other])
    assert matched == match_findings(known, found)


marks = st.frozensets(st.sampled_from("abcdef"), max_size=4)
things = st.builds(
    Identity, st.text("xyz", min_size=1, max_size=3), st.sampled_from(["count", "time"]), marks, marks, st.just("")
)


@given(st.lists(things, max_size=7, unique_by=lambda i: i.key), st.lists(things, max_size=7, unique_by=lambda i: i.key))
def test_matching_is_one_to_one_and_keeps_equal_keys_together(known: list[Identity], found: list[Identity]) -> None:
    matched = match_findings(known, found)
    assert len(set(matched.values())) == len(matched)
    held = {identity.key for identity in known}
    assert all(matched[new.key] == new.key for new in found if new.key in held)


def test_findings_that_share_nothing_are_not_matched() -> None:
    known, found = identities(comparison(FERRY[:1])), identities(comparison(FERRY[1:2]))
    assert match_findings(known, found) == {}


def test_a_sentence_alone_is_not_enough_where_the_question_is_another() -> None:
    left, right = "The blast killed 5 and wounded 20.", "Police said 7 died and 30 were hurt."
    dead = Asked("How many died?", {"a.txt": (left, "5"), "b.txt": (right, "7")}, kind="count")
    when = Asked("When?", {"a.txt": (left, "Monday"), "b.txt": (right, "Friday")}, kind="date")
    known = identities(comparison((dead,), ("a.txt", "b.txt")))
    found = identities(comparison((when,), ("a.txt", "b.txt")))
    assert match_findings(known, found) == {}


def test_a_headline_that_repeats_its_article_is_no_evidence() -> None:
    found = comparison(FERRY[:1])
    fact = found.facts[0]
    body = found.statements[0]
    headline = replace(body, id="s-head", text="212 aboard", kind="headline")
    answer = replace(fact.answers[0], statement="s-head")
    statements = {statement.id: statement for statement in (*found.statements, headline)}
    plain = identify(fact, statements)
    repeated = identify(replace(fact, answers=(answer, *fact.answers)), statements)
    other = identify(replace(fact, answers=(replace(answer, value="300 people"), *fact.answers)), statements)
    assert repeated.evidence == plain.evidence != other.evidence


def test_an_agreement_without_conflict_holds() -> None:
    assert called("agreement", "no-conflict") == "Holds"
    assert called("conflict", "no-conflict") == "No conflict"
    assert called("agreement", "wrong-match") == "Wrong match"
