"""``github``: workflow commands that GitHub shows as annotations on the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
GitHub shows at most 10 errors, 10 warnings and 10 notices a step and 50 a job: what is beyond them is counted in a
notice of its own, so the gravest come first and nothing is lost in silence.
"""

from __future__ import annotations

from collections import Counter

from compare.checking.gate import GateResult
from compare.checking.model import DraftCheck
from compare.checking.verdicts import MUST_STATE
from reports.check.message import message, missing_facts, open_findings, trouble
from reports.wording import squeezed

MOST = {"error": 10, "warning": 10, "notice": 9}  # one notice is kept for the count of what is left out
LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
LONGEST = 4_000  # characters of a message; a log line of GitHub's holds more, an annotation shows less


def render_github(checked: DraftCheck, result: GateResult) -> str:
    """Return one workflow command a finding, within GitHub's limits; the gate's sentence last."""
    path = checked.draft.path
    rows: list[tuple[str, str]] = []
    failed = "notice" if result.exit_code == 0 else "error"
    rows.append((failed, command(failed, squeezed(result.sentence), file=path, line=1, title="crosscheck gate")))
    rows += [
        ("error", command("error", t, file=path, line=1, title="crosscheck: incomplete")) for t in trouble(checked)
    ]
    for line, column, words in missing_facts(checked):
        told = command("error", words, file=path, line=line, col=column, title=f"{MUST_STATE.rule} {MUST_STATE.word}")
        rows.append(("error", told))
    for check in open_findings(checked):
        level = LEVELS[check.row.level]
        where: dict[str, str | int] = {"file": path, "line": check.mark_line}
        if checked.unit == "line":
            where |= {"endLine": check.mark_end_line, "col": check.mark_column}
            if check.mark_end_line == check.mark_line:  # GitHub refuses columns that span lines
                where["endColumn"] = max(check.mark_end_column - 1, check.mark_column)
        title = f"{check.label} {check.row.word} [{check.row.rule}]"
        rows.append((level, command(level, message(check, checked), **where, title=title)))
    return "\n".join(_within_limits(rows)) + "\n"


def command(level: str, words: str, **where: str | int) -> str:
    """Return a workflow command; the message and each property are escaped as GitHub asks."""
    given = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    return f"::{level} {given}::{_data(words[:LONGEST])}"


def _within_limits(rows: list[tuple[str, str]]) -> list[str]:
    kept: list[str] = []
    seen: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for level, row in rows:
        if seen[level] < MOST[level]:
            seen[level] += 1
            kept.append(row)
        else:
            left[level] += 1
    if left:
        counts = ", ".join(f"{left[level]} {level}" for level in MOST if left[level])
        kept.append(command("notice", f"More than GitHub shows: {counts}; see the full report.", title="crosscheck"))
    return kept


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
