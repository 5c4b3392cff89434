"""Front matter, JSON and manifests that are broken or hostile: read or refused in one sentence, without a traceback."""

from __future__ import annotations

import json
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from compare.corpus.decisions import read_decisions
from compare.errors import CrosscheckError, ManifestError, SourceError
from compare.settings import settings_table
from compare.sources import read_manifest, read_source
from compare.wire.check import read_baseline

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "readers" / "hostile_fields.toml").read_text("utf-8"))
NINES = "9" * 5000


@pytest.mark.parametrize("case", CASES["markdown"], ids=lambda case: case["name"])
def test_front_matter(tmp_path: Path, case: dict[str, Any]) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{case['fields']}\n---\nThe rescue took nine hours.\n", "utf-8")
    begun = time.monotonic()
    if case["read"]:
        assert "nine hours" in read_source(path).text
    else:
        with pytest.raises(SourceError, match="front matter cannot be read"):
            read_source(path)
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    "fields", [f"title: {NINES}", f"title: 0x{NINES}", "title: " + "[" * 5000, "a: " + "x" * 200_000, f"date: {NINES}"]
)
def test_front_matter_without_end(tmp_path: Path, fields: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{fields}\n---\nThe rescue took nine hours.\n", "utf-8")
    try:
        assert "nine hours" in read_source(path).text
    except SourceError as error:
        assert "\n" not in str(error)  # noqa: PT017


@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
@pytest.mark.parametrize(
    "article",
    [
        f'{{"text": "Nine boats.", "id": {NINES}}}',
        f'{{"text": "Nine boats.", "title": {NINES}}}',
        f'{{"text": "Nine boats.", "date": -{NINES}}}',
        f'{{"text": "Nine boats.", "date": {NINES}.5e{NINES}}}',
        '{"text": "Nine boats.", "date": NaN}',
        '{"text": "Nine boats.", "title": "\\ud800"}',
        '{"text": "Nine boats.", "title": ["a", {"name": ["b"]}]}',
        '{"text": "Nine boats.", "x": ' + "[" * 3000 + "]" * 3000 + "}",
        json.dumps({"text": ["Nine boats.", 3, None], "title": {"name": {"name": "x"}}}),
    ],
    ids=range(9),
)
def test_json_is_read_or_refused(tmp_path: Path, article: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text(article + "\n", "utf-8")
    try:
        assert "Nine boats." in read_source(path).text
    except CrosscheckError as error:
        assert "nested" in str(error)  # noqa: PT017


@pytest.mark.parametrize("half", ["\\ud83d", "\\udc00 \\ud800"])
@pytest.mark.parametrize("field", ["title", "publisher", "author", "url", "date"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.md"])
def test_half_a_surrogate_pair_reaches_no_output(tmp_path: Path, name: str, field: str, half: str) -> None:
    path = tmp_path / name
    told = f'"March 13, 2024 {half}"'
    fields = f'{{"text": "Nine boats sank off Osby.", "{field}": {told}}}'
    path.write_text(f"---\n{field}: {told}\n---\nNine boats sank.\n" if name == "a.md" else fields + "\n", "utf-8")
    source = read_source(path)
    when = source.published.words if source.published else ""
    for words in (source.text, source.title, source.publisher, source.author, source.url, when, *source.notes):
        (words or "").encode("utf-8")


@pytest.mark.parametrize("line", [f"published = {NINES}", 'path = "a\\u0000b"', "x = " + "[" * 3000])
def test_a_manifest_is_read_or_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(f"[[source]]\n{line}\n", "utf-8")
    with pytest.raises(ManifestError):
        read_manifest(path)


@pytest.mark.parametrize("body", [f"a = {NINES}", f"a = -{NINES}", "a = " + "[" * 5000 + "]" * 5000, 'a = "\\ud800"'])
@pytest.mark.parametrize("read", ["settings", "decisions", "manifest"])
def test_tables_without_end(tmp_path: Path, read: str, body: str) -> None:
    path = tmp_path / "crosscheck.toml"
    path.write_text(body + "\n", "utf-8")
    call = {
        "settings": lambda: settings_table(path),
        "decisions": lambda: read_decisions([path], {}),
        "manifest": lambda: read_manifest(path),
    }[read]
    with pytest.raises(CrosscheckError) as raised:
        call()
    assert "\n" not in str(raised.value)
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize("body", [NINES, "[" * 50_000 + "]" * 50_000, "NaN", '{"schema": ' + NINES + "}", "\0\1", ""])
def test_a_baseline_that_is_none(tmp_path: Path, body: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(body, "utf-8")
    with pytest.raises(CrosscheckError, match="baseline") as raised:
        read_baseline(path)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("mark", ["\x01", "\x0b", "\x0c", "\x13", "\x1f", "\ufffe", "\uffff"])
def test_control_characters_around_a_script_of_a_page(tmp_path: Path, mark: str) -> None:
    words = "The plumber of Osby was jailed on Monday for selling lead pipes as copper ones, a court said."
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><head><title>Plumber jailed</title></head><body><article><p>{words}</p><p>{words[:60]} again.</p>"
        f"</article>{mark}<script>var a = 1;</script>{mark} of 2 June 2015</body></html>",
        "utf-8",
    )
    assert words in read_source(path).text
