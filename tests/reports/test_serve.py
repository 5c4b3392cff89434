"""The HTTP endpoint: in process for what it answers, once over a socket with its worker process."""

from __future__ import annotations

import asyncio
import copy
import http.client
import json
import multiprocessing
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.testclient import TestClient

from compare.checking.gate import GateRule
from compare.checking.gate_settings import GateSettings
from reports.serve.answering import House, answer
from reports.serve.app import Limits, make_app
from reports.serve.job import Job, RequestError, check_job, compare_job, parsed
from reports.serve.openapi import description
from reports.serve.worker import BrokeOffError, TimeUpError, Worker

ROOT = Path(__file__).parents[2]
COURIER = {
    "id": "courier",
    "title": "Ferry runs aground off Osby",
    "publisher": "Harbour Courier",
    "published": "2031-03-04",
    "url": "https://courier.example/ferry",
    "text": "The rescue in Osby took nine hours, the coast guard said.\n\nThe harbour reopened in the evening.",
}
BEACON = {
    "publisher": "Morning Beacon",
    "published": "2031-03-05T08:00:00Z",
    "text": "The rescue of the passengers in Osby took nine hours. The harbour reopened in the evening.",
}
DRAFT = "# Ferry\n\nThe rescue in Osby took four hours. The harbour reopened in the evening.\n"
CHECK: dict[str, Any] = {"draft": {"text": DRAFT}, "sources": [COURIER, BEACON]}
COMPARE: dict[str, Any] = {"sources": [COURIER, BEACON | {"text": "The rescue in Osby took seven hours."}]}


class Direct:
    """Does the work in this process."""

    def __init__(self, house: House | None = None) -> None:
        self.house = house or House()

    def run(self, job: Job) -> dict[str, Any]:
        return answer(job, self.house)


def client(runner: Any = None, limits: Limits | None = None, **more: Any) -> TestClient:
    app = make_app(runner or Direct(), limits or Limits(), **more)
    return TestClient(app, base_url="http://127.0.0.1:8377", raise_server_exceptions=False)


@pytest.fixture(scope="module")
def api() -> TestClient:
    return client()


