"""Copies that leave the machine: encrypted, followed by a command, and rehearsed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pyrage
import pytest

from tests.databases import content_of_file
from tests.services.access.doors import NOW
from tests.web.everything import SECRET_NOTE, adas_diary
from tracker.cli import backup, main
from tracker.services.transfer import rehearsal
from tracker.settings import DATA_DIR, Settings
from tracker.storage import seals
from tracker.storage.database import Database
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.of_a_file("a server's copies are pg_dump's: test_move")

PASSPHRASE = "a passphrase of the copies"


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_DIR, str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "diary.db").write_bytes(content_of_file(adas_diary))
    return tmp_path / "data" / "diary.db"


@pytest.fixture
def away(tmp_path: Path) -> Path:
    return tmp_path / "away"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with a passphrase."""
    path = tmp_path / "passphrase"
    path.write_text(f"{PASSPHRASE}\n", "utf-8")
    return path


def key_file(tmp_path: Path) -> tuple[str, Path]:
    """The public key of a new pair, and the file with the secret one, as age-keygen writes it."""
    identity = pyrage.x25519.Identity.generate()
    path = tmp_path / "key.txt"
    path.write_text(f"# public key: {identity.to_public()}\n{identity}\n", "utf-8")
    return str(identity.to_public()), path


def copy_in(folder: Path) -> Path:
    (copy,) = backups.every(folder)
    return copy


