"""From any database file to the newest schema: whole, once, or not at all."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, PrimaryKeyConstraint, create_engine

from tests.storage.migration_steps import (
    FAIL,
    ORPHAN,
    REBUILD,
    dump,
    head,
    query,
    script_directory,
    with_next_step,
)
from tests.storage.release import bring_back
from tests.storage.rows import an_account
from tracker.storage import schema
from tracker.storage.database import Database
from tracker.storage.schema import SchemaError, back_up, migrate
from tracker.storage.tables import METADATA
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


STARTER = """
import pathlib, sys
from tracker.storage.schema import migrate
print("r", end="", flush=True)
sys.stdin.readline()
migrate(pathlib.Path(sys.argv[1]))
"""


def test_there_is_one_newest_schema_and_its_file_is_named_after_it() -> None:
    assert script_directory().get_heads() == [schema.head()]


def test_a_diary_of_this_release_is_opened_without_the_machinery_of_migrations(path: Path) -> None:
    migrate(path)
    opening = "import sys; from pathlib import Path; from tracker.storage.schema import migrate; "
    script = f"migrate(Path({str(path)!r})); sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", opening + script], check=False).returncode == 0


def test_the_migrations_make_what_the_models_say(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []


def test_checks_and_defaults_are_the_models_too(tmp_path: Path, path: Path) -> None:
    """Alembic compares no CHECK; SQLite's own words do, the order of constraints aside."""
    migrate(path)
    modelled = tmp_path / "modelled.db"
    engine = create_engine(f"sqlite:///{modelled}")
    _as_in_a_file().create_all(engine)
    engine.dispose()
    assert _tables(path) == _tables(modelled)


def _as_in_a_file() -> MetaData:
    """The models; but a row's own key is its number alone, by which SQLite finds it."""
    copied = MetaData(naming_convention=METADATA.naming_convention)
    for modelled in METADATA.sorted_tables:
        made = modelled.to_metadata(copied)
        if list(made.primary_key.columns.keys()) == ["account_id", "id"]:
            made.primary_key.columns.account_id.primary_key = False
            made.append_constraint(PrimaryKeyConstraint("id"))
    return copied


def _tables(path: Path) -> dict[object, list[str]]:
    rows = query(path, "SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    return {name: sorted(_parts(str(sql))) for name, sql in rows if name != "alembic_version"}


def _parts(sql: str) -> Iterator[str]:
    """Columns and constraints of a table; SQLite writes a column's own CHECK behind its type."""
    inner = sql[sql.index("(") + 1 : sql.rindex(")")]
    begin = depth = 0
    for at, letter in enumerate(f"{inner},"):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            part = inner[begin:at].strip()
            column, name, check = part.partition(" CONSTRAINT ")
            yield from (column, f"CONSTRAINT {check}") if name else (part,)
            begin = at + 1


def test_migrating_again_changes_nothing(populated: Path) -> None:
    before = dump(populated)
    migrate(populated)
    assert dump(populated) == before
    assert not list(populated.parent.glob("*.before-*"))


@pytest.mark.slow
@pytest.mark.parametrize("released", ["", "0001"])
def test_twelve_processes_starting_together_all_find_the_schema_made(
    path: Path, released: str
) -> None:
    if released:
        bring_back(released, path)
    started = [
        subprocess.Popen(
            [sys.executable, "-c", STARTER, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(12)
    ]
    for process in started:  # none begins before all are ready
        assert process.stdout is not None
        assert process.stdout.read(1) == b"r"
    for process in started:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    errors = [process.communicate(timeout=100)[1].decode() for process in started]
    assert errors == [""] * 12
    assert backups.faults(path) == []
    assert query(path, "SELECT version_num FROM alembic_version") == [(head(),)]


def test_a_start_waits_for_whoever_writes_to_a_file_that_does_not_log_ahead_yet(
    path: Path,
) -> None:
    bring_back("0001", path)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    other.execute("BEGIN IMMEDIATE")
    later = threading.Timer(0.3, other.execute, ("COMMIT",))
    later.start()
    migrate(path)
    later.join()
    other.close()
    assert query(path, "SELECT version_num FROM alembic_version") == [(head(),)]


def test_an_older_database_is_copied_before_it_is_changed(tmp_path: Path, populated: Path) -> None:
    before = dump(populated)
    migrate(populated, with_next_step(tmp_path, REBUILD))
    assert query(populated, "SELECT shoes FROM episodes") == [(None,)]
    assert dump(populated.with_name("diary.db.before-9999")) == before


def test_a_rebuild_loses_no_children(tmp_path: Path, populated: Path) -> None:
    with closing(sqlite3.connect(populated, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO sessions (account_id, episode_id, uid, date, kind, jog_seconds,"
            " entered_at) VALUES (1, 1, 'a', '2026-04-05', 'run', 60, '2026-04-05')"
        )
    migrate(populated, with_next_step(tmp_path, REBUILD))
    assert query(populated, "SELECT uid FROM sessions") == [("a",)]
    with (
        closing(sqlite3.connect(populated, isolation_level=None)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="adjacent run days"),
    ):
        connection.execute(
            "INSERT INTO sessions (account_id, episode_id, uid, date, kind, jog_seconds,"
            " entered_at) VALUES (1, 1, 'b', '2026-04-06', 'run', 60, '2026-04-06')"
        )


def test_a_failing_step_leaves_the_file_as_it_was(tmp_path: Path, populated: Path) -> None:
    before = dump(populated)
    with pytest.raises(SchemaError, match="nowhere"):
        migrate(populated, with_next_step(tmp_path, FAIL))
    assert dump(populated) == before
    migrate(populated)


def test_a_step_that_would_leave_orphans_is_undone(tmp_path: Path, populated: Path) -> None:
    before = dump(populated)
    with pytest.raises(SchemaError, match="episodes"):
        migrate(populated, with_next_step(tmp_path, ORPHAN))
    assert dump(populated) == before


def test_a_backup_of_a_database_in_use_holds_all_that_was_committed(
    tmp_path: Path, database: Database
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("an older copy", encoding="utf-8")
    with database.writing() as db:
        db.add(an_account("Ada"))
    with database.writing() as db:
        db.add(an_account("Bob"))
        db.flush()
        back_up(database.path, copy)
    assert query(copy, "SELECT name FROM accounts") == [("Ada",)]
    assert query(copy, "PRAGMA integrity_check") == [("ok",)]
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_the_diary_and_its_copies_are_for_their_owner_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    path, copy = tmp_path / "diary.db", tmp_path / "copy.db"
    migrate(path)
    database = Database(path)
    with database.writing() as db:
        db.add(an_account("Ada"))
        db.flush()
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    database.close()
    back_up(path, copy)
    assert set(modes.values()) == {0o600}, modes
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
