"""The README cannot drift: its commands are those that CI runs, its example is what the demo prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def block(mark: str) -> str:
    """Return the code block that follows a line '<!-- mark -->'."""
    found = re.search(rf"^<!-- {re.escape(mark)} -->\n```\w*\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no block after '<!-- {mark} -->'"
    return found[1]


def without_number(text: str) -> str:
    """Return a report in the terminal without the numbers of the findings, which other findings move."""
    return re.sub(r"^[FG]\d+ +", "", text, flags=re.MULTILINE)


def test_the_two_commands_are_the_first_and_second_shell_commands_of_their_blocks() -> None:
    assert block("ci: install").strip().endswith(".venv/bin/crosscheck demo")
    assert block("ci: install").count("\n") == 1
    assert block("ci: test").strip() == ".venv/bin/pip install -e '.[test]' && .venv/bin/pytest -n 2 --dist loadfile"
    assert README.index("ci: install") < README.index("ci: test")


def test_ci_takes_its_commands_from_this_page() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "command_of install" in script
    assert "command_of test" in script
    assert "pip install" not in script


def test_the_example_is_what_the_demo_prints(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from reports.cli import main; raise SystemExit(main())", "demo"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
    )
    example = block("example: crosscheck demo")
    assert "3 hours 21 minutes" in example
    assert without_number(example) in without_number(done.stdout), done.stdout
    page = (tmp_path / "crosscheck-report.html").read_text("utf-8")
    assert "3 hours 21 minutes" in page
    assert "<script" not in page


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:compare|reports|tests)/[\w./]*)`", README))))
def test_every_path_named_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_python_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("The rescue in Osby is expected to take five hours.\n")
    (tmp_path / "articles" / "b.txt").write_text("The rescue in Osby took nine hours in the end.\n")
    monkeypatch.chdir(tmp_path)
    code = re.search(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert code
    exec(compile(code[1], "README.md", "exec"), {})  # noqa: S102 - our own page
    promised = re.search(r"^print\(verdict.*#\s*(.*)$", code[1], re.MULTILINE)
    assert promised
    assert promised[1] in capsys.readouterr().out


def test_every_command_shown_exists() -> None:
    from reports.cli import COMMANDS

    shown = set(re.findall(r"^crosscheck (\w+)", README, re.MULTILINE))
    assert shown <= set(COMMANDS)
    assert set(COMMANDS) - {"demo"} <= shown, "a command that the README does not show"
