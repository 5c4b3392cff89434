"""The manifest: a TOML file that says for files what they cannot say themselves."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from compare.errors import ManifestError

FIELDS = ("path", "title", "publisher", "author", "published", "url")


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One ``[[source]]`` table.  ``None`` means that the manifest does not say."""

    path: Path  # absolute, links resolved
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | datetime | None = None
    url: str | None = None


def read_manifest(path: Path) -> tuple[ManifestEntry, ...]:
    """Read a manifest, entries in the file's order.

    Raises ``ManifestError`` where it cannot be read, is not valid TOML, or names what it should not.
    """
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise ManifestError(f"{path}: there is no such manifest; check its name.") from error
    except OSError as error:
        raise ManifestError(f"{path}: the manifest cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ManifestError(f"{path}: the manifest is not UTF-8 at byte {error.start}; save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"{path}: the manifest is not valid TOML: {error}.") from error
    except RecursionError as error:
        raise ManifestError(f"{path}: the manifest is nested too deeply.") from error
    except ValueError as error:  # a number without end; a null character in the manifest's own name
        raise ManifestError(f"{path}: the manifest cannot be read: {error}.") from error
    unknown = sorted(set(data) - {"source"})
    if unknown:
        raise ManifestError(f"{path}: unknown key '{unknown[0]}'; a manifest holds [[source]] tables only.")
    tables = data.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise ManifestError(f"{path}: 'source' must be written as [[source]] tables.")
    entries = tuple(_entry(table, number, path) for number, table in enumerate(tables, start=1))
    seen: set[Path] = set()
    for number, entry in enumerate(entries, start=1):
        if entry.path in seen:
            raise ManifestError(f"{path}: source {number} names {entry.path.name} a second time; keep one of them.")
        seen.add(entry.path)
    return entries


def _entry(table: dict[str, object], number: int, manifest: Path) -> ManifestEntry:
    place = f"{manifest}: source {number}"
    unknown = sorted(set(table) - set(FIELDS))
    if unknown:
        raise ManifestError(f"{place} has an unknown field '{unknown[0]}'; use {', '.join(FIELDS)}.")
    words: dict[str, str | None] = {}
    for field in ("path", "title", "publisher", "author", "url"):
        value = table.get(field)
        if value is not None and not isinstance(value, str):
            raise ManifestError(f"{place}: '{field}' must be text in quotation marks.")
        words[field] = value.strip() or None if value is not None else None
    if not words["path"]:
        raise ManifestError(f"{place} has no 'path'; say which file it describes.")
    published = table.get("published")
    if published is not None and not isinstance(published, date):
        raise ManifestError(
            f"{place}: 'published' must be a TOML date without quotation marks, for example published = 2021-06-16."
        )
    try:
        resolved = (manifest.resolve().parent / words["path"]).resolve()
    except (ValueError, OSError, RuntimeError) as error:  # a null character, a name without end, a ring of links
        raise ManifestError(f"{place}: 'path' is no name of a file: {error}.") from error
    return ManifestEntry(resolved, words["title"], words["publisher"], words["author"], published, words["url"])
