"""Tells new evidence from a finding that was only cut otherwise.

A re-run may put another sentence beside those that a person saw, or cut a sentence at another place.  That is
new evidence only where the words are new: where an article says what no article said when the finding was
last looked at, or no longer says what it said.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from compare.facts.decisions import headline_says, words_of
from compare.model import Comparison
from reports.review.payload import storable

Texts = Mapping[str, str]  # source id → its words without their layout, a space at either end


def texts_of(comparison: Comparison) -> dict[str, str]:
    """Return the words of every source."""
    return {storable(source.id): f" {words_of(source.text)} " for source in comparison.sources}


def changed(old: Mapping[str, Any], new: Mapping[str, Any], before: Texts, now: Texts) -> bool:
    """Tell whether a finding's evidence changed; ``old`` and ``new`` are its payloads, the rest its articles."""
    return _strange(new["answers"], old["answers"], before) or _strange(old["answers"], new["answers"], now)


def stands(payload: Mapping[str, Any], texts: Texts) -> bool:
    """Tell whether every statement of a finding still stands in the articles, word for word."""
    return bool(payload["answers"]) and not _strange(payload["answers"], (), texts)


def _strange(answers: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]], texts: Texts) -> bool:
    """Tell whether any of these answers is neither among the others nor anywhere in the texts."""
    seen = {words_of(other["text"]) for other in others}
    values = {headline_says(other["value"], other["text"]) for other in others}
    for answer in answers:
        words = words_of(answer["text"])
        if words in seen or (answer["headline"] and headline_says(answer["value"], answer["text"]) in values):
            continue
        own = texts.get(answer["source"], "")
        if f" {words} " not in own and not any(f" {words} " in text for text in texts.values()):
            return True
    return False


def remember(rows: Iterable[dict[str, Any]], held: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep beside new evidence the words that were decided on, so that a reviewer sees both."""
    for row in rows:
        old = held.get(row["key"])
        if old is None or old["decision"] is None:
            continue
        before = json.loads(old["payload"])
        known = before.get("before") if old["state"] == "decided, new evidence" else None
        if known is not None or old["evidence"] != row["evidence"]:
            kept = known or {"answers": before["answers"]}
            row["payload"] = json.dumps(json.loads(row["payload"]) | {"before": kept}, sort_keys=True)
