"""What only SQLite needs while its schema changes: checks of the file, tables rebuilt."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tracker.storage.errors import ErrorKind
from tracker.storage.sqlite.engine import open_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alembic.operations import BatchOperations, Operations
    from sqlalchemy import Connection


WAYS_OUT = {
    ErrorKind.BUSY: "Stop the program that holds it, or try again later.",
    ErrorKind.FULL: "Make room on its disk, then start again.",
    ErrorKind.DISK: "Is its disk full, over a quota, or failing? Put that right, then start again.",
    ErrorKind.READ_ONLY: "Let the user who runs the tracker write to it and to its folder.",
    ErrorKind.DAMAGED: (
        "Stop every tracker that uses it, then bring back a copy made by `tracker backup`: "
        "`tracker restore FILE --replace`. The damaged file is kept beside it."
    ),
}


@contextmanager
def locked(database: Path, *, busy_seconds: float) -> Iterator[Connection]:
    """Hold the one write transaction: the revision is read, and every step taken, inside it.

    Any other process waits here, then finds the work done. Rebuilding a table must not delete its
    children, so references are checked by the last step instead.
    """
    engine = open_engine(database, busy_seconds=busy_seconds, check_references=False)
    try:
        with engine.connect().execution_options(writing=True) as connection:
            connection.begin()
            yield connection
    finally:
        engine.dispose()


def tables_with_orphans(connection: Connection) -> list[str]:
    """The tables with rows that refer to a row that is not there."""
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return sorted({row[0] for row in orphans})


@contextmanager
def rebuilding(op: Operations, table: str) -> Iterator[BatchOperations]:
    """Change a table in a migration, as `op.batch_alter_table` does, and keep the triggers.

    SQLite changes most things by rebuilding the table, which drops its triggers silently and
    trips over those of other tables that name it.
    """
    connection = op.get_bind()
    triggers = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).all()
    for name, _ in triggers:
        op.execute(f'DROP TRIGGER "{name}"')
    with op.batch_alter_table(table) as batch:
        yield batch
    for _, sql in triggers:
        op.execute(sql)
