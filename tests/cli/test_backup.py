"""What `tracker check` and `tracker restore` leave as it is, and how they say what is wrong."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.services.access.doors import NOW, SECRET, migrated
from tests.storage.release import bring_back
from tracker.cli import main
from tracker.services.access import accounts
from tracker.settings import DATA_DIR
from tracker.storage import seals
from tracker.storage.database import Database
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from pathlib import Path

LATER = "UPDATE alembic_version SET version_num = '9999'"


@pytest.fixture
def diary(data: Path) -> Path:
    """The user's own diary, which nobody has open and which logs ahead."""
    data.mkdir()
    (data / "diary.db").write_bytes(migrated())
    return data / "diary.db"


@pytest.fixture
def copy(diary: Path, tmp_path: Path) -> Path:
    return backups.make(diary, tmp_path / "copies", NOW, keep=1)


def change(path: Path, statement: str) -> None:
    """Change a file by hand; the seal of a copy, which would tell of it, is taken away."""
    seals.path_of(path).unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_copy_that_is_checked_or_restored_keeps_its_bytes_and_stays_alone(
    diary: Path, copy: Path
) -> None:
    before = files(copy.parent)
    assert main(["check", str(copy)]) == 0
    assert files(copy.parent) == before
    diary.unlink()
    assert main(["restore", str(copy)]) == 0
    assert files(copy.parent) == before


def test_nor_is_anything_left_beside_a_copy_that_logs_ahead(diary: Path, tmp_path: Path) -> None:
    folder = tmp_path / "by hand"
    folder.mkdir()
    copy = diary.rename(folder / "copy.db")
    before = files(folder)
    assert main(["check", str(copy)]) == 0
    assert main(["restore", str(copy)]) == 0
    assert files(folder) == before


def test_a_diary_is_checked_while_others_write_with_all_that_they_wrote(
    diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = Database(diary)
    accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            with database.writing() as db:
                db.connection().exec_driver_sql("UPDATE accounts SET name = name || '.'")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert main(["check"]) == 0
    finally:
        stop.set()
        writer.join()
    with database.writing() as db:
        db.connection().exec_driver_sql(LATER)
    assert main(["check"]) == 1
    assert "later release" in capsys.readouterr().err
    database.close()


def test_a_diary_of_a_later_release_is_said_to_need_that_release(
    diary: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(copy, LATER)
    assert main(["check", str(copy)]) == 1
    errors = capsys.readouterr().err
    assert "A later release of the tracker used it last (schema 9999)" in errors
    assert "brought up to date" not in errors
    assert main(["restore", str(copy), "--replace"]) == 2
    errors = capsys.readouterr().err
    assert f"{copy} was last used by a later release" in errors
    assert "restore.trial" not in errors
    assert diary.exists()


@pytest.mark.usefixtures("data")
def test_a_diary_of_an_earlier_release_is_said_to_be_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring_back("0001", tmp_path / "old.db")
    assert main(["check", str(tmp_path / "old.db")]) == 1
    assert "Its schema is of an earlier release" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("DROP TABLE login_attempts", "It lacks the table login_attempts."),
        (
            "ALTER TABLE care_entries DROP COLUMN note",
            "The table care_entries is not as the tracker makes it.",
        ),
        ("DROP INDEX uq_episodes_open", "It lacks the index uq_episodes_open."),
        ("DROP TRIGGER {a_trigger}", "It lacks the trigger {a_trigger}."),
        (
            "CREATE TRIGGER gone AFTER INSERT ON check_ins BEGIN DELETE FROM check_ins; END",
            "The trigger gone is none that the tracker makes.",
        ),
        ("CREATE VIEW all_of_it AS SELECT * FROM check_ins", "The view all_of_it is none"),
        ("DELETE FROM alembic_version", "It is no diary of this tracker."),
    ],
)
def test_a_file_whose_schema_is_not_the_trackers_is_not_sound_and_not_restored(
    diary: Path, copy: Path, capsys: pytest.CaptureFixture[str], statement: str, what: str
) -> None:
    a_trigger = _names(copy, "trigger")[0]
    change(copy, statement.format(a_trigger=a_trigger))
    what = what.format(a_trigger=a_trigger)
    assert main(["check", str(copy)]) == 1
    assert what in capsys.readouterr().err
    before = diary.read_bytes()
    assert main(["restore", str(copy), "--replace"]) == 2
    assert what in capsys.readouterr().err
    assert diary.read_bytes() == before


def _names(path: Path, kind: str) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))]


def test_a_copy_that_is_not_what_was_copied_is_not_sound_and_not_restored(
    diary: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seal = seals.path_of(copy).read_bytes()
    change(copy, "INSERT INTO login_attempts (kind, value, at) VALUES ('', '', '2026-05-01')")
    seals.path_of(copy).write_bytes(seal)
    assert main(["check", str(copy)]) == 1
    assert main(["restore", str(copy), "--replace"]) == 2
    errors = capsys.readouterr().err
    assert errors.count("its SHA-256 is another than its seal says") == 2
    assert errors.count("When it was copied, login_attempts had 0 rows; now it has 1.") == 2
    assert diary.exists()


def test_one_changed_byte_that_no_check_of_the_database_sees_is_seen_by_the_seal(
    diary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Database(diary)) as database:
        accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)
    copy = backups.make(diary, tmp_path / "copies", NOW, keep=1)
    content = bytearray(copy.read_bytes())
    content[content.index(b"$argon2")] ^= 2  # in a row, and in no index
    copy.write_bytes(content)
    assert main(["check", str(copy)]) == 1
    assert "SHA-256" in capsys.readouterr().err
    seals.path_of(copy).unlink()
    assert main(["check", str(copy)]) == 0
    assert "No seal lies beside it" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["", "[]", '{"sha256": "x", "rows": 3}'])
def test_a_seal_that_cannot_be_read_is_told_of(
    copy: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    seals.path_of(copy).write_text(words)
    assert main(["check", str(copy)]) == 1
    assert f"its seal, {copy.name}.seal.json, is unreadable" in capsys.readouterr().err


def test_a_file_with_a_schema_by_name_only_is_no_diary(
    tmp_path: Path, data: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "diary.db").unlink()
    bare = tmp_path / "bare.db"
    with closing(sqlite3.connect(bare)) as db:
        db.execute("ATTACH ? AS whole", (str(copy),))
        db.execute("CREATE TABLE alembic_version AS SELECT * FROM whole.alembic_version")
    assert (main(["check", str(bare)]), main(["restore", str(bare)])) == (1, 2)
    assert capsys.readouterr().err.count("It lacks the table sign_ins.") == 2


@pytest.mark.usefixtures("diary")
@pytest.mark.parametrize("name", ["copies", "x" * 300, "nothing.db"])
def test_what_is_no_file_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "copies").mkdir()
    assert main(["restore", str(tmp_path / name), "--replace"]) == 2
    errors = capsys.readouterr().err
    assert "is not restored. " in errors
    assert errors.count("\n") == 1


@pytest.mark.parametrize("place", ["file", "file/data", "x" * 300])
def test_a_data_folder_that_cannot_be_made_is_told_of_when_restoring(
    tmp_path: Path,
    copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    place: str,
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(DATA_DIR, str(tmp_path / place))
    assert main(["restore", str(copy)]) == 2
    errors = capsys.readouterr().err
    assert errors.startswith("tracker: Nothing was restored: ")
    assert str(tmp_path / place.partition("/")[0]) in errors
    assert errors.count("\n") == 1
