"""A diary with one account and nothing else, to read exports back into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.databases import fresh
from tests.services.transfer.lived_in import one_account
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def wiped(tmp_path: Path) -> Iterator[Database]:
    """A diary with one account and nothing else."""
    database = Database(fresh(tmp_path / "wiped.db", one_account))
    yield database
    database.close()
