"""The one way in to the database file."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select, text

from tests.storage.rows import an_account, an_episode
from tracker.progression.diary import Kind, Sensation
from tracker.storage.database import Database
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.tables.access import AccountRow
from tracker.storage.tables.diary import EpisodeRow, SessionRow

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.storage.database import Transaction


def _count(database: Database) -> int:
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(AccountRow)) or 0


def test_what_is_written_is_there_for_the_next_reader(database: Database) -> None:
    with database.writing() as db:
        db.add(an_account("Ada"))
    assert _count(database) == 1


def _write_and_raise(database: Database) -> None:
    with database.writing() as db:
        db.add(an_account("Ada"))
        db.flush()
        raise RuntimeError("halfway")


def test_a_block_that_raises_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(RuntimeError, match="halfway"):
        _write_and_raise(database)
    assert _count(database) == 0


def _create_table_and_raise(database: Database) -> None:
    with database.writing() as db:
        db.add(an_account("Ada"))
        db.flush()
        db.execute(text("CREATE TABLE stray (id INTEGER)"))
        raise RuntimeError("halfway")


def test_a_schema_change_does_not_commit_what_came_before_it(database: Database) -> None:
    with pytest.raises(RuntimeError, match="halfway"):
        _create_table_and_raise(database)
    with database.reading() as db:
        tables = db.scalars(text("SELECT name FROM sqlite_master")).all()
    assert "stray" not in tables
    assert _count(database) == 0


def _add_while_reading(database: Database) -> None:
    with database.reading() as db:
        db.add(an_account("Ada"))
        db.flush()


def test_a_reader_cannot_write_and_the_next_writer_can(database: Database) -> None:
    with pytest.raises(StorageError, match="readonly"):
        _add_while_reading(database)
    with database.writing() as db:
        db.add(an_account("Ada"))
    assert _count(database) == 1


def test_a_reader_sees_one_moment_while_others_write(database: Database) -> None:
    query = select(func.count()).select_from(AccountRow)
    with database.reading() as db:
        before = db.scalar(query)
        with database.writing() as other:
            other.add(an_account("Ada"))
        assert db.scalar(query) == before == 0
    assert _count(database) == 1


def _count_and_add(db: Transaction, name: str) -> None:
    seen = db.scalar(select(func.count()).select_from(AccountRow))
    db.add(an_account(f"{name} {seen}"))


def test_two_writers_never_decide_on_the_same_facts(database: Database) -> None:
    ready = threading.Barrier(2)

    def write(name: str) -> None:
        ready.wait()
        with database.writing() as db:
            _count_and_add(db, name)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as db:
        seen = sorted(name.split()[1] for name in db.scalars(select(AccountRow.name)))
    assert seen == ["0", "1"]


def test_a_writer_gives_up_when_the_other_never_ends(
    database: Database,
) -> None:
    impatient = Database(database.path, busy_seconds=0.05)
    with (
        database.writing(),
        pytest.raises(StorageError, match="locked"),
        impatient.writing(),
    ):
        pass
    impatient.close()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
def test_every_connection_is_durable_and_minds_references(
    database: Database, pragma: str, value: object
) -> None:
    with database.reading() as db:
        assert db.scalar(text(f"PRAGMA {pragma}")) == value


def _a_walk_entered_in_berlin() -> SessionRow:
    return SessionRow(
        account_id=1,
        episode_id=1,
        uid="a",
        date=date(2026, 5, 1),
        time=time(7, 30, 5),
        kind=Kind.WALK,
        sensation=Sensation.SORENESS,
        entered_at=datetime(2026, 5, 1, 9, 30, tzinfo=timezone(timedelta(hours=2))),
    )


@pytest.fixture
def with_walk(database: Database) -> Database:
    with database.writing() as db:
        db.add(an_account("Ada"))
        db.flush()
        db.add(an_episode())
        db.flush()
        db.add(_a_walk_entered_in_berlin())
    return database


def test_instants_come_back_in_utc_and_answers_as_they_were_given(with_walk: Database) -> None:
    with with_walk.reading() as db:
        row = db.scalars(select(SessionRow)).one()
        assert row.entered_at == datetime(2026, 5, 1, 7, 30, tzinfo=UTC)
        assert row.entered_at.tzinfo is UTC
        assert (row.time, row.kind, row.sensation) == (time(7, 30, 5), Kind.WALK, "soreness")
        assert (row.pain, row.jog_seconds, row.limp, row.note) == (None, 0, False, "")


def test_dates_and_times_are_text_that_sorts_and_reads(with_walk: Database) -> None:
    with with_walk.reading() as db:
        raw = db.execute(text("SELECT date, time FROM sessions")).one()
    assert tuple(raw) == ("2026-05-01", "07:30:05")


def _add_naive(database: Database) -> None:
    with database.writing() as db:
        account = an_account("Ada")
        account.created_at = datetime(2026, 5, 1)  # noqa: DTZ001 - the point
        db.add(account)


def test_an_instant_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StorageError, match="time zone"):
        _add_naive(database)


def test_an_account_has_one_open_episode_at_most_and_takes_all_with_it(database: Database) -> None:
    with database.writing() as db:
        db.add(an_account("Ada"))
        db.flush()
        db.add(an_episode(closed_on=date(2026, 5, 1), closed_reason="returned"))
        db.add(an_episode())
    with pytest.raises(Exception, match="UNIQUE"), database.writing() as db:
        db.add(an_episode())
    with database.writing() as db:
        db.execute(text("DELETE FROM accounts"))
    with database.reading() as db:
        assert db.scalar(select(func.count()).select_from(EpisodeRow)) == 0


@pytest.mark.parametrize(
    "damage",
    ["DROP TABLE accounts", "ALTER TABLE accounts DROP COLUMN passphrase_hash"],
)
@pytest.mark.parametrize(
    "statement",
    ["SELECT passphrase_hash FROM accounts", "INSERT INTO accounts (passphrase_hash) VALUES ('')"],
)
def test_what_is_missing_from_the_file_is_damage_whoever_asks(
    database: Database, damage: str, statement: str
) -> None:
    def ask() -> None:
        with database.writing() as db:
            db.execute(text(damage))
            db.execute(text(statement))

    with pytest.raises(StorageError) as caught:
        ask()
    assert caught.value.kind is ErrorKind.DAMAGED


def test_the_revision_changes_when_anything_is_committed_and_only_then(database: Database) -> None:
    before = database.revision()
    with database.reading() as db:
        db.execute(text("SELECT 1"))
    assert database.revision() == before
    with database.writing() as db:
        db.execute(text("CREATE TABLE committed (id INTEGER)"))
    changed = database.revision()
    assert changed != before
    other = Database(database.path)
    with other.writing() as db:
        db.execute(text("INSERT INTO committed VALUES (1)"))
    other.close()
    assert database.revision() != changed


def test_emptying_the_log_leaves_nothing_in_it_and_never_raises(
    database: Database, tmp_path: Path
) -> None:
    log = database.path.with_name("diary.db-wal")
    with database.writing() as db:
        db.add(an_account("Ada"))
    assert log.stat().st_size
    database.empty_log()
    assert not log.stat().st_size
    assert _count(database) == 1
    Database(tmp_path / "gone" / "diary.db").empty_log()
