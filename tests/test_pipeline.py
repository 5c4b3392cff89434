"""The whole way through the command, on what users hand over: a report or one clear sentence, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import compare
from compare.errors import SourceError

ROOT = Path(__file__).parents[1]
FIRST = (
    "Long talks in Larn\n\nThe talks between the two ministers in Larn lasted five hours, officials said on Friday.\n\n"
    "No deal was signed. Both sides agreed to meet again in the autumn."
)
SECOND = (
    "Ministers talk for hours\n\nThe talks in Larn lasted three hours, a spokeswoman said on Friday.\n\n"
    "The two ministers will meet again in the autumn. A deal was not signed."
)
DONE, USAGE, INCOMPLETE = 0, 2, 3


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


def report(*arguments: str | Path, stdin: bytes = b"", form: str = "json") -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "reports.cli", "report", *map(str, arguments), "-f", form],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        timeout=500,
        check=False,
    )
    run = Run(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in run.err
    assert len(run.err.strip().splitlines()) <= 1, "one sentence at most"
    return run


@pytest.fixture
def pair(tmp_path: Path) -> list[Path]:
    return written(tmp_path, {"first.txt": FIRST.encode(), "second.txt": SECOND.encode()})


def written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def conflicts(run: Run) -> list[set[str]]:
    """Return the statements of each pair that conflicts."""
    text = {s["id"]: s["text"] for s in run.document["statements"]}
    return [{text[p["left"]], text[p["right"]]} for p in run.document["pairs"] if p["relation"] == "conflict"]


def lengths_conflict(run: Run) -> bool:
    found = [" | ".join(sorted(texts)) for texts in conflicts(run)]
    return any("five hours" in t and "three hours" in t for t in found)


def test_two_articles(pair: list[Path]) -> None:
    run = report(*pair)
    assert (run.code, run.err) == (DONE, "")
    assert lengths_conflict(run)


@pytest.mark.parametrize(
    ("name", "data"), [("empty.txt", b""), ("blank.txt", b" \n\t\r\n"), ("binary.txt", bytes(range(256)) * 64)]
)
def test_an_unreadable_file_beside_two_good_ones(pair: list[Path], tmp_path: Path, name: str, data: bytes) -> None:
    (bad,) = written(tmp_path, {name: data})
    run = report(*pair, bad)
    assert run.code == INCOMPLETE
    assert name in run.err
    assert run.err.startswith("crosscheck: incomplete: 1 source could not be read")
    assert [row["path"] for row in run.document["unread"]] == [str(bad)]
    assert lengths_conflict(run)


@pytest.mark.parametrize("form", ["json", "html", "markdown", "text"])
def test_nothing_readable(tmp_path: Path, form: str) -> None:
    run = report(*written(tmp_path, {"empty.txt": b"", "zeros.bin": bytes(4096)}), form=form)
    assert run.code == INCOMPLETE
    assert "2 sources could not be read" in run.err
    assert "nothing was compared" in run.err
    assert "empty.txt" in run.out


def test_one_article_alone(pair: list[Path]) -> None:
    run = report(pair[0])
    assert run.code == INCOMPLETE
    assert "only 1 article could be read, so nothing was compared" in run.err
    assert run.document["findings"] == []
    assert len(run.document["sources"]) == 1


def test_a_folder_without_articles_and_a_path_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "empty", tmp_path / "missing.txt"):
        run = report(path)
        assert run.code in (USAGE, INCOMPLETE)
        assert path.name in run.err
        assert run.err.startswith("crosscheck: ")


def test_no_source_at_all() -> None:
    run = report()
    assert run.code == USAGE
    assert "no source is given" in run.err
    with pytest.raises(SourceError, match="at least two"):
        compare.compare_sources([])


def test_a_folder_of_articles(pair: list[Path], tmp_path: Path) -> None:
    assert lengths_conflict(report(tmp_path))


def test_latin_1(tmp_path: Path) -> None:
    first = FIRST.replace("officials", "Präsident Müller")
    run = report(*written(tmp_path, {"first.txt": first.encode("latin-1"), "second.txt": SECOND.encode()}))
    assert run.code == DONE
    assert any("Präsident Müller" in s["text"] for s in run.document["statements"])
    assert lengths_conflict(run)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(tmp_path: Path, end: str) -> None:
    run = report(*written(tmp_path, {"a.txt": FIRST.replace("\n", end).encode(), "b.txt": SECOND.encode()}))
    assert run.code == DONE
    assert lengths_conflict(run)
    text = {s["id"]: s["text"] for s in run.document["sources"]}
    assert end in text["a.txt"]
    for s in run.document["statements"]:
        assert text[s["source"]][s["start"] : s["end"]] == s["text"]


@pytest.mark.parametrize("form", ["json", "html", "markdown", "text"])
def test_hostile_text(tmp_path: Path, form: str) -> None:
    evil = "<script>alert('x')</script> \x1b[31m\x07\x00 \u202e {{ 7*7 }} [link](javascript:alert(1))"
    first = FIRST.replace("No deal", f"{evil} No deal")
    run = report(*written(tmp_path, {"first.txt": first.encode(), "second.txt": SECOND.encode()}), form=form)
    assert run.code in (DONE, INCOMPLETE)
    if form == "html":
        assert "<script>alert" not in run.out
    if form != "json":
        assert "\x1b[31m" not in run.out
        assert "\x07" not in run.out


def test_a_file_given_twice_counts_once(pair: list[Path], tmp_path: Path) -> None:
    plain, double = report(*pair), report(*pair, pair[0])
    assert double.code == DONE
    copied = report(*pair, *written(tmp_path, {"copy.txt": FIRST.encode()}))
    for run in (double, copied):
        assert weighed(run) == weighed(plain)


def weighed(run: Run) -> list[tuple[str, int]]:
    """Return each fact's relation with the number of its independent sources."""
    facts = [*run.document["findings"], *run.document["agreements"]]
    return sorted((f["kind"], f["independent"]) for f in facts)


