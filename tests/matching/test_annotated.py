"""The further annotated events: they fit the documents, and none of them is an event that a figure is measured on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.matching.annotated import SHIPPED, build, rows
from compare.matching.gold import read_event


def test_the_shipped_file_holds_no_article() -> None:
    for event in rows(SHIPPED):
        assert {name[0] for name in event["marks"]} <= {a["file"][0].upper() for a in event["articles"]}
        used = {x for row in (*event["pairs"], *event["traps"]) for x in row[:2]} | set(event["furniture"])
        assert used == set(event["marks"])
        longest = max((len(p) for p in event["draft"] if isinstance(p, str)), default=0)
        assert longest == 0 or event["sentences"]


@pytest.fixture(scope="module")
def built(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("annotated")
    assert build(shared, out) == len(list(rows(SHIPPED)))
    return out


def test_events_are_other_ones_than_those_measured(built: Path, shared: Path) -> None:
    measured = {p.read_text(encoding="utf-8")[:400] for p in shared.glob("corpora/*/*.txt")}
    ours = {p.read_text(encoding="utf-8")[:400] for p in built.glob("corpora/*/*.txt")}
    assert not measured & ours
    assert not {p.name for p in (built / "corpora").iterdir()} & {p.name for p in (shared / "corpora").iterdir()}


def test_every_quotation_and_sentence_stands_in_its_text(built: Path) -> None:
    for folder in sorted((built / "corpora").iterdir()):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        for mention in gold["facts"][0]["mentions"]:
            assert mention["quote"] in (folder / mention["source"]).read_text(encoding="utf-8")
        drafts = built / "data" / "drafts-dev" / folder.name
        text = (drafts / "draft.md").read_text(encoding="utf-8")
        answers = json.loads((drafts / "gold.json").read_text(encoding="utf-8"))["statements"]
        assert len(answers) == 16
        assert all(a["quote"] in text and a["accept"] for a in answers)


def test_an_event_reads_like_the_given_ones(built: Path) -> None:
    event = read_event(built / "corpora" / "e-26-ecbplus")
    assert event.full
    assert {"agree", "conflict"} <= {r for relations in event.relations.values() for r in relations}
    assert event.traps
