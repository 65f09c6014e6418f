"""What only PostgreSQL needs while its schema changes: a lock before the revision is read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from tracker.storage.errors import ErrorKind
from tracker.storage.postgresql.engine import open_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from tracker.storage.places import Server

_STEPS = 7_265_074_611  # an advisory lock's number: anything that no other program takes

WAYS_OUT = {
    ErrorKind.BUSY: "Stop what holds it, or try again later.",
    ErrorKind.FULL: "Make room on the server's disk, then start again.",
    ErrorKind.DISK: "Look after the server's disk, then start again.",
    ErrorKind.READ_ONLY: "Let the user of the address make tables there; a standby cannot be used.",
    ErrorKind.DAMAGED: "Restore what pg_dump copied into an empty database, and use that.",
    ErrorKind.UNREACHABLE: "Is the server running, and are its address, user and password right?",
    ErrorKind.CONFLICT: "Start again.",
}


@contextmanager
def locked(server: Server, *, busy_seconds: float) -> Iterator[Connection]:
    """Hold the one transaction of all steps; any other process waits, then finds it done."""
    engine = open_engine(server, busy_seconds=busy_seconds)
    try:
        with engine.connect() as connection:
            connection.execute(select(func.pg_advisory_xact_lock(_STEPS)))
            yield connection
    finally:
        engine.dispose()
