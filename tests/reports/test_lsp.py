"""The language server over real JSON-RPC: a process is started and spoken to as an editor does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsp_client import Editor

from compare.sources.positions import Places
from reports.lsp.positions import Lines

COURIER = """Ferry runs aground off Osby

The ferry Marta ran aground off Osby on Tuesday. The rescue took nine hours, the coast guard said. “We saw the lights \
too late,” captain Ina Holm said.

The harbour reopened in the evening.
"""
BEACON = """---
title: Ferry aground
publisher: Morning Beacon
published: 2031-03-05
---

🚢 The rescue of the passengers in Osby took nine hours. The harbour reopened in the evening. The minister said the \
captain may lose her licence.
"""
DRAFT = """# Ferry off Osby

🚢🚢 The rescue in Osby took four hours. The harbour reopened in the evening.

The captain will lose her licence, the minister said.
"""


def write_sources(folder: Path) -> None:
    (folder / "sources").mkdir()
    (folder / "sources" / "courier.txt").write_text(COURIER, "utf-8")
    (folder / "sources" / "beacon.md").write_text(BEACON, "utf-8")


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """One session for most tests: its sources are read once, which the last test counts."""
    folder = tmp_path_factory.mktemp("desk").resolve()
    write_sources(folder)
    session = Editor(folder, "--against", "sources")
    session.start()
    assert session.log("Read") == "Read 2 sources."
    yield session
    assert session.stop() == 0
    assert not [m for m in session.kept if "Read 2" in str(m)], "the sources were read more than once"
    assert not session.errors


def by_rule(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["code"]: row for row in rows}


def cut(text: str, place: dict[str, Any]) -> str:
    """Return what a range covers, counting as an editor does: lines, and UTF-16 units within them."""
    assert place["start"]["line"] == place["end"]["line"]
    line = text.split("\n")[place["start"]["line"]].encode("utf-16-le")
    return line[2 * place["start"]["character"] : 2 * place["end"]["character"]].decode("utf-16-le")


def at(text: str, words: str) -> dict[str, int]:
    before = text[: text.index(words)]
    start = before.rpartition("\n")[2]
    return {"line": before.count("\n"), "character": len(start.encode("utf-16-le")) // 2}


def apply(text: str, action: dict[str, Any]) -> str:
    """Return the text with a quick fix taken."""
    change = action["edit"]["documentChanges"][0]
    [edit] = change["edits"]
    lines = text.split("\n")
    row = edit["range"]["start"]["line"]
    line = lines[row].encode("utf-16-le")
    first, last = 2 * edit["range"]["start"]["character"], 2 * edit["range"]["end"]["character"]
    lines[row] = line[:first].decode("utf-16-le") + edit["newText"] + line[last:].decode("utf-16-le")
    return "\n".join(lines)


TEXTS = st.text(st.sampled_from("aé\u20ac🚢\n\r\u2028\x0b\ud83d"), max_size=30)


@given(text=TEXTS, encoding=st.sampled_from(("utf-8", "utf-16", "utf-32")), data=st.data())
def test_places_go_to_the_editor_and_back(text: str, encoding: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Places(text).line_column(offset)
    lines = Lines(text, encoding)
    place = lines.position(line, column)
    row = re.split("\r\n|\r|\n", text)[line - 1]
    if column - 1 <= len(row):  # between the two characters of one line end there is no place
        assert lines.offset(line, column) == offset
        assert lines.line_column(place) == (line, column)
    codec = encoding if encoding == "utf-8" else f"{encoding}-le"
    units = len(row[: column - 1].encode(codec, "surrogatepass")) // {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    assert (place.line, place.character) == (line - 1, units)


def test_what_the_sources_contradict_is_underlined_with_their_words(editor: Editor) -> None:
    uri = editor.open("draft.md", DRAFT)
    found = by_rule(editor.diagnostics(uri))
    assert set(found) == {"CMP104", "CMP103"}
    wrong = found["CMP104"]
    assert cut(DRAFT, wrong["range"]) == "four hours"
    assert (wrong["severity"], wrong["source"]) == (1, "crosscheck")
    assert wrong["message"].startswith("Contradicted: ")
    related = {row["location"]["uri"].rpartition("/")[2]: row for row in wrong["relatedInformation"]}
    courier = related["courier.txt"]
    assert cut(COURIER, courier["location"]["range"]) == "The rescue took nine hours, the coast guard said."
    assert "“The rescue took nine hours, the coast guard said.”" in courier["message"]
    beacon = related["beacon.md"]
    assert beacon["message"].startswith("Morning Beacon (beacon.md): ")
    assert cut(BEACON, beacon["location"]["range"]).endswith("The rescue of the passengers in Osby took nine hours.")
    assert found["CMP103"]["severity"] == 2
    assert cut(DRAFT, found["CMP103"]["range"]).startswith("The captain will lose her licence")


def test_hover_gives_the_verdict_and_the_sources_words(editor: Editor) -> None:
    uri = editor.open("hover.md", DRAFT)
    editor.diagnostics(uri)
    answer = editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at(DRAFT, "our hours")})
    told = answer["result"]["contents"]
    assert told["kind"] == "plaintext"
    assert "Contradicted" in told["value"]
    assert "[CMP104]" in told["value"]
    assert "“The rescue took nine hours, the coast guard said.”" in told["value"]
    assert cut(DRAFT, answer["result"]["range"]) == "The rescue in Osby took four hours."
    good = editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at(DRAFT, "reopened")})
    assert good["result"]["contents"]["value"].startswith("Supported: 2 sources")
    nothing = editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 0}})
    assert nothing["result"] is None


def test_a_quick_fix_puts_the_sources_words_in_place(editor: Editor) -> None:
    uri = editor.open("fix.md", DRAFT)
    rows = by_rule(editor.diagnostics(uri))

    def fixes(row: dict[str, Any]) -> list[dict[str, Any]]:
        context = {"diagnostics": [row]}
        asked = {"textDocument": {"uri": uri}, "range": row["range"], "context": context}
        return list(editor.ask("textDocument/codeAction", asked)["result"])

    [exact] = fixes(rows["CMP104"])
    assert (exact["kind"], exact["title"]) == ("quickfix", "Use the sources' words: “nine hours”")
    assert exact["edit"]["documentChanges"][0]["textDocument"] == {"uri": uri, "version": 1}
    mended = apply(DRAFT, exact)
    assert "🚢🚢 The rescue in Osby took nine hours. The harbour" in mended
    assert fixes(rows["CMP103"]) == [], "no source's sentence is put in whole"
    mended = mended.replace("will lose", "may lose")
    assert "may lose her licence" in mended
    editor.change(uri, 2, mended)
    assert editor.diagnostics(uri, 2) == []
    stale = {"textDocument": {"uri": uri}, "range": rows["CMP104"]["range"], "context": {"diagnostics": []}}
    assert editor.ask("textDocument/codeAction", stale)["result"] == []


def test_an_edit_judges_only_the_statement_it_touched(editor: Editor) -> None:
    text = DRAFT.replace("Osby", "Osby harbour")
    uri = editor.open("edit.md", text)
    editor.diagnostics(uri)
    total = int(re.findall(r": (\d+) statements", editor.log("Checked edit.md version 1"))[0])
    assert total >= 4
    changed = text.replace("four hours", "five hours")
    editor.change(uri, 2, changed)
    assert cut(changed, by_rule(editor.diagnostics(uri, 2))["CMP104"]["range"]) == "five hours"
    assert editor.log("Checked edit.md version 2") == f"Checked edit.md version 2: {total} statements, 1 judged anew."
    editor.change(uri, 3, "A new first line about nothing.\n\n" + changed)
    moved = by_rule(editor.diagnostics(uri, 3))["CMP104"]["range"]
    assert moved["start"]["line"] == 4
    assert "1 judged anew" in editor.log("Checked edit.md version 3")


def test_nothing_is_said_of_a_version_that_is_still_being_checked(editor: Editor) -> None:
    uri = editor.open("stale.md", DRAFT)
    rows = by_rule(editor.diagnostics(uri))
    editor.change(uri, 2, "A new first line.\n\n" + DRAFT)
    here = {"textDocument": {"uri": uri}, "position": at(DRAFT, "our hours")}
    assert editor.ask("textDocument/hover", here)["result"] is None
    asked = {"textDocument": {"uri": uri}, "range": rows["CMP104"]["range"], "context": {"diagnostics": []}}
    assert editor.ask("textDocument/codeAction", asked)["result"] == [], "the fix would land on the wrong words"
    assert "CMP104" in by_rule(editor.diagnostics(uri, 2))


def test_fast_typing_is_checked_once(editor: Editor) -> None:
    uri = editor.open("fast.md", DRAFT)
    editor.diagnostics(uri)
    for version in range(2, 8):
        editor.change(
            uri, version, DRAFT.replace("four", ["two", "three", "five", "six", "seven", "eight"][version - 2])
        )
    assert by_rule(editor.diagnostics(uri, 7))["CMP104"]
    assert not [m for m in editor.kept if m.get("params", {}).get("uri") == uri]


ODD = {
    "empty": "",
    "blank": "\n\n\n",
    "separators": "\u2028\x0b\x00\ufeff",
    "open comment": "<!-- crosscheck",
    "code": "```\ncode",
    "front matter": "---\n",
    "lone surrogate": "\ud83d",
    "long": "a" * 30_000,
    "emoji": "🚢" * 5_000,
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_drafts_break_nothing(editor: Editor, kind: str) -> None:
    uri = editor.open(f"odd {kind} é.md", ODD[kind])
    rows = editor.diagnostics(uri)
    assert all(row["code"] == "not-checked" for row in rows)
    if kind != "long":
        assert rows, "a draft without statements is no pass, and says so"
    here = {"textDocument": {"uri": uri}, "position": {"line": 99, "character": 99}}
    told = editor.ask("textDocument/hover", here)["result"]
    assert told is None or told["contents"]["value"].startswith("Not checkable")


def test_a_huge_draft_is_declined_in_words(editor: Editor) -> None:
    uri = editor.open("huge.md", "The rescue took four hours. " * 40_000)
    [row] = editor.diagnostics(uri)
    assert row["message"] == "The draft is longer than 100,000 characters: use crosscheck check."


def test_hostile_words_steer_nothing(editor: Editor) -> None:
    text = "The rescue in Osby took four hours <img src=x onerror=alert(1)>\u202e, said [x](command:evil).\n"
    uri = editor.open("hostile.md", text)
    for row in editor.diagnostics(uri):
        assert "\u202e" not in str(row)
    place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 30}}
    told = editor.ask("textDocument/hover", place)["result"]
    assert told is None or (told["contents"]["kind"] == "plaintext" and "\u202e" not in told["contents"]["value"])


def test_a_suppression_without_a_reason_is_named_where_it_stands(editor: Editor) -> None:
    text = DRAFT.replace("🚢🚢 ", "<!-- crosscheck: ignore CMP104 -->\n🚢🚢 ")
    uri = editor.open("half.md", text)
    rows = by_rule(editor.diagnostics(uri))
    assert rows["not-checked"]["range"]["start"] == {"line": 2, "character": 0}
    assert "reason" in rows["not-checked"]["message"]
    assert "CMP104" in rows
    whole = text.replace("CMP104 -->", "CMP104 because the coast guard corrected its figure -->")
    editor.change(uri, 2, whole)
    assert set(by_rule(editor.diagnostics(uri, 2))) == {"CMP103"}


def test_an_html_draft_is_underlined_in_its_own_file(editor: Editor) -> None:
    text = "<body>\n<p>🚢 The rescue in Osby took <b>four</b> hours.</p>\n<p>The rescue took four hours.</p>\n</body>"
    uri = editor.open("page.html", text, "html")
    rows = [r for r in editor.diagnostics(uri) if r["code"] == "CMP104"]
    assert [cut(text, r["range"]) for r in rows] == ["four</b> hours", "four hours"]
    asked = {"textDocument": {"uri": uri}, "range": rows[0]["range"], "context": {"diagnostics": []}}
    assert editor.ask("textDocument/codeAction", asked)["result"] == [], "the fix would cut through markup"
    asked["range"] = rows[1]["range"]
    assert len(editor.ask("textDocument/codeAction", asked)["result"]) == 1


def test_what_is_no_draft_and_what_is_a_source_are_left_alone(editor: Editor) -> None:
    editor.open("story.py", "print('The rescue took four hours.')", "python")
    editor.open("sources/courier.txt", COURIER.replace("nine", "four"), "plaintext")
    uri = editor.open("after.md", DRAFT)
    editor.diagnostics(uri)
    assert not [
        m for m in editor.kept if "story.py" in str(m) or "sources/courier.txt" in str(m.get("params", {}).get("uri"))
    ]


def test_a_closed_draft_is_forgotten(editor: Editor) -> None:
    uri = editor.open("closed.md", DRAFT)
    editor.diagnostics(uri)
    editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.diagnostics(uri, None) == []


def test_nonsense_ends_no_session(editor: Editor) -> None:
    editor.notify("textDocument/hover", {"textDocument": 5})
    assert "Invalid" in editor.warning()
    assert "error" in editor.ask("crosscheck/unknown", {})
    editor.change("file:///nowhere/unopened.md", 4, "x")
    assert by_rule(editor.diagnostics(editor.open("still.md", DRAFT)))["CMP104"]


def test_sources_are_read_again_when_one_is_saved_or_on_command(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    write_sources(folder)
    editor = Editor(folder, "--against", "sources")
    try:
        answer = editor.start()
        assert answer["capabilities"]["executeCommandProvider"]["commands"] == ["crosscheck.readSources"]
        uri = editor.open("draft.md", DRAFT)
        assert "CMP104" in by_rule(editor.diagnostics(uri))
        for name, text in (("courier.txt", COURIER), ("beacon.md", BEACON)):
            (folder / "sources" / name).write_text(text.replace("nine", "four"), "utf-8")
        saved = {"textDocument": {"uri": (folder / "sources" / "courier.txt").as_uri()}}
        editor.notify("textDocument/didSave", saved)
        assert set(by_rule(editor.diagnostics(uri))) == {"CMP103"}
        (folder / "sources" / "courier.txt").write_text(COURIER, "utf-8")
        (folder / "sources" / "beacon.md").write_text(BEACON, "utf-8")
        editor.ask("workspace/executeCommand", {"command": "crosscheck.readSources", "arguments": []})
        assert "CMP104" in by_rule(editor.diagnostics(uri))
        assert [editor.log("Read") for _ in range(3)] == ["Read 2 sources."] * 3
    finally:
        assert editor.stop() == 0


def test_the_server_ends_when_the_editor_is_gone(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    write_sources(folder)
    editor = Editor(folder, "--against", "sources")
    editor.start()
    assert editor.process.stdin
    editor.process.stdin.close()
    editor.process.wait(20)
    editor.stop()


def test_settings_come_from_the_editor_or_the_project(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    write_sources(folder)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 cut off")
    (folder / "crosscheck.toml").write_text(
        'sources = ["sources"]\nmust_state = ["The Osby lighthouse was built in 1899."]\n', "utf-8"
    )
    told = {"sources": ["sources/beacon.md", "broken.pdf"], "also": ["one-source"]}
    editor = Editor(folder)
    try:
        offer = {"general": {"positionEncodings": ["utf-8"]}}
        assert (
            editor.start(initializationOptions=told, capabilities=offer)["capabilities"]["positionEncoding"] == "utf-8"
        )
        assert editor.log("Read") == "Read 1 source."
        assert "broken.pdf" in editor.warning()
        text = "🚢 The rescue of the passengers in Osby took nine hours.\n"
        rows = by_rule(editor.diagnostics(editor.open("draft.md", text)))
        assert set(rows) == {"CMP106", "CMP107", "not-checked"}
        assert rows["CMP106"]["range"]["start"]["character"] in (0, 5)
        assert rows["CMP106"]["range"]["end"]["character"] == len(text.encode()) - 1
        assert "broken.pdf" in rows["not-checked"]["message"]
    finally:
        assert editor.stop() == 0


def test_without_sources_the_editor_is_told_so(tmp_path: Path) -> None:
    editor = Editor(tmp_path.resolve())
    try:
        editor.start()
        assert "No sources are named" in editor.warning()
    finally:
        assert editor.stop() == 0


def test_wrong_settings_are_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "crosscheck.toml").write_text("sourses = []\n")
    editor = Editor(tmp_path.resolve())
    try:
        editor.start()
        assert "'sourses' is no setting" in editor.warning()
    finally:
        assert editor.stop() == 0
