"""Is a database on a server made as the tracker makes it, and can what is nobody's be read?"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from tracker.storage.errors import StorageError
from tracker.storage.every_value import OF_NO_ACCOUNT
from tracker.storage.postgresql.catalog import objects
from tracker.storage.postgresql.engine import open_engine
from tracker.storage.schema import LOCK_SECONDS, head, make_on_a_server, revision_of, revisions
from tracker.storage.transfer.backups import unlike
from tracker.storage.translation import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from tracker.storage.places import Server

_SCRATCH = "tracker_check"
_AT_ONCE = 1000


def faults(server: Server) -> list[str]:
    """What is wrong with the database itself, in sentences. Raises StorageError for no server."""
    with translated(), _connected(server) as connection:
        current = revision_of(connection, server)
        if current is None:
            return ["It is no diary of this tracker."]
        if current != head():
            is_older = current in revisions()
            return [_EARLIER if is_older else f"A later release used it last (schema {current})."]
        differences = _unlike_what_is_made(connection)
        return differences or _unreadable(connection)


_EARLIER = "Its schema is of an earlier release; it is brought up to date when it is served."


@contextmanager
def _connected(server: Server) -> Iterator[Connection]:
    engine = open_engine(server, busy_seconds=LOCK_SECONDS)
    try:
        with engine.connect() as connection:
            yield connection
            connection.rollback()
    finally:
        engine.dispose()


def _unlike_what_is_made(connection: Connection) -> list[str]:
    """Make a new one in a schema beside it, compare, and leave nothing of that behind."""
    schema = connection.scalars(select(func.current_schema())).one()
    there = objects(connection, schema)
    connection.execute(text(f"CREATE SCHEMA {_SCRATCH}"))
    connection.execute(text(f"SET LOCAL search_path TO {_SCRATCH}"))
    make_on_a_server(connection)
    made = objects(connection, _SCRATCH)
    connection.rollback()
    return unlike(made, there)


def _unreadable(connection: Connection) -> list[str]:
    """Read every value as its column does; what is an account's is read by account."""
    for table in OF_NO_ACCOUNT:
        try:
            rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(table))
            for _ in rows:
                pass
        except StorageError as error:
            return [f"A row of {table.name} cannot be read: {error}."]
    return []
