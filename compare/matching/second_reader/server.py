"""The server that holds a desk's model: one question, one answer, within its time, from the hosts that were named.

The name is resolved once and the connection goes to an address that was checked; so it is again with every redirect.
No proxy is asked, and the key goes to the server that was named, never to one that it redirects to.
"""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from compare.errors import SettingsError
from compare.matching.second_reader.question import SCHEMA, Question
from compare.matching.second_reader.second_settings import SecondSettings, host_of, is_this_machine
from compare.sources.addresses import Resolve, system_addresses, within

if TYPE_CHECKING:
    from compare.sources.connecting import Deadline

PORTS = {"http": 80, "https": 443}
REDIRECTS = 3
AGAIN = frozenset({429, 500, 502, 503, 504})  # answers after which the same question is asked again
REPEATS = 2
PAUSE = 1.0  # seconds before a question is repeated, unless the server says how long; doubled each time
UNKNOWN_FORM = frozenset({400, 415, 422, 501})  # the server may not know a schema: it is asked in the plain form
LARGEST = 1024 * 1024  # bytes of an answer
CONNECT = 10.0  # seconds to reach the server
TOKENS = 2_000  # that the model may write


class NoAnswerError(Exception):
    """No answer to one question; ``str()`` says why.  ``gone`` where no other question would fare better."""

    def __init__(self, why: str, *, gone: bool = False) -> None:
        super().__init__(why)
        self.gone = gone


class Server:
    """Asks questions, from several threads at once."""

    def __init__(
        self, settings: SecondSettings, *, resolve: Resolve = system_addresses, context: ssl.SSLContext | None = None
    ) -> None:
        """``resolve`` and ``context`` (certificates) are for tests."""
        self._settings, self._resolve, self._context = settings, resolve, context
        self._schema = True  # until the server refuses it
        self._stopped = threading.Event()
        self._running: set[Deadline] = set()
        self._lock = threading.Lock()

    def stop(self) -> None:
        """Have every question that is being asked end at once, and no other begin."""
        self._stopped.set()
        with self._lock:
            running = list(self._running)
        for deadline in running:
            deadline.cut()

    def ask(self, question: Question) -> str:
        """Return the words of the model.  Raises ``NoAnswerError`` where there are none in time."""
        from urllib3.exceptions import HTTPError

        from compare.sources.connecting import Deadline

        with Deadline(self._settings.timeout) as deadline:
            with self._lock:
                self._running.add(deadline)
            try:
                if self._stopped.is_set():
                    raise NoAnswerError("the run was stopped", gone=True)
                return self._repeated(question, deadline)
            except (HTTPError, OSError, ValueError, SettingsError) as error:
                if deadline.passed:
                    raise NoAnswerError(f"no answer within {self._settings.timeout:g} seconds") from error
                raise NoAnswerError(_reason(error), gone=isinstance(error, SettingsError)) from error
            finally:
                with self._lock:
                    self._running.discard(deadline)

    def _repeated(self, question: Question, deadline: Deadline) -> str:
        """Ask until there is an answer, the server refuses, or the time is up."""
        tries = 0
        while True:
            schema = self._schema
            status, data, wait = self._follow(self._body(question, schema), deadline)
            if status == 200:
                return _content(data)
            if status in UNKNOWN_FORM and schema:
                self._schema = False
                continue
            if status not in AGAIN or tries == REPEATS or self._stopped.is_set():
                raise NoAnswerError(f"the server answered {status}", gone=status in (401, 403, 404))
            pause = PAUSE * 2**tries if wait is None else wait
            tries += 1
            if pause >= self._settings.timeout or self._stopped.wait(pause) or deadline.passed:
                raise NoAnswerError(f"the server answered {status}")

    def _body(self, question: Question, schema: bool) -> bytes:
        told: dict[str, Any] = {"model": self._settings.model, "messages": question.messages(), "stream": False}
        if schema:
            form = {"name": "comparison", "strict": True, "schema": SCHEMA}
            told |= {"temperature": 0, "seed": 0, "max_tokens": TOKENS}
            told["response_format"] = {"type": "json_schema", "json_schema": form}
        return json.dumps(told).encode()

    def _follow(self, body: bytes, deadline: Deadline) -> tuple[int, bytes, float | None]:
        here = self._settings.url
        for _ in range(REDIRECTS + 1):
            status, headers, data = self._post(here, body, deadline)
            if status not in (301, 302, 303, 307, 308):
                return status, data, _seconds(headers.get("retry-after"))
            if status not in (307, 308):  # the others turn the question into a request for a page
                raise NoAnswerError(f"the server answered {status}, which is no answer to a question", gone=True)
            there = urljoin(here, headers.get("location", ""))
            if here.startswith("https:") and not there.startswith("https:"):
                raise NoAnswerError("the server redirects from https to an address that is not encrypted", gone=True)
            here = there
        raise NoAnswerError(f"the server redirects more than {REDIRECTS} times", gone=True)

    def _post(self, url: str, body: bytes, deadline: Deadline) -> tuple[int, Mapping[str, str], bytes]:
        from urllib3.exceptions import NewConnectionError

        from compare.sources.connecting import Goal, checked_pool

        parts = urlsplit(url)
        host = host_of(url, "a redirect of the second reader")
        port = parts.port or PORTS[parts.scheme]
        addresses = self._addresses(host, port)
        headers = {"User-Agent": "crosscheck", "Content-Type": "application/json", "Accept": "application/json"}
        own = urlsplit(self._settings.url)
        if self._settings.key and (own.scheme, own.netloc) == (parts.scheme, parts.netloc):
            headers["Authorization"] = f"Bearer {self._settings.key}"
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        context = self._context or (ssl.create_default_context() if parts.scheme == "https" else None)
        for address in addresses:
            pool = checked_pool(
                Goal(parts.scheme, host, port, address), deadline, context, min(CONNECT, self._settings.timeout),
                self._settings.timeout,
            )  # fmt: skip
            with pool:
                try:
                    answer = pool.urlopen(
                        "POST", target, body=body, headers=headers, redirect=False, retries=False,
                        preload_content=False, assert_same_host=False,
                    )  # fmt: skip
                except NewConnectionError:
                    continue
                try:
                    data = answer.read(LARGEST + 1)
                    if len(data) > LARGEST or deadline.passed:
                        raise NoAnswerError("the answer is too large")
                    return answer.status, {k.lower(): v for k, v in answer.headers.items()}, data
                finally:
                    answer.close()
        raise NoAnswerError(f"{parts.netloc} cannot be reached", gone=True)

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        """Return the addresses of a host that may be asked; this machine's name must lead to this machine."""
        if host not in self._settings.hosts and not is_this_machine(host):
            raise NoAnswerError(f"the server redirects to '{host[:100]}', which no settings name", gone=True)
        try:
            found = within(self._settings.timeout, lambda: self._resolve(host, port))
        except OSError as error:
            raise NoAnswerError(f"'{host}' leads nowhere", gone=True) from error
        if host in self._settings.hosts:
            return found
        return [a for a in found if ip_address(a.partition("%")[0]).is_loopback]


def _content(data: bytes) -> str:
    """Return the words of the model from the answer of the server.  Raises ``ValueError`` where there are none."""
    try:
        told = json.loads(data)
        content = told["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise ValueError("the server's answer is not in the form of chat completions") from error
    if not isinstance(content, str):
        raise ValueError("the server's answer holds no words")
    return content


def _seconds(header: str | None) -> float | None:
    return float(header) if header is not None and header.isdecimal() and len(header) < 6 else None


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
