"""A PostgreSQL server of the tests' own, from the system's binaries, on a socket in a folder."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from tracker.storage.places import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_POSTGRESQL = "no PostgreSQL server was found"
REQUIRED = "TRACKER_REQUIRE_POSTGRESQL"
PLACES = "/usr/lib/postgresql/*/bin"  # where Debian and Ubuntu keep them, off the path
OWNER = "postgres"  # the server refuses root
MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of our own in it
ROOM = 2 * 10**9  # bytes that many databases need
# Waits until whoever made the server closes a pipe, or is ended by whatever signal.
REMOVE = 'read -r _; "$0" -D "$1/data" -m immediate -w stop; rm -r "$1"'
WRITTEN_DOWN = ("fsync=off",)  # a commit is in its log, if not on the disk
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def find_binaries() -> Path | None:
    """The folder of the newest server's programs; none on Windows, where it asks for more."""
    if sys.platform == "win32":
        return None
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    there = [path for path in Path("/").glob(f"{PLACES[1:]}") if (path / "initdb").exists()]
    return max(there, key=lambda path: int(re.sub(r"\D", "", path.parent.name)), default=None)


def _disk(settings: tuple[str, ...]) -> Path | None:
    """Where a server's files go: memory, for a server that pulls no plug and where it has room.

    Each database is three hundred files, made and deleted by each test: on a disk these wait for
    whoever else writes to it. None is the system's own folder.
    """
    is_lasting = "fsync=off" not in settings
    if is_lasting or not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
        return None
    return MEMORY


class Cluster:
    """A server with as many databases as a test wants; gone after `remove`, or with its maker.

    `settings` are the server's own, FAST for tests that pull no plug. With a `leader` it is a
    standby of that one.
    """

    def __init__(
        self, binaries: Path, settings: tuple[str, ...] = FAST, leader: Cluster | None = None
    ) -> None:
        self._binaries = binaries
        self.folder = Path(tempfile.mkdtemp(prefix="tracker-pg-", dir=_disk(settings)))
        if os.geteuid() == 0:
            shutil.chown(self.folder, OWNER, OWNER)
        self._data = self.folder / "data"
        self._options = " ".join(
            f"-c {setting}"
            for setting in (
                *settings,
                "listen_addresses=''",
                f"unix_socket_directories={self.folder}",
            )
        )
        self._remover = subprocess.Popen(
            self._as_owner("sh", "-c", REMOVE, binaries / "pg_ctl", self.folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # an interrupt from the keyboard is for the tests
        )
        self._names = (f"diary_{number}" for number in itertools.count())
        self._owner: psycopg.Connection | None = None
        if leader is None:
            how = ("-A", "trust", "-U", OWNER, "-E", "UTF8", "--no-sync")
            self.run("initdb", "-D", self._data, *how)
            self.start()
        else:
            self.follow(leader)

    def run(self, program: str, *arguments: object, **options: object) -> str:
        """Run one of the server's programs as whoever may; return what it prints."""
        command = self._as_owner(self._binaries / program, *arguments)
        done = subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]
        assert done.returncode == 0, done.stderr
        return str(done.stdout)

    def _as_owner(self, *command: object) -> list[str]:
        before = ["runuser", "-u", OWNER, "--"] if os.geteuid() == 0 else []
        return [*before, *map(str, command)]

    def start(self) -> None:
        """Start the server and wait until it answers."""
        log = self.folder / "log"
        self.run("pg_ctl", "-D", self._data, "-o", self._options, "-l", log, "-w", "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it: "fast" ends every connection, "immediate" is a crash."""
        if self._owner is not None:
            self._owner.close()
            self._owner = None
        self.run("pg_ctl", "-D", self._data, "-m", mode, "-w", "stop")

    def follow(self, leader: Cluster) -> None:
        """Become a standby of another, whose commits wait from now on until they are here too."""
        shutil.rmtree(self._data, ignore_errors=True)
        how = ("--write-recovery-conf", "--checkpoint=fast")
        self.run("pg_basebackup", "-D", self._data, "-d", leader.server("postgres").url, *how)
        self.start()
        leader.owner().execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
        leader.owner().execute("SELECT pg_reload_conf()")

    def lead(self) -> None:
        """Take over from the one that it followed."""
        self.run("pg_ctl", "-D", self._data, "-w", "promote")

    def owner(self) -> psycopg.Connection:
        """The one connection that makes and drops databases: a process each would be slow."""
        if self._owner is None:
            self._owner = psycopg.connect(self.server("postgres").url, autocommit=True)
        return self._owner

    def reserve(self) -> str:
        """A name for a database that is not made yet."""
        return next(self._names)

    def create(self, template: str = "template1", name: str = "") -> str:
        """Make a database of its own; return its name."""
        name = name or self.reserve()
        how = "STRATEGY file_copy"  # twice as quick as logging each page
        self.owner().execute(f"CREATE DATABASE {name} TEMPLATE {template} {how}".encode())
        return name

    def drop(self, name: str) -> None:
        """Take a database away, whoever is in it."""
        self.owner().execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())

    def server(self, name: str) -> Server:
        """Where a database is."""
        return Server(f"postgresql://{OWNER}@/{name}?host={self.folder}")

    def remove(self) -> None:
        """Stop the server and take its folder away."""
        if self._owner is not None:
            self._owner.close()
        self._remover.communicate()
        assert self._remover.returncode == 0, self.folder


@contextmanager
def started(settings: tuple[str, ...] = FAST, leader: Cluster | None = None) -> Iterator[Cluster]:
    """A server of a test's own, or a standby of one."""
    binaries = find_binaries()
    assert binaries is not None
    cluster = Cluster(binaries, settings, leader)
    try:
        yield cluster
    finally:
        cluster.remove()


needs_server = pytest.mark.skipif(
    find_binaries() is None and not os.environ.get(REQUIRED), reason=NO_POSTGRESQL
)
