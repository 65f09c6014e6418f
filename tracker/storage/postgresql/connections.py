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

    Raises StorageError where the database does not take every letter, and psycopg's own error
    where the connection is lost already.
    """
    try:
        _check_encoding(connection)
        entry.info[_IS_POOLED] = _answers_for_another(connection)
    except BaseException:
        connection.close()
        raise
    if entry.info[_IS_POOLED]:
        connection.prepare_threshold = None  # prepare no statement


def _check_encoding(connection: psycopg.Connection) -> None:
    encoding = connection.info.parameter_status("server_encoding")
    if encoding not in ("UTF8", None):
        raise StorageError(
            f"its encoding is {encoding}, which does not hold every letter: make one with"
            " createdb --template=template0 --encoding=UTF8"
        )


def _answers_for_another(connection: psycopg.Connection) -> bool:
    """A pooler greets with a process number of its own. Asked outside of any transaction."""
    from psycopg import OperationalError  # not where a file is the diary

    answer = connection.pgconn.exec_(b"SELECT pg_backend_pid()").get_value(0, 0)
    if answer is None:
        raise OperationalError("the connection was lost as it began")
    return answer != str(connection.info.backend_pid).encode()


def is_pooled(connection: Connection) -> bool:
    """Whether a pooler stands before the server."""
    return bool(connection.info[_IS_POOLED])