def problem_of(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert "Traceback" not in response.text
    found: dict[str, Any] = response.json()
    validator("Problem").validate(found)
    assert found["status"] == status
    return found


def validator(name: str, *, fetch: bool = False) -> Draft202012Validator:
    """Return a validator for one schema of the description, with its references."""
    whole = description(1000, 50, fetch=fetch)
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": whole["components"]})


def test_a_draft_is_checked_against_its_sources(api: TestClient) -> None:
    response = api.post("/check", json=CHECK)
    assert response.status_code == 200, response.text
    found = response.json()
    validator("Check").validate(found)
    wrong = next(c for c in found["checks"] if c["verdict"] == "contradicted")
    assert (wrong["line"], wrong["mark"]["text"], wrong["replacement"]) == (3, "four hours", "nine hours")
    assert {w["source"] for w in wrong["sources"]} == {"courier", "source-2"}
    assert found["gate"]["exit_code"] == 1
    told = {s["id"]: s for s in found["sources"]}
    assert told["courier"]["publisher"] == "Harbour Courier"
    assert (told["courier"]["published"], told["courier"]["url"]) == ("2031-03-04", "https://courier.example/ferry")


def test_articles_are_compared(api: TestClient) -> None:
    response = api.post("/compare", json=COMPARE)
    assert response.status_code == 200, response.text
    found = response.json()
    validator("Report").validate(found)
    assert [f["kind"] for f in found["findings"]] == ["conflict"]
    bare = api.post("/compare", json=COMPARE | {"articles": "none"}).json()
    assert all(s["text"] is None for s in bare["sources"])


def test_facts_and_the_house_gate_count() -> None:
    rules = (GateRule("nothing-at-all", frozenset({"contradicted"}), most=5),)
    api = client(Direct(House(GateSettings(rules, ("The ferry sailed from Osby in 1899.",)))))
    found = api.post("/check", json=CHECK | {"must_state": ["The rescue took four hours."]}).json()
    assert [r["id"] for r in found["gate"]["rules"]] == ["nothing-at-all"]
    assert [fact["stated"] for fact in found["must_state"]] == [False, True]
    assert found["gate"]["exit_code"] == 1


def test_what_cannot_be_read_is_no_pass(api: TestClient) -> None:
    body = copy.deepcopy(CHECK)
    body["draft"]["text"] = "The harbour reopened in the evening."
    body["sources"].append({"id": "dots", "text": "…"})
    found = api.post("/check", json=body).json()
    assert [row["path"] for row in found["unread"]] == ["dots"]
    assert found["gate"]["exit_code"] == 3
    nothing = api.post("/check", json={"draft": {"text": "***"}, "sources": [{"text": "..."}]}).json()
    assert (nothing["gate"]["passed"], nothing["gate"]["exit_code"]) == (False, 3)
    none = api.post("/compare", json={"sources": [{"text": "..."}, {"text": "!"}]}).json()
    validator("Report").validate(none)
    assert len(none["unread"]) == 2


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_drafts_and_sources_come_in_three_formats(api: TestClient, kind: str) -> None:
    words = {"text": DRAFT, "markdown": DRAFT, "html": "<p>The rescue in Osby took <b>four</b> hours.</p>"}[kind]
    page = "<html><body><article><p>The rescue in Osby took nine hours, the coast guard of Osby said.</p></article>"
    source = page if kind == "html" else COURIER["text"]
    body = {"draft": {"text": words, "format": kind}, "sources": [{"text": source, "format": kind}]}
    found = api.post("/check", json=body).json()
    assert "contradicted" in [c["verdict"] for c in found["checks"]]


BAD: dict[str, tuple[str, Any, int, str | None]] = {  # address, body, status, pointer
    "no draft": ("/check", {"sources": [COURIER]}, 422, "#/draft"),
    "no sources": ("/check", {"draft": {"text": "A."}}, 422, "#/sources"),
    "empty sources": ("/check", CHECK | {"sources": []}, 422, "#/sources"),
    "blank draft": ("/check", CHECK | {"draft": {"text": " \n"}}, 422, "#/draft/text"),
    "draft as words": ("/check", CHECK | {"draft": "A."}, 422, "#/draft"),
    "unknown field": ("/check", CHECK | {"gate": {}}, 422, "#"),
    "unknown format": ("/check", CHECK | {"draft": {"text": "A.", "format": "pdf"}}, 422, "#/draft/format"),
    "text as number": ("/check", CHECK | {"sources": [{"text": 5}]}, 422, "#/sources/0/text"),
    "text missing": ("/check", CHECK | {"sources": [{"title": "A"}]}, 422, "#/sources/0/text"),
    "source as words": ("/check", CHECK | {"sources": ["A."]}, 422, "#/sources/0"),
    "two of one name": ("/check", CHECK | {"sources": [COURIER, COURIER]}, 422, "#/sources/1/id"),
    "odd date": ("/check", CHECK | {"sources": [COURIER | {"published": "soon"}]}, 422, "#/sources/0/published"),
    "facts as words": ("/check", CHECK | {"must_state": "A."}, 422, "#/must_state"),
    "one article": ("/compare", {"sources": [COURIER]}, 422, "#/sources"),
    "odd articles": ("/compare", COMPARE | {"articles": "some"}, 422, "#/articles"),
    "too many": ("/check", CHECK | {"sources": [{"text": "A."}] * 51}, 413, "#/sources"),
    "to be fetched": ("/check", CHECK | {"sources": [{"url": "http://127.0.0.1/x"}]}, 403, "#/sources/0/text"),
    "bare suppression": (
        "/check",
        CHECK | {"draft": {"text": DRAFT + "<!-- crosscheck: ignore CMP104 -->"}},
        422,
        "#/draft/text",
    ),
    "a list": ("/check", [1], 400, None),
}
BY_SCHEMA = [name for name in BAD if name not in ("two of one name", "odd date", "bare suppression")]


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_with_its_place(api: TestClient, name: str) -> None:
    address, body, status, pointer = BAD[name]
    found = problem_of(api.post(address, json=body), status)
    assert [row["pointer"] for row in found.get("errors", [])] == ([pointer] if pointer is not None else [])
    assert found["detail"].endswith(".")


@pytest.mark.parametrize("name", BY_SCHEMA)
def test_the_description_refuses_the_same_requests(name: str) -> None:
    address, body, _, _ = BAD[name]
    assert not validator("CheckRequest" if address == "/check" else "CompareRequest").is_valid(body)


def test_the_description_takes_what_the_server_takes() -> None:
    validator("CheckRequest").validate(CHECK)
    validator("CompareRequest").validate(COMPARE)
    fetched = CHECK | {"sources": [{"url": "https://a.example/"}]}
    validator("CheckRequest", fetch=True).validate(fetched)
    assert check_job(fetched, most=5, fetch=True).sources[0].text is None


@pytest.mark.parametrize("fetch", [False, True])
def test_the_description_is_valid_openapi(fetch: bool) -> None:
    found = client(fetch=fetch).get("/openapi.json").json()
    OpenAPIV31SpecValidator(found).validate()
    assert set(found["paths"]) == {"/check", "/compare", "/health", "/openapi.json"}
    refs = set(re.findall(r'"\$ref": ?"([^"]+)"', json.dumps(found)))
    for ref in refs:
        node = found
        for part in ref.removeprefix("#/").split("/"):
            node = node[part]


@pytest.mark.parametrize("address", ["/check", "/compare"])
def test_the_examples_of_the_description_are_answered(api: TestClient, address: str) -> None:
    whole = api.get("/openapi.json").json()
    operation = whole["paths"][address]["post"]
    example = operation["requestBody"]["content"]["application/json"]["example"]
    found = api.post(address, json=example)
    assert found.status_code == 200
    ref = operation["responses"]["200"]["content"]["application/json"]["schema"]
    Draft202012Validator(ref | {"components": whole["components"]}).validate(found.json())


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe", b'{"a": NaN}', b"[" * 100_000, b'{"a": ' + b"9" * 5_000 + b"}", b"null", b'"\\ud800"'],
    ids=["empty", "cut", "no utf-8", "nan", "deep", "long number", "null", "string"],
)
def test_what_is_no_json_object_is_refused(api: TestClient, body: bytes) -> None:
    problem_of(api.post("/check", content=body, headers={"content-type": "application/json"}), 400)