def names(path: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT name FROM accounts").fetchall()


def test_a_copy_for_a_key_is_opened_by_its_secret_alone_and_brought_back(
    diary: Path, away: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    public, file = key_file(tmp_path)
    assert main(["backup", "--to", str(away), "--encrypt-to", public]) == 0
    copy = copy_in(away)
    assert copy.name.endswith("Z.db.age")
    assert copy.read_bytes().startswith(b"age-encryption.org/v1\n")
    everything = b"".join(path.read_bytes() for path in away.iterdir())
    assert SECRET_NOTE.encode() not in everything
    seal = seals.beside(copy)
    assert seal is not None
    assert not seal.rows, "how much a diary holds is nobody's business"
    assert main(["check", str(copy)]) == 2
    _, other = key_file(away)
    assert main(["check", str(copy), "--identity", str(other)]) == 2
    errors = capsys.readouterr().err
    assert "is encrypted. Name its key with --identity" in errors
    assert "cannot be opened: the key or the passphrase is another" in errors
    assert main(["check", str(copy), "--identity", str(file)]) == 0
    diary.unlink()
    assert main(["restore", str(copy), "--identity", str(file)]) == 0
    assert names(diary) == [("Ada",), ("Physio 1",)]


@pytest.mark.slow
def test_a_copy_under_a_passphrase_is_opened_by_it(
    diary: Path, away: Path, secret: Path, tmp_path: Path
) -> None:
    words = ["--passphrase-file", str(secret)]
    assert main(["backup", "--to", str(away), *words]) == 0
    copy = copy_in(away)
    assert pyrage.passphrase.decrypt(copy.read_bytes(), PASSPHRASE).startswith(b"SQLite format 3")
    (tmp_path / "wrong").write_text("another one\n", "utf-8")
    assert (
        main(["restore", str(copy), "--replace", "--passphrase-file", str(tmp_path / "wrong")]) == 2
    )
    assert main(["restore", str(copy), "--replace", *words]) == 0
    assert names(diary) == [("Ada",), ("Physio 1",)]


@pytest.mark.slow
def test_one_changed_byte_of_an_encrypted_copy_is_told(
    diary: Path, away: Path, secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--passphrase-file", str(secret)]
    assert main(["backup", "--to", str(away), *words]) == 0
    copy = copy_in(away)
    content = bytearray(copy.read_bytes())
    content[-1] ^= 1
    copy.write_bytes(content)
    assert main(["restore", str(copy), "--replace", *words]) == 2
    assert "or the file is damaged" in capsys.readouterr().err
    assert names(diary) == [("Ada",), ("Physio 1",)]


@pytest.mark.slow
def test_what_a_killed_copy_left_in_plain_is_deleted_by_the_next(
    diary: Path, away: Path, secret: Path
) -> None:
    left, going_on = diary.parent / "copying-old", diary.parent / "copying-new"
    for folder in (left, going_on):
        folder.mkdir()
        (folder / "plain.db").write_bytes(b"a diary")
    os.utime(left, (0, 0))
    assert main(["backup", "--to", str(away), "--passphrase-file", str(secret)]) == 0
    assert [path.name for path in diary.parent.glob("copying-*")] == [going_on.name]


@pytest.mark.usefixtures("diary")
@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--encrypt-to", "age1nonsense"], "That is no age key to encrypt to"),
        (["--passphrase-file", "nowhere"], "nowhere cannot be read as text"),
        (["--encrypt-to", "age1x", "--passphrase-file", "{secret}"], "keys or a passphrase"),
        (["--then", "'"], "is no command"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_copied(
    away: Path, secret: Path, capsys: pytest.CaptureFixture[str], words: list[str], what: str
) -> None:
    words = [word.format(secret=secret) for word in words]
    assert main(["backup", "--to", str(away), *words]) == 2
    assert what in capsys.readouterr().err
    assert not away.exists()


def test_a_seal_goes_with_its_copy(diary: Path, tmp_path: Path) -> None:
    for later in range(3):
        backups.make(diary, tmp_path / "copies", NOW + timedelta(seconds=later), keep=2)
    left = sorted(path.name for path in (tmp_path / "copies").iterdir())
    assert left == [
        f"diary-20260501T06000{second}Z.db{ending}"
        for second in (1, 2)
        for ending in ("", ".seal.json")
    ]


def test_a_command_is_run_after_each_copy_with_its_path(
    diary: Path, away: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "carry.py"
    script.write_text("import shutil, sys; shutil.copy(sys.argv[-1], sys.argv[1])", "utf-8")
    carry = f"{sys.executable} {script} '{tmp_path}/carried off.db'"
    assert main(["backup", "--to", str(away), "--then", carry]) == 0
    assert names(tmp_path / "carried off.db") == names(diary)
    fails = f"{sys.executable} -c 'import sys; sys.exit(7)'"
    assert main(["backup", "--to", str(away), "--then", fails]) == 2
    assert main(["backup", "--to", str(away), "--then", "no-such-program"]) == 2
    errors = capsys.readouterr().err
    assert "ended with 7: it may not have been carried away" in errors
    assert "no-such-program cannot be run" in errors


def test_the_nightly_copy_is_carried_away_too(
    diary: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(data_dir=diary.parent)
    touch = (sys.executable, "-c", f"open({str(tmp_path / 'ran')!r}, 'w')")
    backup._back_up_if_due(settings, backup.Copying(then=touch))
    assert (tmp_path / "ran").exists()
    shutil.rmtree(diary.parent / "backups")
    backup._back_up_if_due(settings, backup.Copying(then=("no-such-program",)))
    assert "no-such-program cannot be run" in caplog.text


@pytest.mark.slow
def test_a_rehearsal_restores_the_copy_and_compares_every_decision(
    diary: Path, away: Path, secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = diary.read_bytes()
    words = ["backup", "--to", str(away), "--passphrase-file", str(secret), "--verify"]
    assert main(words) == 0
    said = capsys.readouterr().out
    assert "restored on trial: " in said
    assert "decisions of 2 injuries are the same." in said
    assert names(diary) == [("Ada",), ("Physio 1",)]
    assert len(before) == diary.stat().st_size


@pytest.mark.slow
@pytest.mark.usefixtures("diary")
def test_a_rehearsal_tells_of_a_copy_that_decides_otherwise(
    away: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = backups.make

    def spoilt(*args: object, **options: object) -> Path:
        copy = made(*args, **options)  # type: ignore[arg-type]
        with closing(sqlite3.connect(copy)) as db, db:
            db.execute("UPDATE check_ins SET pain = 7, sensation = 'pain'")
        seals.write(copy, seals.of_database(copy))
        return copy

    monkeypatch.setattr(backups, "make", spoilt)
    assert main(["backup", "--to", str(away), "--verify"]) == 2
    errors = capsys.readouterr().err
    assert "would not be what the diary is" in errors
    assert "days are decided otherwise from" in errors


def test_a_rehearsal_tells_of_a_protocol_that_was_left_behind(diary: Path) -> None:
    with closing(Database(diary)) as database:
        now = rehearsal.decided(database, NOW)
    lost = now._replace(protocols=("one more",))  # type: ignore[arg-type]
    assert rehearsal.differences(lost, now) == ["The texts of a clinician's protocols are others."]
