"""What tells one happening from another: the day, the reach, the part, the kind of people, the season."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from small_articles import cases, check


@pytest.mark.parametrize("case", cases("happenings.toml"), ids=lambda c: c["name"])
def test_happenings(case: Mapping[str, Any]) -> None:
    check(case)
