"""On a PostgreSQL server, too, raw SQL puts no run beside a run, even from two at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.postgresql import needs_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.storage.places import Server

pytestmark = [needs_server, pytest.mark.slow]

RUN = (
    "INSERT INTO sessions (account_id, episode_id, uid, date, kind, jog_seconds, entered_at)"
    " VALUES (1, 1, '{day}', '{day}', 'run', 600, '2026-05-01')"
)


@pytest.fixture
def two(place: Server) -> Iterator[tuple[psycopg.Connection, psycopg.Connection]]:
    """Two plain connections."""
    with psycopg.connect(place.url) as first, psycopg.connect(place.url) as second:
        yield first, second


@pytest.mark.parametrize("day", ["2026-04-04", "2026-04-06"])
def test_raw_sql_cannot_put_a_run_beside_a_run(place: Server, day: str) -> None:
    with psycopg.connect(place.url) as sql:
        sql.execute(RUN.format(day="2026-04-05"))
        with pytest.raises(psycopg.IntegrityError, match="adjacent run days"):
            sql.execute(RUN.format(day=day))


@pytest.mark.parametrize("change", ["date = '2026-04-06'", "jog_seconds = 60", "deviation = NULL"])
def test_nor_can_an_update(place: Server, change: str) -> None:
    moved = {"date": "2026-04-09", "jog_seconds": "2026-04-06", "deviation": "2026-04-06"}
    with psycopg.connect(place.url) as sql:
        sql.execute(RUN.format(day="2026-04-05"))
        later = RUN.format(day=moved[change.partition(" ")[0]])
        if "jog" in change:
            later = later.replace("600", "0")
        if "deviation" in change:
            later = later.replace("entered_at)", "entered_at, deviation)")
            later = later.replace("'2026-05-01')", "'2026-05-01', 'confirmed')")
        sql.execute(later)
        with pytest.raises(psycopg.IntegrityError, match="adjacent run days"):
            sql.execute(f"UPDATE sessions SET {change} WHERE uid <> '2026-04-05'")


def test_nor_an_onset_moved_before_two_runs_side_by_side(place: Server) -> None:
    with psycopg.connect(place.url) as sql:
        sql.execute("UPDATE episodes SET onset = '2026-04-10' WHERE id = 1")
        for day in ("2026-04-05", "2026-04-06"):
            sql.execute(RUN.format(day=day))
        with pytest.raises(psycopg.IntegrityError, match="adjacent run days"):
            sql.execute("UPDATE episodes SET onset = '2026-04-05' WHERE id = 1")


@pytest.mark.parametrize("isolation", list(psycopg.IsolationLevel)[1:])
def test_of_two_who_enter_neighbours_at_the_same_moment_one_is_refused(
    two: tuple[psycopg.Connection, psycopg.Connection], isolation: psycopg.IsolationLevel
) -> None:
    for sql in two:
        sql.isolation_level = isolation
        sql.execute("SELECT count(*) FROM sessions")  # the snapshot, where there is one
    first, second = two
    first.execute(RUN.format(day="2026-04-05"))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(_enter, second, "2026-04-06")
        while not waiting.done() and not _is_waiting(first):
            pass
        first.commit()
        assert waiting.result() in ("adjacent run days", "could not serialize access")
    (count,) = first.execute("SELECT count(*) FROM sessions").fetchone() or ()
    assert count == 1


def _enter(sql: psycopg.Connection, day: str) -> str:
    try:
        sql.execute(RUN.format(day=day))
        sql.commit()
    except psycopg.Error as error:
        sql.rollback()
        return str(error).partition("\n")[0].partition(" due ")[0]
    return "entered"


def _is_waiting(sql: psycopg.Connection) -> bool:
    waits = sql.execute(
        "SELECT count(*) FROM pg_locks WHERE NOT granted AND database IS NOT NULL"
        " OR NOT granted AND locktype = 'transactionid'"
    ).fetchone()
    return waits is not None and waits[0] > 0
