"""The commands with the real engine: the demo, unusual inputs, and a report that does not depend on the order."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from compare.wire.report import dumps, from_json, load_schema, to_json
from reports.cli import main
from reports.examples import example_sources

ARTICLE = "The council met on Monday.\n\nThe mayor said 12 people were hurt in the storm, and 3 houses fell.\n"
OTHER = "Storm hits the town\n\nAt least 14 people were hurt in the storm on Monday, the police said.\n"


def test_demo_writes_the_page_and_prints_the_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "crosscheck-report.html"
    assert main(["demo", "-o", str(page)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    for words in ("→ Update", "3 hours 21 minutes", "4 to 5 hours", "eve-of-summit.txt:7:1", str(page)):
        assert words in out
    html = page.read_text(encoding="utf-8")
    assert "minutes less" in html
    assert "Not compared" in html


def test_the_report_of_the_examples_is_valid_and_comes_back_as_it_was() -> None:
    from compare.pipeline import compare_sources

    comparison = compare_sources(example_sources()[0])
    report = json.loads(dumps(to_json(comparison)))
    jsonschema.Draft202012Validator(load_schema()).validate(report)
    back = from_json(report)
    assert dumps(to_json(back)) == dumps(to_json(comparison))
    assert back.statements == comparison.statements
    assert back.claims == comparison.claims
    assert [f.key for f in back.facts] == [f.key for f in comparison.facts]


def test_the_order_of_the_sources_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = []
    for name, text in (("one.txt", ARTICLE), ("two.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        sources.append(str(tmp_path / name))
    written = []
    for order in (sources, sources[::-1]):
        assert main(["report", *order, "-f", "json"]) == 0
        written.append(capsys.readouterr().out)
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("files", "code", "sentence"),
    [
        ({"a.txt": b"", "b.txt": ARTICLE.encode()}, 3, "a.txt (the file is empty"),
        ({"a.txt": bytes(range(256)) * 20, "b.txt": ARTICLE.encode()}, 3, "a.txt (this is a binary file"),
        ({"a.txt": ARTICLE.encode()}, 3, "only 1 article could be read, so nothing was compared"),
        ({"a.txt": ARTICLE.encode(), "b.txt": OTHER.encode()}, 0, ""),
        ({"a.txt": ARTICLE.encode(), "b.txt": OTHER.replace("town", "caf\xe9").encode("latin-1")}, 0, ""),
        ({"a.txt": ARTICLE.encode(), "b.txt": (OTHER + "<script>x</script> \x1b[31m \u202e\n").encode()}, 0, ""),
    ],
    ids=["empty", "binary", "one article", "two articles", "Latin-1", "script and control characters"],
)
def test_unusual_inputs(
    files: dict[str, bytes], code: int, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    paths = [str(tmp_path / name) for name in files]
    for form in ("text", "html", "markdown", "json"):
        assert main(["report", *paths, "-f", form]) == code
        out, err = capsys.readouterr()
        assert (f"crosscheck: incomplete: {sentence}" in err) or (sentence in err)
        assert err.count("\n") == (code != 0)
        assert out
        assert "\x1b" not in out or form == "json"
        assert "<script" not in out or form in ("json", "text")


def test_a_folder_without_articles_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "this folder holds no articles" in told.err


def test_a_source_that_is_also_the_output_is_spared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.md"
    article.write_text(ARTICLE, encoding="utf-8")
    assert main(["report", str(article), "-o", str(tmp_path / "." / "a.md")]) == 2
    assert article.read_text(encoding="utf-8") == ARTICLE
    assert "must go to another file" in capsys.readouterr().err


def test_example_paths_are_the_same_on_every_machine() -> None:
    sources, unread = example_sources()
    assert unread == ()
    assert len(sources) >= 4
    assert all(source == replace(source, path=source.id) for source in sources)


def test_files_none_of_which_exist_are_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "there is no such file" in told.err


def test_a_file_given_twice_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("The fire in Dorna killed seven workers.\n", "utf-8")
    same = str(tmp_path / "." / "a.txt")
    assert main(["report", str(tmp_path / "a.txt"), same]) == 3
    assert "was given twice and is read once" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said_in_words() -> None:
    from reports.wording import port_fault

    fault = OSError(98, "Address already in use (while attempting to bind on address ('127.0.0.1', 8765))")
    assert "(" not in port_fault(fault)
    assert port_fault(OSError("?")) == "the address cannot be opened"
