"""DOCX: paragraphs, headings, lists, tables and captions in the document's order, then its notes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.errors import SourceError
from compare.model import BlockKind
from compare.sources.article import Article
from compare.sources.blocks import looks_like_title
from compare.sources.html import assemble
from compare.sources.word_text import WordText, attribute, local, styles_of

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

LIMIT = 200_000_000  # bytes unpacked; an article is far smaller, a ZIP bomb far bigger
DAMAGED = "{name}: the DOCX file is damaged or is another kind of file; save it again as DOCX."
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")  # begins the names of the strict standard
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
    try:
        return (_article(_opened(data, name)),)
    except SourceError:
        raise
    except Exception as error:  # python-docx and lxml raise many kinds for damaged files, some of them late
        raise SourceError(DAMAGED.format(name=name)) from error


def _article(document: Document) -> Article:
    names = {style.style_id: style.name or "" for style in document.styles}
    text_of = WordText(styles_of(document.styles.element))
    text_of.read(document.element.body)
    _read_notes(document, text_of)
    parts = _titled([(words, _kind(names.get(style or "", ""), style)) for words, style in text_of.lines])
    text, blocks = assemble(parts)
    stated = next((words for words, kind in parts if kind == "title"), None)
    core = document.core_properties
    title = stated or (core.title or "").strip() or None
    return Article(text, blocks, title=title, author=_author(core.author), notes=_remarks(document, text_of))


def _opened(data: bytes, name: str) -> Document:
    import docx

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(info.file_size for info in archive.infolist())
        if size > LIMIT:
            raise SourceError(
                f"{name}: the DOCX file would unpack to {size // 1_000_000} MB; an article is far smaller."
            )
        if "word/document.xml" not in archive.namelist():
            raise SourceError(DAMAGED.format(name=name))
        strict = any(STRICT.search(archive.read(n)) for n in archive.namelist() if n.endswith(".rels"))
    return docx.Document(io.BytesIO(_transitional(data) if strict else data))


def _transitional(data: bytes) -> bytes:
    """Return a document of the strict standard with the names of the transitional one, which the library knows."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            part = given.read(name)
            if name.endswith((".xml", ".rels")):
                part = STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", part)
            made.writestr(name, part)
    return out.getvalue()


def _read_notes(document: Document, text_of: WordText) -> None:
    """Read the foot- and endnotes that the text refers to, in its order, behind the text."""
    bodies: dict[tuple[str, str], _Element] = {}
    for kind in ("footnote", "endnote"):
        for root in _related(document, f"{kind}s"):
            bodies.update({(kind, attribute(note, "id") or ""): note for note in root if local(note) == kind})
    done: set[tuple[str, str]] = set()
    for note in text_of.notes:  # a note may refer to another one: the list grows while it is read
        if note not in done and note in bodies:
            done.add(note)
            text_of.read(bodies[note])


def _related(document: Document, ending: str) -> Iterator[_Element]:
    """Yield the roots of the parts of a kind: 'footnotes', 'header', 'comments' …"""
    from lxml import etree

    # a damaged part is mended as far as may be: a footnote half read is better than none
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    for _, relation in sorted(document.part.rels.items()):
        if not relation.is_external and relation.reltype.rpartition("/")[2] == ending:
            root = etree.fromstring(relation.target_part.blob, parser)
            if root is not None:
                yield root


def _remarks(document: Document, text_of: WordText) -> tuple[str, ...]:
    """Say what the document holds that was not read, and how changes were taken."""
    unread = set(text_of.unread)
    for ending, words in (("header", "a page header"), ("footer", "a page footer"), ("comments", "comments")):
        if any(local(e) == "t" and (e.text or "").strip() for root in _related(document, ending) for e in root.iter()):
            unread.add(words)
    found = []
    if text_of.changed:
        found.append("Tracked changes were read as accepted.")
    if unread:
        found.append(f"Not read in this document: {', '.join(sorted(unread))}.")
    return tuple(found)


def _kind(name: str, style: str | None) -> BlockKind:
    if style == "":
        return "table"
    lower = name.casefold()
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
