"""What only a PostgreSQL server does: its schema, locks, retries, and words when it is away."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from tests.databases import cluster
from tests.postgresql import needs_server
from tests.raw_sql import rows
from tests.storage.rows import an_account, an_episode
from tracker.storage.access import accounts
from tracker.storage.database import Database, retried
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.places import Server
from tracker.storage.schema import SchemaError, head, migrate
from tracker.storage.tables import METADATA
from tracker.storage.words import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [needs_server, pytest.mark.slow]

KEYS_OF_A_FILE = {f"uq_{table}_account_id_id" for table in ("episodes", "imports", "shares")}


@pytest.fixture
def database(place: Server) -> Iterator[Database]:
    opened = Database(place, busy_seconds=2.0)
    yield opened
    opened.close()


def test_the_newest_schema_on_a_server_is_what_the_models_say(database: Database) -> None:
    of_this_engine = {"include_object": lambda _, name, *__: name not in KEYS_OF_A_FILE}
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=of_this_engine)
        assert compare_metadata(context, METADATA) == []


def _shape(engine: Engine) -> dict[str, Any]:
    """The tables of a database: columns, which may be empty, keys, indexes, checks."""
    known = inspect(engine)
    return {
        table: (
            {column["name"]: column["nullable"] for column in known.get_columns(table)},
            known.get_pk_constraint(table)["constrained_columns"],
            sorted(
                (i["name"], tuple(i["column_names"]))
                for i in known.get_indexes(table)
                if "duplicates_constraint" not in i
            ),
            sorted(
                f"{key['name']} {key['options'].get('ondelete')}"
                for key in known.get_foreign_keys(table)
            ),
            sorted(str(key["name"]) for key in known.get_unique_constraints(table)),
            sorted(str(check["name"]) for check in known.get_check_constraints(table)),
        )
        for table in known.get_table_names()
    }


def test_a_server_gets_at_once_what_the_steps_make_in_a_file(
    database: Database, tmp_path: Path
) -> None:
    migrate(tmp_path / "diary.db")
    file = Database(tmp_path / "diary.db")
    assert _shape(database.engine) == _as_on_a_server(_shape(file.engine))
    file.close()


def _as_on_a_server(shape: dict[str, Any]) -> dict[str, Any]:
    """Where a file finds a row by its number alone, a server has its account and its number."""
    adapted = {}
    for table, (columns, key, indexes, references, unique, checks) in shape.items():
        own = ["account_id", "id"] if key == ["id"] and columns.get("account_id") is False else key
        others = [name for name in unique if name not in KEYS_OF_A_FILE]
        adapted[table] = (columns, own, indexes, references, others, checks)
    return adapted


def test_an_account_may_have_many_ended_episodes_and_one_that_is_open(database: Database) -> None:
    with database.writing(1) as tx:
        for _ in range(2):
            tx.add(an_episode(closed_on=an_episode().onset, closed_reason="returned"))
    with pytest.raises(StorageError, match="uq_episodes_open"), database.writing(1) as tx:
        tx.add(an_episode())


def test_a_reader_cannot_write_and_sees_one_moment(database: Database) -> None:
    with database.reading() as tx:
        before = [account.unit for account in accounts.every(tx)]
        with database.writing(1) as other:
            accounts.set_unit(other, 1, Unit.MI)
        assert [account.unit for account in accounts.every(tx)] == before
    with pytest.raises(StorageError, match="read-only"), database.reading() as tx:
        accounts.set_unit(tx, 1, Unit.MI)


def test_who_writes_to_one_account_waits_for_nobody_elses(database: Database) -> None:
    with database.writing(1), database.writing(2) as tx:
        accounts.set_unit(tx, 2, Unit.MI)
    impatient = Database(database.place, busy_seconds=0.05)
    with database.writing(1):
        for mine in (1, None):
            with pytest.raises(StorageError) as caught, impatient.writing(mine):
                pass
            assert caught.value.kind is ErrorKind.BUSY
    with database.writing(keys=["a name"]), impatient.writing(keys=["another"]):
        pass
    impatient.close()


def test_a_deadlock_is_undone_for_one_who_then_does_it_again(database: Database) -> None:
    met = threading.Barrier(2)
    tries: list[int] = []

    @retried
    def cross(mine: int, other: int) -> None:
        tries.append(mine)
        with database.writing(keys=[f"{mine}"]) as tx:
            accounts.set_unit(tx, mine, Unit.MI)
            if len(tries) <= 2:
                met.wait()
            accounts.set_unit(tx, other, Unit.MI)

    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(cross, 1, 2), pool.submit(cross, 2, 1)]
        assert [done.result() for done in both] == [None, None]
    assert len(tries) > 2
    with database.reading() as tx:
        assert {account.unit for account in accounts.every(tx)} == {Unit.MI}


def test_the_revision_changes_when_anything_is_committed(database: Database) -> None:
    before = database.revision()
    assert database.revision() == before
    with database.writing(1) as tx:
        accounts.set_unit(tx, 1, Unit.MI)
    assert database.revision() != before


def test_an_error_does_not_repeat_the_row_it_is_about(database: Database) -> None:
    with pytest.raises(StorageError) as caught, database.writing(1) as tx:
        tx.add(an_account("Ada"))
    assert "uq_accounts_name_key" in str(caught.value)
    assert "ada" not in str(caught.value)


def test_many_who_start_at_once_find_the_schema_made_once() -> None:
    place = cluster().server(name := cluster().create())
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(migrate, [place] * 6))
    assert rows(place, "SELECT version_num FROM alembic_version") == [(head(),)]
    cluster().drop(name)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "later release"),
        ("DROP TABLE alembic_version", "not one of this tracker"),
        ("ALTER TABLE sessions DROP COLUMN note", "does not exist"),
    ],
)
def test_what_is_no_diary_of_this_release_is_refused(
    place: Server, statement: str, words: str
) -> None:
    with psycopg.connect(place.url) as sql:
        sql.execute(statement)
    with pytest.raises(SchemaError, match=words):
        migrate(place)


def test_where_there_is_no_server_the_start_says_so_without_the_password() -> None:
    nowhere = Server("postgresql://ada:a-secret@127.0.0.1:9/diary")
    with pytest.raises(SchemaError, match="Is the server running") as caught:
        migrate(nowhere)
    assert "a-secret" not in str(caught.value)
    assert "ada@127.0.0.1:9/diary" in str(caught.value)


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_that_does_not_hold_every_letter_is_refused(encoding: str) -> None:
    name = cluster().reserve()
    made = f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}' LOCALE 'C'"
    cluster().owner().execute(made.encode())
    with pytest.raises(SchemaError, match=f"its encoding is {encoding}.*--encoding=UTF8"):
        migrate(cluster().server(name))
    cluster().drop(name)


def test_of_several_servers_in_an_address_the_one_that_answers_is_asked(place: Server) -> None:
    folder = place.url.partition("host=")[2]
    both = Server(place.url.replace(folder, f"/nowhere,{folder}&target_session_attrs=read-write"))
    migrate(both)
    with closing(Database(both)) as opened, opened.reading() as tx:
        assert tx.scalar(text("SELECT count(*) FROM accounts")) == 2


def test_what_an_address_asks_of_its_connections_stands_beside_what_the_tracker_asks(
    place: Server,
) -> None:
    asked = "&options=-c%20work_mem%3D5MB&application_name=practice"
    names = ("work_mem", "application_name", "lock_timeout")
    opened = Database(Server(place.url + asked), busy_seconds=2.0)
    with closing(opened), opened.reading() as tx:
        answers = [tx.scalar(text(f"SHOW {name}")) for name in names]
    assert answers == ["5MB", "practice", "2s"]


def test_text_that_a_server_cannot_hold_is_an_error_of_the_asking(database: Database) -> None:
    with pytest.raises(StorageError) as caught, database.writing(1) as tx:
        tx.execute(text("UPDATE accounts SET name = :name"), {"name": "a\0b"})
    assert caught.value.kind is None
