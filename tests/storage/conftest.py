"""A migrated database file of its own for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.storage.rows import an_account, an_episode
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("migrated") / "diary.db"
    migrate(made)
    return made


@pytest.fixture
def database(path: Path, migrated: Path) -> Iterator[Database]:
    shutil.copyfile(migrated, path)
    opened = Database(path)
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
