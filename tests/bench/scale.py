"""How it grows: many accounts of a year each, in a file and on a server, one process and two.

`python -m tests.bench.scale [--accounts N] [--engine sqlite|postgresql] [--seconds S] [--only PART
...]`. All of it is on this machine; the server is one of the bench's own, and gone afterwards.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.copies import copies
from tests.bench.crowds import crowds
from tests.bench.load import seconds_of
from tests.bench.many import fill, token_of
from tests.bench.people import cookie_of
from tests.bench.served import Browser, bare, tracker
from tests.bench.web import CHECK_IN, now_typed
from tests.postgresql import Cluster, find_binaries
from tracker.services.access import shared_limits
from tracker.settings import Settings
from tracker.storage.database import Database
from tracker.storage.places import Server as Diary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bench.served import Server
    from tracker.storage.places import Place

ROUNDS = 40
DURABLE = ("shared_buffers=256MB",)  # and every commit on the disk, as it is served


class Bench:
    """A filled database, and what is asked of it."""

    def __init__(self, folder: Path, place: Place, spare: Place, accounts: int) -> None:
        self.folder, self.place, self.spare, self.accounts = folder, place, spare, accounts
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
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, _places(arguments.engine, Path(name)) as places:
        os.environ["TRACKER_DATA_DIR"] = name
        start = perf_counter()
        fill(places[0], arguments.accounts)
        _tell(f"filling {arguments.accounts} accounts of a year", perf_counter() - start, "s")
        bench = Bench(Path(name), *places, arguments.accounts)
        for part in arguments.only:
            PARTS[part](bench, arguments.seconds)


def _tell(what: str, value: float, unit: str) -> None:
    sys.stdout.write(f"{value:12.2f} {unit:5} {what}\n")
    sys.stdout.flush()


@contextmanager
def _places(engine: str, folder: Path) -> Iterator[tuple[Place, Place]]:
    """Where the database is to be, and a spare one."""
    if engine == "sqlite":
        yield folder / "diary.db", folder / "spare" / "diary.db"
        return
    binaries = find_binaries()
    assert binaries is not None, "no PostgreSQL server was found"
    cluster = Cluster(binaries, DURABLE)
    try:
        yield cluster.server(cluster.create()), cluster.server(cluster.create())
    finally:
        cluster.remove()


def _sizes(bench: Bench, _: float) -> None:
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


def _pages(bench: Bench, _: float) -> None:
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


def _copies(bench: Bench, _: float) -> None:
    for figure in copies(bench.folder, bench.place, bench.spare, bench.accounts):
        _tell(*figure)


def _crowds(bench: Bench, seconds: float) -> None:
    for figure in crowds(bench.folder, bench.cookie, seconds):
        _tell(*figure)


PARTS: dict[str, Callable[[Bench, float], None]] = {
    "sizes": _sizes,
    "pages": _pages,
    "copies": _copies,
    "crowds": _crowds,
}


if __name__ == "__main__":
    main()
