"""SQLite as SQLAlchemy speaks it, once a process: every test has a database, and asks the same.

A statement is turned into SQL once a dialect and kept once an engine, of which each test makes
new ones. Here all of them are one dialect and keep their statements in one place.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite


class OneDialect(SQLiteDialect_pysqlite):
    """Equal to every other of its kind: one process has one SQLite."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is OneDialect

    def __hash__(self) -> int:
        return hash(OneDialect)


def share_statements() -> None:
    """Let engines that are made from now on keep what they compiled for all others."""
    registry.register("sqlite", __name__, OneDialect.__name__)
    compiled: dict[object, object] = {}

    @event.listens_for(Engine, "engine_connect")
    def share(connection: Connection) -> None:
        connection.execution_options(compiled_cache=compiled)