def test_half_characters_are_refused(api: TestClient) -> None:
    body = b'{"draft": {"text": "The rescue \\ud83d took."}, "sources": [{"text": "A."}]}'
    found = problem_of(api.post("/check", content=body, headers={"content-type": "application/json"}), 422)
    assert found["errors"][0]["pointer"] == "#/draft/text"
    for place in (
        '"must_state": ["\\udc00"], "sources": [{"text": "A."}]',
        '"sources": [{"text": "A.", "title": "\\udc00"}]',
    ):
        body = f'{{"draft": {{"text": "A."}}, {place}}}'.encode()
        problem_of(api.post("/check", content=body, headers={"content-type": "application/json"}), 422)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_taken_so_that_no_form_of_another_site_can_ask(api: TestClient, kind: str) -> None:
    problem_of(api.post("/check", content=json.dumps(CHECK), headers={"content-type": kind}), 415)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.5:8377", ""])
def test_unknown_hosts_are_refused(api: TestClient, host: str) -> None:
    problem_of(api.get("/health", headers={"host": host}), 421)
    problem_of(api.post("/check", json=CHECK, headers={"host": host}), 421)


@pytest.mark.parametrize("host", ["127.0.0.1:1", "localhost", "[::1]:8377", "desk.example"])
def test_known_hosts_are_served(host: str) -> None:
    assert client(hosts=("desk.example",)).get("/health", headers={"host": host}).json()["status"] == "ok"


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_pages_of_other_sites_are_refused(api: TestClient, headers: dict[str, str]) -> None:
    problem_of(api.post("/check", json=CHECK, headers=headers), 403)


