"""The answers that were given, kept in a file: a second run asks nothing and gives the same bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from compare.errors import SettingsError

TABLE = "CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID"
AT_ONCE = 500  # keys that one query looks up


class Cache:
    """What a model answered, by the hash of what it was asked.  No article text is kept but what the answer quotes."""

    def __init__(self, path: Path | None) -> None:
        """``path`` None keeps nothing beyond the run."""
        self.path = path

    def known(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the answers that are known of some keys; raises ``SettingsError`` where the file is no such file."""
        wanted = list(dict.fromkeys(keys))
        if self.path is None or not self.path.exists():
            return {}
        found: dict[str, str] = {}
        try:
            with closing(self._open()) as store:
                for start in range(0, len(wanted), AT_ONCE):
                    part = wanted[start : start + AT_ONCE]
                    marks = ",".join("?" * len(part))
                    rows = store.execute(f"SELECT key, content FROM answer WHERE key IN ({marks})", part)  # noqa: S608
                    found.update((str(key), str(content)) for key, content in rows)
        except sqlite3.Error as error:
            raise self._damaged(error) from error
        return found

    def keep(self, answers: Mapping[str, str]) -> None:
        """Keep answers; what was kept under a key before stays."""
        if self.path is None or not answers:
            return
        try:
            with closing(self._open()) as store, store:
                store.executemany("INSERT OR IGNORE INTO answer VALUES (?, ?)", sorted(answers.items()))
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def _open(self) -> sqlite3.Connection:
        store = sqlite3.connect(str(self.path), timeout=30)
        try:
            store.execute(TABLE)
        except sqlite3.Error:
            store.close()
            raise
        return store

    def _damaged(self, error: sqlite3.Error) -> SettingsError:
        return SettingsError(
            f"{self.path}: the kept answers of the second reader cannot be used ({error}); "
            "delete this file, or make its folder writable."
        )
