"""``sarif``: the findings as SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

import json
from typing import Any

from compare.model import Source
from reports.check.sarif import RANKS, ROOT, SCHEMA, link_free, place_of, semantic
from reports.finding_view import Finding
from reports.machine.findings import LEVELS, RULES, pointed_at, rule_of, sentence
from reports.statement_view import StatementView
from reports.view import View


def render_sarif(view: View) -> str:
    """Return the run; what a person decided is suppressed, not left out."""
    run = {
        "tool": {"driver": {"name": "crosscheck", "semanticVersion": semantic(view.version), "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "crosscheck/comparison/"},
        "invocations": [{"executionSuccessful": not view.unread, "toolExecutionNotifications": _unread(view)}],
        "artifacts": [{"location": place_of(s.path), "hashes": {"sha-256": s.sha256}} for s in view.comparison.sources],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that the paths are counted from."}}},
        "results": [_result(finding, view) for finding in view.findings],
    }
    report = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "name": row.name,
            "shortDescription": {"text": row.word},
            "fullDescription": {"text": row.means},
            "help": {"text": row.means, "markdown": f"**{row.means}**"},
            "properties": {"tags": ["fact-check"]},
        }
        for row in RULES.values()
    ]


def _unread(view: View) -> list[dict[str, Any]]:
    return [{"level": "error", "message": {"text": f"{path} was not read: {reason}."}} for path, reason in view.unread]


def _result(finding: Finding, view: View) -> dict[str, Any]:
    first = pointed_at(finding)
    others = [s for s in finding.said if s is not first]
    links = "".join(f" [{s.letter}: {link_free(s.value)}]({n})" for n, s in enumerate(others, start=1))
    row: dict[str, Any] = {
        "ruleId": rule_of(finding).id,
        "ruleIndex": list(RULES.values()).index(rule_of(finding)),
        "kind": "fail",
        "level": LEVELS[finding.severity_key],
        "message": {"text": link_free(sentence(finding)) + links},
        "locations": [_location(first, view)],
        "relatedLocations": [
            {"id": n, "message": {"text": s.quote}} | _location(s, view) for n, s in enumerate(others, start=1)
        ],
        "partialFingerprints": {"primaryLocationLineHash": f"{finding.key}:1", "factKey/v1": finding.key},
        "rank": RANKS[finding.severity_key],
        "properties": {"probability": finding.probability, "supported": finding.supported or ""},
    }
    if finding.decision is not None:
        parked = finding.is_open or finding.decision.what == "needs-call"
        status = "underReview" if parked else "accepted"
        why = f"{finding.decision.words} {finding.decision.note}".strip()
        row["suppressions"] = [{"kind": "external", "status": status, "justification": why}]
    return row


def _location(statement: StatementView, view: View) -> dict[str, Any]:
    source = next(s for s in view.comparison.sources if s.id == _source_of(statement, view))
    region: dict[str, Any] = {"startLine": statement.line, "startColumn": statement.column}
    if source.format not in ("text", "markdown"):  # lines of what was read, not of the file
        region = {"startLine": 1}
    return {
        "physicalLocation": {
            "artifactLocation": place_of(source.path),
            "region": region | {"snippet": {"text": statement.quote}},
        }
    }


def _source_of(statement: StatementView, view: View) -> str:
    sources: tuple[Source, ...] = view.comparison.sources
    return next(s.id for s, row in zip(sources, view.sources, strict=True) if row.letter == statement.letter)
