"""JSON lines read as a stream, plain or compressed: an archive of any size, one article in memory at a time."""

from __future__ import annotations

import gzip
import hashlib
import json
import lzma
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, cast

from compare.errors import SourceError
from compare.model import Source
from compare.sources.budgets import within_characters
from compare.sources.collecting import source_of
from compare.sources.json_articles import article_of, loaded

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.xz", ".jsonl.gz", ".ndjson.xz", ".ndjson.gz")
LONGEST = 20_000_000  # bytes of one line; a longer one is no article


def is_stream(path: Path) -> bool:
    """Tell whether a file is one of JSON lines, by its name."""
    return path.name.casefold().endswith(SUFFIXES)


def lines_of(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of each line that is not blank.

    Raises ``SourceError`` where the file cannot be opened, is damaged, or has a line longer than 20 MB: what stands
    before that place has been yielded.
    """
    number = 0
    try:
        with _opened(path) as file:
            while line := file.readline(LONGEST + 1):
                number += 1
                if len(line) > LONGEST:
                    raise SourceError(
                        f"{path}: line {number} is longer than {LONGEST:,} bytes; an article is far smaller."
                    )
                if line := line.strip(b" \t\r\n\xef\xbb\xbf"):
                    yield number, line
    except (EOFError, lzma.LZMAError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceError(f"{path}: the compressed file is damaged after line {number}; fetch it anew.") from error
    except OSError as error:
        raise SourceError(f"{path}: the file cannot be read: {error.strerror or error}.") from error


def digest_of(line: bytes) -> str:
    """Return the SHA-256 of a record, in hex."""
    return hashlib.sha256(line).hexdigest()


def source_of_line(line: bytes, name: str, number: int) -> Source:
    """Return the article of one line of the file ``name``.  Raises ``SourceError`` naming file and line."""
    place = f"{name}: line {number}"
    try:
        record = loaded(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise SourceError(f"{place}, byte {error.start + 1}: not UTF-8; save the file as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise SourceError(f"{place}, column {error.colno}: not valid JSON: {error.msg}.") from error
    except RecursionError as error:
        raise SourceError(f"{place}: the JSON is nested too deeply.") from error
    return source_of_record(record, name, number, digest_of(line))


def source_of_record(record: object, name: str, number: int, digest: str) -> Source:
    """Return the article of a record that has been read.  Raises ``SourceError`` naming file and line."""
    place = f"{name}: line {number}"
    article = article_of(record, place, number, digest, ())
    within_characters(article.text, place)
    return source_of(article, name, "json", digest)


def id_of_line(line: bytes) -> str | None:
    """Return the id that a record gives itself; None where it gives none or is no record."""
    try:
        record = loaded(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    given = record.get("id") if isinstance(record, Mapping) else None
    return str(given)[:200] if isinstance(given, (str, int)) and str(given).strip() else None


def _opened(path: Path) -> IO[bytes]:
    name = path.name.casefold()
    if name.endswith(".xz"):
        return cast("IO[bytes]", lzma.open(path, "rb"))
    return cast("IO[bytes]", gzip.open(path, "rb")) if name.endswith(".gz") else path.open("rb")
