"""Copies of a diary: made while others write, every night, and only the latest kept."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import NOW
from tracker.cli import backup, main
from tracker.settings import Settings
from tracker.storage.database import Database
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_a_backup_is_made_while_others_write_and_is_whole(diary: Path) -> None:
    database = Database(diary)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            with database.writing() as db:
                db.connection().exec_driver_sql("UPDATE check_ins SET note = note || '.'")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert main(["backup"]) == 0
    finally:
        stop.set()
        writer.join()
        database.close()
    (copy,) = backups.every(diary.parent / "backups")
    assert backups.faults(copy) == []
    with closing(sqlite3.connect(copy)) as db:
        notes = [note for (note,) in db.execute("SELECT note FROM check_ins")]
    dots = {len(note) - len(note.rstrip(".")) for note in notes if not note.rstrip(".")}
    assert len(dots) == 1  # one moment, not a mixture


def test_only_the_latest_backups_are_kept_and_nothing_else_is_touched(
    diary: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "diary-mine.db").write_text("mine")
    for day in range(5):
        backups.make(diary, folder, NOW + timedelta(days=day), keep=3)
    assert [path.name for path in backups.every(folder)] == [
        f"diary-2026050{day}T100000Z.db" for day in (3, 4, 5)
    ]
    assert (folder / "diary-mine.db").exists()
    if sys.platform != "win32":  # which has no file modes
        assert (folder / "diary-20260505T100000Z.db").stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("diary")
def test_the_nightly_backup_is_made_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings.from_environment()
    for hours, copies in ((0, 1), (1, 1), (23, 1), (24, 2), (60, 3)):
        monkeypatch.setattr(backup, "utc_now", lambda h=hours: NOW + timedelta(hours=h))
        backup._back_up_if_due(settings, backup.Copying(keep=3))
        assert len(backups.every(backup.backup_folder(settings))) == copies


@pytest.mark.usefixtures("diary")
def test_a_nightly_backup_is_not_put_off_by_one_of_a_day_to_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = Settings.from_environment()
    for hours, copies in ((24 * 365, 1), (0, 2)):  # the clock was a year ahead
        monkeypatch.setattr(backup, "utc_now", lambda h=hours: NOW + timedelta(hours=h))
        backup._back_up_if_due(settings, backup.Copying(keep=3))
        assert len(backups.every(backup.backup_folder(settings))) == copies


def test_what_a_killed_backup_left_is_cleared_away_but_not_what_is_being_made(
    diary: Path, tmp_path: Path
) -> None:
    left, being_made = (tmp_path / f"diary-2026040{n}T100000Z.db.partial" for n in (1, 2))
    for partial, hours in ((left, 2), (being_made, 0)):
        partial.touch()
        then = (NOW - timedelta(hours=hours)).timestamp()
        os.utime(partial, (then, then))
    backups.make(diary, tmp_path, NOW, keep=1)
    assert not left.exists()
    assert being_made.exists()
