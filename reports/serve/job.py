"""What a request asks for, read from its JSON; what is wrong is said with its place in the request."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, cast

from compare.sources.fetched import is_address
from compare.sources.front_matter import moment_of

FORMATS = ("text", "markdown", "html")
SUFFIXES = {"text": ".txt", "markdown": ".md", "html": ".html"}
ARTICLES = ("full", "excerpts", "none")
SOURCE_FIELDS = ("id", "title", "publisher", "author", "published", "url", "text", "format")
DRAFT_FIELDS = ("text", "format")
CHECK_FIELDS = ("draft", "sources", "must_state")
COMPARE_FIELDS = ("sources", "articles")
MOST_FACTS = 100


class RequestError(Exception):
    """A request that cannot be answered as it stands."""

    def __init__(self, detail: str, pointer: str = "", status: int = 422) -> None:
        super().__init__(detail)
        self.detail, self.pointer, self.status = detail, pointer, status


@dataclass(frozen=True, slots=True)
class Inline:
    """One article of a request.  Without ``text`` its ``url`` is to be fetched."""

    id: str
    text: str | None
    format: str = "text"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | datetime | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One request: ``draft`` is None where articles are compared."""

    sources: tuple[Inline, ...]
    draft: str | None = None
    draft_format: str = "markdown"
    must_state: tuple[str, ...] = ()
    articles: Literal["full", "excerpts", "none"] = "full"


def parsed(body: bytes) -> Mapping[str, Any]:
    """Return the object that a body holds.  Raises ``RequestError``."""
    try:
        found = json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:  # also bytes that are not UTF-8, and absurd numbers
        raise RequestError("The body is no JSON.", status=400) from error
    if not isinstance(found, dict):
        raise RequestError("The body must be a JSON object.", status=400)
    return found


def _no_constant(name: str) -> float:
    raise ValueError(name)


def check_job(body: Mapping[str, Any], *, most: int, fetch: bool) -> Job:
    """Return what POST /check asks for.  Raises ``RequestError``."""
    _known(body, CHECK_FIELDS, "")
    draft = body.get("draft")
    if not isinstance(draft, dict):
        raise RequestError("'draft' must be an object with the draft's text.", "/draft")
    _known(draft, DRAFT_FIELDS, "/draft")
    text = _words(draft, "text", "/draft")
    if text is None:
        raise RequestError("The draft has no text.", "/draft/text")
    facts = body.get("must_state", [])
    if not isinstance(facts, list) or not all(isinstance(f, str) and f.strip() for f in facts):
        raise RequestError("'must_state' must be a list of sentences.", "/must_state")
    if len(facts) > MOST_FACTS:
        raise RequestError(f"There are more than {MOST_FACTS} facts that must be stated.", "/must_state")
    for number, fact in enumerate(facts):
        _whole(fact, f"/must_state/{number}")
    sources = _sources(body, most, fetch, least=1)
    return Job(sources, text, _format(draft, "/draft", "markdown"), tuple(facts))


def compare_job(body: Mapping[str, Any], *, most: int, fetch: bool) -> Job:
    """Return what POST /compare asks for.  Raises ``RequestError``."""
    _known(body, COMPARE_FIELDS, "")
    articles = body.get("articles", "full")
    if articles not in ARTICLES:
        raise RequestError(f"'articles' must be one of {', '.join(ARTICLES)}.", "/articles")
    return Job(_sources(body, most, fetch, least=2), articles=cast(Any, articles))


def _sources(body: Mapping[str, Any], most: int, fetch: bool, *, least: int) -> tuple[Inline, ...]:
    rows = body.get("sources")
    if not isinstance(rows, list) or len(rows) < least:
        raise RequestError(f"'sources' must be a list of at least {least}.", "/sources")
    if len(rows) > most:
        raise RequestError(f"There are {len(rows)} sources; at most {most} are taken.", "/sources", 413)
    sources = tuple(_source(row, number, fetch) for number, row in enumerate(rows))
    seen: set[str] = set()
    for number, source in enumerate(sources):
        if source.id in seen:
            raise RequestError(f"Two sources are called '{source.id}'.", f"/sources/{number}/id")
        seen.add(source.id)
    return sources


def _source(row: object, number: int, fetch: bool) -> Inline:
    place = f"/sources/{number}"
    if not isinstance(row, dict):
        raise RequestError("A source must be an object with a text.", place)
    _known(row, SOURCE_FIELDS, place)
    words = {name: _words(row, name, place) for name in SOURCE_FIELDS if name not in ("format", "published")}
    url = words["url"]
    if words["text"] is None and url is None:
        raise RequestError("The source has no text.", f"{place}/text")
    if words["text"] is None and not fetch:
        raise RequestError(
            "The source has no text, and this server fetches nothing: it was started without --allow-fetch.",
            f"{place}/text",
            403,
        )
    if words["text"] is None and not is_address(str(url)):
        raise RequestError("'url' is no web address.", f"{place}/url")
    name = words["id"] or f"source-{number + 1}"
    if len(name) > 200 or not name.isprintable():
        raise RequestError("'id' must be at most 200 printable characters.", f"{place}/id")
    return Inline(
        name,
        words["text"],
        _format(row, place, "text"),
        words["title"],
        words["publisher"],
        words["author"],
        _published(row.get("published"), place),
        url,
    )


def _published(value: object, place: str) -> date | datetime | None:
    if value is None:
        return None
    when = moment_of(value) if isinstance(value, str) else None
    if when is None:
        raise RequestError("'published' must be a date: '2021-06-16' or '2021-06-16T18:30:00Z'.", f"{place}/published")
    return when


def _known(row: Mapping[str, Any], fields: tuple[str, ...], place: str) -> None:
    unknown = sorted(set(row) - set(fields))
    if unknown:
        raise RequestError(f"'{unknown[0][:80]}' is not known here; use {', '.join(fields)}.", place)


def _words(row: Mapping[str, Any], name: str, place: str) -> str | None:
    """Return a field that holds words; None where it is absent, null or blank."""
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RequestError(f"'{name}' must be text.", f"{place}/{name}")
    _whole(value, f"{place}/{name}")
    return value if value.strip() else None


def _whole(value: str, pointer: str) -> None:
    if any("\ud800" <= c <= "\udfff" for c in value):
        raise RequestError("The text holds half of a surrogate pair, which is no character.", pointer)


def _format(row: Mapping[str, Any], place: str, default: str) -> str:
    value = row.get("format", default)
    if value not in FORMATS:
        raise RequestError(f"'format' must be one of {', '.join(FORMATS)}.", f"{place}/format")
    return str(value)
