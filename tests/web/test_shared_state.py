"""What processes on one server have in common: the key, allowances of work, files that wait."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.databases import cluster
from tests.postgresql import needs_server
from tests.raw_sql import rows
from tests.storage.rows import an_account
from tests.web.conftest import Clock
from tracker.app import create_app
from tracker.services.access import shared_limits
from tracker.services.transfer import staged_files
from tracker.settings import Settings
from tracker.web.kit import staged_uploads
from tracker.web.kit.work_budget import Allowance, SharedWorkBudget

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

    from tracker.storage.database import Database

pytestmark = [needs_server, pytest.mark.slow]

NOW = datetime(2026, 5, 1, 6, tzinfo=UTC)


@pytest.fixture
def apps(tmp_path: Path) -> Iterator[tuple[Flask, Flask]]:
    """Two apps with a folder each and one database, in which Ada has an account."""
    server = cluster().server(name := cluster().create())
    folders = (tmp_path / "first", tmp_path / "second")
    first, second = (
        create_app(Settings(data_dir=folder, server=server, testing=True), clock=Clock())
        for folder in folders
    )
    with first.config["DATABASE"].writing() as tx:
        tx.add(an_account("Ada"))
    yield first, second
    for app in (first, second):
        app.config["DATABASE"].close()
    assert [path for folder in folders for path in folder.rglob("*")] == [], "nothing on the disk"
    cluster().drop(name)


def _databases(apps: tuple[Flask, Flask]) -> tuple[Database, Database]:
    first, second = (app.config["DATABASE"] for app in apps)
    return first, second


def test_all_sign_cookies_by_one_key(apps: tuple[Flask, Flask]) -> None:
    keys = [app.config["SECRET_KEY"] for app in apps]
    assert keys[0] == keys[1]
    assert len(keys[0]) == 64


def test_what_one_spends_is_spent_for_all_and_comes_back_with_time(
    apps: tuple[Flask, Flask],
) -> None:
    instant = [NOW]
    first, second = (SharedWorkBudget(its, lambda: instant[0]) for its in _databases(apps))
    ada, home = (("account", 1), Allowance(10, 2.0)), (("address", "192.0.2.1"), Allowance(99, 1.0))
    assert [first.spend([ada, home], 4), second.spend([ada, home], 4)] == [0, 0]
    assert [first.spend([ada, home], 4), second.spend([ada, home], 4)] == [4, 4]
    assert second.wait(*ada, 4) == 4
    instant[0] += timedelta(seconds=4)
    assert second.spend([ada, home], 4) == 0
    assert first.spend([ada], 1) == 2
    place = _databases(apps)[0].place
    assert "192.0.2.1" not in repr(rows(place, "SELECT * FROM work_spent"))
    instant[0] += timedelta(hours=2)
    assert first.spend([(("account", 2), Allowance(10, 2.0))], 1) == 0
    assert rows(place, "SELECT count(*) FROM work_spent") == [(1,)]


def test_a_file_sent_to_one_is_there_for_the_other_for_a_day(apps: tuple[Flask, Flask]) -> None:
    first, second = apps
    with first.test_request_context():
        digest = staged_uploads.stage(1, b"a recording")
    with second.test_request_context():
        assert staged_uploads.staged(1, digest) == b"a recording"
        assert staged_uploads.staged(1, "another") is None
        staged_uploads.discard(1)
    with first.test_request_context():
        assert staged_uploads.staged(1, digest) is None
        staged_uploads.stage(1, b"another")
    database = _databases(apps)[1]
    with database.writing() as tx:
        tx.add(an_account("Bob"))
    staged_files.stage(database, 2, b"Bob's", Clock()() + timedelta(days=1, seconds=1))
    assert staged_files.staged(database, 1) is None


def test_the_key_is_made_once_by_whoever_asks_first(apps: tuple[Flask, Flask]) -> None:
    first, second = _databases(apps)
    assert shared_limits.signing_key(first) == shared_limits.signing_key(second)
