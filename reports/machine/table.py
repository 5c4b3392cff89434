"""``csv``: one row a statement and finding (RFC 4180: commas, CRLF, doubled quotes), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

from reports.finding_view import Finding
from reports.statement_view import StatementView
from reports.view import View

FIELDS = (
    "finding_key,finding,kind,severity,probability,question,source,publisher,status,value,attributed_to,hedges,quote,"
    "file,line,column,paragraph,decision,decided_by,note"
).split(",")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would work out


def render_csv(view: View) -> str:
    """Return the table: findings, then what agrees, then statements to read together."""
    publishers = {s.letter: s.publisher for s in view.sources}
    scores = {fact.key: fact.pairs[0].score if fact.pairs else 0.0 for fact in view.comparison.facts}
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(FIELDS)
    for finding in (*view.facts, *view.alike):
        for statement in finding.statements:
            told = _row(finding, statement, publishers[statement.letter], scores[finding.key])
            rows.writerow([_safe(cell) for cell in told])
    return out.getvalue()


def _row(finding: Finding, s: StatementView, publisher: str, score: float) -> list[str]:
    decided = finding.decision
    return [
        finding.key,
        finding.label,
        finding.relation,
        finding.severity_key,
        f"{score:.2f}",
        finding.question,
        s.letter,
        publisher,
        s.status,
        s.value,
        s.said_by,
        "; ".join(s.hedges),
        s.quote,
        s.path,
        str(s.line),
        str(s.column),
        str(s.paragraph),
        decided.words if decided else "",
        decided.by if decided else "",
        " ".join(decided.note.split()) if decided else "",
    ]


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
