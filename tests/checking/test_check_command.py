"""``crosscheck check``: exit codes, and faults injected into the gate: none of them may end in a pass."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from draft_cases import CONTRADICTED, INVENTED, STORY, SUPPORTED

import compare.checking.checker
from reports.cli import main

FULL_DISK = Path("/dev/full")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with sources and a place for drafts."""
    sources = tmp_path / "sources"
    sources.mkdir()
    for path in STORY.glob("*.txt"):
        (sources / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def draft(folder: Path, text: str, name: str = "draft.md") -> str:
    (folder / name).write_text(text + "\n", "utf-8")
    return name


def run(*more: str, name: str = "draft.md") -> int:
    return main(["check", name, "--against", "sources", *more])


@pytest.mark.parametrize(
    ("text", "code"), [(SUPPORTED, 0), (INVENTED, 0), (CONTRADICTED, 1), ("", 3), ("```\nx\n```", 3)]
)
def test_exit_codes(text: str, code: int, desk: Path) -> None:
    draft(desk, text)
    assert run() == code


@pytest.mark.parametrize(
    "arguments", [[], ["draft.md"], ["nowhere.md", "--against", "sources"], ["draft.md", "--bogus"]]
)
def test_usage_errors_end_with_2(arguments: list[str], desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(desk, SUPPORTED)
    assert main(["check", *arguments]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("suffix", "start"),
    [
        ("txt", "draft.md: checked against 3 sources"),
        ("log", "draft.md:1:15: error: F1 Contradicted: "),
        ("json", "{"),
        ("sarif", "{"),
        ("xml", "<?xml"),
        ("html", "<!DOCTYPE html>"),
        ("md", "<!-- crosscheck check -->"),
    ],
)
def test_the_suffix_chooses_the_format(suffix: str, start: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(desk, CONTRADICTED)
    assert run("-o", f"out.{suffix}") == 1
    assert (desk / f"out.{suffix}").read_text("utf-8").startswith(start)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Gate failed: no-contradictions" in err


def test_the_json_holds_the_fields_of_the_contract(desk: Path) -> None:
    draft(desk, f"{CONTRADICTED}\n\n{SUPPORTED}")
    run("-o", "out.json")
    report = json.loads((desk / "out.json").read_text("utf-8"))
    first, second = report["checks"]
    assert (first["text"], first["line"], first["column"], first["verdict"]) == (CONTRADICTED, 1, 1, "contradicted")
    assert first["sources"][0]["source"] == "courier.txt"
    assert "rescuers took 41 people to safety" in first["sources"][0]["text"]
    assert first["suggestion"] == CONTRADICTED.replace("53", "41")
    assert second["source_count"] == len({row["source"] for row in second["sources"]})


def test_the_nearest_settings_rule(desk: Path) -> None:
    draft(desk, INVENTED)
    (desk / "crosscheck.toml").write_text('[[gate]]\nid = "sourced"\nkind = "not-found"\n', "utf-8")
    assert run() == 1
    (desk / "crosscheck.toml").write_text('[[gate]]\nid = "sourced"\nkind = "not-fund"\n', "utf-8")
    assert run() == 2


def test_facts_a_baseline_and_a_diff_from_the_command_line(desk: Path) -> None:
    draft(desk, CONTRADICTED)
    assert run("-o", "base.json") == 1
    assert run("--baseline", "base.json") == 0
    (desk / "facts.txt").write_text("The salvage took 31 hours.\n", "utf-8")
    assert run("--baseline", "base.json", "--must-state", "facts.txt") == 1
    text = f"{CONTRADICTED}\n\n{SUPPORTED}"
    draft(desk, text)
    lines = f" {CONTRADICTED}\n+\n+{SUPPORTED}\n"
    (desk / "change.diff").write_text(f"--- a/draft.md\n+++ b/draft.md\n@@ -1 +1,3 @@\n{lines}", "utf-8")
    assert run() == 1
    assert run("--changed-lines", "change.diff") == 0
    (desk / "change.diff").write_text("", "utf-8")
    assert run("--changed-lines", "change.diff") == 2


# --- faults: never a pass -------------------------------------------------------------------------


def truncated_pdf(folder: Path) -> None:
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pa"
    (folder / "sources" / "report.pdf").write_bytes(head)


def empty_source(folder: Path) -> None:
    (folder / "sources" / "empty.txt").write_bytes(b"")


def binary_source(folder: Path) -> None:
    (folder / "sources" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


def damaged_docx(folder: Path) -> None:
    (folder / "sources" / "agency.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 400)


def dangling_link(folder: Path) -> None:
    (folder / "sources" / "gone.txt").symlink_to(folder / "nowhere.txt")


def unknown_kind(folder: Path) -> None:
    (folder / "sources" / "figures.xlsx").write_bytes(b"x" * 100)


@pytest.mark.parametrize(
    "fault", [truncated_pdf, empty_source, binary_source, damaged_docx, dangling_link, unknown_kind]
)
@pytest.mark.parametrize("text", [SUPPORTED, CONTRADICTED])
def test_a_source_that_cannot_be_read_is_no_pass(
    fault: Callable[[Path], None], text: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fault(desk)
    draft(desk, text)
    code = run("-f", "json")
    out, err = capsys.readouterr()
    assert code == (3 if text == SUPPORTED else 1)
    assert json.loads(out)["gate"]["exit_code"] == code
    assert "could not be read" in err or code == 1


def test_no_sources_at_all_are_no_pass(desk: Path) -> None:
    draft(desk, SUPPORTED)
    for path in (desk / "sources").iterdir():
        path.unlink()
    assert run() == 3
    assert main(["check", "draft.md", "--against", "nowhere"]) == 3


@pytest.mark.parametrize("text", ["", "\n\n  \n", "---\ntitle: x\n---", "Why?", "<!-- note -->", "* * *"])
def test_a_draft_that_claims_nothing_is_no_pass(text: str, desk: Path) -> None:
    draft(desk, text)
    assert run() != 0


@pytest.mark.parametrize(
    "error",
    [
        BrokenProcessPool("a worker was killed"),
        MemoryError(),
        RecursionError("too deep"),
        AssertionError(),
        KeyError("x"),
        UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"),
    ],
)
@pytest.mark.parametrize("where", ["read_statements", "assess", "resolve_names"])
def test_whatever_breaks_off_is_no_pass(
    error: Exception, where: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    draft(desk, SUPPORTED)
    monkeypatch.setattr(compare.checking.checker, where, broken)
    assert run("-o", "out.json") == 3
    assert not (desk / "out.json").exists()
    assert "this is no pass" in capsys.readouterr().err


@pytest.mark.skipif(not FULL_DISK.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("form", ["text", "line", "json", "sarif", "junit", "html", "markdown", "github"])
def test_a_full_disk_is_no_pass(form: str, desk: Path) -> None:
    draft(desk, SUPPORTED)
    assert run("-f", form, "-o", str(FULL_DISK)) == 2


@pytest.mark.skipif(not FULL_DISK.exists(), reason="this system has no /dev/full")
def test_standard_output_on_a_full_disk_is_no_pass(desk: Path) -> None:
    draft(desk, SUPPORTED)
    command = [sys.executable, "-m", "reports.cli", "check", "draft.md", "--against", "sources"]
    path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    with FULL_DISK.open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, check=False, env={**os.environ, "PYTHONPATH": path}
        )
    assert done.returncode not in (0, 1)


def test_a_killed_process_leaves_no_pass_behind(desk: Path) -> None:
    draft(desk, SUPPORTED)
    (desk / "out.json").write_text('{"gate": {"passed": false}}', "utf-8")
    code = "import os, signal, compare.checking.checker as c; from reports.cli import main\n"
    code += "def die(*_): os.kill(os.getpid(), signal.SIGKILL)\n"
    code += "c.assess = die\n"
    code += "main(['check', 'draft.md', '--against', 'sources', '-o', 'out.json'])"
    path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run([sys.executable, "-c", code], check=False, env={**os.environ, "PYTHONPATH": path})
    assert done.returncode < 0
    assert json.loads((desk / "out.json").read_text("utf-8")) == {"gate": {"passed": False}}


def test_the_report_never_replaces_the_draft_or_a_source(desk: Path) -> None:
    draft(desk, SUPPORTED)
    assert run("-o", "draft.md") == 2
    assert (
        main(["check", "draft.md", "--against", "sources/courier.txt", "-o", "sources/courier.txt", "-f", "text"]) == 2
    )
    assert (desk / "draft.md").read_text("utf-8") == SUPPORTED + "\n"
