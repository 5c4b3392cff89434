"""Web addresses → bytes, within limits, from public addresses only.

The name is resolved once, every address it stands for is checked, and the connection goes to a checked address; so it
is again with every redirect.  Nothing is sent but the request: no cookies, no credentials, no proxy is asked.
"""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

from compare.errors import SourceError
from compare.sources.addresses import Resolve, is_public, system_addresses, within

if TYPE_CHECKING:
    from compare.sources.connecting import Deadline

SUFFIXES = {  # media types that are read → the suffix of the kept copy
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset((301, 302, 303, 307, 308))
ASKED = {"User-Agent": "crosscheck", "Accept": ", ".join(SUFFIXES), "Accept-Encoding": "gzip"}
CHUNK = 64 * 1024
WAIT = 10.0  # seconds without a byte


class FetchError(SourceError):
    """An address that is refused, or that gave no article."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an address may take."""

    size: int = 20 * 1024 * 1024  # bytes, after decompression
    seconds: float = 30.0  # for one address, redirects included
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    url: str  # as it was asked for
    final: str  # after redirects
    data: bytes
    suffix: str  # by the media type: '.html'
    sha256: str


class Fetcher:
    """Fetches sources.  Whom it may ask is settled here and nowhere else: no variable or setting widens it."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        resolve: Resolve = system_addresses,
        allowed: Callable[[str], bool] = is_public,
        context: ssl.SSLContext | None = None,
    ) -> None:
        """``resolve``, ``allowed`` (of a numeric address) and ``context`` (certificates) are for tests."""
        self._limits = limits or Limits()
        self._resolve, self._allowed, self._context = resolve, allowed, context

    def fetch(self, url: str) -> Fetched:
        """Return what an address gives.  Raises ``FetchError`` with the reason in a sentence."""
        from urllib3.exceptions import HTTPError

        from compare.sources.connecting import Deadline

        with Deadline(self._limits.seconds) as deadline:
            try:
                return self._follow(url, deadline)
            except (FetchError, HTTPError, OSError, ValueError) as error:
                if deadline.passed:
                    seconds = f"{self._limits.seconds:g}"
                    raise FetchError(f"{url}: it took longer than {seconds} seconds; save the page instead.") from error
                if isinstance(error, FetchError):
                    raise
                raise FetchError(f"{url}: it cannot be fetched: {_reason(error)}.") from error

    def _follow(self, url: str, deadline: Deadline) -> Fetched:
        here = url
        for _ in range(self._limits.redirects + 1):
            found = self._ask(url, here, deadline)
            if isinstance(found, Fetched):
                return found
            if urlsplit(here).scheme.lower() == "https" and urlsplit(found).scheme.lower() != "https":
                raise FetchError(f"{url}: it redirects from https to '{found[:200]}', which is not encrypted.")
            here = found
        raise FetchError(f"{url}: it redirects more than {self._limits.redirects} times.")

    def _ask(self, asked: str, url: str, deadline: Deadline) -> Fetched | str:
        """Return what one address gives, or where it redirects to."""
        from compare.sources.connecting import Goal, checked_pool

        parts, host, port = _split(asked, url)
        goal = Goal(parts.scheme.lower(), host, port, self._address(asked, host, port))
        context = self._context or ssl.create_default_context()
        pool = checked_pool(goal, deadline, context, min(WAIT, self._limits.seconds))
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        with pool:
            answer = pool.urlopen(
                "GET",
                target,
                headers=ASKED,
                redirect=False,
                retries=False,
                preload_content=False,
                assert_same_host=False,
            )
            try:
                if answer.status in REDIRECTS and answer.headers.get("location"):
                    return urljoin(url, str(answer.headers["location"]))
                if answer.status != 200:
                    raise FetchError(f"{asked}: the server answered {answer.status}, not with a page.")
                suffix = _suffix(asked, answer.headers.get("content-type", ""))
                data = self._body(asked, answer.read, answer.headers.get("content-length", ""))
                if deadline.passed:  # a page without an announced length seems to end where it was cut
                    raise FetchError(f"{asked}: its time is up.")
            finally:
                answer.close()
        return Fetched(asked, url, data, suffix, hashlib.sha256(data).hexdigest())

    def _address(self, asked: str, host: str, port: int) -> str:
        """Return the first address of a host; refuse the host where any of them is not public."""
        addresses = within(self._limits.seconds, lambda: self._resolve(host, port))
        refused = [a for a in addresses if not self._allowed(a)]
        if refused or not addresses:
            where = f"'{host}' leads to {refused[0]}" if refused else f"'{host}' leads nowhere"
            raise FetchError(f"{asked}: {where}, which is no public address; it is not asked.")
        return addresses[0]

    def _body(self, asked: str, read: Callable[..., bytes], announced: str) -> bytes:
        large = f"{asked}: the page is larger than {self._limits.size:,} bytes; save it and give the file."
        if announced.isdecimal() and int(announced) > self._limits.size:
            raise FetchError(large)
        parts: list[bytes] = []
        size = 0
        while chunk := read(CHUNK, decode_content=True):
            size += len(chunk)
            if size > self._limits.size:
                raise FetchError(large)
            parts.append(chunk)
        return b"".join(parts)


def _split(asked: str, url: str) -> tuple[SplitResult, str, int]:
    """Return the parts of an address, its host in ASCII and its port."""
    if any(c.isspace() or not c.isprintable() for c in url):
        raise FetchError(f"{asked!r}: this is no web address: there is white space in it.")
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise FetchError(f"{asked}: only http and https addresses are fetched, not '{scheme}'.")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{asked}: there is a name or password in the address; save the page and give the file.")
    if not parts.hostname:
        raise FetchError(f"{asked}: the address names no host.")
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode("ascii")
    return parts, host, parts.port or PORTS[scheme]


def _suffix(asked: str, header: str) -> str:
    kind = header.partition(";")[0].strip().lower()
    if kind not in SUFFIXES:
        raise FetchError(f"{asked}: the server sent '{kind[:80] or 'no media type'}', which is no article.")
    return SUFFIXES[kind]


def _reason(error: Exception) -> str:
    cause = error.__cause__
    words = str(cause) if isinstance(cause, OSError) and str(cause) else str(error)
    return " ".join(words.split()).rstrip(".") or type(error).__name__
