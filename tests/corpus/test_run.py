"""The command on real articles: what lies in the folder, killed and begun again, more articles, wrong calls."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from chat_server import answer, serving

from reports.cli import main

ROOT = Path(__file__).parents[2]
STORIES = ROOT / "tests" / "stories"
DAYS = {"court-verdict": "2015-02-05", "ferry-toll": "2017-11-15"}
OUTLETS = ("Harbour Courier", "Valley Post", "Evening Star")


def rows(*stories: str) -> list[str]:
    found = []
    for story in stories:
        for outlet, path in zip(OUTLETS, sorted((STORIES / story).glob("*.txt")), strict=True):
            title, _, text = path.read_text("utf-8").partition("\n")
            found.append(
                json.dumps(
                    {"id": f"{story}/{path.stem}", "title": title, "text": text.strip(), "published": DAYS[story]}
                    | {"publisher": outlet}
                )
            )
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of an output folder but the store."""
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and ".crosscheck" not in p.parts]
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wire")
    (folder / "wire.jsonl").write_text("\n".join([*rows("court-verdict", "ferry-toll")]), "utf-8")
    (folder / "alone.txt").write_text("Parliament in Dorna passed a budget of 12 billion crowns on Monday.\n")
    return folder


@pytest.fixture(scope="module")
def undisturbed(wire: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("undisturbed")
    assert main(["corpus", str(wire), "-o", str(output), "--quiet"]) == 0
    return output


def test_the_folder_holds_an_index_a_report_an_event_and_the_rows(undisturbed: Path) -> None:
    index = json.loads((undisturbed / "index.json").read_text("utf-8"))
    assert [len(e["articles"]) for e in index["events"]] == [3, 3, 1]
    articles = [json.loads(line) for line in (undisturbed / "articles.jsonl").read_text("utf-8").splitlines()]
    assert len({a["id"] for a in articles}) == 7
    by_story: dict[str, set[str]] = {}
    for article in articles:
        by_story.setdefault(article["id"].split("/")[0], set()).add(article["event"])
    assert [len(keys) for keys in by_story.values()] == [1, 1, 1]
    alone = next(a for a in articles if a["id"] == "alone.txt")
    assert alone["probability"] is None
    assert all(0.5 < a["probability"] <= 1 for a in articles if a is not alone)
    pages = {p.name for p in (undisturbed / "events").iterdir()}
    assert pages == {Path(e["href"]).name for e in index["events"] if e["href"]}
    assert len(pages) == 2


def test_findings_lead_to_the_exact_words(wire: Path, undisturbed: Path) -> None:
    found = [json.loads(line) for line in (undisturbed / "findings.jsonl").read_text("utf-8").splitlines()]
    assert {"conflict"} <= {f["relation"] for f in found}
    texts = {json.loads(r)["id"]: json.loads(r) for r in (wire / "wire.jsonl").read_text("utf-8").splitlines()}
    for finding in found:
        for statement in finding["statements"]:
            row = texts[statement["article"]]
            whole = f"{row['title']}\n\n{row['text']}"
            assert whole[statement["start"] : statement["end"]] == statement["text"]


def test_the_index_has_no_script_and_each_link_leads_somewhere(undisturbed: Path) -> None:
    import re

    page = (undisturbed / "index.html").read_text("utf-8")
    assert "<script" not in page
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    for link in re.findall(r'href="([^"]+)"', page):
        if link.startswith("#"):
            assert link[1:] in ids
        elif not link.startswith("data:"):
            assert (undisturbed / link).is_file()


@pytest.mark.parametrize("options", [["--workers", "2"], ["--workers", "2", "--scheduler", "local"]])
def test_every_engine_gives_the_same_bytes(options: list[str], wire: Path, undisturbed: Path, tmp_path: Path) -> None:
    script = "import sys; from reports.cli import main\nif __name__ == '__main__': sys.exit(main(sys.argv[1:]))\n"
    (tmp_path / "run.py").write_text(script)
    call = [sys.executable, str(tmp_path / "run.py"), "corpus", str(wire), "-o", str(tmp_path / "out"), *options]
    done = subprocess.run(
        call, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "out") == contents(undisturbed)


@pytest.mark.parametrize("stage", ["articles", "parses", "events", "index"])
def test_killed_at_any_stage_and_run_again_gives_the_same_bytes(
    stage: str, wire: Path, undisturbed: Path, tmp_path: Path
) -> None:
    kill_when(stage, wire, tmp_path / "out")
    before = contents(tmp_path / "out")
    assert before != contents(undisturbed)
    assert main(["corpus", str(wire), "-o", str(tmp_path / "out"), "--quiet"]) == 0
    assert contents(tmp_path / "out") == contents(undisturbed)


KILLED = """
import os, signal, sys
from compare.corpus.store import Store
import reports.corpus.writing as writing
stage, arguments = sys.argv[1], sys.argv[2:]
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
def after(kept):
    def wrapped(*given, **named):
        kept(*given, **named)
        die()
    return wrapped
if stage == "articles": Store.keep_read = after(Store.keep_read)
if stage == "parses": Store.keep_parses = after(Store.keep_parses)
if stage == "events": Store.keep_event = after(Store.keep_event)
if stage == "index": writing.render_index_markdown = die
from reports.cli import main
main(arguments)
"""


def kill_when(stage: str, wire: Path, output: Path) -> None:
    """Run the command in a process that is killed, as by kill -9, right after the first commit of a stage."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, stage, "corpus", str(wire), "-o", str(output), "--quiet"], cwd=ROOT, check=False
    )
    assert done.returncode == -signal.SIGKILL


def test_more_articles_cost_only_what_they_change(
    wire: Path, undisturbed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(undisturbed, tmp_path / "out")
    before = contents(tmp_path / "out")
    more = tmp_path / "more.jsonl"
    text = "At least 17 people were killed when the ferry Alma capsized off Skarholm on Tuesday evening, police said."
    more.write_text(json.dumps({"id": "late", "title": "Skarholm ferry", "text": text, "published": "2017-11-16"}))
    assert main(["corpus", str(wire), str(more), "-o", str(tmp_path / "out")]) == 0
    assert "1 article read, 1 parsed, 1 event compared" in capsys.readouterr().err
    after = contents(tmp_path / "out")
    assert {n for n in before if n.startswith("events/")} == {n for n in after if n.startswith("events/")}
    changed = [n for n in before if n.startswith("events/") and before[n] != after[n]]
    assert len(changed) == 1
    assert main(["corpus", str(wire), str(more), "-o", str(tmp_path / "fresh"), "--quiet"]) == 0
    assert contents(tmp_path / "fresh") == after


def test_an_event_split_by_hand_is_split(wire: Path, undisturbed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    shutil.copytree(wire, folder)
    ids = ["ferry-toll/first-night", "ferry-toll/harbour-paper", "ferry-toll/second-day"]
    (folder / "events.toml").write_text(f"[[apart]]\narticles = {json.dumps(ids)}\n")
    shutil.copytree(undisturbed, tmp_path / "out")
    assert main(["corpus", str(folder), "-o", str(tmp_path / "out"), "--quiet"]) == 0
    index = json.loads((tmp_path / "out" / "index.json").read_text("utf-8"))
    assert [len(e["articles"]) for e in index["events"]] == [3, 1, 1, 1, 1]
    assert len(list((tmp_path / "out" / "events").iterdir())) == 1


def test_bad_rows_are_named_and_the_rest_is_done(
    wire: Path, undisturbed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "wire"
    shutil.copytree(wire, folder)
    with (folder / "wire.jsonl").open("a") as file:
        file.write("\n{<script>alert(1)</script>\n")
    shutil.copytree(undisturbed, tmp_path / "out")
    assert main(["corpus", str(folder), "-o", str(tmp_path / "out"), "--quiet"]) == 3
    told = capsys.readouterr().err
    assert f"{folder / 'wire.jsonl'}: line 7" in told
    assert "Traceback" not in told
    assert "line 7" in (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "line 7" in (tmp_path / "out" / "index.md").read_text("utf-8")


def test_since_leaves_out_what_is_older(wire: Path, undisturbed: Path, tmp_path: Path) -> None:
    shutil.copytree(undisturbed, tmp_path / "out")
    assert main(["corpus", str(wire), "-o", str(tmp_path / "out"), "--quiet", "--since", "2016-01-01"]) == 0
    index = json.loads((tmp_path / "out" / "index.json").read_text("utf-8"))
    assert [len(e["articles"]) for e in index["events"]] == [3, 1]
    assert "Published before the day asked for and left out: 3." in index["summary"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "there is no such file"),
        (["{wire}", "-o", "{wire}/out"], "give an -o outside of it"),
        (["{wire}", "--since", "soon"], "soon"),
        (["{wire}", "--since", "2030-01-01"], "no article was published"),
        (["{wire}", "--scheduler", "tcp://127.0.0.1:9"], "no Dask scheduler"),
        ([], "Missing argument"),
    ],
)
def test_wrong_calls_are_one_sentence(
    arguments: list[str], message: str, wire: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [a.format(wire=wire) for a in arguments]
    if "-o" not in words:
        words += ["-o", str(tmp_path / "out")]
    # an article of the index would be there without a day: the one that has none is left out here
    if "2030-01-01" in words:
        words[0] = str(wire / "wire.jsonl")
    assert main(["corpus", *words]) == 2
    told = capsys.readouterr().err
    assert message in told
    assert "Traceback" not in told


def test_a_desks_own_model_is_asked_by_one_process(
    wire: Path, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)  # where the answers are kept
    asked: list[object] = []

    def unsure(pair: object) -> object:
        asked.append(pair)
        return answer("unsure")

    with serving(unsure) as server:  # type: ignore[arg-type]
        model = ["--second-reader", server.url, "--model", "m"]
        assert main(["corpus", str(wire), "-o", str(tmp_path / "two"), "--quiet", "--workers", "2", *model]) == 2
        assert "asked by one process" in capsys.readouterr().err
        assert not asked
        for _ in range(2):
            assert main(["corpus", str(wire), "-o", str(tmp_path / "one"), "--quiet", *model]) == 0
    assert asked
    assert len(asked) == len({repr(pair) for pair in asked}), "a second run asks nothing"
    assert contents(tmp_path / "one").keys() == contents(undisturbed).keys()
