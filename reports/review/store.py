"""Opens a review project: one SQLite file, or a PostgreSQL database named by its URL."""

from __future__ import annotations

import secrets
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from compare.errors import StoreError
from reports.review import schema

_LOCK = 0x63726F7373  # 'cross': the advisory lock that makes PostgreSQL writers queue


def now() -> str:
    """Return the time in UTC to the second, as it is written into events."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Store:
    """An open project.  Every read or write is one transaction."""

    engine: sa.Engine
    origin: str  # id of this project, made when it was created
    name: str  # how the user calls it; a password in a URL is hidden
    clock: Callable[[], str] = now

    @property
    def title(self) -> str:
        """Return what the pages call the project: the file's name without its suffix, or the database's."""
        return (
            self.engine.url.database.rpartition("/")[2].removesuffix(".crosscheck") if self.engine.url.database else ""
        )

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one moment of the project."""
        with _plainly(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a connection whose changes all become durable together, or not at all; writers queue."""
        with (
            _plainly(self.name),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            if connection.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            yield connection

    def secret(self) -> bytes:
        """Return what forms are signed with: the same for every server on this project, and after a restart."""
        with self.reading() as connection:
            held = connection.scalar(sa.select(schema.meta.c.value).where(schema.meta.c.name == "secret"))
        return bytes.fromhex(held or "") or secrets.token_bytes(32)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_store(project: str, *, create: bool = False, clock: Callable[[], str] = now) -> Store:
    """Open the project; ``create`` makes it where there is none.

    Raises ``StoreError`` where there is no project, where it is something else, or where it was made by a
    newer release.
    """
    engine, name = _engine(project, create)
    try:
        origin = _prepare(engine, name, create)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, origin, name, clock)


def _engine(project: str, create: bool) -> tuple[sa.Engine, str]:
    if "://" in project:
        return _postgresql(project)
    path = Path(project)
    if not path.exists() and not create:
        raise StoreError(f"There is no review project {project}; make it with: crosscheck review SOURCE... --project …")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise StoreError(f"{project} cannot be a review project: give the name of a file in a folder that exists")
    url = sa.URL.create("sqlite", database=str(path))
    engine = sa.create_engine(url, connect_args={"timeout": 30})
    sa.event.listen(engine, "connect", _set_up)
    sa.event.listen(engine, "begin", _begin)
    return engine, project


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are opened by ``_begin`` alone
    for pragma in (
        "busy_timeout=30000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-32000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(project: str) -> tuple[sa.Engine, str]:
    try:
        url = sa.make_url(project)
    except sa.exc.ArgumentError as error:
        raise StoreError("The project's URL cannot be read; write postgresql://user@host/database") from error
    name = url.render_as_string(hide_password=True)
    if url.get_backend_name() != "postgresql":
        raise StoreError(f"{name} is neither a file nor a postgresql:// URL")
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    try:
        return sa.create_engine(url, pool_pre_ping=True), name
    except ModuleNotFoundError as error:
        raise StoreError("PostgreSQL needs its driver: pip install 'crosscheck-claims[postgres]'") from error


def _prepare(engine: sa.Engine, name: str, create: bool) -> str:
    """Create or check the tables; return the project's id."""
    with _plainly(name):
        if sa.inspect(engine).has_table("meta"):
            with engine.connect() as connection:
                told = {r.name: r.value for r in connection.execute(sa.select(schema.meta))}
            if told.get("schema") == schema.VERSION:
                return str(told["origin"])
            if told:
                raise StoreError(f"{name} was made by another release of Crosscheck (format {told.get('schema')})")
        if not create:
            raise StoreError(f"{name} is not a review project")
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            return _create(connection, name)


def _create(connection: sa.Connection, name: str) -> str:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    elif not sa.inspect(connection).has_table("meta") and sa.inspect(connection).get_table_names():
        raise StoreError(f"{name} is another program's database; give the name of a new file")
    schema.create(connection)
    origin = connection.scalar(sa.select(schema.meta.c.value).where(schema.meta.c.name == "origin"))
    if origin is None:  # else somebody created it while we waited for the lock
        origin = uuid.uuid4().hex
        rows = {"schema": schema.VERSION, "origin": origin, "head": "0 ", "secret": secrets.token_hex(32)}
        connection.execute(sa.insert(schema.meta), [{"name": n, "value": v} for n, v in rows.items()])
    return origin


@contextmanager
def _plainly(name: str) -> Iterator[None]:
    """Turn the database's own errors into one sentence an editor can act on."""
    try:
        yield
    except sa.exc.IntegrityError:
        raise
    except sa.exc.DBAPIError as error:
        told = str(error.orig)
        if "not a database" in told or "malformed" in told:
            raise StoreError(f"{name} is not a review project, or it is damaged ({told})") from error
        if "locked" in told:
            raise StoreError(f"{name} is busy: another program has been writing to it for 30 seconds") from error
        raise StoreError(f"{name} cannot be used: {told.strip().splitlines()[0]}") from error
