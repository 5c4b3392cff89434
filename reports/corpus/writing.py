"""A corpus as files: index.html, index.md, index.json, articles.jsonl, findings.jsonl."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from compare.wire.report import tool_version
from reports.corpus.index_view import SHOWN, EventRow, IndexView, index_view
from reports.corpus.run import Corpus
from reports.html import base_style, html_environment, style_hash
from reports.markdown import escape
from reports.output import write_file
from reports.page import environment

SCHEMA = "crosscheck-corpus/1"


def write_corpus(corpus: Corpus, output: Path) -> IndexView:
    """Write every file of the index, the index itself last; raises ``OSError`` naming the path."""
    view = index_view(corpus, tool_version())
    write_file(output / "articles.jsonl", "".join(_line(row) for row in article_rows(corpus)))
    write_file(output / "findings.jsonl", "".join(_line(row) for row in finding_rows(corpus, view)))
    write_file(output / "index.json", json.dumps(index_json(corpus, view), indent=1, ensure_ascii=False) + "\n")
    write_file(output / "index.md", render_index_markdown(view))
    write_file(output / "index.html", render_index_html(view))
    return view


def article_rows(corpus: Corpus) -> list[dict[str, Any]]:
    """Return a row an article: its id and SHA-256, its event, its mean probability with the others (null: alone)."""
    rows = [
        {"id": member.id, "sha256": member.sha, "path": member.path, "event": event.key, "probability": chance}
        for event in corpus.events
        for member, chance in zip(event.members, event.chance, strict=True)
    ]
    return sorted(rows, key=lambda row: (str(row["id"]), str(row["sha256"])))


def finding_rows(corpus: Corpus, view: IndexView) -> list[dict[str, Any]]:
    """Return a row a finding, in the order of the index."""
    return [
        {"event": row.key, **finding}
        for row in view.rows
        for finding in corpus.found.get(row.key, {}).get("findings", ())
    ]


def index_json(corpus: Corpus, view: IndexView) -> dict[str, Any]:
    """Return the index as plain JSON values: all events, whatever number the pages show."""
    members = {event.key: [m.id for m in event.members] for event in corpus.events}
    return {
        "schema": SCHEMA,
        "tool": {"name": "crosscheck", "version": view.version},
        "summary": list(view.summary),
        "events": [_event(row, members[row.key]) for row in (*view.rows, *view.alone)],
        "unread": [{"path": path, "reason": reason} for path, reason in view.unread],
        "problems": list(view.problems),
    }


def _event(row: EventRow, members: list[str]) -> dict[str, Any]:
    plain = asdict(row) | {"articles": members}
    plain["kind"] = row.kind.key if row.kind else None
    plain["counts"] = {kind.key: number for kind, number in row.counts}
    plain["severity"] = row.severity_key or None
    del plain["severity_key"]
    return plain


def render_index_html(view: IndexView) -> str:
    """Return the page: one file, no script, no remote resource, all text escaped."""
    from importlib.resources import files

    from markupsafe import Markup

    own = files("reports").joinpath("templates/corpus/corpus.css").read_text(encoding="utf-8")
    style = base_style() + own
    pages = html_environment()
    return pages.get_template("corpus/index.html").render(
        view=view,
        most=SHOWN,
        style=Markup(style),  # noqa: S704 - the style sheets of the package
        style_hash=style_hash(style),
    )


def render_index_markdown(view: IndexView) -> str:
    """Return the index in Markdown, every word escaped."""
    pages = environment()
    pages.filters["md"] = escape
    return pages.get_template("corpus/index.md").render(view=view, most=SHOWN)


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
