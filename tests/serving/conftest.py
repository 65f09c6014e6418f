"""The app behind the real server, on a real port of this machine."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.conftest import (
    app,
    built_app,
    client,
    clock,
    database,
    empty_diary,
    log,
    prepared,
    registered,
    signed_in,
    with_account,
)
from tracker.serving.limits import Limits
from tracker.serving.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator
    from pathlib import Path

    from flask import Flask

    from tracker.serving.certificates import Certificates

__all__ = [
    "app",
    "built_app",
    "client",
    "clock",
    "database",
    "empty_diary",
    "log",
    "prepared",
    "registered",
    "signed_in",
    "with_account",
]

FEW = Limits(connections=24, connections_of_one_network=12, finish=5)


class Door:
    """A server in a thread, and raw connections to it."""

    def __init__(self, server: Server, port: int) -> None:
        self.server = server
        self.port = port
        self.open = ExitStack()

    def connect(self, source: str = "127.0.0.1") -> socket.socket:
        """Open a connection, from another address of this machine if wanted."""
        address = ("127.0.0.1", self.port)
        connection = socket.create_connection(address, timeout=20, source_address=(source, 0))
        return self.open.enter_context(connection)

    def trusting(self, cert: Path, source: str = "127.0.0.1") -> ssl.SSLSocket:
        """Open a connection, and do the handshake."""
        context = ssl.create_default_context(cafile=str(cert))
        connection = context.wrap_socket(self.connect(source), server_hostname="tracker.test")
        return self.open.enter_context(connection)

    def said(self, sent: bytes, connection: socket.socket | None = None) -> bytes:
        """Send bytes; return all that comes back until the server hangs up."""
        connection = connection or self.connect()
        connection.sendall(sent)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@contextmanager
def served(
    app: Flask, *, limits: Limits = FEW, certificates: Certificates | None = None
) -> Iterator[Door]:
    """Serve an app for the while."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(app, listening, limits=limits, certificates=certificates)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    door = Door(server, listening.getsockname()[1])
    try:
        with door.open:
            yield door
    finally:
        server.stop()
        thread.join(60)
    assert not thread.is_alive()


def run_in_a_thread(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run it on a loop of its own: this thread's may be running, for a browser's sake."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, coroutine).result()


@pytest.fixture
def door(app: Flask) -> Iterator[Door]:
    with served(app) as opened:
        yield opened


@pytest.fixture
def quick(app: Flask) -> Iterator[Callable[..., Door]]:
    """A server whose patience is as short as a test says."""
    with ExitStack() as stack:
        yield lambda **seconds: stack.enter_context(served(app, limits=replace(FEW, **seconds)))
