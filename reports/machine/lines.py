"""``line``: path:line:column: level: text [RULE], as CI logs read it; ``github``: the same as workflow commands."""

from __future__ import annotations

from reports.check.github import LEVELS as COMMANDS
from reports.check.github import command
from reports.machine.findings import LEVELS, pointed_at, rule_of, sentence
from reports.view import View


def render_line(view: View) -> str:
    """Return one line a finding, then what was not read and the totals."""
    rows = []
    for finding in view.standing:
        at = pointed_at(finding)
        rows.append(f"{at.place}: {LEVELS[finding.severity_key]}: {sentence(finding)} [{rule_of(finding).id}]")
    rows += [f"{path}:1:1: error: not read: {reason}" for path, reason in view.unread]
    rows.append(f"crosscheck: {' '.join(view.summary)}")
    return "\n".join(rows) + "\n"


def render_github(view: View) -> str:
    """Return one workflow command a finding, then what was not read."""
    rows = []
    for finding in view.standing:
        at = pointed_at(finding)
        level = COMMANDS[LEVELS[finding.severity_key]]
        title = f"{finding.label} {finding.kind.word} [{rule_of(finding).id}]"
        words = sentence(finding).partition(": ")[2]
        rows.append(command(level, words, file=at.path, line=at.line, col=at.column, title=title))
    rows += [command("error", reason, file=path, line=1, title="crosscheck: not read") for path, reason in view.unread]
    rows.append(command("notice", " ".join(view.summary), title="crosscheck"))
    return "\n".join(rows) + "\n"
