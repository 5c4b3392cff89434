"""Who is looking, where neither a proxy nor the command says so: asked once, kept in a signed cookie."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from reports.review.call import DAY, Call, see
from reports.review.guard import NAME_COOKIE, Guard
from reports.review.pages import page

PATH = "/name"


def to_the_question(request: Request) -> Response:
    """Return the way to the question, and back from there to where the visitor was going."""
    back = request.url.path if request.method == "GET" else "/"
    return see(f"{PATH}?back={quote(back, safe='')}")


def question(guard: Guard) -> Callable[[Call], Response]:
    """Return the page that asks for a name."""

    def ask(call: Call) -> Response:
        return page(call, "name.html", back=_inside(call.query.get("back", "/")), suggested=guard.user, said="")

    return ask


def answer(guard: Guard) -> Callable[[Call], Response]:
    """Return what keeps the name that was given."""

    def keep(call: Call) -> Response:
        call.require_trust()
        name, back = " ".join(call.text("name").split()), _inside(call.text("back"))
        if not guard.takes(name):
            return page(call, "name.html", 400, back=back, suggested=name, said="Write your name, in letters.")
        told = see(back)
        told.set_cookie(NAME_COOKIE, guard.signed(name), httponly=True, samesite="strict", max_age=365 * DAY)
        return told

    return keep


def _inside(path: str) -> str:
    """Return a path of these pages, '/' for anything else."""
    return path if path.startswith("/") and "\\" not in path and "//" not in path else "/"
