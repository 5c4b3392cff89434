"""What a figure is about: slot, scope, status, day and giver, read off single sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from compare.claims.extraction import claims_of
from compare.claims.name import resolve_names
from compare.judgement.analysed import analyse
from compare.model import Claim, Published, Source
from compare.statements.splitting import parse_text

CASES = Path(__file__).parents[1] / "cases" / "claims.tsv"


def rows() -> list[list[str]]:
    lines = CASES.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def claims(text: str) -> tuple[Claim, ...]:
    (found,) = analyse((text,), (None,))
    return found.claims


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} {row[1]}")
def test_what_a_figure_is_about(row: list[str]) -> None:
    text, value, attribute, scope, status, days, giver = row
    (claim,) = [c for c in claims(text) if c.kind == "quantity" and c.value and c.value.text == value]
    assert (claim.attribute, claim.scope, claim.cues.status) == (attribute, scope, status)
    assert (", ".join(d.text for d in claim.days) or "-") == days
    assert (", ".join(claim.cues.said_by) or "-") == giver


def test_a_toll_goes_on_in_the_next_sentence() -> None:
    found = claims("Rescuers gave an initial death toll of 47. This was later updated to 82.")
    assert [(c.value.text, c.attribute) for c in found if c.kind == "quantity" and c.value] == [
        ("47", "killed"),
        ("82", "killed"),
    ]


def test_roles_are_logical_not_grammatical() -> None:
    (active,) = [c for c in claims("The assembly rejected the amendment.") if c.kind == "proposition"]
    (passive,) = [c for c in claims("The amendment was rejected by the assembly.") if c.kind == "proposition"]
    assert (active.subject, active.object) == (passive.subject, passive.object) == (("assembly",), ("amendment",))
    assert (active.wording, passive.wording) == ("rejected", "was rejected")


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The minister signed the treaty.", False),
        ("The minister did not sign the treaty.", True),
        ("The minister refused to sign the treaty.", True),
        ("No minister signed the treaty.", True),
    ],
)
def test_negation(text: str, negated: bool) -> None:
    (claim,) = [c for c in claims(text) if c.kind == "proposition"]
    assert (claim.predicate, claim.cues.negated) == ("sign", negated)


def test_a_clause_without_a_day_takes_that_of_its_sentence() -> None:
    found = claims("On Monday the monitor said that 21 people had been killed in the raid.")
    (toll,) = [c for c in found if c.attribute == "killed"]
    assert [d.text for d in toll.days] == ["Monday"]


def test_dates_use_the_day_of_publication() -> None:
    text = "The minister resigned on Tuesday."
    source = Source("a.txt", "a.txt", text, "text", "", published=Published(date(2021, 6, 16), "manifest", ""))
    parsed = parse_text(text, "a.txt")
    found = claims_of(source, parsed, resolve_names([parsed]))
    (moment,) = [c.days[0] for c in found if c.kind == "moment"]
    assert moment.earliest is not None
    assert moment.earliest.date() == date(2021, 6, 15)
    undated = claims_of(replace(source, published=None), parsed, resolve_names([parsed]))
    assert [c.days[0].earliest for c in undated if c.kind == "moment"] == [None]


def test_places_are_exact_and_ids_are_stable() -> None:
    text = "At least 56 people were killed in Damascus, and 12 were hurt. The army denied it."
    first, again = claims(text), claims(text)
    assert [c.id for c in first] == [c.id for c in again]
    assert len({c.id for c in first}) == len(first)
    for claim in first:
        assert 0 <= claim.start < claim.end <= len(text)
        if claim.value is not None:
            assert text[claim.value.start : claim.value.end] == claim.value.text
            assert claim.start <= claim.value.start
            assert claim.value.end <= claim.end


def test_nothing_is_claimed_by_nothing() -> None:
    assert claims("") == ()
    assert claims("   \n ") == ()
