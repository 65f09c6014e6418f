"""A PostgreSQL server of the tests' own, from the system's binaries, on a socket in a folder."""

from __future__ import annotations

import itertools
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from tracker.storage.places import Server

NO_POSTGRESQL = "no PostgreSQL server was found"
REQUIRED = "TRACKER_REQUIRE_POSTGRESQL"
PLACES = "/usr/lib/postgresql/*/bin"  # where Debian and Ubuntu keep them, off the path
OWNER = "postgres"  # the server refuses root
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def find_binaries() -> Path | None:
    """The folder of the newest server's programs."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    there = [path for path in Path("/").glob(f"{PLACES[1:]}") if (path / "initdb").exists()]
    return max(there, key=lambda path: int(re.sub(r"\D", "", path.parent.name)), default=None)


class Cluster:
    """A server with as many databases as a test wants; gone after `remove`.

    `settings` are the server's own, FAST for tests that pull no plug.
    """

    def __init__(self, binaries: Path, settings: tuple[str, ...] = FAST) -> None:
        self._binaries = binaries
        self.folder = Path(tempfile.mkdtemp(prefix="tracker-pg-"))
        if os.geteuid() == 0:
            owner = pwd.getpwnam(OWNER)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self._data = self.folder / "data"
        self._options = " ".join(
            f"-c {setting}"
            for setting in (
                *settings,
                "listen_addresses=''",
                f"unix_socket_directories={self.folder}",
            )
        )
        self._names = (f"diary_{number}" for number in itertools.count())
        self.run("initdb", "-D", self._data, "-A", "trust", "-U", OWNER, "-E", "UTF8", "--no-sync")
        self.start()

    def run(self, program: str, *arguments: object, **options: object) -> str:
        """Run one of the server's programs as whoever may; return what it prints."""
        command = [str(self._binaries / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", OWNER, "--", *command]
        done = subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]
        assert done.returncode == 0, done.stderr
        return str(done.stdout)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        log = self.folder / "log"
        self.run("pg_ctl", "-D", self._data, "-o", self._options, "-l", log, "-w", "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it: "fast" ends every connection, "immediate" is a crash."""
        self.run("pg_ctl", "-D", self._data, "-m", mode, "-w", "stop")

    def sql(self, statement: str, database: str = "postgres") -> str:
        """What a statement answers, as text."""
        whom = ("-U", OWNER, "-h", self.folder, "-d", database)
        return self.run(
            "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *whom, "-c", statement
        )

    def reserve(self) -> str:
        """A name for a database that is not made yet."""
        return next(self._names)

    def create(self, template: str = "template1", name: str = "") -> str:
        """Make a database of its own; return its name."""
        name = name or self.reserve()
        self.sql(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        """Take a database away, whoever is in it."""
        self.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def server(self, name: str) -> Server:
        """Where a database is."""
        return Server(f"postgresql://{OWNER}@/{name}?host={self.folder}")

    def remove(self) -> None:
        """Stop the server and take its folder away."""
        self.stop("immediate")
        shutil.rmtree(self.folder)


needs_server = pytest.mark.skipif(
    find_binaries() is None and not os.environ.get(REQUIRED), reason=NO_POSTGRESQL
)
