"""Connections cut in mid-commit, a database server that crashes: nothing acknowledged is lost."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

import psycopg
import pytest

from tests.faults.cutter import Cutter
from tests.faults.house import House, chance, furnished
from tests.postgresql import WRITTEN_DOWN, Cluster, needs_server, started
from tracker.storage.places import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from random import Random

pytestmark = [needs_server, pytest.mark.slow]

KILLS, CRASHES = 120, 6


class Cut(NamedTuple):
    """A house whose way to the server can break off."""

    house: House
    cluster: Cluster
    name: str
    cutter: Cutter
    random: Random

    @property
    def database(self) -> Server:
        """Where the database is."""
        return self.cluster.server(self.name)


@pytest.fixture
def cut(tmp_path: Path) -> Iterator[Cut]:
    random = chance()
    with ExitStack() as stack:
        cluster = stack.enter_context(started(WRITTEN_DOWN))
        name = cluster.create()
        database = cluster.server(name)
        cutter = Cutter(cluster.folder, random, one_in=3)
        stack.callback(cutter.close)
        way = Server(database.url.replace(str(cluster.folder), str(cutter.folder)))
        house = stack.enter_context(furnished(tmp_path, database, way, random))
        yield Cut(house, cluster, name, cutter, random)


def test_nothing_acknowledged_is_lost_or_doubled_by_connections_that_are_cut(
    cut: Cut, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = committing = 0
    with psycopg.connect(cut.cluster.server("postgres").url, autocommit=True) as sql:
        until = time.monotonic() + 500
        while killed < KILLS:
            assert time.monotonic() < until, f"{killed} cut"
            victims = sql.execute(
                "SELECT pid, query FROM pg_stat_activity"
                " WHERE datname = %s AND xact_start IS NOT NULL",
                (cut.name,),
            ).fetchall()
            for pid, query in victims[:1]:
                sql.execute("SELECT pg_terminate_backend(%s)", (pid,))
                killed += 1
                committing += query == "COMMIT"
            time.sleep(cut.random.uniform(0, 0.05))  # the moment is what is random
    print(f"{killed} cut, {committing} of them in the commit")  # noqa: T201 - shown when it fails
    cut.house.end(cut.database, monkeypatch)
    assert sum(sum(w.excused.values()) for w in cut.house.writers) > 0


def test_nothing_acknowledged_is_lost_or_doubled_by_cuts_in_the_commit(
    cut: Cut, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the server has it or not is looked up, so few are told that it may be saved."""
    cutter = cut.cutter
    cutter.is_cutting = True
    until = time.monotonic() + 500
    while cutter.before + cutter.after < KILLS:
        assert time.monotonic() < until, (cutter.before, cutter.after)
        time.sleep(0.05)
    cutter.is_cutting = False
    print(f"{cutter.before} cut before, {cutter.after} after")  # noqa: T201 - shown when it fails
    cut.house.end(cut.database, monkeypatch)
    assert min(cutter.before, cutter.after) > KILLS // 4
    assert cut.house.excused("It may be saved, or not") < cutter.after // 4


def test_nothing_is_lost_by_a_server_that_crashes_or_is_stopped_and_it_is_told(
    cut: Cut, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(CRASHES):
        cut.house.wait_for_answers(4)
        cut.cluster.stop(("immediate", "fast")[number % 2])
        away = "The diary cannot be read: the database server cannot be reached.\n"
        assert cut.house.health() == [(503, away)] * 2
        cut.cluster.start()
        assert [status for status, _ in cut.house.health()] == [200, 200]
    cut.house.end(cut.database, monkeypatch)
    assert cut.house.excused("The diary is out of reach") > 0
