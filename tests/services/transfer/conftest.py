"""A diary with one account and nothing else, to read exports back into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.databases import fresh
from tests.services.conftest import NOW
from tracker.storage.access_models import AccountRow
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def one_account(database: Database) -> None:
    """Write the account."""
    with database.writing() as db:
        row = AccountRow(id=9, name="New", name_key="new", passphrase_hash="-", created_at=NOW)
        db.add(row)


@pytest.fixture
def wiped(tmp_path: Path) -> Iterator[Database]:
    database = Database(fresh(tmp_path / "wiped.db", one_account))
    yield database
    database.close()
