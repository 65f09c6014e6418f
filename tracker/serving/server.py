"""The web server's life: it answers until it is told to stop, then finishes what it has begun."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import uvicorn

from tracker.serving.bridge import Bridge
from tracker.serving.connections import Connections
from tracker.serving.limits import Limits
from tracker.serving.listener import Listener
from tracker.serving.notices import Notices
from tracker.serving.protocol import Protocol

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from flask import Flask

    from tracker.serving.certificates import Certificates
    from tracker.serving.connections import Connection

_TICKS_OF_A_RENEWAL = 300  # ten in a second
_USUAL_DESCRIPTORS = 1024


class Server(uvicorn.Server):
    """Answers http, or https with a certificate, on a listening socket."""

    def __init__(
        self,
        app: Flask,
        listening: socket.socket,
        *,
        limits: Limits | None = None,
        certificates: Certificates | None = None,
    ) -> None:
        self._limits = limits or Limits.of_descriptors(_USUAL_DESCRIPTORS)
        self._listening = listening
        self._certificates = certificates
        self._notices = Notices()
        self._connections = Connections(self._limits)
        self._bridge = Bridge(app, self._limits, self._notices, has_tls=certificates is not None)
        super().__init__(_configured(self._bridge, self._limits))

    def run(self, sockets: list[socket.socket] | None = None) -> None:  # noqa: ARG002 - it has its own
        """Answer until SIGTERM, SIGINT or `stop`; a second signal, while it finishes, ends all."""
        # Its selector watches any socket, on Windows too, where the usual loop cannot look ahead.
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            runner.get_loop().set_exception_handler(self._note)
            runner.run(self.serve())
            self._bridge.close()

    @property
    def open_connections(self) -> int:
        """How many there are now."""
        return len(self._connections)

    def stop(self) -> None:
        """Tell it to stop, from any thread; return at once."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:  # noqa: ARG002
        """Begin to accept."""
        await self.lifespan.startup()
        tls = self._certificates
        listener = Listener(
            self._listening,
            connections=self._connections,
            limits=self._limits,
            notices=self._notices,
            protocol_of=self._protocol_of,
            tls=None if tls is None else (lambda: tls.context),
        )
        listener.start()
        self.servers = [listener]  # type: ignore[list-item] # it is closed like one of asyncio's
        self.started = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take nobody new, finish what is begun, then cut off who has not taken the answer."""
        await super().shutdown(sockets)
        self._connections.drop_all()

    async def on_tick(self, counter: int) -> bool:
        """Look, now and then, whether there is a new certificate."""
        if self._certificates is not None and counter % _TICKS_OF_A_RENEWAL == 0:
            self._certificates.renew()
        return await super().on_tick(counter)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop by a signal, with the exit code of success: it is how a server ends."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        numbers = (signal.SIGTERM, signal.SIGINT)
        before = {number: signal.getsignal(number) for number in numbers}

        def stop(*_: object) -> None:
            self.stop()
            for number, handler in before.items():
                signal.signal(number, handler)

        for number in numbers:
            signal.signal(number, stop)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _protocol_of(self, connection: Connection) -> Protocol:
        return Protocol(
            self.config, self.server_state, connection, self._connections, self._limits.head
        )

    def _note(self, _loop: asyncio.AbstractEventLoop, _context: dict[str, Any]) -> None:
        self._notices.note("A connection broke.")


def _configured(bridge: Bridge, limits: Limits) -> uvicorn.Config:
    # What it says of each broken request would fill a disk; what matters is noted by ourselves.
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    return uvicorn.Config(
        bridge,
        interface="asgi3",
        http=Protocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=limits.keep_alive,
        timeout_graceful_shutdown=limits.finish,
    )
