"""Asking over real HTTP: answers that come, come late, come broken or do not come, and who may be asked at all."""

from __future__ import annotations

import json
import socket
import sqlite3
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from chat_server import ChatServer, Pair, Reply, answer, first_words, serving

from compare.errors import SettingsError
from compare.matching.second_reader import Question, SecondReader, Side, read_second_settings
from compare.matching.second_reader.server import Server

NO = answer("no")


def question(number: int = 0) -> Question:
    left = Side(f"The {number} talks lasted five hours.", "It rained.", "Courier", "2031-03-04")
    return Question(left, Side("The talks took three hours.", "", None, None))


def questions(number: int) -> list[Question]:
    return [question(n) for n in range(number)]


def test_a_question_carries_both_statements_with_their_context(tmp_path: Path) -> None:
    with serving(lambda pair: first_words(pair, "conflict")) as server:
        found = server.reader(tmp_path / "kept.sqlite").ask([question()])
    assert (found.answers[0].same, found.answers[0].relation) == ("yes", "conflict")
    assert (found.answers[0].left, found.answers[0].right) == ("The", "The")
    assert server.asked == [
        {
            "a": {
                "publisher": "Courier",
                "published": "2031-03-04",
                "context": "It rained.",
                "statement": "The 0 talks lasted five hours.",
            },
            "b": {"publisher": None, "published": None, "context": "", "statement": "The talks took three hours."},
        }
    ]
    [body] = server.bodies
    assert (body["model"], body["temperature"], body["stream"]) == ("test-model", 0, False)
    assert body["response_format"]["json_schema"]["schema"]["required"] == [
        "same_fact",
        "relation",
        "words_a",
        "words_b",
    ]
    assert [m["role"] for m in body["messages"]] == ["system", "user"]
    assert server.paths == ["/v1/chat/completions"]
    assert not {"Authorization", "Cookie", "Referer"} & set(server.headers[0])


def test_a_second_run_asks_nothing_and_says_the_same(tmp_path: Path) -> None:
    kept = tmp_path / "kept.sqlite"
    with serving(lambda pair: NO if "1 talks" in pair["a"]["statement"] else "no JSON at all") as server:
        first = server.reader(kept).ask(questions(3))
        again = server.reader(kept)
        assert again.ask(questions(3)) == first
        assert len(server.asked) == 3
        assert again.told == ["second reader: no answer for 2 of 3 pairs; the rest goes on."]  # type: ignore[attr-defined]
        more = server.reader(kept)
        assert list(more.ask(questions(4)).answers) == [1]
        assert more.told[0].startswith("second reader: 1 pair of statements to localhost:")  # type: ignore[attr-defined]
        assert "3 answered before" in more.told[0]  # type: ignore[attr-defined]
        other = server.reader(kept, model="another")
        other.ask(questions(3))
    assert len(server.asked) == 7
    assert first.words.startswith("no answer for 2 of 3 pairs (test-model at localhost:")
    with sqlite3.connect(kept) as store:
        assert store.execute("SELECT count(*) FROM answer").fetchone() == (7,)
    store.close()


def test_without_a_file_answers_are_kept_for_the_run_alone() -> None:
    with serving(lambda _: NO) as server:
        reader = server.reader()
        assert reader.ask([question()]) == reader.ask([question()])
    assert len(server.asked) == 1


def test_four_at_once_and_no_more_than_allowed() -> None:
    def slow(_: Pair) -> Reply:
        time.sleep(0.05)
        return NO

    with serving(slow) as server:
        seen: list[str] = []
        found = server.reader(most_pairs=12).ask(questions(20), lambda stage, _share: seen.append(stage))
    assert (len(server.asked), server.most_at_once) == (12, 4)
    assert (found.pairs, found.left_out, found.unanswered) == (12, 8, 0)
    assert "8 pairs beyond 'most_pairs' not asked" in found.words
    assert seen[-1] == "second reader: 12 of 12"


