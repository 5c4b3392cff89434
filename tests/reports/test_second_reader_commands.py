"""``--second-reader`` in report, review and check: off by default, said on the terminal, marked in the report."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from chat_server import ChatServer, answer, first_words, serving

from reports.cli import main

A = "Ferry aground\n\nThe rescue of the ferry in Osby took four hours, the coast guard said. It rained in Halden.\n"
B = "Ferry rescue\n\nThe rescue of the ferry in Osby took nine hours, the coast guard said. The king came to Halden.\n"
CACHE = "crosscheck-second-reader.sqlite"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two articles and a draft, in which the commands run."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(A, "utf-8")
    (tmp_path / "articles" / "b.txt").write_text(B, "utf-8")
    (tmp_path / "draft.md").write_text("The rescue of the ferry in Osby took three hours.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with serving(lambda pair: first_words(pair, "conflict")) as one:
        yield one


COMMANDS = {
    "report": ["report", "articles", "-o", "out.html"],
    "check": ["check", "draft.md", "--against", "articles", "-o", "out.html"],
    "review": ["review", "articles", "--project", "desk/story.crosscheck", "--no-serve"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_is_sent_unless_it_is_asked_for(name: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder even holds settings of a second reader, only none that names a server."""
    (desk / "desk").mkdir()
    (desk / "crosscheck.toml").write_text('[second-reader]\nmodel = "m"\nhosts = ["models.example"]\n', "utf-8")

    def refused(*_: object) -> None:
        pytest.fail("something was sent")

    for method in ("connect", "connect_ex", "sendto", "sendmsg"):
        monkeypatch.setattr(socket.socket, method, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert main(COMMANDS[name]) in (0, 1)
    assert not list(desk.rglob(CACHE))


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_asks_and_the_terminal_says_what_is_sent_where(
    name: str, desk: Path, server: ChatServer, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "desk").mkdir()
    own = ["--second-reader", server.url, "--model", "desk-model"]
    assert main([*COMMANDS[name], *own]) in (0, 1)
    told = capsys.readouterr().err
    number = len(server.asked)
    assert number > 0
    pairs = "pair" if number == 1 else "pairs"
    assert f"crosscheck: second reader: {number} {pairs} of statements to localhost:{server.port} (desk-model)." in told
    assert (desk / ("desk" if name == "review" else ".") / CACHE).is_file()
    assert main([*COMMANDS[name], *own]) in (0, 1)
    assert len(server.asked) == number
    assert "of statements to" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("crosscheck.toml", '[second-reader]\nurl = "{url}"\nmodel = "desk-model"\n'),
        ("crosscheck.toml", '[tool.crosscheck.second-reader]\nurl = "{url}"\nmodel = "desk-model"\n'),
        ("pyproject.toml", '[tool.crosscheck.second-reader]\nurl = "{url}"\nmodel = "desk-model"\n'),
    ],
)
@pytest.mark.parametrize("name", ["report", "check"])
def test_settings_ask_too_and_an_option_forbids_it(
    name: str, file: str, text: str, desk: Path, server: ChatServer
) -> None:
    (desk / file).write_text(text.format(url=server.url), "utf-8")
    assert main([*COMMANDS[name], "--no-second-reader"]) in (0, 1)
    assert server.asked == []
    assert main(COMMANDS[name]) in (0, 1)
    assert server.asked
    assert server.bodies[0]["model"] == "desk-model"


def test_the_same_settings_serve_the_gate(desk: Path, server: ChatServer, capsys: pytest.CaptureFixture[str]) -> None:
    gate = f'[second-reader]\nurl = "{server.url}"\nmodel = "m"\n[[gate]]\nid = "own"\nkind = "contradicted"\nmax = 5\n'
    (desk / "crosscheck.toml").write_text(gate, "utf-8")
    assert main(COMMANDS["check"]) == 0
    assert server.asked


