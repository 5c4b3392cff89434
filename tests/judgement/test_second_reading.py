"""A second reader's answers in a comparison: one more piece of evidence, shown, bounded, and never above arithmetic."""

from __future__ import annotations

import re
import socket
import tomllib
from functools import partial
from pathlib import Path

import pytest
from chat_server import Pair, Reply, answer, first_words, serving
from small_articles import articles

import compare
from compare.matching.alignment import SECOND
from compare.matching.second_reader.opinion import DEFAULT, MORE
from compare.model import Comparison, Evidence
from compare.settings import Settings
from compare.wire.report import dumps, to_json

ATTEMPTS: list[str] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "second_reader" / "injections.toml").read_text("utf-8")
)["attempts"]
TEXTS = {
    "a": "Ferry aground off Osby\n\nThe rescue of the ferry in Osby took four hours, the coast guard said. "
    "Forty passengers were on board. The captain of the ferry was taken to hospital in Halden. "
    "The harbour reopened in the evening.",
    "b": "Ferry rescue off Osby\n\nThe rescue of the ferry in Osby took nine hours, the coast guard said. "
    "There were 40 passengers on board. Her captain came to the hospital of Halden. "
    "In the evening ships sailed from the port again.",
}


def compared(texts: dict[str, str], model: object = None) -> Comparison:
    if model is None:
        return compare.compare_sources(articles(texts))
    with serving(model) as server:  # type: ignore[arg-type]
        return compare.compare_sources(articles(texts), second=server.reader())


def said(comparison: Comparison) -> dict[tuple[str, str], str]:
    return {(p.left, p.right): p.relation for p in comparison.pairs}


def heard(comparison: Comparison) -> list[Evidence]:
    return [e for p in comparison.pairs for e in p.evidence if e.name == SECOND]


def sure(pair: Pair) -> Reply:
    """Say 'the same fact, conflict' of the two lengths, 'the same fact' of the captains, no of the rest."""
    words = [re.search(r"\w+ hours|captain", pair[side]["statement"]) for side in "ab"]
    if words[0] is None or words[1] is None or words[0][0][-1] != words[1][0][-1]:
        return answer("no")
    return answer("yes", "conflict" if "hours" in words[0][0] else "agreement", words[0][0], words[1][0])


def test_an_answer_is_one_more_piece_of_evidence_with_its_words() -> None:
    plain, found = compared(TEXTS), compared(TEXTS, sure)
    assert SECOND not in {e.name for p in plain.pairs for e in p.evidence}
    [conflict] = [p for p in found.pairs if p.relation == "conflict"]
    [piece] = [e for e in conflict.evidence if e.name == SECOND]
    assert piece.text == "Second reader (test-model): the same fact, conflict: ‘four hours’ and ‘nine hours’"
    assert 0 < piece.weight <= MORE * DEFAULT
    [before] = [p for p in plain.pairs if p.relation == "conflict"]
    assert conflict.score >= before.score
    assert sum(e.weight for e in conflict.evidence) == pytest.approx(
        sum(e.weight for e in before.evidence) + piece.weight
    )
    assert set(plain.settings) | {"second_reader"} == set(found.settings)


def test_a_yes_joins_and_a_no_parts_where_nothing_was_calculated() -> None:
    low = Settings(pair_at=0.05)
    plain = compare.compare_sources(articles(TEXTS), settings=low)
    text = {s.id: " ".join(s.text.split()) for s in plain.statements}
    pair = next(p for p in plain.pairs if p.verdict.rule == "statement.same-fact" and 0.1 < p.score < 0.9)
    ours = {"a": text[pair.left], "b": text[pair.right]}

    def model(reply: str, asked: Pair) -> Reply:
        own = {side: asked[side]["statement"] for side in "ab"} == ours
        return answer("unsure") if not own else answer("no") if reply == "no" else first_words(asked)

    scores = {}
    for reply in ("yes", "no"):
        with serving(partial(model, reply)) as server:
            found = compare.compare_sources(articles(TEXTS), settings=low, second=server.reader())
            scores[reply] = {(p.left, p.right): p.score for p in found.pairs}.get((pair.left, pair.right), 0.0)
            line = Settings(pair_at=pair.score - 0.02 if reply == "no" else pair.score + 0.02)
            again = said(compare.compare_sources(articles(TEXTS), settings=line, second=server.reader()))
        assert ((pair.left, pair.right) in again) == (reply == "yes")
    assert scores["no"] < pair.score < scores["yes"]


