"""An empty diary, and short ways to try its door."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.databases import content_of_file, fresh
from tracker.services.access.checking import SignInRefused
from tracker.services.access.sign_ins import sign_in
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 5, 1, 6, tzinfo=UTC)
SECRET = "slow and steady wins"


@pytest.fixture(name="database")
def empty_diary(tmp_path: Path) -> Iterator[Database]:
    database = Database(fresh(tmp_path / "diary.db"))
    yield database
    database.close()


def migrated() -> bytes:
    """An empty diary's file."""
    return content_of_file()


def enter(
    database: Database,
    name: str = "Ada",
    passphrase: str = SECRET,
    address: str = "192.0.2.1",
    now: datetime = NOW,
) -> str:
    return sign_in(
        database, name=name, passphrase=passphrase, address=address, user_agent="", now=now
    )


def fail(database: Database, name: str = "Ada", address: str = "192.0.2.1") -> None:
    with pytest.raises(SignInRefused):
        enter(database, name, "wrong", address)
