"""The findings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), decisions among them.

Positions are in code points, as the model says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from compare.facts.decisions import LABELS
from compare.wire.report import tool_version
from reports.review import opinions as op
from reports.review import queue
from reports.review.schema import finding
from reports.review.store import Store

_WHY = {"conflict": "questioning", "update": "classifying", "difference": "classifying", "agreement": "linking"}


def annotation_page(store: Store) -> dict[str, Any]:
    """Return an AnnotationPage: each finding of the newest run, then each decision that stands on it."""
    with store.reading() as connection:
        blind = op.latest_blind(connection)
        about = {row["id"]: row["about"] for row in queue.sources(connection)}
        query = sa.select(finding).where(finding.c.present == 1).order_by(finding.c.rank, finding.c.key)
        items: list[dict[str, Any]] = []
        for row in connection.execute(query).mappings().all():
            items.append(_finding(dict(row), about))
            events = op.visible(op.events_of(connection, row["key"]), blind, None) if row["events"] else []
            items += _decisions(row["key"], events)
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:crosscheck:project:{store.origin}",
        "type": "AnnotationPage",
        "items": items,
    }


def _finding(row: op.Row, about: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    page = json.loads(row["payload"])
    answer = {"type": "TextualBody", "value": page["summary"], "format": "text/plain", "purpose": "describing"}
    return {
        "id": f"urn:crosscheck:{row['key']}",
        "type": "Annotation",
        "motivation": _WHY[row["kind"]],
        "generator": {"id": "urn:crosscheck", "type": "Software", "name": f"crosscheck {tool_version()}"},
        "body": [answer, {"type": "TextualBody", "value": row["kind"], "purpose": "tagging"}],
        "target": [_target(told, about.get(told["source"], {})) for told in page["answers"]],
    }


def _target(told: Mapping[str, Any], source: Mapping[str, Any]) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": told["text"], "prefix": told["prefix"], "suffix": told["suffix"]}
    place = {"type": "TextPositionSelector", "start": told["start"], "end": told["end"]}
    where = source.get("url") or f"urn:sha256:{source.get('sha256', '')}"
    return {"type": "SpecificResource", "source": where, "selector": [quote, place]}


def _decisions(key: str, events: list[op.Row]) -> Iterator[dict[str, Any]]:
    for row in op.standing(events):
        value = LABELS[row["decision"]] + (f", follow {row['follow']}" if row["follow"] else "")
        body = [{"type": "TextualBody", "value": value, "format": "text/plain", "purpose": "assessing"}]
        if row["note"]:
            body.append(
                {"type": "TextualBody", "value": row["note"], "format": "text/markdown", "purpose": "commenting"}
            )
        yield {
            "id": f"urn:crosscheck:event:{row['id']}",
            "type": "Annotation",
            "motivation": "assessing",
            "creator": {"type": "Person", "nickname": row["actor"]},
            "created": row["at"],
            "body": body,
            "target": f"urn:crosscheck:{key}",
        }
