"""Connections cut in mid-commit, a database server that crashes: nothing acknowledged is lost."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack, closing
from random import Random
from typing import TYPE_CHECKING, Any, LiteralString, NamedTuple

import psycopg
import pytest

from tests.cli.test_commands import free_port
from tests.faults.cutter import Cutter
from tests.faults.people import runners
from tests.faults.servers import Served, served
from tests.faults.writers import Writer
from tests.postgresql import Cluster, find_binaries, needs_server
from tests.web.kit.test_logs import Visitor
from tracker.cli import main
from tracker.services.diary import integrity
from tracker.settings import DATABASE_URL, Settings
from tracker.storage.database import Database
from tracker.storage.places import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.writers import Notes

pytestmark = [needs_server, pytest.mark.slow]

KILLS, CRASHES = 120, 6
WRITERS_OF = (0, 0, 1, 2)  # the first diary is written by two browsers at once
EXCUSES = (
    "The diary is out of reach",
    "It may be saved, or not",
    "The diary is busy",
)
SEED = "TRACKER_TEST_SEED"


class House(NamedTuple):
    """Two processes of the tracker on one database, and who writes to both."""

    cluster: Cluster
    name: str
    servers: tuple[Served, Served]
    writers: list[Writer]
    cutter: Cutter
    random: Random

    def answered(self) -> int:
        """How many answers there were."""
        return sum(writer.answered for writer in self.writers)

    def rows(self, query: LiteralString) -> list[tuple[Any, ...]]:
        """Ask the database itself."""
        with psycopg.connect(self.cluster.server(self.name).url) as sql:
            return sql.execute(query).fetchall()

    def end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let everyone finish; what is there is what they were told, and once."""
        for writer in self.writers:
            writer.end()
        excused = [dict(writer.excused) for writer in self.writers]
        print(self.answered(), excused)  # noqa: T201 - shown when it fails
        assert [wrong for writer in self.writers for wrong in writer.wrong] == []
        entries = "SELECT uid, note FROM check_ins UNION ALL SELECT uid, note FROM sessions"
        known: Notes = {uid: note for w in self.writers for uid, note in w.known().items()}
        assert dict(self.rows(entries)) == {u: n for u, n in known.items() if n is not None}
        made_twice = (
            "SELECT uid FROM changes WHERE action = 'create' GROUP BY uid HAVING count(*) > 1"
        )
        assert self.rows(made_twice) == []
        server = self.cluster.server(self.name)
        with closing(Database(server)) as database:
            assert integrity.faults(database) == []
        monkeypatch.setenv(DATABASE_URL, server.url)
        assert main(["check"]) == 0


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    binaries = find_binaries()
    assert binaries is not None
    seed = os.environ.get(SEED) or str(time.time_ns())
    print(f"to see this again: {SEED}={seed!r}")  # noqa: T201 - shown when it fails
    random = Random(seed)  # noqa: S311 - no secret
    cluster = Cluster(binaries, ("fsync=off",))  # its commits are written down, if not to the disk
    name = cluster.create()
    server = cluster.server(name)
    people = runners(Settings(data_dir=tmp_path, server=server), max(WRITERS_OF) + 1)
    cutter = Cutter(cluster.folder, random, one_in=3)
    cut = Server(server.url.replace(str(cluster.folder), str(cutter.folder)))
    ports = (free_port(), free_port())
    with ExitStack() as stack:
        stack.callback(cluster.remove)
        stack.callback(cutter.close)
        first, second = (
            stack.enter_context(served(Settings(data_dir=tmp_path / which, server=cut), port))
            for which, port in zip(("first", "second"), ports, strict=True)
        )
        for port in ports:  # it takes connections before it has opened the diary
            assert Visitor(f"http://127.0.0.1:{port}").get("/healthz") == (200, "ok\n")
        writers = [
            Writer(people[who], port, Random(random.random()), EXCUSES)  # noqa: S311 - no secret
            for who, port in zip(WRITERS_OF, ports * 2, strict=True)
        ]
        for writer in writers:
            writer.start()
        yield House(cluster, name, (first, second), writers, cutter, random)


def test_nothing_acknowledged_is_lost_or_doubled_by_connections_that_are_cut(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = committing = 0
    with psycopg.connect(house.cluster.server("postgres").url, autocommit=True) as sql:
        until = time.monotonic() + 500
        while killed < KILLS:
            assert time.monotonic() < until, f"{killed} cut"
            victims = sql.execute(
                "SELECT pid, query FROM pg_stat_activity"
                " WHERE datname = %s AND xact_start IS NOT NULL",
                (house.name,),
            ).fetchall()
            for pid, query in victims[:1]:
                sql.execute("SELECT pg_terminate_backend(%s)", (pid,))
                killed += 1
                committing += query == "COMMIT"
            time.sleep(house.random.uniform(0, 0.05))  # the moment is what is random
    print(f"{killed} cut, {committing} of them in the commit")  # noqa: T201 - shown when it fails
    house.end(monkeypatch)
    assert sum(sum(w.excused.values()) for w in house.writers) > 0


def test_nothing_acknowledged_is_lost_or_doubled_by_cuts_in_the_commit(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the server has it or not is looked up, so few are told that it may be saved."""
    cutter = house.cutter
    cutter.is_cutting = True
    until = time.monotonic() + 500
    while cutter.before + cutter.after < KILLS:
        assert time.monotonic() < until, (cutter.before, cutter.after)
        time.sleep(0.05)
    cutter.is_cutting = False
    print(f"{cutter.before} cut before, {cutter.after} after")  # noqa: T201 - shown when it fails
    house.end(monkeypatch)
    assert min(cutter.before, cutter.after) > KILLS // 4
    assert sum(w.excused["It may be saved, or not"] for w in house.writers) < cutter.after // 4


def test_nothing_is_lost_by_a_server_that_crashes_or_is_stopped_and_it_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = [Visitor(f"http://127.0.0.1:{server.port}") for server in house.servers]
    for number in range(CRASHES):
        answered = house.answered()
        until = time.monotonic() + 60
        while house.answered() < answered + 4 and time.monotonic() < until:
            time.sleep(0.01)
        assert house.answered() >= answered + 4, "both go on as soon as it is back"
        house.cluster.stop(("immediate", "fast")[number % 2])
        assert [who.get("/healthz") for who in watch] == [
            (503, "The diary cannot be read: the database server cannot be reached.\n")
        ] * 2
        house.cluster.start()
        assert [who.get("/healthz")[0] for who in watch] == [200, 200]
    house.end(monkeypatch)
    assert sum(w.excused["The diary is out of reach"] for w in house.writers) > 0
