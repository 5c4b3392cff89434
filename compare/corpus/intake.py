"""Paths → articles known to the store: each file and each row of JSON lines is read once, by its SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from compare.corpus.engines import Engine, Failed
from compare.corpus.store import Store
from compare.corpus.tasks import read_files
from compare.errors import SourceError
from compare.model import Unread
from compare.sources.formats import FORMATS, format_of
from compare.sources.opening import bytes_of, folder_files
from compare.sources.records import digest_of, id_of_line, is_stream, lines_of

AT_ONCE = 16  # files or rows a task
DECISIONS = "events.toml"  # lies beside articles and is none
READABLE = ", ".join(dict.fromkeys(chain(*(row.suffixes for row in FORMATS), (".jsonl.xz", ".jsonl.gz"))))


@dataclass(frozen=True, slots=True)
class Member:
    """An article as this run was given it."""

    sha: str
    id: str  # its own 'id', else the file's path inside the folder that was given; unique in the run
    path: str  # as the user gave it; with ': line 12' for a row


@dataclass(frozen=True, slots=True)
class Given:
    """A file or row, before it is read."""

    path: Path
    place: str  # the path as the user gave it
    id: str
    line: int | None
    digest: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Intake:
    """What a run was given."""

    members: tuple[Member, ...]  # in the order of their SHA-256, each once
    unread: tuple[Unread, ...]  # in the order in which they were given
    again: int  # articles that were given once more
    fresh: int  # articles that the store did not know


def read_all(
    paths: Sequence[Path], store: Store, engine: Engine, told: Callable[[int], None] = lambda _number: None
) -> Intake:
    """Read what the store does not know yet; ``told`` is called with the number of articles met so far."""
    unread: dict[str, str] = {}
    places: dict[str, list[tuple[str, str, int | None]]] = {}  # digest → (id, place, line) of each time it was given
    known: dict[str, list[str] | str] = {}
    before = set(store.days())

    def unknown() -> Iterator[Given]:
        for item in _walk(paths, unread):
            place = item.place if item.line is None else f"{item.place}: line {item.line}"
            asked = item.digest in places
            places.setdefault(item.digest, []).append((item.id, place, item.line))
            told(len(places))
            held = store.held(item.digest)
            if held is not None:
                known[item.digest] = held
            elif not asked:
                yield item

    def tasks() -> Iterator[tuple[str, list[tuple[str, int | None, bytes]]]]:
        items = unknown()
        while batch := list(islice(items, AT_ONCE)):
            waiting[batch[0].digest] = batch
            yield batch[0].digest, [(item.place, item.line, item.data) for item in batch]

    waiting: dict[str, list[Given]] = {}
    for name, result in engine.run(read_files, tasks()):
        batch = waiting.pop(name)
        if isinstance(result, Failed):
            for item in batch:
                known[item.digest] = f"{item.place}: the file could not be read: {result.reason}."
            continue
        # what could not be read is not kept: the next run may have a better reader, or a better file
        store.keep_read((i.digest, found) for i, found in zip(batch, result, strict=True) if not isinstance(found, str))
        for item, found in zip(batch, result, strict=True):
            known[item.digest] = found if isinstance(found, str) else [sha for sha, *_ in found]
    return _members(places, known, unread, before)


def _members(
    places: dict[str, list[tuple[str, str, int | None]]],
    known: dict[str, list[str] | str],
    unread: dict[str, str],
    before: set[str],
) -> Intake:
    found: dict[str, tuple[str, str]] = {}
    again = 0
    for digest, given in places.items():
        held = known[digest]
        if isinstance(held, str):
            for _, place, _ in given:
                unread[place] = held
            continue
        again += len(given) - 1
        name, place, line = given[0]
        for number, sha in enumerate(held, start=1):
            several = line is None and len(held) > 1
            if sha in found:
                again += 1
            else:
                found[sha] = (f"{name}#{number}", f"{place}: article {number}") if several else (name, place)
    taken: set[str] = set()
    members = []
    for sha in sorted(found):
        name, place = found[sha]
        name = name if name not in taken else f"{name}#{sha[:8]}"
        taken.add(name)
        members.append(Member(sha, name, place))
    return Intake(
        tuple(members), tuple(Unread(*row) for row in unread.items()), again, sum(sha not in before for sha in found)
    )


def _walk(paths: Iterable[Path], unread: dict[str, str]) -> Iterator[Given]:
    """Yield every file and row under the paths; what cannot be opened goes to ``unread``."""
    for given in paths:
        if not given.is_dir():
            yield from _file(given, str(given), given.name, unread)
            continue
        for file in folder_files(given):
            name = file.relative_to(given).as_posix()
            if file.name == DECISIONS:
                continue
            if format_of(file.suffix) is None and not is_stream(file):
                unread[str(file)] = f"{file}: no reader takes files that end in '{file.suffix}'; give {READABLE}."
            else:
                yield from _file(file, str(file), name, unread)


def _file(path: Path, place: str, name: str, unread: dict[str, str]) -> Iterator[Given]:
    try:
        if not is_stream(path):
            data = bytes_of(path, place)
            yield Given(path, place, name, None, hashlib.sha256(data).hexdigest(), data)
            return
        rows = 0
        for rows, (line, data) in enumerate(lines_of(path), start=1):  # noqa: B007 - counted for the check below
            digest = digest_of(data)
            yield Given(path, place, id_of_line(data) or f"{name}#{digest[:8]}", line, digest, data)
        if not rows:
            raise SourceError(f"{place}: the file is empty; give a file with an article a line.")
    except SourceError as error:
        unread[place] = str(error)
