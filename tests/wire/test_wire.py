"""The JSON report: complete, stable, described by its schema, and readable back."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import jsonschema
import pytest
from golden_files import golden, open_ended
from sample_comparison import CALL, MURDERER, SOURCES, UPDATE, sample_comparison

from compare.errors import SettingsError, WireError
from compare.facts.labels import letter
from compare.model import Origin
from compare.sources.positions import Places
from compare.wire.report import copy_of, dumps, from_json, load_schema, to_json


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_golden() -> None:
    assert open_ended(dumps(to_json(sample_comparison()))) == golden("json")


def test_round_trip_keeps_everything() -> None:
    comparison = sample_comparison()
    back = from_json(json.loads(dumps(to_json(comparison))))
    rounded = tuple(replace(row, score=round(row.score, 4)) for row in comparison.set_aside)
    assert back == replace(comparison, set_aside=rounded)
    assert dumps(to_json(back)) == dumps(to_json(comparison))


def test_valid_against_the_packaged_schema() -> None:
    schema = load_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for articles in ("full", "excerpts", "none"):
        report = to_json(sample_comparison(), articles=articles)
        jsonschema.Draft202012Validator(schema).validate(json.loads(dumps(report)))


@pytest.mark.parametrize(("name", "value"), [("schema", "other/1"), ("pairs", None), ("surprise", 1)])
def test_schema_refuses_what_is_no_report(name: str, value: object) -> None:
    report = to_json(sample_comparison()) | {name: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(load_schema()).validate(report)


def test_statements_lie_where_they_say() -> None:
    report = to_json(sample_comparison())
    texts = {s.id: s.text for s in SOURCES}
    for row in report["statements"]:
        text = texts[row["source"]]
        assert text[row["start"] : row["end"]] == row["text"]
        line = text.split("\n")[row["line"] - 1]
        assert line[row["column"] - 1 :].startswith(row["text"].split("\n")[0])
        wide = text.encode("utf-16-le")
        assert wide[2 * row["start_utf16"] : 2 * row["end_utf16"]].decode("utf-16-le") == row["text"]
        assert text[: row["start"]].endswith(row["prefix"])
        assert text[row["end"] :].startswith(row["suffix"])
    assert any(row["end_utf16"] - row["end"] == 1 for row in report["statements"] if row["id"] == MURDERER.id)


def test_sources_end_in_the_file_name_and_list_their_furniture() -> None:
    report = to_json(sample_comparison())
    assert [s["letter"] for s in report["sources"]] == ["A", "B", "C", "D"]
    assert report["sources"][0]["furniture"] == [
        {"start": 176, "end": 189, "reason": "comment form", "line": 7, "column": 1, "text": "Leave a Reply"}
    ]
    assert {row["source"] for row in report["statements"]} <= {"alpha.txt", "beta.txt", "gamma.txt", "hostile.txt"}


def test_floats_have_at_most_four_digits_and_keys_are_sorted() -> None:
    text = dumps(to_json(sample_comparison()))
    assert "0.4123" in text
    assert not re.search(r"\d\.\d{5,}[,\s]", text)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def test_findings_carry_labels_and_decisions() -> None:
    decision = {"what": "update", "by": "mk", "state": "decided"}
    report = to_json(sample_comparison(), decisions={UPDATE: decision})
    assert [(f["label"], f["kind"]) for f in report["findings"]] == [
        ("F1", "conflict"),
        ("F2", "update"),
        ("F3", "difference"),
    ]
    assert [(f["label"], f["kind"]) for f in report["agreements"]] == [
        ("G1", "agreement"),
        ("R1", "agreement"),
    ]
    assert [f["basis"] for f in report["agreements"]] == ["value", "words"]
    assert [f["decision"] for f in report["findings"]] == [None, decision, None]
    assert {p["fact"] for p in report["pairs"]} == {f["key"] for f in report["findings"] + report["agreements"]}


def test_articles_can_be_left_out_for_want_of_rights() -> None:
    report = to_json(sample_comparison(), articles="none")
    assert all(s["text"] is None for s in report["sources"])
    with pytest.raises(WireError, match="without the article text"):
        from_json(report)


def test_created_only_from_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "created" not in to_json(sample_comparison())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert to_json(sample_comparison())["created"] == "1970-01-02T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        to_json(sample_comparison())


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ({"schema": "crosscheck-report/9"}, "version"),
        ({"claims": [{"id": "c"}]}, "claims"),
        ({"claims": 7}, "claims"),
        ({"statements": [{"paragraph": "one"}]}, "paragraph"),
        ({"unread": [{"path": "x", "reason": 3}]}, "unread"),
    ],
)
def test_damage_is_named(damage: dict[str, object], message: str) -> None:
    with pytest.raises(WireError, match=message):
        from_json(to_json(sample_comparison()) | damage)
    with pytest.raises(WireError):
        from_json([])  # type: ignore[arg-type]


def test_places_count_lines_as_editors_do() -> None:
    places = Places("a\r\nb\rc\nd\u2028e")
    assert [places.line_column(i) for i in (0, 3, 5, 7, 9)] == [(1, 1), (2, 1), (3, 1), (4, 1), (4, 3)]


def test_letters() -> None:
    assert [letter(i) for i in (0, 25, 26, 99)] == ["A", "Z", "S27", "S100"]
    assert CALL.source == "hostile.txt"


@pytest.mark.parametrize("pairs", [((0, 1), (1, 2)), ((1, 2), (0, 1)), ((0, 2), (1, 2))])
def test_a_copy_is_a_copy_of_the_first_article_never_of_a_copy(pairs: tuple[tuple[int, int], ...]) -> None:
    comparison = sample_comparison()
    ids = [s.id for s in comparison.sources[:3]]
    origins = tuple(Origin((ids[a], ids[b]), "the same text", 1.0, whole=True) for a, b in pairs)
    assert copy_of(replace(comparison, origins=origins)) == {ids[1]: ids[0], ids[2]: ids[0]}
