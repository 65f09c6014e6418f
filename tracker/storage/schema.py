"""Brings a database file to the current schema: once, whole or not at all, never by guessing."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import Text, column, inspect, select, table

import tracker.storage.models  # noqa: F401 - all tables are known where these are
from tracker import paths
from tracker.storage import seals
from tracker.storage.columns import Base
from tracker.storage.database import Transaction
from tracker.storage.errors import ErrorKind, StorageError, kind_of
from tracker.storage.sqlite import files, migration
from tracker.storage.sqlite.engine import open_engine
from tracker.storage.sqlite.result_codes import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeAlias

    from sqlalchemy import Connection

    Afterwards: TypeAlias = Callable[[Transaction], object]

LOCK_SECONDS = 120.0  # more than any step takes

_WAYS_OUT = {
    ErrorKind.BUSY: "Stop the program that holds it, or try again later.",
    ErrorKind.FULL: "Make room on its disk, then start again.",
    ErrorKind.DISK: "Is its disk full, over a quota, or failing? Put that right, then start again.",
    ErrorKind.READ_ONLY: "Let the user who runs the tracker write to it and to its folder.",
    ErrorKind.DAMAGED: (
        "Stop every tracker that uses it, then bring back a copy made by `tracker backup`: "
        "`tracker restore FILE --replace`. The damaged file is kept beside it."
    ),
}


class SchemaError(Exception):
    """The database cannot be used as it is; the message says what to do about it."""


class DamagedError(SchemaError):
    """What the file holds is not what was written to it."""


def migrate(
    database: Path, migrations: Path = paths.MIGRATIONS, *, then: Afterwards | None = None
) -> None:
    """Bring the file, created if missing, to the newest schema of this release.

    However many processes start together, one does the work and the others find it done. A
    database that already holds data is first copied beside itself. `then` is done in the same
    transaction, once any step was taken. Raises SchemaError (and whatever `then` does), with the
    file as it was, when a step fails or when the file is of a later release, damaged, or no diary
    at all.
    """
    with explained(database):
        database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        database.touch(mode=0o600)  # whoever may look into the folder: the diary is its owner's
        with translated(), _lock(database) as connection:
            _upgrade(connection, database, migrations, then)


@contextmanager
def explained(database: Path) -> Iterator[None]:
    """Raise SchemaError, which says what to do, where the file cannot be read or changed."""
    try:
        yield
    except (StorageError, OSError) as error:
        kind = kind_of(error)
        way_out = f" {_WAYS_OUT[kind]}" if kind else ""
        message = f"{database} could not be read or changed: {error}.{way_out}"
        raise (DamagedError if kind is ErrorKind.DAMAGED else SchemaError)(message) from error


def head(migrations: Path = paths.MIGRATIONS) -> str | None:
    """The newest schema of this release."""
    return max(revisions(migrations), default=None)


def revisions(migrations: Path = paths.MIGRATIONS) -> set[str]:
    """Every step's revision, which its file's name begins with."""
    return {step.name.partition("_")[0] for step in (migrations / "versions").glob("[0-9]*.py")}


@cache
def objects(revision: str, migrations: Path = paths.MIGRATIONS) -> Mapping[str, str]:
    """What a file of a schema is made of, besides rows, as every step up to it makes it."""
    with TemporaryDirectory(prefix="tracker-schema-") as folder:
        made = Path(folder) / "made.db"
        with _lock(made) as connection:
            _take_steps(connection, migrations, revision)
            connection.commit()
        with files.looking(made) as db:
            return files.schema_objects(db)


def _upgrade(
    connection: Connection, database: Path, migrations: Path, then: Afterwards | None
) -> None:
    newest = head(migrations)
    _check_pages(connection, database)
    current = _revision(connection, database)
    if current == newest:
        _look_for_every_column(connection)
        return
    if current is not None and current not in revisions(migrations):
        raise SchemaError(
            f"{database} was last used by a later release of the tracker (schema {current}). "
            "Install that release again, or restore a backup made by this one."
        )
    if current is not None:
        back_up(database, database.with_name(f"{database.name}.before-{newest}"))
    _take_steps(connection, migrations)
    if then is not None:
        with Transaction(connection) as tx:  # the connection's own: nothing of it commits here
            then(tx)
            tx.flush()
    _check_references(connection)
    connection.commit()


def _take_steps(connection: Connection, migrations: Path, until: str = "head") -> None:
    from alembic import command  # takes longer to import than the rest of a usual start
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    command.upgrade(config, until)


def _check_pages(connection: Connection, database: Path) -> None:
    """Refuse a damaged file before anything is written to it. Costs about a read of the file."""
    damage = migration.damage(connection)
    if damage is not None:
        raise DamagedError(f"{database} is damaged ({damage}). {_WAYS_OUT[ErrorKind.DAMAGED]}")


def _look_for_every_column(connection: Connection) -> None:
    """Refuse a file whose own words of its tables are damaged: its pages may be whole."""
    for known in Base.metadata.sorted_tables:
        connection.execute(select(known).limit(0))


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
    tables = ", ".join(migration.tables_with_orphans(connection))
    if tables:
        raise SchemaError(f"The new schema would lose what these tables refer to: {tables}.")


@contextmanager
def _lock(database: Path) -> Iterator[Connection]:
    """Hold the one write transaction: the revision is read, and every step taken, inside it.

    Any other process waits here, then finds the work done. Rebuilding a table must not delete its
    children, so references are checked by the last step instead.
    """
    engine = open_engine(database, busy_seconds=LOCK_SECONDS, check_references=False)
    try:
        with engine.connect().execution_options(writing=True) as connection:
            connection.begin()
            yield connection
    finally:
        engine.dispose()


def back_up(database: Path, copy: Path) -> None:
    """Copy a database, open or not, replacing `copy` only by a complete one.

    Beside it lies its seal: what the copy was when it was made.
    """
    partial = copy.with_name(f"{copy.name}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    try:
        files.copy(database, partial)
        seal = seals.of_database(partial)
        seals.path_of(copy).unlink(missing_ok=True)  # killed here, a copy has none: not a wrong one
        partial.replace(copy)
        seals.write(copy, seal)
    finally:
        partial.unlink(missing_ok=True)  # on a full disk, half a copy must not stay in the way
