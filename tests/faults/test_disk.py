"""A disk that takes no more: it is said so, what is stored stays whole, and it goes on after."""

from __future__ import annotations

import shutil
import sqlite3
import uuid
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_commands import free_port
from tests.faults.people import a_check_in, runners, today
from tests.faults.servers import served
from tracker.cli import main
from tracker.settings import DATA_DIR, Settings
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.people import Answer, Runner

pytestmark = [pytest.mark.slow, pytest.mark.of_a_file("a server's disk is the server's to watch")]
NOTE = "sore after the stairs"


def _write_until_refused(runner: Runner, port: int) -> tuple[list[str], str, Answer]:
    """Return the ids that were stored, the one that was not, and what was said of it."""
    stored: list[str] = []
    for _ in range(500):
        uid = uuid.uuid4().hex
        answer = runner.send(port, "/check-in", a_check_in(uid, today(), NOTE))
        if answer.status != 303:
            return stored, uid, answer
        stored.append(uid)
    raise AssertionError("the disk was never full")


def _uids(data: Path) -> set[str]:
    with closing(sqlite3.connect(data / "diary.db")) as db:
        return {uid for (uid,) in db.execute("SELECT uid FROM check_ins")}


def _is_explained(answer: Answer, title: str) -> bool:
    words = (title, "Nothing was saved", "nothing was saved")
    assert answer.status == 507, answer.page
    assert NOTE in answer.page
    assert "Send it again" in answer.page
    return title in answer.page and any(word in answer.page for word in words[1:])


def test_on_a_full_disk_nothing_is_lost_and_today_still_answers(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    (runner,) = runners(Settings(data_dir=small_disk / "data"), 1)
    with served(Settings(data_dir=small_disk / "data"), port):
        (small_disk / "ballast").write_bytes(bytes(_room(small_disk) // 2))
        stored, refused, answer = _write_until_refused(runner, port)
        assert _is_explained(answer, "The disk is full")
        assert stored
        today_page = runner.get(port, "/")
        assert today_page.status == 200
        (small_disk / "ballast").unlink()
        again = runner.send(port, "/check-in", a_check_in(refused, today(), NOTE))
        assert again.status == 303
    assert _uids(small_disk / "data") == {*stored, refused}
    monkeypatch.setenv(DATA_DIR, str(small_disk / "data"))
    assert main(["check"]) == 0


def _room(disk: Path) -> int:
    return shutil.disk_usage(disk).free


def test_where_no_file_may_grow_it_is_said_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no limits for a process")
    port, data = free_port(), tmp_path / "data"
    (runner,) = runners(Settings(data_dir=data), 1)
    with served(Settings(data_dir=data), port) as server:
        assert runner.get(port, "/").status == 200
        most = (data / "diary.db").stat().st_size + 40_000
        _, hard = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (most, hard))
        stored, refused, answer = _write_until_refused(runner, port)
        assert _is_explained(answer, "The disk does not answer as it should")
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (hard, hard))
        again = runner.send(port, "/check-in", a_check_in(refused, today(), NOTE))
        assert again.status == 303
    assert _uids(data) == {*stored, refused}
    monkeypatch.setenv(DATA_DIR, str(data))
    assert main(["check"]) == 0


def test_a_backup_that_finds_no_room_leaves_nothing_half_behind(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(DATA_DIR, str(small_disk))
    runners(Settings(data_dir=small_disk), 1)
    (small_disk / "ballast").write_bytes(bytes(_room(small_disk) - 100_000))
    assert main(["backup"]) == 2
    assert "No copy could be made" in capsys.readouterr().err
    assert list((small_disk / "backups").iterdir()) == []
    (small_disk / "ballast").unlink()
    assert main(["backup"]) == 0
    (copy,) = backups.every(small_disk / "backups")
    assert backups.faults(copy) == []


def test_a_start_without_any_room_is_refused_with_the_reason_and_made_good_later(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(DATA_DIR, str(small_disk))
    runners(Settings(data_dir=small_disk), 1)
    (small_disk / "ballast").write_bytes(bytes(_room(small_disk)))
    assert main(["serve", "--no-browser", "--port", str(free_port())]) == 2
    errors = capsys.readouterr().err
    assert "then start again" in errors, errors
    (small_disk / "ballast").unlink()
    assert main(["check"]) == 0
