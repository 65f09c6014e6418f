"""A migrated database file of its own for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.databases import fresh
from tests.storage.rows import an_account, an_episode
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(fresh(path))
    yield opened
    opened.close()


@pytest.fixture
def populated(path: Path, database: Database) -> Path:
    with database.writing() as db:
        db.add(an_account("Ada"))
        db.flush()
        db.add(an_episode())
    database.close()
    return path
