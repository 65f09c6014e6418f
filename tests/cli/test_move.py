"""A diary moved to a server and back, a dump of it restored: all is the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.databases import cluster
from tests.postgresql import needs_server
from tests.storage.release import NOW, fill
from tracker.cli import main
from tracker.services.transfer import rehearsal
from tracker.settings import DATA_DIR, DATABASE_URL
from tracker.storage.database import Database
from tracker.storage.schema import migrate
from tracker.storage.transfer import backups, move

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.storage.places import Server

pytestmark = [needs_server, pytest.mark.slow]


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with rows in every table."""
    path = tmp_path / "here" / "diary.db"
    migrate(path)
    fill(path)
    monkeypatch.setenv(DATA_DIR, str(path.parent))
    return path


@pytest.fixture
def server() -> Iterator[Server]:
    name = cluster().create()
    yield cluster().server(name)
    cluster().drop(name)


def test_there_and_back_every_row_and_every_decision_is_the_same(
    diary: Path,
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["move", "--to", server.url]) == 0
    said = capsys.readouterr()
    assert "are the same" in said.out
    assert "Nothing is switched yet" in said.out
    assert main(["move", "--to", server.url]) == 2
    assert "There is a diary at" in capsys.readouterr().err
    monkeypatch.setenv(DATABASE_URL, server.url)
    assert main(["check"]) == 0
    back = tmp_path / "back" / "diary.db"
    assert main(["move", "--to", str(back)]) == 0
    monkeypatch.delenv(DATABASE_URL)
    assert backups.faults(back) == []
    assert (back.parent / "secret_key").read_text() == (diary.parent / "secret_key").read_text()
    with closing(Database(diary)) as first, closing(Database(back)) as last:
        with first.reading() as source, last.reading() as there:
            assert move.differences(source, there) == [
                "The rows of shared_secrets are not the same."
            ]
        assert rehearsal.decided(first, NOW) == rehearsal.decided(last, NOW)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE check_ins SET note = note || '!' WHERE id = (SELECT min(id) FROM check_ins)",
        "DELETE FROM login_attempts",
        "UPDATE daily_standings SET decision = 'cleared'",
    ],
)
def test_what_differs_by_a_letter_is_not_the_same(
    diary: Path, server: Server, statement: str
) -> None:
    assert main(["move", "--to", server.url]) == 0
    with psycopg.connect(server.url) as sql:
        sql.execute(statement)
    with (
        closing(Database(diary)) as file,
        closing(Database(server)) as moved,
        file.reading() as source,
        moved.reading() as there,
    ):
        assert len(move.differences(source, there)) == 2  # the key is the file's own, too


def test_a_copy_may_be_moved_instead_of_the_diary(
    diary: Path, server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = backups.make(diary, tmp_path / "copies", NOW, keep=1)
    assert main(["move", "--from", str(copy), "--to", server.url]) == 0
    assert "are the same" in capsys.readouterr().out


def test_a_step_that_fails_leaves_nothing_on_the_server(
    diary: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(diary)) as file, file:
        file.execute("UPDATE check_ins SET note = 'a' || char(0)")  # no server takes such a text
    assert main(["move", "--to", server.url]) == 2
    assert "Nothing was switched" in capsys.readouterr().err
    with psycopg.connect(server.url) as sql:
        count = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        assert sql.execute(count).fetchone() == (0,)


@pytest.mark.usefixtures("diary")
def test_a_dump_is_brought_back_whole(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["move", "--to", server.url]) == 0
    there = cluster()
    dump = there.folder / "diary.dump"
    there.run("pg_dump", "--format=custom", f"--file={dump}", server.url)
    restored = there.server(name := there.create())
    there.run("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={restored.url}", dump)
    monkeypatch.setenv(DATABASE_URL, restored.url)
    assert main(["check"]) == 0
    with closing(Database(server)) as first, closing(Database(restored)) as second:
        with first.reading() as source, second.reading() as again:
            assert move.differences(source, again) == []
        assert rehearsal.decided(first, NOW) == rehearsal.decided(second, NOW)
    there.drop(name)


@pytest.mark.parametrize("command", [["backup"], ["restore", "x"], ["serve", "--nightly-backup"]])
def test_what_is_for_a_file_says_what_is_for_a_server(
    server: Server,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(DATABASE_URL, server.url)
    assert main(command) == 2
    assert "pg_dump" in capsys.readouterr().err


def test_an_address_of_another_kind_is_refused_without_its_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(DATABASE_URL, "mysql://ada:a-secret@db/diary")
    assert main(["check"]) == 2
    said = capsys.readouterr().err
    assert "'mysql'" in said
    assert "a-secret" not in said
