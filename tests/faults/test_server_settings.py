"""A server that somebody else set up otherwise: the same answers, and nothing amiss to `check`."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.faults.house import chance, furnished
from tests.postgresql import needs_server, started

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [needs_server, pytest.mark.slow]


@pytest.mark.parametrize(
    "settings",
    [
        (
            "DateStyle = 'SQL, DMY'",
            "TimeZone = 'America/New_York'",
            "bytea_output = 'escape'",
            "extra_float_digits = -15",
            "default_transaction_isolation = 'serializable'",
            "standard_conforming_strings = off",
            "quote_all_identifiers = on",
            "transform_null_equals = on",
        ),
        (
            "DateStyle = 'German'",
            "client_encoding = 'LATIN1'",
            "enable_seqscan = off",
            'search_path = "My-practice"',
        ),
    ],
    ids=["as they write it", "in a schema of its own"],
)
def test_a_diary_is_kept_however_the_server_is_set(
    settings: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as stack:
        cluster = stack.enter_context(started())
        database = cluster.server(name := cluster.create())
        with psycopg.connect(database.url) as sql:
            sql.execute('CREATE SCHEMA "My-practice"')
        for setting in settings:
            cluster.owner().execute(f"ALTER DATABASE {name} SET {setting}".encode())
        house = stack.enter_context(furnished(tmp_path, database, database, chance()))
        house.wait_for_answers(60)
        house.end(database, monkeypatch)
