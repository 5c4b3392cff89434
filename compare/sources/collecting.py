"""Paths → sources: files, folders, standard input and the manifest, with what could not be read and why."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from compare.errors import SourceError
from compare.model import Published, Source, Unread
from compare.sources.article import Article
from compare.sources.formats import BY_NAME, FORMATS, Format, format_of, read_articles, sniffed
from compare.sources.furniture import marked
from compare.sources.manifest import ManifestEntry, read_manifest
from compare.sources.opening import bytes_of, folder_files
from compare.sources.placeholder_dates import doubt_of
from compare.sources.publication import published_in
from compare.sources.update_lines import put_up

STDIN = "stdin"
READABLE = ", ".join(suffix for row in FORMATS for suffix in row.suffixes)


@dataclass(frozen=True, slots=True)
class _Found:
    """A file to read."""

    given: str  # as the user gave it, or folder and name for a file in a folder
    path: Path | None  # None: standard input


def read_source(path: str | Path, *, entry: ManifestEntry | None = None) -> Source:
    """Read one file that holds one article; its id is the file's name.

    Raises ``SourceError`` where the file cannot be read, holds no text, or holds several articles.
    """
    found = _Found(str(path), Path(path))
    sources = _read(found, entry, None)
    if len(sources) > 1:
        raise SourceError(f"{path}: this file holds {len(sources)} articles where one is wanted; give them apart.")
    return replace(sources[0], id=Path(path).name)


def read_bytes(data: bytes, name: str, form: str, *, entry: ManifestEntry | None = None) -> Source:
    """Read one article that is no file; ``form`` is the name of a format, ``name`` becomes id and path.

    Raises ``SourceError`` where it cannot be read or holds no text.
    """
    articles = read_articles(BY_NAME[form], data, name)
    if len(articles) != 1:
        raise SourceError(f"{name}: this holds {len(articles)} articles where one is wanted; give them apart.")
    return _source(articles[0], _Found(name, None), form, hashlib.sha256(data).hexdigest(), entry)


def read_sources(
    paths: Sequence[str | Path], *, manifest: Path | None = None, stdin: BinaryIO | None = None
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Read files, folders and '-' (standard input), in the order given; a folder's files in the order of names.

    Without paths the manifest's own files are read.  What cannot be read comes back as ``Unread`` with its reason.
    Raises ``ManifestError`` where the manifest itself is at fault.
    """
    entries = {entry.path: entry for entry in read_manifest(manifest)} if manifest else {}
    unread: list[Unread] = []
    found = _found(paths or [str(path) for path in entries], unread)
    sources: list[Source] = []
    taken: dict[Path, int] = {}
    for item in found:
        resolved = item.path.resolve() if item.path else Path("-")
        if resolved in taken:
            if taken[resolved] >= 0:
                first = sources[taken[resolved]]
                note = "The file was given more than once; it was read once."
                if note not in first.notes:
                    sources[taken[resolved]] = replace(first, notes=(*first.notes, note))
            continue
        taken[resolved] = -1
        try:
            read = _read(item, entries.get(resolved), stdin)
        except SourceError as error:
            unread.append(Unread(item.given, str(error)))
            continue
        taken[resolved] = len(sources)
        sources += read
    return _named(sources), tuple(unread)


def _found(paths: Sequence[str | Path], unread: list[Unread]) -> list[_Found]:
    """Return the files to read; what a folder holds beside articles goes to ``unread``."""
    found: list[_Found] = []
    for given in paths:
        if str(given) == "-":
            found.append(_Found(STDIN, None))
            continue
        path = Path(given)
        if not path.is_dir():
            found.append(_Found(str(given), path))
            continue
        inside, articles = folder_files(path), 0
        for file in inside:
            if format_of(file.suffix) is None:
                reason = f"{file}: no reader takes files that end in '{file.suffix or file.name}'; give {READABLE}."
                unread.append(Unread(str(file), reason))
            else:
                articles += 1
                found.append(_Found(str(file), file))
        if not articles:
            unread.append(Unread(str(given), f"{given}: this folder holds no articles; it needs files of {READABLE}."))
    return found


def _read(item: _Found, entry: ManifestEntry | None, stdin: BinaryIO | None) -> list[Source]:
    """Read the articles of one file.  Raises ``SourceError``."""
    return _articles(bytes_of(item.path, item.given, stdin), item, entry)


