"""The application: its four addresses."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from compare.wire.report import dumps, tool_version
from reports.review.guard import Guard, TooLargeError
from reports.serve.job import Job, RequestError, check_job, compare_job, parsed
from reports.serve.openapi import description
from reports.serve.problem import Doorkeeper, problem
from reports.serve.worker import BrokeOffError, TimeUpError


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may ask for."""

    body: int = 4 * 1024 * 1024  # bytes
    sources: int = 50
    seconds: float = 60.0  # of work, once its turn has come
    receiving: float = 30.0  # seconds for the body to arrive
    waiting: int = 8  # requests that wait or are worked on at a time


class Runner(Protocol):
    """What does the work; see `reports.serve.worker.Worker`."""

    def run(self, job: Job) -> dict[str, Any]:
        """Return a job's answer."""


def make_app(runner: Runner, limits: Limits, *, fetch: bool = False, hosts: tuple[str, ...] = ()) -> Starlette:
    """Return the application; ``hosts`` are names under which it is reached beside those of this machine."""
    desk = Desk(runner, limits, fetch)
    return Starlette(
        routes=[
            Route("/health", _answering(health), methods=["GET"]),
            Route("/openapi.json", _answering(desk.openapi), methods=["GET"]),
            Route("/check", _answering(desk.check), methods=["POST"]),
            Route("/compare", _answering(desk.compare), methods=["POST"]),
        ],
        middleware=[Middleware(Doorkeeper, guard=Guard("", hosts=hosts), limit=limits.body)],
        exception_handlers={HTTPException: _refused},
    )


@dataclass
class Desk:
    """Takes requests, and lets no more wait than can be served."""

    runner: Runner
    limits: Limits
    fetch: bool
    held: int = 0

    async def check(self, request: Request) -> Response:
        """POST /check."""
        return await self._work(request, check_job)

    async def compare(self, request: Request) -> Response:
        """POST /compare."""
        return await self._work(request, compare_job)

    async def openapi(self, _request: Request) -> Response:
        """GET /openapi.json."""
        return _json(description(self.limits.body, self.limits.sources, fetch=self.fetch))

    async def _work(self, request: Request, reader: Callable[..., Job]) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise RequestError("Send the request as application/json.", status=415)
        try:
            async with asyncio.timeout(self.limits.receiving):
                body = parsed(await request.body())
        except TimeoutError:
            return problem(408, "The body came too slowly.", headers={"Connection": "close"})
        job = reader(body, most=self.limits.sources, fetch=self.fetch)
        if self.held >= self.limits.waiting:
            return problem(503, "Too many requests are waiting; try again later.", headers={"Retry-After": "10"})
        self.held += 1
        try:
            return _json(await run_in_threadpool(self.runner.run, job))
        finally:
            self.held -= 1


async def health(_request: Request) -> Response:
    """GET /health."""
    return _json({"status": "ok", "version": tool_version()})


def _json(value: dict[str, Any]) -> Response:
    return Response(dumps(value), media_type="application/json")


def _answering(work: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """Turn every failure into a problem that says what to do, and never shows a traceback."""

    async def endpoint(request: Request) -> Response:
        try:
            return await work(request)
        except RequestError as error:
            return problem(error.status, error.detail, error.pointer if error.status in (403, 413, 422) else None)
        except TimeUpError:
            return problem(504, "The work took longer than it may; send fewer or shorter texts.")
        except BrokeOffError:
            return problem(500, "The work broke off; nothing was checked.")
        except (HTTPException, TooLargeError):
            raise
        except Exception as error:
            logging.getLogger("crosscheck.serve").error("a request failed: %s", type(error).__name__)
            return problem(500, "The request could not be answered; nothing was checked.")

    return endpoint


async def _refused(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    words = {404: "There is nothing at this address; see /openapi.json.", 405: "This address takes another method."}
    return problem(status, words.get(status, "The request cannot be answered."), headers=headers)
