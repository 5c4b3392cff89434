"""``line``: path:line:column: level: text [RULE], as editors and CI logs read it."""

from __future__ import annotations

from compare.checking.gate import GateResult
from compare.checking.model import DraftCheck
from compare.checking.verdicts import MUST_STATE
from reports.check.message import label_message, missing_facts, open_findings, state_words, trouble
from reports.wording import squeezed


def render_line(checked: DraftCheck, result: GateResult) -> str:
    """Return one line a finding; what is suppressed, known or decided comes as a note that says so."""
    path = squeezed(checked.draft.path)
    rows = []
    shown = set(open_findings(checked))
    for check in checked.findings:
        place = f"{path}:{check.mark_line}:{check.mark_column}"
        if check in shown:
            rows.append(f"{place}: {check.row.level}: {label_message(check, checked)} [{check.row.rule}]")
        elif check.state in ("suppressed", "decided"):
            rows.append(f"{place}: note: {check.label} {check.row.word}, {state_words(check)} [{check.row.rule}]")
    for line, column, words in missing_facts(checked):
        rows.append(f"{path}:{line}:{column}: error: {words} [{MUST_STATE.rule}]")
    rows += [
        f"{path}:{s.line}:{s.column}: note: this suppression of {s.target} covers nothing" for s in unused(checked)
    ]
    rows += [f"{path}:1:1: error: {words}" for words in trouble(checked)]
    rows += [f"{path}:1:1: note: {squeezed(words)}" for words in checked.notes]
    rows += [f"{path}:1:1: {'note' if result.exit_code == 0 else 'error'}: {squeezed(result.sentence)}"]
    return "\n".join(rows) + "\n"


def unused(checked: DraftCheck) -> tuple:  # type: ignore[type-arg]
    """Return the suppressions that cover no finding."""
    return tuple(s for s in checked.suppressions if not s.used)