def sources_of_bytes(data: bytes, name: str) -> list[Source]:
    """Return the articles that a file holds, given its bytes; its suffix chooses the reader, ``name`` is the id.

    Raises ``SourceError`` where it cannot be read or holds no text.
    """
    return _articles(data, _Found(name, Path(name)), None)


def _articles(data: bytes, item: _Found, entry: ManifestEntry | None) -> list[Source]:
    name = item.given
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise SourceError(f"{name}: the file is empty; give a file with an article's text.")
    row: Format | None = sniffed(data) if item.path is None else format_of(item.path.suffix) or sniffed(data)
    if row is None:
        raise SourceError(f"{name}: no reader takes this file; give {READABLE}.")
    articles = read_articles(row, data, name)
    digest = hashlib.sha256(data).hexdigest()
    sources = [_source(article, item, row.name, digest, entry) for article in articles]
    if not sources:
        raise SourceError(f"{name}: the file holds no articles.")
    return sources


def source_of(article: Article, name: str, form: str, digest: str) -> Source:
    """Build the source of an article that a reader found in a file called ``name``; its id is that name.

    Raises ``SourceError`` where the article holds no text.
    """
    return _source(article, _Found(name, None), form, digest, None)


def _source(article: Article, item: _Found, form: str, digest: str, entry: ManifestEntry | None) -> Source:
    """Build the source; its id is the whole path until all sources are known."""
    if not any(c.isalnum() for b in article.blocks for c in article.text[b.start : b.end]):
        raise SourceError(
            f"{_place(article, item)}: there is no text in this article; check that it is the right file."
        )
    published, doubts = _published(article, entry)
    path = item.given
    mark = f"#{article.record}" if article.record is not None else ""
    told = entry or ManifestEntry(Path(path))
    return marked(
        Source(
            id=path + mark,
            path=path,
            text=article.text,
            format=form,
            sha256=article.sha256 or digest,
            title=_writable(told.title or article.title),
            publisher=_writable(told.publisher or article.publisher),
            author=_writable(told.author or article.author),
            url=_writable(told.url or article.url),
            published=published and replace(published, words=_writable(published.words) or ""),
            blocks=article.blocks,
            notes=tuple(_writable(note) or "" for note in article.notes + doubts),
        )
    )


def _writable(words: str | None) -> str | None:
    """Return words without halves of surrogate pairs, which no file and no store can hold."""
    return None if words is None else words.encode("utf-8", "replace").decode("utf-8")


def _place(article: Article, item: _Found) -> str:
    return item.given if article.record is None else f"{item.given}: article {article.record}"


def _published(article: Article, entry: ManifestEntry | None) -> tuple[Published | None, tuple[str, ...]]:
    """Choose the date of publication: manifest, metadata, the text; note where they contradict each other."""
    titles = [b for b in article.blocks if b.kind == "title"]
    start = titles[0].end if titles else 0
    told = Published(entry.published, "manifest", str(entry.published)) if entry and entry.published else None
    rest = [(b.start, b.end) for b in article.blocks if b.kind != "title"]
    places = (told, article.published, published_in(article.text, start, rest) or put_up(article.text, start))
    stated = [p for p in places if p is not None]
    doubts = [(p, doubt_of(p)) for p in stated]
    stated = [p for p, doubt in doubts if doubt is None]
    doubted = tuple(dict.fromkeys(doubt for _, doubt in doubts if doubt is not None))
    if not stated:
        return None, doubted
    if doubted:  # another place gives a date that can be one
        doubted = tuple(note.replace("the date is not known", "another date was taken") for note in doubted)
    best = stated[0]
    names = {"manifest": "the manifest", "metadata": "the file's own data", "text": "the text"}
    notes = [
        f"Dates of publication contradict each other: {names[best.basis]} says {_day(best)}, "
        f"{names[other.basis]} says {_day(other)} ('{other.words}'); {names[best.basis]} is followed."
        for other in stated[1:]
        if _day(other) != _day(best)
    ]
    return best, (*doubted, *notes)


def _day(published: Published) -> str:
    return published.when.isoformat()[:10]


def _named(sources: list[Source]) -> tuple[Source, ...]:
    """Give each source the shortest tail of its path that no other source's path ends in."""
    parts = [PurePosixPath(s.id.replace("\\", "/")).parts for s in sources]
    named = []
    for i, source in enumerate(sources):
        own = parts[i]
        width = 1
        while width < len(own) and any(other[-width:] == own[-width:] for j, other in enumerate(parts) if j != i):
            width += 1
        named.append(replace(source, id="/".join(own[-width:]).replace("//", "/")))
    return tuple(named)
