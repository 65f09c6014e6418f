"""A database as others come to it, past the program: whoever has SQL, whatever the engine."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

from tests.databases import cluster, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.storage.database import Database
    from tracker.storage.places import Place

Rows = list[tuple[Any, ...]]

_COLUMNS_OF_A_FILE = (
    "SELECT tables.name, columns.name FROM sqlite_master AS tables"
    " JOIN pragma_table_info(tables.name) AS columns"
    " WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'"
    " ORDER BY tables.name, columns.cid"
)
_COLUMNS_ON_A_SERVER = (
    "SELECT table_name, column_name FROM information_schema.columns"
    " WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
)


@contextmanager
def asking(place: Place) -> Iterator[Callable[[str], Rows]]:
    """One connection, for several queries."""
    if isinstance(place, Path):
        with closing(sqlite3.connect(f"{place.as_uri()}?mode=rw", uri=True, timeout=60)) as file:
            yield lambda query: file.execute(query).fetchall()
    else:
        with psycopg.connect(place.url) as server:
            yield lambda query: server.execute(query.encode()).fetchall()


def rows(place: Place, query: str) -> Rows:
    """What a query answers."""
    with asking(place) as ask:
        return ask(query)


def execute(place: Place, statement: str) -> None:
    """Change something, and commit it."""
    if isinstance(place, Path):
        with closing(sqlite3.connect(place)) as file, file:
            file.execute(statement)
        return
    with psycopg.connect(place.url) as server:
        server.execute(statement.encode())


def columns(place: Place) -> dict[str, list[str]]:
    """Every table, and its columns in their order."""
    tables: dict[str, list[str]] = {}
    query = _COLUMNS_OF_A_FILE if isinstance(place, Path) else _COLUMNS_ON_A_SERVER
    for table, column in rows(place, query):
        tables.setdefault(table, []).append(column)
    return tables


def every_row(place: Place) -> dict[str, Rows]:
    """All that every table holds."""
    tables = columns(place)
    with asking(place) as ask:
        return {table: ask(f"SELECT * FROM {table}") for table in tables}


@contextmanager
def held(place: Place, *, from_readers: bool = False) -> Iterator[None]:
    """Keep every writer waiting, as another program in the midst of a write does; or all."""
    if isinstance(place, Path):
        with closing(sqlite3.connect(place, isolation_level=None)) as file:
            if from_readers:
                file.execute("PRAGMA locking_mode = EXCLUSIVE")
            file.execute("BEGIN EXCLUSIVE" if from_readers else "BEGIN IMMEDIATE")
            yield
            file.execute("ROLLBACK")
        return
    mode = "ACCESS EXCLUSIVE" if from_readers else "EXCLUSIVE"
    with psycopg.connect(place.url) as server:
        server.execute(f"LOCK TABLE {', '.join(columns(place))} IN {mode} MODE".encode())
        yield
        server.rollback()


class Snapshot:
    """All that a database held at one moment, brought back as often as a test wants."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._copy: sqlite3.Connection | str
        if isinstance(database.place, Path):
            self._copy = sqlite3.connect(":memory:", check_same_thread=False)
            with closing(sqlite3.connect(database.place)) as now:
                now.backup(self._copy)
        else:
            database.close()
            self._copy = cluster().create(name_of(database.place))

    def bring_back(self) -> None:
        """Put everything back in its place. On a server, nobody else may be connected."""
        if isinstance(self._database.place, Path):
            assert isinstance(self._copy, sqlite3.Connection)
            with closing(sqlite3.connect(self._database.place)) as now:
                self._copy.backup(now)
        else:
            assert isinstance(self._copy, str)
            self._database.close()
            name = name_of(self._database.place)
            cluster().drop(name)
            cluster().create(self._copy, name)

    def close(self) -> None:
        """Let it go."""
        if isinstance(self._copy, str):
            cluster().drop(self._copy)
        else:
            self._copy.close()
