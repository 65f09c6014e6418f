"""`tracker check` looks through accounts several at once, and goes on where it was stopped."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.databases import content_of_file, lay
from tests.raw_sql import execute
from tests.services.conftest import two_diaries
from tests.storage.rows import INSTANT, an_account, an_episode
from tracker import cli
from tracker.cli import check_days
from tracker.services.diary import basis, integrity
from tracker.storage.database import Database

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.settings import Settings

MANY = check_days._WORTH_A_PROCESS


@pytest.fixture(name="many", scope="module")
def file_of_many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A diary of many."""
    path = tmp_path_factory.mktemp("many") / "diary.db"
    path.write_bytes(content_of_file(two_diaries))
    with closing(Database(path)) as database:
        with database.writing() as tx:
            for number in range(3, MANY + 1):
                tx.add(an_account(f"Runner {number}"))
                tx.flush()
                tx.add(an_episode(account_id=number))
        basis.decide_anew(database, INSTANT)
    return path


@pytest.fixture
def diary(own: Settings, many: Path) -> Settings:
    """The same with a stored day of the first and the last that does not follow."""
    lay(many, own.place)
    wrong = "UPDATE daily_standings SET decision = 'wrong' WHERE account_id IN"
    execute(own.place, f"{wrong} (1, {MANY})")
    return own


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_account_is_looked_through(
    diary: Settings, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    del diary
    assert cli.main(["check", "--jobs", jobs]) == 1
    printed = capsys.readouterr().err.splitlines()
    assert [line.partition("Episode ")[2].partition(",")[0] for line in printed] == ["1", f"{MANY}"]


def test_it_goes_on_behind_an_account(diary: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    del diary
    assert cli.main(["check", "--jobs", "1", "--after", "1"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f"Episode {MANY}," in line
    assert cli.main(["check", "--after", f"{MANY}"]) == 0
    assert f"the accounts up to {MANY}" in capsys.readouterr().out


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_value_that_cannot_be_read_is_its_accounts_and_the_others_are_looked_through(
    diary: Settings, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    execute(
        diary.database,
        "INSERT INTO reset_links (account_id, token_hash, created_at, expires_at)"
        " VALUES (2, 'x', '2026-05-01 00:00:00', 'tomorrow')",
    )
    assert cli.main(["check", "--jobs", jobs]) == 1
    first, second, third = capsys.readouterr().err.splitlines()
    assert "Episode 1," in first
    assert "Account 2: what is stored cannot be read" in second
    assert f"Episode {MANY}," in third
    assert cli.main(["check", "--jobs", jobs, "--after", "1"]) == 1
    assert "Account 2:" in capsys.readouterr().err


def test_who_goes_on_is_told_that_the_references_are_not_looked_through(
    diary: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    execute(diary.database, "UPDATE daily_standings SET episode_id = 99 WHERE account_id = 1")
    assert cli.main(["check"]) == 1
    assert "refers to a row of episodes that is gone" in capsys.readouterr().err
    assert cli.main(["check", "--after", f"{MANY}"]) == 0
    printed = capsys.readouterr().out
    assert "Not looked through: the file's seal, pages and references" in printed
    assert "is sound: whole" not in printed


def test_who_goes_on_is_told_of_a_file_that_is_none_of_this_release(
    diary: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    execute(diary.database, "DROP TABLE login_attempts")
    assert cli.main(["check", "--after", "1"]) == 1
    assert "It lacks the table login_attempts." in capsys.readouterr().err
    diary.database.unlink()
    assert cli.main(["check", f"{diary.database}", "--after", "1"]) == 1
    assert "There is no such file." in capsys.readouterr().err


def test_who_stops_it_is_told_from_where_to_go_on(
    diary: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del diary
    whole = integrity.faults_of

    def stopped(database: Database, account_id: int, **options: bool) -> list[str]:
        if account_id == 3:
            raise KeyboardInterrupt
        return whole(database, account_id, **options)

    monkeypatch.setattr(integrity, "faults_of", stopped)
    assert cli.main(["check", "--jobs", "1"]) == 2
    printed = capsys.readouterr().err
    assert "Episode 1," in printed
    assert "tracker check --after 2" in printed
