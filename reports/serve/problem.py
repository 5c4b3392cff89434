"""Errors as RFC 9457 describes them (``application/problem+json``), and what guards every request."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reports.review.guard import Guard, TooLargeError, limited
from reports.wording import squeezed

MEDIA_TYPE = "application/problem+json"


def problem(status: int, detail: str, pointer: str | None = None, headers: Mapping[str, str] | None = None) -> Response:
    """Return an error; ``pointer`` is the place in the request's JSON (RFC 6901)."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": squeezed(detail),
    }
    if pointer is not None:
        body["errors"] = [{"pointer": f"#{pointer}", "detail": squeezed(detail)}]
    return Response(json.dumps(body, ensure_ascii=False), status, headers, MEDIA_TYPE)


class Doorkeeper:
    """Refuses unknown hosts, calls from web pages, and large bodies; every answer says how it may be used."""

    def __init__(self, app: ASGIApp, guard: Guard, limit: int) -> None:
        """Guard ``app``; ``limit`` is the largest body in bytes."""
        self.app, self.guard, self.limit = app, guard, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(Headers(scope=scope))
        if refusal is not None:
            await refusal(scope, receive, _marked(send))
            return
        began = False

        async def sending(message: Message) -> None:
            nonlocal began
            began = True
            await _marked(send)(message)

        try:
            await self.app(scope, limited(receive, self.limit), sending)
        except TooLargeError:
            if began:
                raise
            await self._too_large()(scope, receive, _marked(send))

    def _refusal(self, headers: Headers) -> Response | None:
        if len(headers.getlist("host")) != 1 or not self.guard.knows(headers["host"]):
            return problem(421, "This server does not go by that name; start it with --allow-host to add one.")
        if "origin" in headers or headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return problem(403, "This server answers programs, not the pages of other sites.")
        length = headers.get("content-length", "0")
        return None if length.isdecimal() and int(length) <= self.limit else self._too_large()

    def _too_large(self) -> Response:
        return problem(413, f"The body is larger than {self.limit:,} bytes.", headers={"Connection": "close"})


def _marked(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["x-content-type-options"] = "nosniff"
            headers["cache-control"] = "no-store"
            headers["content-security-policy"] = "default-src 'none'; frame-ancestors 'none'"
        await send(message)

    return sending
