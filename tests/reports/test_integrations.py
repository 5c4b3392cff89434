"""The ways in, each run as its tool runs it: pre-commit, the workflow's steps, the editors' settings, the call."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from lsp_client import Editor
from test_serve import client

from reports.cli import main
from reports.lsp.command import lsp

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "reports" / "integrations"
PAGE = (PLACE / "README.md").read_text("utf-8")
WORKFLOW = PLACE / "github-workflow.yml"
GOOD = "The rescue in Osby took nine hours.\n"
WRONG = "The rescue in Osby took four hours.\n"
needs_git = pytest.mark.skipif(
    not shutil.which("git") and os.environ.get("CI") != "true", reason="git is not installed on this machine"
)


def snippet(language: str, containing: str) -> str:
    """Return the code block of the page that holds some words."""
    found = [b for b in re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) if containing in b]
    assert len(found) == 1
    return str(found[0])


def newsroom(folder: Path) -> Path:
    """Make a newsroom's folder: two drafts, one source."""
    (folder / "drafts").mkdir(parents=True)
    (folder / "sources").mkdir()
    (folder / "sources" / "courier.txt").write_text("The rescue in Osby took nine hours, the coast guard said.\n")
    (folder / "sources" / "beacon.txt").write_text("In Osby, the rescue of the passengers took nine hours.\n")
    (folder / "drafts" / "good.md").write_text(GOOD)
    (folder / "drafts" / "wrong.md").write_text(WRONG)
    return folder


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """Return a folder for PATH that holds this checkout's ``crosscheck``, whatever is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "crosscheck"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from reports.cli import main\nsys.exit(main())\n"
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return folder


def environment(commands: Path, **more: str) -> dict[str, str]:
    held = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT", "CROSSCHECK"))}
    return held | {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}", "PYTHONIOENCODING": "utf-8"} | more


# --- the hook --------------------------------------------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> str:
    own = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    hooks = ("-c", "core.hooksPath=/dev/null", "-c", "commit.gpgSign=false")
    held = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    done = subprocess.run(
        ["git", *own, *hooks, *arguments], cwd=folder, check=True, capture_output=True, text=True, env=held
    )
    return done.stdout.strip()


@needs_git
def test_pre_commit_runs_the_hook(tmp_path: Path, commands: Path) -> None:
    """The real tool reads the real definition; only the installation is left out, for it fetches every dependency."""
    pytest.importorskip("pre_commit")
    offered = tmp_path / "offered"
    offered.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", offered)
    git(offered, "init", "-q")
    git(offered, "add", ".")
    git(offered, "commit", "-q", "-m", "Offer the hook")
    desk = newsroom(tmp_path / "desk")
    (desk / "README.md").write_text("The rescue in Osby took two hours.\n")
    hook = yaml.safe_load(snippet("yaml", "repos:"))
    hook["repos"][0] |= {"repo": str(offered), "rev": git(offered, "rev-parse", "HEAD")}
    hook["repos"][0]["hooks"][0]["language"] = "system"
    (desk / ".pre-commit-config.yaml").write_text(yaml.safe_dump(hook))
    git(desk, "init", "-q")
    git(desk, "add", ".")

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"],
            cwd=desk,
            capture_output=True,
            text=True,
            check=False,
            env=environment(commands, PRE_COMMIT_HOME=str(tmp_path / "kept")),
        )

    failed = run()
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "check drafts against their sources" in failed.stdout
    assert re.search(r"drafts/wrong\.md:1:25: error: F1 Contradicted: .* \[CMP104\]", failed.stdout)
    assert "README.md" not in failed.stdout
    (desk / "drafts" / "wrong.md").write_text(GOOD)
    git(desk, "add", ".")
    passed = run()
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_the_definition_names_a_command_that_exists() -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "crosscheck hook"
    assert hook["language"] == "python"
    assert re.match(hook["files"], "drafts/a/story.md")
    assert not re.match(hook["files"], "README.md")


def test_the_hook_reads_its_sources_from_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = newsroom(tmp_path / "desk")
    monkeypatch.chdir(desk)
    assert main(["hook", "drafts/good.md"]) == 2
    assert "no sources are named" in capsys.readouterr().err
    (desk / "crosscheck.toml").write_text('sources = ["sources"]\n')
    assert main(["hook", "drafts/good.md"]) == 0
    assert main(["hook", "drafts/good.md", "drafts/wrong.md"]) == 1
    assert main(["hook", "sources/courier.txt"]) == 0
    assert "one of the sources; not checked" in capsys.readouterr().err
    assert main(["hook"]) == 0
    assert main(["hook", "drafts/none.md"]) == 2


def test_the_hook_fails_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = newsroom(tmp_path / "desk")
    monkeypatch.chdir(desk)
    Path("empty.md").write_text("")
    Path("dots.md").write_text("…\n")
    assert main(["hook", "--against", "sources", "empty.md"]) == 3
    assert main(["hook", "--against", "sources", "dots.md", "drafts/good.md"]) == 3
    assert main(["hook", "--against", "sources", "dots.md", "drafts/wrong.md"]) == 1
    assert main(["hook", "--against", "sources", "--against", "gone.txt", "drafts/good.md"]) == 3
    assert "gone.txt" in capsys.readouterr().out
    monkeypatch.setattr("compare.checking.gate.gate", lambda *_: 1 / 0)
    assert main(["hook", "--against", "sources", "drafts/good.md"]) == 3
    assert "this is no pass" in capsys.readouterr().err


# --- the workflow ----------------------------------------------------------------------------------------------------


def workflow() -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    return found


def steps() -> list[dict[str, Any]]:
    return list(workflow()["jobs"]["crosscheck"]["steps"])


def test_the_workflow_is_one() -> None:
    found = workflow()
    assert found["permissions"] == {"contents": "read", "security-events": "write"}
    assert set(found[True]["pull_request"]["paths"]) >= {"drafts/**", "sources/**"}  # YAML reads 'on' as true
    for step in steps():
        assert ("uses" in step) != ("run" in step)
        assert re.fullmatch(r"[\w-]+/[\w/-]+@v\d+", step.get("uses", "a/b@v1"))
    upload = steps()[-1]
    assert (upload["if"], upload["with"]) == ("always()", {"sarif_file": "sarif"})


def test_the_workflow_installs_what_its_variable_names(tmp_path: Path) -> None:
    [install] = [s["run"] for s in steps() if s.get("name") == "Install"]
    calls = tmp_path / "calls"
    (tmp_path / "python").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {calls}\n')
    (tmp_path / "python").chmod(0o755)
    held = environment(tmp_path, CROSSCHECK="./a folder")
    subprocess.run(["bash", "-e", "-c", install], check=True, cwd=tmp_path, env=held)
    assert calls.read_text().splitlines() == ["-m", "pip", "install", "./a folder"]


@pytest.mark.parametrize(
    ("drafts", "code"),
    [({"a good one.md": GOOD}, 0), ({"good.md": GOOD, "wrong.md": WRONG}, 1), ({"a.md": ""}, 3), ({}, 2)],
    ids=["good", "wrong", "empty", "none"],
)
def test_the_workflow_checks_and_writes_sarif(
    tmp_path: Path, commands: Path, drafts: dict[str, str], code: int
) -> None:
    desk = newsroom(tmp_path / "desk")
    shutil.rmtree(desk / "drafts")
    (desk / "drafts").mkdir()
    for name, words in drafts.items():
        (desk / "drafts" / name).write_text(words)
    [check] = [s["run"] for s in steps() if s.get("name") == "Check"]
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", check],
        cwd=desk,
        env=environment(commands),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    for name in drafts if code in (0, 1) else ():
        assert json.loads((desk / "sarif" / f"{name}.sarif").read_text("utf-8"))["version"] == "2.1.0"
    if code == 1:
        good = json.loads((desk / "sarif" / "good.md.sarif").read_text("utf-8"))
        other = json.loads((desk / "sarif" / "wrong.md.sarif").read_text("utf-8"))
        [result] = [r for r in other["runs"][0]["results"] if r["ruleId"] == "CMP104"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "drafts/wrong.md"
        assert other["runs"][0]["automationDetails"]["id"] != good["runs"][0]["automationDetails"]["id"]


# --- editors and content systems -------------------------------------------------------------------------------------


def settings_of_editors() -> dict[str, tuple[list[str], dict[str, Any]]]:
    """Return the arguments and the first message that each editor's settings make."""
    code = json.loads(snippet("json", "glspc"))
    helix = tomllib.loads(snippet("toml", "language-server"))
    lua = snippet("lua", "vim.lsp")
    words = re.search(r"cmd = \{(.*?)\}", lua)
    options = re.search(r"init_options = (\{.*\}),\n", lua)
    assert words
    assert options
    told = re.sub(r"(\w+) = ", r'"\1": ', options[1])
    told = re.sub(r"\{ (\"[^{}:]*\") \}", r"[\1]", told)
    assert code["glspc.server.command"] == helix["language-server"]["crosscheck"]["command"] == "crosscheck"
    assert helix["language"][0]["language-servers"] == ["crosscheck"]
    return {
        "code": (code["glspc.server.commandArguments"], code["glspc.server.initializationOptions"]),
        "helix": (helix["language-server"]["crosscheck"]["args"], {}),
        "neovim": (json.loads(f"[{words[1]}]")[1:], json.loads(told)),
    }


