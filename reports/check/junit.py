"""``junit``: JUnit XML, one test case a statement, as CI systems show it (the schema of Jenkins' xUnit plugin)."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from compare.checking.gate import GateResult
from compare.checking.model import Check, DraftCheck
from compare.checking.verdicts import MUST_STATE
from reports.check.message import message, missing_facts, state_words, trouble
from reports.wording import shortened, shown, squeezed

# characters that XML 1.0 does not allow, not even as references
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(checked: DraftCheck, result: GateResult) -> str:
    """Return the XML: errors are failures; warnings and notes pass with their message in the output."""
    cases = [_case(check, checked) for check in checked.checks]
    cases += [
        _failed("must-state", f"line {line}", words, MUST_STATE.rule) for line, _, words in missing_facts(checked)
    ]
    cases += [_error("incomplete", words) for words in trouble(checked)]
    gate = squeezed(result.sentence)
    if result.exit_code == 0:
        cases.append(
            f'  <testcase classname="crosscheck.gate" name="gate"><system-out>{_text(gate)}</system-out></testcase>'
        )
    elif result.exit_code == 1:
        cases.append(_failed("gate", "gate", gate, "gate"))
    else:
        cases.append(_error("gate", gate))
    failures = sum("<failure" in c for c in cases)
    errors = sum("<error" in c for c in cases)
    skipped = sum("<skipped" in c for c in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}" skipped="{skipped}"'
    name = _attribute(checked.draft.path)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="crosscheck" {counts}>\n <testsuite name={name} {counts}>\n'
        + "\n".join(cases)
        + "\n </testsuite>\n</testsuites>\n"
    )


def _case(check: Check, checked: DraftCheck) -> str:
    name = f"{check.line}:{check.column} {shortened(check.statement.text, 100)}"
    file = _attribute(checked.draft.path)
    head = f'  <testcase classname="crosscheck.{check.verdict}" name={_attribute(name)} file={file}'
    head += f' line="{check.mark_line}">'
    state = state_words(check)
    if state or check.verdict == "not-checkable":
        return f"{head}<skipped message={_attribute(state or check.assessment.reason)}/></testcase>"
    if check.row.level == "error":
        return f"{head}{_failure(message(check, checked), check.row.rule, _details(check))}</testcase>"
    if check.label:
        return f"{head}<system-out>{_text(f'{message(check, checked)} [{check.row.rule}]')}</system-out></testcase>"
    return f"{head}</testcase>"


def _details(check: Check) -> str:
    rows = [f"draft: {squeezed(check.statement.text)}"]
    rows += [f"{w.source}:{w.line}:{w.column}: {squeezed(w.text)}" for w in check.assessment.witnesses]
    if check.assessment.suggestion:
        rows.append(f"write: {squeezed(check.assessment.suggestion)}")
    return "\n".join(rows)


def _failed(kind: str, name: str, words: str, rule: str) -> str:
    return (
        f'  <testcase classname="crosscheck.{kind}" name={_attribute(name)}>{_failure(words, rule, words)}</testcase>'
    )


def _failure(words: str, rule: str, details: str) -> str:
    return f"<failure message={_attribute(words)} type={_attribute(rule)}>{_text(details)}</failure>"


def _error(kind: str, words: str) -> str:
    return (
        f'  <testcase classname="crosscheck.{kind}" name={_attribute(shortened(words, 100))}>'
        f'<error message={_attribute(words)} type="incomplete">{_text(words)}</error></testcase>'
    )


def _text(words: str) -> str:
    return escape(_allowed(words))


def _attribute(words: str) -> str:
    return quoteattr(_allowed(squeezed(words)))


def _allowed(words: str) -> str:
    return FORBIDDEN.sub("\ufffd", "\n".join(shown(line) for line in words.split("\n")))
