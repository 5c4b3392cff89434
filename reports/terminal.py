"""The report for a terminal: one block a finding, strips in characters, every statement with file:line:column."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

from reports.finding_view import Finding, StatementView
from reports.strip import axis_text, row_text
from reports.view import View
from reports.wording import KINDS, counted, listed, shortened

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STRIP = 32  # characters of a number line
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
    head = _styled(f"{finding.label:<4}{kind.mark} {kind.word:<11}", COLOURS[kind.key])
    head.append(f"{finding.severity_key:<8}", "default")
    head.append(finding.question, "bold")
    console.print(head)
    console.print(_plain(f"    {finding.answer}"))
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
    console.print(_plain("          " + axis_text(finding.scale, STRIP)))
    values = [f"{s.value}, {s.status}" for s in rows]
    wide = min(34, max(len(value) for value in values))
    for statement, value in zip(rows, values, strict=True):
        line = row_text(finding.scale, statement.mark, STRIP)
        console.print(_plain(f"    {statement.letter:<6}{line}  {shortened(value, wide):<{wide}}  {statement.said_by}"))


def _readings(console: Console, finding: Finding) -> None:
    shown = finding.readings[:ROWS]
    if finding.kind.key == "agreement":
        return
    for reading in shown:
        value = shortened(reading.words, 60)
        console.print(_plain(f"    {','.join(reading.letters):<6}{value:<40}  {reading.said_by}"))
    if len(finding.readings) > len(shown):
        console.print(_plain(f"    {_more(len(finding.readings) - len(shown))}"))


def _agreements(console: Console, view: View) -> None:
    for finding in view.agreements[:AGREEMENTS]:
        head = _styled(f"{finding.label:<4}= Agreement  ", COLOURS["agreement"])
        head.append(f"{counted(finding.sources, 'source')}, {finding.independent} independent  ")
        head.append(shortened(finding.answer or finding.question, 200))
        console.print(head)
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
    if view.reviewed:
        console.print(_plain(f"{view.open} of {counted(len(view.findings), 'finding')} open."))
    copies = [s.letter for s in view.sources if s.copy_of]
    if copies:
        console.print(_plain(f"{listed(copies)} republished; counted once."))


def _more(number: int) -> str:
    return f"… {number} more: crosscheck report -f json lists all"


def _plain(words: str) -> Text:
    return _styled(words, "")


def _styled(words: str, style: str) -> Text:
    from rich.text import Text

    return Text(words, style=style, overflow="fold")
