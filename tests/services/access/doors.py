"""An empty diary, and short ways to try its door."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tracker.services.access.checking import SignInRefused
from tracker.services.access.sign_ins import sign_in
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 5, 1, 6, tzinfo=UTC)
SECRET = "slow and steady wins"


@pytest.fixture(name="database")
def empty_diary(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "diary.db"
    path.write_bytes(migrated())
    database = Database(path)
    yield database
    database.close()


@cache
def migrated() -> bytes:
    """An empty diary's file, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        migrate(path)
        return path.read_bytes()


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
