"""How the check does on drafts written from real articles, each judged by weights that saw nothing of its event."""

from __future__ import annotations

from pathlib import Path

import pytest
from quality.drafts import drafts

pytestmark = pytest.mark.quality


def test_annotated_drafts_are_judged_as_well_as_before(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The floors hold with and without a reader; with one, figures are two to four points better."""
    found = drafts(shared)
    with capsys.disabled():
        print(f"\n{found}")
    assert found["right"] >= 0.64
    assert found["true_borne_out"] >= 0.9
    assert found["contradictions_called"] >= 0.46
    assert found["true_accused"] <= 0.035
    assert found["errors_borne_out"] <= 0.55
