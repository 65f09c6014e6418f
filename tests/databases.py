"""Databases for tests: a file each, or, with `pytest --postgresql`, each on a server of our own.

What a test begins with is made once a process and copied: `fresh` says where the copy is.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.postgresql import Cluster, find_binaries
from tracker.services.transfer.move import move
from tracker.settings import DATA_DIR, DATABASE_URL
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.settings import Settings
    from tracker.storage.places import Place, Server

    Fill = Callable[[Database], object]


NOW = datetime(2026, 5, 1, 6, tzinfo=UTC)


class _Servers:
    """Whether tests run on PostgreSQL, the one server of this process, and what is on it."""

    wanted = False
    cluster: Cluster | None = None
    of_this_test: list[str] = []  # noqa: RUF012 - one process, one list


def use_postgresql() -> None:
    """Let every database of this process be one on a server."""
    _Servers.wanted = True


def on_postgresql() -> bool:
    """Whether they are."""
    return _Servers.wanted


def cluster() -> Cluster:
    """The server of this process."""
    if _Servers.cluster is None:
        binaries = find_binaries()
        assert binaries is not None
        _Servers.cluster = Cluster(binaries)
    return _Servers.cluster


def leave_empty(_: Database) -> None:
    """A diary of nobody."""


def fresh(path: Path, fill: Fill = leave_empty) -> Place:
    """A database of the newest schema with what `fill` writes, at a path or on the server."""
    place = of_this_test(is_laid_later=True) or path
    begin(place, fill)
    return place


def begin(place: Place, fill: Fill = leave_empty) -> Any:
    """Make such a database where it is to be; return what `fill` returned."""
    if isinstance(place, Path):
        content, returned = filled(fill)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        return returned
    name = name_of(place)
    template, returned = _template(fill)
    cluster().drop(name)
    cluster().create(template, name)
    return returned


def empty() -> Server | None:
    """A database as its owner makes it, if on a server; whoever asks drops it."""
    return cluster().server(cluster().create()) if on_postgresql() else None


def drop(server: Server | None) -> None:
    """Take a database away, if there is one."""
    if server is not None:
        cluster().drop(name_of(server))


def of_this_test(*, is_laid_later: bool) -> Server | None:
    """Where the database of a test is, if on a server: empty, or not there until it is laid."""
    if not on_postgresql():
        return None
    name = cluster().reserve() if is_laid_later else cluster().create()
    _Servers.of_this_test.append(name)
    return cluster().server(name)


def environment(settings: Settings) -> dict[str, str]:
    """What tells a command or a process where the diary is."""
    url = settings.server.url if settings.server else ""
    return {DATA_DIR: str(settings.data_dir), DATABASE_URL: url}


def lay(file: Path, place: Place) -> None:
    """Put what a diary's file holds where the diary is to be."""
    if isinstance(place, Path):
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        return
    name = name_of(place)
    cluster().drop(name)
    cluster().create(_moved(file), name)


def lay_empty(settings: Settings) -> Settings:
    """The same settings, an empty diary where they say: a start finds its schema made."""
    begin(settings.place)
    return settings


def is_laid(place: Place) -> bool:
    """Whether there is a diary."""
    if isinstance(place, Path):
        return place.exists()
    there = "SELECT 1 FROM pg_database WHERE datname = %s"
    return cluster().owner().execute(there, [name_of(place)]).fetchone() is not None


def name_of(server: Server) -> str:
    """The name of a database on our server."""
    return str(server).rpartition("/")[2]


@cache
def _moved(file: Path) -> str:
    """A template with what a file holds."""
    name = cluster().create()
    with closing(Database(file)) as source:
        move(source, cluster().server(name), NOW)
    return name


def drop_all_of_this_test() -> None:
    """Take away what the test that ran had on the server."""
    while _Servers.of_this_test:
        cluster().drop(_Servers.of_this_test.pop())


def remove_cluster() -> None:
    """Stop the server, if this process has one."""
    if _Servers.cluster is not None:
        _Servers.cluster.remove()
        _Servers.cluster = None


def content_of_file(fill: Fill = leave_empty) -> bytes:
    """A diary's file, made once."""
    return filled(fill)[0]


@cache
def filled(fill: Fill) -> tuple[bytes, Any]:
    """A diary's file with what `fill` writes, and what that returned: made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        returned = _make(path, fill)
        return path.read_bytes(), returned


@cache
def _template(fill: Fill) -> tuple[str, Any]:
    """The same on the server: the name of a database to be copied."""
    name = cluster().create()
    return name, _make(cluster().server(name), fill)


def _make(place: Place, fill: Fill) -> object:
    migrate(place)
    with closing(Database(place)) as database:
        return fill(database)