class Turns:
    """Replies in turn; the last one again and again."""

    def __init__(self, replies: Sequence[Reply]) -> None:
        self.replies = list(replies)
        self.lock = threading.Lock()

    def __call__(self, _: Pair) -> Reply:
        with self.lock:
            return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_that_is_busy_is_asked_again(status: int) -> None:
    with serving(Turns([(status, "", {"Retry-After": "0"}), NO])) as server:
        assert len(server.reader().ask([question()]).answers) == 1
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("reply", "why", "asked"),
    [
        ((500, "", {"Retry-After": "0"}), "the server answered 500", 3),
        ((429, "", {"Retry-After": "3600"}), "the server answered 429", 1),
        ((401, "{}", {}), "the server answered 401", 1),
        ((404, "", {}), "the server answered 404", 1),
        ((400, "", {}), "the server answered 400", 2),
        ((302, "", {"Location": "/v1/chat/completions"}), "302, which is no answer to a question", 1),
        ((307, "", {"Location": "/v1/chat/completions"}), "redirects more than 3 times", 4),
        ((308, "", {"Location": "ftp://localhost/"}), "no address of a server", 1),
        ((200, "<html>", {}), "not in the form of chat completions", 1),
        ((200, '{"choices": [{"message"', {}), "not in the form of chat completions", 1),
        ((200, '{"choices": []}', {}), "not in the form of chat completions", 1),
        ((200, '{"choices": [{"message": {"content": null}}]}', {}), "holds no words", 1),
        ((200, b"\xff\xfe", {}), "not in the form of chat completions", 1),
        ((200, b" " * 2_000_000, {}), "too large", 1),
    ],
)
def test_what_is_no_answer_stops_nothing(reply: Reply, why: str, asked: int, tmp_path: Path) -> None:
    kept = tmp_path / "kept.sqlite"
    with serving(lambda _: reply) as server:
        reader = server.reader(kept)
        found = reader.ask([question()])
        assert (found.answers, found.unanswered) == ({}, 1)
        assert len(server.asked) == asked
        assert why in reader.told[-1]  # type: ignore[attr-defined]
        server.model = lambda _: NO
        assert len(server.reader(kept).ask([question()]).answers) == 1, "what failed is asked again another time"


def test_a_server_that_knows_no_schema_is_asked_in_the_plain_form() -> None:
    with serving(lambda _: NO) as server:

        def plain(_: Pair) -> Reply:
            return (400, '{"error": "response_format"}', {}) if "response_format" in server.bodies[-1] else NO

        server.model = plain
        reader = server.reader()
        reader.ask([question()])
        assert len(reader.ask([question(1)]).answers) == 1
    assert [("response_format" in b, "temperature" in b) for b in server.bodies] == [
        (True, True),
        (False, False),
        (False, False),
    ]


def test_a_slow_server_is_not_waited_for_and_not_asked_for_ever() -> None:
    go_on = threading.Event()

    def never(_: Pair) -> Reply:
        go_on.wait(20)
        return NO

    began = time.monotonic()
    with serving(never) as server:
        reader = server.reader(timeout=0.2)
        found = reader.ask(questions(60))
        go_on.set()
    assert time.monotonic() - began < 8
    assert found.unanswered == 60
    assert len(server.asked) < 20
    assert reader.told[1:] == [
        "second reader: no answer for 60 of 60 pairs (no answer within 0.2 seconds); the rest goes on."
    ]  # type: ignore[attr-defined]


def test_a_server_that_is_not_there_is_tried_once() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = read_second_settings({}, "test", {}, url=f"http://localhost:{port}", model="m")
    assert settings is not None
    told: list[str] = []
    began = time.monotonic()
    found = SecondReader(settings, say=told.append).ask(questions(100))
    assert time.monotonic() - began < 5
    assert found.unanswered == 100
    assert (
        told[1]
        == f"second reader: no answer for 100 of 100 pairs (localhost:{port} cannot be reached); the rest goes on."
    )


def test_a_key_goes_to_the_server_and_to_no_other() -> None:
    environment = {"DESK_KEY": "secret-word"}
    with (
        serving(lambda _: NO) as other,
        serving(lambda _: (307, "", {"Location": f"{other.url}/chat/completions"})) as server,
    ):
        reader = server.reader(key_env="DESK_KEY", environment=environment)
        assert len(reader.ask([question()]).answers) == 1
    assert server.headers[0]["Authorization"] == "Bearer secret-word"
    assert "Authorization" not in other.headers[0]


