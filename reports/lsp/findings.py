"""A check of a draft as the editor shows it: diagnostics, hover, quick fixes."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Hover,
    Location,
    MarkupContent,
    MarkupKind,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from compare.checking.model import Check, DraftCheck, Witness
from compare.checking.verdicts import MUST_STATE
from compare.model import Source
from compare.sources.positions import Places
from reports.check.message import message, missing_facts, trouble
from reports.lsp.desk import Found
from reports.lsp.positions import Lines
from reports.wording import shortened, squeezed

ALWAYS = frozenset({"contradicted", "misquoted", "overtaken", "too-strong"})
SEVERITY = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "note": DiagnosticSeverity.Information,
}
NAME = "crosscheck"
NOT_CHECKED = "not-checked"  # code of what is said of the whole draft
LONGEST_WORDS = 1_000  # characters of a source's statement; sentences are shorter
FILES = ("text", "markdown")  # formats whose text is the file's, so that places in it are places in the file


def diagnostics(found: Found, lines: Lines, also: frozenset[str] = frozenset()) -> list[Diagnostic]:
    """Return what to underline; of a draft that could not be checked, why."""
    rows: list[Diagnostic] = []
    if found.trouble is not None:
        place = (found.trouble.line, found.trouble.column)
        rows.append(_whole(found.trouble.sentence, DiagnosticSeverity.Warning, lines, place))
    if found.checked is None:
        return rows
    checked = found.checked
    rows += [_whole(words, DiagnosticSeverity.Warning, lines, (1, 1)) for words in trouble(checked)]
    for line, column, words in missing_facts(checked):
        range_ = lines.range((line, column), (line, column + 1))
        rows.append(Diagnostic(range_, words, DiagnosticSeverity.Error, MUST_STATE.rule, source=NAME))
    rows += [_diagnostic(c, checked, lines) for c in underlined(checked, also)]
    return rows


def underlined(checked: DraftCheck, also: frozenset[str] = frozenset()) -> Iterator[Check]:
    """Yield the checks that are underlined."""
    for check in checked.findings:
        if check.state == "open" and (check.verdict in ALWAYS or check.verdict in also):
            yield check


def _whole(words: str, severity: DiagnosticSeverity, lines: Lines, place: tuple[int, int]) -> Diagnostic:
    start = lines.position(*place)
    return Diagnostic(Range(start, start), squeezed(words), severity, NOT_CHECKED, source=NAME)


def _diagnostic(check: Check, checked: DraftCheck, lines: Lines) -> Diagnostic:
    return Diagnostic(
        marked(check, lines),
        message(check, checked),
        SEVERITY[check.row.level],
        check.row.rule,
        source=NAME,
        related_information=[_related(w, checked, lines) for w in check.assessment.witnesses],
        data={"key": check.key},
    )


def marked(check: Check, lines: Lines) -> Range:
    """Return the place of the words concerned."""
    return lines.range((check.mark_line, check.mark_column), (check.mark_end_line, check.mark_end_column))


def _related(witness: Witness, checked: DraftCheck, lines: Lines) -> DiagnosticRelatedInformation:
    source = next(s for s in checked.sources if s.id == witness.source)
    words = f"{_name(source)}: “{shortened(witness.text, LONGEST_WORDS)}”"
    file = Path(source.path).resolve().as_uri()
    return DiagnosticRelatedInformation(Location(file, _place(witness, source, lines)), words)


def _place(witness: Witness, source: Source, lines: Lines) -> Range:
    """Return the place of the words in the source's file; the file's start where its text is not the file's own."""
    if source.format not in FILES:
        return Range(Position(0, 0), Position(0, 0))
    places = Places(source.text)
    own = Lines(source.text, lines.encoding)
    return own.range(places.line_column(witness.start), places.line_column(witness.end))


def _name(source: Source) -> str:
    name = squeezed(source.id)
    return f"{squeezed(source.publisher)} ({name})" if source.publisher else name


def hover(found: Found, position: Position, lines: Lines) -> Hover | None:
    """Return the verdict on the statement at a position with the sources' words, as plain text."""
    at = lines.line_column(position)
    checks = found.checked.checks if found.checked else ()
    check = next((c for c in checks if (c.line, c.column) <= at < (c.end_line, c.end_column)), None)
    if check is None or found.checked is None:
        return None
    told = check.assessment
    rows = [f"{message(check, found.checked)} [{check.row.rule}]"]
    for witness in told.witnesses:
        source = next(s for s in found.checked.sources if s.id == witness.source)
        rows.append(f"{_name(source)}, line {witness.line}:\n“{shortened(witness.text, LONGEST_WORDS)}”")
    rows += [squeezed(note) for note in told.notes]
    range_ = lines.range((check.line, check.column), (check.end_line, check.end_column))
    return Hover(MarkupContent(MarkupKind.PlainText, "\n\n".join(rows)), range_)


def quick_fixes(
    found: Found, wanted: Range, lines: Lines, uri: str, version: int | None, *, also: frozenset[str], versioned: bool
) -> list[CodeAction]:
    """Return the fixes for the findings that a range touches: the sources' wording put in the draft's place."""
    if found.checked is None:
        return []
    actions = []
    markup = found.checked.draft.format in ("html", "markdown")
    for check in underlined(found.checked, also):
        place = marked(check, lines)
        if not _touch(place, wanted):
            continue
        for title, where, words in _fixes(check, lines):
            edit = TextEdit(where, html.escape(words, quote=False).replace("&amp;", "&") if markup else words)
            actions.append(
                CodeAction(
                    title,
                    CodeActionKind.QuickFix,
                    [_diagnostic(check, found.checked, lines)],
                    is_preferred=True,
                    edit=_edit(uri, version, edit, versioned=versioned),
                )
            )
    return actions


def _fixes(check: Check, lines: Lines) -> Iterator[tuple[str, Range, str]]:
    """Yield the title, the place and the new words; none where markup stands between the draft's words."""
    told = check.assessment
    text = check.statement.text
    start, end = told.mark or (0, len(text))
    first, last = (check.mark_line, check.mark_column), (check.mark_end_line, check.mark_end_column)
    if told.replacement is not None:
        words, own = told.replacement, text[start:end]
        title = "Use the sources' words"
    elif told.suggestion is not None:
        words, own = told.suggestion, text
        first, last = (check.line, check.column), (check.end_line, check.end_column)
        title = "Use the sources' sentence"
    else:
        return
    if lines.text[lines.offset(*first) : lines.offset(*last)] == own:
        bare = words.strip('“”"')
        yield f"{title}: “{shortened(bare, 80)}”", lines.range(first, last), squeezed(words)


def _edit(uri: str, version: int | None, edit: TextEdit, *, versioned: bool) -> WorkspaceEdit:
    if not versioned:
        return WorkspaceEdit(changes={uri: [edit]})
    return WorkspaceEdit(
        document_changes=[TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(uri, version), [edit])]
    )


def _touch(one: Range, other: Range) -> bool:
    def key(place: Position) -> tuple[int, int]:
        return place.line, place.character

    return key(one.start) <= key(other.end) and key(other.start) <= key(one.end)
