"""The Markdown report: one sentence a line, stable order, footnotes keyed by place, every word escaped.

GitHub and Python-Markdown (``tables, footnotes, fenced_code, toc``) both render it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.finding_view import Finding
from reports.page import environment, user_template
from reports.pieces import Piece
from reports.statement_view import StatementView
from reports.strip import axis_text, row_text
from reports.view import View
from reports.wording import cut_to, shortened, squeezed

if TYPE_CHECKING:
    from jinja2 import Environment

STRIP = 32  # characters of a number line
PAIRS = 12  # judged pairs shown a finding
ALIKE = 40
TIMELINE = 40
SINGLE = 20
ASIDE = 10
COMMENT_LIMIT = 60_000  # characters that fit a pull-request comment


_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;"}


class Ready(str):
    """Markdown made here, not to be escaped again."""

    __slots__ = ()


def render_markdown(view: View, *, template: Path | None = None, limit: int | None = None) -> str:
    """Return the report; with ``limit`` (characters), the last findings are left out and counted instead.

    ``template`` is a user's own Jinja2 file.  Raises ``SettingsError`` where it cannot be used.
    """
    pages = _environment()

    def page(count: int) -> str:
        known: dict[str, Any] = {
            "view": view,
            "findings": view.findings[:count],
            "rest": len(view.findings) - count,
            "alike": view.alike[:ALIKE] if count == len(view.findings) else (),
            "passages": passages(view, count),
            "timeline": view.timeline.entries[:TIMELINE] if count == len(view.findings) else (),
            "single": view.single[:SINGLE] if count == len(view.findings) else (),
            "aside": view.aside[:ASIDE] if count == len(view.findings) else (),
        }
        if template is not None:
            return user_template(pages, template, known)
        return pages.get_template("report.md").render(known)

    whole = page(len(view.findings))
    if limit is None or len(whole) <= limit:
        return whole
    fits, cut = 0, len(view.findings)  # the most findings that still fit, by halving
    while cut - fits > 1:
        middle = (fits + cut) // 2
        fits, cut = (middle, cut) if len(page(middle)) <= limit else (fits, middle)
    return page(fits)


def escape(text: str) -> str:
    """Return text that both renderers show as it is, on one line."""
    text = re.sub(r"[&<>~\\`*_\[\]|#]", lambda m: _ENTITIES.get(m[0], "\\" + m[0]), squeezed(text))
    # what would start a list, a rule or a heading at the beginning of a line
    text = re.sub(r"^=", "&#61;", text)
    text = re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", text)
    return re.sub(r"^[-+](?=[-+\s]|$)", r"\\\g<0>", text)


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    kept = "".join(c for c in heading.lower() if c.isalnum() or c in " -_" or unicodedata.category(c).startswith("M"))
    return kept.replace(" ", "-")


def passages(view: View, count: int) -> dict[str, list[StatementView]]:
    """Return footnote key → the statements used of that paragraph, in order of place."""
    used = [s for f in (*view.findings[:count], *view.agreements) for s in f.statements]
    if count == len(view.findings):
        used += [s for f in view.alike[:ALIKE] for s in f.statements]
        used += [entry.statement for entry in view.timeline.entries[:TIMELINE]]
        used += [row.statement for row in view.single[:SINGLE]]
        used += [s for row in view.aside[:ASIDE] for s in (row.left, row.right)]
    order = {s.letter: i for i, s in enumerate(view.sources)}
    found: dict[str, list[StatementView]] = {}
    for s in sorted(used, key=lambda s: (order[s.letter], s.paragraph, s.line, s.column)):
        rows = found.setdefault(f"{s.letter}{s.paragraph}", [])
        if all(row.id != s.id for row in rows):
            rows.append(s)
    return found


def _environment() -> Environment:
    pages = environment()
    pages.finalize = lambda value: value if isinstance(value, Ready) else escape(str(value))
    pages.filters["slug"] = lambda words: Ready(slug(words))
    pages.filters["shortened"] = shortened
    pages.filters["comment"] = lambda words: Ready(squeezed(words).replace("--", "- -").replace(">", "›"))
    pages.globals["quote"] = lambda statement: Ready("“" + bold(statement.pieces) + "”")
    pages.globals["note"] = lambda statement: Ready(f"[^{statement.letter}{statement.paragraph}]")
    pages.globals["drawn"] = lambda finding: Ready(strip_block(finding))
    pages.globals["shown_pairs"] = PAIRS
    pages.globals["cut_to"] = cut_to
    return pages


def strip_block(finding: Finding) -> str:
    """Return the value strip as a fenced block, the fence longer than any run of backticks in it."""
    if finding.scale is None:
        return ""
    wide = min(34, max(len(row.value) for row in finding.rows))
    names = max([4, *(len(row.who) for row in finding.rows)]) + 2
    lines = [" " * names + axis_text(finding.scale, STRIP)]
    for row in finding.rows:
        plot = row_text(finding.scale, row.mark, STRIP)
        said = f"{shortened(row.value, wide):<{wide}}  {row.status:<10} {shortened(row.said_by, 60)}"
        line = f"{row.who:<{names}}{plot}  {said}"
        lines.append(line.rstrip())
    body = "\n".join(lines)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", body)), default=0))
    return f"{fence}text\n{body}\n{fence}"


def bold(pieces: Sequence[Piece]) -> str:
    """Return escaped text with its marked words in bold, where Markdown can show them so."""
    out = ""
    for i, piece in enumerate(pieces):
        before = pieces[i - 1].text[-1:] if i else " "
        after = pieces[i + 1].text[:1] if i + 1 < len(pieces) else " "
        words = _escape_inside(piece.text)
        core = piece.text.strip()
        if piece.mark and core and _flanks(before, core[0]) and _flanks(after, core[-1]) and words == words.strip():
            words = f"**{words}**"
        out += words
    return out.strip()


def _escape_inside(text: str) -> str:
    # escape() works on whole lines: keep the spaces at the borders of a piece
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return left + escape(text) + right


def _flanks(outer: str, inner: str) -> bool:
    """Whether '**' between two characters can open or close (CommonMark 0.31, section 6.2)."""
    return inner.isalnum() or not outer or not outer.isalnum()
