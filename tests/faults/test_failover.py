"""A server that dies while its standby takes over, and a standby that only reads."""

from __future__ import annotations

from contextlib import ExitStack, closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_commands import free_port
from tests.faults.house import chance, furnished
from tests.faults.people import a_check_in, runners, today
from tests.faults.servers import served
from tests.postgresql import WRITTEN_DOWN, needs_server, started
from tracker.services.access import share_links
from tracker.settings import Settings
from tracker.storage.database import Database
from tracker.storage.places import Server

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.people import Runner

pytestmark = [needs_server, pytest.mark.slow]

FAILOVERS = 4


def test_nothing_acknowledged_is_lost_or_doubled_as_the_standby_takes_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address names both servers, and asks for the one that leads."""
    with ExitStack() as stack:
        leader = stack.enter_context(started(WRITTEN_DOWN))
        name = leader.create()
        standby = stack.enter_context(started(WRITTEN_DOWN, leader))
        both = f"host={leader.folder},{standby.folder}&target_session_attrs=read-write"
        way = Server(f"postgresql://postgres@/{name}?{both}")
        database = leader.server(name)
        house = stack.enter_context(furnished(tmp_path, database, way, chance()))
        for _ in range(FAILOVERS):
            house.wait_for_answers(20)
            leader.stop("immediate")
            standby.lead()
            assert [status for status, _ in house.health()] == [200, 200]
            house.wait_for_answers(8)
            leader, standby = standby, leader
            standby.follow(leader)
        house.end(leader.server(name), monkeypatch)


def test_a_standby_shows_what_is_there_and_takes_entries_once_it_leads(tmp_path: Path) -> None:
    with ExitStack() as stack:
        leader = stack.enter_context(started(WRITTEN_DOWN))
        name = leader.create()
        (runner,) = runners(Settings(data_dir=tmp_path, server=leader.server(name)), 1)
        link = _shared(leader.server(name), runner)
        standby = stack.enter_context(started(WRITTEN_DOWN, leader))
        settings = Settings(data_dir=tmp_path / "second", server=standby.server(name))
        port = free_port()
        stack.enter_context(served(settings, port))
        assert (seen := runner.get(port, "/")).status == 200, seen.page
        entry = a_check_in("first", today(), "a note that is not lost")
        refused = runner.send(port, "/check-in", entry)
        assert refused.status == 507
        assert "The diary cannot be written to" in refused.page
        assert entry["note"] in refused.page
        assert runner.get(port, link).status == 507  # that it was opened must be on record
        leader.stop("immediate")
        standby.lead()
        assert runner.send(port, "/check-in", entry).status == 303
        assert runner.get(port, link).status == 200


def _shared(server: Server, runner: Runner) -> str:
    """The address of a link to a runner's injury."""
    with closing(Database(server)) as database:
        token = share_links.share(
            database,
            runner.account_id,
            runner.episode_id,
            shared_with="Dr Okafor",
            with_notes=False,
            days=7,
            now=datetime.now(UTC),
        )
    return f"/shared/{token}/"
