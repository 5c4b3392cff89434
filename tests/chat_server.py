"""A server of chat completions for tests: real HTTP, and answers that a test chooses."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from compare.matching.second_reader import SecondReader, read_second_settings

Pair = Mapping[str, Mapping[str, Any]]  # 'a' and 'b', each with its statement, context, publisher, published
Reply = str | tuple[int, bytes | str, Mapping[str, str]]  # the model's words; or a status, a body and headers
Model = Callable[[Pair], Reply]
FENCED = re.compile(r"(=== NEWS TEXT [0-9a-f]{16} ===)\n(?P<told>.*)\n\1", re.DOTALL)


def answer(same: str, relation: str = "unrelated", a: str = "", b: str = "") -> str:
    """Return the words of a model that keeps to the form."""
    return json.dumps({"same_fact": same, "relation": relation, "words_a": a, "words_b": b})


def first_words(pair: Pair, relation: str = "agreement") -> str:
    """Return 'the same fact', quoting the first words of both statements."""
    return answer("yes", relation, *(pair[side]["statement"].split()[0].strip("“”\"'‘’.,") for side in "ab"))


class Quiet(ThreadingHTTPServer):
    """Says nothing when the other side hangs up."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


class ChatServer:
    """Holds a 'model': a function from a pair of statements to what it says."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.asked: list[Pair] = []
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.at_once = self.most_at_once = 0
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                outer.serve(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
                pass

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.port = self.http.server_address[1]

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/v1"

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        body = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        fenced = FENCED.search(body["messages"][-1]["content"])
        assert fenced is not None
        pair = json.loads(fenced["told"])
        with self._lock:
            self.asked.append(pair)
            self.bodies.append(body)
            self.headers.append(dict(handler.headers.items()))
            self.paths.append(handler.path)
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            reply = self.model(pair)
        finally:
            with self._lock:
                self.at_once -= 1
        if isinstance(reply, str):
            reply = (200, json.dumps({"choices": [{"message": {"role": "assistant", "content": reply}}]}), {})
        status, data, headers = reply
        sent = data.encode() if isinstance(data, str) else data
        handler.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(sent)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(sent)

    def reader(
        self, cache: Path | None = None, *, environment: Mapping[str, str] | None = None, **table: Any
    ) -> SecondReader:
        """Return a second reader that asks this server; ``table`` are settings."""
        told: list[str] = []
        settings = read_second_settings(
            {"url": self.url, "model": "test-model", "timeout": 5, **table}, "test", environment or {}, cache=cache
        )
        assert settings is not None
        reader = SecondReader(settings, say=told.append)
        reader.told = told  # type: ignore[attr-defined]
        return reader


@contextmanager
def serving(model: Model) -> Iterator[ChatServer]:
    """Run a server while the block runs."""
    server = ChatServer(model)
    thread = threading.Thread(target=server.http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.http.shutdown()
        server.http.server_close()
        thread.join(10)
