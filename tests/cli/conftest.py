"""A diary filled with the demo's days, where the commands look for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.databases import begin, content_of_file, environment, lay, on_postgresql
from tracker.services.transfer import demo
from tracker.settings import DATA_DIR
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.settings import Settings
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
def own(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The user's own diary, empty, where the commands look for it."""
    for name, value in environment(settings).items():
        monkeypatch.setenv(name, value)
    begin(settings.place)
    return settings


@pytest.fixture
def filled(own: Settings, demo_diary: Path) -> Settings:
    """The same with the demo's days."""
    lay(demo_diary, own.place)
    return own


@pytest.fixture
def diary(demo_diary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the user's own diary, filled."""
    _is_of_a_file()
    monkeypatch.setenv(DATA_DIR, str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "diary.db"
    backups.bring_back(demo_diary, path)
    return path


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder, not made yet."""
    _is_of_a_file()
    monkeypatch.setenv(DATA_DIR, str(tmp_path / "data"))
    return tmp_path / "data"


def _is_of_a_file() -> None:
    if on_postgresql():
        pytest.skip("about a diary in a file: its bytes, its folder, and copies of it")
