"""A migrated database file of its own for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.databases import cluster, fresh
from tests.storage.rows import an_account, an_episode
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.storage.places import Server


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


@pytest.fixture(scope="session")
def template() -> str:
    """A database with Ada, Bob and an episode of each."""
    name = cluster().create()
    place = cluster().server(name)
    migrate(place)
    database = Database(place)
    with database.writing() as tx:
        tx.add_all([an_account("Ada"), an_account("Bob")])
        tx.flush()
        tx.add_all([an_episode(account_id=1), an_episode(account_id=2)])
    database.close()
    return name


@pytest.fixture
def place(template: str) -> Iterator[Server]:
    name = cluster().create(template)
    yield cluster().server(name)
    cluster().drop(name)
