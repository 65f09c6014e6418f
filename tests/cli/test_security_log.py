"""`tracker security-log`: lines of JSON for a collector, and a restore does not rewind them."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.databases import begin
from tests.services.access.doors import SECRET
from tracker.cli import main
from tracker.services.access import accounts, administrators, sign_ins
from tracker.services.access.origin import SHELL
from tracker.storage.access import second_factors
from tracker.storage.access.second_factors import TotpKey
from tracker.storage.database import Database
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.settings import Settings

NOW = datetime.now(UTC)


@pytest.fixture
def diary(own: Settings) -> Settings:
    begin(own.place, ada_and_bob)
    return own


def ada_and_bob(database: Database) -> None:
    for name in ("Ada", "Bob"):
        accounts.register(database, name=name, passphrase=SECRET, now=NOW)


def lines(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["security-log", *options]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_collector_reads_on_where_it_stopped(
    diary: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    del diary
    first = lines(capsys)
    assert [it["event"] for it in first] == ["account-made", "role-given", "account-made"]
    assert first[0].keys() == {
        "id", "time", "event", "account", "name", "by_account", "by_name", "address", "browser",
    }  # fmt: skip
    assert main(["account", "administrator", "bob"]) == 0
    (more,) = lines(capsys, "--after", str(first[-1]["id"]))
    assert (more["event"], more["name"], more["address"]) == ("role-given", "Bob", "")


def test_what_is_too_old_is_not_handed_out(
    diary: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Database(diary.place)) as database:
        long_ago = NOW - timedelta(days=91)
        sign_ins.open_sign_in(database, 1, user_agent="", now=long_ago)
    assert "signed-in" not in [it["event"] for it in lines(capsys)]


@pytest.mark.slow
def test_it_is_followed_as_it_grows(diary: Settings) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker", "security-log", "--follow"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        read = [json.loads(process.stdout.readline())["event"] for _ in range(3)]
        assert read == ["account-made", "role-given", "account-made"]
        with closing(Database(diary.place)) as database:
            sign_ins.open_sign_in(database, 2, user_agent="", now=NOW)
        assert json.loads(process.stdout.readline())["event"] == "signed-in"
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_a_restore_brings_back_no_role_takes_no_second_factor_and_rewinds_no_log(
    diary: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Database(diary.place)) as database:
        administrators.make(database, 1, 2, origin=SHELL, now=NOW)
        with database.writing() as tx:
            second_factors.put_totp_key(tx, 1, TotpKey("of old", 1, NOW))
    copy = backups.make(diary.database, tmp_path / "copies", NOW, keep=1)
    with closing(Database(diary.place)) as database:
        administrators.end_role(database, 1, 2, origin=SHELL, now=NOW)
        with database.writing() as tx:
            second_factors.remove_totp_key(tx, 1)
            second_factors.put_totp_key(tx, 2, TotpKey("of now", 2, NOW))
            second_factors.put_recovery_codes(tx, 2, ["a" * 64])
    before = lines(capsys)
    assert main(["restore", str(copy), "--replace"]) == 0
    with closing(Database(diary.place)) as database:
        assert administrators.ids(database) == {1}
        with database.reading() as tx:
            assert not second_factors.has_any(tx, 1)
            key = second_factors.totp_key(tx, 2)
            assert key is not None
            assert key.sealed == "of now"
            assert second_factors.unused_recovery_codes(tx, 2) == 1
    after = lines(capsys)
    assert after[:-1] == before
    assert after[-1]["event"] == "restored"


def test_a_restore_never_leaves_the_others_without_an_administrator(
    diary: Settings, tmp_path: Path
) -> None:
    copy = backups.make(diary.database, tmp_path / "copies", NOW, keep=1)
    for name in ("Bob", "Ada"):
        assert main(["account", "delete", name, "--yes"]) == 0
    with closing(Database(diary.place)) as database:
        accounts.register(database, name="Eve", passphrase=SECRET, now=NOW + timedelta(days=1))
    assert main(["restore", str(copy), "--replace"]) == 0
    with closing(Database(diary.place)) as database:
        assert administrators.ids(database) == {1}


def test_the_last_administrator_is_not_deleted_by_hand_either(
    diary: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["account", "delete", "Ada", "--yes"]) == 2
    assert "Nothing was deleted" in capsys.readouterr().err
    assert main(["account", "administrator", "Bob"]) == 0
    assert main(["account", "delete", "Ada", "--yes"]) == 0
    with closing(Database(diary.place)) as database:
        assert administrators.ids(database) == {2}
