"""What leaves a project besides the handover file: ClaimReview, Web Annotations, refitted weights."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from review_project import FERRY, comparison, many

from compare.errors import SettingsError, StoreError
from compare.matching.alignment import SECOND, as_json, weights
from compare.matching.evidence import NAMES
from compare.model import Evidence, Published
from reports.cli import main
from reports.review.annotations import annotation_page
from reports.review.claimreview import claim_reviews
from reports.review.double import start
from reports.review.events import Entry, record, undo
from reports.review.labels import labelled_pairs
from reports.review.listing import listed
from reports.review.queue import Filter
from reports.review.refit import refit, told
from reports.review.runs import update
from reports.review.store import Store, open_store

SITE = {"url": "https://desk.example/checks/", "author": "The Harbour Desk"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "p.crosscheck"), create=True)
    found = comparison()
    dated = replace(
        found.sources[0],
        publisher="The Harbour",
        url="https://harbour.example/ferry",
        published=Published(date(2031, 5, 4), "manifest", "x"),
    )
    expected = [replace(a, status="expected", said_by=("the coast guard",)) for a in found.facts[1].answers[:1]]
    rescue = replace(found.facts[1], answers=(*expected, *found.facts[1].answers[1:]), supported="It took four hours.")
    facts = tuple(rescue if fact.key == rescue.key else fact for fact in found.facts)
    coast = replace(found.sources[1], publisher="The Coast")
    update(opened, replace(found, sources=(dated, coast), facts=facts))
    yield opened
    opened.close()


def keys(store: Store) -> list[str]:
    return [row["key"] for row in listed(store, Filter(), "ana")]


def test_claim_reviews_are_written_for_settled_conflicts_and_updates_alone(store: Store) -> None:
    assert list(claim_reviews(store, **SITE)) == []
    boarding, rescue, owner = keys(store)
    record(store, Entry(boarding, "decide", "ana", "needs-call"))
    record(store, Entry(owner, "decide", "ana", "no-conflict"))
    record(
        store, Entry(rescue, "decide", "ana", "update", follow="coast.txt", note="Overtaken: *four* hours.\n\nMore.")
    )
    [(key, told)] = claim_reviews(store, **SITE)
    assert key == rescue
    assert (told["@context"], told["@type"]) == ("https://schema.org", "ClaimReview")
    assert told["url"] == f"https://desk.example/checks/{rescue}"
    assert told["author"] == {"@type": "Organization", "name": "The Harbour Desk", "url": "https://desk.example/"}
    assert told["claimReviewed"] == FERRY[1].answers["harbour.txt"][0]
    assert told["itemReviewed"]["author"]["name"] == "the coast guard"
    assert told["itemReviewed"]["datePublished"] == "2031-05-04"
    assert told["itemReviewed"]["appearance"]["url"] == "https://harbour.example/ferry"
    assert told["reviewRating"] == {"@type": "Rating", "alternateName": "Overtaken: *four* hours."}
    assert told["reviewBody"] == "It took four hours."
    assert len(told["datePublished"]) == 10
    record(store, Entry(boarding, "decide", "ana", "conflict", follow="harbour.txt", note="Disputed"))
    claims = {k: t["claimReviewed"] for k, t in claim_reviews(store, **SITE)}
    assert claims[boarding] == FERRY[0].answers["coast.txt"][0]
    record(store, Entry(boarding, "decide", "ben", "update", second=True))
    undo(store, rescue, "ana")
    assert list(claim_reviews(store, **SITE)) == []


@pytest.mark.parametrize(
    "site",
    [{"url": "", "author": "x"}, {"url": "https://x.example", "author": " "}, {"url": "file:///x", "author": "x"}],
)
def test_claim_reviews_need_the_newsroom(store: Store, site: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        list(claim_reviews(store, **site))


def test_annotations_quote_the_articles_exactly(store: Store) -> None:
    key = keys(store)[0]
    record(store, Entry(key, "decide", "ana", "conflict", follow="coast.txt", note="*Ask*"))
    page = annotation_page(store)
    texts = {source.sha256: source.text for source in comparison().sources}
    places = {"https://harbour.example/ferry": comparison().sources[0].text}
    places |= {f"urn:sha256:{sha}": text for sha, text in texts.items()}
    findings = [item for item in page["items"] if "generator" in item]
    assert [item["motivation"] for item in findings] == ["questioning", "classifying", "classifying", "linking"]
    for target in (target for item in findings for target in item["target"]):
        quote, place = target["selector"]
        text = places[target["source"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
        assert text[place["end"] :].startswith(quote["suffix"])
    [decided] = [item for item in page["items"] if item["motivation"] == "assessing"]
    assert decided["target"] == findings[0]["id"]
    assert [body["value"] for body in decided["body"]] == ["Conflict stands, follow coast.txt", "*Ask*"]
    start(store, "ana", "ben", "ana")
    record(store, Entry(key, "decide", "ben", "update", note="hidden words"))
    assert "hidden words" not in json.dumps(annotation_page(store))


def test_labels_teach_only_what_the_decision_said(store: Store) -> None:
    boarding, rescue, owner = keys(store)
    record(store, Entry(boarding, "decide", "ana", "no-conflict"))
    record(store, Entry(owner, "decide", "ana", "wrong-match"))
    assert {pair["relation"] for pair in labelled_pairs(store)} == {"unrelated"}
    (holds,) = listed(store, Filter(kind="agreement"), "ana")
    record(store, Entry(holds["key"], "decide", "ana", "no-conflict"))
    told = [(pair["kind"], pair["relation"]) for pair in labelled_pairs(store, confirmed=True)]
    assert "agreement" in {relation for _, relation in told}
    assert all(pair["id"].split("-", 2)[1] != boarding for pair in labelled_pairs(store, confirmed=True))
    assert rescue not in str(told)


def test_a_refit_takes_labels_of_another_project_and_says_which_line_is_none(
    store: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    boarding, _, owner = keys(store)
    record(store, Entry(owner, "decide", "ana", "wrong-match"))
    (holds,) = listed(store, Filter(kind="agreement"), "ana")
    record(store, Entry(holds["key"], "decide", "ana", "no-conflict"))
    record(store, Entry(boarding, "decide", "ana", "no-conflict"))
    last, labels = ["--project", store.name], tmp_path / "labels.jsonl"
    assert main(["review", "export", *last, "--labels", "--confirmed", "-o", str(labels)]) == 0
    assert boarding not in labels.read_text(encoding="utf-8"), "that both figures can stand makes no agreement of them"
    empty = str(tmp_path / "empty.crosscheck")
    open_store(empty, create=True).close()
    capfd.readouterr()
    assert main(["review", "refit", "--project", empty]) == 2
    assert main(["review", "refit", "--project", empty, "--labels", str(labels)]) == 0
    told = capfd.readouterr().out
    assert main(["review", "refit", *last, "--labels", str(labels)]) == 0
    assert capfd.readouterr().out == told, "a pair that both have counts once"
    for bad in ("{", "[]", '{"id": "x", "relation": "unrelated"}', '{"evidence": {"words": "NaN"}}'):
        (tmp_path / "bad.jsonl").write_text(f"\n{bad}\n", encoding="utf-8")
        assert main(["review", "refit", *last, "--labels", str(tmp_path / "bad.jsonl")]) == 2
        assert "bad.jsonl, line 2: no labelled pair" in capfd.readouterr().err


# --- refit ---------------------------------------------------------------------------------------


def taught(tmp_path: Path) -> Store:
    """A project in which what 'meaning' says was wrong, and what 'reader' says was right."""
    store = open_store(str(tmp_path / "p.crosscheck"), create=True)
    found = many(30)
    facts = []
    for place, fact in enumerate(found.facts):
        wrong = place % 2
        pieces = {"start": -6.0, "shared": 8.0, "reader": 0.5, "meaning": 0.5}
        pieces["meaning" if wrong else "reader"] = 5.0
        evidence = tuple(Evidence(name, name, weight) for name, weight in pieces.items())
        facts.append(replace(fact, pairs=tuple(replace(pair, evidence=evidence) for pair in fact.pairs)))
    update(store, replace(found, facts=tuple(facts)))
    by_question = {row["question"]: row["key"] for row in listed(store, Filter(), "ana")}
    for place, fact in enumerate(facts):
        decision = "wrong-match" if place % 2 else "conflict"
        record(store, Entry(by_question[fact.question], "decide", "ana", decision))
    return store


def test_a_refit_trusts_what_was_right_and_leaves_the_package_alone(tmp_path: Path) -> None:
    store = taught(tmp_path)
    shipped = weights()
    found = refit(labelled_pairs(store, confirmed=True))
    assert (found.matches, found.mismatches, found.ambiguous) == (15, 15, 0)
    assert found.after.rows["reader"].slope > shipped.rows["reader"].slope
    assert found.after.rows["meaning"].slope < shipped.rows["meaning"].slope
    assert found.loss_after < found.loss_before
    assert found.after.rows["depth"].slope == shipped.rows["depth"].slope  # nothing was learnt about it
    assert weights() == shipped == found.before
    store.close()


def test_a_refit_needs_both_sorts(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "p.crosscheck"), create=True)
    update(store, comparison())
    for decision in ("conflict", "wrong-match"):
        with pytest.raises(StoreError, match="both sorts"):
            refit(labelled_pairs(store, confirmed=True))
        record(store, Entry(keys(store)[0], "decide", "ana", decision))
    store.close()


def test_a_wrong_match_of_several_pairs_teaches_nothing() -> None:
    evidence = {"start": -6.0, "shared": 1.0, "spelling": 4.0, "meaning": 2.0}
    pair: dict[str, Any] = {"evidence": evidence, "pairs_in_finding": 1, "relation": "conflict"}
    several = {**pair, "pairs_in_finding": 3, "relation": "unrelated"}
    assert refit([pair, {**pair, "relation": "unrelated"}, several]).ambiguous == 1
    with pytest.raises(StoreError):
        refit([pair, several])


def test_a_second_reader_is_weighed_by_what_people_decided(tmp_path: Path) -> None:
    evidence = {"start": -6.0, "shared": 2.0, "spelling": 2.0, "meaning": 2.0}

    def pairs(right: bool) -> list[dict[str, Any]]:
        found = []
        for n in range(24):
            wanted = n % 2 == 0
            own = {**evidence, SECOND: 1.0 if wanted == right else -1.0}
            relation = "conflict" if wanted else "unrelated"
            found.append({"id": f"review-f-{n}-1", "evidence": own, "pairs_in_finding": 1, "relation": relation})
        return found

    good, bad = refit(pairs(True)), refit(pairs(False))
    assert good.after.second > good.before.second > bad.after.second >= 0
    assert good.second is not None
    assert bad.second is not None
    assert good.second[0] == 24
    assert good.second[2] < good.second[1]
    assert "an answer for 24 of the pairs; it helps." in told(good)
    (tmp_path / "weights.json").write_text(json.dumps(as_json(good.after)), "utf-8")
    assert weights(tmp_path / "weights.json").second == good.after.second
    plain = [{**p, "evidence": evidence} for p in pairs(True)]
    assert refit(plain).second is None
    assert refit(plain).after.second == good.before.second
    assert "Second reader" not in told(refit(plain))


def test_from_the_shell(store: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    record(store, Entry(keys(store)[0], "decide", "ana", "conflict", follow="coast.txt", note="Disputed"))
    last = ["--project", store.name]
    folder = tmp_path / "reviews"
    assert main(["review", "export", "--claimreview", str(folder), *last]) == 2
    site = ["--url", SITE["url"], "--author", SITE["author"]]
    assert main(["review", "export", "--claimreview", str(folder), *site, *last]) == 0
    [file] = folder.iterdir()
    assert json.loads(file.read_text())["@type"] == "ClaimReview"
    capfd.readouterr()
    assert main(["review", "export", "--annotations", *last]) == 0
    assert json.loads(capfd.readouterr().out)["type"] == "AnnotationPage"
    assert main(["review", "export", "--annotations", "--labels", *last]) == 2
    assert main(["review", "refit", *last]) == 2
    record(store, Entry(keys(store)[1], "decide", "ana", "wrong-match"))
    capfd.readouterr()
    assert main(["review", "refit", *last, "-o", str(tmp_path / "weights.json")]) == 0
    assert "1 confirmed pairs and 1 wrong matches" in capfd.readouterr().out
    assert set(json.loads((tmp_path / "weights.json").read_text())["evidence"]) == set(NAMES)
