"""The review application: its routes.  Everything works as plain form posts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from compare.errors import StoreError
from reports.review import bulk, desk, exchange, leaving, names, pages
from reports.review.call import DAY, Call
from reports.review.guard import COOKIE, Guard, GuardMiddleware, session_of
from reports.review.store import Store

Work = Callable[[Call], Response]


def make_app(store: Store, guard: Guard) -> Starlette:
    """Return the application over one open project."""

    def route(path: str, work: Work, method: str = "GET") -> Route:
        return Route(path, _endpoint(store, guard, work), methods=[method])

    return Starlette(
        routes=[
            route("/", desk.queue_page),
            route("/f/{key}", desk.show),
            route("/f/{key}", desk.decide, "POST"),
            route("/f/{key}/undo", desk.undo_last, "POST"),
            route("/f/{key}/out", leaving.leave_out, "POST"),
            route("/several", bulk.decide_several, "POST"),
            route("/several/undo", bulk.undo_several, "POST"),
            route("/keys", desk.switch_keys, "POST"),
            route("/handover", exchange.handover_page),
            route("/handover", exchange.take_file, "POST"),
            route("/handover.json", exchange.handover_file),
            route("/double", exchange.double_page),
            route("/double", exchange.double_change, "POST"),
            route("/report.html", exchange.report),
            route("/report.md", exchange.report),
            route("/report.json", exchange.report),
            route(names.PATH, names.question(guard)),
            route(names.PATH, names.answer(guard), "POST"),
            Route("/static/{name}", pages.static),
        ],
        middleware=[Middleware(GuardMiddleware, guard=guard, file_paths=("/handover",))],
        exception_handlers={HTTPException: pages.refused, StoreError: pages.refused},
    )


def _endpoint(store: Store, guard: Guard, work: Work) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        user = guard.user_of(request)
        if user is None and guard.asks and request.url.path != names.PATH:
            return names.to_the_question(request)
        if user is None and not guard.asks:
            raise HTTPException(403, "The reverse proxy did not say who you are.")
        user = user or ""
        session, new = session_of(request)
        form, trusted = FormData(), False
        if request.method == "POST":
            if guard.foreign(request):
                raise HTTPException(403, "This form was sent from another site.")
            form = await request.form(max_files=1, max_fields=80, max_part_size=1024 * 1024)
            told = form.get("csrf")
            trusted = isinstance(told, str) and guard.holds(request, user, told)
        keys = request.cookies.get("keys") != "off"
        token = guard.token(session, user)
        call = Call(
            store, user, token, request.url.path, request.path_params, request.query_params, form, trusted, keys
        )
        try:
            answer = await run_in_threadpool(work, call)
        finally:
            await form.close()
        if new:
            answer.set_cookie(COOKIE, session, httponly=True, samesite="strict", max_age=30 * DAY)
        return answer

    return endpoint
