"""Which reader takes which file: by suffix, and by the first bytes where the suffix does not tell."""

from __future__ import annotations

from dataclasses import dataclass

from compare.sources.article import Reader
from compare.sources.docx import read_docx
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


FORMATS = (
    Format("text", (".txt", ".text"), read_plain),
    Format("markdown", (".md", ".markdown"), read_markdown),
    Format("html", (".html", ".htm", ".xhtml"), read_html),
    Format("pdf", (".pdf",), read_pdf),
    Format("docx", (".docx",), read_docx),
    Format("json", (".json",), read_json),
    Format("json", (".jsonl", ".ndjson"), read_json_lines),
)
BY_SUFFIX = {suffix: row for row in FORMATS for suffix in row.suffixes}
BY_NAME = {row.name: row for row in reversed(FORMATS)}


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
    if head.startswith((b"{", b"[{", b"[\n", b"[ ")):
        return BY_NAME["json"]
    if head.startswith((b"---\n", b"---\r\n", b"# ")):
        return BY_NAME["markdown"]
    return BY_NAME["text"]
