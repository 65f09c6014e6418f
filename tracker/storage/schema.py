"""Brings a database to the current schema: once, whole or not at all, never by guessing."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import URL, Text, column, false, inspect, or_, select, table

from tracker import paths
from tracker.storage import seals
from tracker.storage.database import Transaction
from tracker.storage.errors import ErrorKind, StorageError, kind_of
from tracker.storage.sqlite import files, migration
from tracker.storage.sqlite.engine import damage
from tracker.storage.tables import METADATA
from tracker.storage.translation import translated
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from typing import TypeAlias

    from alembic.config import Config
    from sqlalchemy import Connection

    from tracker.storage.places import Place

    Afterwards: TypeAlias = Callable[[Transaction], object]

LOCK_SECONDS = 120.0  # more than any step takes


class SchemaError(Exception):
    """The database cannot be used as it is; the message says what to do about it."""


class DamagedError(SchemaError):
    """What the file holds is not what was written to it."""


def migrate(
    place: Place, migrations: Path = paths.MIGRATIONS, *, then: Afterwards | None = None
) -> None:
    """Bring a database, a file created if missing, to the newest schema of this release.

    However many processes start together, one does the work and the others find it done. A
    file that already holds data is first copied beside itself. `then` is done in the same
    transaction, once any step was taken. Raises SchemaError (and whatever `then` does), with the
    database as it was, when a step fails or when it is of a later release, damaged, or no diary
    at all.
    """
    with explained(place):
        if isinstance(place, Path):
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            place.touch(mode=0o600)  # whoever may look into the folder: the diary is its owner's
        with translated(), _locked(place) as connection:
            _upgrade(connection, place, migrations, then)


@contextmanager
def explained(place: Place) -> Iterator[None]:
    """Raise SchemaError, which says what to do, where a database cannot be read or changed."""
    try:
        yield
    except (StorageError, OSError) as error:
        kind = kind_of(error)
        then = f" {way_out(place, kind)}" if kind else ""
        message = f"{place} could not be read or changed: {error}.{then}"
        raise (DamagedError if kind is ErrorKind.DAMAGED else SchemaError)(message) from error


def way_out(place: Place, kind: ErrorKind) -> str:
    """Say what to do where a database cannot be used."""
    if isinstance(place, Path):
        return migration.WAYS_OUT.get(kind, "")
    from tracker.storage.postgresql import migration as of_a_server

    return of_a_server.WAYS_OUT.get(kind, "")


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
        with _locked(made) as connection:
            take_steps(connection, migrations, revision)
            connection.commit()
        with files.looking(made) as db:
            return files.schema_objects(db)


def _upgrade(
    connection: Connection, place: Place, migrations: Path, then: Afterwards | None
) -> None:
    newest = head(migrations)
    current = revision_of(connection, place)
    if current == newest:
        _look_for_every_column(connection)
        return
    if current is not None and current not in revisions(migrations):
        raise SchemaError(
            gettext(
                "%(place)s was last used by a later release of the tracker (schema %(current)s). "
                "Install that release again, or restore a backup made by this one.",
                place=place,
                current=current,
            )
        )
    if current is not None and isinstance(place, Path):
        _check_pages(connection, place)
        back_up(place, place.with_name(f"{place.name}.before-{newest}"))
    if current is None and not isinstance(place, Path):
        make_on_a_server(connection, migrations)
    else:
        take_steps(connection, migrations)
    if then is not None:
        with Transaction(connection) as tx:  # the connection's own: nothing of it commits here
            then(tx)
            tx.flush()
    if isinstance(place, Path):
        _check_references(connection)
    connection.commit()


def take_steps(
    connection: Connection, migrations: Path = paths.MIGRATIONS, until: str = "head"
) -> None:
    """Take every step up to a schema, in a transaction that has begun."""
    from alembic import command  # takes longer to import than the rest of a usual start

    command.upgrade(_config(connection, migrations), until)


def make_on_a_server(connection: Connection, migrations: Path = paths.MIGRATIONS) -> None:
    """Make the newest schema at once, and say that it is."""
    from alembic import command

    from tracker.storage.postgresql import baseline

    baseline.create(connection, METADATA)
    command.stamp(_config(connection, migrations), "head")


def _config(connection: Connection, migrations: Path) -> Config:
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    return config


def _check_pages(connection: Connection, database: Path) -> None:
    """Refuse a damaged file before a step changes it. Costs about a read of the file."""
    fault = damage(connection)
    if fault is not None:
        raise DamagedError(
            gettext(
                "%(database)s is damaged (%(fault)s). %(way_out)s",
                database=database,
                fault=fault,
                way_out=way_out(database, ErrorKind.DAMAGED),
            )
        )


def _look_for_every_column(connection: Connection) -> None:
    """Refuse a file whose own words of its tables are damaged: its pages may be whole."""
    connection.exec_driver_sql(_question_for_every_column(connection.engine.url.drivername))


@cache  # of a process, whose tables do not change: compiling takes longer than asking
def _question_for_every_column(driver: str) -> str:
    dialect = URL.create(driver).get_dialect()()
    tables = (select(known).where(false()).exists() for known in METADATA.sorted_tables)
    return str(select(or_(*tables)).compile(dialect=dialect))


def revision_of(connection: Connection, place: Place) -> str | None:
    """Which schema a database has; None for one with nothing in it. Raises SchemaError."""
    tables, current = inspect(connection).get_table_names(), None
    if "alembic_version" in tables:
        version = select(column("version_num", Text)).select_from(table("alembic_version"))
        current = connection.scalar(version)
    if current is None and tables:
        raise SchemaError(
            gettext(
                "%(place)s is a database, but not one of this tracker. Move it away, or choose "
                "another data folder.",
                place=place,
            )
        )
    return current


def _check_references(connection: Connection) -> None:
    tables = ", ".join(migration.tables_with_orphans(connection))
    if tables:
        raise SchemaError(
            gettext(
                "The new schema would lose what these tables refer to: %(tables)s.", tables=tables
            )
        )


def _locked(place: Place) -> AbstractContextManager[Connection]:
    """Hold the one transaction in which the revision is read and every step is taken."""
    if isinstance(place, Path):
        return migration.locked(place, busy_seconds=LOCK_SECONDS)
    from tracker.storage.postgresql import migration as of_a_server  # not where a file is the diary

    return of_a_server.locked(place, busy_seconds=LOCK_SECONDS)


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
