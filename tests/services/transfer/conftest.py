"""A file with one account and nothing else, to read exports back into."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.services.conftest import NOW
from tracker.storage.access_models import AccountRow
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file with one account and nothing else."""
    path = tmp_path_factory.mktemp("empty") / "diary.db"
    migrate(path)
    database = Database(path)
    with database.writing() as db:
        row = AccountRow(id=9, name="New", name_key="new", passphrase_hash="-", created_at=NOW)
        db.add(row)
    database.close()
    return path


@pytest.fixture
def wiped(empty: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copyfile(empty, tmp_path / "wiped.db")
    database = Database(tmp_path / "wiped.db")
    yield database
    database.close()
