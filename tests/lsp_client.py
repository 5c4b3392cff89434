"""An editor in a few lines: starts the language server and speaks JSON-RPC over its pipes by hand."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
WAIT = 30.0  # seconds; the first answer waits for the language model


class Editor:
    """One editor session."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        code = "import sys; from reports.cli import main; sys.exit(main(sys.argv[1:]))"
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "lsp", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PATH": ""},
        )
        self.folder = folder
        self.inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.kept: list[dict[str, Any]] = []  # what arrived while something else was waited for
        self.errors: list[bytes] = []
        self.number = 0
        self.threads = [threading.Thread(target=f, daemon=True) for f in (self._receive, self._drain)]
        for thread in self.threads:
            thread.start()

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: Any = None) -> dict[str, Any]:
        """Send a request and return the whole answer."""
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, **({} if params is None else {"params": params})})
        return self.wait(lambda m: m.get("id") == number and "method" not in m)

    def wait(self, wanted: Any) -> dict[str, Any]:
        """Return the first message that is wanted, arrived or to come."""
        for place, message in enumerate(self.kept):
            if wanted(message):
                return self.kept.pop(place)
        while True:
            try:
                message = self.inbox.get(timeout=WAIT)
            except queue.Empty:
                raise AssertionError(f"no answer; kept {self.kept}; stderr {self.errors}") from None
            assert message is not None, b"".join(self.errors).decode()
            if wanted(message):
                return message
            self.kept.append(message)

    def start(self, **options: Any) -> dict[str, Any]:
        """Go through the handshake and return the server's answer."""
        capabilities = options.pop("capabilities", {"workspace": {"workspaceEdit": {"documentChanges": True}}})
        params = {"processId": None, "rootUri": self.folder.as_uri(), "capabilities": capabilities, **options}
        answer = self.ask("initialize", params)
        self.notify("initialized", {})
        return dict(answer["result"])

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        """Open a draft and return its address."""
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def change(self, uri: str, version: int, text: str) -> None:
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def diagnostics(self, uri: str, version: int | None = 1) -> list[dict[str, Any]]:
        """Wait for what is underlined in one version of a draft."""

        def wanted(message: dict[str, Any]) -> bool:
            params = message.get("params", {})
            if message.get("method") != "textDocument/publishDiagnostics" or params["uri"] != uri:
                return False
            return bool(params.get("version") == version)

        return list(self.wait(wanted)["params"]["diagnostics"])

    def log(self, start: str) -> str:
        """Wait for a line of the log."""
        found = self.wait(lambda m: m.get("method") == "window/logMessage" and m["params"]["message"].startswith(start))
        return str(found["params"]["message"])

    def warning(self) -> str:
        return str(self.wait(lambda m: m.get("method") == "window/showMessage")["params"]["message"])

    def stop(self) -> int:
        """End the session as editors do, and return the exit code."""
        if self.process.poll() is None:
            self.ask("shutdown")
            self.notify("exit", None)
        code = self.process.wait(WAIT)
        for thread in self.threads:
            thread.join(WAIT)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe
            pipe.close()
        return code

    def _receive(self) -> None:
        stream = self.process.stdout
        assert stream
        while header := stream.readline():
            length = 0
            while header.strip():
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
                header = stream.readline()
            self.inbox.put(json.loads(stream.read(length)))
        self.inbox.put(None)

    def _drain(self) -> None:
        assert self.process.stderr
        self.errors.extend(iter(self.process.stderr.readline, b""))
