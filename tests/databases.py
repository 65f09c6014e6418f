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
    if on_postgresql():
        name = cluster().create(_template(fill))
        _Servers.of_this_test.append(name)
        return cluster().server(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content_of_file(fill))
    return path


def reserved() -> Server | None:
    """Where the database of a test will be, if on a server."""
    if not on_postgresql():
        return None
    name = cluster().reserve()
    _Servers.of_this_test.append(name)
    return cluster().server(name)


def lay(file: Path, settings: Settings) -> None:
    """Put what a diary's file holds where the settings say that the diary is."""
    if settings.server is None:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, settings.database)
        return
    name = name_of(settings.server)
    cluster().drop(name)
    cluster().create(_moved(file), name)


def lay_empty(settings: Settings) -> Settings:
    """The same settings, an empty diary laid where they say: a start finds its schema made."""
    if settings.server is None:
        fresh(settings.database)
    else:
        cluster().create(_template(leave_empty), name_of(settings.server))
    return settings


def is_laid(settings: Settings) -> bool:
    """Whether there is a diary."""
    if settings.server is None:
        return settings.database.exists()
    there = f"SELECT 1 FROM pg_database WHERE datname = '{name_of(settings.server)}'"
    return bool(cluster().sql(there))


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
def _template(fill: Fill) -> str:
    name = cluster().create()
    _make(cluster().server(name), fill)
    return name


def _make(place: Place, fill: Fill) -> object:
    migrate(place)
    with closing(Database(place)) as database:
        return fill(database)
