"""What was read and found, kept between two runs in SQLite: one file, one writer, whole transactions.

The write-ahead log makes a commit whole or absent, whenever the process is killed; no worker writes here, workers hand
their results to the one process that does.  Nothing in it is a pickle: JSON, deflated, and spaCy's own binary form of
parses.  The store can be deleted at any time; then all is read anew.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from compare.errors import StoreError

SCHEMA = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (digest TEXT PRIMARY KEY, held TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (sha TEXT PRIMARY KEY, run INTEGER NOT NULL, day INTEGER, source BLOB NOT NULL,
    traits BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS parses (sha TEXT PRIMARY KEY, docs BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS events (key TEXT PRIMARY KEY, digest TEXT NOT NULL, result BLOB NOT NULL);
"""
TABLES = ("files", "articles", "parses", "events")
FORM = "1"  # of the tables and of what is kept in them


class Store:
    """The store of one output folder, open for one process."""

    def __init__(self, folder: Path, tool: str) -> None:
        """Open or make the store; what another version of the program kept is forgotten.

        Raises ``StoreError`` where the file is no store, is damaged, or is open in another run.
        """
        self.path = folder / "corpus.sqlite"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(self.path, isolation_level=None, timeout=1.0)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._database.execute("BEGIN IMMEDIATE")  # takes the lock, which is then kept
            for statement in SCHEMA.split(";"):
                self._database.execute(statement)
            if self.about("tool") != f"{FORM} {tool}":
                for table in TABLES:
                    self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
                self._tell("tool", f"{FORM} {tool}")
            self._database.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StoreError(f"{self.path}: another run is using this store; wait until it is done.") from error
            raise StoreError(f"{self.path}: the store cannot be opened ({error}); give another -o.") from error
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path}: the store is damaged; delete {folder} and run again.") from error
        except OSError as error:
            raise StoreError(f"{folder}: the folder cannot be made: {error.strerror or error}.") from error

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def about(self, name: str) -> str | None:
        """Return a fact about the store; None where it is not known."""
        row = self._database.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def _tell(self, name: str, value: str) -> None:
        self._database.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    @property
    def run(self) -> int:
        """The number of this run: how many were finished before it.  A run that was killed does not count."""
        return int(self.about("runs") or 0)

    def finish_run(self) -> None:
        """Count this run as finished."""
        self._tell("runs", str(self.run + 1))

    def held(self, digest: str) -> list[str] | None:
        """Return the articles (SHA-256) of a file or row; None where it was not read yet."""
        row = self._database.execute("SELECT held FROM files WHERE digest = ?", (digest,)).fetchone()
        found: list[str] | None = json.loads(row[0]) if row else None
        return found

    def keep_read(self, files: Iterable[tuple[str, Sequence[tuple[str, int | None, Any, Any]]]]) -> None:
        """Keep files or rows that were read: digest, and their articles (SHA-256, day, source, traits)."""
        run = self.run
        with _Transaction(self._database):
            for digest, articles in files:
                self._database.executemany(
                    "INSERT OR IGNORE INTO articles VALUES (?, ?, ?, ?, ?)",
                    [(sha, run, day, packed(source), packed(traits)) for sha, day, source, traits in articles],
                )
                held = json.dumps([sha for sha, *_ in articles])
                self._database.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (digest, held))

    def days(self) -> dict[str, tuple[int, int | None]]:
        """Return article → the run that first met it, and its day (None: not known)."""
        return {sha: (run, day) for sha, run, day in self._database.execute("SELECT sha, run, day FROM articles")}

    def source(self, sha: str) -> Any:
        """Return the source of an article, as plain JSON values."""
        return self._blob("SELECT source FROM articles WHERE sha = ?", sha)

    def traits(self, articles: Iterable[str]) -> Iterator[Any]:
        """Yield the traits of articles, as plain JSON values, in the order given."""
        for sha in articles:
            yield self._blob("SELECT traits FROM articles WHERE sha = ?", sha)

    def parsed(self) -> dict[str, int]:
        """Return the articles whose parse is kept, with the bytes that it takes."""
        return dict(self._database.execute("SELECT sha, LENGTH(docs) FROM parses"))

    def parse(self, sha: str) -> bytes:
        """Return the parse of an article."""
        row = self._database.execute("SELECT docs FROM parses WHERE sha = ?", (sha,)).fetchone()
        return bytes(row[0])

    def keep_parses(self, parses: Iterable[tuple[str, bytes]]) -> None:
        """Keep the parses of articles."""
        with _Transaction(self._database):
            self._database.executemany("INSERT OR REPLACE INTO parses VALUES (?, ?)", parses)

    def event_digests(self) -> dict[str, str]:
        """Return event → the digest of what its report was made of."""
        return dict(self._database.execute("SELECT key, digest FROM events"))

    def event(self, key: str) -> Any:
        """Return what was found on an event, as plain JSON values."""
        return self._blob("SELECT result FROM events WHERE key = ?", key)

    def keep_event(self, key: str, digest: str, result: Any) -> None:
        """Keep what was found on an event, in place of what was found before."""
        self._database.execute("INSERT OR REPLACE INTO events VALUES (?, ?, ?)", (key, digest, packed(result)))

    def forget_events(self, keys: Iterable[str]) -> None:
        """Forget events that are no more."""
        with _Transaction(self._database):
            self._database.executemany("DELETE FROM events WHERE key = ?", [(key,) for key in keys])

    def _blob(self, query: str, key: str) -> Any:
        row = self._database.execute(query, (key,)).fetchone()
        try:
            return json.loads(zlib.decompress(row[0]))
        except (TypeError, zlib.error, ValueError) as error:
            raise StoreError(f"{self.path}: the store is damaged; delete it and run again.") from error


class _Transaction:
    """All of a block or nothing."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def __enter__(self) -> None:
        self.database.execute("BEGIN")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.database.execute("ROLLBACK" if kind else "COMMIT")


def packed(value: Any) -> bytes:
    """Return JSON values deflated, the same bytes for the same values."""
    return zlib.compress(json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii"), 6)
