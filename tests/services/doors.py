"""An empty diary, and short ways to try its door."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher

from tracker.services import passphrases
from tracker.services.sign_ins import SignInRefused, sign_in
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 5, 1, 6, tzinfo=UTC)
SECRET = "slow and steady wins"


@pytest.fixture(name="database")
def empty_diary(tmp_path: Path) -> Iterator[Database]:
    migrate(tmp_path / "diary.db")
    database = Database(tmp_path / "diary.db")
    yield database
    database.close()


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash for real, but with small parameters: what is slow on purpose is not tested here."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(passphrases, "_hasher", quick)


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
