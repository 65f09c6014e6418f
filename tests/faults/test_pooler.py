"""PgBouncer before the server, which hands its connections out by transaction."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.faults.house import chance, furnished
from tests.postgresql import OWNER, REQUIRED, WRITTEN_DOWN, Cluster, needs_server, started
from tracker.storage.places import Server
from tracker.storage.postgresql.connections import is_pooled
from tracker.storage.postgresql.engine import open_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = shutil.which("pgbouncer", path=f"{os.environ.get('PATH')}:/usr/sbin")
pytestmark = [
    needs_server,
    pytest.mark.slow,
    pytest.mark.skipif(
        PROGRAM is None and not os.environ.get(REQUIRED), reason="no PgBouncer was found"
    ),
]

KILLS, CRASHES = 20, 6
SETTINGS = """
[databases]
{name} = host={server} user={owner}
[pgbouncer]
unix_socket_dir = {folder}
listen_addr =
listen_port = 5432
auth_type = any
pool_mode = transaction
default_pool_size = 4
ignore_startup_parameters = options
server_login_retry = 1
query_wait_timeout = 3
logfile = {folder}/log
"""


@contextmanager
def pooled(cluster: Cluster, name: str) -> Iterator[Server]:
    """The way to a database through a pooler of our own."""
    assert PROGRAM is not None
    with TemporaryDirectory(prefix="tracker-pool-") as folder:
        settings = Path(folder) / "settings.ini"
        values = {"name": name, "server": cluster.folder, "owner": OWNER, "folder": folder}
        settings.write_text(SETTINGS.format(**values), "utf-8")
        command = [PROGRAM, "--quiet", str(settings)]
        if os.geteuid() == 0:  # it refuses root, as the server does
            shutil.chown(folder, OWNER)
            command = [
                "setpriv",
                f"--reuid={OWNER}",
                f"--regid={OWNER}",
                "--clear-groups",
                *command,
            ]
        pooler = subprocess.Popen(command)
        way = Server(f"postgresql://{OWNER}@/{name}?host={folder}")
        try:
            _wait_for(way)
            yield way
        finally:
            pooler.terminate()
            pooler.wait()


def _wait_for(way: Server) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(way.url).close()
        except psycopg.OperationalError:
            assert time.monotonic() < until
            time.sleep(0.02)
        else:
            return


def test_nothing_acknowledged_is_lost_through_a_pooler_and_nothing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as stack:
        cluster = stack.enter_context(started(WRITTEN_DOWN))
        name = cluster.create()
        database = cluster.server(name)
        way = stack.enter_context(pooled(cluster, name))
        house = stack.enter_context(furnished(tmp_path, database, way, chance()))
        house.wait_for_answers(100)  # a statement is prepared once it was asked five times
        for _ in range(KILLS):
            house.wait_for_answers(2)
            cluster.owner().execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = %s AND xact_start IS NOT NULL LIMIT 1",
                (name,),
            )
        for _ in range(CRASHES):
            cluster.stop("immediate")
            assert [status for status, _ in house.health()] == [503, 503]
            cluster.start()
            house.wait_for_answers(8)
        house.end(database, monkeypatch)


def test_a_pooler_is_told_from_a_server() -> None:
    with ExitStack() as stack:
        cluster = stack.enter_context(started())
        name = cluster.create()
        for way, expected in (
            (cluster.server(name), False),
            (stack.enter_context(pooled(cluster, name)), True),
        ):
            engine = open_engine(way, busy_seconds=2.0)
            stack.callback(engine.dispose)
            with engine.connect() as connection:
                assert is_pooled(connection) is expected
