"""`tracker serve` as a process that can be killed and started again in no time.

A helper process has imported everything once; each server is a fork of it that runs the command.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tests.databases import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.settings import Settings
    from tracker.storage.places import Place

_forks: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
_forks.set_forkserver_preload(["tracker.cli.serve"])


class Served:
    """A server that is a process of its own, on a port that is always the same."""

    def __init__(self, settings: Settings, port: int) -> None:
        self.port = port
        self.log = settings.data_dir.parent / f"{settings.data_dir.name}.log"
        arguments = (environment(settings), port, self.log)
        self._process = _forks.Process(target=_serve, args=arguments, daemon=True)

    def start(self) -> None:
        """Start it; it may take a moment to answer."""
        self._process.start()

    @property
    def pid(self) -> int:
        """The number of its process."""
        pid: int | None = self._process.pid
        assert pid is not None
        return pid

    def kill(self) -> None:
        """End it as a power cut would, SIGKILL."""
        self._process.kill()
        self._process.join()

    def stop(self) -> int | None:
        """End it as an administrator would, SIGTERM; return its exit code."""
        self._process.terminate()
        self._process.join(60)
        code: int | None = self._process.exitcode
        return code

    def wait(self) -> None:
        """Wait until it takes connections."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                assert self._process.is_alive(), self.log.read_text("utf-8")
                time.sleep(0.005)
            else:
                return
        raise TimeoutError("the server does not answer")


@contextmanager
def served(settings: Settings, port: int) -> Iterator[Served]:
    """Run a server that answers; it is killed afterwards."""
    server = Served(settings, port)
    server.start()
    try:
        server.wait()
        yield server
    finally:
        server.kill()


def _serve(environment: dict[str, str], port: int, log: Path) -> None:
    from tracker.cli import main

    os.environ.update(environment)
    with log.open("ab") as written:
        for stream in (1, 2):
            os.dup2(written.fileno(), stream)
    sys.exit(main(["serve", "--no-browser", "--port", str(port)]))


def killed_while_migrating(diary: Place, protocols: Path, seconds: float) -> None:
    """Open a diary of an earlier schema in a process that is killed after so many seconds."""
    from tracker.services.opening import opened

    arguments = (diary, protocols, datetime.now(UTC))
    process = _forks.Process(target=opened, args=arguments, kwargs={"tell": print}, daemon=True)
    process.start()
    process.join(seconds)
    process.kill()
    process.join()
