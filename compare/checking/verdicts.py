"""The verdicts on a statement of a draft, in one table: rule id, level, severity and the words that reports use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CheckVerdict = Literal[
    "misquoted", "contradicted", "overtaken", "too-strong", "not-found", "one-source", "supported", "not-checkable"
]
Level = Literal["error", "warning", "note", "none"]
Severity = Literal["high", "medium", "low", "none"]
Precision = Literal["very-high", "high", "medium"]


@dataclass(frozen=True, slots=True)
class Row:
    """One verdict."""

    verdict: CheckVerdict
    rule: str  # stable id; stands in reports, suppressions and gates
    name: str  # SARIF's name of the rule
    word: str  # as reports print it
    level: Level
    severity: Severity
    precision: Precision
    means: str  # one sentence
    advice: str  # what an editor does about it


VERDICTS: dict[CheckVerdict, Row] = {
    row.verdict: row
    for row in (
        Row(
            "misquoted",
            "CMP105",
            "draft-misquoted",
            "Misquoted",
            "error",
            "high",
            "very-high",
            "Words inside quotation marks differ from the source's, or are given to someone else.",
            "Put the source's exact words inside the marks, or take the marks away.",
        ),
        Row(
            "contradicted",
            "CMP104",
            "draft-contradicted",
            "Contradicted",
            "error",
            "high",
            "high",
            "The sources give a value or an account that cannot be right together with the draft's.",
            "Take the sources' wording, or name the source that says otherwise.",
        ),
        Row(
            "overtaken",
            "CMP102",
            "draft-overtaken",
            "Overtaken",
            "error",
            "high",
            "high",
            "The draft uses an expectation or an early figure that a later report replaced.",
            "Take what was reported afterwards.",
        ),
        Row(
            "too-strong",
            "CMP103",
            "draft-too-strong",
            "Too strong",
            "warning",
            "medium",
            "medium",
            "The draft drops the sources' hedge, bound or attribution.",
            "Put back the word that the sources use: 'may', 'at least', 'according to'.",
        ),
        Row(
            "not-found",
            "CMP101",
            "draft-unsupported",
            "Not found",
            "warning",
            "medium",
            "medium",
            "No source was found that says this.",
            "Name a source for it, or take it out.",
        ),
        Row(
            "one-source",
            "CMP106",
            "draft-one-source",
            "One source only",
            "note",
            "low",
            "high",
            "Only one independent source says this.",
            "Find a second source, or say who says it.",
        ),
        Row(
            "supported",
            "CMP100",
            "draft-supported",
            "Supported",
            "none",
            "none",
            "high",
            "Two or more independent sources say this.",
            "Nothing to do.",
        ),
        Row(
            "not-checkable",
            "CMP109",
            "draft-not-checkable",
            "Not checkable",
            "none",
            "none",
            "high",
            "The words make no claim that sources could bear out.",
            "Nothing to do.",
        ),
    )
}
MUST_STATE = Row(
    "not-found",
    "CMP107",
    "draft-omits-fact",
    "Missing",
    "error",
    "high",
    "high",
    "A fact that must stand in the draft does not.",
    "State the fact.",
)
RULES: tuple[Row, ...] = (*VERDICTS.values(), MUST_STATE)
FINDINGS: frozenset[CheckVerdict] = frozenset(v for v, row in VERDICTS.items() if row.level != "none")
