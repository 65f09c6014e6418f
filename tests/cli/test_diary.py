"""The commands that keep a diary safe, run as a user would."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tracker.cli import backup, main
from tracker.services.transfer import demo
from tracker.settings import DATA_DIR, Settings
from tracker.storage import backups
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "diary.db"
    migrate(path)
    database = Database(path)
    demo.fill(database, NOW)
    database.close()
    return path


@pytest.fixture
def diary(demo_diary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own diary, filled."""
    monkeypatch.setenv(DATA_DIR, str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "diary.db"
    backups.bring_back(demo_diary, path)
    return path


def count(path: Path, table: str = "check_ins") -> int:
    with closing(sqlite3.connect(path)) as db:
        number: int = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return number


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


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
    assert (folder / "diary-20260505T100000Z.db").stat().st_mode & 0o077 == 0


def test_a_diary_comes_back_from_its_backup(
    diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = count(diary)
    main(["backup"])
    (copy,) = backups.every(diary.parent / "backups")
    diary.unlink()
    assert main(["restore", str(copy)]) == 0
    assert count(diary) == entries
    assert main(["check"]) == 0
    assert "is sound" in capsys.readouterr().out


def test_a_diary_that_is_there_is_replaced_only_when_told_and_kept_even_then(
    diary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = backups.make(diary, tmp_path / "copies", NOW, keep=1)
    entries = count(diary)
    change(diary, "DELETE FROM check_ins")
    assert main(["restore", str(copy)]) == 2
    assert "add --replace" in capsys.readouterr().err
    assert count(diary) == 0
    assert main(["restore", str(copy), "--replace"]) == 0
    assert count(diary) == entries
    (backup,) = backups.every(diary.parent / "backups")
    assert count(backup) == 0


def test_a_server_that_is_running_goes_on_with_what_was_restored(
    diary: Path, tmp_path: Path
) -> None:
    copy = backups.make(diary, tmp_path / "copies", NOW, keep=1)
    entries = count(diary)
    database = Database(diary)
    with database.writing() as db:
        db.connection().exec_driver_sql("DELETE FROM check_ins")
    assert main(["restore", str(copy), "--replace"]) == 0
    with database.reading() as db:
        rows = db.connection().exec_driver_sql("SELECT count(*) FROM check_ins").scalar_one()
    assert rows == entries
    database.close()


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "no diary"), (b"hello", "cannot be read as a diary"), (None, "no such file")],
)
def test_what_is_no_backup_is_not_restored(
    diary: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
    message: str,
) -> None:
    entries = count(diary)
    copy = tmp_path / "copy.db"
    if content is not None:
        copy.write_bytes(content)
    assert main(["restore", str(copy), "--replace"]) == 2
    assert message in capsys.readouterr().err
    assert count(diary) == entries


def test_a_damaged_backup_is_not_restored(
    diary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = backups.make(diary, tmp_path / "copies", NOW, keep=1)
    content = bytearray(copy.read_bytes())
    content[8192:20000] = bytes(len(content[8192:20000]))
    copy.write_bytes(content)
    assert main(["restore", str(copy), "--replace"]) == 2
    assert "is not restored" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE daily_standings SET decision = 'cleared' WHERE decision = 'hold'", "stored day"),
        ("UPDATE daily_standings SET worst_pain = 9 WHERE rowid = 3", "stored day"),
        ("DELETE FROM daily_standings WHERE rowid = 3", "stored day"),
        ("UPDATE daily_standings SET checkpoint = '{}' WHERE checkpoint IS NOT NULL", "stored day"),
        ("UPDATE sessions SET exempt = 1, deviation = NULL", "mark of a run"),
        ("UPDATE check_ins SET episode_id = 77", "that is gone"),
        ("UPDATE alembic_version SET version_num = '0001'", "is none that the tracker makes"),
    ],
)
def test_whatever_does_not_follow_from_the_diary_is_found(
    diary: Path, capsys: pytest.CaptureFixture[str], statement: str, message: str
) -> None:
    change(diary, statement)
    assert main(["check"]) == 1
    assert message in capsys.readouterr().err


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


@pytest.mark.slow
def test_an_export_is_written_and_read_back_into_another_diary(
    diary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mine.zip"
    assert main(["export", str(target)]) == 0
    assert main(["export", str(target)]) == 2
    assert "is there already" in capsys.readouterr().err
    with closing(sqlite3.connect(diary)) as db, db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("DELETE FROM episodes")
    assert main(["import", str(target)]) == 2
    assert "--yes" in capsys.readouterr().err
    assert count(diary) == 0
    assert main(["import", str(target), "--yes"]) == 0
    assert "a run that was not cleared (it follows a run day" in capsys.readouterr().out
    assert count(diary) > 30
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["import", str(target), "--yes"]) == 0
    output = capsys.readouterr().out
    assert output.endswith("Nothing here is new.\n")
    assert "Added" not in output
    again = tmp_path / "again.zip"
    main(["export", str(again)])
    assert again.read_bytes() == target.read_bytes()
    assert main(["import", str(tmp_path / "nothing.zip"), "--yes"]) == 2


@pytest.mark.usefixtures("diary")
def test_an_export_goes_to_standard_output_where_that_is_asked(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", "-"]) == 0
    content = capsysbinary.readouterr().out
    main(["export", str(tmp_path / "mine.zip")])
    assert content == (tmp_path / "mine.zip").read_bytes()
