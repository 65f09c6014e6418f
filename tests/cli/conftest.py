"""A diary filled with the demo's days, where the commands look for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.databases import content_of_file
from tracker.services.transfer import demo
from tracker.settings import DATA_DIR
from tracker.storage import backups

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.storage.database import Database

NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "diary.db"
    path.write_bytes(content_of_file(_fill))
    return path


def _fill(database: Database) -> None:
    demo.fill(database, NOW)


@pytest.fixture
def diary(demo_diary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own diary, filled."""
    monkeypatch.setenv(DATA_DIR, str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "diary.db"
    backups.bring_back(demo_diary, path)
    return path


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder, not made yet."""
    monkeypatch.setenv(DATA_DIR, str(tmp_path / "data"))
    return tmp_path / "data"
