"""Transactions: many readers; writers of one account one at a time, in a file of all accounts."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from random import uniform
from time import sleep
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session as Transaction  # noqa: TID251 - the one place it is renamed
from sqlalchemy.orm import sessionmaker

from tracker.storage import account_revision, one_view
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.places import NoFile
from tracker.storage.sqlite.engine import SqliteFile
from tracker.storage.translation import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Engine

    from tracker.storage.places import Place

__all__ = ["Database", "Transaction", "retried"]

BUSY_SECONDS = 15.0
_TRIES, _LONGEST_PAUSE_SECONDS = 6, 0.05

_P = ParamSpec("_P")
T = TypeVar("T")


class _Store(Protocol):
    """What a database does in its own way: `SqliteFile` and `PostgresServer` say how."""

    readers: Engine
    writers: Engine
    damage: str | None

    def writing(
        self, sessions: sessionmaker[Transaction], account_id: int | None, keys: Collection[str]
    ) -> AbstractContextManager[Transaction]: ...

    def empty_log(self) -> None: ...

    def look_through(self) -> None: ...

    def revision(self) -> Hashable: ...

    def close(self) -> None: ...


class Database:
    """The diary's database, opened for reading and for writing.

    It must have been brought to the current schema (`schema.migrate`) before. Raises StorageError
    where the driver of a server's is not installed.
    """

    def __init__(self, place: Place, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.place = place
        self._store = _store(place, busy_seconds)
        self.engine = self._store.readers
        self._reader = sessionmaker(self._store.readers, class_=Transaction)
        self._writer = sessionmaker(self._store.writers, class_=Transaction, expire_on_commit=False)

    @property
    def path(self) -> Path:
        """The file, of a diary that is one."""
        if not isinstance(self.place, Path):
            raise NoFile(f"{self.place} is no file")
        return self.place

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """One consistent view of the database; an attempt to write in it is an error."""
        self._refuse_damaged()
        with translated(), self._reader() as tx:
            yield one_view.begin(tx)

    @contextmanager
    def writing(
        self, account_id: int | None = None, *, keys: Collection[str] = ()
    ) -> Iterator[Transaction]:
        """One transaction: committed as a whole when the block ends, undone when it raises.

        Whoever writes to an account's diary names it, gives it a new revision, and waits for others
        who do; `keys` are names for what belongs to nobody; who names nothing waits for everyone,
        and writes to every account. Locks are taken at the start, so what is read here of what was
        named cannot change before the commit. A file has one lock, for everyone. Waits up to
        `busy_seconds`, then raises StorageError (BUSY).
        """
        self._refuse_damaged()
        with translated(), self._store.writing(self._writer, account_id, keys) as tx:
            yield tx

    def note(
        self,
        write: Callable[[Transaction], object],
        account_id: int | None = None,
        *,
        keys: Collection[str] = (),
    ) -> None:
        """Write what is good to have on record but must not keep a reader from their answer.

        Nothing is raised where the database cannot be written to just now.
        """
        try:
            with self.writing(account_id, keys=keys) as tx:
                write(tx)
        except StorageError as error:
            if error.kind is None:
                raise

    def empty_log(self) -> None:
        """Take what was written ahead into the file, so that nothing deleted stays in the log.

        Never raises: where someone reads for longer than a moment, or the disk is full, the log
        stays until the last one closes the file. A server has its own ways.
        """
        self._store.empty_log()

    def look_through(self) -> str | None:
        """Look through a file for damage, beside whoever uses it; what is wrong, if anything is.

        From then on nothing is answered out of a damaged one. Takes about a read of the file; that
        of a server is the server's to look through. Raises StorageError where it cannot be read.
        """
        self._store.look_through()
        return self._store.damage

    def _refuse_damaged(self) -> None:
        if self._store.damage is not None:
            raise StorageError(self._store.damage, ErrorKind.DAMAGED)

    def revision(self) -> Hashable:
        """Something that is another whenever anything is committed, by whichever process.

        It means nothing but that: compare it only with what this object said before.
        """
        return self._store.revision()

    def revision_of(self, account_id: int) -> int | None:
        """A number that is another after each write to what is an account's; None without one."""
        with self.reading() as tx:
            return one_view.once(tx, account_revision.of_account, account_id)

    def close(self) -> None:
        """Close every idle connection."""
        self._store.close()


class OneMoment(Database):
    """A database as one request sees it: what it reads is of one moment, until it writes.

    For one thread; `end` it.
    """

    def __init__(self, opened: Database) -> None:
        self.place, self.engine = opened.place, opened.engine
        self._store, self._reader, self._writer = opened._store, opened._reader, opened._writer  # noqa: SLF001 - the same class
        self._view: Transaction | None = None

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """The view that was begun, or one that begins now."""
        self._refuse_damaged()
        with translated():
            if self._view is None:
                self._view = one_view.begin(self._reader())
            try:
                yield self._view
            except SQLAlchemyError:
                self.end()
                raise

    @contextmanager
    def writing(
        self, account_id: int | None = None, *, keys: Collection[str] = ()
    ) -> Iterator[Transaction]:
        """As `Database.writing`; what is read afterwards is of a later moment."""
        self.end()
        try:
            with super().writing(account_id, keys=keys) as tx:
                yield tx
        finally:
            self.end()

    def end(self) -> None:
        """Let the view go; another begins with what is read next."""
        view, self._view = self._view, None
        if view is not None:
            with suppress(SQLAlchemyError):  # where the server is gone, so is the view
                view.close()


def _store(place: Place, busy_seconds: float) -> _Store:
    if isinstance(place, Path):
        return SqliteFile(place, busy_seconds=busy_seconds)
    from tracker.storage.postgresql.engine import PostgresServer  # not where a file is the diary

    return PostgresServer(place, busy_seconds=busy_seconds)


def retried(use_case: Callable[_P, T]) -> Callable[_P, T]:
    """Do a use case again, from its start, where another's commit came across its own.

    For what is one transaction: of a deadlock, or of two that cannot both be right, the server
    undoes one.
    """

    @wraps(use_case)
    def tried(*args: _P.args, **kwargs: _P.kwargs) -> T:
        for _ in range(_TRIES - 1):
            try:
                return use_case(*args, **kwargs)
            except StorageError as error:
                if error.kind is not ErrorKind.CONFLICT:
                    raise
            sleep(uniform(0, _LONGEST_PAUSE_SECONDS))  # noqa: S311 - so that two do not meet again
        return use_case(*args, **kwargs)

    return tried
