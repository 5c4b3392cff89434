"""Web pages: whose day, whose headline, and what a page without its text is; and files of other kinds."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from compare.errors import SourceError
from compare.sources import read_source

CASES = Path(__file__).parents[1] / "cases" / "readers"
PAGES = tomllib.loads((CASES / "pages.toml").read_text("utf-8"))["page"]
FILES = tomllib.loads((CASES / "foreign.toml").read_text("utf-8"))["file"]
PAGE = (
    '<!doctype html><html lang="en"><head>{head}</head><body><article>{top}'
    "<p>The old bridge in the town collapsed today, the police said. Nobody was on it when it fell, and the road "
    "will stay closed for a long time.</p><p>Engineers had warned about its state for many years, but the council "
    "found no money to mend it, a councillor said to reporters in the hall.</p>{end}</article></body></html>"
)


def page(path: Path, head: str = "", top: str = "", end: str = "") -> Path:
    path.write_text(PAGE.format(head=head, top=top, end=end), "utf-8")
    return path


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["name"])
def test_the_day_and_the_headline_of_a_page(tmp_path: Path, case: dict[str, Any]) -> None:
    source = read_source(page(tmp_path / "a.html", case.get("head", ""), case.get("top", "")))
    if "date" in case:
        assert (source.published.when.isoformat()[:10] if source.published else "-") == case["date"]
    if "title" in case:
        assert source.title == case["title"]


@pytest.mark.parametrize("case", FILES, ids=lambda case: case["name"])
def test_files_of_other_kinds_are_named(tmp_path: Path, case: dict[str, Any]) -> None:
    path = tmp_path / case["name"]
    path.write_text(case["text"], "utf-8")
    if case["says"]:
        with pytest.raises(SourceError) as caught:
            read_source(path)
        assert case["says"] in str(caught.value)
    else:
        assert "boat sank" in read_source(path).text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04" + bytes(600), "damaged"),
    ],
)
def test_a_document_that_is_none_is_named(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(SourceError, match=says):
        read_source(tmp_path / "a.docx")


def test_a_page_of_script_is_refused_noted_or_read_from_its_data(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    script = "<script>window.story = '" + "The rescue took nine hours. " * 60 + "'</script>"
    head = "<html><head><title>Rescue in Osby ends</title></head><body><h1>Rescue in Osby ends</h1>"
    path.write_text(f"{head}<figcaption>A boat in the harbour.</figcaption>{script}</body></html>", "utf-8")
    with pytest.raises(SourceError, match=r"script data|no article"):
        read_source(path)
    teaser = "<p>The rescue of a crew off the coast of Osby has ended after a long night, officials said.</p>"
    path.write_text(f"{head}<article>{teaser}</article>{script}</body></html>", "utf-8")
    [note] = read_source(path).notes
    assert "words were found" in note
    data = (
        '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"'
        + "It took nine hours. " * 20
        + '"}</script>'
    )
    path.write_text(f"{head}<article>{teaser}</article>{data}</body></html>", "utf-8")
    assert "It took nine hours." in read_source(path).text


HEAD = "<html><head><title>Rescue in Osby ends</title></head><body><h1>Rescue in Osby ends</h1>"
PICTURE = "<figure><img src=a.jpg><figcaption>A boat in the harbour of Osby on Tuesday.</figcaption></figure>"
LONG = "The rescue took nine hours, the coast guard said. Nobody was hurt, and the ship is safe. "
WITHOUT = {  # a page → what its reader is told
    "a picture and data in an attribute": (HEAD + PICTURE + f'<div data-text="{LONG * 9}"></div>', "captions"),
    "a picture and a film": (HEAD + "<video src=a.mp4></video>" + PICTURE, "captions"),
    "a wall of script": (
        HEAD + PICTURE + "<noscript><p>Please turn on JavaScript.</p></noscript>",
        "captions",
    ),
    "the beginning before a wall": (
        HEAD + "<p>The rescue in Osby has ended.</p><p>To continue reading, subscribe.</p>",
        "a subscription, a setting or consent",
    ),
    "a wall for cookies": (
        "<html><body><p>This site uses cookies to store data on your device. Accept them or manage your choices.</p>",
        "a subscription, a setting or consent",
    ),
    "a test for robots": (
        "<html><body><p>Checking your browser before you go on. This takes a few seconds.</p></body></html>",
        "a subscription, a setting or consent",
    ),
    "a wall of the region": (
        "<html><body><p>Our pages are not available in your region for reasons of law. We are sorry.</p></body></html>",
        "a subscription, a setting or consent",
    ),
}
WITH = {
    "a brief": "<p>The rescue in Osby ended on Tuesday after nine hours, and all forty people were saved.</p>",
    "a brief on cookies": "<p>A court in Osby ruled on Tuesday that who uses cookies must ask its readers.</p>",
    "a brief on a subscription": "<p>Readers must subscribe now or lose the paper, the publisher said on Tuesday.</p>",
    "a brief with a picture": "<p>The rescue in Osby ended on Tuesday after nine hours, police said.</p>" + PICTURE,
    "an article with a wall behind it": f"<p>{LONG * 6}</p><p>To continue reading, subscribe now.</p>",
}


@pytest.mark.parametrize("name", WITHOUT)
def test_a_page_without_its_article_is_refused_or_noted(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.html").write_text(WITHOUT[name][0], "utf-8")
    try:
        [said] = read_source(tmp_path / "a.html").notes
    except SourceError as error:
        said = str(error)
    assert WITHOUT[name][1] in said


@pytest.mark.parametrize("name", WITH)
def test_a_short_article_is_no_page_without_one(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.html").write_text(f"{HEAD}<article>{WITH[name]}</article></body></html>", "utf-8")
    assert read_source(tmp_path / "a.html").notes == ()
