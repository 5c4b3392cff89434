"""Weights of a newsroom's own: read from a file, shown in the report, refused where they are none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from compare.errors import SettingsError
from compare.matching.alignment import as_json, weights
from compare.matching.evidence import NAMES, TABLE

EXAMPLES = Path(__file__).parents[2] / "reports" / "examples"
RUN = [sys.executable, "-c", "import sys; from reports.cli import main; sys.exit(main())", "report"]


def test_shipped_weights_have_two_numbers_for_every_piece_of_evidence() -> None:
    assert set(weights().rows) == set(NAMES)
    assert len(set(NAMES)) == len(TABLE)


def test_what_says_nothing_adds_nothing() -> None:
    table = weights()
    assert table.odds(dict.fromkeys(NAMES)) == table.start
    assert all(table.adds(name, row.usual) == 0 for name, row in table.rows.items())


def test_a_file_of_weights_decides_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "strict.json"
    path.write_text(json.dumps({**as_json(weights()), "start": -40.0}), encoding="utf-8")
    articles = [str(EXAMPLES / "eve-of-summit.txt"), str(EXAMPLES / "after-the-talks.md")]
    done = subprocess.run([*RUN, *articles, "-f", "json", "--weights", str(path)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    strict = json.loads(done.stdout)
    plain = json.loads(subprocess.run([*RUN, *articles, "-f", "json"], capture_output=True, check=True).stdout)
    assert strict["settings"]["weights"] == str(path)
    assert plain["settings"]["weights"] == "as shipped"
    assert len(strict["pairs"]) < len(plain["pairs"])


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"start": NaN, "evidence": {}}', '{"start": 1}'])
def test_what_is_no_weights_gets_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"bad\.json"):
        weights(path)


def test_an_infinite_weight_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    rows = {name: {"weight": float("inf"), "usual": 0.0} for name in NAMES}
    path.write_text(json.dumps({"start": 0.0, "evidence": rows}), encoding="utf-8")
    with pytest.raises(SettingsError, match="finite"):
        weights(path)
