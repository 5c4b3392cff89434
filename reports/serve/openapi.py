"""The description of the endpoint (OpenAPI 3.1), with the schemas of the JSON outputs as the package ships them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compare.wire.check import load_check_schema
from compare.wire.report import load_schema, tool_version
from reports.serve.job import ARTICLES, FORMATS, MOST_FACTS
from reports.serve.problem import MEDIA_TYPE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ARTICLE = {
    "id": "courier",
    "publisher": "Harbour Courier",
    "published": "2031-03-04",
    "title": "Ferry runs aground off Osby",
    "text": "The rescue in Osby took nine hours, the coast guard said.",
}
OTHER = {"publisher": "Morning Beacon", "published": "2031-03-05", "text": "The rescue in Osby took seven hours."}
EXAMPLES: dict[str, Any] = {
    "CheckRequest": {"draft": {"text": "The rescue in Osby took four hours."}, "sources": [ARTICLE]},
    "CompareRequest": {"sources": [ARTICLE, OTHER]},
}
PROBLEMS = {
    "400": "The body is no JSON object.",
    "403": "A page of another site asked, or a source is to be fetched and this server fetches nothing.",
    "408": "The body came too slowly.",
    "413": "The body, or the number of sources, is larger than this server takes.",
    "415": "The body is not sent as application/json.",
    "421": "The Host header names no host of this server.",
    "422": "The body does not fit its schema; 'errors' says where.",
    "500": "The work broke off; nothing was checked.",
    "503": "Too many requests are waiting.",
    "504": "The work took longer than it may.",
}


def description(body: int, sources: int, *, fetch: bool) -> dict[str, Any]:
    """Return the OpenAPI document of a server with these limits (bytes of a body, number of sources)."""
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": "Crosscheck",
            "version": tool_version(),
            "description": "Checks drafts against their sources, and compares articles about one event. "
            f"A body has at most {body} bytes and {sources} sources.",
        },
        "servers": [{"url": "/"}],
        "paths": {
            "/check": {"post": _operation("check", "Check a draft against its sources.", "CheckRequest", "Check")},
            "/compare": {"post": _operation("compare", "Compare articles.", "CompareRequest", "Report")},
            "/health": {"get": _reading("health", "Tell whether the server answers.", "Health")},
            "/openapi.json": {"get": _reading("openapi", "Return this description.", None)},
        },
        "components": {
            "schemas": {
                **_requests(sources, fetch),
                "Health": _object({"status": {"const": "ok"}, "version": {"type": "string"}}, "status", "version"),
                "Problem": _problem(),
                **_hoisted("Check", load_check_schema()),
                **_hoisted("Report", load_schema()),
            },
            "responses": {
                f"Problem{status}": {"description": words, "content": {MEDIA_TYPE: {"schema": _ref("Problem")}}}
                for status, words in PROBLEMS.items()
            },
        },
    }


def _operation(name: str, summary: str, request: str, answer: str) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": _ref(request), "example": EXAMPLES[request]}},
        },
        "responses": {
            "200": {"description": "What was found.", "content": {"application/json": {"schema": _ref(answer)}}},
            **{status: {"$ref": f"#/components/responses/Problem{status}"} for status in PROBLEMS},
        },
    }


def _reading(name: str, summary: str, answer: str | None) -> dict[str, Any]:
    schema: dict[str, Any] = _ref(answer) if answer else {"type": "object"}
    return {
        "operationId": name,
        "summary": summary,
        "responses": {
            "200": {"description": "The answer.", "content": {"application/json": {"schema": schema}}},
            "421": {"$ref": "#/components/responses/Problem421"},
        },
    }


def _requests(sources: int, fetch: bool) -> dict[str, Any]:
    words = {"type": ["string", "null"]}
    filled = {"type": "string", "pattern": r"\S"}
    source = _object(
        {
            "id": {"type": ["string", "null"], "maxLength": 200, "description": "Unique; 'source-1' … without one."},
            "title": words,
            "publisher": words,
            "author": words,
            "published": {"type": ["string", "null"], "description": "'2021-06-16' or '2021-06-16T18:30:00Z'."},
            "url": words,
            "text": filled | {"description": "The article."},
            "format": {"enum": list(FORMATS), "default": "text"},
        },
        *(() if fetch else ("text",)),
    )
    if fetch:
        source["description"] = "Without a text its url is fetched."
        source["anyOf"] = [{"required": ["text"]}, {"required": ["url"]}]
    draft = _object({"text": filled, "format": {"enum": list(FORMATS), "default": "markdown"}}, "text")
    facts = {"type": "array", "items": filled, "maxItems": MOST_FACTS, "description": "What the draft must state."}

    def rows(least: int) -> dict[str, Any]:
        return {"type": "array", "items": _ref("Source"), "minItems": least, "maxItems": sources}

    return {
        "Source": source,
        "Draft": draft,
        "CheckRequest": _object(
            {"draft": _ref("Draft"), "sources": rows(1), "must_state": facts}, "draft", "sources"
        ),
        "CompareRequest": _object(
            {"sources": rows(2), "articles": {"enum": list(ARTICLES), "default": "full"}}, "sources"
        ),
    }  # fmt: skip


def _problem() -> dict[str, Any]:
    error = _object({"pointer": {"type": "string"}, "detail": {"type": "string"}}, "pointer", "detail")
    return {
        **_object(
            {
                "type": {"type": "string", "format": "uri-reference"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "detail": {"type": "string"},
                "errors": {"type": "array", "items": error},
            },
            "type", "title", "status", "detail",
        ),
        "description": "RFC 9457",
    }  # fmt: skip


def _object(properties: Mapping[str, Any], *required: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        **({"required": list(required)} if required else {}),
        "additionalProperties": False,
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _hoisted(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a shipped schema and its parts as components: 'Check', 'CheckWitness' …"""

    def moved(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {
                key: _ref(part(str(inner)))["$ref"] if key == "$ref" else moved(inner) for key, inner in value.items()
            }
        return [moved(item) for item in value] if isinstance(value, list) else value

    def part(ref: str) -> str:
        return name + ref.removeprefix("#/$defs/").title().replace("_", "")

    whole = {key: value for key, value in schema.items() if key not in ("$defs", "$schema", "$id")}
    parts = {part(key): moved(value) for key, value in schema.get("$defs", {}).items()}
    return {name: moved(whole), **parts}
