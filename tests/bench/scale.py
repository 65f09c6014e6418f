"""How it grows: many accounts of a year each, in a file and on a server, one process and two.

`python -m tests.bench.scale [--accounts N] [--engine sqlite|postgresql] [--seconds S]`. All of it
is on this machine; the server is one of the bench's own, and gone afterwards.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.load import put_on, seconds_of
from tests.bench.many import fill, token_of
from tests.bench.people import cookie_of
from tests.bench.served import Browser, bare, tracker
from tests.bench.web import CHECK_IN, now_typed
from tests.postgresql import Cluster, find_binaries
from tracker.services.access import shared_limits
from tracker.settings import Settings
from tracker.storage import backups
from tracker.storage.database import Database
from tracker.storage.places import Server as Diary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bench.served import Server
    from tracker.storage.places import Place

ROUNDS, CLIENTS = 40, (1, 8, 64)
CHECKED = 100  # accounts that are looked through, of however many
DURABLE = ("shared_buffers=256MB",)  # and every commit on the disk, as it is served


class Bench:
    """A filled database, and what is asked of it."""

    def __init__(self, folder: Path, place: Place, accounts: int) -> None:
        self.folder, self.place, self.accounts = folder, place, accounts
        self.options = {"TRACKER_DATABASE_URL": place.url} if isinstance(place, Diary) else {}
        os.environ.update(self.options)
        settings = Settings.from_environment()
        if isinstance(place, Diary):
            with closing(Database(place)) as database:
                self.key = shared_limits.signing_key(database)
        else:
            self.key = settings.secret_key()

    def cookie(self, number: int) -> str:
        """What the browser of an account shows."""
        return cookie_of(self.key, token_of(1 + number % self.accounts))


def main() -> None:
    """Print each figure as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=__doc__)
    parser.add_argument("--accounts", type=int, default=100)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--seconds", type=float, default=5.0, help="how long clients ask")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, _place(arguments.engine, Path(name)) as place:
        os.environ["TRACKER_DATA_DIR"] = name
        start = perf_counter()
        fill(place, arguments.accounts)
        _tell(f"filling {arguments.accounts} accounts of a year", perf_counter() - start, "s")
        bench = Bench(Path(name), place, arguments.accounts)
        _sizes(bench)
        _pages(bench)
        _commands(bench)
        for processes in (1, 2):
            _crowds(bench, processes, arguments.seconds)


def _tell(what: str, value: float, unit: str) -> None:
    sys.stdout.write(f"{value:12.2f} {unit:5} {what}\n")
    sys.stdout.flush()


@contextmanager
def _place(engine: str, folder: Path) -> Iterator[Place]:
    if engine == "sqlite":
        yield folder / "diary.db"
        return
    binaries = find_binaries()
    assert binaries is not None, "no PostgreSQL server was found"
    cluster = Cluster(binaries, DURABLE)
    try:
        yield cluster.server(cluster.create())
    finally:
        cluster.remove()


def _sizes(bench: Bench) -> None:
    """What the database weighs, and which tables and indexes of it."""
    with closing(Database(bench.place)) as database, database.engine.connect() as connection:
        if isinstance(bench.place, Path):
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            asked = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"
        else:
            asked = (
                "SELECT relname, pg_table_size(oid) FROM pg_class"
                " WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace"
                " ORDER BY 2 DESC"
            )
        parts = [(str(n), int(size)) for n, size in connection.exec_driver_sql(asked)]
    whole = sum(size for _, size in parts)
    _tell("the whole database, for each account", whole / bench.accounts / 1000, "kB")
    for part, size in parts[:9]:
        _tell(f"  of it {part}", size / bench.accounts / 1000, "kB")


