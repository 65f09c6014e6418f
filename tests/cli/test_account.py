"""`tracker account`: resetting as a real process, with the hashes that are served."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, select

from tests.databases import begin
from tests.services.access.visits import account_for
from tracker.cli import main
from tracker.services.access import accounts, sign_ins
from tracker.services.access.checking import SignInRefused
from tracker.storage.access import second_factors
from tracker.storage.database import Database
from tracker.storage.tables.access import AccountRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.settings import Settings

NOW = datetime.now(UTC)
OLD, NEW = "slow and steady wins", "purple wheelbarrow dawn"


@pytest.fixture
def diary(own: Settings) -> Iterator[Database]:
    begin(own.place, ada_and_bob)
    database = Database(own.place)
    yield database
    database.close()


def ada_and_bob(database: Database) -> None:
    for name in ("Ada", "Bob"):
        accounts.register(database, name=name, passphrase=OLD, now=NOW)


def tracker(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tracker", "account", *words],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def enter(diary: Database, name: str, passphrase: str) -> str:
    return sign_ins.sign_in(
        diary, name=name, passphrase=passphrase, address="192.0.2.1", user_agent="", now=NOW
    )


def hash_of(diary: Database, name: str) -> str:
    with diary.reading() as db:
        return db.scalars(select(AccountRow.passphrase_hash).where(AccountRow.name == name)).one()


def test_the_list_names_everyone_and_who_lets_others_in(
    diary: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    del diary
    assert main(["account", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == ["Ada (administrator)", "Bob"]


def test_an_empty_list_says_so(diary: Database, capsys: pytest.CaptureFixture[str]) -> None:
    with diary.writing() as db:
        db.execute(delete(AccountRow))
    assert main(["account", "list"]) == 0
    assert capsys.readouterr().out.startswith("There is no account yet.")


@pytest.mark.slow
def test_a_reset_changes_one_passphrase_and_signs_that_account_out(diary: Database) -> None:
    ada, bob = enter(diary, "Ada", OLD), enter(diary, "Bob", OLD)
    reset = tracker("reset", "ada", typed=f"{NEW}\n")
    assert reset.returncode == 0, reset.stderr
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in hash_of(diary, "Ada"), "RFC 9106's second choice"
    assert "Ada has a new passphrase" in reset.stdout
    assert NEW not in reset.stdout + reset.stderr
    assert account_for(diary, ada, NOW) is None
    assert account_for(diary, bob, NOW) is not None
    assert enter(diary, "Ada", NEW)
    with pytest.raises(SignInRefused):
        enter(diary, "Ada", OLD)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [("Eve", NEW, "no account called Eve"), ("Ada", "short", "at least 10 characters")],
)
def test_a_mistake_changes_nothing_and_says_what_to_do(
    diary: Database,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    name: str,
    typed: str,
    said: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
    assert main(["account", "reset", name]) == 2
    errors = capsys.readouterr().err
    assert said in errors
    assert errors.count("\n") == 1
    assert enter(diary, "Ada", OLD)


def test_a_reset_takes_the_second_factor_away_only_where_that_is_said(
    diary: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with diary.writing() as tx:
        second_factors.put_totp_key(tx, 1, second_factors.TotpKey("sealed", 1, NOW))
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{NEW}\n"))
    assert main(["account", "reset", "Ada"]) == 0
    with pytest.raises(sign_ins.SecondFactorNeeded):
        enter(diary, "Ada", NEW)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{NEW}\n"))
    assert main(["account", "reset", "Ada", "--no-second-factor"]) == 0
    assert "no second factor any more" in capsys.readouterr().out
    assert enter(diary, "Ada", NEW)
