"""Every reader has a budget, says which one was hit, and can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.checking.drafts import draft_from_text
from compare.errors import SourceError
from compare.sources import read_source
from compare.sources.apart import PATIENCE, read_apart
from compare.sources.budgets import ATTRIBUTES, CHARACTERS, DRAFT_CHARACTERS, SECONDS, UNENDED

PROSE = "The rescue in Osby took nine hours, said the mayor of the town. "
CLOCK = 2 * SECONDS * PATIENCE + 10  # reading and marking, on a machine that does other work
PAGE = "<html><body>{}<p>" + PROSE * 6 + "</p></body></html>"
LIBRARY = PROSE * (CHARACTERS // len(PROSE) + 1)
TAGS = " ".join(f'a{i}="{i}"' for i in range(ATTRIBUTES + 1))

HOSTILE: dict[str, tuple[str, Callable[[], str], str]] = {
    "attributes": ("a.html", lambda: PAGE.format(f"<p {TAGS}>x</p>"), "attributes"),
    "attributes without values": ("b.html", lambda: PAGE.format(f"<p {'a ' * 100_000}>x</p>"), "attributes"),
    "attributes of a picture": ("c.htm", lambda: PAGE.format(f"<img {TAGS}/>"), "attributes"),
    "attributes in a line each": ("d.html", lambda: PAGE.format("<a " + TAGS.replace(" ", "\n") + ">"), "attributes"),
    "a page like a library": ("e.html", lambda: "<p>" + LIBRARY.replace(". ", ".<p>"), "characters|seconds"),
    "a text like a library": ("f.txt", lambda: LIBRARY, "characters"),
    "Markdown like a library": ("g.md", lambda: LIBRARY, "characters"),
    "JSON like a library": ("h.json", lambda: '{"text": "' + LIBRARY + '"}', "characters"),
    "a record like a library": ("i.jsonl", lambda: '{"text": "' + LIBRARY + '"}\n', "characters"),
    "a file without an end": ("j.txt", lambda: "x" * 20_000_001, "bytes"),
    "words of one letter, a line each": ("l.txt", lambda: "a\n\n" * 1_600_000, "seconds"),
    "items of one letter": ("m.md", lambda: "- a\n" * 1_200_000, "seconds"),
    "a page without an end": ("k.html", lambda: "<p>" + "x" * 20_000_001, "bytes"),
}
HARMLESS = {
    "a picture within a page": ("a.html", PAGE.format(f'<img alt="x" src="data:image/png;base64,{"A b=" * 90_000}"/>')),
    "many attributes in all": ("b.html", PAGE.format('<p class="x" id="y">One.</p>' * 3000)),
    "a tag of ninety attributes": ("c.html", PAGE.format("<p " + TAGS[:800] + ">One.</p>")),
    "a long article": ("d.txt", PROSE * 2000),
    "a shelf of novels": ("g.txt", (PROSE * 8 + "\n\n") * 4000),
    "a long line": ("e.md", PROSE * 2000),
    "many short paragraphs": ("f.txt", "One boat\n\n" * 4000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_budget_is_named(tmp_path: Path, name: str) -> None:
    file, text, budget = HOSTILE[name]
    (tmp_path / file).write_text(text(), "utf-8")
    begun = time.monotonic()
    with pytest.raises(SourceError, match=budget):
        read_source(tmp_path / file)
    assert time.monotonic() - begun < CLOCK


@pytest.mark.parametrize("name", HARMLESS)
def test_ordinary_files_are_read(tmp_path: Path, name: str) -> None:
    file, text = HARMLESS[name]
    (tmp_path / file).write_text(text, "utf-8")
    assert not read_source(tmp_path / file).notes


def test_a_tag_without_an_end_takes_no_time_in_markdown(tmp_path: Path) -> None:
    tags = " ".join(f'a{i}="{i}"' for i in range(100_000))
    (tmp_path / "a.md").write_text(f"Words.\n\n<div {tags}>x</div>\n\n{PROSE}", "utf-8")
    begun = time.monotonic()
    assert PROSE in read_source(tmp_path / "a.md").text + " "
    assert time.monotonic() - begun < CLOCK


def test_a_line_without_an_end_is_left_out_of_an_article_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{PROSE}\n\n{'word and ' * 40_000}\n\n{PROSE}\n", "utf-8")
    [left_out] = read_source(tmp_path / "a.txt").furniture
    assert left_out.end - left_out.start > UNENDED
    assert "without the end of a sentence" in left_out.reason


@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html"])
def test_a_draft_is_refused_where_a_part_cannot_be_read(name: str) -> None:
    with pytest.raises(SourceError, match="end of a sentence"):
        draft_from_text(f"{PROSE}\n\n{'word and ' * 3000}\n", name)
    assert draft_from_text(f"{PROSE}\n\n{' ' * 30_000}One more.\n", name).source.text
    with pytest.raises(SourceError, match="characters"):
        draft_from_text(PROSE * (DRAFT_CHARACTERS // len(PROSE) + 1), name)


@pytest.mark.parametrize(
    "mark", ["<!--", "<!-- ", '<p a="', "<p", "<", "</p", "&#", "<![CDATA[", "[*_`", "> ", "<!-- crosscheck"]
)
@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html"])
def test_marks_without_number_take_no_time_by_their_square(mark: str, name: str) -> None:
    begun = time.monotonic()
    try:
        draft_from_text(mark * 8000, name)
    except SourceError as error:
        assert "draft" in str(error)  # noqa: PT017
    assert time.monotonic() - begun < CLOCK


def test_a_reader_that_does_not_end_is_stopped() -> None:
    begun = time.monotonic()
    with pytest.raises(SourceError, match=r"a\.pdf: reading took longer than 0\.5 seconds"):
        read_apart(time.sleep, 60, name="a.pdf", seconds=0.5)
    assert time.monotonic() - begun < 5
    assert read_apart(len, "abc", name="a.pdf") == 3  # another process took over


def test_seconds_are_those_of_the_processor() -> None:
    begun = time.monotonic()
    with pytest.raises(SourceError, match=r"a\.pdf: reading took longer than 0\.5 seconds"):
        read_apart(sum, range(10**12), name="a.pdf", seconds=0.5)
    assert time.monotonic() - begun < CLOCK
    assert read_apart(time.sleep, 0.6, name="a.pdf", seconds=0.5) is None  # waiting for others is no work


def test_a_reader_that_breaks_down_is_no_traceback() -> None:
    with pytest.raises(SourceError, match=r"a\.pdf: the reader broke down on this file \(TypeError\)"):
        read_apart(len, 3, name="a.pdf")
