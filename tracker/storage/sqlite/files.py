"""A SQLite database as a file: copied while it is in use, looked through, moved out of the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from tracker.storage.translation import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sqlalchemy import Table

_MOST_TOLD = 10
_DIALECT = SQLiteDialect_pysqlite()


def copy(database: Path, target: Path) -> None:
    """Copy a database, open or not, into one file that is readable wherever it lies."""
    with (
        translated(),
        closing(sqlite3.connect(database)) as source,
        closing(sqlite3.connect(target)) as new,
    ):
        source.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")


def replace_contents(database: Path, source: Path) -> None:
    """Put the contents of another file in the place of a database's, all at once."""
    with looking(source) as given, closing(sqlite3.connect(database)) as target:
        given.backup(target)


def set_aside(database: Path, aside: Path) -> None:
    """Move a file that nobody has open, with what SQLite keeps beside it."""
    for suffix in ("-wal", "-shm", ""):
        part = database.with_name(f"{database.name}{suffix}")
        if part.exists():
            part.replace(aside.with_name(f"{aside.name}{suffix}"))


@contextmanager
def looking(database: Path) -> Iterator[sqlite3.Connection]:
    """Open a file and leave it, and what lies beside it, as it is.

    SQLite makes a log beside a file that logs ahead, unless it may take the file for unchanging;
    whatever has the file open has made one before.
    """
    file = database.resolve()
    alone = not file.with_name(f"{file.name}-wal").exists()
    uri = f"{file.as_uri()}?mode=ro{'&immutable=1' if alone else ''}"
    with translated(), closing(sqlite3.connect(uri, uri=True)) as db:
        db.execute("PRAGMA trusted_schema = OFF")  # what a stranger built into it does nothing
        yield db


def damage(db: sqlite3.Connection) -> list[str]:
    """What is wrong with a file itself, in sentences."""
    checks = [row[0] for row in db.execute(f"PRAGMA integrity_check({_MOST_TOLD})")]
    faults = [f"Damaged: {text}." for text in checks if text != "ok"]
    orphans = db.execute("PRAGMA foreign_key_check").fetchmany(_MOST_TOLD)
    return faults + [
        f"A row of {row[0]} refers to a row of {row[2]} that is gone." for row in orphans
    ]


def schema_revision(db: sqlite3.Connection) -> str | None:
    """Which schema a file says that it has; None for a file of another kind."""
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "alembic_version" not in tables:
        return None
    row = db.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def schema_objects(db: sqlite3.Connection) -> dict[str, str]:
    """What a file is made of besides rows: "table accounts", say, and in SQLite's words how."""
    made = db.execute(
        "SELECT type, name, sql FROM sqlite_master"
        " WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_stat[0-9]'"
    )
    return {f"{kind} {name}": " ".join(sql.replace('"', "").split()) for kind, name, sql in made}


def row_counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = sorted(
        part.removeprefix("table ") for part in schema_objects(db) if part.startswith("table ")
    )
    counted = (db.execute(f'SELECT count(*) FROM "{table}"').fetchone() for table in tables)  # noqa: S608 - names of its own tables
    return {table: number for table, (number,) in zip(tables, counted, strict=True)}


def read_all(db: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """Read every value as its column does. Raises StorageError for one that is damaged."""
    for table in tables:
        types = [column.type.dialect_impl(_DIALECT) for column in table.columns]
        readers = [kind.result_processor(_DIALECT, None) or _as_it_is for kind in types]
        for row in db.execute(_query(table)):
            for read, value in zip(readers, row, strict=True):
                read(value)


@cache
def _query(table: Table) -> str:
    return str(select(table).compile(dialect=_DIALECT))


def _as_it_is(value: object) -> object:
    return value
