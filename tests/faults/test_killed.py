"""A server that is killed again and again loses nothing that it said was saved."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_commands import free_port
from tests.faults.people import runners
from tests.faults.servers import Served
from tests.faults.writers import Writer
from tracker.cli import main
from tracker.services.diary import integrity
from tracker.settings import DATA_DIR
from tracker.storage import backups
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.faults.writers import Notes

KILLS = 110  # of each of two servers, which pytest may run beside each other
WRITERS_OF = (0, 0, 1, 2)  # the first diary is written by two browsers at once
SEED = "TRACKER_TEST_SEED"


@pytest.mark.slow
@pytest.mark.parametrize("server", ["first", "second"])
def test_nothing_acknowledged_is_lost_or_doubled_by_kills(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str
) -> None:
    seed = os.environ.get(SEED) or f"{server} {time.time_ns()}"
    print(f"to see this again: {SEED}={seed!r}")  # noqa: T201 - shown when it fails
    random = Random(seed)  # noqa: S311 - no secret
    data, port = tmp_path / "data", free_port()
    people = runners(data, max(WRITERS_OF) + 1)
    writers = [
        Writer(people[who], port, Random(random.random()))  # noqa: S311 - no secret
        for who in WRITERS_OF
    ]
    for writer in writers:
        writer.start()
    for _ in range(KILLS):
        _one_life(Served(data, port), writers, data / "diary.db", random)
    last = Served(data, port)
    last.start()
    for writer in writers:
        writer.end()
    last.kill()
    assert [wrong for writer in writers for wrong in writer.wrong] == []
    assert _stored(data / "diary.db") == _present(_known(writers))
    assert _made_twice(data / "diary.db") == []
    monkeypatch.setenv(DATA_DIR, str(data))
    assert main(["check"]) == 0
    assert sum(writer.answered for writer in writers) > KILLS


def _one_life(server: Served, writers: Sequence[Writer], diary: Path, random: Random) -> None:
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


def _faults(diary: Path) -> list[str]:
    """Is the file whole, and every stored day what the fold says?"""
    database = Database(diary)
    faults = backups.faults(diary) or integrity.faults(database)
    database.close()
    return faults


def _known(writers: Sequence[Writer]) -> Notes:
    return {uid: note for writer in writers for uid, note in writer.known().items()}


def _present(notes: Notes) -> Notes:
    return {uid: note for uid, note in notes.items() if note is not None}


def _stored(diary: Path) -> Notes:
    query = "SELECT uid, note FROM check_ins UNION ALL SELECT uid, note FROM sessions"
    with closing(sqlite3.connect(f"file:{diary}?mode=ro", uri=True, timeout=60)) as db:
        return dict(db.execute(query).fetchall())


def _made_twice(diary: Path) -> list[tuple[str, int]]:
    query = (
        "SELECT uid, count(*) FROM changes WHERE action = 'create' AND undone_at IS NULL"
        " GROUP BY uid HAVING count(*) > 1"
    )
    with closing(sqlite3.connect(diary)) as db:
        return db.execute(query).fetchall()