def test_every_format_shows_what_the_model_said(
    desk: Path, server: ChatServer, capsys: pytest.CaptureFixture[str]
) -> None:
    own = ["report", "articles", "--second-reader", server.url, "--model", "<b>m</b>"]
    assert main([*own, "-f", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    pieces = [e for p in report["pairs"] for e in p["evidence"] if e["name"] == "second_reader"]
    assert pieces
    assert all(
        re.match(r"Second reader \(<b>m</b>\): the same fact, conflict: ‘\w+’ and ‘\w+’", e["text"]) for e in pieces
    )
    assert report["settings"]["second_reader"].startswith("an answer for each of ")
    assert main([*own, "-f", "html"]) == 0
    page = capsys.readouterr().out
    assert "Second reader (&lt;b&gt;m&lt;/b&gt;): the same fact, conflict" in page
    assert "<b>m</b>" not in page
    assert main([*own, "-f", "markdown"]) == 0
    assert "<b>m</b>" not in capsys.readouterr().out


@pytest.mark.parametrize("required", [False, True])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_run_without_answers_goes_on_and_is_marked(
    name: str, required: bool, desk: Path, server: ChatServer, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "desk").mkdir()
    plain = main(COMMANDS[name])
    server.model = lambda _: "I would rather talk about the weather."
    capsys.readouterr()
    own = ["--second-reader", server.url, "--model", "m", *(["--second-reader-required"] if required else [])]
    code = main([*COMMANDS[name], *own])
    told = capsys.readouterr().err
    assert code == (3 if required and plain == 0 else plain)
    assert re.search(r"crosscheck: second reader: no answer for (\d+) of \1 pairs?; the rest goes on\.", told)
    if name != "review":
        assert re.search(r"[Ss]econd reader: no answer for (\d+) of \1 pair", Path("out.html").read_text("utf-8"))
    if name == "report":
        for chosen in ("text", "markdown"):
            assert main(["report", "articles", "-f", chosen, *own[:4]]) == 0
            assert re.search(r"Second reader: no answer for (\d+) of \1 pairs", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--second-reader", "http://models.example/v1", "--model", "m"], "'models.example' is not this machine"),
        (["--second-reader", "ftp://localhost/", "--model", "m"], "no address of a server"),
        (["--second-reader", "http://localhost:1/v1"], "name the model of the second reader with --model"),
        (["--model", "m"], "no second reader is named"),
        (["--second-reader-required"], "no second reader is named"),
    ],
)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_wrong_call_is_one_sentence(
    name: str, options: list[str], told: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*COMMANDS[name], *options]) == 2
    shown = capsys.readouterr().err
    assert told in shown
    assert shown.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("second-reader = 3\n", "must be a table"),
        ("[second-reader]\nurl = 3\n", "'url' must be text"),
        ('[second-reader]\nurl = "http://localhost/v1"\nmodel = "m"\nkey = "sk-secret"\n', "'key' is no setting"),
        ('[second-reader]\nurl = "http://localhost/v1"\nmodel = "m"\nkey_env = "DESK_KEY"\n', "is not set"),
        ("[second-reader\n", "no valid TOML"),
    ],
)
def test_wrong_settings_are_one_sentence(text: str, told: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "crosscheck.toml").write_text(text, "utf-8")
    assert main(COMMANDS["report"]) == 2
    shown = capsys.readouterr().err
    assert told in shown
    assert "crosscheck.toml" in shown
    assert "sk-secret" not in shown
    assert shown.count("\n") == 1


def test_a_key_is_sent_and_written_nowhere(
    desk: Path, server: ChatServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_KEY", "sk-secret-word")
    text = f'[second-reader]\nurl = "{server.url}"\nmodel = "m"\nkey_env = "DESK_KEY"\n'
    (desk / "crosscheck.toml").write_text(text, "utf-8")
    assert main(["report", "articles", "-o", "out.json"]) == 0
    assert {h["Authorization"] for h in server.headers} == {"Bearer sk-secret-word"}
    written = b"".join(p.read_bytes() for p in desk.rglob("*") if p.is_file())
    shown = capsys.readouterr()
    assert b"sk-secret-word" not in written
    assert "sk-secret-word" not in shown.out + shown.err


def test_a_review_keeps_the_evidence(desk: Path, server: ChatServer, capsys: pytest.CaptureFixture[str]) -> None:
    server.model = lambda pair: (
        answer("yes", "conflict", "hours", "hours")
        if all("hours" in pair[side]["statement"] for side in "ab")
        else answer("no")
    )
    own = ["--second-reader", server.url, "--model", "m"]
    assert main(["review", "articles", "--project", "story.crosscheck", "--no-serve", *own]) == 0
    assert main(["review", "list", "--project", "story.crosscheck"]) == 0
    capsys.readouterr()
    assert main(["review", "report", "--project", "story.crosscheck", "-f", "html", "-o", "story.html"]) == 0
    assert "Second reader (m): the same fact, conflict: ‘hours’ and ‘hours’" in Path("story.html").read_text("utf-8")
