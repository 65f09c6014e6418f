"""Transactions: many readers, one writer at a time."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session as Transaction  # noqa: TID251 - the one place it is renamed
from sqlalchemy.orm import sessionmaker

from tracker.storage.errors import StorageError
from tracker.storage.sqlite import engine as sqlite
from tracker.storage.sqlite.result_codes import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["Database", "Transaction"]

BUSY_SECONDS = 15.0
_MOMENT_SECONDS = 2.0


class Database:
    """The diary's database file, opened for reading and for writing.

    The file must have been brought to the current schema (`schema.migrate`) before.
    """

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self._turn = Lock()
        self._revision = sqlite.Revision(path)
        self.engine = sqlite.open_engine(path, busy_seconds=busy_seconds)
        self._reader = sessionmaker(self.engine, class_=Transaction)
        self._writer = sessionmaker(
            self.engine.execution_options(writing=True), class_=Transaction, expire_on_commit=False
        )

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """One consistent view of the database; an attempt to write in it is an error."""
        with translated(), self._reader() as tx:
            yield tx

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """One transaction: committed as a whole when the block ends, undone when it raises.

        The write lock is taken at the start, so what is read here cannot change before the
        commit. Waits up to `busy_seconds` for another writer, then raises StorageError (BUSY).
        """
        with translated(), self._taking_turns(), self._writer.begin() as tx:
            tx.connection()  # begins: the lock comes before the first read
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

    def note(self, write: Callable[[Transaction], object]) -> None:
        """Write what is good to have on record but must not keep a reader from their answer.

        Nothing is raised where the file cannot be written to just now.
        """
        try:
            with self.writing() as tx:
                write(tx)
        except StorageError as error:
            if error.kind is None:
                raise

    def empty_log(self) -> None:
        """Take what was written ahead into the file, so that nothing deleted stays in the log.

        Never raises: where someone reads for longer than a moment, or the disk is full, the log
        stays until the last one closes the file.
        """
        sqlite.empty_log(self.path, busy_seconds=min(self._busy_seconds, _MOMENT_SECONDS))

    def revision(self) -> int:
        """A number that changes whenever anything is committed, by whichever process.

        It means nothing but that: compare it only with what this object said before.
        """
        return self._revision.read()

    def close(self) -> None:
        """Close every idle connection."""
        self._revision.close()
        self.engine.dispose()
