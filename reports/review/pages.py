"""Renders the templates of the review pages; every value is escaped by Jinja2."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from compare.facts.decisions import CHOICES, HOLDS, LABELS, STATES, called
from reports.review import shown
from reports.review.call import Call
from reports.review.notes import note_html
from reports.review.standings import in_words
from reports.review.strips import strip_of
from reports.statement_view import STATUS
from reports.wording import KINDS, SENTENCES, SEVERITY, counted, shortened
from reports.wording import shown as visible

_STATIC = {"report.css": "text/css", "review.css": "text/css", "review.js": "text/javascript"}


@cache
def environment() -> Environment:
    """Return the environment of the templates, autoescape on for all of them."""
    made = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        counted=counted, shortened=shortened, visible=visible, note=note_html, in_words=in_words, day=day
    )
    made.globals.update(
        choices=CHOICES,
        holds=HOLDS,
        called=called,
        sentences=SENTENCES,
        statuses=STATUS,
        strip=strip_of,
        labels=LABELS,
        states=STATES,
        kinds=KINDS,
        severities=SEVERITY,
        as_query=shown.as_query,
    )
    return made


def page(call: Call, template: str, status: int = 200, **context: Any) -> Response:
    """Return a page for the caller."""
    told = environment().get_template(f"review/{template}").render(call=call, **context)
    body = told.encode("utf-8", "replace")  # an article may hold lone surrogates
    return Response(body, status, media_type="text/html; charset=utf-8")


def refused(_request: Request, error: Exception) -> Response:
    """Return one sentence for an editor, without anything that the caller sent."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    sentence = error.detail if isinstance(error, HTTPException) else str(error)
    body = environment().get_template("review/message.html").render(status=status, sentence=sentence)
    return Response(body.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8")


def static(request: Request) -> Response:
    """Return a style sheet or the script: three files, by name."""
    name = request.path_params["name"]
    if name not in _STATIC:
        return PlainTextResponse("There is no such file.", 404)
    headers = {"cache-control": "max-age=300"}
    return Response(_read(name), media_type=_STATIC[name], headers=headers)


def day(published: str | None) -> str:
    """Return a date of publication for people: '21 Nov 2026', with the time of day where the source gives one."""
    if published is None:
        return "Date not known"
    when = datetime.fromisoformat(published)
    return f"{when.day} {when:%b %Y}" + (f", {when:%H:%M}" if "T" in published else "")


@cache
def _read(name: str) -> bytes:
    from importlib.resources import files

    folder = files("reports") / "templates"
    return (folder / name if name == "report.css" else folder / "review" / name).read_bytes()