def test_bodies_are_limited_announced_or_not() -> None:
    api = client(limits=Limits(body=2_000))
    problem_of(api.post("/check", json=CHECK | {"draft": {"text": "x" * 3_000}}), 413)

    def chunks() -> Iterator[bytes]:
        yield b'{"draft": "'
        for _ in range(100):
            yield b"x" * 100

    problem_of(api.post("/check", content=chunks(), headers={"content-type": "application/json"}), 413)


def test_other_addresses_and_methods_are_problems_too(api: TestClient) -> None:
    problem_of(api.get("/nothing"), 404)
    assert "POST" in api.get("/check").headers["allow"]
    problem_of(api.get("/check"), 405)


class Failing:
    """A worker to which something happens."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def run(self, _job: Job) -> dict[str, Any]:
        raise self.error


@pytest.mark.parametrize(
    ("error", "status"),
    [(TimeUpError(), 504), (BrokeOffError("x"), 500), (ValueError("secret words"), 500), (RequestError("No."), 422)],
)
def test_what_goes_wrong_inside_is_told_without_its_words(error: Exception, status: int) -> None:
    response = client(Failing(error)).post("/check", json=CHECK)
    problem_of(response, status)
    assert "secret" not in response.text


def test_no_more_wait_than_can_be_served() -> None:
    busy, go_on = threading.Event(), threading.Event()

    class Slow:
        def run(self, _job: Job) -> dict[str, Any]:
            busy.set()
            assert go_on.wait(20)
            return {}

    api = client(Slow(), Limits(waiting=1))
    with api:
        first = threading.Thread(target=lambda: api.post("/check", json=CHECK))
        first.start()
        assert busy.wait(20)
        refused = api.post("/check", json=CHECK)
        go_on.set()
        first.join(20)
    problem_of(refused, 503)
    assert refused.headers["retry-after"] == "10"


def test_a_body_that_drips_is_not_waited_for() -> None:
    app = make_app(Direct(), Limits(receiving=0.2))
    sent: list[Any] = []

    async def receive() -> Any:
        await asyncio.sleep(0.05)
        return {"type": "http.request", "body": b" ", "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost"), (b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": "/check", "headers": headers, "query_string": b""}
    asyncio.run(app(scope, receive, send))
    assert sent[0]["status"] == 408


def test_hostile_words_come_back_as_data(api: TestClient) -> None:
    words = "</script><script>alert(1)</script> \u202e{{7*7}} The rescue in Osby took four hours."
    response = api.post("/check", json=CHECK | {"draft": {"text": words, "format": "text"}})
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.headers["x-content-type-options"] == "nosniff"
    name = problem_of(api.post("/check", json=CHECK | {"\u202ex\n": 1}), 422)
    assert "\u202e" not in name["detail"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
SOURCES = st.lists(
    st.dictionaries(st.sampled_from(("id", "text", "url", "title", "published", "format", "odd")), VALUES) | VALUES,
    max_size=4,
)


@given(body=st.fixed_dictionaries({"sources": SOURCES}, optional={"draft": VALUES, "must_state": VALUES, "x": VALUES}))
def test_whatever_is_sent_is_a_job_or_a_refusal(body: dict[str, Any]) -> None:
    for reader, schema in ((check_job, "CheckRequest"), (compare_job, "CompareRequest")):
        refusal: RequestError | None = None
        try:
            job = reader(body, most=3, fetch=False)
        except RequestError as error:
            refusal = error
        if refusal is not None:
            assert refusal.detail.endswith(".")
            assert refusal.pointer.startswith("/") or refusal.pointer == ""
        else:
            assert validator(schema).is_valid(body)
            assert all(source.text for source in job.sources)


def test_jobs_read_the_same_from_bytes() -> None:
    job = check_job(parsed(json.dumps(CHECK).encode()), most=5, fetch=False)
    assert (job.draft, len(job.sources), job.sources[1].id) == (DRAFT, 2, "source-2")
    assert compare_job(COMPARE, most=5, fetch=False).draft is None


def test_a_server_that_may_fetch_asks_public_addresses_only(tmp_path: Path) -> None:
    api = client(Direct(House(keep=tmp_path)), fetch=True)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        found = api.post("/check", json=CHECK | {"sources": [COURIER, {"url": url}]}).json()
        with pytest.raises(TimeoutError):
            listening.accept()
    assert str(tmp_path) not in str(found)
    assert "no public address" in found["unread"][0]["reason"]
    assert found["gate"]["exit_code"] == 1
    assert found["gate"]["problems"]


def test_a_job_that_takes_too_long_or_breaks_costs_its_own_answer_only() -> None:
    worker = Worker(House(), 30)
    job = check_job(CHECK, most=5, fetch=False)
    try:
        assert worker.run(job)["gate"]["exit_code"] == 1
        worker._seconds = 0.001  # a job that cannot be done in time
        with pytest.raises(TimeUpError):
            worker.run(job)
        worker._seconds = 30
        assert worker.run(job)["schema"] == "crosscheck-check/1"
        assert worker.started == 2
        worker._left = 0  # as after many jobs
        assert worker.run(job)["schema"] == "crosscheck-check/1"
        assert worker.started == 3
        [process] = multiprocessing.active_children()
        assert process.pid
        killed = threading.Timer(0.05, os.kill, (process.pid, signal.SIGKILL))
        long = check_job(CHECK | {"draft": {"text": DRAFT * 200}}, most=5, fetch=False)
        killed.start()
        with pytest.raises(BrokeOffError):
            worker.run(long)
        with pytest.raises(RequestError, match="reason"):
            worker.run(check_job(BAD["bare suppression"][1], most=5, fetch=False))
    finally:
        worker.close()
    assert not multiprocessing.active_children()


def command_line(pid: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_the_command_serves_over_a_socket(tmp_path: Path) -> None:
    code = "import sys; from reports.cli import main; sys.exit(main(sys.argv[1:]))"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--port", "0", "--max-sources", "3"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout
        assert process.stderr
        line = process.stdout.readline()
        told = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert told, line + process.stderr.read()
        calling = http.client.HTTPConnection("127.0.0.1", int(told[1]), timeout=60)
        calling.request("POST", "/check", json.dumps(CHECK), {"Content-Type": "application/json"})
        answered = calling.getresponse()
        found = json.loads(answered.read())
        assert (answered.status, found["gate"]["exit_code"]) == (200, 1)
        assert answered.headers["server"] is None
        calling.request("POST", "/check", json.dumps(BAD["too many"][1]), {"Content-Type": "application/json"})
        assert json.loads(calling.getresponse().read())["detail"] == "There are 51 sources; at most 3 are taken."
        calling.request("GET", "/health", headers={"Host": "evil.example"})
        refused = calling.getresponse()
        assert (refused.status, refused.headers["content-type"]) == (421, "application/problem+json")
        refused.read()
        calling.close()
    finally:
        workers = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        ours = workers.read_text().split() if workers.is_file() else []
        process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 0, errors
    assert not [pid for pid in ours if b"spawn_main" in command_line(pid)]
    assert time.monotonic() - began < 15
    assert "Traceback" not in errors
    assert not list(tmp_path.iterdir())


def test_a_taken_port_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    from reports.cli import main

    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["serve", "--port", str(taken.getsockname()[1])]) == 2
    told = capsys.readouterr().err
    assert "choose another --port" in told
    assert told.count("\n") == 1
