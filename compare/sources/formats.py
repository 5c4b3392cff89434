"""Which reader takes which file: by suffix, and by the first bytes where the suffix does not tell."""

from __future__ import annotations

from dataclasses import dataclass

from compare.errors import SourceError
from compare.sources.apart import read_apart
from compare.sources.article import Article, Reader
from compare.sources.budgets import APART, seconds_for, within_attributes, within_bytes, within_characters
from compare.sources.docx import read_docx
from compare.sources.foreign import refuse_foreign
from compare.sources.html import read_html
from compare.sources.json_articles import read_json, read_json_lines
from compare.sources.markdown import read_markdown
from compare.sources.pdf import read_pdf
from compare.sources.plain import read_plain


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table of formats."""

    name: str  # ``Source.format``
    suffixes: tuple[str, ...]  # lower case, with the dot
    read: Reader
    apart_from: int = 300_000  # bytes from which a file is read in a process of its own, which can be stopped


FORMATS = (
    Format("text", (".txt", ".text"), read_plain),
    Format("markdown", (".md", ".markdown"), read_markdown),
    Format("html", (".html", ".htm", ".xhtml"), read_html, APART),
    Format("pdf", (".pdf",), read_pdf, 0),
    Format("docx", (".docx",), read_docx, APART),
    Format("json", (".json",), read_json),
    Format("json", (".jsonl", ".ndjson"), read_json_lines),
)
BY_SUFFIX = {suffix: row for row in FORMATS for suffix in row.suffixes}
BY_NAME = {row.name: row for row in reversed(FORMATS)}


def read_articles(row: Format, data: bytes, name: str) -> tuple[Article, ...]:
    """Read a file within its budgets.  Raises ``SourceError``, which says what is wrong or which budget was hit.

    Small files of formats with foreign parsers are read at once, since starting a process takes longer than they do.
    """
    within_bytes(len(data), name, row.name)
    refuse_foreign(data, name, row.name)
    if row.name == "html":
        within_attributes(data, name)
    if len(data) >= row.apart_from:
        articles = read_apart(row.read, data, name, name=name, seconds=seconds_for(len(data), row.name))
    else:
        try:
            articles = row.read(data, name)
        except (RecursionError, MemoryError) as error:
            raise SourceError(f"{name}: the file is nested too deeply or too large to be an article.") from error
    for article in articles:
        within_characters(article.text, name if article.record is None else f"{name}: article {article.record}")
    return articles


def format_of(suffix: str) -> Format | None:
    """Return the format of a file's suffix ('.txt'); None where no reader takes it."""
    return BY_SUFFIX.get(suffix.casefold())


def sniffed(data: bytes) -> Format:
    """Return the format that the first bytes show: for standard input and for files without a known suffix."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return BY_NAME["pdf"]
    if head.startswith(b"PK\x03\x04"):
        return BY_NAME["docx"]
    lower = head[:1024].lower()
    if lower.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) and b"<html" in data[:4096].lower():
        return BY_NAME["html"]
    if head.startswith(b"{\\rtf"):
        return BY_NAME["text"]  # which says what it is
    if head.startswith((b"{", b"[{", b"[\n", b"[ ")):
        return BY_NAME["json"]
    if head.startswith((b"---\n", b"---\r\n", b"# ")):
        return BY_NAME["markdown"]
    return BY_NAME["text"]
