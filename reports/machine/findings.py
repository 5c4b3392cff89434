"""What every machine output says of a finding: its rule, its level, and the statement that it points at."""

from __future__ import annotations

from dataclasses import dataclass

from reports.finding_view import Finding
from reports.statement_view import StatementView


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One kind of finding, as CI and code scanning know it."""

    id: str
    name: str
    word: str
    means: str


RULES = {
    row.id: row
    for row in (
        RuleRow("CMP001", "values-differ", "Values", "Sources give values for one thing that cannot all be right."),
        RuleRow("CMP002", "quotes-differ", "Quotations", "Sources give one quotation in words that differ."),
        RuleRow("CMP003", "accounts-differ", "Accounts", "Sources tell one thing in ways that cannot all be right."),
        RuleRow("CMP010", "overtaken", "Overtaken", "A later report replaces an expectation or an earlier figure."),
        RuleRow("CMP020", "detail-differs", "Detail", "Sources differ in detail, and all of them can be right."),
    )
}
LEVELS = {"high": "error", "medium": "warning", "low": "note"}


def rule_of(finding: Finding) -> RuleRow:
    """Return the rule of a finding."""
    if finding.kind.key == "update":
        return RULES["CMP010"]
    if finding.kind.key == "difference":
        return RULES["CMP020"]
    family = finding.pairs[0].rule.partition(".")[0] if finding.pairs else ""
    if family == "quotation":
        return RULES["CMP002"]
    return RULES["CMP003" if family in ("proposition", "statement", "") else "CMP001"]


def pointed_at(finding: Finding) -> StatementView:
    """Return the first statement of the value that the fewest sources give: what most likely needs a look."""
    fewest = min(finding.rows, key=lambda row: len(row.letters), default=None)
    if fewest is None:
        return finding.statements[0]
    own = [s for s in finding.statements if s.letter in fewest.letters]
    return next((s for s in own if s.value == fewest.value), (*own, *finding.statements)[0])


def sentence(finding: Finding) -> str:
    """Return 'F1 conflict: How long did the talks last? 5 hours (A); 3 hours (B).'"""
    stop = "" if finding.question.endswith(("?", ".")) else "."
    return f"{finding.label} {finding.kind.word.lower()}: {finding.question}{stop} {finding.answer}"
