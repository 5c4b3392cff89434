"""``sarif``: SARIF 2.1.0 (OASIS), for code scanning and editors.

Columns count from 1 in code points, ends are exclusive; GitHub reads only the first location and only the fingerprint
``primaryLocationLineHash``.  GitHub shows at most 5,000 results a run, and its list of supported properties has no
suppressions: `render_for_github` leaves out what is suppressed or decided.  What a diff did not touch is never written.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from compare.checking.gate import GateResult
from compare.checking.model import Check, DraftCheck, Witness
from compare.checking.verdicts import MUST_STATE, RULES, Row
from compare.model import Source
from compare.sources.positions import Places
from compare.wire.report import tool_version
from reports.check.message import message
from reports.wording import shown, squeezed

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "SRCROOT"
MOST_RESULTS = 5_000  # what GitHub shows of a run; the gravest come first
MOST_RELATED = 10
RANKS = {"high": 90.0, "medium": 50.0, "low": 10.0, "none": 0.0}
GRAVITY = ("error", "warning", "note")


def render_sarif(checked: DraftCheck, result: GateResult) -> str:
    """Return the check as SARIF text."""
    return _text(sarif(checked, result))


def render_for_github(checked: DraftCheck, result: GateResult) -> str:
    """Return the check as SARIF text without what is suppressed or decided: GitHub would open an alert for it."""
    kept = tuple(c for c in checked.checks if c.state not in ("suppressed", "decided"))
    return _text(sarif(replace(checked, checks=kept), result))


def _text(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def sarif(checked: DraftCheck, result: GateResult) -> dict[str, Any]:
    """Return the check as SARIF's plain values."""
    articles = {checked.draft.path: checked.draft} | {s.path: s for s in checked.sources}
    rules = list(RULES)
    touched = [c for c in checked.findings if c.state != "untouched"]
    rows = sorted(touched, key=lambda c: GRAVITY.index(c.row.level))[:MOST_RESULTS]
    results = [_result(c, checked, rules.index(c.row)) for c in rows]
    results += [
        _missing(fact.text, fact.reason, fact.line, checked, rules) for fact in checked.required if not fact.stated
    ]
    run = {
        "tool": {
            "driver": {
                "name": "crosscheck",
                "semanticVersion": semantic(tool_version()),
                "rules": [_rule(row) for row in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"crosscheck/{PurePosixPath(checked.draft.path).name}/"},
        "invocations": [_invocation(checked, result)],
        "artifacts": [_artifact(source) for source in articles.values()],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that the paths are counted from."}}},
        "results": results,
    }
    if checked.unit == "paragraph":
        run["properties"] = {"lines": "A DOCX file has no lines: startLine is the number of the paragraph."}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(row: Row) -> dict[str, Any]:
    level = "note" if row.level == "none" else row.level
    severity = "recommendation" if level == "note" else level
    return {
        "id": row.rule,
        "name": row.name,
        "shortDescription": {"text": row.word},
        "fullDescription": {"text": row.means},
        "help": {"text": f"{row.means} {row.advice}", "markdown": f"**{row.means}**\n\n{row.advice}"},
        "defaultConfiguration": {"level": level},
        "properties": {"precision": row.precision, "problem.severity": severity, "tags": ["fact-check"]},
    }


def _result(check: Check, checked: DraftCheck, index: int) -> dict[str, Any]:
    told = check.assessment
    related = [_related(w, number, checked) for number, w in enumerate(told.witnesses[:MOST_RELATED], start=1)]
    links = "".join(f" [{_link_text(w)}]({n})" for n, w in enumerate(told.witnesses[:MOST_RELATED], start=1))
    row: dict[str, Any] = {
        "ruleId": check.row.rule,
        "ruleIndex": index,
        "kind": "fail",
        "level": check.row.level,
        "message": {"text": link_free(message(check, checked)) + links},
        "locations": [_location(checked.draft, _region(check, checked))],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{check.key.removeprefix('k-')}:1",
            "checkKey/v1": check.key,
        },
        "rank": RANKS[check.row.severity],
        "properties": {
            "verdict": check.verdict,
            "state": check.state,
            "label": check.label,
            **({"suggestion": squeezed(told.suggestion)} if told.suggestion else {}),
        },
    }
    if related:
        row["relatedLocations"] = related
    if "baseline" in checked.settings:  # on every result or on none
        row["baselineState"] = "unchanged" if check.state == "known" else "new"
    if told.replacement is not None and checked.unit == "line" and checked.draft.format != "html":
        row["fixes"] = [_fix(check, checked)]
    if check.state in ("suppressed", "decided"):
        why = check.suppression.reason if check.suppression else check.decision or ""
        kind = "inSource" if check.state == "suppressed" else "external"
        row["suppressions"] = [{"kind": kind, "status": "accepted", "justification": squeezed(why)}]
    return row


def _region(check: Check, checked: DraftCheck) -> dict[str, Any]:
    if checked.unit == "paragraph":
        return {"startLine": check.mark_line}
    start, end = check.assessment.mark or (0, len(check.statement.text))
    return {
        "startLine": check.mark_line,
        "startColumn": check.mark_column,
        "endLine": check.mark_end_line,
        "endColumn": check.mark_end_column,
        "snippet": {"text": shown(check.statement.text[start:end])},
    }


def _fix(check: Check, checked: DraftCheck) -> dict[str, Any]:
    region = {k: v for k, v in _region(check, checked).items() if k != "snippet"}
    change = {"deletedRegion": region, "insertedContent": {"text": check.assessment.replacement}}
    return {
        "description": {"text": "Take the source's words."},
        "artifactChanges": [{"artifactLocation": place_of(checked.draft.path), "replacements": [change]}],
    }


def _related(witness: Witness, number: int, checked: DraftCheck) -> dict[str, Any]:
    source = next(s for s in checked.sources if s.id == witness.source)
    places = Places(source.text)
    end_line, end_column = places.line_column(witness.end)
    region: dict[str, Any] = {
        "startLine": witness.line,
        "startColumn": witness.column,
        "endLine": end_line,
        "endColumn": end_column,
        "snippet": {"text": shown(witness.text)},
    }
    if source.format not in ("text", "markdown"):  # lines of what was read, not of the file
        region = {"startLine": 1, "snippet": region["snippet"]}
    return {"id": number, "message": {"text": f"{source.id}: {squeezed(witness.text)}"}} | _location(source, region)


def _missing(fact: str, reason: str, line: int | None, checked: DraftCheck, rules: list[Row]) -> dict[str, Any]:
    return {
        "ruleId": MUST_STATE.rule,
        "ruleIndex": rules.index(MUST_STATE),
        "kind": "fail",
        "level": MUST_STATE.level,
        "message": {"text": link_free(f"The draft must state: {squeezed(fact)} {squeezed(reason)}")},
        "locations": [_location(checked.draft, {"startLine": line or 1})],
        "rank": RANKS[MUST_STATE.severity],
        **({"baselineState": "new"} if "baseline" in checked.settings else {}),
    }


def _location(source: Source, region: dict[str, Any]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": place_of(source.path), "region": region}}


def place_of(path: str) -> dict[str, Any]:
    uri = quote(path.replace("\\", "/"), safe="/._-~")
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri.removeprefix("./"), "uriBaseId": ROOT}


def _artifact(source: Source) -> dict[str, Any]:
    return {"location": place_of(source.path), "hashes": {"sha-256": source.sha256}}


def _invocation(checked: DraftCheck, result: GateResult) -> dict[str, Any]:
    notes = [{"level": "error", "message": {"text": squeezed(problem)}} for problem in checked.problems]
    return {
        "executionSuccessful": not result.problems,
        "exitCode": result.exit_code,
        "exitCodeDescription": squeezed(result.sentence),
        **({"toolExecutionNotifications": notes} if notes else {}),
    }


def link_free(words: str) -> str:
    """Escape what SARIF reads as links in a message (section 3.11.6)."""
    return words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _link_text(witness: Witness) -> str:
    return link_free(squeezed(witness.source))


def semantic(version: str) -> str:
    parts = [p if p.isdigit() else "0" for p in version.split("+", maxsplit=1)[0].split(".")[:3]]
    return ".".join([*parts, "0", "0", "0"][:3])
