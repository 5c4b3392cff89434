"""The formats of a report, in one table: name, suffixes, and the function that renders it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from compare.errors import SettingsError
from compare.model import Comparison
from compare.wire.report import dumps, to_json
from reports.finding_view import Decision
from reports.view import Articles, View, build_view


@dataclass(frozen=True, slots=True)
class Options:
    """What a renderer may be told; each takes what concerns it."""

    template: Path | None = None  # the user's own page (HTML, Markdown)
    width: int = 100  # columns (text)
    color: bool = False  # ANSI colours (text)
    ascii_only: bool = False  # no sign beyond ASCII (text)
    limit: int | None = None  # characters (Markdown): the last findings are counted instead of shown
    bom: bool = False  # a byte order mark, by which a spreadsheet knows UTF-8 (CSV)
    url: str = ""  # where the newsroom publishes its reviews (ClaimReview)
    author: str = ""  # the name of the newsroom (ClaimReview)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: where its output belongs and how it is made."""

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[View, Options], str]


def _html(view: View, options: Options) -> str:
    return str(import_module("reports.html").render_html(view, template=options.template))


def _markdown(view: View, options: Options) -> str:
    return str(import_module("reports.markdown").render_markdown(view, template=options.template, limit=options.limit))


def _json(view: View, _: Options) -> str:
    decisions: dict[str, Mapping[str, Any]] = {key: asdict(decision) for key, decision in view.decisions.items()}
    return dumps(to_json(view.comparison, decisions=decisions, articles=view.mode))


def _text(view: View, options: Options) -> str:
    from reports.terminal import render_text

    return render_text(view, width=options.width, color=options.color, ascii_only=options.ascii_only)


def _csv(view: View, options: Options) -> str:
    return ("\ufeff" if options.bom else "") + str(import_module("reports.machine.table").render_csv(view))


def _line(view: View, _: Options) -> str:
    return str(import_module("reports.machine.lines").render_line(view))


def _github(view: View, _: Options) -> str:
    return str(import_module("reports.machine.lines").render_github(view))


def _sarif(view: View, _: Options) -> str:
    return str(import_module("reports.machine.sarif").render_sarif(view))


def _claimreview(view: View, options: Options) -> str:
    rendered = import_module("reports.machine.claimreview").render_claimreview
    return str(rendered(view, url=options.url, author=options.author))


def _webannotation(view: View, _: Options) -> str:
    return str(import_module("reports.machine.annotations").render_webannotation(view))


FORMATS = {
    row.name: row
    for row in (
        Format("html", (".html", ".htm"), _html),
        Format("markdown", (".md", ".markdown"), _markdown),
        Format("json", (".json",), _json),
        Format("text", (".txt",), _text),
        Format("csv", (".csv",), _csv),
        Format("line", (), _line),
        Format("github", (), _github),
        Format("sarif", (".sarif",), _sarif),
        Format("claimreview", (), _claimreview),
        Format("webannotation", (".jsonld",), _webannotation),
    )
}


def format_of(path: Path) -> str:
    """Return the format that a file's suffix asks for; raise `SettingsError` where none does."""
    for row in FORMATS.values():
        if path.suffix.lower() in row.suffixes:
            return row.name
    known = ", ".join(suffix for row in FORMATS.values() for suffix in row.suffixes)
    raise SettingsError(f"{path}: the suffix names no format; use one of {known}, or say -f.")


def render(
    comparison: Comparison,
    name: str,
    *,
    decisions: Mapping[str, Decision] | None = None,
    articles: Articles = "full",
    title: str | None = None,
    options: Options | None = None,
) -> str:
    """Return a comparison in a format of `FORMATS`."""
    view = build_view(comparison, decisions=decisions, articles=articles, title=title)
    return FORMATS[name].render(view, options or Options())
