"""Readers: every format gives its article, every fault one clear sentence."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import pdf

from compare.errors import ManifestError, SourceError
from compare.sources import read_source, read_sources
from compare.sources.formats import FORMATS, format_of
from compare.sources.pdf import pdf_parts

CASES = Path(__file__).parents[1] / "cases" / "readers"
ARTICLE = "Ferry sinks off the coast\n\nA ferry with 40 people on board sank on Tuesday.\n\nAll were saved.\n"
PAGE = """<!doctype html><html><head><title>Ferry sinks off the coast | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="Ferry sinks off the coast">
{meta}</head><body><nav><a href="/">Home</a> <a href="/b">Business</a></nav><article><h1>Ferry sinks off the coast</h1>
<p>A ferry with 40 people on board sank on Tuesday off the western coast, the coast guard said in a statement.</p>
<h2>Nobody missing</h2>
<p>All of the passengers were saved by fishing boats that had heard the alarm, and two were taken to hospital.</p>
<script>alert(1)</script></article><footer>© 2011 Harbour Post. All rights reserved.</footer></body></html>"""


def rows() -> list[list[str]]:
    lines = (CASES / "dates.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def docx() -> bytes:
    import docx as library

    document = library.Document()
    document.add_heading("Ferry sinks off the coast", 0)
    document.add_paragraph("A ferry with 40 people on board sank on Tuesday.")
    document.add_heading("Nobody missing", 1)
    document.add_paragraph("Two crew", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Saved", "40"
    document.core_properties.author = "Anna Holm"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def kinds(path: Path) -> list[tuple[str, str]]:
    source = read_source(path)
    return [(b.kind, source.text[b.start : b.end]) for b in source.blocks]


def test_plain_text_keeps_every_character(tmp_path: Path) -> None:
    text = "Ferry sinks\r\n\r\nA ferry\u00a0sank  on\tTuesday.\r\nAll were saved.\x07\r\n\r\n- Two crew\r\n"
    source = read_source(write(tmp_path, "a.txt", text))
    assert source.text == text
    assert (source.id, source.title, source.format, source.published) == ("a.txt", "Ferry sinks", "text", None)
    assert [b.kind for b in source.blocks] == ["title", "paragraph", "paragraph", "list"]


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    lines = (
        "A ferry with forty people on board sank on Tuesday off the\n"
        "western coast, the coast guard said in a short\nstatement."
    )
    assert kinds(write(tmp_path, "a.txt", "Ferry sinks\n\n" + lines))[1] == ("paragraph", lines)


def test_markdown_front_matter_and_blocks(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Ferry sinks\npublisher: Harbour Post\npublished: 2020-03-04\n"
        "url: https://example.org/a\nauthor: Anna Holm\n"
        "---\n# Ferry sinks off the coast\n\nA **ferry** sank\non Tuesday.\n\nNobody missing\n---\n\n"
        "> All saved.\n\n- one\n- two\n\n"
        "1. three\n\n```py\n# no heading\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "![Divers at sea](x.png)\n\n<!-- hidden -->\n"
    )
    source = read_source(write(tmp_path, "a.md", text))
    assert source.text == text
    assert (source.title, source.publisher, source.author, source.url) == (
        "Ferry sinks", "Harbour Post", "Anna Holm", "https://example.org/a",
    )  # fmt: skip
    assert source.published is not None
    assert (source.published.when, source.published.basis) == (date(2020, 3, 4), "metadata")
    assert [(b.kind, text[b.start : b.end]) for b in source.blocks] == [
        ("title", "Ferry sinks off the coast"),
        ("paragraph", "A **ferry** sank\non Tuesday."),
        ("heading", "Nobody missing"),
        ("quote", "All saved."),
        ("list", "one"),
        ("list", "two"),
        ("list", "three"),
        ("code", "```py\n# no heading\n```"),
        ("table", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("caption", "Divers at sea"),
    ]


def test_html_main_text_title_site_and_date(tmp_path: Path) -> None:
    meta = '<meta property="article:published_time" content="2020-03-04T10:15:00+01:00">'
    source = read_source(write(tmp_path, "a.html", PAGE.format(meta=meta)))
    assert (source.title, source.publisher) == ("Ferry sinks off the coast", "Harbour Post")
    assert source.published is not None
    assert source.published.when == datetime.fromisoformat("2020-03-04T10:15:00+01:00")
    assert source.text.count("Ferry sinks off the coast") == 1
    assert [b.kind for b in source.blocks] == ["title", "paragraph", "heading", "paragraph"]
    assert "alert" not in source.text
    assert "rights" not in source.text


def test_html_never_takes_a_copyright_line_for_a_date(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, "a.html", PAGE.format(meta=""))).published is None


def test_pdf_joins_lines_and_hyphens(tmp_path: Path) -> None:
    data = pdf(
        "Ferry sinks off the coast",
        "A ferry with forty people on board sank on Tuesday off the western coast, and a state-",
        "ment of the coast guard said that all of the passengers had been saved by fishing boats.",
        "Two were hurt.",
    )
    joined = (
        "A ferry with forty people on board sank on Tuesday off the western coast, and a statement of the coast guard "
        "said that all of the passengers had been saved by fishing boats. Two were hurt."
    )
    assert kinds(write(tmp_path, "a.pdf", data)) == [
        ("title", "Ferry sinks off the coast"),
        (
            "paragraph",
            joined,
        ),
    ]


def test_pdf_hyphens_that_stay_and_running_heads() -> None:
    pages = [f"Harbour Post\nA four- to five-hour meeting of the US-\nRussian group, page one\n{n}" for n in (1, 2, 3)]
    joined = " ".join(words for words, _ in pdf_parts(pages))
    assert "four- to five-hour" in joined
    assert "US-Russian" in joined
    assert "Harbour Post" not in joined


def test_docx_blocks_and_no_date_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.docx", docx())
    assert kinds(path) == [
        ("title", "Ferry sinks off the coast"),
        ("paragraph", "A ferry with 40 people on board sank on Tuesday."),
        ("heading", "Nobody missing"),
        ("list", "Two crew"),
        ("table", "Saved | 40"),
    ]
    source = read_source(path)
    assert (source.published, source.author) == (None, "Anna Holm")


def test_json_and_json_lines(tmp_path: Path) -> None:
    one = {"headline": "Ferry sinks", "body": "It sank.\n\nAll were saved.", "site": "Post", "date": "2020-03-04"}
    source = read_source(write(tmp_path, "a.json", json.dumps(one)))
    assert (source.id, source.title, source.publisher, source.text) == (
        "a.json", "Ferry sinks", "Post", "Ferry sinks\n\nIt sank.\n\nAll were saved.",
    )  # fmt: skip
    lines = "\n".join(json.dumps({**one, "headline": f"Ferry {n}"}) for n in (1, 2)) + "\n\n" + json.dumps(one)
    sources, unread = read_sources([write(tmp_path, "b.jsonl", lines)])
    assert [s.id for s in sources] == ["b.jsonl#1", "b.jsonl#2", "b.jsonl#4"]
    assert len({s.sha256 for s in sources}) == 3
    assert unread == ()
    many, _ = read_sources([write(tmp_path, "c.json", json.dumps({"articles": [one, one]}))])
    assert [s.id for s in many] == ["c.json#1", "c.json#2"]


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.suffixes[0])
def test_every_suffix_has_its_reader_in_any_case(row: object) -> None:
    from compare.sources.formats import Format

    assert isinstance(row, Format)
    assert all(format_of(suffix.upper()) is row for suffix in row.suffixes)


@pytest.mark.parametrize(
    ("data", "noted"),
    [
        (b"\xef\xbb\xbf" + "Café – “déjà”".encode(), False),
        ("Café – “déjà”".encode("utf-16"), False),
        ("Café – “déjà”".encode("cp1252"), True),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, noted: bool) -> None:
    source = read_source(write(tmp_path, "a.txt", data))
    assert source.text == "Café – “déjà”"
    assert bool(source.notes) is noted


def test_latin_1_file(tmp_path: Path) -> None:
    text = "Fähre gesunken: 40 Tote\n\nDie Fähre Ärö sank vor Ålesund, sagte die Küstenwache am Dienstag."
    source = read_source(write(tmp_path, "a.txt", text.encode("latin-1")))
    assert source.text == text
    assert "Küstenwache" in source.text


FAULTS: list[tuple[str, str | bytes, str]] = [
    ("empty.txt", b"", "the file is empty"),
    ("blank.txt", b" \n\n ", "the file is empty"),
    ("binary.txt", bytes(range(256)) * 4, "binary file"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x01" * 40, "a picture"),
    ("marks.txt", "*** --- ***", "no text in this article"),
    ("cut.pdf", pdf("A ferry sank.")[:300], "PDF is damaged"),
    ("no.pdf", b"%PDF-1.4\nnothing", "PDF is damaged"),
    ("pictures.pdf", pdf(), "pictures of pages"),
    ("no.docx", b"not a zip", "DOCX file is damaged"),
    ("cut.docx", docx()[:800], "DOCX file is damaged"),
    ("broken.json", '{"title": "Ferry",\n "text": }', "line 2, column 10"),
    ("list.json", "[]", "empty"),
    ("number.json", "[1]", "article 1: this is no article"),
    ("notext.json", '{"title": "Ferry"}', "no 'text'"),
    ("broken.jsonl", '{"text": "A ferry sank."}\n{"text": "A', "line 2, column"),
    ("deep.json", "[" * 100_000, "nested too deeply"),
    ("front.md", "---\ntitle: [a\n---\nA ferry sank.", "front matter"),
    ("date.md", "---\npublished: 2020-13-40\n---\nA ferry sank.", "front matter"),
    ("nothing.html", "<html><body></body></html>", "no article was found"),
]


@pytest.mark.parametrize(("name", "content", "words"), FAULTS, ids=[row[0] for row in FAULTS])
def test_faults_give_one_clear_sentence(tmp_path: Path, name: str, content: str | bytes, words: str) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(SourceError) as caught:
        read_source(path)
    message = str(caught.value)
    assert words in message
    assert message.startswith(str(path))
    assert "\n" not in message
    sources, unread = read_sources([path])
    assert sources == ()
    assert [(u.path, u.reason) for u in unread] == [(str(path), message)]


def test_docx_that_unpacks_to_too_much(tmp_path: Path) -> None:
    out = io.BytesIO()
    archive = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
    with archive, archive.open("word/document.xml", "w", force_zip64=True) as part:
        for _ in range(210):
            part.write(b"0" * 1_000_000)
    with pytest.raises(SourceError, match="would unpack to 210 MB"):
        read_source(write(tmp_path, "a.docx", out.getvalue()))


def test_missing_and_forbidden_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_source(tmp_path / "a.txt")
    with pytest.raises(SourceError, match="folder where a file is wanted"):
        read_source(tmp_path)
    path = write(tmp_path, "a.txt", ARTICLE)

    def forbidden(self: Path, mode: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(SourceError, match="may not be read"):
        read_source(path)


def test_a_file_without_an_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.sources.opening.MOST_BYTES", len(ARTICLE))
    assert read_source(write(tmp_path, "a.txt", ARTICLE)).text
    with pytest.raises(SourceError, match="larger than"):
        read_source(write(tmp_path, "b.txt", ARTICLE + "."))


def test_folders_are_read_in_order_and_the_rest_is_named(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "more/c.md", ".hidden/d.txt"):
        write(tmp_path, name, ARTICLE)
    write(tmp_path, "map.png", b"\x89PNG")
    sources, unread = read_sources([tmp_path])
    assert [s.id for s in sources] == ["a.txt", "b.txt", "c.md"]
    assert [Path(u.path).name for u in unread] == ["map.png"]
    assert "no reader takes files that end in '.png'" in unread[0].reason
    write(tmp_path, "empty/map.png", b"\x89PNG")
    sources, unread = read_sources([tmp_path / "empty"])
    assert sources == ()
    assert "holds no articles" in unread[-1].reason


def test_names_are_the_shortest_tail_and_doubles_are_read_once(tmp_path: Path) -> None:
    paths = [write(tmp_path, name, ARTICLE) for name in ("a/x.txt", "b/x.txt", "b/y.txt")]
    sources, _ = read_sources([*paths, paths[2], tmp_path / "b" / ".." / "b" / "y.txt"])
    assert [s.id for s in sources] == ["a/x.txt", "b/x.txt", "y.txt"]
    assert sources[2].notes == ("The file was given more than once; it was read once.",)


def test_standard_input(tmp_path: Path) -> None:
    sources, unread = read_sources(["-"], stdin=io.BytesIO(ARTICLE.encode()))
    assert [(s.id, s.path, s.format, s.title) for s in sources] == [
        ("stdin", "stdin", "text", "Ferry sinks off the coast")
    ]
    assert unread == ()
    record = json.dumps({"title": "Ferry", "text": "It sank."})
    sources, _ = read_sources(["-"], stdin=io.BytesIO(record.encode()))
    assert sources[0].format == "json"
    assert read_sources(["-"])[1][0].path == "stdin"


def test_manifest(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", ARTICLE)
    manifest = write(
        tmp_path,
        "m.toml",
        '[[source]]\npath = "in/a.txt"\ntitle = "Ferry"\npublisher = "Post"\n'
        'published = 2020-03-04T10:00:00Z\nurl = "https://example.org"\n',
    )
    for paths in ([], [tmp_path / "in" / ".." / "in" / "a.txt"]):
        (source,), unread = read_sources(paths, manifest=manifest)
        assert (source.title, source.publisher, source.url) == ("Ferry", "Post", "https://example.org")
        assert source.published is not None
        assert (source.published.when, source.published.basis) == (datetime(2020, 3, 4, 10, tzinfo=UTC), "manifest")
        assert unread == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[[source]\n", "not valid TOML"),
        ("[[source]]\ntitle = 'a'\n", "has no 'path'"),
        ("[[source]]\npath = 'a'\nwhen = 1\n", "unknown field 'when'"),
        ("[[source]]\npath = 'a'\npublished = '2020-03-04'\n", "without quotation marks"),
        ("[[source]]\npath = 'a'\n[[source]]\npath = './a'\n", "a second time"),
        ("sources = 1\n", "unknown key 'sources'"),
        ("source = 1\n", "[[source]] tables"),
    ],
)
def test_faults_of_a_manifest(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(ManifestError) as caught:
        read_sources([], manifest=write(tmp_path, "m.toml", content))
    assert words in str(caught.value)
    with pytest.raises(ManifestError, match="no such manifest"):
        read_sources([], manifest=tmp_path / "none.toml")


@pytest.mark.parametrize(
    "line", ["Updated: 4:15 p.m. Wednesday, March 4", "Posted on Wed. March 4", "Updated: March 4"]
)
def test_a_line_without_a_year_is_no_date_of_publication(tmp_path: Path, line: str) -> None:
    text = f"Ferry sinks off the western coast\n\n{line}\n\nAll were saved. It was the third ferry to sink in 2020."
    assert read_source(write(tmp_path, "a.txt", text)).published is None


@pytest.mark.parametrize(("line", "day"), rows())
def test_date_that_the_text_states(tmp_path: Path, line: str, day: str) -> None:
    text = f"Ferry sinks off the western coast\n\n{line}\n\nAll were saved, the coast guard said."
    published = read_source(write(tmp_path, "a.txt", text)).published
    assert (published.when.isoformat() if published else "-") == day
    assert published is None or published.basis == "text"


def test_contradictory_dates_are_noted(tmp_path: Path) -> None:
    text = "---\npublished: 2020-03-05\n---\n# Ferry sinks\n\nPublished March 4 2020 A ferry sank."
    path = write(tmp_path, "a.md", text)
    source = read_source(path)
    assert source.published is not None
    assert source.published.when == date(2020, 3, 5)
    assert "contradict" in source.notes[0]
    manifest = write(tmp_path, "m.toml", '[[source]]\npath = "a.md"\npublished = 2020-03-06\n')
    (source,), _ = read_sources([path], manifest=manifest)
    assert source.published is not None
    assert source.published.when == date(2020, 3, 6)
    assert len(source.notes) == 2


@given(st.binary(max_size=300), st.sampled_from([suffix for row in FORMATS for suffix in row.suffixes]))
@settings(max_examples=150, deadline=None)
def test_no_bytes_crash_a_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = write(tmp_path_factory.getbasetemp(), "x" + suffix, data)
    sources, unread = read_sources([path])
    assert bool(sources) != bool(unread)
    for source in sources:
        place = 0
        for block in source.blocks:
            assert place <= block.start < block.end <= len(source.text)
            place = block.end
