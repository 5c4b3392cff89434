"""A check of a draft as versioned JSON, described by ``schema/check-1.json``, and the keys of an earlier one.

Lines and columns count from 1 in code points; ends are exclusive.  Same check, same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from compare.checking.gate import GateResult
from compare.checking.model import Check, DraftCheck, Suppression, Witness
from compare.checking.verdicts import VERDICTS
from compare.errors import WireError
from compare.facts.labels import letter
from compare.model import Source
from compare.sources.positions import Places
from compare.wire.codec import encode
from compare.wire.report import created_at, dumps, tool_version

__all__ = ["SCHEMA", "check_json", "dumps", "known_findings", "load_check_schema", "read_baseline"]

SCHEMA = "crosscheck-check/1"


def check_json(checked: DraftCheck, result: GateResult) -> dict[str, Any]:
    """Return a check and the gate's answer as plain JSON values."""
    counts = Counter(c.verdict for c in checked.checks)
    created = created_at()
    return {
        "schema": SCHEMA,
        "tool": {"name": "crosscheck", "version": tool_version()},
        **({"created": created} if created else {}),
        "draft": _article(checked.draft) | {"unit": checked.unit},
        "sources": [_article(s) | {"letter": letter(i)} for i, s in enumerate(checked.sources)],
        "counts": {verdict: counts.get(verdict, 0) for verdict in VERDICTS},
        "checks": [_check(c, checked) for c in checked.checks],
        "suppressions": [_suppression(s) for s in checked.suppressions],
        "must_state": [encode(fact) for fact in checked.required],
        "skipped": [_skipped(checked, n) for n in range(len(checked.skipped))],
        "unread": [encode(row) for row in checked.unread],
        "notes": list(checked.notes),
        "settings": dict(checked.settings),
        "gate": _gate(result),
    }


def _article(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "published": None if source.published is None else source.published.when.isoformat(),
        "url": source.url,
        "sha256": source.sha256,
        "notes": list(source.notes),
    }


def _check(check: Check, checked: DraftCheck) -> dict[str, Any]:
    told = check.assessment
    return {
        "key": check.key,
        "label": check.label or None,
        "text": check.statement.text,
        "line": check.line,
        "column": check.column,
        "end_line": check.end_line,
        "end_column": check.end_column,
        "start": check.statement.start,
        "end": check.statement.end,
        "verdict": check.verdict,
        "rule": check.row.rule,
        "level": check.row.level,
        "severity": check.row.severity,
        "state": check.state,
        "reason": told.reason,
        "mark": {
            "text": _marked(check),
            "line": check.mark_line,
            "column": check.mark_column,
            "end_line": check.mark_end_line,
            "end_column": check.mark_end_column,
        },
        "sources": [_witness(w, checked) for w in told.witnesses],
        "source_count": told.sources,
        "independent": told.independent,
        "suggestion": told.suggestion,
        "replacement": told.replacement,
        "notes": list(told.notes),
        "suppression": None if check.suppression is None else check.suppression.reason,
        "decision": check.decision,
    }


def _marked(check: Check) -> str:
    start, end = check.assessment.mark or (0, len(check.statement.text))
    return check.statement.text[start:end]


def _witness(witness: Witness, checked: DraftCheck) -> dict[str, Any]:
    index = next(i for i, s in enumerate(checked.sources) if s.id == witness.source)
    source = checked.sources[index]
    places = Places(source.text)
    return {
        "source": witness.source,
        "letter": letter(index),
        "path": source.path,
        "text": witness.text,
        "start": witness.start,
        "end": witness.end,
        "line": witness.line,
        "column": witness.column,
        "end_line": places.line_column(witness.end)[0],
        "end_column": places.line_column(witness.end)[1],
        "bearing": witness.bearing,
        "reason": witness.reason,
        "rule": witness.rule or None,
        "probability": round(witness.score, 4),
        "said_by": list(witness.said_by),
        "marks": [{"start": a, "end": b, "text": source.text[a:b]} for a, b in witness.marks],
    }


def _suppression(suppression: Suppression) -> dict[str, Any]:
    return {
        "target": suppression.target,
        "reason": suppression.reason,
        "line": suppression.line,
        "column": suppression.column,
        "used": suppression.used,
    }


def _skipped(checked: DraftCheck, number: int) -> dict[str, Any]:
    part = checked.skipped[number]
    return {"text": checked.draft.text[part.start : part.end], "reason": part.reason}


def _gate(result: GateResult) -> dict[str, Any]:
    return {
        "exit_code": result.exit_code,
        "passed": result.exit_code == 0,
        "sentence": result.sentence,
        "missing": list(result.missing),
        "problems": list(result.problems),
        "rules": [
            {
                "id": r.rule.id,
                "kind": sorted(r.rule.kinds),
                "severity": r.rule.severity,
                "state": r.rule.state,
                "max": r.rule.most,
                "found": r.found,
                "passed": r.passed,
                "findings": list(r.labels),
            }
            for r in result.rules
        ],
    }


def load_check_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a check."""
    text = files("compare.wire").joinpath("schema/check-1.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def read_baseline(path: Path) -> frozenset[str]:
    """Return the keys of the findings of an earlier check.  Raises ``WireError`` where the file is none."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WireError(f"{path}: the baseline cannot be read: {error.strerror or error}.") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise WireError(f"{path}: the baseline is no JSON: {error}.") from error
    except RecursionError as error:
        raise WireError(f"{path}: the baseline is nested too deeply.") from error
    except ValueError as error:  # an integer of thousands of digits
        raise WireError(f"{path}: the baseline holds a number with too many digits.") from error
    if not isinstance(report, Mapping) or report.get("schema") != SCHEMA:
        raise WireError(f"{path}: a baseline must be the JSON of an earlier check ({SCHEMA}).")
    rows = report.get("checks")
    if not isinstance(rows, list) or not all(isinstance(r, Mapping) and isinstance(r.get("key"), str) for r in rows):
        raise WireError(f"{path}: the baseline is damaged: its checks have no keys.")
    # what was suppressed or decided then was no open finding: it comes back as new when that is taken away
    known = ("open", "known", "untouched")
    return frozenset(str(row["key"]) for row in rows if row.get("label") and row.get("state") in known)


def known_findings(checked: DraftCheck, keys: frozenset[str]) -> DraftCheck:
    """Return the check with the findings of an earlier one marked as known."""
    checks = tuple(
        replace(c, state="known") if c.label and c.state == "open" and c.key in keys else c for c in checked.checks
    )
    return replace(checked, checks=checks, settings={**checked.settings, "baseline": "given"})
