"""What ``judge`` calls a contrast is never called borne out by the check; its look-alikes never contradicted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from compare import check_draft

TABLE = Path(__file__).parents[1] / "cases" / "checking" / "contrary.tsv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
BESIDE = ("The region has seen little rain this year.", "A choir sang at the market on the square.")


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['source']} / {r['draft']}")
def test_a_sentence_said_otherwise_is_not_borne_out(row: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "source.md").write_text(f"# News\n\n{BESIDE[0]}\n\n{row['source']}\n\n{BESIDE[1]}\n", "utf-8")
    (tmp_path / "draft.md").write_text(f"{row['draft']}\n", "utf-8")
    [check] = check_draft(tmp_path / "draft.md", [tmp_path / "source.md"]).checks
    if row["borne out"] == "yes":
        assert check.verdict != "contradicted", check.assessment.reason
    else:
        assert check.verdict not in {"supported", "one-source"}, check.assessment.reason
