"""What stands between the network and the pages: known hosts, small bodies, tokens, and strict headers."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reports.wording import shown as visible

FORM_LIMIT = 256 * 1024  # bytes
FILE_LIMIT = 32 * 1024 * 1024  # bytes, for a handover file alone
COOKIE = "crosscheck"
NAME_COOKIE = "reviewer"
LOCAL = ("127.0.0.1", "localhost", "[::1]")
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
REPORT_POLICY = (  # the report's own policy, in the page, allows its one style sheet by hash
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class TooLargeError(Exception):
    """A body is larger than its page takes."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may call, and under what name."""

    user: str  # the one local user
    user_header: str | None = None  # header of the reverse proxy that names the user; None: everybody is ``user``
    hosts: tuple[str, ...] = ()  # further names under which the pages are reached
    asks: bool = False  # each browser is asked for a name once; ``user`` is only suggested
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def knows(self, host: str) -> bool:
        """Tell whether the Host header names this server; any port will do."""
        name = urlsplit(f"//{host}").netloc.rpartition("@")[2]
        bare = name if name.endswith("]") else name.rpartition(":")[0] or name
        return bare.lower().rstrip(".") in {*LOCAL, *(known.lower() for known in self.hosts)}

    def user_of(self, request: Request) -> str | None:
        """Return who is asking; None where the proxy should have said so and did not."""
        if self.user_header is None:
            return self.named(request.cookies.get(NAME_COOKIE, "")) if self.asks else self.user
        name = request.headers.get(self.user_header, "").strip()
        return name if name and len(name) <= 200 and name.isprintable() else None

    def takes(self, name: str) -> bool:
        """Tell whether a name can stand beside a decision."""
        return bool(name) and len(name) <= 200 and name.isprintable() and visible(name) == name

    def signed(self, name: str) -> str:
        """Return a name as the cookie keeps it: nobody can write another's without the project's secret."""
        return f"{quote(name, safe='')}.{self._seal(name)}"

    def named(self, told: str) -> str | None:
        """Return the name that a cookie keeps; None where it was not signed here."""
        kept, _, seal = told.rpartition(".")
        name = unquote(kept)
        return name if hmac.compare_digest(self._seal(name), seal) and self.takes(name) else None

    def _seal(self, name: str) -> str:
        return hmac.new(self.secret, b"name\n" + name.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def token(self, session: str, user: str) -> str:
        """Return the token that a form of this browser and user must bear."""
        return hmac.new(self.secret, f"{session}\n{user}".encode(), hashlib.sha256).hexdigest()

    def foreign(self, request: Request) -> bool:
        """Tell whether the browser says that a form was sent from another site."""
        origin = request.headers.get("origin")
        if origin is not None and not self.knows(urlsplit(origin).netloc):
            return True
        return request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}

    def holds(self, request: Request, user: str, told: str) -> bool:
        """Tell whether a form bears the token of this browser and user."""
        session = request.cookies.get(COOKIE, "")
        return bool(session) and hmac.compare_digest(
            self.token(session, user).encode(), told.encode("utf-8", "replace")
        )


def session_of(request: Request) -> tuple[str, bool]:
    """Return the browser's session, and whether it is new."""
    held = request.cookies.get(COOKIE, "")
    return (held, False) if len(held) == 43 else (secrets.token_urlsafe(32), True)


class GuardMiddleware:
    """Refuses unknown hosts and large bodies, and puts the strict headers on every answer."""

    def __init__(self, app: ASGIApp, guard: Guard, file_paths: Iterable[str] = ()) -> None:
        """Guard ``app``; ``file_paths`` take bodies up to ``FILE_LIMIT``."""
        self.app, self.guard, self.file_paths = app, guard, frozenset(file_paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or not self.guard.knows(headers["host"]):
            await PlainTextResponse("This server does not go by that name.", 421)(scope, receive, _strict(send))
            return
        limit = FILE_LIMIT if scope["path"] in self.file_paths else FORM_LIMIT
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > limit:
            await _too_large()(scope, receive, _strict(send))
            return
        try:
            await self.app(scope, limited(receive, limit), _strict(send))
        except TooLargeError:
            await _too_large()(scope, receive, _strict(send))


def _too_large() -> Response:
    return PlainTextResponse("What was sent is too large.", 413, headers={"connection": "close"})


def limited(receive: Receive, limit: int) -> Receive:
    """Count what arrives: the announced length may be missing."""
    seen = 0

    async def counting() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooLargeError
        return message

    return counting


def _strict(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("content-security-policy", PAGE_POLICY)
            headers["x-content-type-options"] = "nosniff"
            headers["x-frame-options"] = "DENY"
            headers["referrer-policy"] = "same-origin"
            headers["cross-origin-opener-policy"] = "same-origin"
            headers["cross-origin-resource-policy"] = "same-origin"
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending
