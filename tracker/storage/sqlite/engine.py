"""One SQLite file, many readers, one writer at a time: write-ahead log, pragmas, revision."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event

from tracker.storage.account_revision import drawn, is_written, revised
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.sqlite.result_codes import kind_of_code
from tracker.storage.translation import translated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.orm import sessionmaker
    from sqlalchemy.pool import ConnectionPoolEntry

    from tracker.storage.database import Transaction

_PAUSE_SECONDS = 0.05
_MOMENT_SECONDS = 2.0
_WRITES = "writes"  # what a connection was told last


class SqliteFile:
    """A diary in one file: whoever writes holds all of it."""

    def __init__(self, path: Path, *, busy_seconds: float) -> None:
        self.path = path
        self.readers = open_engine(path, busy_seconds=busy_seconds)
        self.writers: Engine = self.readers.execution_options(writing=True)
        self._busy_seconds = busy_seconds
        self._turn = Lock()
        self._revision = Revision(path)
        self.damage: str | None = None

    @contextmanager
    def writing(
        self, sessions: sessionmaker[Transaction], account_id: int | None, keys: Collection[str]
    ) -> Iterator[Transaction]:
        """One transaction that holds the file from its start on, whoever's it is.

        What is an account's, or everyone's, gets its new revision first.
        """
        with self._taking_turns(), sessions.begin() as tx:
            tx.connection()  # begins: the lock comes before the first read
            if is_written(account_id, beside=bool(keys)):
                tx.execute(*revised(account_id, drawn()))
            yield tx

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        """Let this process's writers queue: those who wait in the database nap ever longer.

        For speed alone: who waits too long goes on, and the database's own lock decides.
        """
        has_turn = self._turn.acquire(timeout=self._busy_seconds)
        try:
            yield
        finally:
            if has_turn:
                self._turn.release()

    def empty_log(self) -> None:
        """Take what was written ahead into the file, as far as nobody reads for long."""
        empty_log(self.path, busy_seconds=min(self._busy_seconds, _MOMENT_SECONDS))

    def look_through(self) -> None:
        """Find out whether its pages are whole: about a read of the file, beside whoever writes."""
        try:
            with translated(), self.readers.connect() as connection:
                self.damage = damage(connection)
        except StorageError as error:
            if error.kind is not ErrorKind.DAMAGED:
                raise
            self.damage = str(error)

    def revision(self) -> int:
        """A number that changes with every commit."""
        return self._revision.read()

    def close(self) -> None:
        """Close every idle connection."""
        self._revision.close()
        self.readers.dispose()


def open_engine(path: Path, *, busy_seconds: float, check_references: bool = True) -> Engine:
    """Return an engine whose transactions are ours to begin, not the driver's.

    Left alone, the driver commits behind our back around schema changes, which would keep
    half of a failed migration. Who rebuilds tables must not `check_references`: that deletes
    their children, and SQLite ignores the pragma inside a transaction.
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
        connection.execute(f"PRAGMA foreign_keys = {'ON' if check_references else 'OFF'}")

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
            if kind_of_code(error) is not ErrorKind.BUSY or monotonic() >= latest:
                raise
            sleep(_PAUSE_SECONDS)
        else:
            return


def _begin(connection: Connection) -> None:
    """Begin by the driver itself: SQLAlchemy would make ready for rows, with each request."""
    writing = connection.get_execution_options().get("writing", False)
    driver: Any = connection.connection.driver_connection
    if connection.info.get(_WRITES) is not writing:
        driver.execute(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
        connection.info[_WRITES] = writing
    driver.execute("BEGIN IMMEDIATE" if writing else "BEGIN")


def damage(connection: Connection) -> str | None:
    """What is wrong with the pages of the file. Costs about a read of the file."""
    answer: str = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    return None if answer == "ok" else answer


def overwrite_deleted(connection: Connection) -> None:
    """Overwrite in the file whatever this connection deletes from now on."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")


def empty_log(path: Path, *, busy_seconds: float) -> None:
    """Take what was written ahead into the file, unless someone reads all the while.

    Never raises: where the disk is full, the log stays until the last one closes the file.
    """
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=busy_seconds)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class Revision:
    """A number that changes with every commit to a file, by whichever process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    def read(self) -> int:
        """The number now; it means something only beside what this object said before."""
        with self._lock, translated():
            if self._connection is None:
                self._connection = sqlite3.connect(self._path, check_same_thread=False)
            (number,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(number)

    def close(self) -> None:
        """Close the connection that watches; it is opened again when asked."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
