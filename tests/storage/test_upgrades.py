"""A diary of the first release goes through every later step whole."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.storage.rows import an_account, an_episode
from tracker import paths
from tracker.storage.access_models import CalendarFeedRow
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from pathlib import Path

RUN = "INSERT INTO sessions (episode_id, uid, date, kind, jog_seconds, entered_at) VALUES (1, ?, ?, 'run', 60, '2026-04-02')"  # noqa: E501


def test_rows_and_triggers_of_the_first_schema_survive(tmp_path: Path) -> None:
    first = tmp_path / "first"
    shutil.copytree(paths.MIGRATIONS, first)
    for step in (first / "versions").glob("000[2-9]*.py"):
        step.unlink()
    path = tmp_path / "diary.db"
    migrate(path, first)
    database = Database(path)
    with database.writing() as db:
        db.add(an_account("Ada"))
        db.flush()
        db.add(an_episode())
    database.close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(RUN, ("a", "2026-04-02"))
    migrate(path)
    database = Database(path)
    with database.writing() as db:
        now = an_account("x").created_at
        db.add(CalendarFeedRow(account_id=1, token_hash="x", created_at=now))
    database.close()
    with closing(sqlite3.connect(path)) as raw, raw:
        assert raw.execute("SELECT uid, date FROM sessions").fetchall() == [("a", "2026-04-02")]
        with pytest.raises(sqlite3.IntegrityError, match="adjacent run days"):
            raw.execute(RUN, ("b", "2026-04-03"))
