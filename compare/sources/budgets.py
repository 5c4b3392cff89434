"""What a reader may spend on one file: bytes, attributes of a tag, characters, seconds.  An article stays far below.

Whoever goes beyond is told which budget was hit; nothing is read for minutes, and nothing is cut in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.errors import SourceError
from compare.model import Block

BYTES = 200_000_000  # of a PDF or DOCX file, which may hold pictures, and of JSON, which may hold an archive
TEXT_BYTES = 20_000_000  # of text, Markdown and HTML
ATTRIBUTES = 1_000  # of one HTML tag; readers take time by the square of them
LONG_TAG = 4_000  # characters; a shorter tag cannot hold so many attributes
CHARACTERS = 5_000_000  # of one article's text, a shelf of novels: parsed paragraph by paragraph, in half a gigabyte
DRAFT_CHARACTERS = 500_000  # of a draft, which is checked while somebody waits: a novel
UNENDED = 20_000  # characters without the end of a sentence; no paragraph has them
SECONDS = 8.0  # of the processor for one article, or for so many characters of an archive of articles
APART = 20_000  # bytes of a page or of a Word document from which it is read in a process that can be stopped
MEMORY = 4_000_000_000  # bytes, for one file

TAG = re.compile(rb"<[a-zA-Z][^<>]{%d,}" % LONG_TAG)
QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
ROW_END = re.compile(r"\n")
END = re.compile(r"[.!?…。！？؟।։](?=\W|$)")


def within_bytes(size: int, name: str, form: str) -> None:
    """Raise ``SourceError`` for a file larger than its format's articles are."""
    most = BYTES if form in ("pdf", "docx", "json") else TEXT_BYTES
    if size > most:
        raise SourceError(f"{name}: the file is larger than {most:,} bytes; an article is far smaller.")


def seconds_for(size: int, form: str) -> float:
    """Return how long a file may be read: an archive as many times longer as it holds articles of the largest size."""
    return SECONDS * max(1.0, size / CHARACTERS) if form == "json" else SECONDS


def within_attributes(page: bytes, name: str) -> None:
    """Raise ``SourceError`` for a page with a tag of more attributes than any reader can take."""
    for tag in TAG.finditer(page):
        if len(QUOTED.sub(b"x", tag.group()).split()) > ATTRIBUTES:
            raise SourceError(
                f"{name}: a tag of this page has more than {ATTRIBUTES:,} attributes; no article needs them."
            )


def within_characters(text: str, name: str, most: int = CHARACTERS) -> None:
    """Raise ``SourceError`` for an article, or with ``most`` a draft, longer than any is."""
    if len(text) > most:
        what = "article" if most == CHARACTERS else "draft"
        raise SourceError(
            f"{name}: the {what} has {len(text):,} characters; at most {most:,} are read, so give a part of it."
        )


def within_sentences(text: str, blocks: Iterable[Block], name: str) -> None:
    """Raise ``SourceError`` for a text with a stretch that no sentence is as long as; for drafts, where all is read."""
    for block in blocks:
        for start, end in unended(text, block):
            begins = " ".join(text[start : start + 30].split())
            raise SourceError(
                f"{name}: {end - start:,} characters without the end of a sentence ('{begins}…'); "
                f"at most {UNENDED:,} are read as one."
            )


def unended(text: str, block: Block) -> list[tuple[int, int]]:
    """Return the places in a block that go on for more characters than any sentence has; blanks count once."""
    if block.kind == "code" or block.end - block.start <= UNENDED:
        return []
    found, begun = [], block.start
    ends = ROW_END if block.kind == "table" else END
    for stop in (*(m.end() for m in ends.finditer(text, block.start, block.end)), block.end):
        if stop - begun > UNENDED and len(" ".join(text[begun:stop].split())) > UNENDED:
            found.append((begun, stop))
        begun = stop
    return found
