"""The commands that keep a diary safe, run as a user would."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from zlib import compress

import pytest
from sqlalchemy import delete

from tests.cli.conftest import NOW
from tests.raw_sql import rows
from tracker.cli import main
from tracker.storage.database import Database
from tracker.storage.tables.diary import EpisodeRow
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.settings import Settings
    from tracker.storage.places import Place


def count(place: Place, table: str = "check_ins") -> int:
    ((number,),) = rows(place, f"SELECT count(*) FROM {table}")
    return int(number)


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


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


EMPTY = f"x'{compress(b'{}').hex()}'"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE daily_standings SET decision = 'cleared' WHERE decision = 'hold'", "stored day"),
        ("UPDATE daily_standings SET worst_pain = 9 WHERE rowid = 3", "stored day"),
        ("DELETE FROM daily_standings WHERE rowid = 3", "stored day"),
        (
            f"UPDATE daily_standings SET checkpoint = {EMPTY} WHERE checkpoint IS NOT NULL",
            "stored day",
        ),
        (
            "UPDATE daily_standings SET checkpoint = x'00' WHERE checkpoint IS NOT NULL",
            "not of the kind that its column holds",
        ),
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


@pytest.mark.slow
def test_an_export_is_written_and_read_back_into_another_diary(
    filled: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mine.zip"
    assert main(["export", str(target)]) == 0
    assert main(["export", str(target)]) == 2
    assert "is there already" in capsys.readouterr().err
    with closing(Database(filled.place)) as database, database.writing() as tx:
        tx.execute(delete(EpisodeRow))
    assert main(["import", str(target)]) == 2
    assert "--yes" in capsys.readouterr().err
    assert count(filled.place) == 0
    assert main(["import", str(target), "--yes"]) == 0
    assert "a run that was not cleared (it follows a run day" in capsys.readouterr().out
    assert count(filled.place) > 30
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


@pytest.mark.usefixtures("filled")
def test_an_export_goes_to_standard_output_where_that_is_asked(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", "-"]) == 0
    content = capsysbinary.readouterr().out
    main(["export", str(tmp_path / "mine.zip")])
    assert content == (tmp_path / "mine.zip").read_bytes()
