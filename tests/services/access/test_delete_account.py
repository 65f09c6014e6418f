"""A deleted account is gone from the disk, too, while the server goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.databases import fresh
from tests.services.access.doors import NOW, SECRET
from tests.storage.rows import an_episode
from tracker.services.access import accounts, delete_account
from tracker.services.access.origin import Origin
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.storage.access.accounts import Account

WORD = "wheelbarrow"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(fresh(tmp_path / "diary.db"), busy_seconds=0.1)
    yield opened
    opened.close()


@pytest.fixture
def account(database: Database) -> Account:
    """An account with an injury that is described in a word nobody else has."""
    made = accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)
    with database.writing() as db:
        db.add(an_episode(account_id=made.id, timezone=WORD))
    return made


def holding(folder: Path) -> list[str]:
    """The files in which the word can be read."""
    return [path.name for path in folder.iterdir() if WORD.encode() in path.read_bytes()]


def delete(database: Database, account: Account) -> None:
    origin = Origin("192.0.2.1", "a test")
    delete_account.delete_account(database, account, passphrase=SECRET, origin=origin, now=NOW)


def test_nothing_of_it_can_be_read_in_any_file_while_the_diary_is_open(
    database: Database, account: Account
) -> None:
    folder = database.path.parent
    assert holding(folder) == ["diary.db-wal"]
    delete(database, account)
    assert holding(folder) == []


def test_someone_who_reads_for_long_does_not_keep_an_account_from_being_deleted(
    database: Database, account: Account
) -> None:
    with closing(sqlite3.connect(database.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM episodes").fetchall()
        delete(database, account)
    assert not accounts.any_account(database)