def asked_by(server: ChatServer, addresses: dict[str, list[str]], **table: object) -> tuple[SecondReader, list[str]]:
    """Return a reader with name server of its own, and the names that it was asked for."""
    names: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        names.append(host)
        return addresses[host]

    settings = read_second_settings({"url": server.url, "model": "m", "timeout": 5, **table}, "test", {})
    assert settings is not None
    return SecondReader(settings, server=Server(settings, resolve=resolve)), names


@pytest.mark.parametrize("host", ["models.example", "169.254.169.254", "10.0.0.1", "127.1", "metadata"])
def test_a_redirect_leads_to_no_host_that_was_not_named(host: str) -> None:
    with serving(lambda _: NO) as server:
        server.model = lambda _: (307, "", {"Location": f"http://{host}:{server.port}/v1/chat/completions"})
        reader, names = asked_by(
            server, {"localhost": ["127.0.0.1"], host: ["127.0.0.1"]}, url=f"http://localhost:{server.port}"
        )
        assert reader.ask([question()]).unanswered == 1
    assert len(server.asked) == 1
    assert set(names) == {"localhost"}, "not even the name server is asked for a host that was not named"


def test_a_redirect_may_lead_to_a_host_that_was_named() -> None:
    replies = Turns([NO])
    with serving(replies) as server:
        replies.replies[:0] = [(308, "", {"Location": f"http://models.example:{server.port}/v1/chat/completions"})]
        reader, names = asked_by(
            server, {"localhost": ["127.0.0.1"], "models.example": ["127.0.0.1"]}, hosts=["models.example"]
        )
        assert len(reader.ask([question()]).answers) == 1
    assert names == ["localhost", "models.example"]
    assert server.headers[1]["Host"] == f"models.example:{server.port}"


def test_a_name_of_this_machine_that_leads_elsewhere_is_not_asked() -> None:
    with serving(lambda _: NO) as server:
        settings = read_second_settings({}, "test", {}, url=server.url, model="m")
        assert settings is not None
        reader = SecondReader(settings, server=Server(settings, resolve=lambda _h, _p: ["10.0.0.1"]))
        assert reader.ask([question()]).unanswered == 1
    assert server.asked == []


def test_the_first_address_that_answers_is_asked() -> None:
    with serving(lambda _: NO) as server:
        settings = read_second_settings({}, "test", {}, url=server.url, model="m")
        assert settings is not None
        reader = SecondReader(settings, server=Server(settings, resolve=lambda _h, _p: ["::1", "127.0.0.1"]))
        assert len(reader.ask([question()]).answers) == 1


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_no_proxy_of_the_environment_is_asked(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving(lambda _: NO) as server:
        assert len(server.reader().ask([question()]).answers) == 1


def test_damaged_answers_are_named_and_not_asked_again_in_silence(tmp_path: Path) -> None:
    kept = tmp_path / "kept.sqlite"
    kept.write_bytes(b"this is no database, however long it may be" * 100)
    with (
        serving(lambda _: NO) as server,
        pytest.raises(SettingsError, match=r"kept\.sqlite: the kept .* delete this file"),
    ):
        server.reader(kept).ask([question()])
    assert server.asked == []


def test_a_run_that_is_stopped_ends_at_once_and_keeps_what_it_has(tmp_path: Path) -> None:
    go_on = threading.Event()

    def model(pair: Pair) -> Reply:
        if " 0 talks" not in pair["a"]["statement"]:
            go_on.wait(20)
        return NO

    def stop(_stage: str, _share: float) -> None:
        raise KeyboardInterrupt

    kept = tmp_path / "kept.sqlite"
    began = time.monotonic()
    with serving(model) as server:
        with pytest.raises(KeyboardInterrupt):
            server.reader(kept, timeout=30).ask(questions(9), stop)
        assert time.monotonic() - began < 5
        go_on.set()
        again = server.reader(kept)
        assert list(again.ask([question()]).answers) == [0]
        assert again.told == []  # type: ignore[attr-defined]


def test_the_hash_is_of_the_model_the_question_and_both_texts() -> None:
    keys = {
        question().key("m"),
        question().key("n"),
        question(1).key("m"),
        Question(question().right, question().left).key("m"),
    }
    assert len(keys) == 4
    assert question().key("m") == question(0).key("m")
    assert json.loads(json.dumps(question().messages())) == question().messages()
