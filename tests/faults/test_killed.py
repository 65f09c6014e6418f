"""A server that is killed again and again loses nothing that it said was saved."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_commands import free_port
from tests.databases import environment
from tests.faults.people import runners
from tests.faults.servers import Served
from tests.faults.writers import Writer
from tests.raw_sql import Rows, rows
from tracker.cli import main
from tracker.services.diary import integrity
from tracker.storage import server_faults
from tracker.storage.database import Database
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.faults.writers import Notes
    from tracker.settings import Settings
    from tracker.storage.places import Place

KILLS = 110  # of each of two servers, which pytest may run beside each other
WRITERS_OF = (0, 0, 1, 2)  # the first diary is written by two browsers at once
SEED = "TRACKER_TEST_SEED"


@pytest.mark.slow
@pytest.mark.parametrize("server", ["first", "second"])
def test_nothing_acknowledged_is_lost_or_doubled_by_kills(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, server: str
) -> None:
    seed = os.environ.get(SEED) or f"{server} {time.time_ns()}"
    print(f"to see this again: {SEED}={seed!r}")  # noqa: T201 - shown when it fails
    random = Random(seed)  # noqa: S311 - no secret
    port, diary = free_port(), settings.place
    people = runners(settings, max(WRITERS_OF) + 1)
    writers = [
        Writer(people[who], port, Random(random.random()))  # noqa: S311 - no secret
        for who in WRITERS_OF
    ]
    for writer in writers:
        writer.start()
    for _ in range(KILLS):
        _one_life(Served(settings, port), writers, diary, random)
    last = Served(settings, port)
    last.start()
    for writer in writers:
        writer.end()
    last.kill()
    assert [wrong for writer in writers for wrong in writer.wrong] == []
    assert _stored(diary) == _present(_known(writers))
    assert _made_twice(diary) == []
    for name, value in environment(settings).items():
        monkeypatch.setenv(name, value)
    assert main(["check"]) == 0
    assert sum(writer.answered for writer in writers) > KILLS


def _one_life(server: Served, writers: Sequence[Writer], diary: Place, random: Random) -> None:
    """Start the server, see that all is there, and kill it: soon after an answer, or any time."""
    answered = sum(writer.answered for writer in writers)
    server.start()
    if random.random() < 0.8:
        until = time.monotonic() + 60
        while sum(writer.answered for writer in writers) == answered:
            assert time.monotonic() < until, server.log.read_text("utf-8")[-2000:]
            time.sleep(0.002)
        before, stored, after = _known(writers), _stored(diary), _known(writers)
        known = dict(before.items() & after.items())  # nobody touched these meanwhile
        assert {uid: stored.get(uid) for uid in known} == known
    time.sleep(random.uniform(0, 0.15))  # the moment is what is random; nothing waits for it
    server.kill()
    if random.random() < 0.5:  # else the next server is the first to see what is left
        assert _faults(diary) == []


def _faults(diary: Place) -> list[str]:
    """Is it whole, and every stored day what the fold says?"""
    database = Database(diary)
    its_own = backups.faults(diary) if isinstance(diary, Path) else server_faults.faults(diary)
    faults = its_own or integrity.faults(database)
    database.close()
    return faults


def _known(writers: Sequence[Writer]) -> Notes:
    return {uid: note for writer in writers for uid, note in writer.known().items()}


def _present(notes: Notes) -> Notes:
    return {uid: note for uid, note in notes.items() if note is not None}


def _stored(diary: Place) -> Notes:
    return dict(
        rows(diary, "SELECT uid, note FROM check_ins UNION ALL SELECT uid, note FROM sessions")
    )


def _made_twice(diary: Place) -> Rows:
    query = (
        "SELECT uid, count(*) FROM changes WHERE action = 'create' AND undone_at IS NULL"
        " GROUP BY uid HAVING count(*) > 1"
    )
    return rows(diary, query)
