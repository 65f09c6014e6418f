"""The database's own refusal of adjacent run days, by raw SQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, Text, text

from tests.storage.rows import an_account, an_episode
from tracker.storage.sqlite.migration import rebuilding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.storage.database import Database

RUN = 300


@pytest.fixture
def sql(database: Database) -> Iterator[sqlite3.Connection]:
    """A plain connection to a database with one episode, onset 1 April 2026."""
    with database.writing() as db:
        db.add(an_account("Ada"))
        db.flush()
        db.add(an_episode())
    with closing(sqlite3.connect(database.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def record(
    sql: sqlite3.Connection,
    day: str,
    jog: int = RUN,
    deviation: str | None = None,
    exempt: int = 0,
) -> None:
    sql.execute(
        "INSERT INTO sessions (account_id, episode_id, uid, date, kind, jog_seconds, deviation,"
        " exempt, entered_at) VALUES (1, 1, ?, ?, 'walk_jog', ?, ?, ?, '2026-05-01')",
        (f"{day}/{jog}/{deviation}/{exempt}", day, jog, deviation, exempt),
    )


def refuses_adjacent() -> pytest.RaisesExc[sqlite3.IntegrityError]:
    return pytest.raises(sqlite3.IntegrityError, match="adjacent run days")


def days(sql: sqlite3.Connection) -> list[str]:
    return [row[0] for row in sql.execute("SELECT date FROM sessions ORDER BY date")]


@pytest.mark.parametrize(("first", "second"), [("05", "06"), ("06", "05")])
def test_a_run_beside_a_run_is_refused_in_either_order(
    sql: sqlite3.Connection, first: str, second: str
) -> None:
    record(sql, f"2026-04-{first}")
    with refuses_adjacent():
        record(sql, f"2026-04-{second}")
    assert days(sql) == [f"2026-04-{first}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2026-04-30", "2026-05-01"),
        ("2026-12-31", "2027-01-01"),
        ("2028-02-28", "2028-02-29"),
        ("2028-02-29", "2028-03-01"),
    ],
)
def test_months_years_and_leap_days_do_not_hide_a_neighbour(
    sql: sqlite3.Connection, first: str, second: str
) -> None:
    record(sql, first)
    with refuses_adjacent():
        record(sql, second)


def test_every_other_day_and_twice_a_day_are_taken(sql: sqlite3.Connection) -> None:
    record(sql, "2026-04-05")
    record(sql, "2026-04-05", jog=301)
    record(sql, "2026-04-07")
    assert len(days(sql)) == 3


def test_walks_and_rides_may_stand_beside_a_run(sql: sqlite3.Connection) -> None:
    record(sql, "2026-04-04", jog=0)
    record(sql, "2026-04-05")
    record(sql, "2026-04-06", jog=0)
    assert len(days(sql)) == 3


@pytest.mark.parametrize(("deviation", "exempt"), [("confirmed", 0), ("re-decided", 0), (None, 1)])
def test_a_marked_or_exempt_later_run_is_taken(
    sql: sqlite3.Connection, deviation: str | None, exempt: int
) -> None:
    record(sql, "2026-04-05")
    record(sql, "2026-04-06", deviation=deviation, exempt=exempt)
    assert len(days(sql)) == 2


@pytest.mark.parametrize(("deviation", "exempt"), [("confirmed", 0), (None, 1)])
def test_marking_the_earlier_run_does_not_help_the_later(
    sql: sqlite3.Connection, deviation: str | None, exempt: int
) -> None:
    record(sql, "2026-04-05", deviation=deviation, exempt=exempt)
    with refuses_adjacent():
        record(sql, "2026-04-06")


def test_each_run_of_the_later_day_needs_its_own_mark(sql: sqlite3.Connection) -> None:
    record(sql, "2026-04-05")
    record(sql, "2026-04-06", deviation="confirmed")
    with refuses_adjacent():
        record(sql, "2026-04-06", jog=301)


def test_runs_before_onset_are_not_the_episodes(sql: sqlite3.Connection) -> None:
    record(sql, "2026-03-30")
    record(sql, "2026-03-31")
    record(sql, "2026-04-01")
    with refuses_adjacent():
        record(sql, "2026-04-02")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sessions SET date = '2026-04-06' WHERE date = '2026-04-08'",
        "UPDATE sessions SET date = '2026-04-07' WHERE date = '2026-04-05'",
        "UPDATE sessions SET jog_seconds = 60 WHERE jog_seconds = 0",
        "UPDATE sessions SET deviation = NULL WHERE date = '2026-04-21'",
        "UPDATE sessions SET exempt = 0 WHERE date = '2026-04-26'",
        "UPDATE episodes SET onset = '2026-03-20'",
    ],
)
def test_no_edit_brings_two_run_days_together(sql: sqlite3.Connection, change: str) -> None:
    record(sql, "2026-03-28")
    record(sql, "2026-03-29")
    record(sql, "2026-04-05")
    record(sql, "2026-04-08")
    record(sql, "2026-04-15")
    record(sql, "2026-04-16", jog=0)
    record(sql, "2026-04-20")
    record(sql, "2026-04-21", deviation="confirmed")
    record(sql, "2026-04-25")
    record(sql, "2026-04-26", exempt=1)
    before = list(sql.iterdump())
    with refuses_adjacent():
        sql.execute(change)
    assert list(sql.iterdump()) == before


def test_another_episode_has_days_of_its_own(database: Database, sql: sqlite3.Connection) -> None:
    with database.writing() as db:
        db.add(an_account("Bob"))
        db.flush()
        db.add(an_episode(account_id=2))
    record(sql, "2026-04-05")
    sql.execute(
        "INSERT INTO sessions (account_id, episode_id, uid, date, kind, jog_seconds, entered_at)"
        " VALUES (2, 2, 'b', '2026-04-06', 'run', 60, '2026-05-01')"
    )
    with refuses_adjacent():
        sql.execute("UPDATE sessions SET account_id = 1, episode_id = 1 WHERE uid = 'b'")


@pytest.mark.parametrize("day", ["2026-4-6", "2026-04-06 10:00", "2026-04-31", "6 April", ""])
def test_a_date_must_be_written_as_one(sql: sqlite3.Connection, day: str) -> None:
    record(sql, "2026-04-05")
    with pytest.raises(sqlite3.IntegrityError, match="not a date"):
        record(sql, day)
    with pytest.raises(sqlite3.IntegrityError, match="not a date"):
        sql.execute("UPDATE episodes SET onset = ?", (day,))


@pytest.mark.parametrize("score", [-1, 11, "high"])
@pytest.mark.parametrize("column", ["pain", "effort"])
def test_scores_outside_the_scale_are_refused(
    sql: sqlite3.Connection, column: str, score: object
) -> None:
    record(sql, "2026-04-05")
    with pytest.raises(sqlite3.IntegrityError, match=column):
        sql.execute(f"UPDATE sessions SET {column} = ?", (score,))


@pytest.mark.parametrize(
    ("pain", "sensation"),
    [
        (-1, "none"),
        (11, "pain"),
        (0, "pain"),
        (0, "sharp"),
        (1, "none"),
        (1, "ache"),
        (None, "pain"),
    ],
)
def test_impossible_check_ins_are_refused(
    sql: sqlite3.Connection, pain: int | None, sensation: str
) -> None:
    insert = (
        "INSERT INTO check_ins (account_id, episode_id, uid, date, pain, sensation, entered_at)"
        " VALUES (1, 1, ?, '2026-04-05', ?, ?, '2026-05-01')"
    )
    sql.execute(insert, ("possible", 0, "soreness"))
    with pytest.raises(sqlite3.IntegrityError):
        sql.execute(insert, ("impossible", pain, sensation))


def test_an_entry_is_stored_once_and_never_without_its_episode(sql: sqlite3.Connection) -> None:
    record(sql, "2026-04-05")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        record(sql, "2026-04-05")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        sql.execute("UPDATE sessions SET episode_id = 99")


def test_rebuilding_the_table_keeps_the_rows_and_the_refusal(
    database: Database, sql: sqlite3.Connection
) -> None:
    record(sql, "2026-04-05")
    triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    before = sql.execute(triggers).fetchall()
    with database.writing() as db:
        op = Operations(MigrationContext.configure(db.connection()))
        with rebuilding(op, "sessions") as batch:
            batch.add_column(Column("shoes", Text))
            batch.alter_column("note", nullable=True)
        assert db.scalar(text("SELECT count(*) FROM sessions WHERE shoes IS NULL")) == 1
    assert sql.execute(triggers).fetchall() == before
    with refuses_adjacent():
        record(sql, "2026-04-06")
    with refuses_adjacent():
        record(sql, "2026-04-04")
