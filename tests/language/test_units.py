"""Every unit of the table has an example that is read, and the file of look-alikes holds none that is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from compare import quantities
from compare.language.en.units import UNITS

CASES = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("unit", "text", "value"), rows("units.tsv"))
def test_a_unit_is_read(unit: str, text: str, value: str) -> None:
    found = [q for q in quantities(text) if q.unit == unit]
    assert [(q.low, q.high) for q in found] == [(Decimal(value), Decimal(value))]
    assert all(text[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize(("text", "unit"), rows("units_not.tsv"))
def test_a_look_alike_is_no_unit(text: str, unit: str) -> None:
    assert unit not in {q.unit for q in quantities(text)}


def test_every_row_of_the_table_has_an_example() -> None:
    assert sorted(unit.name for unit in UNITS) == sorted(row[0] for row in rows("units.tsv"))
