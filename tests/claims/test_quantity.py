from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.quantity import quantities, quantities_in
from compare.language.pipeline import english
from compare.model import Quantity

FOLDER = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


FOUND = rows("quantities.tsv")
NOT_FOUND = rows("quantities_not.tsv")
LISTED = rows("quantities_listed.tsv")


def plain(quantity: Quantity) -> str:
    """Write a quantity as the case files do."""
    low, high = (
        ("" if end is None else f"{end:.4g}" if end % 1 else f"{end}") for end in (quantity.low, quantity.high)
    )
    ends = ("(" if quantity.low_open else "[") + (low if low == high else f"{low}..{high}")
    ends += ")" if quantity.high_open else "]"
    marks = ("~" if quantity.approximate else "") + ("vague" if quantity.vague else "")
    parts = [ends + marks, quantity.dimension]
    parts += [quantity.unit] if quantity.unit and quantity.dimension != "count" else []
    parts += [quantity.direction] if quantity.direction else []
    return " ".join(parts) + (f" of {quantity.counted}/{quantity.head}" if quantity.counted else "")


def read(text: str) -> tuple[Quantity, ...]:
    return quantities_in(english()(text), 0)


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_quantities_in(text: str, expected: str) -> None:
    assert "; ".join(map(plain, read(text))) == expected


@pytest.mark.parametrize("text", [row[0] for row in NOT_FOUND])
def test_look_alikes_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_quantities(text: str, expected: str) -> None:
    assert "; ".join(map(plain, quantities(text))) == expected


def test_places_are_those_of_the_source() -> None:
    lead = "Police said on Monday that nobody knew. "
    text = lead + "At least 12 people were killed and some 30 wounded."
    doc = english()(text)
    second = list(doc.sents)[-1]
    offset = 1000
    for quantity in quantities_in(second, offset):
        assert text[quantity.start - offset : quantity.end - offset] == quantity.text
    assert [q.text for q in quantities_in(second, offset)] == ["At least 12", "some 30"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([row[0] for row in FOUND + NOT_FOUND] + ["and", ",", "(", ")", "-", "–", "$", "%", "½", "."]),
        min_size=1,
        max_size=4,
    ).map(" ".join)
)
def test_places_hold_and_never_overlap(text: str) -> None:
    past = 0
    for quantity in read(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert past <= quantity.start < quantity.end
        past = quantity.end
        assert quantity.low is not None or quantity.high is not None
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.grain > 0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_grammar(text: str) -> None:
    for quantity in read(text):
        assert text[quantity.start : quantity.end] == quantity.text


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 999_999_999))
def test_digits_with_and_without_commas_are_one_number(number: int) -> None:
    for text in (f"It cost ${number}.", f"It cost ${number:,}."):
        (quantity,) = read(text)
        assert quantity.low == quantity.high == Decimal(number)
        assert quantity.unit == "dollar"
