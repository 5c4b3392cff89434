"""Turns decisions into labelled pairs that the weights of the matcher can be fitted on."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from compare.errors import StoreError
from reports.review import opinions as op
from reports.review.leaving import left_out
from reports.review.schema import finding
from reports.review.store import Store

# What a decision says of the finding's pairs, and of no other: 'no conflict' on 47 beside 82 makes no agreement of
# their pairs, it only says that both can stand; on an agreement it says that the agreement holds.
TAUGHT = {"wrong-match": "unrelated"}
CONFIRMED = {"conflict": "conflict", "update": "update", "no-conflict": "agreement"}


def labelled_pairs(store: Store, *, confirmed: bool = False) -> Iterator[dict[str, Any]]:
    """Give one labelled pair for each pair of each settled finding that was judged wrong.

    Each has ``left``, ``right`` (the two statements), ``relation``, ``kind``, ``id``, ``note``, ``source``
    ('review'), ``pairs_in_finding`` (above 1 the decision was on all of them together, so one alone may be
    right) and ``evidence`` (name to weight in log2 odds, as the matcher had it).  ``confirmed`` adds those
    that were found right.
    """
    wanted = {**TAUGHT, **(CONFIRMED if confirmed else {})}
    with store.reading() as connection:
        blind = op.latest_blind(connection)
        query = sa.select(finding).where(finding.c.events > 0).order_by(finding.c.rank, finding.c.key)
        for row in connection.execute(query).mappings().all():
            events = op.visible(op.events_of(connection, row["key"]), blind, None)
            yield from _thrown(row["key"], json.loads(row["payload"]), left_out(events))
            told = op.decision_of(row["key"], events, row["evidence"], bool(row["present"]))
            said_so = told.decision != "no-conflict" or row["kind"] == "agreement"
            if told.settled and told.decision in wanted and said_so:
                yield from _pairs(row["key"], json.loads(row["payload"]), wanted[told.decision], told.note)


def labels_of(path: Path) -> Iterator[dict[str, Any]]:
    """Give the labelled pairs of a file of JSON Lines, as ``labelled_pairs`` gives them; raises ``StoreError``."""
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            pair = json.loads(line)
            plain = all(isinstance(pair[name], str) for name in ("id", "relation")) and pair["pairs_in_finding"] >= 1
            weighed = {str(name): float(weight) for name, weight in pair["evidence"].items()}
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise StoreError(f"{path.name}, line {number}: no labelled pair") from error
        if not plain or not all(map(math.isfinite, weighed.values())):
            raise StoreError(f"{path.name}, line {number}: no labelled pair")
        yield {**pair, "evidence": weighed}


def _thrown(key: str, page: dict[str, Any], out: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Give the pairs of a statement that was left out: it is not about what the others are about."""
    pairs = [pair for pair in page["pairs"] if {pair["left"], pair["right"]} & out]
    yield from _pairs(f"{key}-out", {**page, "pairs": pairs}, "unrelated", "")


def _pairs(key: str, page: dict[str, Any], relation: str, note: str) -> Iterator[dict[str, Any]]:
    for place, pair in enumerate(page["pairs"], 1):
        if pair["relation"] == "agreement" and relation in ("conflict", "update"):
            continue  # the decision was on the pairs that conflict, not on those that agree beside them
        yield {
            "id": f"review-{key}-{place}",
            "left": pair["left_text"],
            "right": pair["right_text"],
            "relation": relation,
            "kind": page["kind"],
            "note": note,
            "source": "review",
            "pairs_in_finding": len(page["pairs"]),
            "evidence": {piece["name"]: piece["weight"] for piece in pair["evidence"]},
        }
