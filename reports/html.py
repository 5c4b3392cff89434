"""The HTML report: one self-contained file, no script, no remote resource, all text escaped."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reports.figures import figures_line
from reports.page import environment, user_template
from reports.strip import axis_svg, row_svg
from reports.view import SINGLE_SHOWN, View
from reports.why_view import Weight
from reports.wording import counted, cut_to

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Limits:
    """How many rows a page shows; what is cut is counted on the page and listed in the JSON."""

    alike: int = 60
    pairs: int = 12
    matrix: int = 60
    single: int = SINGLE_SHOWN
    timeline: int = 60
    aside: int = 30


LIMITS = Limits()
PRINTED = 12  # rows of the list to be read together that are printed beside the findings; the style sheet has it too
PASSAGE_CLASS = {
    "paragraph": "par",
    "title": "head",
    "heading": "head",
    "list": "lst",
    "caption": "cap",
    "table": "tab",
    "code": "code",
    "quote": "par",
}


def render_html(view: View, *, template: Path | None = None) -> str:
    """Return the page; ``template`` is a user's own Jinja2 file, which may extend ``crosscheck/report.html``.

    Raises ``SettingsError`` where the user's template cannot be read or is not valid.
    """
    pages = html_environment()
    style = style_of(view)
    known = {
        "view": view,
        "anchors": anchors_of(view),
        "style": _safe(style),
        "style_hash": style_hash(style),
        "headline": headline(view),
        "passage_class": PASSAGE_CLASS,
    }
    if template is not None:
        return user_template(pages, template, known)
    return pages.get_template("report.html").render(known)


def html_environment() -> Environment:
    """Return the environment of every page: autoescape on, undefined names refused, the parts' functions known."""
    pages = environment()
    pages.globals["limits"] = LIMITS
    pages.globals["cut_to"] = cut_to
    pages.globals["printed"] = PRINTED
    pages.globals["figures"] = figures_line()
    pages.globals["note_html"] = _note
    pages.globals["row_svg"] = lambda *drawn: _safe(row_svg(*drawn))
    pages.globals["axis_svg"] = lambda scale: _safe(axis_svg(scale))
    pages.globals["weight_svg"] = lambda row, axis: _safe(weight_svg(row, axis))
    return pages


def _note(note: str) -> str:
    from reports.review.notes import note_html

    return note_html(note)


def base_style() -> str:
    """Return the style sheet that the pages share."""
    from importlib.resources import files

    return files("reports").joinpath("templates/report.css").read_text(encoding="utf-8")


def style_of(view: View) -> str:
    """Return the style sheet of one report: the shared one, its source filters and its tally."""
    rules = []
    for source in view.sources:
        name = f"x-{source.letter.lower()}"
        rules.append(f"body:has(#{name}:checked) .f:not(.{name}):not(:target){{display:none}}")
    total = counted(len(view.findings), "finding")
    rules.append(f'.tally::before{{content:"Showing " counter(n) " of {total}."}}')
    return base_style() + "\n".join(rules) + "\n"


def style_hash(style: str) -> str:
    """Return the source expression that allows exactly this style sheet (CSP level 3, section 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def anchors_of(view: View) -> frozenset[str]:
    """Return every place inside the articles that a link may lead to."""
    found: set[str] = set()
    for article in view.articles:
        found.add(f"art-{article.letter}")
        for passage in article.passages:
            if passage.number is not None:
                found.add(f"{article.letter}-p{passage.number}")
            found.update(role for piece in passage.pieces for role in piece.opens if role != "furniture")
    return frozenset(found)


def headline(view: View) -> str:
    """Return '3 conflicts, 2 updates' for the title of the window."""
    counts = [counted(c.number, c.kind.word.lower()) for c in view.counts[:3] if c.number]
    return ", ".join(counts) or counted(len(view.agreements), "value compared", "values compared")


def weight_svg(row: Weight, axis: float) -> str:
    """Return the bar of one piece of evidence."""
    return (
        '<svg aria-hidden="true" focusable="false">'
        f'<line class="grid" x1="{axis:.2%}" x2="{axis:.2%}" y1="0" y2="100%"/>'
        f'<rect class="{row.style}" x="{row.start:.2%}" width="{row.width:.2%}" y="15%" height="70%"/></svg>'
    )


def _safe(markup: str) -> str:
    # only for markup made in this package of numbers and escaped words
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704 - built from numbers; words in it are escaped where it is built
