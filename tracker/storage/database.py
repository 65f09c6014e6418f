"""One SQLite file, many readers, one writer at a time."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing, contextmanager, suppress
from enum import Enum
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING

from sqlalchemy import URL, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as Transaction  # noqa: TID251 - the one place it is renamed
from sqlalchemy.orm import sessionmaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.pool import ConnectionPoolEntry

__all__ = ["Database", "Transaction"]

BUSY_SECONDS = 15.0
_PAUSE_SECONDS = 0.05
_MOMENT_SECONDS = 2.0


class Trouble(Enum):
    """Why the database's file cannot be used just now, whatever was asked of it."""

    BUSY = "another program has been holding the file for too long"
    FULL = "the disk is full"
    DISK = "the disk does not take or give what it should"
    READ_ONLY = "the file or its folder may not be written to"
    DAMAGED = "the file is damaged"


_TROUBLES = {  # by SQLite's result code
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_PROTOCOL: Trouble.BUSY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_IOERR: Trouble.DISK,
    sqlite3.SQLITE_CANTOPEN: Trouble.READ_ONLY,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
}
_DISK_TROUBLES = {  # by the system's number, for files beside the database
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EIO: Trouble.DISK,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
}
_PRIMARY_CODE = 0xFF  # the rest of SQLite's code says where it happened


def trouble(error: BaseException | None) -> Trouble | None:
    """Return what is the matter with the file, if that is what an error says."""
    found = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(found, OSError):
        return _DISK_TROUBLES.get(found.errno or 0)
    return _TROUBLES.get(getattr(found, "sqlite_errorcode", 0) & _PRIMARY_CODE)


class Database:
    """The diary's database file, opened for reading and for writing.

    The file must have been brought to the current schema (`schema.migrate`) before.
    """

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self._turn = Lock()
        self._watching = Lock()
        self._watcher: sqlite3.Connection | None = None
        self.engine = open_engine(path, busy_seconds=busy_seconds)
        self._reader = sessionmaker(self.engine, class_=Transaction)
        self._writer = sessionmaker(
            self.engine.execution_options(writing=True), class_=Transaction, expire_on_commit=False
        )

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """One consistent view of the database; an attempt to write in it is an error."""
        with self._reader() as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """One transaction: committed as a whole when the block ends, undone when it raises.

        The write lock is taken at the start, so what is read here cannot change before the
        commit. Waits up to `busy_seconds` for another writer, then raises OperationalError.
        """
        with self._taking_turns(), self._writer.begin() as db:
            db.connection()  # begins: the lock comes before the first read
            yield db

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        """Let this process's writers queue, for those who wait in SQLite do so in growing naps.

        For speed alone: who waits too long goes on, and SQLite's own lock decides.
        """
        has_turn = self._turn.acquire(timeout=self._busy_seconds)
        try:
            yield
        finally:
            if has_turn:
                self._turn.release()

    def note(self, write: Callable[[Transaction], object]) -> None:
        """Write what is good to have on record but must not keep a reader from their answer.

        Nothing is raised where the file cannot be written to just now.
        """
        try:
            with self.writing() as db:
                write(db)
        except DBAPIError as error:
            if trouble(error) is None:
                raise

    def empty_log(self) -> None:
        """Take what was written ahead into the file, so that nothing deleted stays in the log.

        Never raises: where someone reads for longer than a moment, or the disk is full, the log
        stays until the last one closes the file.
        """
        wait = min(self._busy_seconds, _MOMENT_SECONDS)
        with suppress(sqlite3.Error), closing(sqlite3.connect(self.path, timeout=wait)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def revision(self) -> int:
        """A number that changes whenever anything is committed, by whichever process.

        It means nothing but that: compare it only with what this object said before.
        """
        with self._watching:
            if self._watcher is None:
                self._watcher = sqlite3.connect(self.path, check_same_thread=False)
            (number,) = self._watcher.execute("PRAGMA data_version").fetchone()
        return int(number)

    def close(self) -> None:
        """Close every idle connection."""
        with self._watching:
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None
        self.engine.dispose()


def open_engine(path: Path, *, busy_seconds: float) -> Engine:
    """Return an engine whose transactions are ours to begin, not the driver's.

    Left alone, the driver commits behind our back around schema changes, which would keep
    half of a failed migration.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_seconds},
        hide_parameters=True,  # an error never repeats what the runner wrote
    )

    def prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver never begins a transaction by itself
        _write_ahead(connection, busy_seconds)
        connection.execute("PRAGMA synchronous = FULL")  # a diary entry survives a power cut
        connection.execute("PRAGMA foreign_keys = ON")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _write_ahead(connection: sqlite3.Connection, busy_seconds: float) -> None:
    """Log ahead, so that readers need not wait for a writer; once switched, a file stays so.

    SQLite does not always wait for who writes just then, or switches too: it is asked again.
    """
    latest = monotonic() + busy_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if trouble(error) is not Trouble.BUSY or monotonic() >= latest:
                raise
            sleep(_PAUSE_SECONDS)
        else:
            return


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
