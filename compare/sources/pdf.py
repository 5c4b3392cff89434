"""PDF: the text layer through pypdfium2, lines joined to paragraphs, hyphens at line ends undone."""

from __future__ import annotations

import re

from compare.errors import SourceError
from compare.model import BlockKind
from compare.sources.article import Article
from compare.sources.blocks import looks_like_heading, looks_like_title
from compare.sources.html import assemble

PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
PASSWORD = 4  # FPDF_ERR_PASSWORD
ENDS = (".", "!", "?", "”", '"', ":", "’")


def read_pdf(data: bytes, name: str) -> tuple[Article, ...]:
    """Read one article.  Raises ``SourceError`` for a damaged or locked file and for pictures of pages."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD or "assword" in str(error):
            raise SourceError(f"{name}: the PDF is locked with a password; save an unlocked copy.") from error
        raise SourceError(f"{name}: the PDF is damaged or cut off; fetch it again.") from error
    try:
        try:
            title = (document.get_metadata_dict().get("Title") or "").strip()
            pages = []
            for index in range(len(document)):
                page = document[index]
                layer = page.get_textpage()
                pages.append(layer.get_text_range())
                layer.close()
                page.close()
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise SourceError(f"{name}: page {len(pages) + 1} of the PDF is damaged; fetch the file again.") from error
    finally:
        document.close()
    parts = pdf_parts(pages)
    if not parts:
        raise SourceError(f"{name}: the PDF holds pictures of pages and no text; run text recognition on it first.")
    text, blocks = assemble(parts)
    stated = parts[0][0] if parts[0][1] == "title" else title or None
    return (Article(text, blocks, title=stated),)


def pdf_parts(pages: list[str]) -> list[tuple[str, BlockKind]]:
    """Join the lines of pages to paragraphs; running heads, feet and page numbers are left out.

    A line ends a paragraph where a blank line follows, or where it is clearly shorter than the page is wide and ends
    a sentence.
    """
    lined = [_lines(page) for page in pages]
    running = _running(lined)
    lines = [line for page in lined for line in page if line not in running and not PAGE_NUMBER.fullmatch(line or "x")]
    filled = sorted(len(line) for line in lines if line)
    if not filled:
        return []
    width = filled[int(len(filled) * 0.9) - 1] if len(filled) > 1 else filled[0]
    paragraphs: list[str] = []
    current = ""
    for line in lines:
        if not line:
            paragraphs.append(current)
            current = ""
            continue
        current = _joined(current, line)
        short = len(line) < width * 0.8
        if short and (line.endswith(ENDS) or not paragraphs):
            paragraphs.append(current)
            current = ""
    paragraphs.append(current)
    words = [p for p in paragraphs if p.strip()]
    parts: list[tuple[str, BlockKind]] = []
    for i, paragraph in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ""
        kind: BlockKind = "paragraph"
        if i == 0 and looks_like_title(paragraph, after):
            kind = "title"
        elif after and looks_like_heading(paragraph):
            kind = "heading"
        parts.append((paragraph, kind))
    return parts


def _lines(page: str) -> list[str]:
    # pdfium writes U+FFFE (older: U+0002) for a hyphen at a line's end and joins the two lines
    broken = page.replace("\ufffe", "-\n").replace("\x02", "-\n").replace("\x00", "")
    return [" ".join(line.split()) for line in re.split(r"\r\n|\r|\n", broken)]


def _joined(before: str, line: str) -> str:
    """Join two lines: a soft hyphen goes; a hard one goes between lower-case letters, except in 'four-' chains."""
    if not before:
        return line
    if before.endswith("\u00ad"):
        return before[:-1] + line
    if re.search(r"[a-z]{2}-$", before) and line[:1].islower():
        last = before.rsplit(maxsplit=1)[-1]
        first = line.split(maxsplit=1)[0]
        return before + line if "-" in last[:-1] or "-" in first else before[:-1] + line
    if before.endswith("-") and line[:1].isalnum():
        return before + line  # 'US-' + 'Russian', '2021-' + '22'
    return before + " " + line


def _running(pages: list[list[str]]) -> set[str]:
    """Return lines that stand first or last on most of at least three pages."""
    counts: dict[str, int] = {}
    for page in pages:
        filled = [line for line in page if line]
        for line in {*filled[:1], *filled[-1:]}:
            counts[line] = counts.get(line, 0) + 1
    return {line for line, count in counts.items() if count >= 3 and count * 2 > len(pages)}
