"""A populated diary of an earlier release, on a server, goes through all later steps whole."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.rows import dict_row

from tests.databases import cluster
from tests.postgresql import needs_server
from tests.storage.release import NOW
from tracker.services.diary import basis, integrity
from tracker.storage import server_faults
from tracker.storage.database import Database
from tracker.storage.schema import SchemaError, head, migrate, revision_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.storage.places import Server

pytestmark = [needs_server, pytest.mark.slow]

# What pg_dump wrote of a server that the release had made and filled: it stays as it is.
FOLDER = Path(__file__).parent / "released_on_a_server"
RELEASED = sorted(file.stem for file in FOLDER.glob("*.sql"))
RUN = (
    "INSERT INTO sessions (account_id, episode_id, uid, date, kind, jog_seconds, entered_at)"
    " SELECT account_id, episode_id, 'b', date + 1, 'run', 60, '2026-04-02' FROM sessions"
    " WHERE jog_seconds > 0 AND deviation IS NULL LIMIT 1"
)
ORPHAN = (
    "ALTER TABLE episodes DROP CONSTRAINT fk_episodes_account_id_accounts;"
    "ALTER TABLE check_ins DROP CONSTRAINT fk_check_ins_episode_id_episodes;"
    "UPDATE check_ins SET episode_id = 99 WHERE id = 1"
)

Rows = dict[str, list[dict[str, Any]]]


def bring_back(release: str, place: Server) -> None:
    """Make the populated database of a release."""
    with psycopg.connect(place.url) as sql:
        sql.execute((FOLDER / f"{release}.sql").read_bytes())


@pytest.fixture(params=RELEASED)
def released(request: pytest.FixtureRequest) -> Iterator[Server]:
    name = cluster().create()
    place = cluster().server(name)
    bring_back(request.param, place)
    yield place
    cluster().drop(name)


def _rows(place: Server) -> Rows:
    with psycopg.connect(place.url, row_factory=dict_row) as sql:
        known = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        tables = [str(row["tablename"]) for row in sql.execute(known)]
        return {
            name: sql.execute(f"SELECT * FROM {name}".encode()).fetchall()
            for name in tables
            if name != "alembic_version"
        }


def _in_order(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(str(sorted(row.items())) for row in rows)


def test_nothing_is_lost_and_the_schema_is_that_of_a_new_server(released: Server) -> None:
    before = _rows(released)
    assert all(before.values()), "every table has rows"
    migrate(released)
    after = _rows(released)
    for table, rows in before.items():
        seen = [{column: row[column] for column in rows[0]} for row in after[table]]
        assert _in_order(seen) == _in_order(rows), table
    assert server_faults.faults(released) == []


def test_every_day_is_decided_by_what_runs_now_and_run_days_are_kept_apart(
    released: Server,
) -> None:
    migrate(released)
    with closing(Database(released)) as database:
        basis.decide_anew(database, NOW)
        assert integrity.faults(database) == []
    with (
        psycopg.connect(released.url) as sql,
        pytest.raises(psycopg.IntegrityError, match="adjacent run days"),
    ):
        sql.execute(RUN)


def test_ids_go_on_after_those_that_there_were(released: Server) -> None:
    migrate(released)
    with psycopg.connect(released.url) as sql:
        for table in ("episodes", "check_ins", "changes", "sign_ins"):
            asked = f"SELECT nextval('{table}_id_seq') > (SELECT max(id) FROM {table})"
            assert sql.execute(asked.encode()).fetchone() == (True,), table


def test_a_row_that_is_nobodys_leaves_the_server_as_it_was(released: Server) -> None:
    with psycopg.connect(released.url) as sql:
        sql.execute(ORPHAN)
    before = _rows(released)
    with pytest.raises(SchemaError, match="account_id"):
        migrate(released)
    assert _rows(released) == before
    with closing(Database(released)) as database, database.engine.connect() as connection:
        assert revision_of(connection, released) != head()
