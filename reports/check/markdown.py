"""``markdown``: a comment for a pull request, cut at 60,000 characters with a count of what is left out.

All words of the draft and of the sources are escaped: they can make no link, no mention and no HTML.
"""

from __future__ import annotations

import re
from collections import Counter

from compare.checking.gate import GateResult
from compare.checking.model import Check, DraftCheck
from compare.checking.verdicts import VERDICTS
from reports.check.message import missing_facts, open_findings, state_words, trouble, why
from reports.wording import counted, shortened, squeezed

LONGEST = 60_000  # characters; GitHub takes 65,536 and counts some twice
QUOTED = 400
GRAVITY = {"error": 0, "warning": 1, "note": 2}
SPECIAL = re.compile(r"([\\`*_\[\]<>|#~!&(){}$:@])")
MARK = "<!-- crosscheck check -->"  # by it a bot finds its own earlier comment


def render_markdown(checked: DraftCheck, result: GateResult) -> str:
    """Return the comment: the gate first, then the findings, the gravest first."""
    head = [MARK, f"## Crosscheck: {_plain(checked.draft.path)}", "", f"**{_plain(result.sentence)}**", ""]
    counts = Counter(c.verdict for c in checked.checks)
    words = [f"{counts[v]} {row.word.lower()}" for v, row in VERDICTS.items() if counts[v]]
    head += [f"{counted(len(checked.sources), 'source')}. {', '.join(words) or 'No statements'}.", ""]
    head += [f"- Not read: {_plain(u.path)}: {_plain(u.reason)}" for u in checked.unread]
    head += [f"- {_plain(t)}" for t in trouble(checked) if "could not be read" not in t]
    head += [f"- {_plain(message)} (line {line})" for line, _, message in missing_facts(checked)]
    head += [f"- {_plain(note)}" for note in checked.notes]
    rows = sorted(open_findings(checked), key=lambda c: GRAVITY[c.row.level])
    tail = _tail(checked)
    return _cut(head, [_finding(check, checked) for check in rows], tail)


def _finding(check: Check, checked: DraftCheck) -> list[str]:
    told = check.assessment
    unit = "line" if checked.unit == "line" else "paragraph"
    rows = [
        f"### {check.label} {check.row.word}: {unit} {check.mark_line}",
        "",
        f"> {_plain(shortened(check.statement.text, QUOTED))}",
        "",
        f"{_plain(why(check, checked))} ({check.row.rule})",
        "",
    ]
    for witness in told.witnesses:
        place = f"{witness.source}, line {witness.line}"
        rows.append(f"- {_plain(place)}: “{_plain(shortened(witness.text, QUOTED))}”")
    if told.witnesses:
        rows.append("")
    if told.suggestion:
        rows += [f"Write: {_plain(shortened(told.suggestion, QUOTED))}", ""]
    return rows


def _tail(checked: DraftCheck) -> list[str]:
    shown = [c for c in checked.findings if c.state in ("suppressed", "decided")]
    rows = [f"- {c.label} {c.row.word}, line {c.mark_line}: {_plain(state_words(c))}" for c in shown]
    rows += [
        f"- line {s.line}: this suppression of {_plain(s.target)} covers nothing ({_plain(s.reason)})"
        for s in checked.suppressions
        if not s.used
    ]
    return ["### Suppressed or decided", "", *rows, ""] if rows else []


def _cut(head: list[str], findings: list[list[str]], tail: list[str]) -> str:
    """Join the parts; findings that do not fit are counted, the head and the suppressions always stand."""
    closing = "\n".join(tail)
    room = LONGEST - 200
    text = "\n".join(head) + "\n"
    if len(text) + len(closing) > room:
        closing = ""
        text = text[:room].rsplit("\n", 1)[0] + "\n"
    left = 0
    for number, rows in enumerate(findings):
        part = "\n".join(rows) + "\n"
        if len(text) + len(part) + len(closing) > room:
            left = len(findings) - number
            break
        text += part
    if left:
        text += f"{counted(left, 'more finding')} in the artifact.\n\n"
    return text + closing


def _plain(words: str) -> str:
    """Escape words for Markdown, on one line.  A zero-width space parts '@' from a name: nobody is called."""
    return SPECIAL.sub(r"\\\1", squeezed(words)).replace("\\@", "@\u200b").replace("\\:", ":")
