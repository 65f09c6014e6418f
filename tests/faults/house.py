"""Two processes of the tracker on one database of a server, and who writes to both meanwhile."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack, closing, contextmanager
from random import Random
from typing import TYPE_CHECKING, Any, LiteralString, NamedTuple

import psycopg

from tests.cli.test_commands import free_port
from tests.faults.people import runners
from tests.faults.servers import Served, served
from tests.faults.writers import Writer
from tests.web.kit.test_logs import Visitor
from tracker.cli import main
from tracker.services.diary import integrity
from tracker.settings import DATABASE_URL, Settings
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from tests.faults.writers import Notes
    from tracker.storage.places import Server

WRITERS_OF = (0, 0, 1, 2)  # the first diary is written by two browsers at once
EXCUSES = (
    "The diary is out of reach",
    "It may be saved, or not",
    "The diary is busy",
)
SEED = "TRACKER_TEST_SEED"


class House(NamedTuple):
    """Two processes of the tracker on one database, and who writes to both."""

    servers: tuple[Served, Served]
    writers: list[Writer]

    def answered(self) -> int:
        """How many answers there were."""
        return sum(writer.answered for writer in self.writers)

    def wait_for_answers(self, many: int) -> None:
        """Wait until so many more have come."""
        answered, until = self.answered(), time.monotonic() + 500
        while self.answered() < answered + many and time.monotonic() < until:
            time.sleep(0.01)
        assert self.answered() >= answered + many, "all go on as soon as the server is there"

    def excused(self, words: str) -> int:
        """How often somebody was told this in place of a success."""
        return sum(writer.excused[words] for writer in self.writers)

    def health(self) -> list[tuple[int, str]]:
        """What both say of themselves."""
        return [Visitor(f"http://127.0.0.1:{it.port}").get("/healthz") for it in self.servers]

    def end(self, database: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let everyone finish; what is there is what they were told, and once."""
        for writer in self.writers:
            writer.end()
        excused = [dict(writer.excused) for writer in self.writers]
        wrong = [words for writer in self.writers for words in writer.wrong]
        print(self.answered(), excused, *wrong, *self._errors(), sep="\n")  # noqa: T201 - shown when it fails
        assert wrong == []
        entries = "SELECT uid, note FROM check_ins UNION ALL SELECT uid, note FROM sessions"
        known: Notes = {uid: note for w in self.writers for uid, note in w.known().items()}
        stored = dict(_rows(database, entries))
        assert stored == {uid: note for uid, note in known.items() if note is not None}
        made_twice = (
            "SELECT uid FROM changes WHERE action = 'create' GROUP BY uid HAVING count(*) > 1"
        )
        assert _rows(database, made_twice) == []
        with closing(Database(database)) as opened:
            assert integrity.faults(opened) == []
        monkeypatch.setenv(DATABASE_URL, database.url)
        assert main(["check"]) == 0

    def _errors(self) -> list[str]:
        logged = [line for it in self.servers for line in it.log.read_text("utf-8").splitlines()]
        return [line for line in logged if "Traceback" in line]


def _rows(database: Server, query: LiteralString) -> list[tuple[Any, ...]]:
    with psycopg.connect(database.url) as sql:
        return sql.execute(query).fetchall()


def chance() -> Random:
    """Where what is random comes from; printed, so that it can be had again."""
    seed = os.environ.get(SEED) or str(time.time_ns())
    print(f"to see this again: {SEED}={seed!r}")  # noqa: T201 - shown when it fails
    return Random(seed)  # noqa: S311 - no secret


@contextmanager
def furnished(folder: Path, database: Server, way: Server, random: Random) -> Iterator[House]:
    """Fill a database with runners, and write to it by whatever way the processes are told."""
    people = runners(Settings(data_dir=folder, server=database), max(WRITERS_OF) + 1)
    ports = (free_port(), free_port())
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(served(Settings(data_dir=folder / which, server=way), port))
            for which, port in zip(("first", "second"), ports, strict=True)
        )
        writers = [
            Writer(people[who], port, Random(random.random()), EXCUSES)  # noqa: S311 - no secret
            for who, port in zip(WRITERS_OF, ports * 2, strict=True)
        ]
        house = House((first, second), writers)
        assert house.health() == [(200, "ok\n")] * 2  # they take connections before they open it
        for writer in writers:
            writer.start()
        yield house
