"""Holds the figures of the check against their floors: a file of its own, so that another worker may measure it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality.pinned import hold


@pytest.mark.quality
def test_no_figure_of_the_check_falls_below_its_floor(shared: Path) -> None:
    hold("drafts", shared)
