"""Brings a database file to the current schema: once, whole or not at all, never by guessing."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Text, column, event, inspect, select, table
from sqlalchemy.exc import DatabaseError

from tracker import paths
from tracker.storage.database import Trouble, open_engine, trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alembic.operations import BatchOperations, Operations
    from sqlalchemy import Connection

LOCK_SECONDS = 120.0  # more than any step takes

_WAYS_OUT = {
    Trouble.BUSY: "Stop the program that holds it, or try again later.",
    Trouble.FULL: "Make room on its disk, then start again.",
    Trouble.DISK: "Is its disk full, over a quota, or failing? Put that right, then start again.",
    Trouble.READ_ONLY: "Let the user who runs the tracker write to it and to its folder.",
    Trouble.DAMAGED: (
        "Stop every tracker that uses it, then bring back a copy made by `tracker backup`: "
        "`tracker restore FILE --replace`. The damaged file is kept beside it."
    ),
}


class SchemaError(Exception):
    """The database cannot be used as it is; the message says what to do about it."""


class DamagedError(SchemaError):
    """What the file holds is not what was written to it."""


def migrate(database: Path, migrations: Path = paths.MIGRATIONS) -> None:
    """Bring the file, created if missing, to the newest schema of this release.

    However many processes start together, one does the work and the others find it done. A
    database that already holds data is first copied beside itself. Raises SchemaError, with the
    file as it was, when a step fails or when the file is of a later release, damaged, or no diary
    at all.
    """
    try:
        database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        database.touch(mode=0o600)  # whoever may look into the folder: the diary is its owner's
        with _lock(database) as connection:
            _upgrade(connection, database, migrations)
    except (DatabaseError, sqlite3.Error, OSError) as error:
        raise _explained(database, error) from error


def _explained(database: Path, error: Exception) -> SchemaError:
    reason = error.orig if isinstance(error, DatabaseError) else error
    found = trouble(error)
    way_out = f" {_WAYS_OUT[found]}" if found else ""
    told = f"{database} could not be read or changed: {reason}.{way_out}"
    return DamagedError(told) if found is Trouble.DAMAGED else SchemaError(told)


def head(migrations: Path = paths.MIGRATIONS) -> str | None:
    """The newest schema of this release."""
    return max(revisions(migrations), default=None)


def revisions(migrations: Path = paths.MIGRATIONS) -> set[str]:
    """Every step's revision, which its file's name begins with."""
    return {step.name.partition("_")[0] for step in (migrations / "versions").glob("[0-9]*.py")}


def _upgrade(connection: Connection, database: Path, migrations: Path) -> None:
    newest = head(migrations)
    _check_pages(connection, database)
    current = _revision(connection, database)
    if current == newest:
        return
    if current is not None and current not in revisions(migrations):
        raise SchemaError(
            f"{database} was last used by a later release of the tracker (schema {current}). "
            "Install that release again, or restore a backup made by this one."
        )
    if current is not None:
        back_up(database, database.with_name(f"{database.name}.before-{newest}"))
    _take_steps(connection, migrations)
    _check_references(connection)
    connection.commit()


def _take_steps(connection: Connection, migrations: Path) -> None:
    from alembic import command  # takes longer to import than the rest of a usual start
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    command.upgrade(config, "head")


def _check_pages(connection: Connection, database: Path) -> None:
    """Refuse a damaged file before anything is written to it. Costs about a read of the file."""
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        raise DamagedError(f"{database} is damaged ({found}). {_WAYS_OUT[Trouble.DAMAGED]}")


def _revision(connection: Connection, database: Path) -> str | None:
    tables, current = inspect(connection).get_table_names(), None
    if "alembic_version" in tables:
        version = select(column("version_num", Text)).select_from(table("alembic_version"))
        current = connection.scalar(version)
    if current is None and tables:
        raise SchemaError(
            f"{database} is a database, but not one of this tracker. "
            "Move it away, or choose another data folder."
        )
    return current


def _check_references(connection: Connection) -> None:
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        tables = ", ".join(sorted({row[0] for row in orphans}))
        raise SchemaError(f"The new schema would lose what these tables refer to: {tables}.")


@contextmanager
def _lock(database: Path) -> Iterator[Connection]:
    """Hold the one write transaction: the revision is read, and every step taken, inside it.

    Any other process waits here, then finds the work done. Rebuilding a table must not delete its
    children; SQLite ignores the foreign_keys pragma inside a transaction, so it goes off before.
    """
    engine = open_engine(database, busy_seconds=LOCK_SECONDS)
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = OFF"))
    try:
        with engine.connect().execution_options(writing=True) as connection:
            connection.begin()
            yield connection
    finally:
        engine.dispose()


def back_up(database: Path, copy: Path) -> None:
    """Copy a database, open or not, replacing `copy` only by a complete one."""
    partial = copy.with_name(f"{copy.name}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    try:
        _copy(database, partial)
        partial.replace(copy)
    finally:
        partial.unlink(missing_ok=True)  # on a full disk, half a copy must not stay in the way


def _copy(database: Path, copy: Path) -> None:
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, readable wherever it lies


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
