"""``webannotation``: an AnnotationPage of W3C Web Annotations; positions count code points, as the model says."""

from __future__ import annotations

import json
from typing import Any

from compare.model import Source, Statement
from reports.finding_view import Finding
from reports.view import View

WHY = {
    "conflict": "questioning",
    "update": "classifying",
    "difference": "classifying",
    "agreement": "linking",
    "alike": "linking",
}
AROUND = 32  # characters of prefix and suffix


def render_webannotation(view: View) -> str:
    """Return the page: one annotation a finding and agreement, then one a decision."""
    statements = {s.id: s for s in view.comparison.statements}
    sources = {s.id: s for s in view.comparison.sources}
    items: list[dict[str, Any]] = []
    for finding in (*view.facts, *view.alike):
        items.append(_annotation(finding, view, statements, sources))
        if finding.decision is not None:
            items.append(_decision(finding))
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:crosscheck:comparison",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _annotation(
    finding: Finding, view: View, statements: dict[str, Statement], sources: dict[str, Source]
) -> dict[str, Any]:
    told = {"type": "TextualBody", "value": finding.answer, "format": "text/plain", "purpose": "describing"}
    return {
        "id": f"urn:crosscheck:{finding.key}",
        "type": "Annotation",
        "motivation": WHY[finding.relation],
        "generator": {"id": "urn:crosscheck", "type": "Software", "name": f"crosscheck {view.version}"},
        **({"created": view.created} if view.created else {}),
        "body": [told, {"type": "TextualBody", "value": finding.relation, "purpose": "tagging"}],
        "target": [_target(statements[s.id], sources[statements[s.id].source]) for s in finding.statements],
    }


def _target(statement: Statement, source: Source) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": statement.text,
        "prefix": source.text[max(0, statement.start - AROUND) : statement.start],
        "suffix": source.text[statement.end : statement.end + AROUND],
    }
    place = {"type": "TextPositionSelector", "start": statement.start, "end": statement.end}
    where = source.url or f"urn:sha256:{source.sha256}"
    return {"type": "SpecificResource", "source": where, "selector": [quote, place]}


def _decision(finding: Finding) -> dict[str, Any]:
    decision = finding.decision
    words = decision.words if decision else ""
    body = [{"type": "TextualBody", "value": words, "format": "text/plain", "purpose": "assessing"}]
    if decision and decision.note:
        body.append({"type": "TextualBody", "value": decision.note, "format": "text/markdown", "purpose": "commenting"})
    return {
        "id": f"urn:crosscheck:{finding.key}:decision",
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Person", "nickname": decision.by if decision else ""},
        "body": body,
        "target": f"urn:crosscheck:{finding.key}",
    }
