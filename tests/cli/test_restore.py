"""What a restored copy does not bring back: what was ended after it was made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.databases import content_of_file
from tests.services.access.doors import NOW, SECRET
from tests.web.conftest import TODAY
from tests.web.everything import a_diary
from tracker.cli import main
from tracker.services.access import accounts, delete_account, registration, sign_ins
from tracker.services.access.checking import SignInRefused
from tracker.services.reminders import channels
from tracker.settings import DATA_DIR
from tracker.storage import reminders
from tracker.storage.access import doors
from tracker.storage.database import Database
from tracker.storage.transfer import backups
from tracker.storage.words import ReminderChannel, ReminderState

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.of_a_file("a server's copies are pg_dump's: test_move")

OTHER = "a passphrase of later times"
OPEN = {
    "sign_ins": "revoked_at IS NULL",
    "shares": "revoked_at IS NULL",
    "calendar_feeds": "revoked_at IS NULL",
    "api_tokens": "revoked_at IS NULL",
    "invitations": "revoked_at IS NULL AND used_at IS NULL",
    "reset_links": "revoked_at IS NULL AND used_at IS NULL",
    "registration_openings": "closed_at IS NULL",
}


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A diary with two accounts, and one of everything that lets someone in."""
    monkeypatch.setenv(DATA_DIR, str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "diary.db"
    path.write_bytes(content_of_file(_fill))
    return path


def _fill(database: Database) -> None:
    whose = a_diary(database, "Ada").account_id
    accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)
    registration.set_open(database, whose, to_all=True, now=NOW)
    registration.invite(database, whose, now=NOW)


@pytest.fixture
def copy(diary: Path, tmp_path: Path) -> Path:
    return backups.make(diary, tmp_path / "copies", NOW, keep=1)


def query(path: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(statement).fetchall()


def names_in(path: Path) -> set[str]:
    return {name for (name,) in query(path, "SELECT name FROM accounts")}


def still_open(path: Path) -> dict[str, int]:
    counts = {t: query(path, f"SELECT count(*) FROM {t} WHERE {w}") for t, w in OPEN.items()}
    return {table: number for table, ((number,),) in counts.items()}


def test_every_sign_in_and_link_of_a_copy_has_ended_once_it_is_restored(
    diary: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert all(still_open(copy).values()), "one of everything was open"
    assert main(["restore", str(copy), "--replace"]) == 0
    assert not any(still_open(diary).values())
    assert "everyone signs in anew" in capsys.readouterr().out
    with closing(Database(diary)) as database:
        enter = {"name": "Bob", "passphrase": SECRET, "address": "192.0.2.1", "user_agent": ""}
        assert sign_ins.sign_in(database, **enter, now=NOW)


def test_they_stay_open_only_where_that_is_asked_for(diary: Path, copy: Path) -> None:
    before = still_open(diary)
    assert main(["restore", str(copy), "--replace", "--keep-sign-ins"]) == 0
    assert still_open(diary) == before


def test_whatever_holds_a_token_is_among_what_ends() -> None:
    assert {table.name for table in doors.with_tokens()} >= OPEN.keys() - {"registration_openings"}


@pytest.mark.slow
def test_an_account_deleted_since_is_told_and_can_be_deleted_again(
    diary: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["account", "delete", "bob", "--yes"]) == 0
    assert names_in(diary) == {"Ada", "Physio 1"}
    assert main(["restore", str(copy), "--replace"]) == 0
    errors = capsys.readouterr().err
    assert "Bob had been deleted after the copy was made, and is back" in errors
    assert "Ada had been" not in errors
    assert main(["account", "delete", "Bob", "--yes"]) == 0
    assert names_in(diary) == {"Ada", "Physio 1"}


def test_nothing_is_deleted_without_a_yes(diary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", "delete", "Bob"]) == 2
    assert "Say yes beforehand with --yes" in capsys.readouterr().err
    assert main(["account", "delete", "Eve", "--yes"]) == 2
    assert names_in(diary) == {"Ada", "Physio 1", "Bob"}


def test_a_new_account_of_an_old_number_is_not_taken_for_the_old_one(
    diary: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Database(diary)) as database:
        bob = accounts.find(database, "Bob")
        assert bob is not None
        delete_account.delete_by_hand(database, bob, now=NOW)
        eve = accounts.register(database, name="Eve", passphrase=OTHER, now=NOW.replace(minute=1))
        assert eve.id == bob.id
    assert main(["restore", str(copy), "--replace"]) == 0
    said = capsys.readouterr()
    assert "Bob had been deleted" in said.err
    assert "passphrase of Bob" not in said.out


def test_a_passphrase_changed_since_is_not_undone(
    diary: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Database(diary)) as database:
        bob = accounts.find(database, "Bob")
        assert bob is not None
        sign_ins.set_passphrase(database, bob, OTHER, now=NOW)
    assert main(["restore", str(copy), "--replace"]) == 0
    assert "The passphrase of Bob is the one that was set after" in capsys.readouterr().out
    with closing(Database(diary)) as database:
        enter = {"name": "Bob", "address": "192.0.2.1", "user_agent": ""}
        assert sign_ins.sign_in(database, passphrase=OTHER, **enter, now=NOW)
        with pytest.raises(SignInRefused):
            sign_ins.sign_in(database, passphrase=SECRET, **enter, now=NOW)


def test_where_the_diary_that_was_there_is_unreadable_that_is_said(
    diary: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    diary.write_bytes(b"my diary, by hand")
    assert main(["restore", str(copy), "--replace"]) == 0
    assert "the diary that was there cannot be read" in capsys.readouterr().err
    assert not any(still_open(diary).values())


def reminders_of(path: Path) -> list[str]:
    return [it for (it,) in query(path, "SELECT channel FROM reminder_channels ORDER BY 1")]


def test_reminders_turned_off_since_stay_off_and_what_was_sent_since_is_not_sent_again(
    diary: Path, copy: Path
) -> None:
    with closing(Database(diary)) as database:
        channels.turn_off(database, 1, ReminderChannel.MAIL, now=NOW)
        day = TODAY + timedelta(days=1)
        with database.writing(1) as tx:
            given: dict[str, Any] = {"state": ReminderState.SENT, "stop_hash": "0" * 64, "now": NOW}
            reminders.begin(tx, 1, ReminderChannel.WEBHOOK, day, **given)
    assert main(["restore", str(copy), "--replace"]) == 0
    assert reminders_of(copy) == ["mail", "webhook"]
    assert reminders_of(diary) == ["webhook"]
    sent = query(diary, "SELECT channel, day FROM reminder_messages ORDER BY day")
    assert sent == [("mail", TODAY.isoformat()), ("webhook", day.isoformat())]


def test_nobody_who_was_deleted_since_is_reminded(diary: Path, copy: Path) -> None:
    with closing(Database(diary)) as database:
        accounts.register(database, name="Eve", passphrase=SECRET, now=NOW)
    assert main(["account", "administrator", "Eve"]) == 0
    assert main(["account", "delete", "Ada", "--yes"]) == 0
    assert main(["restore", str(copy), "--replace"]) == 0
    assert reminders_of(diary) == []


def test_where_it_is_not_known_what_was_turned_off_reminders_are_off(
    diary: Path, copy: Path
) -> None:
    diary.write_bytes(b"my diary, by hand")
    assert main(["restore", str(copy), "--replace"]) == 0
    assert reminders_of(diary) == []
