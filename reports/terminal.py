"""The report for a terminal: one block a finding, strips in characters, every statement with file:line:column."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from reports.finding_view import Finding
from reports.strip import axis_text, row_text
from reports.view import View
from reports.wording import KINDS, counted, cut_to, listed, shortened

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STRIP = (14, 32)  # fewest and most characters of a number line
SPEAKER = 18  # columns kept for who says it
NAMES = 24  # most columns for the letters of a row; they wrap, none is left out
AGREEMENTS = 12
ALIKE = 8
COLOURS = {"conflict": "bold red", "update": "bold blue", "difference": "bold yellow", "agreement": "bold green"}
_ASCII = str.maketrans(
    {
        "≠": "!=", "≈": "~=",
        "→": "->", "±": "+-", "○": "o", "●": "*", "─": "-", "◀": "<", "▶": ">", "·": ".", "…": "...",
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
    _alike(console, view)
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
    for sentence in view.summary:
        console.print(_plain(sentence))
    console.print()


def _finding(console: Console, finding: Finding) -> None:
    kind = finding.kind
    first = _styled(f"{finding.label:<4}{kind.mark} {kind.word}", COLOURS[kind.key])
    _row(console, (first, 17), (_plain(finding.severity_key), 7), (_styled(finding.question, "bold"), None))
    _row(console, (_plain(""), 3), (_plain(finding.answer), None))
    _strip(console, finding) if finding.scale else _readings(console, finding)
    for statement in finding.statements:
        console.print(_styled(f"      {statement.letter:<4}{statement.place}", "dim"))
    if finding.decision:
        words = f"{finding.decision.words} by {finding.decision.by}, {finding.decision.at}"
        console.print(_plain(f"    Decision: {words} {finding.decision.note}".rstrip()))
    console.print()


def _strip(console: Console, finding: Finding) -> None:
    if finding.scale is None:
        return
    values = [f"{row.value}, {row.status}" for row in finding.rows]
    wide = min(34, max(len(value) for value in values))
    names = min(NAMES, max([4, *(len(row.who) for row in finding.rows)]))
    width = min(STRIP[1], max(STRIP[0], console.width - wide - SPEAKER - names - 9))
    console.print(_plain(" " * (names + 6) + axis_text(finding.scale, width)))
    for row, value in zip(finding.rows, values, strict=True):
        plot = (_plain(row_text(finding.scale, row.mark, width)), width + 1)
        said_by = (_plain(shortened(row.said_by, 60)), None)
        _row(console, (_plain(""), 3), (_plain(row.who), names + 1), plot, (_plain(value), wide), said_by)


def _readings(console: Console, finding: Finding) -> None:
    names = min(NAMES, max([4, *(len(row.who) for row in finding.rows)]))
    for row in finding.rows:
        who = (_plain(shortened(row.said_by, 60)), 28)
        _row(console, (_plain(""), 3), (_plain(row.who), names + 1), (_plain(shortened(row.value, 200)), None), who)


def _agreements(console: Console, view: View) -> None:
    for finding in view.agreements[:AGREEMENTS]:
        first = _styled(f"{finding.label:<4}{finding.kind.mark} {finding.kind.word}", COLOURS["agreement"])
        count = _plain(f"{counted(finding.sources, 'source')}, {finding.independent} independent")
        _row(console, (first, 16), (count, 25), (_plain(shortened(finding.question, 200)), None))
        if finding.answer:
            _row(console, (_plain(""), 4), (_plain(shortened(finding.answer, 200)), None))
        for statement in finding.compared:
            console.print(_styled(f"      {statement.letter:<4}{statement.place}", "dim"))
    if len(view.agreements) > AGREEMENTS:
        console.print(_plain(cut_to(AGREEMENTS, len(view.agreements))))
    if view.agreements:
        console.print()


def _alike(console: Console, view: View) -> None:
    for finding in view.alike[:ALIKE]:
        first = _styled(f"{finding.label:<4}≈ Read both", "bold")
        who = _plain(f"{listed(finding.letters)}: {finding.chance[:1].lower()}{finding.chance[1:]}")
        _row(console, (first, 16), (_plain(shortened(finding.question, 160)), 44), (who, None))
    if len(view.alike) > ALIKE:
        console.print(_plain(cut_to(ALIKE, len(view.alike))))
    if view.alike:
        console.print()


def _totals(console: Console, view: View) -> None:
    parts = [f"{c.number} from one source only" if c.kind is KINDS["single"] else
             f"{c.number} set aside" if c.kind is KINDS["aside"] else
             f"{c.number} to read together" if c.kind is KINDS["alike"] else
             f"{c.number} compatible" if c.kind is KINDS["room"] else
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


def _plain(words: str) -> Text:
    return _styled(words, "")


def _styled(words: str, style: str) -> Text:
    from rich.text import Text

    return Text(words, style=style, overflow="fold")
