"""``text``: one block a finding, the draft's words above the sources' words; then what is borne out, then the gate."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from compare.checking.gate import GateResult
from compare.checking.model import Check, DraftCheck
from compare.checking.verdicts import VERDICTS
from reports.check.line import unused
from reports.check.message import missing_facts, plain, state_words, trouble, why
from reports.formats import Options
from reports.terminal import to_ascii
from reports.wording import counted, shortened, squeezed

STYLES = {
    "misquoted": "1;31",
    "contradicted": "1;31",
    "overtaken": "1;34",
    "too-strong": "1;33",
    "not-found": "1;35",
    "one-source": "2",
    "supported": "1;32",
}
QUOTED = 300  # characters of a statement shown
OTHERS = 200


def render_text(checked: DraftCheck, result: GateResult, options: Options) -> str:
    """Return the check for a terminal of at least 80 columns, with ANSI colours where asked."""
    rows = list(_rows(checked, result, options))
    text = "\n".join(row.rstrip() for row in rows) + "\n"
    return to_ascii(text) if options.ascii_only else text


def _rows(checked: DraftCheck, result: GateResult, options: Options) -> Iterator[str]:
    paint = _painter(options.color)
    width = max(80, options.width)
    read = counted(len(checked.sources), "source")
    yield paint("1", f"{squeezed(checked.draft.path)}: checked against {read}")
    for row in checked.unread:
        yield f"  {paint('1;31', 'not read')}  {squeezed(row.path)}: {squeezed(row.reason)}"
    for note in checked.notes:
        yield f"  note: {squeezed(note)}"
    for check in checked.findings:
        yield ""
        yield from _finding(check, checked, width, paint)
    yield from _borne_out(checked, paint)
    for line, column, words in missing_facts(checked):
        yield f"  {paint('1;31', 'missing')}  {squeezed(checked.draft.path)}:{line}:{column}: {words}"
    yield from _listed(checked, paint)
    yield ""
    counts = Counter(c.verdict for c in checked.checks)
    yield ", ".join(f"{counts[v]} {row.word.lower()}" for v, row in VERDICTS.items() if counts[v]) or "no statements"
    yield paint("1;32" if result.exit_code == 0 else "1;31", squeezed(result.sentence))


def _finding(check: Check, checked: DraftCheck, width: int, paint: _Painter) -> Iterator[str]:
    place = f"{squeezed(checked.draft.path)}:{check.mark_line}:{check.mark_column}"
    words = state_words(check)
    state = f"  ({words})" if words else ""
    head = paint(STYLES[check.verdict], check.row.word)
    yield f"{check.label:<5}{head}  {place}  [{check.row.rule}]{state}"
    yield from _wrapped("draft", shortened(check.statement.text, QUOTED), width)
    yield from _wrapped("why", why(check, checked), width)
    for witness in check.assessment.witnesses:
        name = f"{squeezed(witness.source)}:{witness.line}:{witness.column}"
        yield from _wrapped("says", f"{name}  {shortened(witness.text, QUOTED)}", width)
    if check.assessment.suggestion and words == "":
        yield from _wrapped("write", shortened(check.assessment.suggestion, QUOTED), width)
    for note in check.assessment.notes:
        yield from _wrapped("note", plain(note, checked), width)


def _wrapped(label: str, words: str, width: int) -> list[str]:
    first = f"     {label:<6}"
    return textwrap.wrap(squeezed(words), width, initial_indent=first, subsequent_indent=" " * len(first)) or [first]


def _borne_out(checked: DraftCheck, paint: _Painter) -> Iterator[str]:
    good = [c for c in checked.checks if c.verdict == "supported"]
    if good:
        yield ""
    for check in good:
        told = check.assessment
        count = f"{told.sources} sources, {told.independent} independent"
        extra = f"  ({squeezed(told.notes[0])})" if told.notes else ""
        place = f"{check.line}:{check.column}"
        words = shortened(check.statement.text, 90)
        yield f"  {paint(STYLES['supported'], 'Supported')}  {place:<8}{count:<28}{words}{extra}"


def _listed(checked: DraftCheck, paint: _Painter) -> Iterator[str]:
    """Yield what was not checked, and the suppressions, each with its reason: nothing is dropped in silence."""
    for check in checked.checks:
        if check.verdict == "not-checkable":
            words = shortened(check.statement.text, 60)
            yield f"  not checked  {check.line}:{check.column}  {words}: {check.assessment.reason}"
    for part in checked.skipped:
        words = shortened(checked.draft.text[part.start : part.end], 60)
        yield f"  left out  {words}: {squeezed(part.reason)}"
    for suppression in unused(checked):
        yield f"  {suppression.line}:{suppression.column}: this suppression of {suppression.target} covers nothing"
    for words in trouble(checked):
        yield f"  {paint('1;31', squeezed(words))}"


class _Painter:
    """Puts words in ANSI colours, or leaves them."""

    def __init__(self, color: bool) -> None:
        self._color = color

    def __call__(self, style: str, words: str) -> str:
        return f"\x1b[{style}m{words}\x1b[0m" if self._color else words


def _painter(color: bool) -> _Painter:
    return _Painter(color)
