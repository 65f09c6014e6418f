"""A migration more, made up for a test, and what is in a database file."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from alembic.config import Config
from alembic.script import ScriptDirectory

from tracker import paths

if TYPE_CHECKING:
    from pathlib import Path

NEXT = '''"""A step for tests."""

from alembic import op
from sqlalchemy import Column, Text, text

from tracker.storage.sqlite.migration import rebuilding

revision = "9999"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
{body}
'''
REBUILD = """    with rebuilding(op, "episodes") as batch:
        batch.add_column(Column("shoes", Text))
        batch.alter_column("timezone", nullable=True)
"""
FAIL = """    op.add_column("episodes", Column("shoes", Text))
    op.execute("UPDATE episodes SET baseline_minutes = 55")
    op.execute("INSERT INTO nowhere VALUES (1)")
"""
ORPHAN = """    op.execute("DELETE FROM accounts")
"""


def script_directory(migrations: Path = paths.MIGRATIONS) -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(migrations))
    return ScriptDirectory.from_config(config)


def head() -> str:
    (only,) = script_directory().get_heads()
    return only


def with_next_step(tmp_path: Path, body: str) -> Path:
    """Return a copy of the migrations with one step more."""
    migrations = tmp_path / "migrations"
    shutil.copytree(paths.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    step = NEXT.format(head=head(), body=body)
    (migrations / "versions" / "9999_next.py").write_text(step, encoding="utf-8")
    return migrations


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())
