"""A database on a PostgreSQL server: who writes holds their account's row, not the world.

A writer names whose diary it writes to. It takes that account's row before it reads anything, so
what it reads there cannot change before its commit; writers of others go on beside it. Who names
nobody holds the table of accounts, and so keeps out every writer. Transactions are READ COMMITTED:
each statement sees what was committed before it, and after the lock that is all there is to see.
Readers have one view (REPEATABLE READ, READ ONLY) and wait for nobody.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Text,
    bindparam,
    cast,
    create_engine,
    event,
    func,
    select,
)
from sqlalchemy.exc import DBAPIError

from tracker.storage.account_revision import drawn, is_written, revised
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.postgresql.commits import Commits
from tracker.storage.postgresql.connections import look_at
from tracker.storage.postgresql.result_codes import kind_of_error
from tracker.storage.translation import translated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Engine, Update
    from sqlalchemy.orm import sessionmaker
    from sqlalchemy.sql.dml import ReturningUpdate

    from tracker.storage.database import Transaction
    from tracker.storage.places import Server

_DEFAULTS = {  # of a connection, where its address says nothing else
    "application_name": "return-to-run-tracker",
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}
_UNREADABLE_ADDRESS = (
    "its address cannot be read: give one that psql takes, like"
    " postgresql://user:password@host:5432/database, with %-codes for signs in a password"
)
_IDLE_SECONDS = 600  # a machine that vanished inside a transaction must not hold its locks for ever
_CONNECTIONS, _MORE_CONNECTIONS = 8, 24  # of one process: as many as it has threads, and to spare
_XID = cast(func.pg_current_xact_id(), Text)
_ASK_NUMBER = select(_XID)
_LOCK_KEY = select(
    func.pg_advisory_xact_lock(func.hashtextextended(bindparam("key", type_=Text), 0))
)
_SNAPSHOT = select(cast(func.pg_current_snapshot(), Text))


class PostgresServer:
    """A diary on a server: many processes, on many machines, write to it."""

    damage: str | None = None

    def __init__(self, server: Server, *, busy_seconds: float) -> None:
        engine = open_engine(server, busy_seconds=busy_seconds)
        self.readers: Engine = engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        # Not READ WRITE: that a standby, or a server set to only read, refuses in words of its own.
        self.writers: Engine = engine.execution_options(
            isolation_level="READ COMMITTED", postgresql_readonly=None
        )
        self._busy_seconds = busy_seconds
        self._commits = Commits(engine)

    @contextmanager
    def writing(
        self, sessions: sessionmaker[Transaction], account_id: int | None, keys: Collection[str]
    ) -> Iterator[Transaction]:
        """One transaction that holds an account, or what `keys` name, or every account.

        Raises StorageError: UNREACHABLE where the connection is lost and nothing was saved,
        UNCERTAIN where it is lost while the commit is under way and nobody can be asked.
        """
        with sessions() as tx:
            mark = self._commits.mark(*_lock(tx, account_id, keys))
            yield tx
            tx.flush()
            try:
                tx.commit()
            except DBAPIError as error:
                if kind_of_error(error.orig or error) is not ErrorKind.UNREACHABLE:
                    raise
                if not self._commits.is_there(mark, for_seconds=self._busy_seconds):
                    raise

    def empty_log(self) -> None:
        """Nothing: the server keeps its log, and clears away what was deleted, by its own rules."""

    def look_through(self) -> None:
        """Nothing: that its pages are whole is the server's to find out."""

    def revision(self) -> str:
        """A text that is another whenever another set of transactions can be seen."""
        with translated(), self.readers.connect() as connection:
            return connection.scalars(_SNAPSHOT).one()

    def close(self) -> None:
        """Close every idle connection."""
        self._commits.close()
        self.readers.dispose()


def open_engine(server: Server, *, busy_seconds: float) -> Engine:
    """Return an engine whose connections give up on a lock after `busy_seconds`.

    Raises StorageError where psycopg is not installed, or the address cannot be read.
    """
    given = _read_address(server)
    milliseconds = max(1, round(busy_seconds * 1000))
    asked = {
        "lock_timeout": milliseconds,
        "idle_in_transaction_session_timeout": _IDLE_SECONDS * 1000,
        "timezone": "UTC",
    }
    options = [f"-c {name}={value}" for name, value in asked.items()]
    engine = create_engine(
        "postgresql+psycopg://",
        connect_args={
            **_DEFAULTS,
            **given,
            "options": " ".join([*options, given.get("options", "")]).rstrip(),
        },
        pool_size=_CONNECTIONS,
        max_overflow=_MORE_CONNECTIONS,
        pool_timeout=busy_seconds,
        pool_pre_ping=True,  # a server that was away for a while costs nobody an error page
        hide_parameters=True,  # an error never repeats what the runner wrote
    )
    event.listen(engine, "connect", look_at, insert=True)  # before SQLAlchemy reads what it says
    return engine


def _read_address(server: Server) -> dict[str, Any]:
    """An address as libpq reads it: several servers too, of which the one that leads is asked."""
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ModuleNotFoundError as error:
        what = 'the driver is missing: install "return-to-run-tracker[postgresql]"'
        raise StorageError(what) from error
    try:
        return dict(conninfo_to_dict(server.url))
    except ProgrammingError:
        # Its own words may repeat a password.
        raise StorageError(_UNREADABLE_ADDRESS) from None


def _lock(tx: Transaction, account_id: int | None, keys: Collection[str]) -> tuple[str, int]:
    """Take what a transaction may change before it reads anything; its number, its revision."""
    revision, xid = drawn(), None
    if is_written(account_id, beside=bool(keys)):
        if account_id is None:
            tx.connection().exec_driver_sql("LOCK TABLE accounts IN EXCLUSIVE MODE")
        statement, values = revised(account_id, revision)
        xid = tx.scalars(_numbered(statement), values).first()
    for key in sorted(keys):
        tx.execute(_LOCK_KEY, {"key": key})
    return xid or tx.scalars(_ASK_NUMBER).one(), revision


@cache
def _numbered(statement: Update) -> ReturningUpdate[str]:
    """The same, and it tells the number of its transaction."""
    return statement.returning(_XID)
