"""What is looked at of each new connection: the database's encoding, and a pooler in between.

A pooler (PgBouncer) that hands the server's connections out by transaction has another answer each
time. What was prepared on one is not known to the next; and that a client's connection is still
there proves nothing of the server behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.storage.errors import StorageError

if TYPE_CHECKING:
    import psycopg
    from sqlalchemy import Connection
    from sqlalchemy.pool import ConnectionPoolEntry

_IS_POOLED = "is_pooled"


def look_at(connection: psycopg.Connection, entry: ConnectionPoolEntry) -> None:
    """Note of a new connection whether the server that answers is the one that was greeted.

    A pooler greets with a process number of its own. Asked outside of any transaction. Raises
    StorageError where the database does not take every letter.
    """
    encoding = connection.info.parameter_status("server_encoding")
    if encoding not in ("UTF8", None):
        raise StorageError(
            f"its encoding is {encoding}, which does not hold every letter: make one with"
            " createdb --template=template0 --encoding=UTF8"
        )
    answer = connection.pgconn.exec_(b"SELECT pg_backend_pid()").get_value(0, 0)
    entry.info[_IS_POOLED] = answer != str(connection.info.backend_pid).encode()
    if entry.info[_IS_POOLED]:
        connection.prepare_threshold = None  # prepare no statement


def is_pooled(connection: Connection) -> bool:
    """Whether a pooler stands before the server."""
    return bool(connection.info[_IS_POOLED])
