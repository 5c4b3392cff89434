"""``crosscheck review`` from the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from review_project import FERRY, Asked, comparison

import reports.comparing
from reports.cli import main


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    """Call the command in a folder of its own, with a comparison that needs no reading; return (code, out, err)."""
    monkeypatch.chdir(tmp_path)
    found = {"now": comparison()}
    monkeypatch.setattr(reports.comparing, "compare_paths", lambda _sources, _manifest: found["now"])

    def call(*words: str) -> tuple[int, str, str]:
        code = main(["review", *words])
        told = capfd.readouterr()
        return code, told.out, told.err

    call.found = found  # type: ignore[attr-defined]
    return call


def rows(shell) -> list[dict]:
    code, out, _ = shell("list", "--project", "p.crosscheck", "-f", "json")
    assert code == 0
    return json.loads(out)


def test_compare_list_decide_and_compare_again(shell) -> None:
    code, out, _ = shell("harbour.txt", "coast.txt", "--project", "p.crosscheck", "--no-serve")
    assert (code, out) == (0, "p.crosscheck: 4 findings, 4 of them new; 0 decisions carried over\n")
    listed = rows(shell)
    assert {"key", "kind", "state", "decision"} <= listed[0].keys()
    key = listed[0]["key"]
    assert shell("decide", key, "no-conflict", "--project", "p.crosscheck", "--by", "ana", "--note", "Fine.")[0] == 0
    boarding = dict(FERRY[0].answers, **{"coast.txt": ("There were 231 aboard, the owner said.", "231 people")})
    shell.found["now"] = comparison((Asked(FERRY[0].question, boarding), *FERRY[1:]))
    _, out, _ = shell("coast.txt", "harbour.txt", "--project", "p.crosscheck", "--no-serve")
    assert "1 decisions carried over, 1 reopened by new evidence" in out
    again = rows(shell)[0]
    assert (again["key"], again["state"], again["decision"]) == (key, "decided, new evidence", "no-conflict")
    assert (again["by"], again["note"]) == ("ana", "Fine.")


def test_a_source_that_cannot_be_read_takes_no_finding_away(shell) -> None:
    shell("a.txt", "b.txt", "--project", "p.crosscheck", "--no-serve")
    before = rows(shell)
    shell.found["now"] = comparison((), ("harbour.txt",))
    code, _, err = shell("a.txt", "gone.txt", "--project", "p.crosscheck", "--no-serve")
    assert code == 3
    assert "nothing was compared" in err
    assert rows(shell) == before


def test_options_may_come_first_and_a_file_may_be_called_list(shell) -> None:
    assert shell("--project", "p.crosscheck", "--no-serve", "a.txt", "b.txt")[0] == 0
    assert shell("./list", "b.txt", "--project", "q.crosscheck", "--no-serve")[0] == 0
    assert "SOURCE..." in shell("--help")[1]
    assert "--no-serve" in shell("-h")[1]


def test_following_assigning_noting_undoing(shell) -> None:
    shell("a.txt", "--project", "p.crosscheck", "--no-serve")
    key = rows(shell)[0]["key"]
    last = ("--project", "p.crosscheck", "--by", "ana")
    assert shell("decide", key, "conflict", "--follow", "B", "--assign", "ben", *last)[0] == 0
    assert (rows(shell)[0]["follow"], rows(shell)[0]["assignee"]) == ("coast.txt", "ben")
    assert shell("note", key, "Call *them*.", *last)[0] == 0
    assert shell("assign", key, "eve", *last)[0] == 0
    assert (rows(shell)[0]["note"], rows(shell)[0]["assignee"]) == ("Call *them*.", "eve")
    assert shell("undo", key, *last)[0] == 0
    assert rows(shell)[0]["assignee"] == "ben"
    code, _, err = shell("decide", key, "update", "--version", "1", *last)
    assert code == 2
    assert "in the meantime" in err
    code, _, err = shell("decide", key, "update", "--follow", "Q", *last)
    assert code == 2
    assert "A (harbour.txt)" in err
    assert shell("decide", key, "nonsense", *last)[0] == 2
    assert shell("decide", "f-nothing", "update", *last)[0] == 2


def test_hand_over_by_file(shell, tmp_path: Path) -> None:
    for name in ("p", "q"):
        shell("a.txt", "--project", f"{name}.crosscheck", "--no-serve")
    keys = [row["key"] for row in rows(shell)]
    shell("decide", keys[0], "wrong-match", "--project", "p.crosscheck", "--by", "ana")
    assert shell("export", "--project", "p.crosscheck", "-o", "over.json", "--note", "Yours")[0] == 0
    code, out, _ = shell("import", "over.json", "--project", "q.crosscheck")
    assert (code, out) == (0, "1 events taken over, 0 were already here\nNote: Yours\n")
    code, out, _ = shell("export", "--labels", "--project", "q.crosscheck")
    assert [json.loads(line)["relation"] for line in out.splitlines()] == ["unrelated"]
    (tmp_path / "bad.json").write_text("{")
    assert shell("import", "bad.json", "--project", "q.crosscheck")[0] == 2


def test_verify_tells_by_its_exit_code(shell, tmp_path: Path) -> None:
    import sqlite3

    shell("a.txt", "--project", "p.crosscheck", "--no-serve")
    shell("decide", rows(shell)[0]["key"], "conflict", "--project", "p.crosscheck", "--by", "ana")
    assert shell("verify", "--project", "p.crosscheck") == (0, "p.crosscheck: 1 events, the chain holds\n", "")
    raw = sqlite3.connect(tmp_path / "p.crosscheck")
    raw.execute("DROP TRIGGER event_keep_update")
    raw.execute("UPDATE event SET actor = 'eve'")
    raw.commit()
    raw.close()
    code, _, err = shell("verify", "--project", "p.crosscheck")
    assert code == 1
    assert "event 1 was changed" in err


def test_a_blind_review_from_the_shell(shell) -> None:
    shell("a.txt", "--project", "p.crosscheck", "--no-serve")
    key = rows(shell)[0]["key"]
    assert "no blind review" in shell("double", "--project", "p.crosscheck")[1]
    assert shell("double", "ana", "--project", "p.crosscheck")[0] == 2
    assert shell("double", "ana", "ben", "--project", "p.crosscheck")[0] == 0
    for name, decision in (("ana", "conflict"), ("ben", "update")):
        assert shell("decide", key, decision, "--project", "p.crosscheck", "--by", name)[0] == 0
    code, out, _ = shell("double", "--reveal", "-f", "json", "--project", "p.crosscheck")
    assert (code, json.loads(out)["differences"][0]["key"]) == (0, key)


def test_what_cannot_be_done_is_said_in_a_sentence(shell) -> None:
    code, _, err = shell("list", "--project", "none.crosscheck")
    assert code == 2
    assert "crosscheck review SOURCE" in err
    assert shell("--no-serve", "--project", "p.crosscheck")[0] == 2
    assert shell("a.txt", "--no-serve")[0] == 2


@pytest.mark.parametrize(("name", "words"), [("r.html", "<html"), ("r.md", "# "), ("r.json", '"decision"'), ("-", "")])
def test_reports_carry_the_decisions(shell, tmp_path: Path, name: str, words: str) -> None:
    shell("a.txt", "--project", "p.crosscheck", "--no-serve")
    last = ("--project", "p.crosscheck")
    shell("decide", rows(shell)[0]["key"], "conflict", "--by", "ana", "--note", "Both count the crew.", *last)
    code, out, _ = shell("report", "-o", name, *last)
    told = out if name == "-" else (tmp_path / name).read_text()
    assert code == 0
    assert words in told
    assert "Both count the crew." in told
    assert shell("report", "-f", "pdf", *last)[0] == 2
