"""What only SQLite needs while its schema changes: checks of the file, tables rebuilt."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alembic.operations import BatchOperations, Operations
    from sqlalchemy import Connection


def damage(connection: Connection) -> str | None:
    """What is wrong with the pages of the file. Costs about a read of the file."""
    answer: str = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    return None if answer == "ok" else answer


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