def test_standard_input_beside_a_file(pair: list[Path]) -> None:
    run = report("-", pair[1], stdin=FIRST.encode())
    assert run.code == DONE
    assert "stdin" in {s["id"] for s in run.document["sources"]}
    assert lengths_conflict(run)


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"title": t.split("\n")[0], "text": t.split("\n\n", 1)[1], "published": "2018-02-09"} for t in (FIRST, SECOND)
    ]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    run = report(*written(tmp_path, {"articles.jsonl": data}))
    assert run.code == DONE
    assert len(run.document["sources"]) == 2
    assert lengths_conflict(run)
    broken = report(*written(tmp_path, {"broken.jsonl": data + b"\n{not json\n"}))
    assert broken.code in (DONE, USAGE, INCOMPLETE)
    assert "3" in broken.err, "the line that is wrong is named"


def test_contradictory_dates_are_noted(tmp_path: Path) -> None:
    page = f"---\ntitle: Long talks in Larn\npublished: 2018-02-09\n---\n\n{FIRST}"
    files = written(tmp_path, {"first.md": page.encode(), "second.txt": SECOND.encode()})
    manifest = tmp_path / "sources.toml"
    manifest.write_text('[[source]]\npath = "first.md"\npublished = 2011-01-01\n', "utf-8")
    run = report(*files, "--manifest", manifest)
    assert run.code == DONE
    (source,) = [s for s in run.document["sources"] if s["id"] == "first.md"]
    assert source["notes"], "the editor is told that the dates contradict each other"
    assert "2011" in json.dumps(source["published"])


def test_a_long_article_takes_no_more_than_its_length(tmp_path: Path) -> None:
    """Twice the text takes about twice the time: nothing is compared all with all."""
    from compare.sources.collecting import read_bytes

    def seconds(paragraphs: int) -> float:
        names = [f"{a}{b}" for a in ("Al", "Ber", "Cor", "Dal", "Es", "Fen", "Gor") for b in ("ma", "nik", "ro", "tun")]
        text = "\n\n".join(
            f"At least {n % 90 + 2} people were killed near {names[n % 28]} when the {names[n * 5 % 28]} mill burnt. "
            f"The talks with {names[n * 3 % 28]} lasted {n % 7 + 2} hours."
            for n in range(paragraphs)
        )
        sources = [read_bytes(text.encode(), f"{i}.txt", "text") for i in range(2)]
        sources[1] = read_bytes(text.replace("killed", "found dead").encode(), "1.txt", "text")
        start = time.process_time()
        compare.compare_sources(sources)
        return time.process_time() - start

    seconds(10)  # the models are loaded
    small, large = seconds(60), seconds(240)
    assert large < 8 * small, f"{small:.1f} s for one part, {large:.1f} s for four"