def _pages(bench: Bench) -> None:
    """Today and a save beside the anchors of bare Flask, in turn: ratios of medians."""
    with ExitStack() as stack:
        start = perf_counter()
        server = stack.enter_context(tracker(bench.folder))
        browser = Browser(server, bench.cookie(bench.accounts // 2))
        browser.get("/")
        _tell("start of the command to Today answered", perf_counter() - start, "s")
        anchor = Browser(stack.enter_context(bare(bench.folder)))
        stack.callback(browser.close)
        stack.callback(anchor.close)
        browser.open_form()
        cached, saved, after, select, insert = [], [], [], [], []
        for _ in range(ROUNDS):
            cached.append(_time(lambda: browser.get("/")))
            select.append(_time(lambda: anchor.get("/select")))
            answers, uid = CHECK_IN | now_typed(), []
            saved.append(_time(lambda: uid.append(browser.save("check-in", answers))))  # noqa: B023
            insert.append(_time(lambda: anchor.post("/insert", note="x" * 200)))
            after.append(_time(lambda: browser.get("/")))
            browser.take_out("check-in", uid[0])
            browser.get("/")
        _processor(server, browser)
        _beside("Today, cached", cached, select, "SELECT")
        _beside("Today after an entry", after, select, "SELECT")
        _beside("a check-in saved", saved, insert, "INSERT")


def _processor(server: Server, browser: Browser) -> None:
    """What the server's processor spends, whatever else the machine is at."""
    used, ids = {"Today, cached": 0.0, "a check-in saved": 0.0, "Today after an entry": 0.0}, []
    works: list[Callable[[], object]] = [
        lambda: browser.get("/"),
        lambda: ids.append(browser.save("check-in", CHECK_IN | now_typed())),
        lambda: browser.get("/"),
    ]
    for _ in range(ROUNDS):
        for what, work in zip(used, works, strict=True):
            before = seconds_of(server.pid)
            work()
            used[what] += seconds_of(server.pid) - before
        browser.take_out("check-in", ids.pop())
        browser.get("/")
    for what, seconds in used.items():
        _tell(f"  {what}, of the server's processor", seconds / ROUNDS * 1000, "ms")


def _beside(what: str, ours: list[float], theirs: list[float], anchor: str) -> None:
    _tell(f"{what}, against bare Flask with one {anchor}", median(ours) / median(theirs), "x")
    _tell(f"  {what}", median(ours) * 1000, "ms")


def _time(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _commands(bench: Bench) -> None:
    """A copy, and the look through the pages of a file and every day of the last accounts."""
    if isinstance(bench.place, Path):
        now, folder = datetime.now(UTC), bench.folder / "copies"
        _tell("a copy", _time(lambda: backups.make(bench.place, folder, now, keep=1)), "s")  # type: ignore[arg-type]
    else:
        address = bench.place.url
        dump = ["pg_dump", "-Fc", "-f", str(bench.folder / "copy"), address]
        _tell("a copy by pg_dump", _time(lambda: subprocess.run(dump, check=True)), "s")
    for jobs in ("1", "2"):
        after = str(max(0, bench.accounts - CHECKED))
        command = [sys.executable, "-m", "tracker", "check", "--jobs", jobs, "--after", after]
        run = lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: B023, E731
        _tell(f"tracker check of the last {CHECKED} accounts, {jobs} at once", _time(run), "s")


def _crowds(bench: Bench, processes: int, seconds: float) -> None:
    """Clients that ask for Today at once, each of another account, of one server or of two."""
    with ExitStack() as stack:
        servers = [stack.enter_context(tracker(bench.folder)) for _ in range(processes)]
        for clients in CLIENTS:
            asked = [
                (servers[number % processes].address, bench.cookie(number * 7))
                for number in range(clients)
            ]
            put_on(asked, 1.0)  # what is shown is put on record once, and cached
            before = _used(servers)
            load = put_on(asked, seconds)
            used = (_used(servers) - before) / load.answers
            _tell(f"{clients} clients, {processes} processes", load.per_second, "/s")
            _tell("  the slowest of a hundred", load.p99_ms, "ms")
            _tell("  the servers' processor for each answer", used * 1000, "ms")


def _used(servers: list[Server]) -> float:
    return sum(seconds_of(server.pid) for server in servers)


if __name__ == "__main__":
    main()