@pytest.mark.parametrize(
    "model",
    [lambda _: answer("no"), lambda pair: first_words(pair, "agreement"), lambda pair: first_words(pair, "conflict")],
    ids=["no", "agreement", "conflict"],
)
def test_arithmetic_stands_whatever_a_model_says(model: object) -> None:
    plain, found = compared(TEXTS), compared(TEXTS, model)
    [conflict] = [key for key, relation in said(plain).items() if relation == "conflict"]
    assert said(found)[conflict] == "conflict"
    equal = [
        (p.left, p.right) for p in plain.pairs if p.relation == "agreement" and p.verdict.rule.startswith("quantity.")
    ]
    assert equal, "the 40 passengers are the same number"
    assert {said(found).get(key) for key in equal} == {"agreement"}
    assert set(said(found).values()) <= set(said(plain).values()) | {"agreement"}, "no model makes a conflict alone"


def test_what_arithmetic_overrules_is_said() -> None:
    found = compared(TEXTS, lambda _: answer("no"))
    [conflict] = [p for p in found.pairs if p.relation == "conflict"]
    [piece] = [e for e in conflict.evidence if e.name == SECOND]
    assert piece.weight == 0
    assert piece.text.endswith("not the same fact (not counted: the values are compared by arithmetic)")


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_what_an_article_says_to_the_model_is_data(attempt: str) -> None:
    texts = {**TEXTS, "a": TEXTS["a"].replace("took four hours, ", f"took four hours, {attempt} ")}
    plain = compared(texts)
    with serving(lambda pair: first_words(pair, "agreement")) as server:  # it obeys every article
        found = compare.compare_sources(articles(texts), second=server.reader())
    system, fences = {b["messages"][0]["content"] for b in server.bodies}, set()
    for body, pair in zip(server.bodies, server.asked, strict=True):
        asked = body["messages"][1]["content"]
        fences.add(asked.count(asked.split("\n", 1)[0]))
        assert {m["role"] for m in body["messages"]} == {"system", "user"}
        assert set(pair) == {"a", "b"}
        assert all(set(pair[side]) == {"publisher", "published", "context", "statement"} for side in "ab")
        stood = {" ".join(s.text.split()) for s in found.statements}
        assert {pair["a"]["statement"], pair["b"]["statement"]} <= stood
    assert len(system) == 1
    assert fences == {2}, "the text cannot end its fence"
    conflicts = {key for key, relation in said(plain).items() if relation == "conflict"}
    assert all(said(found)[key] == "conflict" for key in conflicts)
    assert all(abs(e.weight) <= MORE * DEFAULT for e in heard(found))


def test_the_second_run_asks_nothing_and_gives_the_same_bytes(tmp_path: Path) -> None:
    kept = tmp_path / "kept.sqlite"
    with serving(sure) as server:
        runs = []
        for order in (["a", "b"], ["b", "a"]):
            own = articles({name: TEXTS[name] for name in order})
            runs.append(dumps(to_json(compare.compare_sources(own, second=server.reader(kept)))))
            assert len(server.asked) == len({str(pair) for pair in server.asked})
    assert runs[0] == runs[1]


def test_without_a_second_reader_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        pytest.fail("something was sent")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert compared(TEXTS).pairs
    with pytest.raises(pytest.fail.Exception):
        socket.create_connection(("127.0.0.1", 9))


def test_a_server_that_gives_nothing_changes_nothing_but_the_note() -> None:
    plain, found = to_json(compared(TEXTS)), to_json(compared(TEXTS, lambda _: (500, "", {"Retry-After": "0"})))
    words = found["settings"].pop("second_reader")
    assert re.match(r"no answer for (\d+) of \1 pairs \(test-model at localhost:\d+\)", words)
    assert found == plain
