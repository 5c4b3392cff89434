"""The report for a terminal: one block a finding, strips in characters, every statement with file:line:column."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

from reports.finding_view import Finding
from reports.statement_view import StatementView
from reports.strip import axis_text, row_text
from reports.view import View
from reports.wording import KINDS, counted, listed, shortened

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STRIP = (14, 32)  # fewest and most characters of a number line
SPEAKER = 18  # columns kept for who says it
ROWS = 8  # answers shown a finding; the rest are counted
AGREEMENTS = 12
COLOURS = {"conflict": "bold red", "update": "bold blue", "difference": "bold yellow", "agreement": "bold green"}
_ASCII = str.maketrans(
    {
        "≠": "!=", "→": "->", "±": "+-", "○": "o", "●": "*", "─": "-", "◀": "<", "▶": ">", "·": ".", "…": "...",
        "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "⟨": "<", "⟩": ">", "␡": "^?",
        "\xa0": " ",
    }
)  # fmt: skip


def render_text(view: View, *, width: int = 100, color: bool = False, ascii_only: bool = False) -> str:
    """Return the report as text of at least 80 columns, with ANSI colours where asked."""
    from rich.console import Console

    # the words that were already made safe to show are all that reaches the console; no markup is read in them
    out = StringIO()
    console = Console(
        file=out,
        width=max(80, width),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    _head(console, view)
    for finding in view.findings:
        _finding(console, finding)
    _agreements(console, view)
    _totals(console, view)
    text = "\n".join(line.rstrip() for line in out.getvalue().split("\n"))
    return to_ascii(text) if ascii_only else text


def to_ascii(text: str) -> str:
    """Return text in ASCII: the report's own signs by their fallbacks, other characters as '?'."""
    return text.translate(_ASCII).encode("ascii", "replace").decode("ascii")


def _head(console: Console, view: View) -> None:
    console.print(_styled(f"crosscheck {view.version}   ", "bold"), _plain(", ".join(view.meta[:2])), sep="")
    for source in view.sources:
        copy = f", copy of {source.copy_of}" if source.copy_of else ""
        console.print(_plain(f"  {source.letter:<4}{source.path}  ({source.when}{copy})"))
    for path, reason in view.unread:
        console.print(_styled("  not read  ", "bold red"), _plain(f"{path}: {reason}"), sep="")
    console.print()


def _finding(console: Console, finding: Finding) -> None:
    kind = finding.kind
    first = _styled(f"{finding.label:<4}{kind.mark} {kind.word}", COLOURS[kind.key])
    _row(console, (first, 17), (_plain(finding.severity_key), 7), (_styled(finding.question, "bold"), None))
    _row(console, (_plain(""), 3), (_plain(finding.answer), None))
    rows = finding.statements[:ROWS]
    _strip(console, finding, rows) if finding.scale else _readings(console, finding)
    for statement in rows:
        console.print(_styled(f"      {statement.place}", "dim"))
    if len(finding.statements) > len(rows):
        console.print(_plain(f"      {_more(len(finding.statements) - len(rows))}"))
    if finding.decision:
        words = f"{finding.decision.words} by {finding.decision.by}, {finding.decision.at}"
        console.print(_plain(f"    Decision: {words} {finding.decision.note}".rstrip()))
    console.print()


def _strip(console: Console, finding: Finding, rows: Sequence[StatementView]) -> None:
    if finding.scale is None:
        return
    values = [f"{s.value}, {s.status}" for s in rows]
    wide = min(34, max(len(value) for value in values))
    width = min(STRIP[1], max(STRIP[0], console.width - wide - SPEAKER - 13))
    console.print(_plain("          " + axis_text(finding.scale, width)))
    for statement, value in zip(rows, values, strict=True):
        line = row_text(finding.scale, statement.mark, width)
        said_by = (_plain(shortened(statement.said_by, 60)), None)
        _row(console, (_plain(f"    {statement.letter:<6}{line}"), width + 11), (_plain(value), wide), said_by)


def _readings(console: Console, finding: Finding) -> None:
    shown = finding.readings[:ROWS]
    if finding.kind.key == "agreement":
        return
    for reading in shown:
        letters = shortened(",".join(reading.letters), 12)
        who = (_plain(shortened(reading.said_by, 60)), 28)
        _row(console, (_plain(f"    {letters}"), 9), (_plain(shortened(reading.words, 200)), None), who)
    if len(finding.readings) > len(shown):
        console.print(_plain(f"    {_more(len(finding.readings) - len(shown))}"))


def _agreements(console: Console, view: View) -> None:
    for finding in view.agreements[:AGREEMENTS]:
        first = _styled(f"{finding.label:<4}= Agreement", COLOURS["agreement"])
        count = _plain(f"{counted(finding.sources, 'source')}, {finding.independent} independent")
        _row(console, (first, 15), (count, 25), (_plain(shortened(finding.question, 200)), None))
        for statement in finding.statements[:3]:
            console.print(_styled(f"      {statement.letter:<4}{statement.place}", "dim"))
        if len(finding.statements) > 3:
            console.print(_plain(f"      {_more(len(finding.statements) - 3)}"))
    if len(view.agreements) > AGREEMENTS:
        console.print(_plain(_more(len(view.agreements) - AGREEMENTS)))
    if view.agreements:
        console.print()


def _totals(console: Console, view: View) -> None:
    parts = [f"{c.number} from one source only" if c.kind is KINDS["single"] else
             f"{c.number} set aside" if c.kind is KINDS["aside"] else
             counted(c.number, c.kind.word.lower()) for c in view.counts]  # fmt: skip
    console.print(_styled(", ".join(parts), "bold"))
    if view.single or view.aside:
        console.print(_plain("What one source says, and what was set aside: crosscheck report -o report.html"))
    if view.reviewed:
        console.print(_plain(f"{view.open} of {counted(len(view.findings), 'finding')} open."))
    copies = [s.letter for s in view.sources if s.copy_of]
    if copies:
        console.print(_plain(f"{listed(copies)} republished; counted once."))


def _row(console: Console, *cells: tuple[Text, int | None]) -> None:
    """Print cells side by side, each wrapped in its own width (None: what is left)."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    for _, width in cells:
        table.add_column(width=width, ratio=None if width else 1, overflow="fold")
    table.add_row(*(cell for cell, _ in cells))
    console.print(table)


def _more(number: int) -> str:
    return f"… {number} more: crosscheck report -f json lists all"


def _plain(words: str) -> Text:
    return _styled(words, "")


def _styled(words: str, style: str) -> Text:
    from rich.text import Text

    return Text(words, style=style, overflow="fold")
