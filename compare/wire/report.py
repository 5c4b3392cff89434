"""A comparison as versioned JSON, and back.  The format is described by ``schema/report-1.json``.

Lines, columns and paragraphs count from 1; offsets are code points (and UTF-16 units beside them), ends are
exclusive.  Floats are kept to four digits, values read from text as exact decimal strings.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any, Literal

from compare.errors import SettingsError, WireError
from compare.facts.labels import contract_order, fact_labels, letter, reading_order
from compare.facts.other_event import other_events
from compare.model import Claim, Comparison, Fact, Origin, Pair, SetAside, Source, Statement, Unread, Verdict
from compare.sources.positions import Places
from compare.wire.codec import decode, decode_fields, encode

SCHEMA = "crosscheck-report/1"
CONTEXT = 32  # characters of prefix and suffix, as W3C Web Annotation selectors use them


def to_json(
    comparison: Comparison,
    *,
    decisions: Mapping[str, Mapping[str, object]] | None = None,
    articles: Literal["full", "excerpts", "none"] = "full",
) -> dict[str, Any]:
    """Return a comparison as plain JSON values.

    ``decisions`` maps a fact's key to what a reviewer decided, copied as given.  Without ``articles="full"`` the
    texts of the articles are left out (null): such a report can be read by people and tools, not by `from_json`.
    """
    copies = copy_of(comparison)
    labels = fact_labels(comparison.facts)
    places = {source.id: Places(source.text) for source in comparison.sources}
    texts = {source.id: source.text for source in comparison.sources}
    elsewhere = other_events(comparison.sources, comparison.statements, comparison.pairs)
    facts = [_fact(fact, labels, decisions or {}) for fact in reading_order(comparison.facts)]
    report = {
        "schema": SCHEMA,
        "tool": {"name": "crosscheck", "version": tool_version()},
        "settings": dict(comparison.settings),
        "sources": [
            _source(source, letter(i), places[source.id], copies.get(source.id), articles == "full")
            | {"other_event": source.id in elsewhere}
            for i, source in enumerate(comparison.sources)
        ],
        "statements": [_statement(s, places[s.source], texts[s.source]) for s in comparison.statements],
        "claims": [encode(claim) for claim in comparison.claims],
        "pairs": [_pair(pair, fact.key) for fact in contract_order(comparison.facts) for pair in fact.pairs],
        "findings": [fact for fact in facts if fact["kind"] != "agreement"],
        "agreements": [fact for fact in facts if fact["kind"] == "agreement"],
        "single_source": list(comparison.single),
        "set_aside": [encode(row) for row in comparison.set_aside],
        "origins": [encode(row) for row in comparison.origins],
        "unread": [encode(row) for row in comparison.unread],
    }
    created = created_at()
    return report | ({"created": created} if created else {})


def from_json(report: Mapping[str, Any]) -> Comparison:
    """Return the comparison that a report was made from; raise `WireError` when it is no such report."""
    if not isinstance(report, Mapping) or report.get("schema") != SCHEMA:
        found = report.get("schema") if isinstance(report, Mapping) else None
        raise WireError(
            f"This is not a Crosscheck report of a version that can be read: schema {found!r}, not {SCHEMA!r}."
        )
    if any(source.get("text") is None for source in report.get("sources", ())):
        raise WireError("This report was written without the article text; write it again with --articles full.")
    try:
        return Comparison(
            sources=decode(tuple[Source, ...], report["sources"], "sources"),
            statements=tuple(_read_statement(row, i) for i, row in enumerate(report["statements"])),
            claims=decode(tuple[Claim, ...], report["claims"], "claims"),
            facts=tuple(_read_facts(report)),
            single=decode(tuple[str, ...], report["single_source"], "single_source"),
            set_aside=decode(tuple[SetAside, ...], report["set_aside"], "set_aside"),
            origins=decode(tuple[Origin, ...], report["origins"], "origins"),
            unread=decode(tuple[Unread, ...], report["unread"], "unread"),
            settings=dict(report["settings"]),
        )
    except KeyError as error:
        raise WireError(f"The report is damaged: it has no {error}.") from error


def dumps(report: Mapping[str, Any]) -> str:
    """Return a report as text: sorted keys, one value a line, a final line end; same report, same bytes."""
    return json.dumps(report, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"


def load_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the report."""
    text = files("compare.wire").joinpath("schema/report-1.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def tool_version() -> str:
    """Return the version of the installed package."""
    try:
        return version("crosscheck-claims")
    except PackageNotFoundError:
        return "0"


def created_at() -> str | None:
    """Return the time that ``SOURCE_DATE_EPOCH`` gives, as ISO 8601 in UTC; None where it is not set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(f"SOURCE_DATE_EPOCH must be a number of seconds since 1970, not {epoch!r}.") from error


def _source(source: Source, name: str, places: Places, original: str | None, with_text: bool) -> dict[str, Any]:
    plain: dict[str, Any] = encode(source)
    rows = []
    for part, row in zip(source.furniture, plain["furniture"], strict=True):
        line, column = places.line_column(part.start)
        words = source.text[part.start : part.end] if with_text else None
        rows.append(row | {"line": line, "column": column, "text": words})
    return plain | {
        "letter": name,
        "words": len(source.text.split()),
        "copy_of": original,
        "furniture": rows,
        "text": source.text if with_text else None,
    }


def copy_of(comparison: Comparison) -> dict[str, str]:
    """Return source id → id of the source that it is a whole copy of: the first in order, never itself a copy."""
    order = {source.id: i for i, source in enumerate(comparison.sources)}
    groups: list[set[str]] = []
    for origin in comparison.origins:
        if origin.whole:
            group = {s for s in origin.sources if s in order}
            met = [g for g in groups if g & group]
            groups = [g for g in groups if not g & group] + [group.union(*met)]
    rows = [sorted(group, key=order.__getitem__) for group in groups]
    return {other: first for first, *others in (row for row in rows if row) for other in others}


def _statement(statement: Statement, places: Places, text: str) -> dict[str, Any]:
    line, column = places.line_column(statement.start)
    end_line, end_column = places.line_column(statement.end)
    return {
        "id": statement.id,
        "source": statement.source,
        "text": statement.text,
        "kind": statement.kind,
        "start": statement.start,
        "end": statement.end,
        "start_utf16": places.utf16(statement.start),
        "end_utf16": places.utf16(statement.end),
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "paragraph": statement.paragraph + 1,
        "prefix": text[max(0, statement.start - CONTEXT) : statement.start],
        "suffix": text[statement.end : statement.end + CONTEXT],
    }


def _read_statement(row: Any, index: int) -> Statement:
    where = f"statements[{index}]"
    paragraph = decode(int, row["paragraph"], f"{where}.paragraph")
    statement: Statement = decode_fields(Statement, row, where, paragraph=paragraph - 1)
    return statement


def _pair(pair: Pair, fact: str) -> dict[str, Any]:
    plain: dict[str, Any] = encode(pair)
    verdict = plain.pop("verdict")
    verdict["judged"] = verdict.pop("relation")
    plain |= verdict | {"fact": fact}
    return plain


def _fact(fact: Fact, labels: Mapping[str, str], decisions: Mapping[str, Mapping[str, object]]) -> dict[str, Any]:
    plain: dict[str, Any] = encode(fact)
    del plain["pairs"], plain["relation"]
    decision = decisions.get(fact.key)
    plain |= {
        "label": labels[fact.key],
        "kind": fact.relation,  # the word of the design: a finding's kind is conflict, update, …
        "value_kind": fact.kind,
        "probability": round(max((pair.score for pair in fact.pairs), default=0.0), 4),
        "decision": encode(dict(decision)) if decision is not None else None,
    }
    return plain


def _read_facts(report: Mapping[str, Any]) -> list[Fact]:
    pairs: dict[str, list[Pair]] = {}
    for i, row in enumerate(report["pairs"]):
        where = f"pairs[{i}]"
        verdict = decode_fields(Verdict, row | {"relation": row["judged"]}, where)
        pairs.setdefault(row["fact"], []).append(decode_fields(Pair, row, where, verdict=verdict))
    facts = []
    for name in ("findings", "agreements"):
        for i, row in enumerate(report[name]):
            where = f"{name}[{i}]"
            renamed = row | {"relation": row["kind"], "kind": row["value_kind"]}
            facts.append(decode_fields(Fact, renamed, where, pairs=tuple(pairs.get(row["key"], ()))))
    return contract_order(facts)
