"""Databases for tests: a file each, or, with `pytest --postgresql`, each on a server of our own.

What a test begins with is made once a process and copied: `fresh` says where the copy is.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.postgresql import Cluster, find_binaries
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.storage.places import Place

    Fill = Callable[[Database], object]


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


def fresh(path: Path, fill: Fill | None = None) -> Place:
    """A database of the newest schema with what `fill` writes, at a path or on the server."""
    if on_postgresql():
        name = cluster().create(_template(fill))
        _Servers.of_this_test.append(name)
        return cluster().server(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content_of_file(fill))
    return path


def drop_all_of_this_test() -> None:
    """Take away what the test that ran had on the server."""
    while _Servers.of_this_test:
        cluster().drop(_Servers.of_this_test.pop())


def remove_cluster() -> None:
    """Stop the server, if this process has one."""
    if _Servers.cluster is not None:
        _Servers.cluster.remove()
        _Servers.cluster = None


@cache
def content_of_file(fill: Fill | None = None) -> bytes:
    """A diary's file, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        _make(path, fill)
        return path.read_bytes()


@cache
def _template(fill: Fill | None) -> str:
    name = cluster().create()
    _make(cluster().server(name), fill)
    return name


def _make(place: Place, fill: Fill | None) -> None:
    migrate(place)
    if fill is not None:
        database = Database(place)
        fill(database)
        database.close()
