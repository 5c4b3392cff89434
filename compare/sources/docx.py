"""DOCX: paragraphs, headings, lists, tables and captions in the document's order."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from compare.errors import SourceError
from compare.model import BlockKind
from compare.sources.article import Article
from compare.sources.blocks import looks_like_title
from compare.sources.html import assemble

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

LIMIT = 200_000_000  # bytes unpacked; an article is far smaller, a ZIP bomb far bigger
STYLES: tuple[tuple[str, BlockKind], ...] = (  # beginning of the style's name → kind of block
    ("title", "title"),
    ("heading", "heading"),
    ("subtitle", "heading"),
    ("list", "list"),
    ("caption", "caption"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("code", "code"),
    ("html preformatted", "code"),
)


def read_docx(data: bytes, name: str) -> tuple[Article, ...]:
    """Read one article.  The file's own creation date says nothing of publication and is not taken.

    Raises ``SourceError`` for a damaged file and one that unpacks to more than 200 MB.
    """
    document = _opened(data, name)
    parts: list[tuple[str, BlockKind]] = []
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                cells: list[str] = []
                for cell in row.cells:
                    words = " ".join(cell.text.split())
                    if not cells or cells[-1] != words:  # a merged cell comes once for each column
                        cells.append(words)
                if any(cells):
                    parts.append((" | ".join(cells), "table"))
        elif words := " ".join(item.text.split()):
            parts.append((words, _kind(item)))
    parts = _titled(parts)
    text, blocks = assemble(parts)
    stated = next((words for words, kind in parts if kind == "title"), None)
    core = document.core_properties
    return (Article(text, blocks, title=stated or (core.title or "").strip() or None, author=_author(core.author)),)


def _opened(data: bytes, name: str) -> Document:
    import docx

    damaged = f"{name}: the DOCX file is damaged or is another kind of file; save it again as DOCX."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
            if size > LIMIT:
                raise SourceError(
                    f"{name}: the DOCX file would unpack to {size // 1_000_000} MB; an article is far smaller."
                )
            if "word/document.xml" not in archive.namelist():
                raise SourceError(damaged)
        return docx.Document(io.BytesIO(data))
    except SourceError:
        raise
    except Exception as error:  # python-docx and lxml raise many kinds for damaged files
        raise SourceError(damaged) from error


def _kind(paragraph: Paragraph) -> BlockKind:
    style = paragraph.style.name if paragraph.style is not None else None
    lower = (style or "").casefold()
    return next((kind for beginning, kind in STYLES if lower.startswith(beginning)), "paragraph")


def _titled(parts: list[tuple[str, BlockKind]]) -> list[tuple[str, BlockKind]]:
    """Make sure that at most the first title stands, and that a first line that looks like one is one."""
    titles = [i for i, (_, kind) in enumerate(parts) if kind == "title"]
    if titles:
        return [(w, "heading" if k == "title" and i != titles[0] else k) for i, (w, k) in enumerate(parts)]
    if len(parts) > 1 and parts[0][1] in ("heading", "paragraph") and looks_like_title(parts[0][0], parts[1][0]):
        return [(parts[0][0], "title"), *parts[1:]]
    return parts


def _author(words: str | None) -> str | None:
    author = " ".join((words or "").split())
    return (
        author
        if author and author.casefold() not in ("python-docx", "user", "admin", "microsoft office user")
        else None
    )
