"""The command line: exit codes, one clear sentence an error, quick help, output written whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sample_comparison import sample_comparison

import reports.report_command
from compare.errors import SourceError
from compare.model import Comparison, Unread
from reports.cli import main
from reports.comparing import progress_bar

HEAVY = ("spacy", "numpy", "trafilatura", "rapidfuzz", "rich", "jinja2", "sqlalchemy", "starlette", "compare.pipeline")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the hand-made comparison stand for what the engine finds."""
    from dataclasses import replace

    whole = replace(sample_comparison(), unread=())
    monkeypatch.setattr(reports.report_command, "compare_paths", lambda *_, **__: whole)


def engine_finds(monkeypatch: pytest.MonkeyPatch, comparison: Comparison) -> None:
    monkeypatch.setattr(reports.report_command, "compare_paths", lambda *_, **__: comparison)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["report", "--help"]])
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from reports.cli import main; code = main(sys.argv[1:]);"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "crosscheck" in done.stdout
    assert done.stderr.strip() == "[]"


def test_a_command_is_named_with_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "Compare articles and write the report." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["report", "a.txt", "-f", "pptx"], "is not one of"),
        (["nonsense"], "No such command"),
        (["report", "a.txt", "-o", "report.xyz"], "names no format"),
        (["report", "a.txt", "--template", "x.html"], "--template makes HTML or Markdown"),
        (["report", "a.md", "-o", "a.md"], "is one of the sources"),
        (["report"], "no source is given"),
    ],
)
def test_usage_errors_end_with_2(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert sentence in err
    assert out == ""
    assert "Traceback" not in err


def test_an_error_that_a_user_can_mend_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(sources: object, manifest: object, **_: object) -> Comparison:
        raise SourceError("a.txt: the file holds no text.")

    monkeypatch.setattr(reports.report_command, "compare_paths", refuse)
    assert main(["report", "a.txt"]) == 2
    assert capsys.readouterr().err == "crosscheck: a.txt: the file holds no text.\n"


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("suffix", "start"), [("json", "{"), ("txt", "crosscheck "), ("md", "# "), ("html", "<!DOCTYPE html>")]
)
def test_the_suffix_chooses_the_format(
    suffix: str, start: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"report.{suffix}"
    assert main(["report", "a.txt", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith(start)
    assert [p.name for p in tmp_path.iterdir()] == [target.name]
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("engine")
def test_format_overrules_the_suffix_and_text_goes_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report.html"
    assert main(["report", "a.txt", "-o", str(target), "-f", "json"]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "crosscheck-report/1"
    assert main(["report", "a.txt"]) == 0
    assert capsys.readouterr().out.startswith("crosscheck ")


@pytest.mark.parametrize(
    ("comparison", "sentence"),
    [
        (sample_comparison(), "1 source could not be read: harbour/broken.pdf (the file is not a PDF)"),
        (Comparison((), (), (), (), (), (), (), (Unread("a.bin", "binary"),)), "nothing was compared"),
    ],
)
def test_incomplete_ends_with_3_and_still_writes(
    comparison: Comparison, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine_finds(monkeypatch, comparison)
    for name in ("text", "json", "markdown", "html"):
        assert main(["report", "a.bin", "-f", name]) == 3
        out, err = capsys.readouterr()
        assert sentence in err
        assert err.count("\n") == 1
        assert len(out) > 100


@pytest.mark.usefixtures("engine")
def test_what_cannot_be_written_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "a.txt", "-o", str(tmp_path / "no" / "folder.html")]) == 2
    assert "its folder does not exist" in capsys.readouterr().err
    (tmp_path / "folder.html").mkdir()
    assert main(["report", "a.txt", "-o", str(tmp_path / "folder.html")]) == 2
    assert "this is a folder" in capsys.readouterr().err


@pytest.mark.usefixtures("engine")
def test_a_full_disk_leaves_the_old_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["report", "a.txt", "-o", str(target)]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["report.json"]
    assert target.read_text(encoding="utf-8") == "old"


@pytest.mark.usefixtures("engine")
def test_colour_follows_the_flag_then_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["report", "a.txt", "--color", "always"]) == 0
    assert "\x1b[" in capsys.readouterr().out
    assert main(["report", "a.txt", "--color", "auto"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_a_reader_that_stops_reading_is_one_sentence(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); import reports.report_command as c;"
        "from sample_comparison import sample_comparison; from reports.cli import main;"
        "c.compare_paths = lambda s, m, **_: sample_comparison();"
        "sys.stdin.read(); sys.exit(main(['report', 'a.txt', '-f', 'html']))"
    )
    root = Path(__file__).parents[2]
    run = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root
    )
    assert run.stdin
    assert run.stdout
    assert run.stderr
    with run:
        run.stdout.close()
        run.stdin.close()
        err = run.stderr.read().decode()
    assert run.returncode == 2
    assert "stopped reading" in err
    assert "Traceback" not in err
    assert "Exception" not in err


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(("closed", "code"), [("stdout", 2), ("stderr", 0)])
def test_a_closed_stream_is_no_crash(closed: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, closed, None)  # as the shell's '>&-' leaves it
    assert main(["report", "a.txt"]) == code


def test_no_progress_is_shown_where_there_is_no_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with progress_bar() as progress:
        assert progress is None


@pytest.mark.parametrize(
    "arguments",
    [
        ["serve", "--max-seconds", "nan"],
        ["serve", "--max-seconds", "inf"],
        ["serve", "--max-seconds", "-1"],
        ["serve", "--port", "65536"],
        ["serve", "--max-body", "1e9"],
        ["review", "export", "--since", "9" * 30],
        ["review", "export", "--since", "-1"],
        ["corpus", "a.txt", "-o", "out", "--workers", "0"],
        ["corpus", "a.txt", "-o", "out", "--since", "2024-02-30"],
        ["corpus", "a.txt", "-o", "out", "--since", "10000-01-01"],
    ],
)
def test_a_number_out_of_range_is_named(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert "Invalid value for '--" in told
    assert "Traceback" not in told
