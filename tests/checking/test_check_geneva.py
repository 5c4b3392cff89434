"""Each article of a corpus in turn as the draft against the others: false alarms are counted before anything else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from compare.checking.checker import Checker
from compare.checking.draft import read_draft
from compare.checking.model import Check
from compare.sources import read_sources

pytestmark = pytest.mark.quality
BEFORE = 0.145  # the same as it is; may only fall
MOST = 0.05  # share of statements that may be called contradicted or misquoted beyond the gold's conflicts


def alarms(folder: Path) -> tuple[list[Check], int]:
    """Return the statements called contradicted or misquoted, with how many were checked in all."""
    paths = sorted(folder.glob("*.txt"))
    found, total = [], 0
    for path in paths:
        sources, unread = read_sources([p for p in paths if p != path])
        checks = Checker(sources, unread=unread).check(read_draft(path)).checks
        total += len(checks)
        found += [
            replace(c, statement=replace(c.statement, source=path.name))
            for c in checks
            if c.verdict in ("contradicted", "misquoted")
        ]
    return found, total


def conflicts(folder: Path) -> list[tuple[str, str]]:
    """Return (article, quoted words) of both sides of every conflict of the gold."""
    found = []
    for fact in json.loads((folder / "gold.json").read_text("utf-8"))["facts"]:
        mentions = {m["id"]: (m["source"], m["quote"]) for m in fact["mentions"]}
        found += [mentions[side] for *pair, relation in fact["pairs"] if relation == "conflict" for side in pair]
    return found


@pytest.fixture(scope="module")
def beyond(shared: Path) -> tuple[list[Check], int]:
    """The statements called wrong beyond the gold's conflicts, with how many were checked in all."""
    folder = shared / "corpora" / "geneva"
    found, total = alarms(folder)
    gold = conflicts(folder)
    assert gold
    return [c for c in found if not any(_is_of(c, article, quote) for article, quote in gold)], total


@pytest.mark.xfail(reason="whole articles beside each other: about 14 in 100 statements are accused, 5 are asked")
def test_few_statements_of_real_articles_are_called_wrong(beyond: tuple[list[Check], int]) -> None:
    found, total = beyond
    assert len(found) <= MOST * total, [(c.statement.source, c.statement.text, c.assessment.reason) for c in found]


def test_no_more_statements_of_real_articles_are_called_wrong_than_before(beyond: tuple[list[Check], int]) -> None:
    found, total = beyond
    assert len(found) <= BEFORE * total


def _is_of(check: Check, article: str, quote: str) -> bool:
    ours, theirs = " ".join(check.statement.text.split()), " ".join(quote.split())
    return article == check.statement.source and (theirs in ours or ours in theirs)