def test_two_editors_start_the_server_in_the_same_way() -> None:
    assert settings_of_editors()["code"] == settings_of_editors()["helix"]


@pytest.mark.parametrize("name", ["code", "neovim"])
def test_the_settings_of_each_editor_underline_what_is_wrong(tmp_path: Path, name: str) -> None:
    arguments, options = settings_of_editors()[name]
    desk = newsroom(tmp_path / "desk").resolve()
    (desk / "sources.toml").write_text('[[source]]\npath = "sources/courier.txt"\npublisher = "Harbour Courier"\n')
    editor = Editor(desk, *arguments[1:])
    assert arguments[0] == "lsp"
    try:
        editor.start(initializationOptions=options)
        rows = editor.diagnostics(editor.open("drafts/wrong.md", WRONG))
        assert [row["code"] for row in rows] == ["CMP104"]
        if name == "neovim":
            assert "Harbour Courier" in str(rows[0]["relatedInformation"])
    finally:
        assert editor.stop() == 0


def test_the_call_of_the_content_system_is_answered() -> None:
    sent = re.search(r"-d '(.*)'", snippet("sh", "curl"), re.DOTALL)
    assert sent
    assert "http://127.0.0.1:8377/check" in snippet("sh", "curl")
    found = client().post("/check", json=json.loads(sent[1])).json()
    assert [c["verdict"] for c in found["checks"]] == ["contradicted"]


def test_the_options_named_on_the_page_exist() -> None:
    from importlib import import_module

    known = {o for p in lsp.params for o in p.opts}
    for module, name in (
        ("serve.command", "serve"),
        ("check_command", "check"),
        ("report_command", "report"),
        ("corpus.command", "corpus"),
    ):
        known |= {o for p in getattr(import_module(f"reports.{module}"), name).params for o in p.opts}
    named = set(re.findall(r"--[a-z][a-z-]+", PAGE))
    assert named <= known | {"--parallel", "--api-key", "--nthreads", "--dask"}  # those of other programs
    assert {"--allow-fetch", "--allow-host", "--max-body", "--max-sources", "--max-seconds", "--also"} <= named


def test_the_settings_on_the_page_are_read(tmp_path: Path) -> None:
    from compare.checking.gate_settings import read_settings

    path = tmp_path / "crosscheck.toml"
    path.write_text(snippet("toml", "must_state"))
    found = read_settings(path)
    assert found.sources == (tmp_path / "sources/",)
    assert found.manifest == tmp_path / "sources.toml"
