"""Files that are refused: of a later release, foreign, no database, nowhere."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.storage.migration_steps import REBUILD, dump, with_next_step
from tracker.storage.schema import DamagedError, SchemaError, migrate
from tracker.storage.tables import METADATA

if TYPE_CHECKING:
    from pathlib import Path


def test_a_database_of_a_later_release_is_refused(tmp_path: Path, populated: Path) -> None:
    migrate(populated, with_next_step(tmp_path, REBUILD))
    before = dump(populated)
    with pytest.raises(SchemaError, match="later release"):
        migrate(populated)
    assert dump(populated) == before


def test_a_foreign_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(SchemaError, match="not one of this tracker"):
        migrate(path)
    assert len(dump(path)) == 3


def test_a_file_that_is_no_database_is_refused_and_kept(path: Path) -> None:
    path.write_text("my diary, by hand\n" * 100, encoding="utf-8")
    with pytest.raises(SchemaError, match="not a database"):
        migrate(path)
    assert path.read_text(encoding="utf-8").startswith("my diary")


@pytest.mark.parametrize("table", ["accounts", "reminder_channels", "sessions"])
def test_a_file_whose_own_words_of_a_table_are_damaged_is_refused(path: Path, table: str) -> None:
    """Its pages may be whole: `PRAGMA quick_check` finds nothing."""
    migrate(path)
    column = list(METADATA.tables[table].columns)[-1].name
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ?",
            (column, f"{column[:-1]}_", table),
        )
    with pytest.raises(DamagedError, match=rf"no such column: {table}\.{column}"):
        migrate(path)


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SchemaError, match="could not be read or changed"):
        migrate(tmp_path / "file" / "diary.db")
